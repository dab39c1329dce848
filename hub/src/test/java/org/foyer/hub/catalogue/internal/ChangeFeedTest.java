package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.foyer.hub.catalogue.Changes.Position;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.intake.internal.loading.Performances;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.loading.Stage;
import org.foyer.hub.intake.internal.loading.TakeBack;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.Test;

/** Whoever follows the feed has what the programme says: nothing more, nothing less, whenever they read. */
class ChangeFeedTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", true);
    private static final String SELF = Fixture.BASE + "/api/programme-changes?after=";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Another catalogue, made from the feed alone. */
    private static final class Follower {
        private final Map<String, JsonNode> copy = new TreeMap<>();
        private Position stands = Position.START;

        /** Returns whether there was anything to read. */
        boolean readPage(ChangeFeed feed) {
            JsonNode page = page(feed, stands);
            for (JsonNode item : page.path("items")) {
                String id = item.path("id").asText();
                if (item.path("state").asText().equals("deleted")) {
                    copy.remove(id);
                } else {
                    assertThat(item.path("state").asText()).isEqualTo("updated");
                    copy.put(id, item.path("data"));
                }
            }
            Position next = Position.parse(page.path("next").asText().substring(SELF.length()))
                    .orElseThrow();
            boolean moved = !next.equals(stands);
            assertThat(moved).isEqualTo(!page.path("items").isEmpty());
            stands = next;
            return moved;
        }
    }

    private static JsonNode page(ChangeFeed feed, Position after) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            feed.write(after, Fixture.BASE, SELF, out);
            return JSON.readTree(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Steps of ten kinds: runs of three files, taking a run back, reading a page. */
    @Property(tries = 25)
    void aFollowerHasWhatTheProgrammeSays(@ForAll @Size(min = 1, max = 14) List<@IntRange(max = 9) Integer> steps)
            throws IOException {
        Path folder = Files.createTempDirectory("change-feed");
        try (Warehouse warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "500MB")) {
            ChangeFeed feed = new ChangeFeed(warehouse, id -> Optional.of(HOUSE), ChangeMarks.NONE, 2);
            Follower follower = new Follower();
            List<Integer> living = new ArrayList<>();
            int run = 0;
            for (int step : steps) {
                if (step < 5) {
                    living.add(++run);
                    load(warehouse, run, step);
                } else if (step < 8 && !living.isEmpty()) {
                    takeBack(warehouse, living.remove(step % living.size()), ++run);
                } else {
                    follower.readPage(feed);
                }
            }
            while (follower.readPage(feed)) {
                assertThat(follower.copy.size()).isLessThan(100);
            }
            assertThat(follower.copy).isEqualTo(programme(warehouse));
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    @Test
    void aPageSaysWhoseThePerformanceIsAndWhatAnEndIs() throws IOException {
        Path folder = Files.createTempDirectory("change-feed");
        try (Warehouse warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "500MB")) {
            ChangeFeed feed = new ChangeFeed(warehouse, id -> Optional.of(HOUSE), ChangeMarks.NONE);
            assertThat(page(feed, Position.START).toString()).isEqualTo("{\"items\":[],\"next\":\"" + SELF + "0-0\"}");
            load(warehouse, 1, 0);
            JsonNode page = page(feed, Position.START);
            assertThat(page.path("items")).hasSize(2);
            JsonNode first = page.path("items").path(0);
            assertThat(first.path("kind").asText()).isEqualTo("performance");
            assertThat(first.path("modified").asLong()).isEqualTo(1);
            assertThat(first.path("data").path("name").asText()).contains("Carmen");
            assertThat(page.path("next").asText()).isEqualTo(SELF + "1-1000002");
            takeBack(warehouse, 1, 2);
            JsonNode gone = page(feed, new Position(1, 1_000_002));
            assertThat(gone.path("items"))
                    .hasSize(2)
                    .allMatch(item -> item.path("state").asText().equals("deleted"));
            assertThat(gone.path("items").path(0).has("data")).isFalse();
        }
    }

    private static Map<String, JsonNode> programme(Warehouse warehouse) throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        for (ProgrammeEntry entry :
                new WarehouseProgramme(warehouse).entries(HOUSE.id(), Fixture.FIRST, Fixture.LAST, 0, 1_000)) {
            JsonNode said = JSON.readTree(ProgrammeGraph.one(HOUSE, entry, Fixture.BASE));
            all.put(said.path("@id").asText(), said);
        }
        return all;
    }

    /** Files that agree, contradict and add to each other. */
    private static void load(Warehouse warehouse, int run, int file) {
        String rows = switch (file) {
            case 0 ->
                "(1, 1, 'A', 'Carmen', timestamp '2025-03-01 20:00', 'Grande salle'),"
                        + "(2, 2, null, 'Faust', timestamp '2025-03-02 20:00', null)";
            case 1 -> "(1, 1, 'A', 'Carmen', timestamp '2025-03-08 19:30', 'Grande salle')";
            case 2 -> "(1, 1, null, 'Faust', timestamp '2025-03-02 20:00', 'Petite salle')";
            case 3 ->
                "(1, 1, 'B', 'Carmen', timestamp '2025-03-09 20:00', null),"
                        + "(2, 2, 'C', 'Carmen', timestamp '2025-03-10 20:00', null),"
                        + "(3, 3, 'D', 'Carmen', timestamp '2025-03-11 20:00', null)";
            default -> "(1, 1, null, 'Carmen', timestamp '2025-03-01 20:00', 'Grande salle')";
        };
        warehouse.write(connection -> {
            Performances performances =
                    new Performances(connection, new Stage(HOUSE.id(), "Europe/Paris", run, "test", "stage"));
            performances.prepare();
            Sql sql = new Sql(connection);
            sql.run("insert into given_performance (key, line, performance_ref, title, starts_local, hall) values "
                    + rows);
            sql.change(
                    "insert into run_mark values (?, ?, null)", run, HOUSE.id().value());
            return performances.findOrMake();
        });
    }

    private static void takeBack(Warehouse warehouse, int run, int undo) {
        warehouse.write(connection ->
                new TakeBack(connection, HOUSE.id().value(), "Europe/Paris", run, undo, Instant.EPOCH).all());
    }
}
