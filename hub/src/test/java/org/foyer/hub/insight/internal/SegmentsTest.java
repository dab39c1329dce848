package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyer.hub.insight.RfmGrid;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentOverlap;
import org.foyer.hub.insight.SegmentSize;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in a segment, worked out by hand on one small house; how many are told. Today is 1 March 2025. */
class SegmentsTest {

    private static final LocalDate NOW = LocalDate.of(2025, 3, 1);
    private static final int CENTS = 100;

    @TempDir
    static Path folder;

    private static BoxOffice office;
    private static BoxOffice.House small;

    @BeforeAll
    static void open() {
        office = new BoxOffice(folder);
        small = small();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static BoxOffice.House house() {
        return office.house().productions("""
                1 | Hamlet | Theatre
                2 | Giselle | Dance, ballet
                3 | Norma | Opera
                """).performances(BoxOffice.SIX_SEASONS);
    }

    /** 8 gave the ticket back, 11 has one for a cancelled performance; 10 is 9 again. Only the youth ticket was sold at the counter. */
    private static BoxOffice.House small() {
        BoxOffice.House house = house().labels("""
                tariff | 1 | Plein | full
                tariff | 2 | Moins de 26 ans | youth
                channel | 7 | Site | web
                channel | 8 | Guichet | counter
                """).lines("""
                24 | 2024-12-01 | - | sale | 1000 | - | 2 | - | 8 | 1 | o1 | t1
                23 | 2023-12-01 | - | sale | 1000 | - | 1 | - | 7 | 2 | o2 | t2
                24 | 2024-12-01 | - | sale | 1000 | - | 1 | - | 7 | 2 | o3 | t3
                24 | 2024-12-01 | - | sale | 1000 | - | 1 | - | 7 | 3 | o4 | t4
                25 | 2024-12-01 | - | sale | 1000 | - | 1 | - | 7 | 3 | o4 | t5
                26 | 2024-12-01 | - | sale | 1000 | - | 1 | - | 7 | 3 | o4 | t6
                20 | 2020-12-01 | - | sale | 5000 | - | 1 | - | 7 | 4 | o5 | t7
                21 | 2021-12-01 | - | sale | 5000 | - | 1 | - | 7 | 4 | o6 | t8
                22 | 2022-12-01 | - | sale | 5000 | - | 1 | - | 7 | 4 | o7 | t9
                23 | 2023-12-01 | - | sale | 5000 | - | 1 | - | 7 | 4 | o8 | t10
                24 | 2024-12-01 | - | sale | 5000 | - | 1 | - | 7 | 4 | o9 | t11
                22 | 2022-12-01 | - | sale | 1000 | - | 1 | - | 7 | 5 | o10 | t12
                20 | 2020-12-01 | - | sale | 1000 | - | 1 | - | 7 | 6 | o11 | t13
                26 | 2025-02-01 | - | sale | 1000 | - | 1 | - | 7 | 7 | o12 | t14
                24 | 2024-12-01 | - | sale | 1000 | - | 2 | - | 8 | 8 | o13 | t15
                24 | 2024-12-02 | 2024-12-01 | cancellation | -1000 | - | 2 | - | 8 | 8 | o13 | t15
                23 | 2023-12-01 | - | sale | 1000 | - | 1 | - | 7 | 9 | o14 | t16
                24 | 2024-12-01 | - | sale | 1000 | - | 1 | - | 7 | 10 | o15 | t17
                29 | 2024-12-01 | - | sale | 1000 | - | 1 | - | 7 | 11 | o16 | t18
                """);
        house.change("insert into same_person values (?, 10, 9, 9), (" + house.id.value() + ", 9, 9, 9)");
        lives(house, 1, "75011");
        lives(house, 2, "75012");
        lives(house, 10, "69001");
        lives(house, 5, "SW1A");
        return house;
    }

    private static void lives(BoxOffice.House house, int person, String area) {
        house.change(
                "insert into personal.person (house, person, sealed, area, area_country, with_birth_year, contact_key, run, line)"
                        + " values (?, " + person + ", ''::blob, '" + area + "', 'FR', false, 0, 1, 1)");
    }

    private static SegmentDefinition read(String query) {
        SegmentDefinition.Read read = SegmentDefinition.read(query);
        assertThat(read.faults()).as(query).isEmpty();
        return read.definition();
    }

    private static List<List<Long>> people(BoxOffice.House house, String query, LocalDate day) {
        return office.warehouse.read(
                connection -> SegmentQuery.people(connection, house.id, read(query), CENTS, day, 1_000));
    }

    /** The least keys of those meant, for instance {@code 1 7}. */
    private static String who(String query) {
        return who(small, query, NOW);
    }

    private static String who(BoxOffice.House house, String query, LocalDate day) {
        return people(house, query, day).stream()
                .map(keys -> keys.get(0).toString())
                .collect(Collectors.joining(" "));
    }

    @Test
    void everybodyIsWhoHoldsATicket() {
        assertThat(who("")).isEqualTo("1 2 3 4 5 6 7 9");
        assertThat(people(small, "area=69", NOW)).as("all keys of one person").containsExactly(List.of(9L, 10L));
    }

    @Test
    void whoObjectedToBeingCountedIsInNoneUnderAnyNumber() {
        small.change("insert into figures_objection values (?, 10), (" + small.id.value() + ", 3)");
        try {
            assertThat(who("")).isEqualTo("1 2 4 5 6 7");
            assertThat(who("rf=convertee")).isEmpty();
        } finally {
            small.change("delete from figures_objection where house = ?");
        }
    }

    @Test
    void recencyAndFrequencyFollowTheRulesOfTheField() {
        assertThat(who("rf=new")).isEqualTo("1 7");
        assertThat(who("rf=once-before")).isEqualTo("2 9");
        assertThat(who("rf=convertee")).as("three in a first order").isEqualTo("3");
        assertThat(who("rf=active")).isEqualTo("4");
        assertThat(who("rf=super-active")).isEmpty();
        assertThat(who("rf=stale,lapsed")).isEqualTo("5 6");
    }

    @Test
    void whoBookedFarAheadGrowsStaleBeforeComing() {
        BoxOffice.House house = house().lines("26 | 2023-08-01 | - | sale | 1000 | - | - | - | - | 1 | o1 | t1");
        assertThat(who(house, "rf=new", LocalDate.of(2025, 1, 31))).isEqualTo("1");
        assertThat(who(house, "rf=stale", LocalDate.of(2025, 2, 1))).isEqualTo("1");
    }

    @Test
    void visitsAreThoseAttended() {
        assertThat(who("visits=2.."))
                .as("7 is still to come, as is a third time of 3")
                .isEqualTo("2 3 4 9");
        assertThat(who("visits=1..1")).isEqualTo("1 5 6");
        assertThat(who("visits=..2@24")).isEqualTo("1 2 3 4 9");
        assertThat(who("visits=5")).isEqualTo("4");
        assertThat(who("within=3")).isEqualTo("1 2 3 4 9");
        assertThat(who("within=1")).as("5 weeks ago").isEmpty();
        assertThat(who("not-within=18")).isEqualTo("5 6");
    }

    @Test
    void whatPeopleCameToAndWhenFirst() {
        assertThat(who("first=2024-25")).isEqualTo("1 3 7");
        assertThat(who("first=2023-24")).isEqualTo("2 9");
        assertThat(who("genre=Opera")).isEqualTo("3");
        assertThat(who("genre=Opera,Dance%2C+ballet")).isEqualTo("1 2 3 4 5 9");
        assertThat(who("production=3")).isEqualTo("3");
        assertThat(who("season=2023-24")).isEqualTo("2 4 9");
        assertThat(who("season=2021-22,2022-23")).isEqualTo("4 5");
    }

    @Test
    void howTheyBoughtAndWhereTheyLive() {
        assertThat(who("tariff=youth")).as("8 gave it back").isEqualTo("1");
        assertThat(who("channel=web")).isEqualTo("2 3 4 5 6 7 9");
        assertThat(who("channel=counter,phone")).isEqualTo("1");
        assertThat(who("area=75")).isEqualTo("1 2");
        assertThat(who("area=75012,69")).isEqualTo("2 9");
        assertThat(who("area=sw1")).isEqualTo("5");
    }

    @Test
    void whatTheyPaid() {
        assertThat(who("spend=200..")).isEqualTo("4");
        assertThat(who("spend=20..50")).isEqualTo("2 3 9");
        assertThat(who("spend=..10")).isEqualTo("1 5 6 7");
        assertThat(who("spend=..100@24")).isEqualTo("1 2 3 4 7 9");
        BoxOffice.House yen = office.house("JPY")
                .performances("24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -")
                .lines("24 | 2024-12-01 | - | sale | 1000 | - | - | - | - | 1 | o1 | t1");
        List<List<Long>> rich = office.warehouse.read(
                connection -> SegmentQuery.people(connection, yen.id, read("spend=1000.."), 1, NOW, 10));
        assertThat(rich).hasSize(1);
    }

    /** Half of the house came once: their fifth is the first, and nobody has the second. */
    @Test
    void scoresKeepTiesTogether() {
        assertThat(who("rfm=x1x")).isEqualTo("1 5 6 7");
        assertThat(who("rfm=x2x")).isEmpty();
        assertThat(who("rfm=x3x")).isEqualTo("2 9");
        assertThat(who("rfm=x4x")).isEqualTo("3");
        assertThat(who("rfm=x55")).isEqualTo("4");
        assertThat(who("rfm=5xx")).isEqualTo("7");
        assertThat(who("rfm=2xx,1xx")).isEqualTo("1 2 3 4 5 6 9");
        assertThat(who("rfm-fixed=53x")).isEqualTo("3");
        assertThat(who("rfm-fixed=xx4")).isEqualTo("4");
        assertThat(who("rfm-fixed=11x,21x")).isEqualTo("5 6");
    }

    @Test
    void allConditionsMustHold() {
        assertThat(who("rf=new,once-before&genre=Dance%2C+ballet&visits=2..&within=18&channel=web&area=75&spend=20.."))
                .isEqualTo("2");
        assertThat(who("rf=new&not-within=18")).isEmpty();
    }

    @Test
    void aPastDayKnowsNothingOfWhatCameAfter() {
        LocalDate before = LocalDate.of(2024, 11, 30);
        assertThat(who(small, "", before)).isEqualTo("2 4 5 6 9");
        assertThat(who(small, "rf=new", before)).isEqualTo("2 9");
        assertThat(who(small, "spend=200..", before)).isEqualTo("4");
    }

    private static SegmentFigures segments() {
        return new SegmentFigures(
                office.warehouse,
                new AnyHouse(Currency.getInstance("EUR")),
                (actor, house, wish, people) -> {
                    throw new AssertionError("nobody asked for contacts");
                },
                Clock.systemUTC());
    }

    /** A hundred in December, of whom 30 also came the year before. */
    private static BoxOffice.House large() {
        return house().lines(sales(23, "2023-12-01", 1, 30) + sales(24, "2024-12-01", 1, 100));
    }

    private static String sales(int performance, String day, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(person -> "%d | %s | - | sale | 1000 | - | - | - | - | %d | o%d | t%d-%d%n"
                        .formatted(performance, day, person, person, performance, person))
                .collect(Collectors.joining());
    }

    @Test
    void sizesAreToldWithTheirPast() {
        SegmentSize size = segments().size(large().id, read("rf=once-before"), NOW, NOW);
        assertThat(size.people()).isEqualTo(30);
        assertThat(size.buyers()).isEqualTo(100);
        assertThat(size.share()).isEqualTo(0.3);
        assertThat(size.history()).hasSize(13);
        assertThat(size.history().get(0).day()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(size.history().get(0).people()).as("they were new then").isNull();
        assertThat(size.history().get(9).day()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(size.history().get(9).people()).isEqualTo(30);
        assertThat(size.history().get(12).day()).isEqualTo(NOW);
    }

    /** Buyer 1 gives one of two back a month later, 2 all of it, 3 buys again what was given back, 4 pays more in a third month. */
    @Test
    void eachEndOfAMonthIsWhatIsKnownThenHoweverTicketsMovedLater() {
        BoxOffice.House house = house().labels("tariff | 1 | Plein | full").lines("""
                25 | 2024-05-02 | - | sale | 1000 | - | 1 | - | 7 | 1 | o1 | t1
                25 | 2024-05-02 | - | sale | 1000 | - | 1 | - | 7 | 1 | o1 | t2
                25 | 2024-06-03 | 2024-05-02 | cancellation | -1000 | - | 1 | - | 7 | 1 | o1 | t2
                25 | 2024-05-31 | - | sale | 1000 | - | 1 | - | 7 | 2 | o2 | t3
                25 | 2024-08-01 | 2024-05-31 | cancellation | -1000 | - | 1 | - | 7 | 2 | o2 | t3
                25 | 2024-03-01 | - | sale | 1000 | - | 1 | - | 7 | 3 | o3 | t4
                25 | 2024-09-30 | 2024-03-01 | cancellation | -1000 | - | 1 | - | 7 | 3 | o3 | t4
                25 | 2024-12-01 | - | sale | 1000 | - | 1 | - | 7 | 3 | o4 | t5
                26 | 2024-07-01 | - | sale | 1000 | - | 1 | - | 7 | 4 | o5 | t6
                26 | 2024-10-01 | - | sale | 9000 | - | 1 | - | 7 | 4 | o6 | t7
                24 | 2019-10-01 | - | sale | 1000 | - | 1 | - | 7 | 5 | o7 | t8
                """);
        for (String query :
                List.of("", "rf=new", "spend=50..", "spend=10..@24", "tariff=full", "production=3", "rfm=xx5")) {
            List<SegmentDefinition> asked = List.of(read(query));
            List<List<SegmentQuery.Counted>> told = office.warehouse.read(
                    connection -> SegmentQuery.counts(connection, house.id, asked, CENTS, NOW, SegmentSize.MONTHS));
            List<List<SegmentQuery.Counted>> alone = new ArrayList<>();
            for (int back = SegmentSize.MONTHS; back > 0; back--) {
                LocalDate end = YearMonth.from(NOW).minusMonths(back).atEndOfMonth();
                alone.add(office.warehouse.read(
                        connection -> SegmentQuery.count(connection, house.id, asked, CENTS, end)));
            }
            alone.add(office.warehouse.read(connection -> SegmentQuery.count(connection, house.id, asked, CENTS, NOW)));
            assertThat(told).as(query).isEqualTo(alone);
        }
        List<Long> everybody = office
                .warehouse
                .read(connection ->
                        SegmentQuery.counts(connection, house.id, List.of(read("")), CENTS, NOW, SegmentSize.MONTHS))
                .stream()
                .map(counted -> counted.get(0).people())
                .toList();
        assertThat(everybody).containsExactly(2L, 2L, 4L, 4L, 5L, 4L, 3L, 3L, 3L, 4L, 4L, 4L, 4L);
    }

    @Test
    void aHouseWithoutABuyerTellsNothing() {
        SegmentSize size = segments().size(office.house().id, read("rf=new"), NOW, NOW);
        assertThat(size.people()).isNull();
        assertThat(size.buyers()).isNull();
        assertThat(size.share()).isNull();
        assertThat(size.history()).hasSize(1);
        assertThat(segments().overlap(office.house().id, List.of(), NOW).cells())
                .isEmpty();
    }

    @Test
    void onlyEndsOfMonthsAreToldOfThePast() {
        assertThat(SegmentFigures.told(LocalDate.of(2025, 2, 17), NOW)).isEqualTo(LocalDate.of(2025, 1, 31));
        assertThat(SegmentFigures.told(LocalDate.of(2025, 2, 28), NOW)).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(SegmentFigures.told(NOW, NOW)).isEqualTo(NOW);
        assertThat(SegmentFigures.told(LocalDate.of(2025, 4, 2), NOW)).isEqualTo(NOW);
    }

    @Test
    void overlapsAreToldBothWays() {
        SegmentOverlap overlap = segments()
                .overlap(large().id, List.of(read("season=2023-24"), read("season=2024-25"), read("rf=lapsed")), NOW);
        assertThat(overlap.sizes()).containsExactly(30L, 100L, null);
        assertThat(overlap.cells()).hasSize(6);
        assertThat(overlap.cells().get(0)).isEqualTo(new SegmentOverlap.Cell(0, 1, 30L, 1.0));
        assertThat(overlap.cells().get(2)).isEqualTo(new SegmentOverlap.Cell(1, 0, 30L, 0.3));
        assertThat(overlap.cells().get(1)).isEqualTo(new SegmentOverlap.Cell(0, 2, null, null));
    }

    /** Seventy of a hundred came once, thirty twice: by fifths they have 1 and 4. */
    @Test
    void theGridTellsTheShareOfEachCell() {
        RfmGrid grid = segments().rfm(large().id, false, NOW);
        assertThat(grid.cells()).hasSize(25);
        assertThat(grid.money()).hasSize(5);
        assertThat(grid.cells())
                .filteredOn(cell -> cell.people() != null)
                .containsExactly(
                        new RfmGrid.Cell(read("rfm=11x"), 70L, 0.7), new RfmGrid.Cell(read("rfm=14x"), 30L, 0.3));
        RfmGrid fixed = segments().rfm(large().id, true, NOW);
        assertThat(fixed.cells())
                .filteredOn(cell -> cell.people() != null)
                .containsExactly(
                        new RfmGrid.Cell(read("rfm-fixed=51x"), 70L, 0.7),
                        new RfmGrid.Cell(read("rfm-fixed=52x"), 30L, 0.3));
    }

    /** More than a house can keep, each with as many conditions as there may be. */
    @Test
    void manySegmentsAreCountedAtOnce() {
        List<SegmentDefinition> many = new java.util.ArrayList<>();
        for (int at = 0; at < 120; at++) {
            many.add(read("visits=1..&genre=Theatre,g" + at + "&production=1,2," + (at + 10)
                    + "&season=2023-24,2024-25&tariff=full,youth&channel=web&area=7,6&spend=10..@"
                    + (at % 2 == 0 ? 24 : 60)));
        }
        assertThat(office.warehouse
                        .read(connection -> SegmentQuery.count(connection, small.id, many, CENTS, NOW))
                        .get(119)
                        .people())
                .isEqualTo(2);
        assertThat(segments().overlap(small.id, many, NOW).sizes()).hasSize(12);
    }

    @Test
    void theHousesOwnDataSaysWhatCanBeChosen() {
        assertThat(segments().choices(small.id).genres()).containsExactly("Dance, ballet", "Opera", "Theatre");
        assertThat(segments().choices(small.id).productions())
                .extracting(production -> production.title())
                .containsExactly("Hamlet", "Norma", "Giselle");
        assertThat(segments().choices(small.id).seasons())
                .containsExactly("2024-25", "2023-24", "2022-23", "2021-22", "2020-21");
    }
}
