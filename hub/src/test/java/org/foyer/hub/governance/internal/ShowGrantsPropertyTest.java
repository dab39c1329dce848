package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.foyer.hub.governance.ShowFigure;
import org.foyer.hub.governance.ShowGate.Opening;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Side;
import org.foyer.hub.governance.ShowGrant.State;
import org.foyer.hub.governance.ShowGrant.Terms;
import org.foyer.hub.governance.ShowGrants.Done;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Show;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.governance.Touring;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;

/** Whatever happens in whatever order, the door is open exactly while the last word of the house is a grant that holds today. */
class ShowGrantsPropertyTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Path folder;
    private static PooledHouses pooled;
    private static Touring touring;
    private static int shows;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("grants-");
        pooled = new PooledHouses(EmptyStores.register(folder.resolve("register.db")), folder, 2);
        touring = Touring.over(pooled.register, pooled.clock, new SecureRandom(), pooled.houses, pooled.audit);
    }

    @AfterContainer
    static void delete() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** @param what 0 asks, 1 grants, 2 declines, 3 stops, 4 withdraws, 5 some days pass */
    record Act(int what, int figures, int days) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 1, 2, 3, 4, 5, 5),
                        Arbitraries.integers().between(1, 63),
                        Arbitraries.integers().between(0, 40))
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(16);
    }

    private static List<String> figures(int bits) {
        return java.util.Arrays.stream(ShowFigure.values())
                .filter(one -> (bits >> one.ordinal() & 1) == 1)
                .map(ShowFigure::key)
                .toList();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(pooled.clock.instant(), PARIS);
    }

    private static Done ask(Show show, Act act) {
        House house = pooled.house(1);
        Side side = new Side(house.id(), house.slug(), house.name());
        Wish wish = new Wish(null, null, figures(act.figures()), today().plusDays(act.days()));
        return touring.grants().ask(pooled.house(0), side, "", null, show, wish, PooledHouses.LEA);
    }

    @Property(tries = 60)
    void whateverHappens(@ForAll("acts") List<Act> acts) {
        Show show = new Show(++shows + "-2025-1", "Phèdre");
        ShowGrant grant = ask(show, new Act(0, 63, 20)).grant();
        Terms held = null; // what the house granted last, while nothing ended it
        for (Act act : acts) {
            State before = standing(grant.id());
            boolean alive = held != null && !today().isAfter(held.until());
            switch (act.what()) {
                case 0 -> assertThat(ask(show, act).faults()).isEmpty();
                case 1 -> {
                    Granting granting = new Granting(
                            figures(act.figures()),
                            today().minusDays(act.days()),
                            today().plusDays(act.days()),
                            act.days() / 2,
                            null);
                    Done done = touring.grants().grant(pooled.house(0), grant.id(), granting, PooledHouses.TOM);
                    assertThat(done.faults().isEmpty()).isEqualTo(before != State.WITHDRAWN);
                    held = done.grant() == null ? held : done.grant().terms();
                }
                case 2 -> {
                    Done done = touring.grants().decline(pooled.house(0), grant.id(), "Non", PooledHouses.TOM);
                    assertThat(done.faults().isEmpty()).isEqualTo(before == State.ASKED);
                    held = done.grant() == null ? held : null;
                }
                case 3 -> {
                    Done done = touring.grants().stop(pooled.house(0), grant.id(), null, PooledHouses.TOM);
                    assertThat(done.faults().isEmpty()).isEqualTo(alive);
                    held = done.grant() == null ? held : null;
                }
                case 4 -> {
                    touring.grants().withdraw(pooled.house(1).id(), grant.id(), PooledHouses.LEA);
                    held = null;
                }
                default -> pooled.clock.advance(Duration.ofDays(act.days()));
            }
            if (held != null && today().isAfter(held.until())) {
                held = null; // what has ended comes back by a new grant alone
            }
            check(grant.id(), held, edges(held));
        }
        check(
                grant.id(),
                held,
                today().minusDays(60).datesUntil(today().plusDays(4)).toList());
    }

    /** Days around those on which the answer changes; all others are asked at the end only, since each costs a write. */
    private static List<LocalDate> edges(Terms held) {
        LocalDate last = held == null ? today() : today().minusDays(held.delay());
        LocalDate from = held == null ? today().minusDays(20) : held.from();
        return Stream.of(from, last, today())
                .flatMap(day -> day.minusDays(1).datesUntil(day.plusDays(2)))
                .distinct()
                .toList();
    }

    private static State standing(long id) {
        return touring.grants().find(pooled.house(0).id(), id).orElseThrow().state();
    }

    private static void check(long id, Terms held, List<LocalDate> days) {
        ShowGrant house = touring.grants().find(pooled.house(0).id(), id).orElseThrow();
        ShowGrant company = touring.grants().find(pooled.house(1).id(), id).orElseThrow();
        assertThat(house).isEqualTo(company);
        assertThat(house.state() == State.GRANTED).isEqualTo(held != null);
        Opening opening = touring.gate().open(PooledHouses.LEA, id, null).orElseThrow();
        boolean late = held != null && today().minusDays(held.delay()).isBefore(held.from());
        assertThat(opening.window() != null).isEqualTo(held != null && !late);
        if (opening.window() != null) {
            assertThat(opening.window().figures()).isEqualTo(Set.copyOf(held.figures()));
            assertThat(opening.window().from()).isEqualTo(held.from());
            assertThat(opening.window().asOf()).isEqualTo(today().minusDays(held.delay()));
        }
        for (LocalDate asked : days) {
            LocalDate last = held == null ? today() : today().minusDays(held.delay());
            boolean daily = held != null && held.figures().contains(ShowFigure.DAILY_SALES);
            boolean may = held != null
                    && !asked.isBefore(held.from())
                    && !asked.isAfter(last)
                    && (daily || asked.equals(last));
            assertThat(touring.gate()
                                    .open(PooledHouses.LEA, id, asked)
                                    .orElseThrow()
                                    .window()
                            != null)
                    .isEqualTo(may && !late);
        }
    }
}
