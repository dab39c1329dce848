package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Side;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Show;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.governance.Touring;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.insight.ShowFigures.Look;
import org.foyer.hub.insight.ShowSheet;
import org.foyer.hub.insight.ShowSheet.Point;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a company sees of its show, and what it must not. Now is 1 March 2025 in Paris; Hamlet plays on 10 January and 20 May. */
class GrantedShowsTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);
    private static final Actor LEA = new Actor("lea", false, Map.of(), false);

    /** Hamlet in the season 2024-25, which was at no venue that has a number. */
    private static final String HAMLET = "1-2024-0";

    @TempDir
    Path folder;

    private BoxOffice office;
    private BoxOffice.House theatre;
    private House giver;
    private House company;
    private Touring touring;
    private GrantedShows shows;

    @BeforeEach
    void open() {
        office = new BoxOffice(folder);
        Clock clock = Clock.fixed(Instant.parse("2025-03-01T10:00:00Z"), ZoneOffset.UTC);
        RegisterHouses houses = new RegisterHouses(office.register, clock, new SecureRandom());
        giver = houses.add(house("theatre"));
        company = houses.add(house("compagnie"));
        RegisterAudit audit = new RegisterAudit(office.register, clock, new AuditEnd(folder.resolve("audit.end")));
        touring = Touring.over(office.register, clock, new SecureRandom(), houses, audit);
        shows = new GrantedShows(office.warehouse, houses, touring.gate());
        theatre = office.house();
        assertThat(theatre.id).isEqualTo(giver.id());
        theatre.productions("""
                1 | Hamlet | Theatre
                2 | Giselle | Dance
                """)
                .performances("""
                20 | 2 | 2021-01-10T20:00 | scheduled | 100 | - | -
                24 | 1 | 2025-01-10T20:00 | scheduled | 100 | 10 | -
                26 | 1 | 2025-05-20T20:00 | scheduled | 100 | - | -
                27 | 1 | 2025-05-21T20:00 | cancelled | 100 | - | -
                28 | 2 | 2025-02-20T20:00 | scheduled | 100 | - | -
                29 | 1 | 2024-02-20T20:00 | scheduled | 100 | - | -
                """)
                .lines(sales(20, "2020-12-01", 1, 15)
                        + sales(24, "2024-12-01", 1, 20)
                        + sales(24, "2025-01-02", 21, 40)
                        + sales(26, "2025-02-27", 41, 45)
                        + sales(28, "2025-01-15", 50, 90)
                        + sales(29, "2024-01-15", 1, 30))
                .counted();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static House house(String slug) {
        return new House(
                new HouseId(1),
                slug,
                "Maison " + slug,
                Discipline.THEATRE,
                100,
                new PostalAddress(null, "01000", "Bourg", null, "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false);
    }

    /** One ticket of 10 euros for each person of a span. */
    private static String sales(int performance, String day, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(person -> "%d | %s | - | sale | 1000 | - | - | - | - | %d | o%d | t%d-%d%n"
                        .formatted(performance, day, person, person, performance, person))
                .collect(Collectors.joining());
    }

    private ShowGrant granted(String show, LocalDate from, int delay, String... figures) {
        Side side = new Side(company.id(), company.slug(), company.name());
        Wish wish = new Wish("Hamlet", null, List.of(figures), null);
        ShowGrant asked = touring.grants()
                .ask(giver, side, "", null, new Show(show, "Hamlet"), wish, LEA)
                .grant();
        return touring.grants()
                .grant(giver, asked.id(), new Granting(null, from, TODAY.plusDays(30), delay, null), LEA)
                .grant();
    }

    private ShowSheet sheet(ShowGrant grant) {
        Look look = shows.look(LEA, grant.id(), null);
        assertThat(look.withheld()).isNull();
        return look.sheet();
    }

    @Test
    void itSeesItsShowAndNothingElseOfTheHouse() {
        ShowSheet sheet =
                sheet(granted(HAMLET, LocalDate.of(2024, 9, 1), 0, "daily-sales", "occupancy", "revenue", "lead-time"));
        assertThat(sheet.title()).isEqualTo("Hamlet");
        assertThat(sheet.dates())
                .extracting(ShowSheet.Date::day)
                .containsExactly(LocalDate.of(2025, 1, 10), LocalDate.of(2025, 5, 20), LocalDate.of(2025, 5, 21));
        assertThat(sheet.tickets()).isEqualTo(45); // 40 + 5: neither Giselle's 41 nor the 30 of the season before
        assertThat(sheet.seats()).isEqualTo(190);
        assertThat(sheet.occupancy()).isEqualTo(45 / 190.0);
        assertThat(sheet.amount()).isEqualTo(45_000);
        assertThat(sheet.curve())
                .containsExactly(new Point(40, 20), new Point(8, 40), new Point(-48, 45), new Point(-50, 45));
        assertThat(sheet.lead()).isEqualTo(new ShowSheet.Lead(8, 40, 40, 45));
        assertThat(sheet.people()).isNull();
    }

    /** One sale on the night after midnight, one ticket given back and one entered late: the curve ends on the evening all the same. */
    @Test
    void theCurveEndsWithTheShowAndWhatIsPutRightAfterwardsCountsOnItsDate() {
        theatre.performances("30 | 3 | 2025-01-20T20:00 | scheduled | 100 | - | -")
                .productions("3 | Oncle Vania | Theatre")
                .lines(sales(30, "2025-01-10", 1, 4)
                        + sales(30, "2025-01-21", 5, 5)
                        + "30 | 2025-02-10 | 2025-01-10 | cancellation | -1000 | - | - | - | - | 1 | o1 | t30-1%n"
                                .formatted())
                .change("delete from daily_cube where house = ?");
        theatre.change("delete from order_cube where house = ?").counted();
        ShowSheet sheet = sheet(granted("3-2024-0", LocalDate.of(2024, 9, 1), 0, "daily-sales"));
        assertThat(sheet.tickets()).isEqualTo(4);
        assertThat(sheet.curve()).containsExactly(new Point(10, 4), new Point(0, 4));
        ShowSheet late = sheet(granted("3-2024-0", LocalDate.of(2025, 2, 1), 0, "daily-sales"));
        assertThat(late.curve()).as("told only since the show was over").containsExactly(new Point(0, 4));
    }

    @Test
    void whatWasNotGrantedIsNotThere() {
        ShowSheet sheet = sheet(granted(HAMLET, TODAY.minusDays(100), 0, "occupancy"));
        assertThat(sheet.curve()).isEmpty();
        assertThat(sheet.amount()).isNull();
        assertThat(sheet.lead()).isNull();
        assertThat(sheet.people()).isNull();
        assertThat(sheet.dates()).allMatch(date -> date.amount() == null);
        ShowSheet paid = sheet(granted(HAMLET, TODAY.minusDays(100), 0, "revenue"));
        assertThat(paid.tickets()).isNull();
        assertThat(paid.seats()).isNull();
        assertThat(paid.occupancy()).isNull();
        assertThat(paid.dates()).allMatch(date -> date.tickets() == null && date.seats() == null);
    }

    @Test
    void nothingBeforeTheFirstDayNorWithinTheDelay() {
        ShowGrant grant = granted(HAMLET, LocalDate.of(2025, 1, 1), 7, "daily-sales", "lead-time");
        ShowSheet sheet = sheet(grant);
        assertThat(sheet.asOf()).isEqualTo(LocalDate.of(2025, 2, 22));
        assertThat(sheet.tickets()).isEqualTo(40); // the five of 27 February are not told yet
        assertThat(sheet.curve()).startsWith(new Point(9, 20)).noneMatch(point -> point.daysBefore() > 9);
        assertThat(sheet.lead().tickets()).isEqualTo(20); // of those sold since January
        assertThat(shows.look(LEA, grant.id(), LocalDate.of(2024, 12, 31)).withheld())
                .isEqualTo("show-other-days");
        assertThat(shows.look(LEA, grant.id(), LocalDate.of(2025, 2, 23)).withheld())
                .isEqualTo("show-other-days");
        assertThat(shows.look(LEA, grant.id(), LocalDate.of(2025, 1, 1)).sheet().tickets())
                .isEqualTo(20);
    }

    @Test
    void afterAStopThereIsNothing() {
        ShowGrant grant = granted(HAMLET, TODAY, 0, "daily-sales");
        touring.grants().stop(giver, grant.id(), null, LEA);
        assertThat(shows.look(LEA, grant.id(), null).sheet()).isNull();
        assertThat(shows.look(LEA, 4_711, null).withheld()).isEqualTo("show-not-granted");
    }

    /** A house's total must not come out of the shows that it grants: the other show is in nothing that is told. */
    @Test
    void theRestOfTheHouseChangesNothingThatIsTold() {
        ShowGrant grant = granted(
                HAMLET,
                TODAY.minusDays(90),
                0,
                "daily-sales",
                "occupancy",
                "revenue",
                "lead-time",
                "first-timers",
                "catchment");
        ShowSheet before = sheet(grant);
        theatre.lines(sales(28, "2025-02-28", 200, 260)).change("delete from daily_cube where house = ?");
        theatre.change("delete from order_cube where house = ?").counted();
        assertThat(sheet(grant)).isEqualTo(before);
    }

    /**
     * The attack of subtracting: the company looks before and after each import of a single buyer, on every day it may ask for. What it was
     * told of a day stays, and any two answers are of ten buyers apart.
     */
    @Test
    void noTwoLooksAroundAnImportShowOneBuyerMore() {
        ShowGrant grant = granted(HAMLET, LocalDate.of(2024, 12, 1), 0, "daily-sales", "first-timers", "catchment");
        Map<LocalDate, Object> told = new TreeMap<>();
        for (int buyer = 300; buyer < 325; buyer++) {
            for (LocalDate day = TODAY; day.isAfter(LocalDate.of(2024, 12, 20)); day = day.minusDays(9)) {
                var people = shows.look(LEA, grant.id(), day).sheet().people();
                if (people != null) {
                    Object before = told.putIfAbsent(people.day(), people);
                    assertThat(people).isEqualTo(before == null ? people : before);
                }
            }
            LocalDate bought = LocalDate.of(2025, 1, 3).plusDays(2L * (buyer - 300));
            theatre.lines(sales(24, bought.toString(), buyer, buyer)).change("delete from daily_cube where house = ?");
            theatre.change("delete from order_cube where house = ?").counted();
        }
        List<Long> buyers =
                office.register.read(handle -> handle.createQuery("select buyers from show_published order by buyers")
                        .mapTo(Long.class)
                        .list());
        assertThat(buyers).hasSizeGreaterThan(1);
        for (int i = 1; i < buyers.size(); i++) {
            assertThat(buyers.get(i) - buyers.get(i - 1)).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void firstTimersAreCountedOverTheHouseAndToldMoved() {
        ShowSheet sheet = sheet(granted(HAMLET, LocalDate.of(2024, 9, 1), 0, "first-timers"));
        // on Sunday 23 February 40 people held tickets; 30 had come in 2021 or the season before
        assertThat(sheet.people().day()).isEqualTo(LocalDate.of(2025, 2, 23));
        assertThat(sheet.people().about()).isEqualTo(40);
        assertThat(sheet.people().years()).isEqualTo(3);
        assertThat(sheet.people().firstTimers()).isBetween(0.20, 0.30);
        assertThat(sheet.tickets()).isNull();
    }

    @Test
    void aShowOfTooFewBuyersTellsNothingOfThem() {
        ShowSheet sheet = sheet(granted("2-2020-0", LocalDate.of(2024, 9, 1), 0, "daily-sales", "first-timers"));
        assertThat(sheet.people()).isNotNull(); // fifteen
        theatre.change("delete from sale_line where house = ? and performance = 26 or performance = 24 and person > 9");
        ShowSheet few = sheet(granted(HAMLET, LocalDate.of(2024, 9, 1), 0, "daily-sales", "first-timers"));
        assertThat(few.people()).isNull();
        assertThat(few.peopleWithheld()).isEqualTo("too-few-buyers");
    }

    @Test
    void aShowThatLeftTheProgrammeIsGone() {
        ShowGrant grant = granted("3-2024-0", TODAY, 0, "daily-sales");
        assertThat(shows.look(LEA, grant.id(), null).withheld()).isEqualTo("show-gone");
    }

    @Test
    void aShowThatGoesByAnotherIdentifierIsFound() {
        theatre.change("insert into same_thing (house, kind, thing, known_as, run) values (?, 'production', 9, 1, 1)")
                .change("insert into goes_by select * from goes_by_chain where house = ?");
        assertThat(sheet(granted("9-2024-0", LocalDate.of(2024, 9, 1), 0, "daily-sales"))
                        .tickets())
                .isEqualTo(45);
    }

    /** Under its other identifier a show is the same show: what was told of its people stands, and nothing is told beside it. */
    @Test
    void anotherIdentifierOfAShowTellsNoOtherPeople() {
        theatre.change("insert into same_thing (house, kind, thing, known_as, run) values (?, 'production', 9, 1, 1)")
                .change("insert into goes_by select * from goes_by_chain where house = ?");
        ShowSheet one = sheet(granted(HAMLET, LocalDate.of(2024, 9, 1), 0, "first-timers"));
        theatre.lines(sales(24, "2025-02-20", 301, 303)).change("delete from daily_cube where house = ?");
        theatre.change("delete from order_cube where house = ?").counted();
        ShowSheet other = sheet(granted("9-2024-0", LocalDate.of(2024, 9, 1), 0, "first-timers"));
        assertThat(other.people()).isEqualTo(one.people());
    }
}
