package org.foyer.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One node with seven simulated houses that are compared with one another and share buyers by agreement, shared by all tests in a browser. The last
 * export of the second house is left for a person to import.
 */
final class NetworkNode implements AutoCloseable {

    static final String STEWARD = "claire";
    static final String OPERATOR = "admin";

    private final Path folder;
    private final SimulatedHouses houses;
    private final RunningNode node;
    private Map<String, String> signedPages = Map.of();

    private NetworkNode(Path folder) throws Exception {
        this.folder = folder;
        this.houses = SimulatedHouses.in(folder.resolve("files"));
        this.node = RunningNode.serve(folder.resolve("data"));
    }

    /** Gives the node to whoever has a parameter of its type, and stops it after the last test. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == NetworkNode.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(NetworkNode.class))
                    .computeIfAbsent(NetworkNode.class, key -> start(), NetworkNode.class);
        }

        private static NetworkNode start() {
            try {
                NetworkNode node = new NetworkNode(Files.createTempDirectory("foyer-network"));
                node.fill();
                return node;
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private void fill() throws Exception {
        Api operator = Api.by(address(), node.firstLink());
        String link = operator.post("/api/accounts", Map.of("login", STEWARD, "name", "Claire Obscur"))
                .is(201)
                .body()
                .path("link")
                .asText();
        for (JsonNode house : houses.all()) {
            operator.post("/api/houses", SimulatedHouses.described(house)).is(201);
            operator.post(
                            "/api/houses/" + SimulatedHouses.slug(house) + "/members",
                            Map.of("login", STEWARD, "role", "steward"))
                    .is(200);
        }
        Api steward = Api.by(address(), link);
        for (JsonNode house : houses.all()) {
            List<Path> files =
                    new ArrayList<>(List.of(houses.programme(house), houses.sales(house, SimulatedHouses.SEASON)));
            if (!house.equals(second())) {
                files.add(houses.sales(house, SimulatedHouses.NEXT_SEASON));
            }
            steward.give(SimulatedHouses.slug(house), false, files).is(201);
            steward.put("/api/houses/" + SimulatedHouses.slug(house) + "/participation/comparison")
                    .is(204);
        }
        List<String> slugs = new ArrayList<>();
        houses.all().forEach(house -> slugs.add(SimulatedHouses.slug(house)));
        signedPages = SignedNetwork.of(steward, slugs).pages();
    }

    /** Paths below the first house's home page of what its network decided and signed. */
    Map<String, String> signedPages() {
        return signedPages;
    }

    /** Where it answers, without a slash at the end. */
    String address() {
        return node.address();
    }

    /** Address of the first house's home page. */
    String home() {
        return address() + "/h/" + SimulatedHouses.slug(houses.first());
    }

    /** Address of the home page of a house of which one export is not imported yet. */
    String waitingHome() {
        return address() + "/h/" + SimulatedHouses.slug(second());
    }

    Path waitingSales() {
        return houses.sales(second(), SimulatedHouses.NEXT_SEASON);
    }

    private JsonNode second() {
        return houses.all().path(1);
    }

    @Override
    public void close() throws Exception {
        node.close();
        Command.delete(folder);
    }
}
