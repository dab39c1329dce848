package org.foyer.hub.intake.internal.programme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A start or an end as a file tells it.
 *
 * @param day on the clock that is meant
 * @param time null where only the day is told
 * @param zone what clock that is: an IANA name, {@link #HOUSE}, {@link #WORLD}, or empty where the file names a zone that
 *     nobody knows
 */
record Moment(LocalDate day, @Nullable LocalTime time, String zone) {

    /** The clock of the hall, of which the file says nothing: that of the house. */
    static final String HOUSE = "house";

    /** The world clock, where the file does not say what hour it is in the hall. */
    static final String WORLD = "UTC";

    private static final Pattern ISO = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})"
            + "(?:[T ](\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?\\s?(Z|z|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final int SECONDS_PER_HOUR = 3_600;

    /** An end more than a day away is that of an exhibition or a festival, not of an evening. */
    private static final long MINUTES_MAX = 1_440;

    /** Reads an ISO 8601 date or date with time; empty when it is none or never was. */
    static Optional<Moment> of(String text) {
        Matcher iso = ISO.matcher(text.strip());
        if (!iso.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            if (iso.group(4) == null) {
                return Optional.of(new Moment(day, null, HOUSE));
            }
            LocalTime time = LocalTime.of(number(iso, 4), number(iso, 5), iso.group(6) == null ? 0 : number(iso, 6));
            return Optional.of(iso.group(7) == null ? new Moment(day, time, HOUSE) : at(day, time, iso.group(7)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher iso, int group) {
        return Integer.parseInt(iso.group(group));
    }

    /** An hour with its offset stays as it is written; with none that has a name it becomes one of the world clock. */
    private static Moment at(LocalDate day, LocalTime time, String written) {
        ZoneOffset offset = ZoneOffset.of(written.equalsIgnoreCase("Z") ? "Z" : written);
        return at(day.atTime(time), offset);
    }

    private static Moment at(LocalDateTime local, ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        if (seconds != 0 && seconds % SECONDS_PER_HOUR == 0 && Math.abs(seconds) <= 12 * SECONDS_PER_HOUR) {
            int hours = seconds / SECONDS_PER_HOUR;
            // these names count westwards
            return new Moment(
                    local.toLocalDate(), local.toLocalTime(), "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours));
        }
        LocalDateTime world = local.minusSeconds(seconds);
        return new Moment(world.toLocalDate(), world.toLocalTime(), WORLD);
    }

    /** The same hour of the hall, where the file tells its instant as well. */
    Moment known(Optional<Moment> instant) {
        if (time == null
                || !zone.equals(HOUSE)
                || instant.isEmpty()
                || instant.get().time() == null) {
            return this;
        }
        LocalDateTime local = day.atTime(time);
        long seconds = java.time.Duration.between(instant.get().local(), local).toSeconds();
        boolean likely = Math.abs(seconds) <= 14 * SECONDS_PER_HOUR && seconds % 900 == 0;
        return likely && instant.get().zone().equals(WORLD)
                ? at(local, ZoneOffset.ofTotalSeconds((int) seconds))
                : this;
    }

    /** The same on the clock of a zone, where the file names one apart from the hour. */
    Moment in(String iana) {
        if (time == null || iana.isEmpty() || !ZONES.contains(iana)) {
            return this;
        }
        LocalDateTime there = isKnown()
                ? local().atZone(ZoneId.of(zone))
                        .withZoneSameInstant(ZoneId.of(iana))
                        .toLocalDateTime()
                : local();
        return new Moment(there.toLocalDate(), there.toLocalTime(), iana);
    }

    private LocalDateTime local() {
        return time == null ? day.atStartOfDay() : day.atTime(time);
    }

    /** Whether clocks left this hour out when they were put forward; only told where the zone is known. */
    boolean neverWas() {
        if (time == null || zone.isEmpty() || zone.equals(HOUSE)) {
            return false;
        }
        return ZoneId.of(zone).getRules().getValidOffsets(local()).isEmpty();
    }

    /** Whether this is certainly before another. */
    boolean isBefore(Moment other) {
        boolean days = time == null || other.time == null;
        if (days) {
            // two clocks may be a day apart
            return day.isBefore(zone.equals(other.zone) ? other.day : other.day.minusDays(1));
        }
        if (zone.equals(other.zone)) {
            return local().isBefore(other.local());
        }
        boolean bothKnown = isKnown() && other.isKnown();
        return bothKnown
                ? local().atZone(ZoneId.of(zone)).isBefore(other.local().atZone(ZoneId.of(other.zone)))
                : local().plusDays(1).isBefore(other.local());
    }

    /** Minutes until another; 0 where it is not certain, or longer than a performance lasts. */
    long minutesTo(Moment other) {
        if (time == null || other.time == null || !(zone.equals(other.zone) || isKnown() && other.isKnown())) {
            return 0;
        }
        long minutes = zone.equals(other.zone) && !isKnown()
                ? ChronoUnit.MINUTES.between(local(), other.local())
                : ChronoUnit.MINUTES.between(
                        local().atZone(ZoneId.of(zone)), other.local().atZone(ZoneId.of(other.zone)));
        return minutes > MINUTES_MAX ? 0 : Math.max(0, minutes);
    }

    private boolean isKnown() {
        return !zone.isEmpty() && !zone.equals(HOUSE);
    }

    /** Puts the columns {@code day}, {@code time} and {@code hall_zone}. */
    void into(Map<String, String> row) {
        row.put("day", day.toString());
        row.put("time", time == null ? "" : "%02d:%02d".formatted(time.getHour(), time.getMinute()));
        row.put("hall_zone", time == null ? HOUSE : zone);
    }
}
