package org.foyer.hub.catalogue.internal.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.internal.Meanings;
import org.foyer.hub.catalogue.internal.Start;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * One performance as agendas want it.
 *
 * @param begin with the clock of the hall; null when the hour is not known
 * @param end null when the hour or the length is not known
 * @param availability what is said of its seats, null when nothing is
 * @param audiences whom it is meant for, as far as that is certain
 * @param attendance where one attends it: in a hall where nobody said otherwise
 */
record OutgoingDate(
        LocalDate day,
        @Nullable OffsetDateTime begin,
        @Nullable OffsetDateTime end,
        PerformanceState state,
        @Nullable Concept availability,
        List<Concept> audiences,
        Attendance attendance) {

    /** Where one attends a date, with its number in OpenAgenda. */
    enum Attendance {
        OFFLINE(1),
        ONLINE(2),
        MIXED(3);

        private final int number;

        Attendance(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        /** Its name in UiTdatabank. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Of several dates, of which there is one at least: in both ways where one differs from another. */
        static Attendance of(List<OutgoingDate> dates) {
            Attendance first = dates.get(0).attendance();
            return dates.stream().allMatch(date -> date.attendance() == first) ? first : MIXED;
        }

        private static Attendance of(@Nullable String said) {
            return "online".equals(said) ? ONLINE : "mixed".equals(said) ? MIXED : OFFLINE;
        }
    }

    private static final Vocabulary AVAILABILITY = Vocabularies.of("availability");
    private static final String SOLD_OUT = "sold-out";

    /** Programs want whole minutes of distance to UTC. */
    private static final int SECONDS_PER_MINUTE = 60;

    static OutgoingDate of(ProgrammeEntry entry, ZoneId zone) {
        OffsetDateTime begin = begin(Start.of(entry, zone));
        Integer minutes = entry.minutes();
        return new OutgoingDate(
                entry.performance().day(),
                begin,
                begin == null || minutes == null || minutes <= 0 ? null : begin.plusMinutes(minutes),
                entry.performance().state(),
                Optional.ofNullable(entry.described("availability"))
                        .flatMap(AVAILABILITY::concept)
                        .orElse(null),
                Meanings.audiences(entry.described("audience")),
                Attendance.of(entry.described("attendance")));
    }

    private static @Nullable OffsetDateTime begin(Start start) {
        Instant at = start.at();
        LocalDateTime local = start.local();
        if (at == null || local == null) {
            return null;
        }
        long seconds = Duration.between(LocalDateTime.ofInstant(at, ZoneOffset.UTC), local)
                .getSeconds();
        return at.atOffset(ZoneOffset.ofTotalSeconds(Math.toIntExact(seconds - seconds % SECONDS_PER_MINUTE)));
    }

    boolean isSoldOut() {
        return availability != null && availability.code().equals(SOLD_OUT);
    }

    /** Whether it takes place, as far as is known. */
    boolean isOn() {
        return state == PerformanceState.SCHEDULED || state == PerformanceState.RESCHEDULED;
    }
}
