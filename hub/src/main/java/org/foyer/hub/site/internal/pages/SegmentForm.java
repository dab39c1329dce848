package org.foyer.hub.site.internal.pages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.insight.SegmentChoices;
import org.foyer.hub.insight.SegmentCondition;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentKind;
import org.jspecify.annotations.Nullable;

/**
 * The builder: a form that sends what a query string says. Ranges are two fields and their months, which are put together here.
 *
 * @param boxes conditions of which several values can be chosen
 * @param lists conditions of one value
 * @param ranges visits and money
 * @param area beginnings of postcodes, as typed
 * @param scores cells of recency, frequency and money, as typed
 * @param fixedScores the same by fixed thresholds
 */
public record SegmentForm(
        List<Group> boxes, List<Group> lists, List<Range> ranges, String area, String scores, String fixedScores) {

    /** @param open whether something of it is chosen */
    public record Group(String key, String title, @Nullable String hint, List<Option> options, boolean open) {}

    public record Option(String value, String text, boolean chosen) {}

    public record Range(String key, String title, List<Option> from, List<Option> to, List<Option> months) {}

    private static final String FROM = "-from";
    private static final String TO = "-to";
    private static final String MONTHS = "-months";

    /** A query string with the fields of ranges put together; every other pair stays as it is. */
    static String gathered(String query) {
        Map<String, String> ends = new LinkedHashMap<>();
        List<String> pairs = new ArrayList<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            boolean ofRange = List.of("visits", "spend").stream()
                    .anyMatch(kind -> List.of(FROM, TO, MONTHS).contains(parts[0].replaceFirst("^" + kind, "")));
            if (ofRange) {
                ends.put(parts[0], parts.length < 2 ? "" : decoded(parts[1]));
            } else {
                pairs.add(pair);
            }
        }
        for (String kind : List.of("visits", "spend")) {
            String from = ends.getOrDefault(kind + FROM, "");
            String to = ends.getOrDefault(kind + TO, "");
            String months = ends.getOrDefault(kind + MONTHS, "");
            if (!from.isEmpty() || !to.isEmpty()) {
                pairs.add(kind + "=" + from + ".." + to + (months.isEmpty() ? "" : "@" + months));
            }
        }
        return String.join("&", pairs);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    static SegmentForm of(Language language, SegmentDefinition asked, SegmentChoices choices, SegmentWords words) {
        Builder builder = new Builder(language, asked, words);
        return new SegmentForm(
                List.of(
                        builder.group(SegmentKind.RF, SegmentKind.RF.choices()),
                        builder.group(SegmentKind.GENRE, choices.genres()),
                        builder.group(SegmentKind.SEASON, choices.seasons()),
                        builder.group(
                                SegmentKind.PRODUCTION,
                                choices.productions().stream()
                                        .map(production -> Long.toString(production.id()))
                                        .toList()),
                        builder.group(SegmentKind.TARIFF, SegmentKind.TARIFF.choices()),
                        builder.group(SegmentKind.CHANNEL, SegmentKind.CHANNEL.choices())),
                List.of(
                        builder.group(SegmentKind.WITHIN, SegmentKind.WITHIN.choices()),
                        builder.group(SegmentKind.NOT_WITHIN, SegmentKind.NOT_WITHIN.choices()),
                        builder.group(SegmentKind.FIRST, choices.seasons())),
                List.of(builder.range(SegmentKind.VISITS), builder.range(SegmentKind.SPEND)),
                typed(asked, SegmentKind.AREA),
                typed(asked, SegmentKind.RFM),
                typed(asked, SegmentKind.RFM_FIXED));
    }

    private static String typed(SegmentDefinition asked, SegmentKind kind) {
        return asked.condition(kind)
                .map(condition -> String.join(" ", condition.values()))
                .orElse("");
    }

    private record Builder(Language language, SegmentDefinition asked, SegmentWords words) {

        /** With what is asked for and the house's data no longer offers. */
        Group group(SegmentKind kind, List<String> offered) {
            List<String> chosen =
                    asked.condition(kind).map(SegmentCondition::values).orElse(List.of());
            List<String> values = new ArrayList<>(offered);
            chosen.stream().filter(value -> !values.contains(value)).forEach(values::add);
            String key = "segment_field_" + Labels.underscored(kind.key());
            return new Group(
                    kind.key(),
                    language.say(key),
                    language.knows(key + "_hint") ? language.say(key + "_hint") : null,
                    values.stream()
                            .map(value -> new Option(value, text(kind, value), chosen.contains(value)))
                            .toList(),
                    !chosen.isEmpty());
        }

        private String text(SegmentKind kind, String value) {
            return kind.form() == SegmentKind.Form.MONTHS ? months(value) : words.value(kind, value);
        }

        private String months(String value) {
            return language.count("segment_months", Long.parseLong(value));
        }

        Range range(SegmentKind kind) {
            Optional<SegmentCondition> condition = asked.condition(kind);
            return new Range(
                    kind.key(),
                    language.say("segment_field_" + kind.key()),
                    steps(kind.choices(), condition.map(SegmentCondition::from).orElse(null)),
                    steps(kind.choices(), condition.map(SegmentCondition::to).orElse(null)),
                    SegmentKind.Form.MONTHS_STEPS.stream()
                            .map(step -> new Option(
                                    step,
                                    months(step),
                                    step.equals(String.valueOf(condition
                                            .map(SegmentCondition::months)
                                            .orElse(null)))))
                            .toList());
        }

        private List<Option> steps(List<String> steps, @Nullable Integer chosen) {
            return steps.stream()
                    .map(step -> new Option(
                            step, language.formats().number(Long.parseLong(step)), step.equals(String.valueOf(chosen))))
                    .toList();
        }
    }
}
