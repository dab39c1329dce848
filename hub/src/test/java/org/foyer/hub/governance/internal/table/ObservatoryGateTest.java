package org.foyer.hub.governance.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Given;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.governance.ObservatoryGate.Wanted;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.DisclosureGate;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
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

/** Tables of a season: published once, with what must be hidden left out, whoever joins or leaves. */
class ObservatoryGateTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
    private static final Season OVER = new Season(2025);
    private static final Axis GENRES = axis("genre", 8);
    private static final List<Wanted> TABLES = List.of(
            new Wanted("by-month", 1, "tickets", GENRES, axis("month", 12)),
            new Wanted("by-weekday", 1, "tickets", GENRES, axis("weekday", 7)));

    private static Axis axis(String id, int codes) {
        return new Axis(
                id, IntStream.range(0, codes).mapToObj(code -> id + code).toList());
    }

    @Nested
    class OnSqlite extends Contract {
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

        @TempDir
        Path folder;

        private Register register;
        private final List<House> houses = new ArrayList<>();
        private RegisterHouses all;
        private Gate gate;
        private ObservatoryGate observatory;
        private int asked;
        private final Map<HouseId, Map<String, Given>> given = new HashMap<>();

        abstract Register register();

        @BeforeEach
        void tenHouses() {
            register = register();
            all = new RegisterHouses(register, CLOCK, new SecureRandom());
            RegisterAudit audit = new RegisterAudit(register, CLOCK, new AuditEnd(folder.resolve("audit.end")));
            gate = new DisclosureGate(register, CLOCK, new SecureRandom(), all, audit);
            observatory = new RegisterObservatory(register, CLOCK, all, new AgreedByAll(), audit);
            Random random = new Random(1);
            for (int i = 0; i < 10; i++) {
                houses.add(all.add(new House(
                        new HouseId(1),
                        "house-" + i,
                        "House",
                        Discipline.THEATRE,
                        500,
                        new PostalAddress(null, null, null, null, "FR"),
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        false)));
                given.put(houses.get(i).id(), tables(random, i));
            }
        }

        /** Each house plays two or three of eight genres on most days; the last genre is played by two houses alone. */
        private static Map<String, Given> tables(Random random, int house) {
            long[][] month = new long[8][12];
            long[][] weekday = new long[8][7];
            for (int genre = 0; genre < 8; genre++) {
                boolean plays = genre < 3 || genre == 3 + house % 4 || (genre == 7 && house < 2);
                for (int show = 0; show < (plays ? 30 : 0); show++) {
                    int tickets = 50 + random.nextInt(300);
                    month[genre][random.nextInt(12)] += tickets;
                    weekday[genre][random.nextInt(7)] += tickets;
                }
            }
            return Map.of("by-month", new Given(month, month), "by-weekday", new Given(weekday, weekday));
        }

        private List<Published> published(Season season) {
            return observatory.season(LEA, false, season, TABLES, of -> {
                asked++;
                Map<HouseId, Map<String, Given>> brought = new HashMap<>();
                of.forEach(house -> brought.put(house.id(), given.get(house.id())));
                return brought;
            });
        }

        private void join(int number) {
            houses.stream().limit(number).forEach(house -> gate.join(house.id(), ObservatoryGate.PURPOSE, LEA));
        }

        @Test
        void nothingIsPublishedOfFewHousesNorOfASeasonThatGoesOn() {
            join(4);
            assertThat(published(OVER)).isEmpty();
            assertThat(asked).isZero();
            assertThat(observatory.seasons(false)).isEmpty();
            assertThat(observatory.newest()).isEqualTo(OVER);
            assertThatThrownBy(() -> published(new Season(2026))).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void aSeasonWithoutDataIsNotPublishedForGood() {
            join(10);
            given.replaceAll((house, tables) -> Map.of(
                    "by-month", new Given(new long[8][12], new long[8][12]),
                    "by-weekday", new Given(new long[8][7], new long[8][7])));
            assertThat(published(OVER)).isEmpty();
            assertThat(observatory.seasons(false)).isEmpty();
        }

        @Test
        void tablesAddUpShareTheirMarginsAndHideWhatTwoHousesPlay() {
            join(10);
            List<Published> tables = published(OVER);

            assertThat(tables).extracting(Published::id).containsExactly("by-month", "by-weekday");
            for (Published table : tables) {
                assertThat(table.houses()).isEqualTo(10);
                assertThat(table.cells())
                        .hasSize(9)
                        .allSatisfy(row ->
                                assertThat(row).hasSize(table.columns().codes().size() + 1));
                for (List<Long> row : table.cells()) {
                    List<Long> parts = row.subList(0, row.size() - 1);
                    if (!parts.contains(null) && row.get(row.size() - 1) != null) {
                        assertThat(parts.stream().mapToLong(Long::longValue).sum())
                                .isEqualTo(row.get(row.size() - 1));
                    }
                }
                assertThat(table.cells().get(7)).as("a genre of two houses").containsOnlyNulls();
                assertThat(table.cells().get(8)).as("the margin of columns").doesNotContainNull();
                assertThat(table.cells().get(0)).as("what all play").doesNotContainNull();
            }
            for (int genre = 0; genre < 9; genre++) {
                assertThat(last(tables.get(0), genre)).isEqualTo(last(tables.get(1), genre));
            }
        }

        private static Long last(Published table, int row) {
            List<Long> cells = table.cells().get(row);
            return cells.get(cells.size() - 1);
        }

        /** Joining, leaving and mending data after the publication show nothing, since nothing is made again. */
        @Test
        void aSeasonIsPublishedOnce() {
            join(9);
            List<Published> first = published(OVER);
            assertThat(first).isNotEmpty();
            gate.join(houses.get(9).id(), ObservatoryGate.PURPOSE, LEA);
            assertThat(published(OVER)).isEqualTo(first);
            gate.leave(houses.get(9).id(), ObservatoryGate.PURPOSE, LEA);
            gate.leave(houses.get(0).id(), ObservatoryGate.PURPOSE, LEA);
            given.values().forEach(tables -> tables.get("by-month").values()[0][0] += 1_000);
            assertThat(published(OVER)).isEqualTo(first);
            assertThat(asked).isEqualTo(1);
            assertThat(observatory.seasons(false)).containsExactly(OVER);
        }

        @Test
        void tablesAreOpenOnlyWhenEachHouseIsInANetworkThatAdoptedIt() {
            join(10);
            published(OVER);
            assertThat(observatory.isOpen(false, OVER)).isFalse();
            register.write(handle -> {
                handle.execute("insert into network (slug, name, aim, form, simulated, founded_by, founded_at)"
                        + " values ('n', 'N', 'x', 'association', 0, 'lea', 0)");
                long network = handle.createQuery("select id from network")
                        .mapTo(Long.class)
                        .one();
                houses.stream().limit(9).forEach(house -> member(handle, network, house));
                handle.execute(
                        "insert into proposal (network, kind, title, reason, matter, rule, house, actor, opened_at, closes_at)"
                                + " values (?, 'purpose', 't', 'r', '{}', '{}', 1, 'lea', 0, 0)",
                        network);
                long proposal = handle.createQuery("select id from proposal")
                        .mapTo(Long.class)
                        .one();
                handle.execute(
                        "insert into network_decision (network, kind, subject, version, value, proposal, since)"
                                + " values (?, 'purpose', 'observatory', 1, 'Observatory', ?, 0)",
                        network,
                        proposal);
                return true;
            });
            assertThat(observatory.isOpen(false, OVER))
                    .as("one house decided nothing")
                    .isFalse();
            register.write(handle -> {
                member(
                        handle,
                        handle.createQuery("select id from network")
                                .mapTo(Long.class)
                                .one(),
                        houses.get(9));
                return true;
            });
            assertThat(observatory.isOpen(false, OVER)).isTrue();
            assertThat(observatory.isOpen(true, OVER)).isFalse();
        }

        private static void member(org.jdbi.v3.core.Handle handle, long network, House house) {
            handle.execute(
                    "insert into network_member (network, house, since) values (?, ?, 0)",
                    network,
                    house.id().value());
        }
    }
}
