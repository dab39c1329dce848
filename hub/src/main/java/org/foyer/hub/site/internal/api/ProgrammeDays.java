package org.foyer.hub.site.internal.api;

import java.time.Clock;
import java.time.LocalDate;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * Which days of a programme are meant.
 *
 * @param from first day
 * @param to last day, included
 */
public record ProgrammeDays(LocalDate from, LocalDate to) {

    /**
     * Reads the days asked for. Without a first day: from today when the programme goes on, else the whole of it, so
     * that a house that lives in its archive has a programme too.
     */
    public static ProgrammeDays of(
            Programme programme, House house, @Nullable String from, @Nullable String to, Clock clock) {
        LocalDate today = Parameters.today(house, clock);
        Programme.Span span = programme.span(house.id()).orElse(new Programme.Span(today, today));
        LocalDate first = span.to().isBefore(today) ? span.from() : today;
        LocalDate asked = Parameters.day("from", from, first);
        LocalDate last = Parameters.day("to", to, span.to().isBefore(asked) ? asked : span.to());
        return new ProgrammeDays(asked, last);
    }
}
