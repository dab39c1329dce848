package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar pulls a tool of this machine: by the command line, and by itself while it serves. */
class SourcesIT {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Lear\r\n"
            + "DTSTART:20270501T200000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    @TempDir
    Path data;

    private HttpServer tool;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        tool = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        tool.createContext("/a.ics", exchange -> {
            asked.incrementAndGet();
            byte[] body = CALENDAR.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        tool.start();
        Command.run(data, "house", "add", "Grand Theatre", "--discipline", "theatre", "--seats", "500")
                .fine();
    }

    @AfterEach
    void end() {
        tool.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + tool.getAddress().getPort() + "/a.ics";
    }

    private Map<String, String> allowed() {
        return Map.of("FOYER_FETCH_ALLOWED", "127.0.0.1:" + tool.getAddress().getPort());
    }

    private Command.Answer sources(Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        String[] all = new String[arguments.length + 3];
        all[0] = "sources";
        all[1] = arguments[0];
        all[2] = "--house";
        all[3] = "grand-theatre";
        System.arraycopy(arguments, 1, all, 4, arguments.length - 1);
        return Command.run(settings, data, all);
    }

    @Test
    void thisMachineIsNotAskedUnlessASettingAllowsIt() throws Exception {
        Command.Answer refused = sources(Map.of(), "add", "--name", "Planning", "--kind", "calendar", address());
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("127.0.0.1 is written as a number");
        assertThat(asked.get()).isZero();
    }

    @Test
    void aSourceIsAddedPulledListedAndRemoved() throws Exception {
        sources(allowed(), "add", "--name", "Planning", "--kind", "calendar", address())
                .fine();
        JsonNode pulled = sources(allowed(), "pull", "planning").fine().json();
        assertThat(pulled.path("state").asText()).isEqualTo("TAKEN");
        assertThat(sources(allowed(), "pull", "planning")
                        .fine()
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("UNCHANGED");
        assertThat(Command.run(data, "search", "Lear", "--when", "all").fine().out())
                .contains("Lear");
        assertThat(sources(allowed(), "list").fine().json()).hasSize(1);
        tool.stop(0);
        Command.Answer failed = sources(allowed(), "pull", "planning");
        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.err()).contains("127.0.0.1 does not answer.");
        sources(allowed(), "remove", "planning").fine();
        assertThat(sources(allowed(), "pull", "planning").exit()).isEqualTo(3);
    }

    private static boolean shows(Api stranger, String title) throws IOException, InterruptedException {
        return stranger.get("/h/grand-theatre/programme.ics?from=2027-01-01&to=2027-12-31")
                .text()
                .contains(title);
    }

    @Test
    void aServingNodePullsWhatIsDueByItself() throws Exception {
        sources(allowed(), "add", "--name", "Planning", "--kind", "calendar", address())
                .fine();
        try (RunningNode node = RunningNode.serve(allowed(), data)) {
            long until = System.nanoTime() + 90_000_000_000L;
            while (asked.get() == 0 && System.nanoTime() < until) {
                Thread.sleep(200);
            }
            assertThat(asked.get()).isEqualTo(1);
            Api stranger = Api.stranger(node.address());
            while (!shows(stranger, "Lear") && System.nanoTime() < until) {
                Thread.sleep(200);
            }
            assertThat(shows(stranger, "Lear")).isTrue();
            Thread.sleep(2_000); // what is shown is in the warehouse; the register is told right after
            assertThat(node.told()).doesNotContain("a.ics");
        }
        assertThat(sources(allowed(), "list").fine().json().get(0).path("state").asText())
                .isEqualTo("TAKEN");
        assertThat(Files.exists(data.resolve("archive"))).isTrue();
    }
}
