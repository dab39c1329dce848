package org.foyer.hub.simulation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a folder of simulated files holds; kept in it as {@code network.json}.
 *
 * @param simulated always true
 * @param generator name and version of the simulator
 * @param today ISO date on whose morning the files were exported
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SimulatedNetwork(
        boolean simulated, String generator, long seed, String today, int seasons, List<SimulatedHouse> houses) {

    private static final String FILE = "network.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public SimulatedNetwork {
        houses = List.copyOf(houses);
    }

    /** Reads the network of a folder that the simulator wrote. */
    public static SimulatedNetwork read(Path folder) {
        try {
            return JSON.readValue(folder.resolve(FILE).toFile(), SimulatedNetwork.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path folder) {
        try {
            Files.writeString(
                    folder.resolve(FILE), JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
