package org.foyer.hub.governance.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.internal.OverlapPublications.Published;
import org.foyer.hub.model.KeyedNoise;

/**
 * Two numbers for a set of shows. A show is counted in one set alone until the quarter ends, whichever company asks and however it calls its
 * tour: figures of many sets could be subtracted, or their mean taken.
 */
public final class TourFigures {

    private static final String ALL = "tour-all:";
    private static final String SEVERAL = "tour-several:";
    private static final String DAY = "tour-day:";
    private static final int STEP = 10;

    private TourFigures() {}

    /** The shows of a set, in the order of their identifiers. */
    public static String set(Set<String> shows) {
        return String.join(",", new TreeSet<>(shows));
    }

    /** Sets that were counted this quarter and have a show in common with one, each as its shows. */
    public static List<Set<String>> touching(Map<String, Published> known, Set<String> shows) {
        return known.keySet().stream()
                .filter(figure -> figure.startsWith(ALL))
                .map(figure ->
                        Set.copyOf(Arrays.asList(figure.substring(ALL.length()).split(","))))
                .filter(set -> set.stream().anyMatch(shows::contains))
                .sorted(Comparator.comparing(TourFigures::set))
                .toList();
    }

    /** Moved, rounded, to be kept. A person changes either by one at most: their odds by e to the 2/5 together. */
    public static Map<String, Published> of(
            String set, long all, long several, LocalDate asOf, String period, byte[] secret) {
        Map<String, Published> made = new HashMap<>();
        made.put(ALL + set, moved(ALL + set, all, period, secret));
        made.put(SEVERAL + set, moved(SEVERAL + set, several, period, secret));
        made.put(DAY + set, new Published(asOf.toEpochDay(), null));
        return made;
    }

    private static Published moved(String figure, long exact, String period, byte[] secret) {
        byte[] label = (period + "|" + figure).getBytes(StandardCharsets.UTF_8);
        return new Published(Math.floorDiv(exact + KeyedNoise.of(secret, label) + STEP / 2, STEP) * STEP, null);
    }

    public static Optional<Long> all(Map<String, Published> known, String set) {
        return number(known, ALL + set).filter(all -> all >= OverlapGate.LEAST);
    }

    /** Neither they nor those of one house alone may be few. */
    public static Optional<Long> several(Map<String, Published> known, String set) {
        long all = number(known, ALL + set).orElse(0L);
        return number(known, SEVERAL + set)
                .filter(several -> several >= OverlapGate.LEAST && all - several >= OverlapGate.LEAST);
    }

    public static Optional<LocalDate> asOf(Map<String, Published> known, String set) {
        return number(known, DAY + set).map(LocalDate::ofEpochDay);
    }

    private static Optional<Long> number(Map<String, Published> known, String figure) {
        return Optional.ofNullable(known.get(figure)).map(Published::about);
    }
}
