package org.foyer.hub.site.internal.pages;

import java.util.Set;

/** Writes a figure's value in its unit. */
final class Values {

    /** Sums so large that minor units would only distract. */
    private static final Set<String> ROUND_MONEY = Set.of("revenue", "lifetime-value");

    private Values() {}

    /**
     * @param value ratio, minor units, tickets or days
     * @param currency ISO 4217 code, for money
     */
    static String text(Language language, String indicator, String unit, double value, String currency) {
        Formats formats = language.formats();
        return switch (unit) {
            case "ratio" -> formats.percent(value);
            case "money" ->
                ROUND_MONEY.contains(indicator)
                        ? formats.roundMoney(value, currency)
                        : formats.money(Math.round(value), currency);
            case "days" -> language.count("days", Math.round(value));
            default -> value == Math.rint(value) ? formats.number(Math.round(value)) : formats.decimal(value);
        };
    }
}
