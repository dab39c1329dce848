package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.AudienceSheet.Area;
import org.foyer.hub.insight.AudienceSheet.Catchment;
import org.foyer.hub.insight.AudienceSheet.Region;
import org.foyer.hub.insight.Figure.Part;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where buyers live. */
class CatchmentTest {

    private static final LocalDate NOW = LocalDate.of(2025, 3, 1);

    @TempDir
    Path folder;

    /** One buyer for each of {@code count}, with one ticket for the only performance. */
    private static void buyers(BoxOffice.House house, int from, int count, String country, String postcode) {
        buyers(house, from, count, country, postcode, "");
    }

    private static void buyers(
            BoxOffice.House house, int from, int count, String country, String postcode, String town) {
        for (int person = from; person < from + count; person++) {
            house.lines("24 | 2024-12-01 | - | sale | 1000 | - | - | - | - | %d | o%d | t%d"
                    .formatted(person, person, person));
            house.change(
                    "insert into personal.person (house, person, sealed, area, area_country, with_birth_year, contact_key, run, line, commune)"
                            + " values (?, " + person + ", ''::blob, personal.area_of(" + text(postcode)
                            + "), upper(trim(" + text(country) + ")), false, 0, 1, 1, personal.commune_of("
                            + text(postcode) + ", " + text(town) + ", " + text(country) + "))");
        }
    }

    private static String text(String value) {
        return value.isEmpty() ? "null" : "'" + value + "'";
    }

    private static String says(Area area) {
        return (area.commune() == null ? area.postcode() : area.commune()) + " " + area.buyers();
    }

    private static String says(Region region) {
        return region.name() + " " + region.buyers() + (region.perThousand() == null ? " or more" : "");
    }

    private static Catchment read(BoxOffice office, BoxOffice.House house) {
        House inAngers = new House(
                house.id,
                "angers",
                "Angers",
                Discipline.THEATRE,
                300,
                new PostalAddress(null, "49100", "Angers", null, "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                true);
        return office.warehouse.read(connection -> CatchmentQuery.read(connection, inAngers, new Season(2024), NOW));
    }

    /** Buyers 100 to 108 are 300 to 308 again, who come first with a postcode once those of 100 have none. */
    @Test
    void buyersThatAreOnePersonLiveInOneArea() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = office.house().performances("24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -");
            buyers(house, 100, 9, "FR", "");
            buyers(house, 200, 6, "FR", "49100");
            buyers(house, 300, 14, "FR", "75011");
            assertThat(read(office, house).buyers()).isEqualTo(29);
            for (int i = 0; i < 9; i++) {
                house.change("insert into same_person values (?, %2$d, %2$d, %2$d), (%1$d, %3$d, %2$d, %2$d)"
                        .formatted(house.id.value(), 100 + i, 300 + i));
            }
            Catchment catchment = read(office, house);
            assertThat(catchment.buyers()).isEqualTo(20);
            assertThat(catchment.unknown()).isZero();
            assertThat(catchment.areas()).extracting(CatchmentTest::says).containsExactly("75111 14", "49007 6");
        }
    }

