package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.governance.internal.PooledHouses.LEA;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Side;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Show;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.governance.TourAudience;
import org.foyer.hub.governance.TourAudienceGate;
import org.foyer.hub.governance.Touring;
import org.foyer.hub.governance.internal.OverlapPublications.Published;
import org.foyer.hub.model.House;
import org.foyer.hub.model.KeyedNoise;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** House 0 is a company, whose show the others play; house 5 is another company. Now is 2 March 2026, 10:00 UTC. */
class TourAudienceGateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String TOUR = "Notre Misanthrope";
    private static final byte[] SECRET = "a secret of this node, 32 bytes.".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private PooledHouses pooled;
    private Gate doors;
    private ShowGrants grants;
    private TourAudienceGate gate;
    private final AgreedByAll agreed = new AgreedByAll();
    private final List<Set<String>> counted = new ArrayList<>();
    private long all = 2_000;
    private long several = 400;
    private LocalDate asOf = TODAY;

    @BeforeEach
    void aTourInThreeHouses() {
        Register register = EmptyStores.register(folder.resolve("register.db"));
        pooled = new PooledHouses(register, folder, 6);
        doors = new DisclosureGate(register, pooled.clock, new SecureRandom(), pooled.houses, pooled.audit);
        pooled.all.forEach(house -> doors.join(house.id(), Gate.OVERLAP, LEA));
        grants = Touring.over(register, pooled.clock, new SecureRandom(), pooled.houses, pooled.audit)
                .grants();
        gate = new TourAudienceGate(register, pooled.clock, pooled.houses, doors, agreed, grants, pooled.audit);
        for (int house = 1; house <= 3; house++) {
            asked(0, house, TOUR);
            granted(0, house, 0);
        }
    }

    private static String show(int house) {
        return house + "000001-2025-" + house + "000002";
    }

    private void asked(int company, int house, String tour) {
        House asker = pooled.house(company);
        assertThat(grants.ask(
                                pooled.house(house),
                                new Side(asker.id(), asker.slug(), asker.name()),
                                "",
                                null,
                                new Show(show(house), "Le Misanthrope"),
                                new Wish(tour, "Pour le bilan", List.of("occupancy"), TODAY.plusDays(120)),
                                LEA)
                        .faults())
                .isEmpty();
    }

    private ShowGrant grant(int company, int house) {
        return grants.received(pooled.house(house).id()).stream()
                .filter(one -> pooled.house(company).id().equals(one.asker().house()))
                .findFirst()
                .orElseThrow();
    }

    private void granted(int company, int house, int delay) {
        Granting granting = new Granting(List.of("occupancy"), TODAY.minusDays(60), TODAY.plusDays(110), delay, null);
        assertThat(grants.grant(pooled.house(house), grant(company, house).id(), granting, LEA)
                        .faults())
                .isEmpty();
    }

    private TourAudience told(int company, String tour) {
        return gate.told(LEA, pooled.house(company), tour, (stops, day) -> {
            Set<String> houses = new HashSet<>();
            stops.forEach(stop -> houses.add(stop.house().slug()));
            counted.add(houses);
            asOf = day;
            return new TourAudienceGate.Counted(all, several);
        });
    }

    @Test
    void theCompanyIsToldAboutHowManyAndItStaysForTheQuarter() {
        TourAudience told = told(0, TOUR);
        assertThat(told.withheld()).isNull();
        assertThat(told.houses()).containsExactlyInAnyOrder("house-1", "house-2", "house-3");
        assertThat(told.all().about()).isBetween(all - 60, all + 60).matches(about -> about % 10 == 0);
        assertThat(told.several().about()).isBetween(several - 60, several + 60);
        all = 5_000;
        pooled.clock.advance(Duration.ofDays(20));
        assertThat(told(0, TOUR)).as("whatever was sold meanwhile").isEqualTo(told);
        assertThat(counted).hasSize(1);
        pooled.clock.advance(Duration.ofDays(15));
        assertThat(told(0, TOUR).all().about()).isBetween(4_900L, 5_100L);
        assertThat(pooled.audit.left(pooled.house(1).id(), 9))
                .extracting(Audit.Line::action)
                .containsExactly("overlap-counted", "overlap-counted");
    }

    @Test
    void onlyHousesThatGrantedJoinedAndSignedAreCountedAndTwoAtLeast() {
        grants.stop(pooled.house(1), grant(0, 1).id(), null, LEA);
        assertThat(told(0, TOUR).houses()).containsExactlyInAnyOrder("house-2", "house-3");
        pooled.clock.advance(Duration.ofDays(31));
        agreed.withdrawn.add(pooled.house(2).id());
        assertThat(told(0, TOUR).withheld()).isEqualTo("tour-audience-alone");
        agreed.withdrawn.clear();
        doors.leave(pooled.house(3).id(), Gate.OVERLAP, LEA);
        assertThat(told(0, TOUR).withheld()).isEqualTo("tour-audience-alone");
        agreed.withdrawn.add(pooled.house(0).id());
        assertThat(told(0, TOUR).withheld()).isEqualTo("overlap-agreement");
        doors.leave(pooled.house(0).id(), Gate.OVERLAP, LEA);
        assertThat(told(0, TOUR).withheld()).isEqualTo("overlap-not-taking-part");
        assertThat(counted).as("nobody is counted for a refusal").hasSize(1);
    }

    @Test
    void nothingIsCountedThatTheSlowestGrantDoesNotTellYet() {
        granted(0, 2, 9);
        assertThat(told(0, TOUR).asOf()).isEqualTo(TODAY.minusDays(9));
        assertThat(asOf).isEqualTo(TODAY.minusDays(9));
    }

    @Test
    void fewPeopleAreNotToldNorFewWhoCameToOneHouseAlone() {
        all = 2_000;
        several = 8;
        assertThat(told(0, TOUR).several().withheld()).isEqualTo("overlap-small");
        pooled.clock.advance(Duration.ofDays(31));
        several = 1_995;
        TourAudience told = told(0, TOUR);
        assertThat(told.several().withheld()).isEqualTo("overlap-small");
        assertThat(told.all().about()).isNotNull();
    }

    /** A company that asks of the same shows in ever other tours could subtract one from another, or take the mean. */
    @Test
    void aShowIsCountedInOneTourAloneUntilTheQuarterEnds() {
        TourAudience first = told(0, TOUR);
        asked(0, 3, "Sans la dernière");
        granted(0, 3, 0);
        assertThat(told(0, TOUR).withheld())
                .as("without the third, which goes by another name now")
                .isEqualTo("tour-audience-counted");
        assertThat(told(0, "Sans la dernière").withheld()).isEqualTo("tour-audience-counted");
        asked(0, 3, TOUR);
        granted(0, 3, 0);
        asked(0, 4, TOUR);
        granted(0, 4, 0);
        TourAudience more = told(0, TOUR);
        assertThat(more.all())
                .as("a house that came later is in none this quarter")
                .isEqualTo(first.all());
        assertThat(more.houses()).doesNotContain("house-4");
        for (int house : new int[] {3, 4}) {
            asked(5, house, "Une autre");
            granted(5, house, 0);
        }
        assertThat(told(5, "Une autre").withheld()).as("another company").isEqualTo("tour-audience-counted");
        grants.stop(pooled.house(1), grant(0, 1).id(), null, LEA);
        assertThat(told(0, TOUR).withheld())
                .as("a house that stopped is told no more, nor is the tour counted without it")
                .isEqualTo("tour-audience-counted");
        assertThat(counted).hasSize(1);
    }

    /** What the rule of one set is for: numbers of many sets with one person in each. */
    @Test
    void aNumberForEachSetWouldGiveTheTruthAway() {
        double mean = 0;
        int sets = 400;
        for (int set = 0; set < sets; set++) {
            String figure = "tour-several:" + set;
            mean += (523 + KeyedNoise.of(SECRET, ("2026-Q1|" + figure).getBytes(StandardCharsets.UTF_8)))
                    / (double) sets;
        }
        assertThat(mean).isBetween(521.5, 524.5);
        Map<String, Published> known =
                TourFigures.of(TourFigures.set(Set.of("a", "b")), 2_000, 523, TODAY, "2026-Q1", SECRET);
        assertThat(TourFigures.touching(known, Set.of("b", "c"))).containsExactly(Set.of("a", "b"));
        assertThat(TourFigures.touching(known, Set.of("c"))).isEmpty();
    }

    /** Whoever knows all other buyers guesses from both numbers whether one person came to two houses of the tour, or to none. */
    @Test
    void bothNumbersTogetherSayLittleOfOnePerson() {
        Random random = new Random(7);
        int periods = 4_000;
        int right = 0;
        for (int i = 0; i < periods; i++) {
            boolean there = random.nextBoolean();
            Map<String, Published> told =
                    TourFigures.of("a,b", there ? 905 : 904, there ? 205 : 204, TODAY, "period " + i, SECRET);
            long all = TourFigures.all(told, "a,b").orElseThrow();
            long several = TourFigures.several(told, "a,b").orElseThrow();
            double evidence =
                    Math.log(odds(all, 905) / odds(all, 904)) + Math.log(odds(several, 205) / odds(several, 204));
            right += evidence > 0 == there ? 1 : 0;
        }
        double bound = Math.exp(0.4) / (1 + Math.exp(0.4));
        assertThat(right / (double) periods).isBetween(0.48, bound);
    }

    /** The sum of the discrete Laplace distribution of scale 5 over ten numbers. */
    private static double odds(long about, long truth) {
        return IntStream.range(-5, 5)
                .mapToDouble(step -> Math.exp(-Math.abs(about + step - truth) / 5.0))
                .sum();
    }

    @Test
    void nothingOfAnotherCompanyIsTold() {
        assertThat(told(5, TOUR).withheld()).isEqualTo("tour-audience-alone");
        assertThat(OverlapGate.LEAST).isEqualTo(40);
    }
}
