package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.foyer.hub.linking.internal.overlap.OverlapRegister;
import org.foyer.hub.linking.internal.overlap.PeopleKeys;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.DebianPostgres;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From contacts in the warehouse to an answer that both houses know, and how often one may ask. */
class OverlapTest {

    private static final String ONE = "https://one.example";
    private static final String TWO = "https://two.example";

    @TempDir
    Path folder;

    private BuyerStand stand;

    @BeforeEach
    void open() {
        stand = new BuyerStand(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private House house(int from, int to) {
        House house = stand.house();
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String email = i % 3 == 0 ? "" : (i % 2 == 0 ? "Buyer" : "buyer") + i + "@Boite.example";
            lines.add("%d|Anne|Martin|%s|06 12 %02d %02d %02d|1 rue|69001|Lyon|1970"
                    .formatted(i + 1, email, i / 10_000, i / 100 % 100, i % 100));
        }
        stand.buyers(house, lines);
        return house;
    }

    private static Set<String> keys(BuyerStand stand, House house) {
        Set<String> keys = new HashSet<>();
        PeopleKeys.of(stand.warehouse, house).forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void twoHousesCountSharedBuyersFromTheirContacts() throws OverlapRefused {
        House one = house(0, 900);
        House two = house(300, 1_200);
        Overlap overlap = new Overlap(stand.warehouse, stand.register, BuyerStand.CLOCK, (house, purpose) -> true);
        OverlapQuestion question = new OverlapQuestion(ONE, TWO, Overlap.PURPOSE, "2026-Q1");
        OverlapAsker asker = overlap.ask(one, question);
        OverlapAnswerer answerer = overlap.answer(two, question);
        asker.accepted(answerer.accept(asker.offer()));
        for (Iterator<byte[]> points = asker.points(); points.hasNext(); ) {
            answerer.take(points.next());
        }
        for (Iterator<byte[]> answer = answerer.answer(); answer.hasNext(); ) {
            asker.take(answer.next());
        }

        OverlapAnswer told = answerer.result(asker.result());
        assertThat(told.withheld()).isNull();
        assertThat(told.about()).isBetween(500L, 700L);
    }

    @Test
    void housesOfOneNodeAreCountedExactly() throws OverlapRefused {
        House one = house(0, 90);
        House two = house(30, 120);
        House three = house(80, 200);
        SharedBuyers.Counted counted = new SharedBuyers(stand.warehouse)
                .of(List.of(one, two, three), new Season(2025), LocalDate.of(2026, 3, 1));

        assertThat(counted.people()).containsEntry(one.id(), 90L).containsEntry(three.id(), 120L);
        assertThat(counted.pairs())
                .containsExactly(
                        new SharedBuyers.Pair(one.id(), two.id(), 60),
                        new SharedBuyers.Pair(one.id(), three.id(), 10),
                        new SharedBuyers.Pair(two.id(), three.id(), 40));
        assertThat(counted.elsewhere()).containsEntry(one.id(), 60L).containsEntry(two.id(), 90L);
        assertThat(counted.reach()).isEqualTo(200);
    }

    /** A programme of two genres that each house calls by words of its own, and one line for each visit: person, performance. */
    private void visits(House house, String[] words, List<String> days, int[][] visits) {
        stand.change(house, """
                insert into production (house, id, title, genre, run)
                select ?::smallint, unnest([1, 2]), 'x', unnest(['%s', '%s']), 1""".formatted(words[0], words[1]));
        for (int i = 0; i < days.size(); i++) {
            stand.change(house, """
                    insert into performance (house, id, production, day, state, run) values (?, %d, %d, date '%s', 'scheduled', 1)
                    """.formatted(i, 1 + i % 2, days.get(i)));
        }
        for (int[] range : visits) {
            stand.change(house, """
                    insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, person, ticket, run, line)
                    select ?::smallint, %d, timestamp '2020-01-01', date '2020-01-01', date '2020-01-01', 'sale', 1, 0, p, 't' || p, 1, p
                    from range(%d, %d) r(p)
                    """.formatted(range[0], range[1], range[2]));
        }
    }

    /** Keys of buyers go from one above the number of the first: buyers 0 to 89 are 1 to 90. */
    @Test
    void whoWasAtNoOtherHouseBeforeIsNewToTheNetwork() throws OverlapRefused {
        House one = house(0, 200);
        House two = house(0, 200);
        // the first house: 1-20 came years ago; 11-100 came this season
        visits(one, new String[] {"BALLET", "SCHAUSPIEL"}, List.of("2021-10-01", "2025-12-01"), new int[][] {
            {0, 1, 21}, {1, 11, 101}
        });
        // the second: 21-40 on an earlier day, 41-60 on the same day, 61-80 later; 150 gave the ticket back
        visits(
                two,
                new String[] {"danse contemporaine ", "Bal de quartier"},
                List.of("2024-05-01", "2025-12-01", "2026-01-10"),
                new int[][] {{0, 21, 41}, {1, 41, 61}, {2, 61, 81}, {2, 150, 151}});
        stand.change(two, """
                insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, person, ticket, run, line)
                values (?, 2, timestamp '2020-01-02', date '2020-01-02', date '2020-01-01', 'cancellation', -1, 0, 150, 't150', 1, 1)
                """);
        SharedBuyers.Counted counted =
                new SharedBuyers(stand.warehouse).of(List.of(one, two), new Season(2025), LocalDate.of(2026, 3, 1));

        assertThat(counted.newcomers())
                .as(
                        "80 come for the first time, 20 of them were at the other house before; of the other's 40, 20 were here before")
                .containsExactly(
                        new SharedBuyers.Newcomers(one.id(), 80, 60, 0, 3),
                        new SharedBuyers.Newcomers(two.id(), 40, 20, 0, 1));
        assertThat(counted.tastes())
                .contains(
                        new SharedBuyers.Taste(one.id(), "theatre", 90),
                        new SharedBuyers.Taste(two.id(), "dance", 40),
                        new SharedBuyers.Taste(two.id(), "unknown", 20));
        assertThat(counted.crossed())
                .containsExactlyInAnyOrder(
                        new SharedBuyers.Crossed(one.id(), "theatre", two.id(), "dance", 40),
                        new SharedBuyers.Crossed(one.id(), "theatre", two.id(), "unknown", 20),
                        new SharedBuyers.Crossed(one.id(), "theatre", two.id(), "", 90),
                        new SharedBuyers.Crossed(one.id(), "", two.id(), "dance", 40),
                        new SharedBuyers.Crossed(one.id(), "", two.id(), "unknown", 20));
        assertThat(counted.toString())
                .as("what a house calls a genre, told or not, in whichever letters")
                .doesNotContainIgnoringCase("Ballet")
                .doesNotContainIgnoringCase("Schauspiel")
                .doesNotContainIgnoringCase("contemporaine")
                .doesNotContainIgnoringCase("quartier");
    }

    @Test
    void firstTimersWithoutAKeyAreApartAndWhoObjectsIsNobody() throws OverlapRefused {
        House one = stand.house();
        stand.buyers(
                one,
                List.of(
                        "1|Anne|Martin|anne@boite.example|||||",
                        "2|Luc|Petit||||||",
                        "3|Nina|Roux|nina@boite.example|||||"));
        visits(one, new String[] {"Danse", "Théâtre"}, List.of("2025-12-01"), new int[][] {{0, 1, 4}});
        stand.change(one, "insert into figures_objection (house, person) values (?, 3)");
        SharedBuyers.Counted counted = new SharedBuyers(stand.warehouse)
                .of(List.of(one, house(0, 5)), new Season(2025), LocalDate.of(2026, 3, 1));

        assertThat(counted.newcomers().get(0)).isEqualTo(new SharedBuyers.Newcomers(one.id(), 1, 1, 1, 0));
    }

    @Test
    void onlyHousesThatTakePartAskAndAnswer() {
        House one = house(0, 10);
        Overlap overlap = new Overlap(stand.warehouse, stand.register, BuyerStand.CLOCK, (house, purpose) -> false);
        OverlapQuestion question = new OverlapQuestion(ONE, TWO, Overlap.PURPOSE, "2026-Q1");

        assertThatThrownBy(() -> overlap.ask(one, question)).hasMessage("overlap-not-taking-part");
        assertThatThrownBy(() -> overlap.answer(one, question)).hasMessage("overlap-not-taking-part");
    }

    @Test
    void aPersonHasOneKeyAndWhoObjectsHasNone() {
        House house = stand.house();
        stand.buyers(
                house,
                List.of(
                        "1|Anne|Martin|Anne.Martin+lettre@gmail.com|||||",
                        "2|Anne|Martin|z@boite.example|06 11 22 33 44||||",
                        "3|Luc|Petit||+33 6 99 88 77 66||||",
                        "4|Nina|Roux|||||| ",
                        "5|Paul|Faure|paul@boite.example|||||"));
        stand.change(house, "insert into same_person select ?::smallint, unnest([1, 2]), 1, 1");
        stand.change(house, "insert into figures_objection (house, person) values (?, 5)");

        assertThat(keys(stand, house)).containsExactlyInAnyOrder("e:annemartin@gmail.com", "t:33699887766");
    }

    @Test
    void aSetIsAskedForOnceInAPeriodInSqlite() throws OverlapRefused {
        House house = stand.house();
        limits(stand.register, house, "house-1");
    }

    @Test
    void aSetIsAskedForOnceInAPeriodInPostgres() throws OverlapRefused {
        Register register = DebianPostgres.register();
        House house = new org.foyer.hub.governance.internal.RegisterHouses(
                        register, BuyerStand.CLOCK, new java.security.SecureRandom())
                .add(stand.house());
        limits(register, house, house.slug());
    }

    private static void limits(Register register, House house, String name) throws OverlapRefused {
        OverlapRegister overlaps = new OverlapRegister(register, BuyerStand.CLOCK);
        OverlapLog log = overlaps.log(house.id());
        byte[] set = new byte[32];
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) 1);
        OverlapQuestion question = new OverlapQuestion(ONE, TWO, name, "2026-Q1");

        log.asked(question, set, 600);
        log.asked(question, set, 600);
        assertThatThrownBy(() -> log.asked(question, other, 601)).hasMessage("overlap-asked");
        log.asked(question, set, 600);
        assertThatThrownBy(() -> log.asked(question, set, 600)).hasMessage("overlap-asked");
        log.asked(new OverlapQuestion(ONE, TWO, name, "2026-Q2"), other, 601);

        for (int i = 1; i < 24; i++) {
            log.asked(new OverlapQuestion("https://" + i + ".example", TWO, name, "2026-Q1"), set, 600);
        }
        OverlapQuestion last = new OverlapQuestion("https://24.example", TWO, name, "2026-Q1");
        assertThatThrownBy(() -> log.asked(last, set, 600)).hasMessage("overlap-too-many");
        assertThat(overlaps.secret()).hasSize(32).isEqualTo(overlaps.secret());
    }
}
