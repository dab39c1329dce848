package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.PulledSource.State;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.DebianPostgres;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.foyer.kit.Connector.Pulled;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulled sources in both kinds of register. */
class SourceRegisterTest {

    private static final HouseId HOUSE = new HouseId(1);
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Nested
    class OnSqlite extends Contract {
        @TempDir
        Path folder;

        @Override
        Register open() {
            return EmptyStores.register(folder.resolve("register.db"));
        }
    }

    @Nested
    class OnPostgres extends Contract {
        @Override
        Register open() {
            return DebianPostgres.register();
        }
    }

    /** What holds on both. */
    abstract static class Contract {

        private SourceRegister rows;

        abstract Register open();

        @BeforeEach
        void begin() {
            Register register = open();
            register.write(handle -> handle.execute(
                    "insert into house (id, slug, name, discipline, seats, zone, currency, simulated, person_salt, created_at)"
                            + " values (1, 'one', 'one', 'theatre', 500, 'Europe/Paris', 'EUR', 0, 'salt', 0)"));
            rows = new SourceRegister(register);
        }

        private SourceRow kept() {
            return rows.find(HOUSE, "planning").orElseThrow();
        }

        private void add() {
            PulledSource source = new PulledSource(
                    "planning",
                    "Planning",
                    "json",
                    "https://tool.example/api",
                    List.of("tool.example", "other.example"),
                    Map.of("recipe", "lists: [{name: a}]"),
                    true,
                    60,
                    State.NEW,
                    false,
                    null,
                    "ada",
                    NOW,
                    null,
                    null,
                    NOW,
                    null,
                    null,
                    null);
            rows.register().write(handle -> {
                SourceRegister.insert(handle, HOUSE, source, "sealed");
                return true;
            });
            assertThat(kept().source()).isEqualTo(source);
            assertThat(kept().secret()).isEqualTo("sealed");
        }

        @Test
        void whatIsWrittenIsReadAgain() {
            add();
            assertThat(rows.ofHouse(new HouseId(2))).isEmpty();
            assertThat(rows.due(NOW.minusMillis(1), 10)).isEmpty();
            assertThat(rows.due(NOW, 10)).hasSize(1);
            rows.ended(kept(), PullEnd.unchanged(kept(), NOW, new Pulled("a", true, false, "e1", "yesterday")));
            SourceRow row = kept();
            assertThat(row.source().state()).isEqualTo(State.UNCHANGED);
            assertThat(row.etag()).isEqualTo("e1");
            assertThat(row.lastModified()).isEqualTo("yesterday");
            assertThat(row.source().succeededAt()).isEqualTo(NOW);
            assertThat(row.source().nextAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
            assertThat(rows.due(NOW, 10)).isEmpty();
        }

        @Test
        void aProblemAndWhatIsHeldAreKeptWithTheirWords() {
            add();
            Problem shrunk = Problem.stops("pull-shrunk", Place.of(""), "2", "20");
            rows.ended(kept(), PullEnd.held(kept(), NOW, shrunk, new SourceRow.Held("abc", "tool.json"), 2));
            assertThat(kept().source().problem()).isEqualTo(shrunk);
            assertThat(kept().held()).isEqualTo(new SourceRow.Held("abc", "tool.json"));
            assertThat(kept().source().heldRecords()).isEqualTo(2);
            rows.ended(kept(), PullEnd.failed(kept(), NOW, Problem.stops("fetch-ended", Place.of("")), null));
            assertThat(kept().held()).as("still waits").isNotNull();
            assertThat(kept().failures()).isEqualTo(1);
            assertThat(Objects.requireNonNull(kept().source().problem()).arguments())
                    .isEmpty();
        }

        @Test
        void aSourceGoesAlone() {
            add();
            assertThat(rows.delete(new HouseId(2), "planning")).isFalse();
            assertThat(rows.delete(HOUSE, "planning")).isTrue();
            assertThat(rows.delete(HOUSE, "planning")).isFalse();
        }

        @Test
        void aSourceGoesWithItsHouse() {
            add();
            rows.register().write(handle -> handle.execute("delete from house where id = 1"));
            assertThat(rows.due(NOW, 10)).isEmpty();
        }
    }
}
