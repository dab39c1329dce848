package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.ExpectedMoney.Tried;
import org.foyer.hub.insight.internal.PurchaseQuery.Purchases;
import org.foyer.hub.insight.internal.customers.PurchaseRow;
import org.foyer.hub.insight.internal.customers.PurchaseRow.Past;
import org.foyer.hub.insight.internal.customers.PurchaseWorth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** x, t_x and T of a few buyers, worked out by hand. */
class PurchaseQueryTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 30);
    private static final LocalDate CUT = LocalDate.of(2024, 1, 1); // 364 days before

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

    private static String sale(int performance, String day, int person, String ticket) {
        return "%d | %s | - | sale | 1000 | - | - | - | - | %d | o%s | %s%n"
                .formatted(performance, day, person, ticket, ticket);
    }

    private static String back(int performance, String day, String firstDay, int person, String ticket) {
        return "%d | %s | %s | cancellation | -1000 | - | - | - | - | %d | o%s | %s%n"
                .formatted(performance, day, firstDay, person, ticket, ticket);
    }

    private static BoxOffice.House house(String... lines) {
        return office.house()
                .productions("""
                        1 | Hamlet | Theatre
                        2 | Giselle | Dance
                        3 | Norma | Opera
                        """)
                .performances(BoxOffice.SIX_SEASONS)
                .lines(String.join("", lines))
                .counted();
    }

    private static Purchases read(BoxOffice.House house, LocalDate end, int rowsMax) {
        return office.warehouse.read(connection -> PurchaseQuery.read(connection, house.id, END, end, rowsMax));
    }

    private static PurchaseRow row(int repeats, int last, int weeks, int before, int later, long people) {
        return new PurchaseRow(new Past(repeats, last, weeks), before, later, people);
    }

    /**
     * Of buyer 1 two orders of one day are one purchase, and so are two performances bought on it; 10 and 62 weeks later come two
     * more. Buyer 2 bought a test of nobody, the cancelled night and one purchase. Buyer 3 gave back what they bought second.
     */
    private static BoxOffice.House three() {
        return house(
                sale(23, "2023-07-03", 1, "a1"),
                sale(23, "2023-07-03", 1, "a2"),
                sale(24, "2023-07-03", 1, "a3"),
                sale(23, "2023-09-11", 1, "a4"),
                sale(24, "2024-09-09", 1, "a5"),
                sale(29, "2023-07-03", 2, "b1"),
                sale(24, "2024-10-07", 2, "b2"),
                sale(23, "2023-10-02", 3, "c1"),
                sale(24, "2023-11-06", 3, "c2"),
                back(24, "2024-02-05", "2023-11-06", 3, "c2"));
    }

    @Test
    void pastsAreThoseOfPurchaseDaysOfWhatIsHeld() {
        Purchases now = read(three(), END, 100);
        assertThat(now.rows())
                .containsExactly(
                        row(0, 0, 12, 1, 0, 1), // buyer 2: 84 days
                        row(0, 0, 65, 0, 0, 1), // buyer 3: 455 days; what was given back is no purchase
                        row(2, 62, 78, 1, 0, 1)); // buyer 1: 434 of 546 days
        assertThat(now.since()).isEqualTo(LocalDate.of(2023, 7, 3));
        assertThat(now.early())
                .as("buyers 1 and 3, within a year of the first purchase")
                .isEqualTo(2);
    }

    @Test
    void aYearHeldOutKnowsNothingOfWhatCameAfterIt() {
        assertThat(read(three(), CUT, 100).rows())
                .as("buyer 2 was nobody then, and buyer 3 held what they gave back in February")
                .containsExactly(row(1, 5, 13, 2, 0, 1), row(1, 10, 26, 2, 1, 1));
    }

    @Test
    void buyersThatAreOnePersonAreOneAndWhoObjectedIsNobody() {
        BoxOffice.House house = three();
        house.change("insert into same_person (house, person, one_person, household) values (?, 3, 1, 1)");
        house.change("insert into figures_objection values (?, 2)");
        assertThat(read(house, END, 100).rows()).containsExactly(row(3, 62, 78, 1, 0, 1));
    }

    @Test
    void beyondTheMostRowsWeeksArePutTogether() {
        StringBuilder lines = new StringBuilder();
        for (int person = 1; person <= 40; person++) {
            lines.append(sale(24, LocalDate.of(2024, 1, 1).plusWeeks(person - 1).toString(), person, "t" + person));
        }
        BoxOffice.House house = house(lines.toString());
        assertThat(read(house, END, 40).rows()).hasSize(40);
        List<PurchaseRow> wide = read(house, END, 12).rows();
        assertThat(wide).hasSizeBetween(6, 12);
        assertThat(wide.stream().mapToLong(PurchaseRow::people).sum()).isEqualTo(40);
        assertThat(wide).allMatch(row -> row.past().weeks() % 4 == 0);
    }

    /** Two days apart are no whole week, and yet not at once. */
    @Test
    void whoCameBackWithinDaysCameBackAfterAWeek() {
        assertThat(read(house(sale(24, "2024-12-28", 1, "a1"), sale(25, "2024-12-30", 1, "a2")), END, 100)
                        .rows())
                .containsExactly(row(1, 1, 1, 2, 0, 1));
    }

    /**
     * By hand: until the cut buyer 1 bought on one day for 30 euros and on another for 10, and afterwards for 10; buyer 3 bought for 10 twice, what they
     * gave back later was theirs then. One purchase each is expected, worth p (v + paid) / (p x + q - 1) with p 6, q 4, v 1,500.
     */
    @Test
    void moneyIsThatOfPurchasesOfWhatWasHeldThen() {
        BoxOffice.House house = three();
        MoneyQuery.Means means = office.warehouse.read(connection -> MoneyQuery.means(connection, house.id, END, CUT));
        assertThat(means.spent())
                .containsExactlyInAnyOrder(new PurchaseWorth.Spent(2, 2_000, 1), new PurchaseWorth.Spent(2, 1_000, 1));
        Map<Past, Double> expected = Map.of(new Past(1, 5, 13), 1.0, new Past(1, 10, 26), 2.0);
        Tried tried = office.warehouse.read(connection ->
                MoneyQuery.tried(connection, house.id, END, CUT, expected, Map.of("p", 6.0, "q", 4.0, "v", 1_500.0)));
        double one = 2 * 6 * (1_500.0 + 4_000) / (6 * 2 + 4 - 1);
        double three = 6 * (1_500.0 + 2_000) / (6 * 2 + 4 - 1);
        assertThat(tried.seen()).isEqualTo(1_000);
        assertThat(tried.model()).isCloseTo(one + three, within(1e-6));
        assertThat(tried.modelError()).isCloseTo((Math.abs(one - 1_000) + three) / 2, within(1e-6));
        assertThat(tried.naive()).isEqualTo(6_000);
        assertThat(tried.naiveError()).isEqualTo((3_000 + 2_000) / 2.0);
    }

    @Test
    void aHouseWithoutSalesHasNoRows() {
        Purchases none = read(house(), END, 100);
        assertThat(none.rows()).isEmpty();
        assertThat(none.since()).isNull();
    }
}