    @Test
    void whoObjectedToBeingCountedLivesNowhere() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = office.house().performances("24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -");
            buyers(house, 100, 9, "FR", "49100");
            house.change("insert into figures_objection values (?, 100)");
            assertThat(read(office, house).areas())
                    .extracting(CatchmentTest::says)
                    .containsExactly("49007 8");
        }
    }

    @Test
    void areasAreToldLargestFirstWithWhatIsKnownOfThem() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = office.house().performances("24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -");
            buyers(house, 100, 9, "FR", "49100");
            buyers(house, 200, 4, "France", "49100");
            buyers(house, 300, 10, "", "75011");
            buyers(house, 400, 3, "FR", "44000");
            buyers(house, 450, 2, "FR", "35000");
            buyers(house, 500, 6, "", "");
            buyers(house, 600, 5, "GB", "SW1A 1AA");
            Catchment catchment = read(office, house);
            assertThat(catchment.buyers()).isEqualTo(39);
            assertThat(catchment.unknown()).isEqualTo(6);
            assertThat(catchment.small()).as("Nantes and Rennes together").isEqualTo(5);
            assertThat(catchment.areas())
                    .extracting(area -> says(area) + " " + area.country())
                    .containsExactly("49007 13 FR", "75111 10 FR", "SW1A 5 GB");
            Area paris = catchment.areas().get(1);
            assertThat(Objects.requireNonNull(paris.place()).name()).startsWith("Paris 11");
            assertThat(paris.place().inhabitants()).isBetween(100_000L, 180_000L);
            assertThat(paris.kilometres()).isEqualTo(265, within(10.0));
            assertThat(paris.perThousand()).isEqualTo(10_000.0 / paris.place().inhabitants(), within(1e-9));
            assertThat(catchment.areas().get(2).place())
                    .as("places are known for France alone")
                    .isNull();
            assertThat(catchment.sameDepartment())
                    .as("the rest of the region would be the three of Nantes")
                    .isNull();
            assertThat(catchment.sameRegion()).isNull();
            assertThat(catchment.bands())
                    .extracting(part -> part.key() + " " + Math.round(part.value()))
                    .as("what is left of a band beside the areas told is hidden, with that of another")
                    .containsExactly("km-5 13", "km-10 0", "km-30 0", "km-100 0", "km-over-100 10", "small-groups 5");
            assertThat(catchment.bands().stream().mapToDouble(Part::value).sum())
                    .isEqualTo(28);
        }
    }

    @Test
    void oneSmallAreaTakesTheNextSmallestWithIt() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = office.house().performances("24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -");
            buyers(house, 100, 20, "FR", "49100");
            buyers(house, 200, 9, "FR", "44000");
            buyers(house, 300, 1, "FR", "35000");
            Catchment catchment = read(office, house);
            assertThat(catchment.areas()).extracting(Area::commune).containsExactly("49007");
            assertThat(catchment.small()).isEqualTo(10);
        }
    }

    @Test
    void sharesAreToldWhereNoRestIsTooSmall() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = office.house().performances("24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -");
            buyers(house, 100, 12, "FR", "49100");
            buyers(house, 200, 6, "FR", "44000");
            buyers(house, 300, 2, "FR", "35000");
            buyers(house, 310, 3, "FR", "75011");
            Catchment catchment = read(office, house);
            assertThat(catchment.areas()).extracting(Area::commune).containsExactly("49007", "44109");
            assertThat(catchment.sameDepartment()).isEqualTo(12 / 23.0);
            assertThat(catchment.sameRegion()).isEqualTo(18 / 23.0);
        }
    }

    private static BoxOffice.House oneNight(BoxOffice office) {
        return office.house().performances("24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -");
    }

    /** Two postcodes of one commune are one area; of several communes the town's name decides, else the postcode says that it is one. */
    @Test
    void buyersAreCountedByCommuneWhereTheAddressTellsIt() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = oneNight(office);
            buyers(house, 100, 9, "FR", "49000", "Angers");
            buyers(house, 150, 6, "", "49100", "");
            buyers(house, 200, 8, "FR", "01400", "Châtillon-sur-Chalaronne");
            buyers(house, 300, 7, "FR", "01400", "L ABERGEMENT CLEMENCIAT");
            buyers(house, 400, 5, "FR", "01400", "Nirgendwo");
            buyers(house, 450, 6, "FR", "01400", "");
            Catchment catchment = read(office, house);
            assertThat(catchment.areas())
                    .extracting(CatchmentTest::says)
                    .containsExactly("49007 15", "01400 11", "01093 8", "01001 7");
            Area angers = catchment.areas().get(0);
            assertThat(angers.postcode()).isNull();
            assertThat(Objects.requireNonNull(angers.place()).inhabitants()).isBetween(150_000L, 170_000L);
            assertThat(angers.perThousand()).isEqualTo(15_000.0 / angers.place().inhabitants(), within(1e-9));
            Area several = catchment.areas().get(1);
            assertThat(several.commune()).isNull();
            assertThat(several.perThousand()).isNull();
            assertThat(Objects.requireNonNull(several.place()).name()).isEmpty();
            assertThat(several.place().department()).isEqualTo("01");
            assertThat(several.kilometres()).isBetween(350.0, 500.0);
        }
    }

    @Test
    void regionsOfBuyersStandBesideTheRegionOfTheHouse() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = oneNight(office);
            buyers(house, 100, 12, "FR", "49100");
            buyers(house, 200, 6, "FR", "44000");
            buyers(house, 300, 20, "FR", "75011");
            buyers(house, 400, 5, "GB", "SW1A 1AA");
            AudienceSheet.Regions regions = read(office, house).regions();
            assertThat(regions.ofHouse()).isEqualTo("52");
            assertThat(regions.lived())
                    .extracting(CatchmentTest::says)
                    .containsExactly("Île-de-France 20", "Pays de la Loire 18");
            assertThat(regions.lived().get(1).share()).isEqualTo(18 / 43.0);
            assertThat(Objects.requireNonNull(regions.lived().get(1).perThousand()))
                    .isEqualTo(18 / 3_900.0, within(0.0003));
            assertThat(regions.apart()).isEqualTo(5);
        }
    }

    /** Three of Rennes and two of Nantes are in withheld areas; told with their regions, subtraction would bring each out. */
    @Test
    void aRegionCountsNoFewThatSubtractionBringsOut() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = oneNight(office);
            buyers(house, 100, 12, "FR", "49100");
            buyers(house, 200, 2, "FR", "44000");
            buyers(house, 300, 20, "FR", "75011");
            buyers(house, 400, 3, "FR", "35000");
            Catchment catchment = read(office, house);
            assertThat(catchment.small()).isEqualTo(5);
            assertThat(catchment.regions().lived())
                    .extracting(CatchmentTest::says)
                    .containsExactly("Île-de-France 20", "Pays de la Loire 12 or more");
            assertThat(catchment.regions().apart()).isEqualTo(5);
        }
    }

    /**
     * All withheld buyers of Brittany (9) and of Île-de-France (2, and 3 of Normandy) live beyond 100 km or within 30 of them: regions and
     * bands are each large enough, but one taken from the other leaves the two.
     */
    @Test
    void regionsAndDistancesTogetherBringNoFewOut() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = oneNight(office);
            buyers(house, 100, 30, "FR", "49100");
            buyers(house, 200, 3, "FR", "35000");
            buyers(house, 210, 3, "FR", "29200");
            buyers(house, 220, 3, "FR", "56000");
            buyers(house, 230, 2, "FR", "75011");
            buyers(house, 300, 3, "FR", "49400");
            buyers(house, 310, 4, "FR", "49300");
            Catchment catchment = read(office, house);
            long beyond = catchment.bands().stream()
                    .filter(band -> band.key().equals("km-over-100"))
                    .mapToLong(band -> Math.round(band.value()))
                    .sum();
            long brittany = catchment.regions().lived().stream()
                    .filter(one -> one.code().equals("53"))
                    .mapToLong(Region::buyers)
                    .sum();
            assertThat(beyond).isEqualTo(11);
            assertThat(brittany).as("eleven less nine are the two of Paris").isZero();
        }
    }

    /** Whoever takes the bands from the buyers with a postcode must not be left with the one abroad. */
    @Test
    void fewBuyersWithoutAKnownPlaceHideAmongTheOthers() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = oneNight(office);
            buyers(house, 100, 30, "FR", "49100");
            buyers(house, 200, 4, "FR", "44000");
            buyers(house, 210, 4, "FR", "35000");
            buyers(house, 300, 1, "GB", "SW1A 1AA");
            Catchment catchment = read(office, house);
            assertThat(catchment.bands().stream().mapToDouble(Part::value).sum())
                    .isEqualTo(39);
            assertThat(catchment.sameRegion()).isNull();
        }
    }
}
