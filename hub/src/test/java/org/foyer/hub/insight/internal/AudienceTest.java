package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.AudienceSheet.Cell;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes, who comes back: worked out by hand on small houses. */
class AudienceTest {

    private static final LocalDate NOW = LocalDate.of(2025, 3, 1);
    private static final Season SEASON = new Season(2024);

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

    /** One performance a season from 2020 to 2025, theatre by turns with dance; a third genre in 2024. */
    private static BoxOffice.House house() {
        return office.house().productions("""
                1 | Hamlet | Theatre
                2 | Giselle | Dance
                3 | Norma | Opera
                """).performances(BoxOffice.SIX_SEASONS);
    }

    private static String sales(int performance, String day, int... people) {
        return IntStream.of(people)
                .mapToObj(person -> "%d | %s | - | sale | 1000 | - | - | - | - | %d | o%d | t%d-%d%n"
                        .formatted(performance, day, person, person, performance, person))
                .collect(Collectors.joining());
    }

    private static AudienceSheet sheet(BoxOffice.House house, LocalDate asOf, AudienceBasis basis) {
        house.counted();
        return new AudienceFigures(office.warehouse, new AnyHouse(Currency.getInstance("EUR")))
                .season(house.id, SEASON, asOf, basis);
    }

    private static int[] people(int from, int to) {
        return IntStream.rangeClosed(from, to).toArray();
    }

    /**
     * Thirty came in 2023-24; eleven of them are back. Fifteen of the thirty were there in 2021 already, of whom six are back;
     * of the fifteen others five. Twelve are new in 2024-25.
     */
    private static BoxOffice.House returning() {
        return house().lines(sales(20, "2020-12-01", people(1, 15))
                + sales(23, "2023-12-01", people(1, 30))
                + sales(24, "2024-12-01", people(1, 6))
                + sales(24, "2024-12-02", people(16, 20))
                + sales(24, "2024-12-03", people(31, 42)));
    }

    @Test
    void returnIsToldOfLastSeasonsBuyersAndOfNewOnesApart() {
        AudienceSheet sheet = sheet(returning(), NOW, AudienceBasis.PERFORMANCE);
        assertThat(sheet.buyers()).isEqualTo(23);
        Figure retention = sheet.figure("retention");
        assertThat(retention.value()).isEqualTo(11 / 30.0);
        assertThat(retention.basis()).isEqualTo(30);
        assertThat(retention.parts())
                .containsExactly(
                        new Figure.Part("first-time-before", 5, 5 / 15.0), new Figure.Part("known-before", 6, 0.4));
    }

    @Test
    void churnOfNewOnesIsToldWhenTheSeasonIsOver() {
        BoxOffice.House house = returning();
        assertThat(sheet(house, NOW, AudienceBasis.PERFORMANCE)
                        .figure("first-timer-churn")
                        .notMeasured())
                .isEqualTo("season-under-way");
        assertThat(sheet(house, LocalDate.of(2025, 8, 31), AudienceBasis.PERFORMANCE)
                        .figure("first-timer-churn")
                        .value())
                .as("ten of fifteen new ones did not come back")
                .isEqualTo(10 / 15.0);
    }

    @Test
    void firstMeansFirstOnlyWithThreeYearsBefore() {
        Figure first = sheet(returning(), NOW, AudienceBasis.PERFORMANCE).figure("first-timers");
        assertThat(first.value()).isEqualTo(12 / 23.0);
        assertThat(first.parts()).containsExactly(new Figure.Part("years", 3, 0));

        Figure young = sheet(
                        house().lines(sales(23, "2023-12-01", people(1, 5)) + sales(24, "2024-12-01", people(4, 12))),
                        NOW,
                        AudienceBasis.PERFORMANCE)
                .figure("first-timers");
        assertThat(young.notMeasured()).as("eight months of history").isEqualTo("history-too-short");

        Figure middle = sheet(
                        house().lines(sales(22, "2022-12-01", people(1, 9)) + sales(24, "2024-12-01", people(4, 17))),
                        NOW,
                        AudienceBasis.PERFORMANCE)
                .figure("first-timers");
        assertThat(middle.value()).isEqualTo(8 / 14.0);
        assertThat(middle.parts()).containsExactly(new Figure.Part("years", 1, 0));
    }

