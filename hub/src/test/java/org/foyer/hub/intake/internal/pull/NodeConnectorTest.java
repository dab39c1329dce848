package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.kit.Connector;
import org.foyer.kit.Connector.Order;
import org.foyer.kit.Connector.Pulled;
import org.foyer.kit.ConnectorContract;
import org.foyer.kit.NotFetched;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeConnectorTest extends ConnectorContract {

    private static final String FEED = "/api/programme-changes";
    private static final String LEAR =
            "{\"state\":\"updated\",\"kind\":\"performance\",\"id\":\"https://n.example/id/performance/1\",\"modified\":3,"
                    + "\"data\":{\"organizer\":{\"@id\":\"https://n.example/id/house/one\"}}}";
    private static final String CID =
            "{\"state\":\"updated\",\"kind\":\"performance\",\"id\":\"https://n.example/id/performance/2\",\"modified\":3,"
                    + "\"data\":{\"organizer\":{\"@id\":\"https://n.example/id/house/two\"}}}";
    private static final String GONE =
            "{\"state\":\"deleted\",\"kind\":\"performance\",\"id\":\"https://n.example/id/performance/3\",\"modified\":4}";

    @TempDir
    Path work;

    private static String page(String next, String... items) {
        return "{\"items\":[" + String.join(",", items) + "],\"next\":\"https://n.example" + FEED + "?after=" + next
                + "\"}";
    }

    @Override
    protected Connector connector() {
        return new NodeConnector();
    }

    @Override
    protected Order order() {
        return order(Map.of(), null);
    }

    private static Order order(Map<String, String> settings, @Nullable String cursor) {
        return new Order(URI.create("https://n.example/"), settings, null, null, cursor, null);
    }

    @Override
    protected Map<String, String> answers() {
        return new HashMap<>(Map.of(
                FEED,
                page("3-2-a1", LEAR, CID),
                FEED + "?after=3-2-a1",
                page("4-3-a2", GONE),
                FEED + "?after=4-3-a2",
                page("4-3-a2")));
    }

    @Override
    protected String expected() {
        return "{\n\"items\":[\n" + String.join(",\n", List.of(LEAR, CID)) + "]}\n";
    }

    private Pulled pull(NodeConnector connector, Order order, Map<String, String> answers, Path file)
            throws IOException {
        return connector.pull(order, new Replay(answers), file);
    }

    private Path file() throws IOException {
        return Files.createTempFile(work, "pulled", ".json");
    }

    @Test
    void itGoesOnWhereItEnded() throws IOException {
        Path file = file();
        Pulled pulled = pull(new NodeConnector(), order(Map.of(), "3-2-a1"), answers(), file);
        assertThat(pulled.etag()).isEqualTo("4-3-a2");
        assertThat(pulled.partial()).isTrue();
        assertThat(file).content().contains("performance/3").doesNotContain("performance/1");
        Pulled nothing = pull(new NodeConnector(), order(Map.of(), "4-3-a2"), answers(), file());
        assertThat(nothing.unchanged()).isTrue();
        assertThat(nothing.etag()).isEqualTo("4-3-a2");
    }

    @Test
    void aLongFeedIsReadInSeveralPulls() throws IOException {
        Pulled first = pull(new NodeConnector(1), order(Map.of(), null), answers(), file());
        assertThat(first.etag()).isEqualTo("3-2-a1");
        assertThat(first.partial()).isTrue();
        Pulled second = pull(new NodeConnector(1), order(Map.of(), first.etag()), answers(), file());
        assertThat(second.etag()).isEqualTo("4-3-a2");
    }

    @Test
    void aNodeThatWasSetUpAnewIsReadFromItsBeginning() throws IOException {
        Path file = file();
        connectorAfterReset().pull(order(Map.of(), "9-9-ffff"), resetWeb(), file);
        assertThat(file).content().contains("performance/1", "performance/2", "performance/3");
    }

    private static NodeConnector connectorAfterReset() {
        return new NodeConnector();
    }

    /** Answers 410 to the old place, as the feed does. */
    private org.foyer.kit.Web resetWeb() {
        Replay known = new Replay(answers());
        return request -> {
            if (String.valueOf(request.address().getQuery()).contains("9-9-ffff")) {
                return new org.foyer.kit.WebAnswer(request.address(), 410, Map.of(), new byte[0]);
            }
            return known.get(request);
        };
    }

    @Test
    void oneHouseOfTheOtherNodeCanBeFollowed() throws IOException {
        Path file = file();
        pull(new NodeConnector(), order(Map.of("house", "two"), null), answers(), file);
        assertThat(file).content().contains("performance/2").doesNotContain("performance/1", "performance/3");
    }

    @Test
    void whatChangesAgainWhileItIsReadComesInTheNextPull() throws IOException {
        Map<String, String> answers = answers();
        answers.put(FEED + "?after=4-3-a2", page("5-1-a3", LEAR));
        Pulled pulled = pull(new NodeConnector(), order(Map.of(), null), answers, file());
        assertThat(pulled.etag()).isEqualTo("4-3-a2");
    }

    @Test
    void whatIsNoFeedIsNotTakenForOne() {
        assertThatThrownBy(() -> pull(
                        new NodeConnector(),
                        order(Map.of(), null),
                        new HashMap<>(Map.of(FEED, "{\"items\":[],\"next\":\"elsewhere\"}")),
                        file()))
                .isInstanceOfSatisfying(
                        NotFetched.class,
                        told -> assertThat(told.problem().code()).isEqualTo("pull-no-feed"));
    }
}
