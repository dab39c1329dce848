package org.foyer.hub.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.foyer.hub.model.internal.PlainTurtle;
import org.foyer.hub.model.internal.PlainTurtle.Statement;
import org.jspecify.annotations.Nullable;

/** The shipped vocabularies, files in SKOS that are read at their first use. */
public final class Vocabularies {

    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String DCT = "http://purl.org/dc/terms/";

    /** Any will do: what is read of addresses is what stands behind it. */
    private static final String NODE = "http://node.invalid" + Vocabulary.PATH;

    private static final List<String> NAMES = List.of(
            "event-types",
            "genres",
            "roles",
            "audiences",
            "accessibility",
            "states",
            "availability",
            "attendance",
            "stagings",
            "work-forms",
            "legal-forms",
            "registers");

    /** Each is read by whoever asks first for it, once. */
    private static final Map<String, Vocabulary> READ = new ConcurrentHashMap<>();

    private Vocabularies() {}

    /** All of them, in the order in which they are shown. */
    public static List<Vocabulary> all() {
        return NAMES.stream().map(Vocabularies::of).toList();
    }

    /** The vocabulary of a name; empty when there is none. */
    public static Optional<Vocabulary> find(String name) {
        return NAMES.contains(name) ? Optional.of(READ.computeIfAbsent(name, Vocabularies::read)) : Optional.empty();
    }

    /** A vocabulary that is shipped. */
    public static Vocabulary of(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The concept at an address of Foyer like {@code event-types/concert}. */
    public static Optional<Concept> at(String path) {
        int slash = path.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : find(path.substring(0, slash)).flatMap(one -> one.concept(path.substring(slash + 1)));
    }

    /** Whose an address is, by the vocabulary {@code registers}. */
    public static Optional<Concept> registerOf(String address) {
        return of("registers").concepts().stream()
                .filter(register -> register.values("uriSpace").stream().anyMatch(address::startsWith))
                .findFirst();
    }

    /** The file of a vocabulary in Turtle; addresses in it that have no host stand behind {@code PATH + name + "/"}. */
    public static String turtle(Vocabulary vocabulary) {
        return file(vocabulary.name());
    }

    private static String file(String name) {
        String file = "/vocabularies/" + name + ".ttl";
        try (InputStream in = Vocabularies.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vocabulary read(String name) {
        Map<String, List<Statement>> things = new LinkedHashMap<>();
        PlainTurtle.read(file(name), NODE + name + "/")
                .forEach(said -> things.computeIfAbsent(said.subject(), thing -> new ArrayList<>())
                        .add(said));
        List<Statement> scheme = things.getOrDefault(NODE + name, List.of());
        things.remove(NODE + name);
        return new Vocabulary(
                name,
                first(texts(scheme, DCT + "title")),
                first(texts(scheme, DCT + "description")),
                things.entrySet().stream()
                        .map(thing ->
                                concept(name, thing.getKey().substring((NODE + name + "/").length()), thing.getValue()))
                        .toList());
    }

    private static Concept concept(String scheme, String code, List<Statement> said) {
        Map<String, String> codes = new TreeMap<>();
        Map<String, List<String>> others = new TreeMap<>();
        String broader = null;
        for (Statement one : said) {
            String local = one.property()
                    .substring(1
                            + Math.max(
                                    one.property().lastIndexOf('#'),
                                    one.property().lastIndexOf('/')));
            String value = ours(one.object().text());
            switch (local) {
                case "notation" -> codes.put(ours(one.object().type()).replace("registers/", ""), value);
                case "broader" -> broader = value.substring(scheme.length() + 1);
                case "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "uriSpace", "seeAlso" ->
                    others.computeIfAbsent(local, name -> new ArrayList<>()).add(value);
                default -> {
                    // labels are read by language below; types and schemes follow from the file
                }
            }
        }
        return concept(scheme, code, broader, said, codes, others);
    }

    private static Concept concept(
            String scheme,
            String code,
            @Nullable String broader,
            List<Statement> said,
            Map<String, String> codes,
            Map<String, List<String>> others) {
        return new Concept(
                scheme,
                code,
                broader,
                first(texts(said, SKOS + "prefLabel")),
                texts(said, SKOS + "altLabel"),
                texts(said, SKOS + "hiddenLabel"),
                first(texts(said, SKOS + "scopeNote")),
                codes,
                others);
    }

    private static String ours(String address) {
        return address.startsWith(NODE) ? address.substring(NODE.length()) : address;
    }

    private static Map<String, List<String>> texts(List<Statement> said, String property) {
        Map<String, List<String>> texts = new TreeMap<>();
        said.stream()
                .filter(one -> one.property().equals(property))
                .forEach(one -> texts.computeIfAbsent(one.object().language(), language -> new ArrayList<>())
                        .add(one.object().text()));
        return texts;
    }

    private static Map<String, String> first(Map<String, List<String>> texts) {
        Map<String, String> first = new TreeMap<>();
        texts.forEach((language, all) -> first.put(language, all.get(0)));
        return first;
    }
}
