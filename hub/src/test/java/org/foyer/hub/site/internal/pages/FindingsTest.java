package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.BookingCurve.Point;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;
import org.foyer.hub.insight.WeekPoint;
import org.foyer.hub.model.Season;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void weeksAreComparedWithTheSameWeeksASeasonEarlier() {
        assertThat(WeeksChart.finding(Language.ENGLISH, weeks(110, 100), MONDAY.plusDays(13)))
                .isEqualTo("The last four whole weeks sold 220 tickets, 10% more than the same weeks a year earlier.");
        assertThat(WeeksChart.finding(Language.ENGLISH, weeks(90, 100), MONDAY.plusDays(13)))
                .contains("10% fewer");
        assertThat(WeeksChart.finding(Language.ENGLISH, weeks(100, 100), MONDAY.plusDays(13)))
                .contains("as many as");
    }

    @Test
    void aWeekThatIsNotOverIsNotCompared() {
        assertThat(WeeksChart.finding(Language.ENGLISH, weeks(110, 100), MONDAY.plusDays(12)))
                .contains("sold 110 tickets");
    }

    @Test
    void aWeekThatIsNotOverStandsInTheTableButDrawsNoFall() {
        Chart chart = WeeksChart.of(
                Language.ENGLISH, new Season(2026), weeks(110, 100), MONDAY.plusDays(12), "EUR", "weeks.csv");
        assertThat(chart.drawing().series().get(0).values()).isEqualTo(List.of(110L));
        assertThat(chart.drawing().series().get(1).values()).isEqualTo(List.of(100L));
        assertThat(chart.drawing().categories())
                .hasSameSizeAs(chart.drawing().readings())
                .hasSize(1);
        assertThat(chart.table().rows()).hasSize(2);
        assertThat(chart.table().rows().get(1).get(0)).endsWith("(not over)");
    }

    @Test
    void aCurveBelowTheBandIsBehind() {
        assertThat(CurveChart.finding(Language.FRENCH, curve(20.0)))
                .startsWith("En retard")
                .contains("J−10", "20 billets");
        assertThat(CurveChart.finding(Language.FRENCH, curve(40.0))).startsWith("Dans la norme");
        assertThat(CurveChart.finding(Language.FRENCH, curve(70.0))).startsWith("En avance");
    }

    @Test
    void aCurveWithoutComparableOnesSaysSo() {
        BookingCurve curve = new BookingCurve(1, 0, List.of(new Point(10, 1L, 2.0, null, null, null)));
        assertThat(CurveChart.finding(Language.ENGLISH, curve)).startsWith("1 ticket is sold at D−10");
        BookingCurve over = new BookingCurve(1, 0, List.of(new Point(0, 2L, 4.0, null, null, null)));
        assertThat(CurveChart.finding(Language.ENGLISH, over)).startsWith("2 tickets are sold on the day itself");
    }

    @Test
    void thoseWhoCameOnceAreNotSaidToBeExpected() {
        assertThat(says(Language.ENGLISH, "next-visit", new Part("overdue", 3, 0.3), new Part("came-once", 7, 0.7)))
                .isEqualTo("By their own rhythm, most often: Expected within the last year, and not back (30% of"
                        + " buyers). 70% came once only: nothing tells when to expect them.");
        assertThat(says(Language.ENGLISH, "next-visit", new Part("came-once", 9, 0.9)))
                .startsWith("90% came once only");
    }

    @Test
    void aYearOfDataIsNotCalledFive() {
        assertThat(says(Language.ENGLISH, "lifetime-value", new Part("years", 1, 0)))
                .isEqualTo(
                        "In the 1 year of data a buyer paid €25 on average (10 buyers); five years are not known yet.");
        assertThat(says(Language.FRENCH, "lifetime-value", new Part("years", 4, 0), new Part("correlation", -0.5, 0)))
                .startsWith("Dans les 4 années de données, un acheteur a payé 25\u00a0€ en moyenne (10 acheteurs)")
                .contains("une corrélation de -0,50");
    }

    @Test
    void theOrderOfZonesIsToldByFirstAndLastAndNotWhereOneAloneIsLargeEnough() {
        assertThat(says(
                        Language.ENGLISH,
                        "zone-filling",
                        new Part("Stalls", 5, 0.5),
                        new Part("Box", 2, 0.2),
                        new Part("Balcony", 1, 0.1),
                        new Part("other", 1, 0.1),
                        new Part("small-groups", 1, 0.1)))
                .isEqualTo("First to fill: Stalls (50% of tickets); last: Balcony (10%).");
        assertThat(says(Language.ENGLISH, "zone-filling", new Part("Stalls", 5, 0.5), new Part("unknown", 5, 0.5)))
                .isEqualTo("Too few people stand apart to say more.");
    }

    @Test
    void fewPeopleTogetherAreNoWordStillToClassify() {
        assertThat(says(Language.ENGLISH, "segments", new Part("new", 8, 0.8), new Part("small-groups", 2, 0.2)))
                .endsWith("(80% of buyers).");
    }

    private static String says(Language language, String id, Part... parts) {
        Double value = id.equals("lifetime-value") ? 2_500.0 : null;
        Figure figure = new Figure(
                id, 1, value == null ? "distribution" : "money", value, List.of(parts), 10, 1, null, List.of());
        return Findings.of(language, figure, "EUR");
    }

    @Test
    void theLargestGenreHasANameAndNoneIsToldWhereALargerOneMayBeHidden() {
        assertThat(SampleObservatory.says(Language.ENGLISH, List.of("theatre", "unknown"), 40L, 60L))
                .contains("largest genre", "40%");
        assertThat(SampleObservatory.says(Language.ENGLISH, List.of("theatre", "circus"), 40L, null))
                .contains("100 tickets")
                .doesNotContain("largest genre");
    }

    @Test
    void columnsThatAreMissingAreNamedAsTheNextStepNamesThem() {
        Problem problem =
                Problem.stops("columns-missing", Place.of("a.csv"), "ticketing-columns", "title, performance_ref");
        assertThat(Reports.grouped(Language.FRENCH, List.of(problem), Map.of())
                        .get(0)
                        .sentence())
                .startsWith("Pour lire")
                .contains("Billetterie", "Titre, Numéro de la représentation")
                .doesNotContain("_", "ticketing");
    }

    @Test
    void simulatedTablesSaySoInEveryLineAndFormulasAreDefused() {
        assertThat(Csv.text(true, List.of("a"), List.of(List.of("=1+1"), List.of("-2.5"))))
                .isEqualTo("\ufeffa,simulated\r\n'=1+1,true\r\n-2.5,true\r\n");
        assertThat(Csv.text(false, List.of("a"), List.of(List.of("x,\"y\""))))
                .isEqualTo("\ufeffa\r\n\"x,\"\"y\"\"\"\r\n");
    }

    @Test
    void aWayBackStaysOnThisNode() {
        assertThat(DoorPage.own("/h/one?season=2025-26")).isEqualTo("/h/one?season=2025-26");
        assertThat(DoorPage.own("//elsewhere.example")).isEqualTo("/");
        assertThat(DoorPage.own("https://elsewhere.example")).isEqualTo("/");
        assertThat(DoorPage.own("/\\elsewhere.example")).isEqualTo("/");
    }

    private static List<WeekPoint> weeks(long now, long then) {
        return List.of(new WeekPoint(MONDAY, now, 0, then, 0), new WeekPoint(MONDAY.plusDays(7), now, 0, then, 0));
    }

    private static BookingCurve curve(double own) {
        return new BookingCurve(
                1, 12, List.of(new Point(10, 50L, own, 30.0, 45.0, 60.0), new Point(9, null, null, 32.0, 47.0, 62.0)));
    }
}
