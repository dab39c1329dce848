package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.Newcomers;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.OverlapGate.Counted;
import org.foyer.hub.governance.OverlapGate.Figure;
import org.foyer.hub.governance.OverlapGate.Told;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.DebianPostgres;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What houses of a node are told of shared buyers, and how long it stays. */
class OverlapGateTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);

    @Nested
    class OnSqlite extends Contract {
        @TempDir
        Path folder;

        @Override
        Register register() {
            return EmptyStores.register(folder.resolve("register.db"));
        }
    }

    @Nested
    class OnPostgres extends Contract {
        @Override
        Register register() {
            return DebianPostgres.register();
        }
    }

    abstract static class Contract {
        private Register register;
        private List<House> houses;
        private int counts;
        private long shared;

        abstract Register register();

        @BeforeEach
        void open() {
            register = register();
            RegisterHouses added = new RegisterHouses(register, clock("2026-11-29"), new SecureRandom());
            houses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                houses.add(added.add(new House(
                        new HouseId(1),
                        "house-" + i,
                        "House " + i,
                        Discipline.values()[0],
                        500,
                        new PostalAddress("1 rue", "69001", "Lyon", "Rhône", "FR"),
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        i == 3)));
            }
            counts = 0;
            shared = 500;
        }

        private static Clock clock(String day) {
            return Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC);
        }

        private Gate gate(String day) {
            return new DisclosureGate(
                    register,
                    clock(day),
                    new SecureRandom(),
                    new RegisterHouses(register, clock(day), new SecureRandom()),
                    audit(day));
        }

        private RegisterAudit audit(String day) {
            return new RegisterAudit(
                    register,
                    clock(day),
                    new AuditEnd(Path.of(System.getProperty("java.io.tmpdir"), "overlap-audit-" + System.nanoTime())));
        }

        private Told told(House house, String day) {
            Audit audit = audit(day);
            RegisterHouses all = new RegisterHouses(register, clock(day), new SecureRandom());
            return new OverlapGate(register, clock(day), all, gate(day), new AgreedByAll(), audit)
                    .told(LEA, all.byId(house.id()).orElseThrow(), this::count);
        }

        /** The first two share {@code shared}, the second and third share 12, everybody has 2,000. */
        private Counted count(List<House> asked, Season season, LocalDate asOf) {
            counts++;
            assertThat(asked).noneMatch(House::simulated);
            Map<HouseId, Long> people = new HashMap<>();
            Map<HouseId, Long> elsewhere = new HashMap<>();
            asked.forEach(house -> {
                people.put(house.id(), 2_000L);
                elsewhere.put(house.id(), shared);
            });
            List<OverlapGate.Pair> pairs = new ArrayList<>();
            pairs.add(new OverlapGate.Pair(houses.get(0).id(), houses.get(1).id(), shared));
            if (asked.size() > 2) {
                pairs.add(new OverlapGate.Pair(houses.get(1).id(), houses.get(2).id(), 12));
            }
            assertThat(season.label()).isEqualTo("2026-27");
            return new Counted(
                    people,
                    elsewhere,
                    pairs,
                    2_000L * asked.size() - shared,
                    asked.stream()
                            .map(house -> new OverlapGate.Firsts(house.id(), 800, shared, 30, years(house)))
                            .toList(),
                    asked.stream()
                            .map(house -> new OverlapGate.Taste(house.id(), "dance", 1_000))
                            .toList(),
                    crossed(asked));
        }

        /** The third house has no data before the season. */
        private int years(House house) {
            return house.id().equals(houses.get(2).id())
                    ? 0
                    : house.id().equals(houses.get(0).id()) ? 5 : 2;
        }

        /** Of the dance buyers of the first, half of those shared came to the dance of the second; of all of them all. */
        private List<OverlapGate.Crossed> crossed(List<House> asked) {
            HouseId one = houses.get(0).id();
            HouseId other = houses.get(1).id();
            List<OverlapGate.Crossed> crossed = new ArrayList<>();
            crossed.add(new OverlapGate.Crossed(one, "dance", other, "dance", shared / 2));
            crossed.add(new OverlapGate.Crossed(one, "", other, "dance", shared / 2));
            crossed.add(new OverlapGate.Crossed(one, "dance", other, "", shared / 2));
            crossed.add(new OverlapGate.Crossed(one, "dance", other, "circus", 12));
            if (asked.size() > 2) {
                crossed.add(new OverlapGate.Crossed(houses.get(2).id(), "dance", other, "dance", 990));
            }
            return crossed;
        }

        private void join(House... joining) {
            for (House house : joining) {
                gate("2026-11-28").join(house.id(), Gate.OVERLAP, LEA);
            }
        }

        @Test
        void aHouseThatTakesNoPartIsToldNothingAndCountsForNobody() {
            join(houses.get(0));

            assertThat(told(houses.get(1), "2026-11-29").withheld()).isEqualTo("not-taking-part");
            assertThat(told(houses.get(0), "2026-11-29").withheld()).isEqualTo("overlap-alone");
            join(houses.get(3));
            assertThat(told(houses.get(0), "2026-11-29").withheld())
                    .as("a simulated house is no other house")
                    .isEqualTo("overlap-alone");
            assertThat(counts).isZero();
        }

        @Test
        void figuresAreMovedRoundedAndFewAreNotTold() {
            join(houses.get(0), houses.get(1), houses.get(2));
            Told told = told(houses.get(0), "2026-11-29");

            assertThat(told.withheld()).isNull();
            assertThat(told.houses()).containsExactly("house-0", "house-1", "house-2");
            assertThat(told.people()).isEqualTo(2_000);
            assertThat(told.elsewhere().about()).isBetween(400L, 600L);
            assertThat(told.elsewhere().about() % 10).isZero();
            assertThat(told.onlyHere().about())
                    .isEqualTo(2_000 - told.elsewhere().about());
            assertThat(told.reach().about()).isBetween(5_400L, 5_600L);
            assertThat(told.cells()).hasSize(3);
            assertThat(told.cells().get(0).shared().about()).isBetween(400L, 600L);
            assertThat(told.cells().get(1).shared()).isEqualTo(new Figure(null, "overlap-small"));
            assertThat(told.cells().get(2).shared()).isEqualTo(new Figure(null, "overlap-small"));
            Told other = told(houses.get(1), "2026-11-29");
            assertThat(other.cells().get(0).shared())
                    .isEqualTo(told.cells().get(0).shared());
        }

        @Test
        void whatIsOutStaysUntilTheQuarterEndsWhateverIsImported() {
            join(houses.get(0), houses.get(1));
            Told first = told(houses.get(0), "2026-11-29");
            shared = 501;

            assertThat(told(houses.get(0), "2026-12-31")).isEqualTo(first);
            assertThat(counts).isEqualTo(1);
            shared = 900;
            Told next = told(houses.get(0), "2027-01-01");
            assertThat(next.period()).isEqualTo("2027-Q1");
            assertThat(next.elsewhere().about()).isBetween(800L, 1_000L);
        }

        @Test
        void whoJoinsLaterChangesNoPairThatIsOut() {
            join(houses.get(0), houses.get(1));
            Told first = told(houses.get(0), "2026-11-29");
            shared = 900;
            join(houses.get(2));
            Told later = told(houses.get(0), "2026-11-30");

            assertThat(later.cells()).hasSize(3);
            assertThat(later.cells().get(0)).isEqualTo(first.cells().get(0));
        }

        @Test
        void newToTheNetworkIsToldWithItsYearsAndWhoLooksBack() {
            join(houses.get(0), houses.get(1), houses.get(2));
            Newcomers first = told(houses.get(0), "2026-11-29").newcomers();

            assertThat(first).isNotNull();
            assertThat(first.withheld()).isNull();
            assertThat(first.season()).isEqualTo("2026-27");
            assertThat(first.firstTimers()).isEqualTo(800);
            assertThat(first.newToNetwork().about()).isBetween(400L, 600L);
            assertThat(first.knownBefore().about())
                    .isEqualTo(800 - first.newToNetwork().about());
            assertThat(first.apart()).isEqualTo(30);
            assertThat(first.years()).as("the other house knows two years").isEqualTo(2);
            assertThat(first.others()).isEqualTo(2);
            assertThat(first.lookingBack()).isEqualTo(1);
            assertThat(told(houses.get(2), "2026-11-29").newcomers().withheld()).isEqualTo("history-too-short");
        }

        @Test
        void fewOfThemAreNotToldAndNeitherAreTheOthers() {
            shared = 790;
            join(houses.get(0), houses.get(1));
            Newcomers told = told(houses.get(0), "2026-11-29").newcomers();

            assertThat(told.newToNetwork().withheld()).as("ten would be left").isEqualTo("overlap-small");
            assertThat(told.knownBefore().withheld()).isEqualTo("overlap-small");
        }

        @Test
        void genresOfTwoHousesAreCrossedForBothAlike() {
            join(houses.get(0), houses.get(1));
            List<HouseCrossing> mine = told(houses.get(0), "2026-11-29").crossings();

            assertThat(mine).hasSize(1);
            assertThat(mine.get(0).house()).isEqualTo("house-1");
            assertThat(mine.get(0).cells())
                    .extracting(HouseCrossing.Cell::genre, HouseCrossing.Cell::otherGenre)
                    .as("twelve are too few")
                    .containsExactly(tuple("", "dance"), tuple("dance", "dance"));
            HouseCrossing.Cell dance = mine.get(0).cells().get(1);
            assertThat(dance.buyers()).isEqualTo(1_000);
            assertThat(dance.about()).isBetween(170L, 330L);
            assertThat(dance.share()).isEqualTo(dance.about() / 1_000.0);
            assertThat(dance.lift()).as("a quarter against an eighth").isBetween(1.0, 3.0);
            List<HouseCrossing> theirs = told(houses.get(1), "2026-11-29").crossings();
            assertThat(theirs.get(0).cells())
                    .extracting(HouseCrossing.Cell::genre, HouseCrossing.Cell::about)
                    .contains(tuple("dance", dance.about()));
        }

        @Test
        void aGenreOfWhichNearlyAllCameIsNotTold() {
            join(houses.get(0), houses.get(1), houses.get(2));

            assertThat(told(houses.get(2), "2026-11-29").crossings())
                    .as("990 of 1,000: who is of the genre would be known to be there too")
                    .isEmpty();
        }

        @Test
        void housesThatWereCountedAreToldOnceForAnAnswer() {
            join(houses.get(0), houses.get(1));
            told(houses.get(0), "2026-11-29");
            told(houses.get(0), "2026-11-29");
            told(houses.get(1), "2026-11-30");

            Audit audit = audit("2026-11-30");
            for (House counted : houses.subList(0, 2)) {
                assertThat(audit.left(counted.id(), 10)).singleElement().satisfies(line -> {
                    assertThat(line.action()).isEqualTo("overlap-counted");
                    assertThat(line.actor()).isEqualTo("houses of this node");
                    assertThat(line.detail()).isEqualTo("2026-Q4, 2 houses, moved, agreement 1, version 1");
                });
            }
            assertThat(audit.left(houses.get(2).id(), 10)).isEmpty();
            told(houses.get(1), "2027-01-01");
            assertThat(audit.left(houses.get(0).id(), 10)).hasSize(2);
        }

        @Test
        void everyQuestionLeavesALine() {
            join(houses.get(0), houses.get(1));
            told(houses.get(0), "2026-11-29");
            told(houses.get(2), "2026-11-29");

            assertThat(audit("2026-11-29").lines(houses.get(0).id(), 0, 10))
                    .anyMatch(line ->
                            line.action().equals("overlap") && line.detail().endsWith("given"));
            assertThat(audit("2026-11-29").lines(houses.get(2).id(), 0, 10))
                    .anyMatch(line -> line.detail().endsWith("withheld, not-taking-part"));
        }
    }
}
