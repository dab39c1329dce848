package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.foyer.kit.Connector;
import org.foyer.kit.ConnectorContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretixConnectorTest extends ConnectorContract {

    @Override
    protected Connector connector() {
        return JsonConnector.shipped("pretix");
    }

    @Override
    protected Connector.Order order() {
        return new Connector.Order(
                URI.create("http://tickets.example" + ToolAnswers.PRETIX), Map.of(), SECRET, null, null, null);
    }

    @Override
    protected Map<String, String> answers() {
        return ToolAnswers.pretix("tickets.example");
    }

    @Override
    protected String expected() throws IOException {
        return new String(
                PretixConnectorTest.class
                        .getResourceAsStream("/pull/pretix-expected.json")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void itAsksDatesOfSeriesAloneAndSaysOfEachItemWhoseItIs(@TempDir Path folder) throws IOException {
        Replay web = new Replay(answers());
        Path file = Files.createFile(folder.resolve("a"));
        connector().pull(order(), web, file);
        assertThat(web.asked).extracting(URI::getPath).containsOnlyOnce(ToolAnswers.PRETIX + "/events/lear/subevents/");
        assertThat(web.asked).extracting(URI::getPath).doesNotContain(ToolAnswers.PRETIX + "/events/bal/subevents/");
        assertThat(web.headers).allSatisfy(sent -> assertThat(sent).containsEntry("Authorization", "Token " + SECRET));
        assertThat(Files.readString(file))
                .startsWith("{\"pulledFrom\":\"pretix\",")
                .contains("\"items\":[4],\"variations\":[],\"subevent\":null,\"event\":\"bal\"");
    }
}
