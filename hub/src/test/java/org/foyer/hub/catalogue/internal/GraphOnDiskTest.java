package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.foyer.hub.catalogue.Sparql.Answer;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph on the disk says what one in memory says, and one that is not whole says nothing. */
class GraphOnDiskTest {

    private static final String SCHEMA = "prefix schema: <http://schema.org/> ";
    private static final Instant NIGHT = Instant.parse("2026-11-30T03:00:00Z");
    private static final Instant NEXT_NIGHT = Instant.parse("2026-12-01T03:00:00Z");
    private static final long FEW = 10;
    private static final long MANY = 1_000_000;

    @TempDir
    Path folder;

    private final List<House> houses = List.of(Fixture.house("Europe/Paris", false));
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private Warehouse warehouse;
    private GraphSparql sparql;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
        sparql = sparql(NIGHT, FEW, MANY);
    }

    @AfterEach
    void close() {
        sparql.close();
        warehouse.close();
    }

    private GraphSparql sparql(Instant now, long few, long most) {
        return sparql(folder.resolve("graph"), now, few, most);
    }

    private GraphSparql sparql(Path graph, Instant now, long few, long most) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new GraphSparql(
                new PublishedGraph(warehouse, () -> houses, clock, (int) few),
                new GraphOnDisk(graph, warehouse, () -> houses, clock, few, most, room::get));
    }

    private static String text(Answer answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.body().to(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String ask(GraphSparql sparql, String query, String accepts) {
        return text(sparql.ask(query, Fixture.BASE, List.of(accepts)));
    }

    private List<String> lying() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("graph"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void itSaysWhatAGraphInMemorySays() throws IOException {
        assertThat(sparql.prepare(Fixture.BASE)).isGreaterThan(FEW);
        GraphSparql memory = sparql(folder.resolve("none"), NIGHT, MANY, MANY);
        for (String query : List.of(
                SCHEMA + "select ?e ?d { ?e schema:startDate ?d } order by ?d ?e",
                SCHEMA + "select ?n (count(*) as ?c) { ?e schema:name ?n } group by ?n order by ?n",
                SCHEMA + "select distinct ?t { ?e a ?t } order by ?t",
                "ask { ?s ?p \"no such word\" }")) {
            Answer large = sparql.ask(query, Fixture.BASE, List.of("text/csv"));
            assertThat(large.asOf()).isEqualTo(NIGHT);
            assertThat(text(large)).as(query).isEqualTo(ask(memory, query, "text/csv"));
        }
        assertThat(memory.ask("ask {}", Fixture.BASE, List.of()).asOf()).isNull();
        String all = "construct { ?s ?p ?o } { ?s ?p ?o }";
        assertThat(model(ask(sparql, all, "application/n-triples"))
                        .isIsomorphicWith(model(ask(memory, all, "application/n-triples"))))
                .isTrue();
    }

    private static Model model(String triples) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(triples.getBytes(StandardCharsets.UTF_8)), Lang.NTRIPLES);
        return model;
    }

    @Test
    void itIsMadeAnewAndTheOneBeforeIsTakenAway() throws IOException {
        sparql.prepare(Fixture.BASE);
        List<String> first = lying();
        warehouse.write(connection -> connection
                .createStatement()
                .execute("update production set title = 'Titus' where id = (select min(id) from production)"));
        String titus = "ask { ?s ?p ?o filter(str(?o) = \"Titus\") }";
        assertThat(ask(sparql, titus, "text/csv")).contains("false");
        sparql.close();
        sparql = sparql(NEXT_NIGHT, FEW, MANY);
        assertThat(ask(sparql, titus, "text/csv")).as("what lay there is read").contains("false");
        sparql.prepare(Fixture.BASE);
        Answer after = sparql.ask(titus, Fixture.BASE, List.of("text/csv"));
        assertThat(text(after)).contains("true");
        assertThat(after.asOf()).isEqualTo(NEXT_NIGHT);
        assertThat(lying()).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void whatIsNotWholeOrNotOursIsClearedAwayAndSaysNothing() throws IOException {
        sparql.prepare(Fixture.BASE);
        sparql.close();
        String whole = lying().get(0);
        Path broken = folder.resolve("graph").resolve("999999999999999");
        Path unfinished = folder.resolve("graph").resolve("999999999999999.unfinished");
        Files.createDirectories(broken.resolve("Data-0001"));
        Files.createDirectories(unfinished.resolve("Data-0001"));
        Files.writeString(unfinished.resolve("about.properties"), "base=" + Fixture.BASE + "\nat=" + NEXT_NIGHT);
        sparql = sparql(NEXT_NIGHT, FEW, MANY);
        assertThat(sparql.ask("ask {}", Fixture.BASE, List.of()).asOf()).isEqualTo(NIGHT);
        assertThat(lying()).containsExactly(whole);
    }

    @Test
    void whatLostItsFilesIsClearedAwayAndNotAskedAsIfThereWereNothing() throws IOException {
        sparql.prepare(Fixture.BASE);
        sparql.close();
        Path about = folder.resolve("graph").resolve(lying().get(0)).resolve("about.properties");
        for (String later : List.of("999999999999998", "999999999999999")) {
            Path lost = Files.createDirectories(folder.resolve("graph").resolve(later));
            Files.copy(about, lost.resolve("about.properties"));
        }
        Path damaged = folder.resolve("graph").resolve("999999999999998").resolve("Data-0001");
        Files.writeString(Files.createDirectories(damaged).resolve("tdb.cfg"), "{ no more");
        sparql = sparql(NEXT_NIGHT, FEW, MANY);
        assertThat(ask(sparql, "ask { ?s ?p ?o }", "text/csv")).contains("true");
        assertThat(lying()).hasSize(1).doesNotContain("999999999999998", "999999999999999");
    }

    @Test
    void withFewStatementsOrFarTooManyThereIsNone() throws IOException {
        sparql.prepare(Fixture.BASE);
        sparql.close();
        sparql = sparql(NEXT_NIGHT, FEW, FEW + 1);
        assertThat(sparql.prepare(Fixture.BASE)).isZero();
        assertThat(lying()).isEmpty();
        assertThat(catchThrowableOfType(Unanswered.class, () -> ask(sparql, "ask {}", "text/csv"))
                        .code())
                .isEqualTo("sparql-too-large");
        sparql.close();
        sparql = sparql(NEXT_NIGHT, MANY, MANY);
        assertThat(sparql.prepare(Fixture.BASE)).isZero();
        assertThat(lying()).isEmpty();
        assertThat(sparql.ask("ask {}", Fixture.BASE, List.of()).asOf()).isNull();
    }

    @Test
    void withoutRoomOnTheDiskTheOneBeforeStays() throws IOException {
        sparql.prepare(Fixture.BASE);
        sparql.close();
        sparql = sparql(NEXT_NIGHT, FEW, MANY);
        room.set(1L << 30);
        assertThat(sparql.prepare(Fixture.BASE)).isZero();
        assertThat(sparql.ask("ask {}", Fixture.BASE, List.of()).asOf()).isEqualTo(NIGHT);
        assertThat(lying()).hasSize(1);
    }

    @Test
    void whileAnotherIsMadeQuestionsGoToTheOneBefore() throws Exception {
        sparql.prepare(Fixture.BASE);
        sparql.close();
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Clock clock = Clock.fixed(NEXT_NIGHT, ZoneOffset.UTC);
        Supplier<List<House>> slow = () -> {
            making.countDown();
            await(asked);
            return houses;
        };
        sparql = new GraphSparql(
                new PublishedGraph(warehouse, slow, clock, (int) FEW),
                new GraphOnDisk(folder.resolve("graph"), warehouse, slow, clock, FEW, MANY, room::get));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<Long> made = both.submit(() -> sparql.prepare(Fixture.BASE));
            await(making);
            Future<Answer> answer = both.submit(() -> sparql.ask("ask {}", Fixture.BASE, List.of()));
            assertThat(answer.get(60, TimeUnit.SECONDS).asOf()).isEqualTo(NIGHT);
            asked.countDown();
            assertThat(made.get(60, TimeUnit.SECONDS)).isPositive();
        } finally {
            asked.countDown();
            both.shutdownNow();
        }
        assertThat(sparql.ask("ask {}", Fixture.BASE, List.of()).asOf()).isEqualTo(NEXT_NIGHT);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void identifiersOfAnotherAddressAreNotThoseOfTheGraph() throws IOException {
        sparql.prepare(Fixture.BASE);
        assertThat(catchThrowableOfType(
                                Unanswered.class, () -> sparql.ask("ask {}", "https://other.example", List.of()))
                        .code())
                .isEqualTo("sparql-too-large");
    }
}
