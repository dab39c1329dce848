package org.foyer.hub.intake.internal.loading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Hours that clocks left out when they were put forward; nobody sold a ticket in one. */
final class MissingHours {

    private MissingHours() {}

    /**
     * Condition that a local moment never was. The engine's conversion is slow, so only moments of the days of the year
     * on which clocks were ever put forward are converted there and back.
     *
     * @param yearMin first year that counts
     * @param yearMax last year that counts
     * @param back the moment, converted to UTC and back
     */
    static String condition(String moment, ZoneId zone, int yearMin, int yearMax, String back) {
        SortedSet<Integer> days = daysOfYear(zone, yearMin, yearMax);
        String list = days.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return days.isEmpty()
                ? "false"
                : "month(" + moment + ") * 100 + day(" + moment + ") in (" + list + ") and " + moment + " <> " + back;
    }

    /** Days as month × 100 + day. */
    private static SortedSet<Integer> daysOfYear(ZoneId zone, int yearMin, int yearMax) {
        SortedSet<Integer> days = new TreeSet<>();
        ZoneRules rules = zone.getRules();
        LocalDateTime first = LocalDateTime.of(yearMin, 1, 1, 0, 0);
        for (ZoneOffsetTransition change = rules.nextTransition(first.toInstant(ZoneOffset.UTC));
                change != null && change.getDateTimeBefore().getYear() <= yearMax;
                change = rules.nextTransition(change.getInstant())) {
            if (change.isGap()) {
                days.add(dayOfYear(change.getDateTimeBefore().toLocalDate()));
                days.add(dayOfYear(change.getDateTimeAfter().toLocalDate()));
            }
        }
        return days;
    }

    private static int dayOfYear(LocalDate day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }
}
