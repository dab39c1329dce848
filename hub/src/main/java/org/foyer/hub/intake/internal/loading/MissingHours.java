package org.foyer.hub.intake.internal.loading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.SortedSet;
import java.util.TreeSet;

/** Hours that clocks left out when they were put forward; nobody sold a ticket in one. */
final class MissingHours {

    private static final Instant FIRST = Instant.parse("1700-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

    private MissingHours() {}

    /** Days on which clocks of a zone left out an hour, from 1700 to 2100. */
    static SortedSet<LocalDate> days(ZoneId zone) {
        SortedSet<LocalDate> days = new TreeSet<>();
        ZoneRules rules = zone.getRules();
        for (ZoneOffsetTransition change = rules.nextTransition(FIRST);
                change != null && change.getInstant().isBefore(LAST);
                change = rules.nextTransition(change.getInstant())) {
            if (change.isGap()) {
                days.add(change.getDateTimeBefore().toLocalDate());
                days.add(change.getDateTimeAfter().toLocalDate());
            }
        }
        return days;
    }

    /**
     * Condition that a local moment never was. The engine's conversion is slow, so only the moments of those days are
     * converted there and back.
     *
     * @param back the moment, converted to UTC and back
     */
    static String condition(String moment, String zone, String back) {
        SortedSet<LocalDate> days = days(ZoneId.of(zone));
        return days.isEmpty()
                ? "false"
                : "cast(" + moment + " as date) in (select unnest(cast('" + days + "' as date[]))) and " + moment
                        + " <> " + back;
    }
}
