package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.Figure;

/** The parts of a figure as bars. */
final class PartBars {

    private static final Set<String> OF_PEOPLE =
            Set.of("frequency", "recency", "next-visit", "segments", "lifetime-spending");

    private PartBars() {}

    /** @param currency ISO 4217 code, for steps of money */
    static Bars of(Language language, Figure figure, String name, String currency) {
        boolean rates = figure.indicator().equals("data-quality");
        boolean means = figure.indicator().equals("place-in-run");
        double largest = figure.parts().stream()
                .mapToDouble(part -> rates ? 1 : means ? part.value() : part.share())
                .max()
                .orElse(1);
        List<Bars.Row> rows = new ArrayList<>();
        for (Figure.Part part : figure.parts()) {
            rows.add(new Bars.Row(
                    Labels.part(language, figure.indicator(), part.key(), currency),
                    language.formats().number(Math.round(part.value())),
                    means ? "" : language.formats().percent(part.share()),
                    Bars.width(means ? part.value() : part.share(), largest),
                    Labels.apart(part)));
        }
        String people = OF_PEOPLE.contains(figure.indicator()) ? "buyers" : "tickets";
        String value = language.say(rates ? "known_of" : means ? "tickets_each" : people);
        return new Bars(name, value, rows);
    }
}
