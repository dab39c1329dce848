package org.foyer.hub.site.internal.pages;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The words behind stable keys. A key that no one wrote a word for is a house's own word and stays as it is. */
final class Labels {

    /** Parts that are not one class among the others. */
    private static final Set<String> APART =
            Set.of("to-classify", "unknown", "tickets-after-start", "duplicates", "small-groups", "came-once");

    /** Figures whose classes are steps of money in units of the currency: 0-10, 10-20, 100+. */
    private static final Set<String> MONEY_STEPS = Set.of("price-steps", "lifetime-spending");

    private static final Pattern STEP = Pattern.compile("(\\d+)-(\\d+)|(\\d+)\\+");

    /** TheaterEvent, MusicEvent. */
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+Event");

    private static final String SCHEMA = "http://schema.org/";

    private Labels() {}

    static String part(Language language, String indicator, String key) {
        return switch (indicator) {
            case "seasonality-month" -> language.formats().month(Month.of(Integer.parseInt(key)));
            case "seasonality-weekday" -> language.formats().weekday(DayOfWeek.of(Integer.parseInt(key)));
            case "booking-curve" -> daysBefore(language, Integer.parseInt(key));
            default -> kind(language, key);
        };
    }

    /** @param currency ISO 4217 code, for steps of money */
    static String part(Language language, String indicator, String key, String currency) {
        Matcher step = STEP.matcher(key);
        if (!MONEY_STEPS.contains(indicator) || !step.matches()) {
            return part(language, indicator, key);
        }
        if (step.group(3) != null) {
            return language.say("money_from", money(language, step.group(3), currency));
        }
        String below = money(language, step.group(2), currency);
        return step.group(1).equals("0")
                ? language.say("money_below", below)
                : language.say("money_between", money(language, step.group(1), currency), below);
    }

    private static String money(Language language, String units, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return language.formats().roundMoney(Long.parseLong(units) * Math.pow(10, digits), currency);
    }

    /** J−14, or the day itself. */
    static String daysBefore(Language language, int days) {
        return days == 0 ? language.say("days_before_none") : language.say("days_before_short", days);
    }

    /** What a source calls the type of an event; the name of a class of schema.org only where it is one of our types. */
    static @Nullable String eventType(Language language, @Nullable String word) {
        if (word == null || !CLASS.matcher(word).matches()) {
            return word;
        }
        Vocabulary types = Vocabularies.of("event-types");
        return Optional.ofNullable(types.byNameIn(SCHEMA).get(word))
                .flatMap(types::concept)
                .map(concept -> concept.label(language.code()))
                .orElse(null);
    }

    /** A kind of the common lists, or another stable key. */
    static String kind(Language language, String key) {
        return language.sayOr(key, "part_" + underscored(key));
    }

    static boolean apart(Figure.Part part) {
        return APART.contains(part.key());
    }

    /** A recipe of Foyer's by what it reads; one of a house keeps its name. */
    static String recipe(Language language, String name) {
        return language.sayOr(name, "source_" + underscored(name));
    }

    /** A column of a source. */
    static String column(Language language, String key) {
        return language.sayOr(key, "column_" + underscored(key));
    }

    static String underscored(String key) {
        return key.replace('-', '_').replace("+", "_plus");
    }
}
