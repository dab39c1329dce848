package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One small season, every figure worked out by hand. */
class SeasonSheetTest {

    private static final Season SEASON = new Season(2024);
    private static final LocalDate AS_OF = LocalDate.of(2025, 1, 31);

    @TempDir
    static Path folder;

    private static BoxOffice office;
    private static FigureSheet sheet;

    /**
     * Performance 1: Friday, 8 seats on sale, worth 240.00. 2: Saturday, capacity unknown. 3: cancelled before sale.
     * 4: Saturday to come, 4 seats.
     *
     * <p>Still valid on 31 January: t1 t2 t3 of performance 1, t5 t6 of 2, t7 of 4: 6 tickets, 130.00. t4 was sold and
     * cancelled; r1 is reserved.
     */
    @BeforeAll
    static void sellASmallSeason() {
        office = new BoxOffice(folder);
        BoxOffice.House house = office.house()
                .productions("""
                        1 | Phèdre | theatre
                        2 | Solo   | -
                        """)
                .performances("""
                        1 | 1 | 2025-01-10T20:00 | scheduled | 10 | 2 | 24000
                        2 | 1 | 2025-01-11T20:00 | scheduled | -  | - | -
                        3 | 1 | 2025-02-14T20:00 | cancelled | 20 | - | -
                        4 | 2 | 2025-03-01T20:00 | scheduled | 4  | - | -
                        """)
                .labels("""
                        tariff  | 1 | Plein  | full
                        tariff  | 2 | Réduit | reduced
                        tariff  | 3 | Exo    | invitation
                        tariff  | 4 | Abo    | subscription
                        channel | 1 | Site   | web
                        channel | 2 | Caisse | counter
                        channel | 3 | Tél    | phone
                        zone    | 1 | Parterre | -
                        """)
                .lines("""
                        1 | 2024-12-01 | -          | sale         | 3000  | 3000  | 1 | 1 | 1 | 11 | a | t1
                        1 | 2024-12-01 | -          | sale         | 2000  | 3000  | 2 | 1 | 1 | 11 | a | t2
                        1 | 2025-01-10 | -          | sale         | 0     | 3000  | 3 | 1 | 2 | -  | b | t3
                        1 | 2025-01-03 | -          | sale         | 3000  | 3000  | 1 | 1 | 1 | 13 | c | t4
                        1 | 2025-01-05 | 2025-01-03 | cancellation | -3000 | -3000 | 1 | 1 | 1 | 13 | c | t4
                        1 | 2025-01-02 | -          | reservation  | 3000  | 3000  | 1 | 1 | 1 | -  | r | r1
                        2 | 2025-01-04 | -          | sale         | 2500  | -     | 4 | 1 | 3 | 12 | d | t5
                        2 | 2025-01-04 | -          | sale         | 2500  | -     | 4 | 1 | 3 | 12 | d | t6
                        4 | 2024-09-15 | -          | sale         | 3000  | 3000  | 1 | - | 1 | -  | e | t7
                        """)
                .entries("""
                        1 | t1 | 2025-01-10T18:40:00
                        1 | t2 | 2025-01-10T18:41:00
                        """)
                .contacts("10 | 6 | 8 | 2 | 1")
                .counted();
        sheet = house.figures().season(house.id, SEASON, AS_OF);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @CsvSource({
        // (3 + 1) tickets of performances 1 and 4 over 8 + 4 seats; 2 of the 3 with sales have a capacity
        "occupancy, 0.333333, 12, 0.666667",
        // one seat reserved more
        "sold-utilisation, 0.416667, 12, 0.666667",
        // 50.00 of performance 1 over 240.00
        "financial-utilisation, 0.208333, 1, 0.333333",
        // (5000 + 3000) / 12
        "revenue-per-seat, 666.666667, 12, 0.666667",
        // 13000 over the 5 tickets that cost something, then over all 6
        "average-yield, 2600, 5, 1",
        "average-price, 2166.666667, 6, 1",
        // t2 and t3 of t1 t2 t3 t7, whose list price is known
        "below-list-share, 0.5, 4, 0.666667",
        // (0 + 1000 + 3000 + 0) / 4
        "mean-discount, 1000, 4, 0.666667",
        "free-share, 0.166667, 6, 1",
        // leads in order: t3 0, t5 t6 7, t1 t2 40, t7 167; the third of six is the median
        "lead-time, 7, 6, 1",
        // t3 t5 t6 of the five tickets of performances 1 and 2
        "last-week-share, 0.6, 5, 1",
        // t1 t2 of five
        "sold-thirty-days-before, 0.4, 5, 1",
        // t5 t6 of six
        "subscription-share, 0.333333, 6, 1",
        // orders a 2, b 1, d 2, e 1; c was cancelled
        "tickets-per-order, 1.5, 4, 1",
        // t1 t2 t7
        "online-share, 0.5, 6, 1",
        // t1 t2 t5 t6
        "known-buyer-share, 0.666667, 6, 1",
        // 2 of 3 scanned (t1 twice); performance 2 was not scanned at all
        "no-show, 0.333333, 3, 0.5",
        // postcode .8, e-mail .6, birth year .2, genre 3 of 4, capacity 3 of 4
        "data-quality, 0.62, 14, 1",
        "tickets, 6, 3, 1",
        "revenue, 13000, 6, 1",
    })
    void aFigureIsWhatAHandFinds(String indicator, double value, long basis, double coverage) {
        Figure figure = sheet.figure(indicator);
        assertThat(figure.notMeasured()).isNull();
        assertThat(figure.value()).isEqualTo(value, within(1e-6));
        assertThat(figure.basis()).isEqualTo(basis);
        assertThat(figure.coverage()).isEqualTo(coverage, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "occupancy; paying=3/0.250 total=4/0.333",
                // cumulated tickets * 4: the second ticket passes 6, the third reaches 12, the fifth passes 18
                "lead-time; lower-quartile=7/0.250 median=7/0.500 upper-quartile=40/0.750 tickets-after-start=0/0.000",
                "purchase-horizon; same-day-or-later=1/0.167 within-7=2/0.333 within-30=0/0.000 within-90=2/0.333"
                        + " within-180=1/0.167 earlier=0/0.000",
                // t1 t2 at 40, then t4 t5 t6 at 7, t4 leaves at 5, t3 comes at 0: the past keeps t4
                "booking-curve; 365=0/0.000 180=0/0.000 90=0/0.000 60=0/0.000 30=2/0.400 14=2/0.400 7=5/1.000 3=4/0.800"
                        + " 1=4/0.800 0=5/1.000",
                "subscription-share; tickets=2/0.333 revenue=5000/0.385",
                "order-size; 1=2/0.333 2=4/0.667 3-4=0/0.000 5-9=0/0.000 10-24=0/0.000 25-49=0/0.000 50+=0/0.000",
                "channel-mix; web=3/0.500 phone=2/0.333 counter=1/0.167",
                "tariff-mix; full=2/0.333 subscription=2/0.333 invitation=1/0.167 reduced=1/0.167",
                "zone-mix; Parterre=5/0.833 unknown=1/0.167",
                "seasonality-weekday; 1=0/0.000 2=0/0.000 3=0/0.000 4=0/0.000 5=3/0.500 6=3/0.500 7=0/0.000",
                "seasonality-month; 9=0/0.000 10=0/0.000 11=0/0.000 12=0/0.000 1=5/0.833 2=0/0.000 3=1/0.167 4=0/0.000"
                        + " 5=0/0.000 6=0/0.000 7=0/0.000 8=0/0.000",
                // the cancelled third night is no last night
                "place-in-run; first=3/0.500 last=2/0.333 only=1/0.167",
                "data-quality; postcode=8/0.800 email=6/0.600 birth-year=2/0.200 genre=3/0.750 capacity=3/0.750"
                        + " duplicates=1/0.100",
            })
    void aDistributionIsWhatAHandCounts(String indicator, String parts) {
        String found = sheet.figure(indicator).parts().stream()
                .map(part ->
                        String.format(java.util.Locale.ROOT, "%s=%.0f/%.3f", part.key(), part.value(), part.share()))
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(parts);
    }

    /** What needs to know the buyer is told by the sheet of the audience; the two together leave no line out. */
    @Test
    void eachLineOfTheDictionaryHasOneFigureInOneOfTheSheetsInItsOrder() {
        List<String> dictionary =
                Dictionary.shipped().indicators().stream().map(Indicator::id).toList();
        Dictionary shipped = Dictionary.shipped();
        List<String> ofPeople = Stream.of(
                        new VisitFigures(new Tally(), shipped, SEASON, AS_OF, null, 100).all(),
                        new SensitivityFigures(List.of(), shipped).all())
                .flatMap(List::stream)
                .map(Figure::indicator)
                .toList();
        assertThat(ofPeople).doesNotHaveDuplicates().isSubsetOf(dictionary);
        assertThat(sheet.figures())
                .extracting(Figure::indicator)
                .containsExactlyElementsOf(
                        dictionary.stream().filter(id -> !ofPeople.contains(id)).toList());
        assertThat(sheet.currency()).isEqualTo("EUR");
        assertThat(sheet.simulated()).isTrue();
    }
}
