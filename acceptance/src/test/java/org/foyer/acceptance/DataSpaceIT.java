package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two built jars as two processes: one offers the programme of a house, the other agrees, receives it, and is then told no. */
class DataSpaceIT {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Lear\r\n"
            + "DTSTART:20270501T200000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    @TempDir
    Path folder;

    private final int providerPort = freePort();
    private final int consumerPort = freePort();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(int own, int other) {
        return Map.of("FOYER_ADDRESS", "http://127.0.0.1:" + own, "FOYER_FETCH_ALLOWED", "127.0.0.1:" + other);
    }

    private Command.Answer provider(String... arguments) throws IOException, InterruptedException {
        return Command.run(settings(providerPort, consumerPort), folder.resolve("provider"), arguments)
                .fine();
    }

    private Command.Answer consumer(String... arguments) throws IOException, InterruptedException {
        return Command.run(settings(consumerPort, providerPort), folder.resolve("consumer"), arguments)
                .fine();
    }

    private RunningNode servingProvider() throws IOException, InterruptedException {
        return RunningNode.serve(settings(providerPort, consumerPort), folder.resolve("provider"), providerPort);
    }

    private RunningNode servingConsumer() throws IOException, InterruptedException {
        return RunningNode.serve(settings(consumerPort, providerPort), folder.resolve("consumer"), consumerPort);
    }

    @Test
    void aProgrammeIsOfferedAgreedToHandedOverAndRevoked() throws Exception {
        Path calendar = Files.writeString(folder.resolve("a.ics"), CALENDAR);
        provider("house", "add", "Grand Theatre", "--discipline", "theatre", "--seats", "500");
        provider("import", "--house", "grand-theatre", calendar.toString());
        provider("house", "licence", "--house", "grand-theatre", "--say", "CC-BY-4.0");
        provider("export", "dumps");
        provider("dataspace", "share", "--house", "grand-theatre", "--automatic");
        String providerName = known(provider("dataspace", "show").json(), providerPort, false);
        String consumerName = known(consumer("dataspace", "show").json(), consumerPort, true);

        String pid;
        try (RunningNode node = servingProvider()) {
            JsonNode catalogue =
                    consumer("dataspace", "catalogue", providerName).json();
            JsonNode dataset = catalogue.path("dataset").path(0);
            assertThat(dataset.path("@id").asText()).isEqualTo("programme-grand-theatre");
            Path offer = Files.writeString(
                    folder.resolve("offer.json"),
                    dataset.path("hasPolicy").path(0).toString());
            consumer("dataspace", "negotiate", providerName, "programme-grand-theatre", offer.toString());
            try (RunningNode other = servingConsumer()) {
                Api operator = Api.by(other.address(), other.firstLink());
                String agreement =
                        waited(operator, "FINALIZED").path("agreement").asText();
                long begun = System.nanoTime();
                pid = operator.post("/api/data-space/agreements/" + agreement + "/transfers", Map.of())
                        .is(200)
                        .body()
                        .path("pid")
                        .asText();
                waited(operator, "STARTED");
                assertThat(System.nanoTime() - begun).isLessThan(30_000_000_000L);
            }
            Path fetched = folder.resolve("fetched.nt.gz");
            consumer("dataspace", "fetch", pid, fetched.toString());
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(fetched))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("Lear");
            }
            assertThat(Api.stranger(node.address())
                            .get("/dsp/2025-1/data/" + pid)
                            .status())
                    .isEqualTo(403);
            assertThat(Api.stranger(node.address())
                            .get("/.well-known/dspace-version")
                            .text())
                    .contains("2025-1");
            assertThat(Api.stranger(node.address())
                            .get("/dsp/2025-1/catalog/datasets/programme-grand-theatre")
                            .status())
                    .isEqualTo(401);
        }
        JsonNode standing = provider("dataspace", "show").json();
        assertThat(standing.path("conversations").findValuesAsText("state")).contains("FINALIZED", "STARTED");
        provider(
                "dataspace",
                "end",
                standing.path("agreements").path(0).path("id").asText());
        assertThat(consumerName).startsWith("urn:foyer:node:");
    }

    /** The newest conversation, once it stands so. */
    private static JsonNode waited(Api operator, String state) throws IOException, InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        JsonNode newest;
        do {
            Thread.sleep(50);
            newest = operator.get("/api/data-space")
                    .is(200)
                    .body()
                    .path("conversations")
                    .path(0);
        } while (!newest.path("state").asText().equals(state) && System.nanoTime() < until);
        assertThat(newest.path("state").asText()).as(newest.toString()).isEqualTo(state);
        return newest;
    }

    /** Each names the other, with the key it was shown. */
    private String known(JsonNode shown, int port, boolean toProvider) throws IOException, InterruptedException {
        String name = shown.path("self").asText();
        String[] arguments = {
            "dataspace",
            "name",
            name,
            "--name",
            "Other node",
            "--at",
            "http://127.0.0.1:" + port + "/dsp/2025-1",
            "--key",
            shown.path("publicKey").asText()
        };
        if (toProvider) {
            provider(arguments);
        } else {
            consumer(arguments);
        }
        return name;
    }
}
