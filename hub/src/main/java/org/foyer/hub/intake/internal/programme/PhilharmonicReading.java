package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.intake.internal.programme.PhilharmonicProgram.Concert;
import org.foyer.hub.intake.internal.programme.PhilharmonicProgram.PlayedWork;
import org.foyer.hub.intake.internal.programme.PhilharmonicProgram.Soloist;

/** Reads the programmes of a file one by one; fields it does not know are passed over. */
final class PhilharmonicReading implements AutoCloseable {

    /** Longest lists accepted within one programme; the largest of the archive has 50 works and 46 soloists. */
    private static final int LIST_MAX = 1_000;

    private static final int NESTING_MAX = 50;
    private static final int TEXT_MAX = 100_000;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(NESTING_MAX)
                    .maxStringLength(TEXT_MAX)
                    .build())
            .build()
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    private final JsonParser parser;

    PhilharmonicReading(InputStream in) throws IOException {
        parser = FACTORY.createParser(in);
    }

    /** Line of the file at which the reading stands. */
    long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Moves to the list of programmes. False when there is none. */
    boolean begin() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean programs = parser.currentName().equals("programs");
            JsonToken value = parser.nextToken();
            if (programs && value == JsonToken.START_ARRAY) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** Whether another programme follows. */
    boolean next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonParseException(parser, "the list of programmes does not end");
        }
        return token != JsonToken.END_ARRAY;
    }

    /** Reads to the end of the file, so that what was cut off is noticed. */
    void end() throws IOException {
        JsonToken token;
        do {
            token = parser.nextToken();
        } while (token != null);
    }

    PhilharmonicProgram program() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List<Concert> concerts = new ArrayList<>();
        List<PlayedWork> works = new ArrayList<>();
        fields(name -> {
            switch (name) {
                case "concerts" -> list(concerts, this::concert);
                case "works" -> list(works, this::work);
                default -> texts.put(name, text());
            }
        });
        return new PhilharmonicProgram(
                of(texts, "programID"), of(texts, "orchestra"), of(texts, "season"), concerts, works);
    }

    private Concert concert() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        fields(name -> texts.put(name, text()));
        return new Concert(
                of(texts, "eventType"),
                of(texts, "Location"),
                of(texts, "Venue"),
                of(texts, "Date"),
                of(texts, "Time"));
    }

    private PlayedWork work() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List<Soloist> soloists = new ArrayList<>();
        fields(name -> {
            if (name.equals("soloists")) {
                list(soloists, this::soloist);
            } else {
                texts.put(name, text());
            }
        });
        return new PlayedWork(
                of(texts, "ID"),
                of(texts, "composerName"),
                of(texts, "workTitle"),
                of(texts, "movement"),
                of(texts, "conductorName"),
                of(texts, "interval"),
                soloists);
    }

    private Soloist soloist() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        fields(name -> texts.put(name, text()));
        return new Soloist(of(texts, "soloistName"), of(texts, "soloistInstrument"), of(texts, "soloistRoles"));
    }

    private interface Member {
        void read(String name) throws IOException;
    }

    private interface Element<T> {
        T read() throws IOException;
    }

    private void fields(Member member) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "an object was expected");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            member.read(name);
        }
    }

    private <T> void list(List<T> elements, Element<T> element) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (elements.size() == LIST_MAX) {
                throw new JsonParseException(parser, "a list is longer than " + LIST_MAX);
            }
            elements.add(element.read());
        }
    }

    /**
     * The text of a value. A text with an emphasised part is an object in which the place of that part is lost: the plain
     * text ("_") comes first, then what was emphasised ("em", one or several).
     */
    private String text() throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, String> parts = new TreeMap<>();
            fields(name -> parts.put(name, text()));
            return clean(of(parts, "_") + " " + of(parts, "em"));
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<String> parts = new ArrayList<>();
            list(parts, this::text);
            return clean(String.join(" ", parts));
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : clean(parser.getText());
    }

    private static String clean(String text) {
        String clean = text.replaceAll("[\\s\\u00a0]+", " ").strip();
        return clean.equals("None") ? "" : clean;
    }

    private static String of(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
