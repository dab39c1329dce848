package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.ResultSetFactory;
import org.foyer.hub.catalogue.Sparql;
import org.foyer.hub.catalogue.Sparql.Answer;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions over a programme, and questions that must get no answer. */
class GraphSparqlTest {

    private static final String SCHEMA = "prefix schema: <http://schema.org/> ";

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Sparql sparql;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
        sparql = new GraphSparql(
                folder.resolve("graph"),
                warehouse,
                () -> List.of(Fixture.house("Europe/Paris", false)),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private String ask(String query, String... accepts) {
        Answer answer = sparql.ask(query, Fixture.BASE, List.of(accepts));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.body().to(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String refused(String query) {
        return catchThrowableOfType(Unanswered.class, () -> ask(query)).code();
    }

    @Test
    void aLanguageThatIsNoneIsAnsweredOrRefusedAsAQuestion() {
        for (String tag : List.of("f\u00c9", "-", "fr_FR", "123456789", "")) {
            assertThatCode(() -> {
                        try {
                            ask("select (strlang(\"Lear\", \"" + tag + "\") as ?t) {}", "text/csv");
                        } catch (Unanswered refused) {
                            assertThat(refused.code()).isEqualTo("sparql-refused");
                        }
                    })
                    .as(tag)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void rowsComeInTheFormThatIsAccepted() {
        String count = SCHEMA + "select (count(distinct ?e) as ?n) { ?e schema:startDate ?d ; schema:superEvent ?r }";
        long performances = warehouse.read(connection -> Rows.of(
                        connection, "select count(*) as n from performance where house = 1", row -> row.getLong("n"))
                .get(0));
        assertThat(ask(count, "text/csv").strip().lines()).containsExactly("n", Long.toString(performances));
        assertThat(ask(count, "application/sparql-results+xml")).startsWith("<?xml");
        assertThat(ask(count, "image/png")).as("JSON when nothing fits").contains("\"bindings\"");
        assertThat(ask("ask { ?s ?p ?o }", "text/html", "application/sparql-results+json"))
                .contains("true");
    }

    @Test
    void graphsComeAsTurtle() {
        String told = ask(SCHEMA + "construct { ?e schema:name ?n } { ?e a ?t ; schema:name ?n } limit 3");
        assertThat(told).containsIgnoringCase("prefix schema:").contains("schema:name");
        assertThat(ask("describe <" + Fixture.BASE + "/id/house/celestins>")).contains("Les Célestins");
    }

    @Test
    void rowsAreLimitedAndItIsTold() {
        Answer answer = sparql.ask("select * { ?a ?b ?c . ?d ?e ?f }", Fixture.BASE, List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.body().to(out);
        assertThat(answer.cut()).isTrue();
        assertThat(ResultSetFactory.fromJSON(new ByteArrayInputStream(out.toByteArray()))
                        .materialise()
                        .rewindable()
                        .size())
                .isEqualTo(Sparql.ROWS_MAX);
        assertThat(sparql.ask("select * { ?a ?b ?c } limit 2", Fixture.BASE, List.of())
                        .cut())
                .isFalse();
    }

    @Test
    void nothingIsFetchedFromAnywhere() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            String address = "<http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/x>";
            assertThat(refused("select * { service " + address + " { ?a ?b ?c } }"))
                    .isEqualTo("sparql-refused");
            assertThat(refused("select * from " + address + " { ?a ?b ?c }")).isEqualTo("sparql-refused");
            assertThat(refused("select * { ?s ?p ?o . filter exists { service " + address + " { ?a ?b ?c } } }"))
                    .isEqualTo("sparql-refused");
            assertThat(refused("select * { service silent " + address + " { ?a ?b ?c } }"))
                    .isEqualTo("sparql-refused");
            assertThat(refused("select * { { select * { bind('\"' as ?q) service ?q { ?a ?b ?c } } } }"))
                    .isEqualTo("sparql-refused");
            assertThat(ask("select ('SERVICE' as ?x) {}", "text/csv")).contains("SERVICE");
            assertThat(refused("load " + address)).isEqualTo("sparql-unreadable");
            assertThat(asked).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void whatCannotBeReadOrIsNotAQuestionIsRefused() {
        assertThat(refused("select")).isEqualTo("sparql-unreadable");
        assertThat(refused("insert data { <a:a> <a:b> <a:c> }")).isEqualTo("sparql-unreadable");
        assertThat(refused("select (<java:java.lang.System.exit>(1) as ?x) {}")).isEqualTo("sparql-refused");
        assertThat(refused("select (<\\u006aava:java.lang.System.exit>(1) as ?x) {}"))
                .isEqualTo("sparql-refused");
        assertThat(refused("select * { ?s ?p ?o } #" + "x".repeat(Sparql.QUERY_MAX)))
                .isEqualTo("sparql-long");
    }

    @Test
    void aQuestionThatTakesTooLongIsGivenUp() {
        assertThat(refused("select (count(*) as ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"))
                .isEqualTo("sparql-slow");
        assertThat(ask("ask {}")).as("its place is free again").contains("true");
    }

    @Test
    void aProgrammeTooLargeForMemoryIsToldSo() {
        List<House> houses = List.of(Fixture.house("Europe/Paris", false));
        sparql = new GraphSparql(
                new PublishedGraph(warehouse, () -> houses, Clock.systemUTC(), 10),
                new GraphOnDisk(
                        folder.resolve("graph"),
                        warehouse,
                        () -> houses,
                        Clock.systemUTC(),
                        10,
                        1_000,
                        () -> Long.MAX_VALUE));
        assertThat(refused("ask {}")).isEqualTo("sparql-too-large");
    }

    @Test
    void anotherAddressInTheNextMomentHasToWait() {
        ask("ask {}");
        assertThat(catchThrowableOfType(
                                Unanswered.class, () -> sparql.ask("ask {}", "https://other.example", List.of()))
                        .code())
                .isEqualTo("sparql-busy");
    }
}
