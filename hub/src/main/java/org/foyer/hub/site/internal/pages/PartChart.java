package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.Figure;

/** The parts of a figure along a calendar or along the days before, as a chart. */
final class PartChart {

    private PartChart() {}

    static Chart of(Language language, Figure figure, String name, String finding, String csv) {
        boolean curve = figure.indicator().equals("booking-curve");
        List<String> categories = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Figure.Part part : figure.parts()) {
            String label = Labels.part(language, figure.indicator(), part.key());
            String tickets = language.formats().number(Math.round(part.value()));
            String share = language.formats().percent(part.share());
            categories.add(label);
            readings.add(language.say("reading_part", label, language.count("sold", Math.round(part.value())), share));
            rows.add(List.of(label, tickets, share));
        }
        List<Double> values = figure.parts().stream()
                .map(part -> curve ? part.share() : part.value())
                .toList();
        List<String> labels = curve
                ? List.of()
                : figure.parts().stream()
                        .map(part -> language.formats().wholePercent(part.share()))
                        .toList();
        var series = new Chart.Series(language.say("tickets"), 1, "solid", "circle", curve, values, labels);
        String axis = language.say(curve ? "axis_final_share" : "tickets");
        return new Chart(
                "chart-" + figure.indicator(),
                name,
                finding,
                new Chart.Drawing(
                        curve ? "lines" : "bars",
                        axis,
                        curve ? "ratio" : "number",
                        categories,
                        List.of(series),
                        null,
                        readings),
                new Chart.Table(
                        List.of(
                                language.say(curve ? "days_before" : "class"),
                                language.say("tickets"),
                                language.say("share")),
                        rows),
                csv);
    }
}
