package org.foyer.hub.site.internal.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.PerformanceState;

/**
 * Performances that cannot both take place, because they are in the same hall at the same time: they begin at the same moment, or one
 * begins before the other, whose length is known, is over. Where no hall is said, the venue is taken for one.
 */
final class Clashes {

    /** Two of them. @param first begins no later */
    record Clash(ProgrammeEntry first, ProgrammeEntry second) {}

    private Clashes() {}

    /** In order of the first. @param entries of one house, at most some hundreds */
    static List<Clash> of(List<ProgrammeEntry> entries) {
        Map<String, List<ProgrammeEntry>> halls = new LinkedHashMap<>();
        entries.stream()
                .filter(Clashes::needsItsHall)
                .sorted(Comparator.comparing(Clashes::starts)
                        .thenComparing(entry -> entry.performance().id()))
                .forEach(entry -> halls.computeIfAbsent(hall(entry), hall -> new ArrayList<>())
                        .add(entry));
        List<Clash> found = new ArrayList<>();
        for (List<ProgrammeEntry> inHall : halls.values()) {
            for (int i = 0; i < inHall.size(); i++) {
                for (int j = i + 1; j < inHall.size(); j++) {
                    if (overlap(inHall.get(i), inHall.get(j))) {
                        found.add(new Clash(inHall.get(i), inHall.get(j)));
                    }
                }
            }
        }
        found.sort(Comparator.comparing(clash -> starts(clash.first())));
        return found;
    }

    /** What names a hall of the house; empty when nobody said where a performance is. */
    static String hall(ProgrammeEntry entry) {
        String known = entry.described("hall_id");
        if (known != null) {
            return "hall/" + known;
        }
        String hall = entry.performance().hall();
        String plain = hall == null ? "" : hall.strip().toLowerCase(Locale.ROOT);
        return entry.venue() == null ? plain : entry.venue().id() + "/" + plain;
    }

    private static boolean needsItsHall(ProgrammeEntry entry) {
        PerformanceState state = entry.performance().state();
        return !CalendarCells.isOff(state)
                && state != PerformanceState.MOVED_ONLINE
                && !"online".equals(entry.described("attendance"))
                && entry.performance().startsAt() != null
                && !hall(entry).isEmpty();
    }

    private static Instant starts(ProgrammeEntry entry) {
        return Objects.requireNonNull(entry.performance().startsAt());
    }

    private static boolean overlap(ProgrammeEntry first, ProgrammeEntry second) {
        Integer minutes = first.minutes();
        Instant end = starts(first).plus(Duration.ofMinutes(minutes == null ? 0 : minutes));
        return starts(first).equals(starts(second)) || starts(second).isBefore(end);
    }
}
