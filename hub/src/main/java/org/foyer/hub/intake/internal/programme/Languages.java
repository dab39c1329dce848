package org.foyer.hub.intake.internal.programme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between the languages of a text, always in the same order: one that is not named if it is told first, since the others then
 * stand beside it, as our own documents write them; French, one that is not named, English, Dutch, German, then by code. Two languages in one text stay together, for nobody can part them with certainty.
 */
final class Languages {

    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*|@none|und");
    private static final Pattern PARTS = Pattern.compile("[-_]");
    private static final String NONE = "";
    private static final List<String> ORDER = List.of("fr", NONE, "en", "nl", "de");

    private Languages() {}

    /** @param value a text, a {@code @value} with its {@code @language}, texts by language, or a list of these */
    static String choose(@Nullable Object value) {
        if (value instanceof List<?> list
                && !list.isEmpty()
                && list.get(0) instanceof String first
                && !first.isBlank()) {
            return first.strip();
        }
        Map<String, String> texts = new TreeMap<>();
        collect(value, texts);
        for (String language : ORDER) {
            String text = texts.getOrDefault(language, "");
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return texts.values().stream()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }

    /** What is said in other languages than the one that {@link #choose} takes, by codes of two letters. */
    static Map<String, String> others(@Nullable Object value) {
        Map<String, String> texts = new TreeMap<>();
        collect(value, texts);
        String chosen = choose(value);
        texts.values().removeIf(text -> text.isBlank() || text.strip().equals(chosen));
        texts.keySet().removeIf(language -> language.length() != 2);
        return texts;
    }

    private static void collect(@Nullable Object value, Map<String, String> texts) {
        for (Object part : Members.list(value)) {
            if (part instanceof String text) {
                texts.putIfAbsent(NONE, text);
                continue;
            }
            Members object = Members.of(part);
            if (object.has("@value")) {
                texts.putIfAbsent(code(object.text("@language")), object.text("@value"));
            } else if (object.has("value") && object.has("lang")) {
                texts.putIfAbsent(code(object.text("lang")), object.text("value"));
            } else {
                object.map().forEach((language, text) -> {
                    String words = text instanceof String plain ? plain : "";
                    if (isCode(language.toString()) && !words.isEmpty()) {
                        texts.putIfAbsent(code(language.toString()), words);
                    }
                });
            }
        }
    }

    private static boolean isCode(String language) {
        return CODE.matcher(language).matches();
    }

    private static String code(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        return lower.equals("@none") || lower.equals("und") ? NONE : PARTS.split(lower, 2)[0];
    }
}
