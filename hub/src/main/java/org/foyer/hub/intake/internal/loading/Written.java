package org.foyer.hub.intake.internal.loading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values written into a statement where they can be nothing but themselves. The engine plans a statement twice when it was prepared, and
 * once otherwise, which for the small tables of most files is a third of its time.
 */
final class Written {

    /** Numbers, names of recipes, zones: no letter that could end a text or begin anything else. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_/+-]{1,64}");

    private Written() {}

    /** A statement with its values in place of its parameters; null when a value is neither a whole number nor a plain code. */
    static @Nullable String in(String sql, Object... values) {
        StringBuilder whole = new StringBuilder(sql.length() + 16 * values.length);
        int next = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char letter = sql.charAt(i);
            if (quote == 0 && letter == '?') {
                String value = next < values.length ? plain(values[next++]) : null;
                if (value == null) {
                    return null;
                }
                whole.append(value);
                continue;
            }
            if (letter == '\'' || letter == '"') {
                quote = quote == 0 ? letter : quote == letter ? 0 : quote;
            }
            whole.append(letter);
        }
        return next == values.length ? whole.toString() : null;
    }

    private static @Nullable String plain(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short) {
            int number = ((Number) value).intValue();
            return number < 0 ? "(" + number + ")" : Integer.toString(number); // two minus signs would begin a comment
        }
        if (value instanceof Long) {
            return "cast(" + value + " as bigint)";
        }
        return value instanceof String text && CODE.matcher(text).matches() ? "'" + text + "'" : null;
    }
}