    /**
     * Of the thirty of 2023-24, the six known ones who came back used numbers of their own: 51 to 56 instead of 1 to 6. Four of the twelve
     * new ones, 31 to 34, are the four of 2021 and 2023-24 that are 7 to 10.
     */
    @Test
    void buyersThatAreOnePersonCountOnce() {
        BoxOffice.House house = house().lines(sales(20, "2020-12-01", people(1, 15))
                + sales(23, "2023-12-01", people(1, 30))
                + sales(24, "2024-12-01", people(51, 56))
                + sales(24, "2024-12-02", people(16, 20))
                + sales(24, "2024-12-03", people(31, 42)));
        AudienceSheet apart = sheet(house, NOW, AudienceBasis.PERFORMANCE);
        assertThat(apart.linked()).isNull();
        assertThat(apart.figure("retention").value()).isEqualTo(5 / 30.0);
        assertThat(apart.figure("first-timers").value()).isEqualTo(18 / 23.0);
        for (int i = 1; i <= 6; i++) {
            house.change("insert into same_person values (?, " + i + ", " + i + ", " + i + "), (" + house.id.value()
                    + ", " + (50 + i) + ", " + i + ", " + i + ")");
        }
        for (int i = 7; i <= 10; i++) {
            house.change("insert into same_person values (?, " + (24 + i) + ", " + i + ", " + i + ")");
        }
        house.change("insert into linked values (?, 48, 38, 36, -10, 'sum')");
        AudienceSheet sheet = sheet(house, NOW, AudienceBasis.PERFORMANCE);
        assertThat(sheet.linked()).isEqualTo(new AudienceSheet.Linked(48, 38, 36));
        assertThat(sheet.buyers()).isEqualTo(23);
        assertThat(sheet.figure("retention").value()).isEqualTo(15 / 30.0);
        assertThat(sheet.figure("retention").parts())
                .containsExactly(
                        new Figure.Part("first-time-before", 5, 5 / 15.0),
                        new Figure.Part("known-before", 10, 10 / 15.0));
        assertThat(sheet.figure("first-timers").value()).isEqualTo(8 / 23.0);
        assertThat(sheet.crossover().buyers()).as("thirty and eight").isEqualTo(38);
        assertThat(sheet.figure("segments").basis())
                .as("as many as there are people, not numbers of buyers")
                .isEqualTo(38);
    }

    /** Buyer 31 is buyer 7 too, who objected. */
    @Test
    void whoObjectedToBeingCountedIsNobodyUnderAnyNumber() {
        BoxOffice.House house = house().lines(sales(23, "2023-12-01", people(1, 30))
                + sales(24, "2024-12-01", people(1, 10))
                + sales(24, "2024-12-03", people(31, 42)));
        assertThat(sheet(house, NOW, AudienceBasis.PERFORMANCE).buyers()).isEqualTo(22);
        house.change("insert into same_person values (?, 31, 7, 7), (" + house.id.value() + ", 7, 7, 7)");
        house.change("insert into figures_objection values (?, 31), (" + house.id.value() + ", 1)");
        AudienceSheet sheet = sheet(house, NOW, AudienceBasis.PERFORMANCE);
        assertThat(sheet.buyers()).as("10 and 12 without 1, 7 and 31").isEqualTo(19);
        assertThat(sheet.figure("retention").value()).isEqualTo(8 / 28.0);
        assertThat(sheet.crossover().buyers()).isEqualTo(39);
    }

    @Test
    void ticketsGivenBackUnderAnotherNumberAreGivenBack() {
        BoxOffice.House house = house().lines(sales(23, "2023-12-01", people(1, 20))
                + sales(24, "2024-12-01", people(1, 20))
                + "24 | 2024-12-09 | 2024-12-01 | cancellation | -1000 | - | - | - | - | 91 | o1 | t24-1\n");
        assertThat(sheet(house, NOW, AudienceBasis.PERFORMANCE).buyers()).isEqualTo(20);
        house.change("insert into same_person values (?, 91, 1, 1)");
        assertThat(sheet(house, NOW, AudienceBasis.PERFORMANCE).buyers()).isEqualTo(19);
    }

    @Test
    void whoGaveEverythingBackOrBoughtForACancelledNightDidNotCome() {
        AudienceSheet sheet = sheet(
                house().lines(sales(24, "2024-12-01", people(1, 6))
                        + "24 | 2024-12-05 | 2024-12-01 | cancellation | -1000 | - | - | - | - | 6 | o6 | t24-6\n"
                        + sales(29, "2024-12-01", 9)),
                NOW,
                AudienceBasis.PERFORMANCE);
        assertThat(sheet.buyers()).isEqualTo(5);
        AudienceSheet before = sheet(
                house().lines(sales(24, "2024-12-01", people(1, 6))
                        + "24 | 2024-12-05 | 2024-12-01 | cancellation | -1000 | - | - | - | - | 6 | o6 | t24-6\n"),
                LocalDate.of(2024, 12, 4),
                AudienceBasis.PERFORMANCE);
        assertThat(before.buyers()).as("as known the day before").isEqualTo(6);
    }

    @Test
    void aSeasonByPurchaseCountsWhatWasBoughtInIt() {
        BoxOffice.House house =
                house().lines(sales(24, "2024-07-01", people(1, 5)) + sales(24, "2024-12-01", people(11, 16)));
        assertThat(sheet(house, NOW, AudienceBasis.PERFORMANCE).buyers()).isEqualTo(11);
        assertThat(sheet(house, NOW, AudienceBasis.PURCHASE).buyers()).isEqualTo(6);
    }

