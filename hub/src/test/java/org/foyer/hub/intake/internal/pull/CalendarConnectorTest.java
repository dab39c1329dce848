package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.foyer.kit.Connector;
import org.foyer.kit.ConnectorContract;
import org.foyer.kit.WebAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarConnectorTest extends ConnectorContract {

    static final String CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Lear\r\n"
            + "DTSTART:20260501T200000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    @Override
    protected Connector connector() {
        return new CalendarConnector();
    }

    @Override
    protected Connector.Order order() {
        return new Connector.Order(
                URI.create("https://planning.example/house.ics?token=public"), Map.of(), SECRET, null, null, null);
    }

    @Override
    protected Map<String, String> answers() {
        return Map.of("/house.ics?token=public", CALENDAR);
    }

    @Override
    protected String expected() {
        return CALENDAR;
    }

    @Test
    void itAsksOnlyWhetherSomethingChanged(@TempDir Path folder) throws IOException {
        Connector.Order order =
                new Connector.Order(order().address(), Map.of(), null, null, "\"e1\"", "Sun, 01 Mar 2026 08:00:00 GMT");
        Path file = Files.createFile(folder.resolve("a"));
        Connector.Pulled pulled = connector()
                .pull(
                        order,
                        request -> {
                            assertThat(request.etag()).isEqualTo("\"e1\"");
                            assertThat(request.lastModified()).isEqualTo("Sun, 01 Mar 2026 08:00:00 GMT");
                            return new WebAnswer(request.address(), 304, Map.of(), new byte[0]);
                        },
                        file);
        assertThat(pulled.unchanged()).isTrue();
        assertThat(pulled.etag()).isEqualTo("\"e1\"");
    }
}
