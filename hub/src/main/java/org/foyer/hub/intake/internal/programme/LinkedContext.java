package org.foyer.hub.intake.internal.programme;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a JSON-LD document mean, as far as they are schema.org's. Contexts that stand elsewhere are named and
 * never fetched.
 */
final class LinkedContext {

    private static final Pattern SCHEMA = Pattern.compile(
            "https?://(www\\.)?schema\\.org/?(#|docs/jsonldcontext\\.jsonld?|version/latest/schemaorg-[a-z-]+\\.jsonld)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM =
            Pattern.compile("(?:https?://(?:www\\.)?schema\\.org/|schema:|sdo:)([A-Za-z]+)", Pattern.CASE_INSENSITIVE);

    private static final int ENTRIES_MAX = 1_000;

    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> prefixes = new TreeSet<>();
    private final Set<String> elsewhere = new TreeSet<>();
    private boolean known;

    /** Takes what a {@code @context} says. */
    void add(@Nullable Object context) {
        for (Object part : Members.list(context)) {
            if (part instanceof String iri) {
                if (SCHEMA.matcher(iri.strip()).matches()) {
                    known = true;
                } else if (elsewhere.size() < ENTRIES_MAX) {
                    elsewhere.add(iri.strip());
                }
            } else {
                terms(Members.of(part));
            }
        }
    }

    private void terms(Members terms) {
        terms.map().forEach((name, meaning) -> {
            String iri =
                    meaning instanceof String text ? text : Members.of(meaning).text("@id");
            if (aliases.size() >= ENTRIES_MAX || iri.isEmpty()) {
                return;
            }
            if (SCHEMA.matcher(iri).matches()) {
                known = true;
                if (!name.equals("@vocab")) {
                    prefixes.add(name + ":");
                }
            } else if (!name.toString().startsWith("@")) {
                aliases.put(name.toString(), iri);
            }
        });
    }

    /** Contexts that are not schema.org's, in order. */
    Set<String> elsewhere() {
        return elsewhere;
    }

    /** Whether a context of schema.org was named. */
    boolean isKnown() {
        return known;
    }

    /** Name of a property or type in schema.org; the word itself where it is none. */
    String term(String word) {
        String meant = aliases.getOrDefault(word, word);
        var term = TERM.matcher(meant);
        if (term.matches()) {
            return term.group(1);
        }
        for (String prefix : prefixes) {
            if (meant.startsWith(prefix)) {
                return meant.substring(prefix.length());
            }
        }
        // artsdata's own types, whose names say what they are
        if (meant.startsWith("http") && !word.equals(meant)) {
            return word;
        }
        return meant.startsWith("adr:") || meant.startsWith("ado:") ? meant.substring("adr:".length()) : meant;
    }
}
