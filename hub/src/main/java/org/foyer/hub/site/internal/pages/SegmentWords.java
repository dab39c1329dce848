package org.foyer.hub.site.internal.pages;

import org.foyer.hub.insight.SegmentChoices;
import org.foyer.hub.insight.SegmentCondition;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentKind;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** Says in words who is in a segment. */
final class SegmentWords {

    private final Language language;
    private final SegmentChoices choices;
    private final String currency;

    SegmentWords(Language language, SegmentChoices choices, String currency) {
        this.language = language;
        this.choices = choices;
        this.currency = currency;
    }

    /** One sentence. */
    String sentence(SegmentDefinition definition) {
        return definition.conditions().isEmpty()
                ? language.say("segment_everybody")
                : language.say(
                        "segment_who",
                        definition.conditions().stream()
                                .map(this::clause)
                                .reduce((one, other) -> language.say("segment_and", one, other))
                                .orElse(""));
    }

    /** The names of those shipped are rules; all others are the house's own. */
    String name(String name, boolean shipped) {
        return shipped ? Labels.kind(language, name) : name;
    }

    private String clause(SegmentCondition condition) {
        SegmentKind kind = condition.kind();
        String key = "segment_says_" + Labels.underscored(kind.key());
        return switch (kind) {
            case VISITS -> back(key, times(condition), condition.months());
            case SPEND -> back(key, amount(condition), condition.months());
            default -> language.say(key, either(condition));
        };
    }

    private String back(String key, String what, @Nullable Integer months) {
        return language.say(key, what)
                + (months == null ? "" : " " + language.say("segment_in_months", Integer.toString(months)));
    }

    private String times(SegmentCondition condition) {
        Integer from = condition.from();
        Integer to = condition.to();
        if (from != null && from.equals(to)) {
            return language.count("segment_times", from);
        }
        return ends(
                from == null ? null : language.formats().number(from),
                to == null ? null : language.formats().number(to));
    }

    private String amount(SegmentCondition condition) {
        return ends(money(condition.from()), money(condition.to()));
    }

    private @Nullable String money(@Nullable Integer units) {
        return units == null ? null : units + "\u00a0" + currency;
    }

    private String ends(@Nullable String from, @Nullable String to) {
        return to == null
                ? language.say("segment_or_more", String.valueOf(from))
                : from == null ? language.say("segment_at_most", to) : language.say("segment_between", from, to);
    }

    private String either(SegmentCondition condition) {
        boolean quoted = condition.kind() == SegmentKind.RF || condition.kind() == SegmentKind.PRODUCTION;
        String all = "";
        for (String value : condition.values()) {
            String word = value(condition.kind(), value);
            String said = quoted ? language.say("segment_quoted", word) : word;
            all = all.isEmpty() ? said : language.say("segment_or", all, said);
        }
        return all;
    }

    /** A value as people call it. */
    String value(SegmentKind kind, String value) {
        return switch (kind) {
            case RF, TARIFF, CHANNEL -> Labels.kind(language, value);
            case SEASON, FIRST -> language.formats().season(Season.parse(value));
            case PRODUCTION ->
                choices.productions().stream()
                        .filter(production -> Long.toString(production.id()).equals(value))
                        .map(SegmentChoices.Production::title)
                        .findFirst()
                        .orElse(value);
            default -> value;
        };
    }
}
