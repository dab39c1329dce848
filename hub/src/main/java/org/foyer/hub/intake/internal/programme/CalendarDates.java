package org.foyer.hub.intake.internal.programme;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import org.foyer.hub.intake.internal.programme.CalendarLines.Line;

/** The dates of an event that repeats, on the clock of its first. */
final class CalendarDates {

    /** Dates of one event: more than any run has. */
    static final int DATES_MAX = 1_000;

    /** Years that a rule without end is followed. */
    static final int ENDLESS_YEARS = 2;

    private static final int YEARS_MAX = 20;
    private static final Pattern FREQUENCY =
            Pattern.compile("(?:^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL = Pattern.compile("(?:^|;)UNTIL=([^;]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile("(?:^|;)COUNT=(\\d{1,9})", Pattern.CASE_INSENSITIVE);

    private final CalendarZones zones;

    CalendarDates(CalendarZones zones) {
        this.zones = zones;
    }

    /**
     * What a rule gives.
     *
     * @param dates in order
     * @param cut whether the rule goes on
     * @param readable whether the rule could be followed
     */
    record Dates(Set<LocalDateTime> dates, boolean cut, boolean readable) {}

    /** A date or hour as a property gives it, in the zone that it names. */
    Optional<Moment> moment(Line line, String value) {
        return Moment.of(value).map(moment -> {
            String zone = line.parameters().getOrDefault("TZID", "");
            boolean local = moment.time() != null && moment.zone().equals(Moment.HOUSE) && !zone.isEmpty();
            return local ? new Moment(moment.day(), moment.time(), zones.of(zone)) : moment;
        });
    }

    /** The same instant on the clock of another moment, so that both can be compared. */
    static LocalDateTime onClockOf(Moment first, Moment other) {
        LocalDateTime local = local(other);
        boolean known = isZone(first.zone()) && isZone(other.zone()) && first.time() != null && other.time() != null;
        if (known && !first.zone().equals(other.zone())) {
            return local.atZone(ZoneId.of(other.zone()))
                    .withZoneSameInstant(ZoneId.of(first.zone()))
                    .toLocalDateTime();
        }
        return other.time() == null && first.time() != null
                ? other.day().atTime(Objects.requireNonNull(first.time()))
                : local;
    }

    private static boolean isZone(String zone) {
        return !zone.isEmpty() && !zone.equals(Moment.HOUSE);
    }

    static LocalDateTime local(Moment moment) {
        LocalTime time = moment.time();
        return time == null ? moment.day().atStartOfDay() : moment.day().atTime(time);
    }

    Dates of(CalendarEvent event, Moment first) {
        Set<LocalDateTime> dates = new TreeSet<>();
        dates.add(local(first));
        boolean cut = false;
        String rule = event.text("RRULE");
        if (!rule.isEmpty()) {
            if (!FREQUENCY.matcher(rule).find()) {
                return new Dates(dates, false, false);
            }
            try {
                cut = follow(rule, first, dates);
            } catch (RuntimeException broken) { // ical4j's own parsing throws whatever it meets
                return new Dates(dates, false, false);
            }
        }
        for (Line line : event.list("RDATE")) {
            for (String value : line.value().split(",")) {
                moment(line, value.split("/", 2)[0]).ifPresent(more -> dates.add(onClockOf(first, more)));
            }
        }
        for (Line line : event.list("EXDATE")) {
            for (String value : line.value().split(",")) {
                moment(line, value).ifPresent(less -> {
                    if (less.time() == null) {
                        dates.removeIf(date -> date.toLocalDate().equals(less.day()));
                    } else {
                        dates.remove(onClockOf(first, less));
                    }
                });
            }
        }
        return new Dates(dates, cut, true);
    }

    /** Answers whether the rule goes on behind the last date. The end is compared here, for it is told on another clock. */
    private boolean follow(String rule, Moment first, Set<LocalDateTime> dates) {
        LocalDateTime seed = local(first);
        Matcher until = UNTIL.matcher(rule);
        boolean counted = COUNT.matcher(rule).find();
        LocalDateTime end = seed.plusYears(counted ? YEARS_MAX : ENDLESS_YEARS);
        boolean endless = !counted;
        if (until.find()) {
            Moment last = Moment.of(until.group(1)).orElseThrow(() -> new DateTimeException("no end"));
            LocalDateTime told = last.time() == null ? last.day().atTime(LocalTime.MAX) : onClockOf(first, last);
            endless = told.isAfter(seed.plusYears(YEARS_MAX));
            end = endless ? seed.plusYears(YEARS_MAX) : told;
        }
        String bare = UNTIL.matcher(rule).replaceAll("").replaceFirst("^;", "");
        List<LocalDateTime> found =
                new Recur<LocalDateTime>(bare).getDates(seed, seed, end.plusSeconds(1), DATES_MAX + 1);
        LocalDateTime last = end;
        found.stream().filter(date -> !date.isAfter(last)).limit(DATES_MAX).forEach(dates::add);
        return endless || found.size() > DATES_MAX;
    }
}
