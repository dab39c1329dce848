package org.foyer.acceptance;

import static org.foyer.acceptance.SimulatedHouses.SEASON;
import static org.foyer.acceptance.SimulatedHouses.TODAY;
import static org.foyer.acceptance.SimulatedHouses.slug;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.foyer.acceptance.Command.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Simulated houses, the node that takes their files, and what is asked of it. */
abstract class MainJobStand {

    @TempDir
    static Path folder;

    static Path data;
    static SimulatedHouses houses;
    static JsonNode figures;
    static RunningNode node;
    static Api operator;
    static Api steward;

    @BeforeAll
    static void simulate() throws Exception {
        data = folder.resolve("data");
        houses = SimulatedHouses.in(folder.resolve("files"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (node != null) {
            node.close();
        }
    }

    static JsonNode figures() throws Exception {
        return season(SEASON);
    }

    static JsonNode season(String season) throws Exception {
        return run("figures", "--house", slug(houses.first()), "--season", season, "--as-of", TODAY)
                .fine()
                .json();
    }

    static List<String> measured(JsonNode sheet) {
        return StreamSupport.stream(sheet.path("figures").spliterator(), false)
                .filter(figure -> figure.path("notMeasured").isNull())
                .map(figure -> figure.path("indicator").asText())
                .toList();
    }

    static double value(JsonNode sheet, String indicator) {
        for (JsonNode figure : sheet.path("figures")) {
            if (figure.path("indicator").asText().equals(indicator)) {
                return figure.path("value").asDouble();
            }
        }
        throw new AssertionError("no figure " + indicator);
    }

    static Map<String, Double> values(JsonNode sheet) {
        Map<String, Double> values = new TreeMap<>();
        sheet.path("figures")
                .forEach(figure -> values.put(
                        figure.path("indicator").asText(), figure.path("value").asDouble()));
        values.remove("data-quality"); // it speaks of all that the house sent
        return values;
    }

    static Answer export(String format) throws Exception {
        return run("export", "programme", "--house", slug(houses.first()), "--format", format, "--from", "2025-08-01")
                .fine();
    }

    static List<JsonNode> nodes(JsonNode graph, String type) {
        List<JsonNode> found = new ArrayList<>();
        graph.path("@graph").forEach(node -> {
            if (node.path("@type").toString().contains(type + "\"")) {
                found.add(node);
            }
        });
        return found;
    }

    static Answer run(String... arguments) throws Exception {
        return Command.run(data, arguments);
    }
}
