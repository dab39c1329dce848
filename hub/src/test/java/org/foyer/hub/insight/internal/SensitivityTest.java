package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sold at which price and in which zone: worked out by hand on small houses. */
class SensitivityTest {

    private static final LocalDate NOW = LocalDate.of(2025, 3, 1);
    private static final String ZONES = "zone | 1 | Balcony | -\nzone | 2 | Stalls | -\nzone | 3 | Box | -\n";

    @TempDir
    static Path folder;

    private static BoxOffice office;

    @BeforeAll
    static void open() {
        office = new BoxOffice(folder);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static BoxOffice.House house() {
        return office.house()
                .productions("1 | Hamlet | Theatre\n")
                .performances(BoxOffice.SIX_SEASONS)
                .labels(ZONES);
    }

    /** A ticket for performance 24 of 10 January 2025 to each; - for what is not known. */
    private static String sales(String day, int amount, String tariff, String zone, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(person -> "24 | %s | - | sale | %d | - | %s | %s | - | %d | o%d | t%d%n"
                        .formatted(day, amount, tariff, zone, person, person, person))
                .collect(Collectors.joining());
    }

    private static AudienceSheet sheet(BoxOffice.House house) {
        return sheet(house, AudienceBasis.PERFORMANCE);
    }

    private static AudienceSheet sheet(BoxOffice.House house, AudienceBasis basis) {
        house.counted();
        return new AudienceFigures(office.warehouse, new AnyHouse(Currency.getInstance("EUR")))
                .season(house.id, new Season(2024), NOW, basis);
    }

    private static List<String> parts(Figure figure) {
        return figure.parts().stream()
                .map(part -> part.key() + " " + Math.round(part.value()))
                .toList();
    }

    /** The stalls went in November, the balcony in December although one place of it went first of all. */
    @Test
    void zonesStandInTheOrderInWhichHalfOfEachWasTaken() {
        Figure zones = sheet(house().lines(sales("2024-10-01", 1000, "-", "1", 1, 1)
                        + sales("2024-12-20", 1000, "-", "1", 2, 8)
                        + sales("2024-11-01", 3000, "-", "2", 11, 20)
                        + sales("2024-12-25", 3000, "-", "-", 31, 36)))
                .figure("zone-filling");
        assertThat(zones.parts())
                .containsExactly(
                        new Figure.Part("Stalls", 10, 10 / 24.0),
                        new Figure.Part("Balcony", 8, 8 / 24.0),
                        new Figure.Part("unknown", 6, 6 / 24.0));
        assertThat(zones.basis()).isEqualTo(24);
        assertThat(zones.coverage()).isEqualTo(18 / 24.0);
    }

    /** Person 1 gave theirs back; 2 sold theirs back at 12 and bought it again at 25: the last sale counts. */
    @Test
    void ticketsStandAtThePriceOfTheirLastSaleAndThoseGivenBackAtNone() {
        Figure steps = sheet(house().lines(sales("2024-12-01", 1200, "-", "1", 1, 8)
                        + sales("2024-12-01", 0, "-", "1", 11, 15)
                        + sales("2024-12-01", 2500, "-", "1", 21, 26)
                        + sales("2024-12-01", 2000, "-", "1", 31, 31)
                        + sales("2024-12-01", 1999, "-", "1", 32, 32)
                        + sales("2024-12-01", 18000, "-", "1", 41, 45)
                        + "24 | 2024-12-05 | 2024-12-01 | cancellation | -1000 | - | - | 1 | - | 1 | o1 | t1\n"
                        + "24 | 2024-12-05 | 2024-12-01 | cancellation | -1200 | - | - | 1 | - | 2 | o2 | t2\n"
                        + "24 | 2024-12-06 | 2024-12-06 | sale | 2500 | - | - | 1 | - | 2 | o2 | t2\n"))
                .figure("price-steps");
        assertThat(parts(steps)).containsExactly("free 5", "10-20 7", "20-30 8", "100+ 5");
        assertThat(steps.basis()).isEqualTo(25);
    }

    @Test
    void aSeasonByPurchaseHoldsWhatWasBoughtInIt() {
        BoxOffice.House house = house().lines(sales("2024-07-01", 1000, "-", "1", 1, 5)
                + sales("2024-12-01", 1000, "-", "1", 11, 16)
                + sales("2024-12-01", 3000, "-", "2", 21, 27));
        assertThat(sheet(house).figure("price-steps").basis()).isEqualTo(18);
        assertThat(parts(sheet(house, AudienceBasis.PURCHASE).figure("zone-filling")))
                .containsExactly("Balcony 6", "Stalls 7");
    }

    @Test
    void onePriceAndOneZoneHaveNothingToSetSideBySide() {
        AudienceSheet sheet = sheet(
                house().lines(sales("2024-12-01", 1000, "-", "1", 1, 8) + sales("2024-12-01", 0, "-", "1", 11, 18)));
        assertThat(sheet.figure("price-steps").notMeasured()).isEqualTo("one-price");
        assertThat(sheet.figure("zone-filling").notMeasured()).isEqualTo("one-zone");
        AudienceSheet free = sheet(house().lines(sales("2024-12-01", 0, "-", "-", 1, 8)));
        assertThat(free.figure("price-steps").notMeasured()).isEqualTo("no-paying-tickets");
        assertThat(free.figure("zone-filling").notMeasured()).isEqualTo("zone-missing");
        assertThat(free.figure("zone-filling").missing()).containsExactly("zone");
        assertThat(free.figure("price-moves").notMeasured()).isEqualTo("tariff-missing");
        AudienceSheet nothing = sheet(house());
        for (String id : List.of("zone-filling", "price-steps", "price-moves")) {
            assertThat(nothing.figure(id).notMeasured()).isEqualTo("no-tickets");
        }
    }

    /** Nine hold a ticket of the balcony; in the stalls three hold six, and two of them the boxes too. */
    @Test
    void ticketsOfFewBuyersAreNotToldApart() {
        String stalls = IntStream.range(0, 6)
                .mapToObj(i -> "24 | 2024-12-01 | - | sale | 3000 | - | - | 2 | - | %d | o%d | s%d%n"
                        .formatted(21 + i % 3, i, i))
                .collect(Collectors.joining());
        String boxes = IntStream.range(0, 4)
                .mapToObj(i -> "24 | 2024-12-01 | - | sale | 5000 | - | - | 3 | - | %d | o%d | b%d%n"
                        .formatted(21 + i % 2, i, i))
                .collect(Collectors.joining());
        AudienceSheet sheet = sheet(house().lines(sales("2024-12-01", 1000, "-", "1", 1, 9) + stalls + boxes));
        assertThat(sheet.figure("zone-filling").notMeasured())
                .as("three and two buyers would be five, but they are three people: the balcony is withheld with them")
                .isEqualTo("too-few-people");
        assertThat(sheet.figure("zone-filling").parts()).isEmpty();
        AudienceSheet more = sheet(house().lines(sales("2024-12-01", 1000, "-", "1", 1, 9)
                + sales("2024-12-01", 1500, "-", "-", 31, 46)
                + sales("2024-12-01", 2500, "-", "-", 51, 56)
                + stalls
                + boxes));
        assertThat(parts(more.figure("zone-filling"))).containsExactly("unknown 22", "small-groups 19");
        assertThat(parts(more.figure("price-steps"))).containsExactly("10-20 25", "small-groups 16");
    }

    /** Without names each order is a buyer: five orders may be told, four may not. */
    @Test
    void whereNobodyIsNamedOrdersStandForBuyers() {
        String five = sales("2024-12-01", 1000, "-", "1", 1, 5).replaceAll("- \\| \\d+ \\| o", "- | - | o");
        String four = sales("2024-12-01", 3000, "-", "2", 11, 14).replaceAll("- \\| \\d+ \\| o", "- | - | o");
        String one = "24 | 2024-12-01 | - | sale | 3000 | - | - | 2 | - | - | o15 | t15\n";
        assertThat(sheet(house().lines(five + four)).figure("zone-filling").notMeasured())
                .isEqualTo("too-few-people");
        assertThat(parts(sheet(house().lines(five + four + one)).figure("zone-filling")))
                .containsExactly("Balcony 5", "Stalls 5");
    }

    @Test
    void whoObjectedToBeingCountedIsInNoStep() {
        BoxOffice.House house =
                house().lines(sales("2024-12-01", 1000, "-", "1", 1, 8) + sales("2024-12-01", 3000, "-", "2", 11, 18));
        house.change("insert into figures_objection values (?, 3)");
        assertThat(sheet(house).figure("price-steps").basis()).isEqualTo(15);
    }

    /** Performance 24 sold tariff 7 in the balcony at 10 and then at 15; 25 sold two tariffs at a price each, and invitations. */
    @Test
    void pricesMovedWhereOneTariffInOneZoneHadMoreThanOne() {
        String still = sales("2024-12-01", 1000, "7", "1", 21, 26).replace("24 | 2024", "25 | 2024")
                + sales("2024-12-01", 1500, "8", "1", 31, 36).replace("24 | 2024", "25 | 2024")
                + sales("2024-12-01", 0, "8", "1", 41, 46).replace("24 | 2024", "25 | 2024");
        Figure moved = sheet(house().lines(sales("2024-11-01", 1000, "7", "1", 1, 5)
                        + sales("2024-12-01", 1500, "7", "1", 11, 11)
                        + sales("2024-12-01", 1500, "-", "1", 51, 52)
                        + still))
                .figure("price-moves");
        assertThat(moved.value()).isEqualTo(6 / 24.0);
        assertThat(moved.coverage()).isEqualTo(24 / 26.0);
        assertThat(sheet(house().lines(still)).figure("price-moves").value()).isZero();
        assertThat(sheet(house().lines(sales("2024-11-01", 1000, "7", "1", 1, 3)
                                + sales("2024-12-01", 1500, "7", "1", 11, 11)
                                + still))
                        .figure("price-moves")
                        .notMeasured())
                .as("four people")
                .isEqualTo("too-few-people");
    }
}
