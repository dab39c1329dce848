package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foyer.kit.Rows;
import org.foyer.kit.Source;

/**
 * The programme of pretix, API version 1: its list of events, or one file with the lists {@code events}, {@code subevents}, {@code
 * items} and {@code quotas} as they are pulled. Each date of a series is a performance under its number, an event without a series
 * is one under its short name, as orders name them. A list of dates alone is a table and needs no source.
 */
public final class PretixProgramme implements Source {

    private static final Pattern PULLED = Pattern.compile("\\s*\\{\\s*\"pulledFrom\"\\s*:\\s*\"pretix\"");
    private static final Pattern JSON = Pattern.compile("\\s*[\\[{]");

    @Override
    public String name() {
        return "pretix-programme";
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return PULLED.matcher(beginning).lookingAt()
                || JSON.matcher(beginning).lookingAt()
                        && Stream.of("\"slug\"", "\"has_subevents\"", "\"date_from\"")
                                .allMatch(beginning::contains);
    }

    @Override
    public void read(String fileName, InputStream in, Rows rows) throws IOException {
        ListedRows listed = new ListedRows(fileName, rows);
        PretixShows shows = new PretixShows(listed);
        try (JsonParser parser = Members.FACTORY.createParser(in)) {
            boolean read = JsonLists.read(
                    parser, List.of("events", "results", "subevents", "items", "quotas"), (list, record) -> {
                        switch (list) {
                            case "subevents" -> shows.date(record);
                            case "items" -> shows.item(record);
                            case "quotas" -> shows.quota(record);
                            default -> shows.event(record);
                        }
                    });
            if (!read) {
                listed.stop("programme-list-missing");
                return;
            }
            shows.end();
        } catch (JsonLists.Broken broken) {
            listed.stopAt(broken.code(), broken.line());
        }
        listed.end();
    }
}
