package org.foyer.hub.site.internal.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.Figure;

/** One sentence for each figure that says what it shows. */
final class Findings {

    private static final List<String> LATE = List.of("same-day-or-later", "within-7");
    private static final List<String> GROUPS = List.of("10-24", "25-49", "50+");

    private static final int YEARS_FOR_FIRST = 3;

    private Findings() {}

    /** @param figure one that is measured */
    static String of(Language language, Figure figure, String currency) {
        return switch (figure.indicator()) {
            case "occupancy" -> occupancy(language, figure, currency);
            case "lead-time" -> leadTime(language, figure);
            case "tickets" ->
                language.count(
                        "says_tickets",
                        Math.round(figure.value() == null ? 0 : figure.value()),
                        language.count("doubles_dates", figure.basis()));
            case "purchase-horizon" -> shares(language, figure, "says_purchase_horizon", LATE);
            case "order-size" -> shares(language, figure, "says_order_size", GROUPS);
            case "channel-mix", "tariff-mix", "zone-mix" -> mix(language, figure);
            case "seasonality-month", "seasonality-weekday", "place-in-run" -> largest(language, figure);
            case "first-timers" -> firstTimers(language, figure, currency);
            case "retention" -> retention(language, figure, currency);
            case "segments", "recency" -> mix(language, figure);
            case "next-visit" -> AudienceFindings.nextVisit(language, figure);
            case "lifetime-value" -> AudienceFindings.lifetimeValue(language, figure, currency);
            case "lifetime-spending", "price-steps" -> AudienceFindings.largestStep(language, figure, currency);
            case "zone-filling" -> AudienceFindings.zones(language, figure);
            case "price-moves" -> AudienceFindings.priceMoves(language, figure);
            case "booking-curve" -> curve(language, figure);
            case "data-quality" -> quality(language, figure, currency);
            default -> plain(language, figure, currency);
        };
    }

    private static String plain(Language language, Figure figure, String currency) {
        return language.sayOr(
                language.say("says_other", value(language, figure, currency)),
                key(figure),
                value(language, figure, currency),
                language.formats().number(figure.basis()));
    }

    private static String occupancy(Language language, Figure figure, String currency) {
        Optional<Figure.Part> paying = part(figure, "paying");
        if (paying.isEmpty()) {
            return plain(language, figure, currency);
        }
        return language.say(
                "says_occupancy_paying",
                value(language, figure, currency),
                language.formats().number(figure.basis()),
                language.formats().percent(paying.get().share()));
    }

    /** "For the first time" only where three years before the season are known, else "not seen in the years before". */
    private static String firstTimers(Language language, Figure figure, String currency) {
        long years = Math.round(valueOf(figure, "years", 0));
        String buyers = language.formats().number(figure.basis());
        return years >= YEARS_FOR_FIRST
                ? language.say("says_first_timers", value(language, figure, currency), buyers)
                : language.count("says_first_timers_in", years, value(language, figure, currency), buyers);
    }

    private static String retention(Language language, Figure figure, String currency) {
        String all = plain(language, figure, currency);
        return part(figure, "first-time-before").isEmpty()
                ? all
                : all + " "
                        + language.say(
                                "says_retention_parts",
                                language.formats().percent(shareOf(figure, "first-time-before")),
                                language.formats().percent(shareOf(figure, "known-before")));
    }

    private static String leadTime(Language language, Figure figure) {
        double median = figure.value() == null ? 0 : figure.value();
        return language.say(
                "says_lead_time",
                language.count("days", Math.round(median)),
                language.formats().number(Math.round(valueOf(figure, "lower-quartile", median))),
                language.formats().number(Math.round(valueOf(figure, "upper-quartile", median))));
    }

    private static String shares(Language language, Figure figure, String key, List<String> parts) {
        double share = figure.parts().stream()
                .filter(part -> parts.contains(part.key()))
                .mapToDouble(Figure.Part::share)
                .sum();
        return language.say(key, language.formats().percent(share));
    }

    private static String mix(Language language, Figure figure) {
        double unsaid = figure.parts().stream()
                .filter(part -> Labels.apart(part) && !part.key().equals("small-groups"))
                .mapToDouble(Figure.Part::share)
                .sum();
        Optional<Figure.Part> first = figure.parts().stream()
                .filter(part -> !Labels.apart(part))
                .max(Comparator.comparingDouble(Figure.Part::share));
        String told = first.map(part -> language.say(
                        key(figure),
                        Labels.part(language, figure.indicator(), part.key()),
                        language.formats().percent(part.share())))
                .orElse("");
        String left = unsaid < 0.005
                ? ""
                : language.say("says_to_classify", language.formats().percent(unsaid));
        return (told + " " + left).strip();
    }

    private static String largest(Language language, Figure figure) {
        Figure.Part first = figure.parts().stream()
                .max(Comparator.comparingDouble(Figure.Part::value))
                .orElseThrow();
        return language.say(
                key(figure),
                Labels.part(language, figure.indicator(), first.key()),
                language.formats().percent(first.share()),
                language.formats().number(Math.round(first.value())));
    }

    private static String curve(Language language, Figure figure) {
        return language.say(
                "says_booking_curve",
                language.formats().percent(shareOf(figure, "30")),
                language.formats().percent(shareOf(figure, "7")));
    }

    private static String quality(Language language, Figure figure, String currency) {
        Optional<Figure.Part> weakest = figure.parts().stream()
                .filter(part -> !Labels.apart(part))
                .min(Comparator.comparingDouble(Figure.Part::share));
        if (weakest.isEmpty()) {
            return plain(language, figure, currency);
        }
        return language.say(
                "says_data_quality_weakest",
                Labels.part(language, figure.indicator(), weakest.get().key()),
                language.formats().percent(weakest.get().share()));
    }

    private static String value(Language language, Figure figure, String currency) {
        double value = figure.value() == null ? 0 : figure.value();
        return Values.text(language, figure.indicator(), figure.unit(), value, currency);
    }

    private static Optional<Figure.Part> part(Figure figure, String key) {
        return figure.parts().stream().filter(part -> part.key().equals(key)).findFirst();
    }

    private static double valueOf(Figure figure, String key, double otherwise) {
        return part(figure, key).map(Figure.Part::value).orElse(otherwise);
    }

    private static double shareOf(Figure figure, String key) {
        return part(figure, key).map(Figure.Part::share).orElse(0.0);
    }

    private static String key(Figure figure) {
        return "says_" + Labels.underscored(figure.indicator());
    }
}
