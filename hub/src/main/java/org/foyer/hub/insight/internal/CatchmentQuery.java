package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.AudienceSheet.Area;
import org.foyer.hub.insight.AudienceSheet.Catchment;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.BuyerAreas;
import org.jspecify.annotations.Nullable;

/** Where buyers live, without the areas that are too small to be told. */
final class CatchmentQuery {

    private static final String FRANCE = "FR";
    private static final Set<String> FRENCH = Set.of(FRANCE, "FRA", "FRANCE");

    private final House house;
    private final @Nullable Place home;

    private CatchmentQuery(House house) {
        this.house = house;
        this.home = place(house.address().country(), house.address().postcode()).orElse(null);
    }

    static Catchment read(Connection connection, House house, Season season, LocalDate asOf) throws SQLException {
        return new CatchmentQuery(house)
                .catchment(BuyerAreas.of(connection, house.id(), season.from(), season.to(), asOf));
    }

    /** Buyers by distance from the house, nearest first, of those whose place is known; nothing is withheld yet. */
    static Map<String, Long> bands(House house, List<BuyerAreas.Area> counted) {
        CatchmentQuery query = new CatchmentQuery(house);
        Map<String, Long> bands = new LinkedHashMap<>();
        Distances.BANDS.forEach(band -> bands.put(band, 0L));
        for (BuyerAreas.Area one : query.merged(counted)) {
            Double kilometres =
                    one.area() == null ? null : query.area(one, one.area()).kilometres();
            if (kilometres != null) {
                bands.merge(Distances.band(kilometres), one.buyers(), Long::sum);
            }
        }
        return bands;
    }

    private Catchment catchment(List<BuyerAreas.Area> counted) {
        long unknown = 0;
        List<Area> all = new ArrayList<>();
        for (BuyerAreas.Area one : merged(counted)) {
            if (one.area() == null) {
                unknown += one.buyers();
            } else {
                all.add(area(one, one.area()));
            }
        }
        List<Area> told = told(all);
        long known = all.stream().mapToLong(Area::buyers).sum();
        long shown = told.stream().mapToLong(Area::buyers).sum();
        Distances distances = new Distances(home, all, told);
        return new Catchment(
                known + unknown,
                unknown,
                known - shown,
                told.subList(0, Math.min(told.size(), Catchment.AREAS_MAX)),
                distances.bands(),
                distances.sameDepartment(),
                distances.sameRegion());
    }

    /** "FR", "France" and nothing at all are one country for a French house. */
    private List<BuyerAreas.Area> merged(List<BuyerAreas.Area> counted) {
        Map<List<@Nullable String>, Long> sums = new LinkedHashMap<>();
        for (BuyerAreas.Area area : counted) {
            sums.merge(java.util.Arrays.asList(country(area.country()), area.area()), area.buyers(), Long::sum);
        }
        return sums.entrySet().stream()
                .map(sum ->
                        new BuyerAreas.Area(sum.getKey().get(0), sum.getKey().get(1), sum.getValue()))
                .sorted(java.util.Comparator.comparingLong(BuyerAreas.Area::buyers)
                        .reversed())
                .toList();
    }

    private String country(@Nullable String said) {
        String country = said == null || said.isBlank() ? house.address().country() : said;
        return country == null ? "" : FRENCH.contains(country.toUpperCase(java.util.Locale.ROOT)) ? FRANCE : country;
    }

    private Optional<Place> place(@Nullable String country, @Nullable String postcode) {
        boolean french = country != null && FRENCH.contains(country.toUpperCase(java.util.Locale.ROOT));
        return french && postcode != null ? Territory.france().place(postcode) : Optional.empty();
    }

    private Area area(BuyerAreas.Area one, String postcode) {
        String country = one.country() == null ? "" : one.country();
        Place place = place(country, postcode).orElse(null);
        return new Area(
                postcode,
                country,
                one.buyers(),
                place,
                place == null || place.inhabitants() == 0 ? null : 1_000.0 * one.buyers() / place.inhabitants(),
                place == null || home == null ? null : Territory.kilometres(home, place));
    }

    private static List<Area> told(List<Area> all) {
        List<Boolean> withheld =
                SmallGroups.withheld(all.stream().map(Area::buyers).toList());
        return IntStream.range(0, all.size())
                .filter(at -> !withheld.get(at))
                .mapToObj(all::get)
                .toList();
    }
}
