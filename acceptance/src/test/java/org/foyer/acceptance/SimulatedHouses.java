package org.foyer.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Seven houses, a few thousand sale lines, and what the simulator says must come out of each file. */
final class SimulatedHouses {

    static final String TODAY = "2026-11-24";
    static final String SEASON = "2025-26";
    static final String NEXT_SEASON = "2026-27";

    private final Path folder;
    private final JsonNode network;

    private SimulatedHouses(Path folder) throws Exception {
        this.folder = folder;
        this.network =
                new ObjectMapper().readTree(folder.resolve("network.json").toFile());
    }

    static SimulatedHouses in(Path folder) throws Exception {
        return in(folder, 7, 12_000);
    }

    static SimulatedHouses in(Path folder, int houses, int lines) throws Exception {
        Command.run(
                        folder,
                        "simulate",
                        "--houses=" + houses,
                        "--lines=" + lines,
                        "--seasons=2",
                        "--seed=5",
                        "--today=" + TODAY,
                        "--out=" + folder)
                .fine();
        return new SimulatedHouses(folder);
    }

    JsonNode all() {
        return network.path("houses");
    }

    JsonNode first() {
        return all().path(0);
    }

    static String slug(JsonNode house) {
        return house.path("slug").asText();
    }

    /** The house as the API is told of it. */
    static Map<String, Object> described(JsonNode house) {
        return Map.of(
                "name", house.path("name").asText(),
                "slug", slug(house),
                "discipline", house.path("discipline").asText(),
                "seats", house.path("seats").asInt(),
                "address", house.path("address"),
                "zone", house.path("zone").asText(),
                "currency", house.path("currency").asText(),
                "simulated", true);
    }

    /** What is known of the export of sales of a season. */
    JsonNode told(JsonNode house, String season) {
        return file(house, season, "MOVEMENTS", "PRESENT_STATE");
    }

    Path sales(JsonNode house, String season) {
        return folder.resolve(told(house, season).path("path").asText());
    }

    /** Folder of all files of a house. */
    Path of(JsonNode house) {
        return folder.resolve(slug(house));
    }

    Path programme(JsonNode house) {
        return folder.resolve(file(house, SEASON, "PROGRAMME").path("path").asText());
    }

    private static JsonNode file(JsonNode house, String season, String... kinds) {
        for (JsonNode file : house.path("files")) {
            boolean inSeason =
                    file.path("season").isNull() || file.path("season").asText().equals(season);
            if (inSeason && List.of(kinds).contains(file.path("kind").asText())) {
                return file;
            }
        }
        throw new AssertionError("no file of " + slug(house) + " for " + season);
    }
}
