package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.AudienceSheet.Area;
import org.foyer.hub.insight.AudienceSheet.Catchment;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.foyer.hub.model.FrenchCommunes;
import org.foyer.hub.model.FrenchCommunes.Commune;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.BuyerAreas;
import org.jspecify.annotations.Nullable;

/** Where buyers live, without the areas that are too small to be told. */
final class CatchmentQuery {

    private static final String FRANCE = "FR";

    private final House house;
    private final @Nullable Place home;

    private CatchmentQuery(House house) {
        this.house = house;
        PostalAddress at = house.address();
        String country = at.country();
        String postcode = at.postcode();
        this.home = country == null || postcode == null || !FrenchCommunes.isFrance(country)
                ? null
                : place(commune(postcode, at.city()), postcode).orElse(null);
    }

    static Catchment read(Connection connection, House house, Season season, LocalDate asOf) throws SQLException {
        return new CatchmentQuery(house)
                .catchment(asOf, BuyerAreas.of(connection, house.id(), season.from(), season.to(), asOf));
    }

    /** Buyers by distance from the house, nearest first, of those whose place is known; nothing is withheld yet. */
    static Map<String, Long> bands(House house, List<BuyerAreas.Area> counted) {
        Map<String, Long> bands = new LinkedHashMap<>();
        Distances.BANDS.forEach(band -> bands.put(band, 0L));
        for (Area one : new CatchmentQuery(house).areas(counted)) {
            Double kilometres = one.kilometres();
            if (kilometres != null) {
                bands.merge(Distances.band(kilometres), one.buyers(), Long::sum);
            }
        }
        return bands;
    }

    private Catchment catchment(LocalDate asOf, List<BuyerAreas.Area> counted) {
        List<Area> all = areas(counted);
        List<Area> told = told(all);
        long unknown = counted.stream()
                .filter(area -> area.area() == null)
                .mapToLong(BuyerAreas.Area::buyers)
                .sum();
        long known = all.stream().mapToLong(Area::buyers).sum();
        long shown = told.stream().mapToLong(Area::buyers).sum();
        Distances distances = new Distances(home, all, told);
        return new Catchment(
                asOf,
                known + unknown,
                unknown,
                known - shown,
                told.subList(0, Math.min(told.size(), Catchment.AREAS_MAX)),
                distances.bands(),
                distances.sameDepartment(),
                distances.sameRegion(),
                new HomeRegions(home, all, told, distances.sums()).told());
    }

    /** Each buyer with a postcode in one area, most buyers first. "FR", "France" and nothing at all are one country for a French house. */
    private List<Area> areas(List<BuyerAreas.Area> counted) {
        Map<Spot, Long> sums = new LinkedHashMap<>();
        for (BuyerAreas.Area one : counted) {
            String postcode = one.area();
            if (postcode != null) {
                sums.merge(spot(country(one.country()), postcode, one.commune()), one.buyers(), Long::sum);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> area(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparingLong(Area::buyers).reversed())
                .toList();
    }

    /** One of commune and postcode. */
    private record Spot(
            String country,
            @Nullable String commune,
            @Nullable String postcode) {}

    private static Spot spot(String country, String postcode, @Nullable String said) {
        if (!country.equals(FRANCE)) {
            return new Spot(country, null, postcode);
        }
        String commune = said == null ? commune(postcode, null) : said;
        return new Spot(country, commune, commune == null ? postcode : null);
    }

    private static @Nullable String commune(String postcode, @Nullable String town) {
        return FrenchCommunes.at(postcode, town == null ? "" : town)
                .map(Commune::code)
                .orElse(null);
    }

    private String country(@Nullable String said) {
        String country = said == null || said.isBlank() ? house.address().country() : said;
        return country == null ? "" : FrenchCommunes.isFrance(country) ? FRANCE : country;
    }

    private static Optional<Place> place(@Nullable String commune, @Nullable String postcode) {
        return commune != null
                ? Territory.france().commune(commune)
                : postcode == null ? Optional.empty() : Territory.france().place(postcode);
    }

    private Area area(Spot spot, long buyers) {
        Place place = spot.country().equals(FRANCE)
                ? place(spot.commune(), spot.postcode()).orElse(null)
                : null;
        return new Area(
                spot.commune(),
                spot.postcode(),
                spot.country(),
                buyers,
                place,
                place == null || spot.commune() == null || place.inhabitants() == 0
                        ? null
                        : 1_000.0 * buyers / place.inhabitants(),
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
