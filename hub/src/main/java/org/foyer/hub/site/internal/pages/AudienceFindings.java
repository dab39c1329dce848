package org.foyer.hub.site.internal.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;

/** One sentence for what buyers are expected to do, what they paid, and what sold at which price; none of them claims a cause. */
final class AudienceFindings {

    private static final String ONCE = "came-once";
    private static final int YEARS_OF_SPENDING = 5;

    private AudienceFindings() {}

    /** @param figure next-visit; who came once is told apart, since they have no rhythm */
    static String nextVisit(Language language, Figure figure) {
        Optional<Part> once =
                figure.parts().stream().filter(part -> part.key().equals(ONCE)).findFirst();
        String rhythm = largest(figure)
                .map(part -> language.say(
                        "says_next_visit",
                        Labels.part(language, figure.indicator(), part.key()),
                        language.formats().percent(part.share())))
                .orElse("");
        String none = once.filter(part -> part.value() > 0)
                .map(part ->
                        language.say("says_next_visit_once", language.formats().percent(part.share())))
                .orElse("");
        return (rhythm + " " + none).strip();
    }

    /** @param figure lifetime-value; with less than five years of data it says how many */
    static String lifetimeValue(Language language, Figure figure, String currency) {
        double value = figure.value() == null ? 0 : figure.value();
        String paid = Values.text(language, figure.indicator(), figure.unit(), value, currency);
        String buyers = language.formats().number(figure.basis());
        long years = Math.round(valueOf(figure, "years").orElse(0.0));
        String told = years >= YEARS_OF_SPENDING
                ? language.say("says_lifetime_value", paid, buyers)
                : language.count("says_lifetime_value_in", years, paid, buyers);
        return told
                + valueOf(figure, "correlation")
                        .map(alike -> " "
                                + language.say(
                                        "says_lifetime_value_correlation",
                                        language.formats().point(String.format(Locale.ROOT, "%.2f", alike))))
                        .orElse("");
    }

    /** @param figure lifetime-spending or price-steps: its largest class */
    static String largestStep(Language language, Figure figure, String currency) {
        return largest(figure)
                .map(part -> language.say(
                        "says_" + Labels.underscored(figure.indicator()),
                        Labels.part(language, figure.indicator(), part.key(), currency),
                        language.formats().percent(part.share())))
                .orElseGet(() -> language.say("says_few_apart"));
    }

    /** @param figure zone-filling: the first zone and the last */
    static String zones(Language language, Figure figure) {
        List<Part> zones = figure.parts().stream()
                .filter(part -> !Labels.apart(part) && !part.key().equals("other"))
                .toList();
        return zones.size() < 2
                ? language.say("says_few_apart")
                : language.say(
                        "says_zone_filling",
                        zones.get(0).key(),
                        language.formats().percent(zones.get(0).share()),
                        zones.get(zones.size() - 1).key(),
                        language.formats().percent(zones.get(zones.size() - 1).share()));
    }

    /** @param figure price-moves */
    static String priceMoves(Language language, Figure figure) {
        double share = figure.value() == null ? 0 : figure.value();
        return share == 0
                ? language.say("says_price_moves_none")
                : language.say("says_price_moves", language.formats().percent(share));
    }

    private static Optional<Part> largest(Figure figure) {
        return figure.parts().stream()
                .filter(part -> !Labels.apart(part) && part.value() > 0)
                .max(Comparator.comparingDouble(Part::share));
    }

    private static Optional<Double> valueOf(Figure figure, String key) {
        return figure.parts().stream()
                .filter(part -> part.key().equals(key))
                .map(Part::value)
                .findFirst();
    }
}
