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
import org.foyer.hub.insight.Figure.Part;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.BuyerAreas;
import org.jspecify.annotations.Nullable;

/** Where buyers live, without the areas that are too small to be told. */
final class CatchmentQuery {

    private static final String FRANCE = "FR";
    private static final Set<String> FRENCH = Set.of(FRANCE, "FRA", "FRANCE");

    /** Upper ends of the distance bands in kilometres, and their keys. */
    private static final double[] BAND_ENDS = {5, 10, 30, 100, Double.POSITIVE_INFINITY};

    private static final List<String> BANDS = List.of("km-5", "km-10", "km-30", "km-100", "km-over-100");

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

    private Catchment catchment(List<BuyerAreas.Area> counted) {
        long unknown = 0;
        long buyers = 0;
        Map<String, Long> bands = new LinkedHashMap<>();
        BANDS.forEach(key -> bands.put(key, 0L));
        long placed = 0;
        long department = 0;
        long region = 0;
        List<Area> all = new ArrayList<>();
        for (BuyerAreas.Area one : merged(counted)) {
            buyers += one.buyers();
            if (one.area() == null) {
                unknown += one.buyers();
                continue;
            }
            Area area = area(one, one.area());
            all.add(area);
            Place place = area.place();
            if (place != null && home != null && area.kilometres() != null) {
                bands.merge(band(area.kilometres()), one.buyers(), Long::sum);
                placed += one.buyers();
                department += place.department().equals(home.department()) ? one.buyers() : 0;
                region += place.region().equals(home.region()) ? one.buyers() : 0;
            }
        }
        List<Area> told = told(all);
        long shown = told.stream().mapToLong(Area::buyers).sum();
        return new Catchment(
                buyers,
                unknown,
                buyers - unknown - shown,
                told.subList(0, Math.min(told.size(), Catchment.AREAS_MAX)),
                bands(bands, placed),
                share(department, placed),
                SmallGroups.mayBeTold(region - department) ? share(region, placed) : null);
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

    private static String band(double kilometres) {
        return BANDS.get(IntStream.range(0, BAND_ENDS.length)
                .filter(at -> kilometres <= BAND_ENDS[at])
                .findFirst()
                .orElseThrow());
    }

    private static List<Part> bands(Map<String, Long> bands, long placed) {
        return placed == 0 ? List.of() : PeopleParts.of(bands, placed);
    }

    private static @Nullable Double share(long people, long placed) {
        boolean told = SmallGroups.mayBeTold(people) && SmallGroups.mayBeTold(placed - people);
        return placed == 0 || !told ? null : (double) people / placed;
    }
}
