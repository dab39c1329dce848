package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Event;
import org.foyer.hub.governance.Consents.OfPerson;
import org.foyer.hub.governance.Consents.Stand;
import org.foyer.hub.governance.Consents.Standing;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of being contacted, and the form to write down more.
 *
 * @param channels titles, in the order of the cells
 * @param kept whether something was written down a moment ago
 */
public record ConsentsView(
        String action,
        List<String> channels,
        List<Row> rows,
        List<Line> history,
        ConsentForm form,
        boolean kept,
        List<Fault> faults) {

    /** A purpose. */
    public record Row(String purpose, @Nullable String what, List<Cell> cells) {}

    /**
     * What stands for a channel.
     *
     * @param tone {@code good}, {@code warn} or {@code bad}; empty when nothing was said
     */
    public record Cell(String channel, String tone, String standing, List<String> days) {}

    /** What was said once. */
    public record Line(
            String when,
            String what,
            String purpose,
            String channel,
            String how,
            @Nullable String wording,
            @Nullable String until,
            String by) {}

    /** What is wrong with what was typed. */
    public record Fault(String sentence, String mend) {}

    static ConsentsView of(
            Language language,
            ZoneId zone,
            String action,
            ConsentChoices choices,
            OfPerson of,
            ConsentForm form,
            boolean kept,
            List<Fault> faults) {
        return new ConsentsView(
                action,
                choices.channels().stream()
                        .map(channel -> channel.title().in(language.code()))
                        .toList(),
                rows(language, zone, choices, of.stands()),
                of.events().stream()
                        .map(event -> line(language, zone, choices, event))
                        .toList(),
                form,
                kept,
                faults);
    }

    /** Each fault with the field that it is in. */
    static List<Fault> faults(Language language, List<Consents.Fault> faults) {
        Sentences sentences = Sentences.in(language.locale());
        return faults.stream()
                .map(fault -> new Fault(
                        language.say(label(fault.field()))
                                + language.say("dp_colon")
                                + sentences.sentence(fault.code(), fault.arguments()),
                        sentences.mend(fault.code(), fault.arguments())))
                .toList();
    }

    /** The message that names a field of the form. */
    private static String label(String field) {
        return switch (field) {
            case "purposes" -> "consent_purposes";
            case "channels" -> "consent_channels";
            case "way" -> "consent_way";
            case "language" -> "consent_language";
            case "until" -> "consent_until_day";
            case "wording" -> "consent_text_agreed";
            default -> "consents_title";
        };
    }

    private static List<Row> rows(Language language, ZoneId zone, ConsentChoices choices, List<Stand> stands) {
        List<Row> rows = new ArrayList<>();
        for (ConsentChoices.Choice purpose : choices.purposes()) {
            List<Cell> cells = stands.stream()
                    .filter(stand -> stand.purpose().equals(purpose.id()))
                    .map(stand -> cell(language, zone, choices, stand))
                    .toList();
            rows.add(new Row(
                    purpose.title().in(language.code()),
                    purpose.what() == null ? null : purpose.what().in(language.code()),
                    cells));
        }
        return rows;
    }

    private static Cell cell(Language language, ZoneId zone, ConsentChoices choices, Stand stand) {
        List<String> days = new ArrayList<>();
        Event by = stand.by();
        if (by != null) {
            LocalDate said = by.saidDay();
            days.add(language.say(
                    "consent_since",
                    language.formats().day(said == null ? by.at().atZone(zone).toLocalDate() : said)));
            if (by.until() != null) {
                days.add(language.say("consent_until", language.formats().day(by.until())));
            }
        }
        return new Cell(
                ConsentChoices.title(choices.channels(), stand.channel(), language.code()),
                tone(stand.standing()),
                language.say("consent_standing_" + stand.standing().key()),
                days);
    }

    private static String tone(Standing standing) {
        return switch (standing) {
            case GIVEN -> "good";
            case EXPIRED -> "warn";
            case WITHDRAWN, OBJECTED -> "bad";
            case NOTHING -> "";
        };
    }

    private static Line line(Language language, ZoneId zone, ConsentChoices choices, Event event) {
        return new Line(
                language.formats().moment(event.at(), zone),
                language.say("consent_said_" + event.said().key()),
                ConsentChoices.title(choices.purposes(), event.purpose(), language.code()),
                ConsentChoices.title(choices.channels(), event.channel(), language.code()),
                way(language, choices, event),
                event.wording() == null
                        ? null
                        : language.say(
                                "consent_text_version",
                                event.wording().version(),
                                event.wording().text()),
                event.until() == null ? null : language.formats().day(event.until()),
                event.actor());
    }

    /** How it was said, and on which day where a file told one. */
    private static String way(Language language, ConsentChoices choices, Event event) {
        String way = ConsentChoices.title(choices.ways(), event.way(), language.code());
        return event.saidDay() == null
                ? way
                : way + " · "
                        + language.say("consent_said_day", language.formats().day(event.saidDay()));
    }
}
