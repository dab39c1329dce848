package org.foyer.hub.catalogue.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Which dates of several houses are one evening: on one day, in towns and at venues that do not contradict. The one at the same hour, else
 * the one that is left; two houses that present are in one evening only at the same hour in a venue of the same name.
 */
final class ToldEvenings {

    private static final int SAME_HOUR = 4;
    private static final int SAME_VENUE = 2;
    private static final int POSSIBLE = 1;

    private final Set<HouseId> makers;

    /** @param makers houses that make the show */
    ToldEvenings(Set<HouseId> makers) {
        this.makers = makers;
    }

    /** @return in order of day and hour; who presents before who makes */
    List<List<ProgrammeEntry>> of(List<ProgrammeEntry> dates) {
        Map<LocalDate, List<ProgrammeEntry>> days = new TreeMap<>();
        dates.forEach(date -> days.computeIfAbsent(date.performance().day(), day -> new ArrayList<>())
                .add(date));
        List<List<ProgrammeEntry>> all = new ArrayList<>();
        days.values().forEach(day -> all.addAll(ofDay(day)));
        return all;
    }

    private List<List<ProgrammeEntry>> ofDay(List<ProgrammeEntry> dates) {
        List<List<ProgrammeEntry>> evenings = new ArrayList<>();
        List<ProgrammeEntry> left = new ArrayList<>();
        for (ProgrammeEntry date : ordered(dates)) {
            if (!joined(evenings, date, SAME_HOUR)) {
                if (makes(date)) {
                    left.add(date);
                } else {
                    evenings.add(new ArrayList<>(List.of(date)));
                }
            }
        }
        for (ProgrammeEntry date : left) {
            if (!joined(evenings, date, POSSIBLE)) {
                evenings.add(new ArrayList<>(List.of(date)));
            }
        }
        evenings.sort(Comparator.comparing(
                evening -> evening.get(0).startsLocal(), Comparator.nullsFirst(Comparator.naturalOrder())));
        return evenings;
    }

    private List<ProgrammeEntry> ordered(List<ProgrammeEntry> dates) {
        return dates.stream()
                .sorted(Comparator.comparing(this::makes)
                        .thenComparing(ProgrammeEntry::startsLocal, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(date -> date.performance().id()))
                .toList();
    }

    private boolean makes(ProgrammeEntry date) {
        return makers.contains(date.performance().house());
    }

    private boolean joined(List<List<ProgrammeEntry>> evenings, ProgrammeEntry date, int least) {
        List<ProgrammeEntry> best = null;
        int most = 0;
        for (List<ProgrammeEntry> evening : evenings) {
            int likeness = evening.stream()
                    .mapToInt(other -> likeness(other, date))
                    .min()
                    .orElse(0);
            if (likeness >= least && likeness > most) {
                best = evening;
                most = likeness;
            }
        }
        return best != null && best.add(date);
    }

    private int likeness(ProgrammeEntry one, ProgrammeEntry other) {
        boolean sameHour = one.startsLocal() != null && one.startsLocal().equals(other.startsLocal());
        boolean sameVenue = contains(venue(one), venue(other)) || contains(venue(other), venue(one));
        boolean bothPresent = !makes(one) && !makes(other);
        if (one.production().id() == other.production().id()
                || contradicts(town(one), town(other))
                || bothPresent && !(sameHour && sameVenue)) {
            return 0;
        }
        return POSSIBLE + (sameHour ? SAME_HOUR : 0) + (sameVenue ? SAME_VENUE : 0);
    }

    private static boolean contradicts(String one, String other) {
        return !one.isBlank() && !other.isBlank() && !contains(one, other) && !contains(other, one);
    }

    private static boolean contains(String one, String other) {
        return !other.isBlank() && one.contains(other);
    }

    private static String venue(ProgrammeEntry date) {
        return date.venue() == null ? "" : Makers.words(date.venue().name());
    }

    private static String town(ProgrammeEntry date) {
        return date.venue() == null ? "" : text(date.venue().address().city());
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : Makers.words(words);
    }
}
