package org.foyer.hub.insight.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.AudienceSheet.Area;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.foyer.hub.insight.AudienceSheet.Region;
import org.foyer.hub.insight.AudienceSheet.Regions;
import org.foyer.hub.model.FrenchRegions;
import org.jspecify.annotations.Nullable;

/**
 * In which regions buyers live, beside the region of the house. Areas, distances and the shares of the house's own département and region
 * are told beside these sums; of the people of withheld areas a region counts those whom no subtraction can bring out.
 */
final class HomeRegions {

    private final @Nullable Place home;
    private final long whole;
    /** Under an empty code those whose region is not known. */
    private final Map<String, List<Area>> byRegion;

    private final Set<Area> told;
    private final List<List<Set<Area>>> sums;

    /**
     * @param all areas with a postcode
     * @param told those that are told one by one
     * @param sums of withheld areas that are told otherwise, each list with sums that have no area in common
     */
    HomeRegions(@Nullable Place home, List<Area> all, List<Area> told, List<List<Set<Area>>> sums) {
        this.home = home;
        this.told = Set.copyOf(told);
        this.sums = sums;
        this.whole = buyers(all);
        this.byRegion =
                all.stream().collect(Collectors.groupingBy(HomeRegions::region, TreeMap::new, Collectors.toList()));
    }

    /** Most buyers first; without regions of which nobody may be counted. */
    Regions told() {
        List<String> codes = List.copyOf(byRegion.keySet());
        List<Set<Area>> rests = codes.stream().map(this::rest).toList();
        List<Boolean> withheld =
                SmallGroups.withheld(rests.stream().map(HomeRegions::buyers).toList());
        List<Set<Area>> counted = new ArrayList<>();
        for (int i = 0; i < rests.size(); i++) {
            if (!withheld.get(i)) {
                counted.add(rests.get(i));
            }
        }
        boolean apart = sums.stream().allMatch(others -> holds(others, counted) && holds(counted, others));
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < rests.size(); i++) {
            boolean hides = (!apart || withheld.get(i)) && !rests.get(i).isEmpty();
            long buyers = buyers(byRegion.getOrDefault(codes.get(i), List.of())) - (hides ? buyers(rests.get(i)) : 0);
            if (buyers > 0 && !codes.get(i).isEmpty()) {
                regions.add(region(codes.get(i), buyers, hides));
            }
        }
        regions.sort(Comparator.comparingLong(Region::buyers).reversed());
        long shown = regions.stream().mapToLong(Region::buyers).sum();
        String own = home == null || home.region().isEmpty() ? null : home.region();
        return new Regions(own, List.copyOf(regions), whole - shown);
    }

    private Region region(String code, long buyers, boolean hides) {
        long inhabitants = Territory.france().inhabitants(code);
        return new Region(
                code,
                FrenchRegions.name(code).orElse(code),
                buyers,
                (double) buyers / whole,
                hides || inhabitants == 0 ? null : 1_000.0 * buyers / inhabitants);
    }

    /** Whether taking the finer sums away from each coarser one that contains them leaves nobody or enough. */
    private static boolean holds(List<Set<Area>> coarse, List<Set<Area>> fine) {
        return coarse.stream().allMatch(whole -> {
            long rest = fine.stream()
                    .filter(part -> !part.isEmpty() && whole.containsAll(part))
                    .mapToLong(HomeRegions::buyers)
                    .sum();
            return SmallGroups.mayBeTold(buyers(whole) - rest);
        });
    }

    private Set<Area> rest(String region) {
        return Stream.ofNullable(byRegion.get(region))
                .flatMap(List::stream)
                .filter(area -> !told.contains(area))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long buyers(Iterable<Area> areas) {
        long buyers = 0;
        for (Area area : areas) {
            buyers += area.buyers();
        }
        return buyers;
    }

    private static String region(Area area) {
        return area.place() == null ? "" : area.place().region();
    }
}
