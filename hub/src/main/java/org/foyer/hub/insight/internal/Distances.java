package org.foyer.hub.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.AudienceSheet.Area;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.foyer.hub.insight.Figure.Part;
import org.jspecify.annotations.Nullable;

/**
 * How far buyers live from the house. Areas are told one by one beside these sums, so that whoever takes them away is left with
 * the people of withheld areas: it is these rests that must not be too small.
 */
final class Distances {

    /** Upper ends of the bands in kilometres, and their keys. */
    private static final double[] ENDS = {5, 10, 30, 100, Double.POSITIVE_INFINITY};

    static final List<String> BANDS = List.of("km-5", "km-10", "km-30", "km-100", "km-over-100");

    private final @Nullable Place home;
    private final List<Area> placed;
    private final Set<Area> told;
    /** Of withheld areas without a known place. */
    private final long unplaced;

    /**
     * @param all areas with a postcode
     * @param told those that are told one by one
     */
    Distances(@Nullable Place home, List<Area> all, List<Area> told) {
        this.home = home;
        this.placed = all.stream().filter(area -> area.kilometres() != null).toList();
        this.told = Set.copyOf(told);
        this.unplaced = buyers(all, area -> area.kilometres() == null && !this.told.contains(area));
    }

    /** Nearest first, then the people whom no band may count; empty when no distance is known. */
    List<Part> bands() {
        if (placed.isEmpty()) {
            return List.of();
        }
        long small = SmallGroups.mayBeTold(unplaced) ? 0 : unplaced;
        long whole = buyers(placed, area -> true) + small;
        List<Long> rests = IntStream.range(0, ENDS.length)
                .mapToObj(band -> rest(area -> band(area) == band))
                .toList();
        List<Boolean> withheld = withheld(rests);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < ENDS.length; i++) {
            int band = i;
            long hidden = withheld.get(band) ? rests.get(band) : 0;
            parts.add(Draft.part(BANDS.get(band), buyers(placed, area -> band(area) == band) - hidden, whole));
            small += hidden;
        }
        if (small > 0) {
            parts.add(Draft.part(PeopleParts.SMALL, small, whole));
        }
        return parts;
    }

    /** The withheld areas that the sums told here are made of: those of the bands, those of the shares. */
    List<List<Set<Area>>> sums() {
        List<Set<Area>> bands =
                IntStream.range(0, ENDS.length).mapToObj(this::hidden).toList();
        List<Boolean> withheld = withheld(bands.stream().map(Distances::buyers).toList());
        List<Set<Area>> shares = shareIsTold() ? parts().map(this::hidden).toList() : List.of();
        return List.of(
                IntStream.range(0, ENDS.length)
                        .filter(band -> !withheld.get(band))
                        .mapToObj(bands::get)
                        .toList(),
                shares);
    }

    private Set<Area> hidden(int band) {
        return hidden(area -> band(area) == band);
    }

    private Set<Area> hidden(Predicate<Area> part) {
        return placed.stream().filter(part.and(area -> !told.contains(area))).collect(Collectors.toUnmodifiableSet());
    }

    /** Whoever takes the bands from all is left with the people whose place is not known: few of them hide among others. */
    private List<Boolean> withheld(List<Long> rests) {
        return SmallGroups.withheld(
                Stream.concat(rests.stream(), Stream.of(SmallGroups.mayBeTold(unplaced) ? 0 : unplaced))
                        .toList());
    }

    /** Share of those with a known place who live in the house's département; null when not known or not to be told. */
    @Nullable
    Double sameDepartment() {
        return share(this::inDepartment);
    }

    /** The same for its region. */
    @Nullable
    Double sameRegion() {
        return share(this::inRegion);
    }

    private @Nullable Double share(Predicate<Area> counted) {
        long whole = buyers(placed, area -> true);
        return whole == 0 || !shareIsTold() ? null : (double) buyers(placed, counted) / whole;
    }

    private boolean shareIsTold() {
        return home != null
                && !home.department().isEmpty()
                && SmallGroups.mayBeTold(unplaced)
                && parts().allMatch(part -> SmallGroups.mayBeTold(rest(part)));
    }

    private Stream<Predicate<Area>> parts() {
        return Stream.of(this::inDepartment, area -> inRegion(area) && !inDepartment(area), area -> !inRegion(area));
    }

    private boolean inDepartment(Area area) {
        return area.place() != null && home != null && area.place().department().equals(home.department());
    }

    private boolean inRegion(Area area) {
        return area.place() != null && home != null && area.place().region().equals(home.region());
    }

    private long rest(Predicate<Area> part) {
        return buyers(placed, part.and(area -> !told.contains(area)));
    }

    private static long buyers(Set<Area> areas) {
        return areas.stream().mapToLong(Area::buyers).sum();
    }

    private static long buyers(List<Area> areas, Predicate<Area> counted) {
        return areas.stream().filter(counted).mapToLong(Area::buyers).sum();
    }

    /** The key of the band. */
    static String band(double kilometres) {
        return BANDS.get(place(kilometres));
    }

    private static int band(Area area) {
        return place(area.kilometres() == null ? Double.POSITIVE_INFINITY : area.kilometres());
    }

    private static int place(double kilometres) {
        return IntStream.range(0, ENDS.length)
                .filter(at -> kilometres <= ENDS[at])
                .findFirst()
                .orElseThrow();
    }
}