    /** The two cases that the published rules name: three shows in a first order, and a purchase far ahead. */
    @Test
    void segmentsFollowThePublishedRules() {
        int[] seven = people(1, 7);
        int[] six = people(11, 16);
        int[] five = people(21, 25);
        int[] eight = people(31, 38);
        AudienceSheet sheet = sheet(
                house().lines(sales(24, "2024-12-01", seven)
                        + sales(25, "2024-12-01", seven)
                        + sales(26, "2024-12-01", seven)
                        + sales(26, "2023-05-01", six)
                        + sales(20, "2020-12-01", five)
                        + sales(24, "2024-12-01", eight)),
                NOW,
                AudienceBasis.PERFORMANCE);
        assertThat(sheet.figure("segments").parts())
                .extracting(part -> part.key() + " " + Math.round(part.value()))
                .containsExactly(
                        "new 8", "once-before 0", "convertee 7", "active 0", "super-active 0", "stale 6", "lapsed 5");
    }

    @Test
    void visitsAreDaysAndBothRecencyAndIntervalKnowOnlyThePast() {
        AudienceSheet sheet = sheet(
                house().lines(sales(24, "2024-12-01", people(1, 10))
                        + sales(25, "2024-12-01", people(1, 5))
                        + sales(26, "2024-12-01", people(1, 10))),
                NOW,
                AudienceBasis.PERFORMANCE);
        Figure frequency = sheet.figure("frequency");
        assertThat(frequency.value()).isEqualTo(1.5);
        assertThat(frequency.parts())
                .extracting(part -> part.key() + " " + Math.round(part.value()))
                .startsWith("visits-1 5", "visits-2 5");
        assertThat(sheet.figure("visit-interval").value()).isEqualTo(10.0);
        assertThat(sheet.figure("recency").parts().get(0)).isEqualTo(new Figure.Part("half-year", 10, 1));
    }

    @Test
    void crossoverTellsShareAndLift() {
        AudienceSheet sheet = sheet(
                house().lines(sales(23, "2023-12-01", people(1, 20))
                        + sales(24, "2024-12-01", people(11, 30))
                        + sales(25, "2024-12-01", people(11, 12))),
                NOW,
                AudienceBasis.PERFORMANCE);
        assertThat(sheet.crossover().genres())
                .extracting(AudienceSheet.Genre::name)
                .as("opera has two buyers, too few to tell")
                .containsExactly("Dance", "Theatre");
        assertThat(sheet.crossover().genresLeftOut()).isEqualTo(1);
        assertThat(sheet.crossover().cells())
                .containsExactly(
                        new Cell("Dance", "Theatre", 0.5, 10.0 * 30 / (20 * 20)),
                        new Cell("Theatre", "Dance", 0.5, 10.0 * 30 / (20 * 20)));
        assertThat(sheet.figure("genre-breadth").notMeasured())
                .as("two of the twenty came to three genres: too few to tell")
                .isEqualTo("too-few-people");
    }

    @Test
    void classesOfFewerThanFivePeopleAreNotTold() {
        AudienceSheet sheet = sheet(
                house().lines(sales(24, "2024-12-01", people(1, 20)) + sales(20, "2020-12-01", 31, 32, 33)),
                NOW,
                AudienceBasis.PERFORMANCE);
        List<Figure.Part> parts = sheet.figure("segments").parts();
        assertThat(parts).extracting(Figure.Part::key).doesNotContain("lapsed").contains("small-groups");
        assertThat(parts.stream().mapToDouble(Figure.Part::value).sum()).isEqualTo(23, within(0.0));
        AudienceSheet few = sheet(house().lines(sales(24, "2024-12-01", 1, 2, 3)), NOW, AudienceBasis.PERFORMANCE);
        assertThat(few.figures())
                .allSatisfy(figure -> assertThat(figure.value()).isNull());
    }

    @Test
    void aRatioOfAFewIsNotToldEither() {
        AudienceSheet sheet = sheet(
                house().lines(sales(20, "2020-12-01", people(1, 20))
                        + sales(23, "2023-12-01", people(1, 20))
                        + sales(24, "2024-12-01", people(1, 3))
                        + sales(24, "2024-12-01", people(31, 40))),
                NOW,
                AudienceBasis.PERFORMANCE);
        assertThat(sheet.figure("retention").notMeasured()).isEqualTo("too-few-people");
        assertThat(sheet.figure("retention").parts()).isEmpty();
        assertThat(sheet.figure("first-timers").notMeasured())
                .as("ten new ones of thirteen: the other three would be told with them")
                .isEqualTo("too-few-people");
    }

    @Test
    void aHouseWithoutBuyersSaysWhatIsMissing() {
        AudienceSheet sheet = sheet(
                house().lines("24 | 2024-12-01 | - | sale | 1000 | - | - | - | - | - | - | t1\n"),
                NOW,
                AudienceBasis.PERFORMANCE);
        assertThat(sheet.buyers()).isZero();
        assertThat(sheet.figure("first-timers").notMeasured()).isEqualTo("buyers-unknown");
        assertThat(sheet.figure("first-timers").missing()).containsExactly("person");
        assertThat(sheet.catchment().areas()).isEmpty();
    }
}
