package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.foyer.hub.linking.internal.overlap.OverlapRegister;
import org.foyer.hub.linking.internal.overlap.PeopleKeys;
import org.foyer.hub.model.House;
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
        SharedBuyers.Counted counted = new SharedBuyers(stand.warehouse).of(List.of(one, two, three));

        assertThat(counted.people()).containsEntry(one.id(), 90L).containsEntry(three.id(), 120L);
        assertThat(counted.pairs())
                .containsExactly(
                        new SharedBuyers.Pair(one.id(), two.id(), 60),
                        new SharedBuyers.Pair(one.id(), three.id(), 10),
                        new SharedBuyers.Pair(two.id(), three.id(), 40));
        assertThat(counted.elsewhere()).containsEntry(one.id(), 60L).containsEntry(two.id(), 90L);
        assertThat(counted.reach()).isEqualTo(200);
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
