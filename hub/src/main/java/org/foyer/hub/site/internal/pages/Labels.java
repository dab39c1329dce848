package org.foyer.hub.site.internal.pages;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Set;
import org.foyer.hub.insight.Figure;

/** The words behind stable keys. A key that no one wrote a word for is a house's own word and stays as it is. */
final class Labels {

    /** Parts that are not one class among the others. */
    private static final Set<String> APART =
            Set.of("to-classify", "unknown", "tickets-after-start", "duplicates", "small-groups");

    private Labels() {}

    static String part(Language language, String indicator, String key) {
        return switch (indicator) {
            case "seasonality-month" -> language.formats().month(Month.of(Integer.parseInt(key)));
            case "seasonality-weekday" -> language.formats().weekday(DayOfWeek.of(Integer.parseInt(key)));
            case "booking-curve" -> language.say("days_before_short", key);
            default -> kind(language, key);
        };
    }

    /** A kind of the common lists, or another stable key. */
    static String kind(Language language, String key) {
        return language.sayOr(key, "part_" + underscored(key));
    }

    static boolean apart(Figure.Part part) {
        return APART.contains(part.key());
    }

    /** A column of a source. */
    static String column(Language language, String key) {
        return language.sayOr(key, "column_" + underscored(key));
    }

    static String underscored(String key) {
        return key.replace('-', '_').replace("+", "_plus");
    }
}
