package org.foyer.hub.catalogue.internal.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.jspecify.annotations.Nullable;

/** What a house's words for languages and accessibility certainly mean. A word that is not known means nothing. */
final class OfferWords {

    private static final String PARTS = "[,;/|+\\r\\n]+";

    /** Languages of the world by their name in French, English, German and Dutch. */
    private static final Map<String, String> LANGUAGES = languages();

    private static final Map<String, Set<Need>> NEEDS = needs();

    private OfferWords() {}

    private static Map<String, String> languages() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            names.put(code, code);
        }
        for (String code : Locale.getISOLanguages()) {
            for (String in : new String[] {"fr", "en", "de", "nl"}) {
                names.putIfAbsent(Folding.key(new Locale(code).getDisplayLanguage(new Locale(in))), code);
            }
        }
        return Map.copyOf(names);
    }

    private static Map<String, Set<Need>> needs() {
        Map<String, Set<Need>> needs = new LinkedHashMap<>();
        try (InputStream in = OfferWords.class.getResourceAsStream("/catalogue/accessibility.csv")) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: accessibility.csv");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .forEach(cells -> needs.put(Folding.key(cells[0]), codes(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return needs;
    }

    private static Set<Need> codes(String cell) {
        Set<Need> codes = EnumSet.noneOf(Need.class);
        for (String code : cell.strip().split(" ")) {
            codes.add(Need.valueOf(code.toUpperCase(Locale.ROOT)));
        }
        return codes;
    }

    /** Codes of the languages that a text names: codes or names between commas, or codes between blanks. */
    static Set<String> languages(@Nullable String text) {
        Set<String> found = new TreeSet<>();
        if (text != null) {
            for (String part : text.split(PARTS)) {
                String whole = language(part);
                if (whole != null) {
                    found.add(whole);
                } else if (Arrays.stream(part.strip().split("\\s+")).allMatch(OfferWords::isCode)) {
                    Arrays.stream(part.strip().split("\\s+"))
                            .map(OfferWords::language)
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isCode(String word) {
        return word.matches("[A-Za-z]{2}(-[A-Za-z]{2})?") && language(word) != null;
    }

    private static @Nullable String language(String part) {
        String told = part.strip();
        return LANGUAGES.get(
                told.matches("[A-Za-z]{2}-[A-Za-z]{2}")
                        ? told.substring(0, 2).toLowerCase(Locale.ROOT)
                        : Folding.key(told));
    }

    /** The needs that a text says are met. */
    static Set<Need> needs(@Nullable String text) {
        Set<Need> found = EnumSet.noneOf(Need.class);
        if (text != null) {
            for (String part : text.split(PARTS)) {
                for (String word : part.strip().split("\\s+")) {
                    Arrays.stream(Need.values())
                            .filter(need -> need.name().equalsIgnoreCase(word) && isCodes(part))
                            .forEach(found::add);
                }
                String padded = " " + Folding.key(part) + " ";
                NEEDS.forEach((phrase, needs) -> {
                    if (padded.contains(" " + phrase + " ")) {
                        found.addAll(needs);
                    }
                });
            }
        }
        return found;
    }

    private static boolean isCodes(String part) {
        return part.strip().matches("(?i)(hi|vi|pi|mi|ii)(\\s+(hi|vi|pi|mi|ii))*");
    }
}
