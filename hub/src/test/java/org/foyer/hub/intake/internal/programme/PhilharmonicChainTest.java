package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ResourceFactory;
import org.foyer.hub.catalogue.internal.Shapes;
import org.foyer.hub.catalogue.internal.WarehouseProgramme;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.internal.loading.FileCounts;
import org.foyer.hub.intake.internal.loading.FileLoad;
import org.foyer.hub.intake.internal.loading.FileTable;
import org.foyer.hub.intake.internal.loading.Form;
import org.foyer.hub.intake.internal.loading.Loading;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.reading.ReadLimits;
import org.foyer.hub.intake.internal.reading.Recogniser;
import org.foyer.hub.intake.internal.reading.Recognition;
import org.foyer.hub.intake.internal.reading.TableReader;
import org.foyer.hub.intake.internal.reading.WorkingTable;
import org.foyer.hub.intake.internal.recipe.BuiltInRecipes;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.Fit;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the shipped files through reading, recipe, checks and load to linked data. */
class PhilharmonicChainTest {

    private static final List<Source> SOURCES = List.of(new NewYorkPhilharmonic());
    private static final House HOUSE = new House(
            new HouseId(3),
            "new-york-philharmonic",
            "New York Philharmonic",
            Discipline.MUSIC,
            2_200,
            PostalAddress.UNKNOWN,
            null,
            ZoneId.of("America/New_York"),
            Currency.getInstance("USD"),
            false);

    @TempDir
    Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void everyConcertIsAnEventAndThePresentShapesObjectToNothing() throws IOException {
        FileCounts counts = load(1, "2024-25_TO_NOW");
        assertThat(counts.quarantined()).isZero();
        assertThat(load(2, "2024-25_TO_NOW").taken()).isZero();
        Model model = Shapes.read(jsonLd());
        long events = model.listSubjectsWithProperty(ResourceFactory.createProperty("http://schema.org/superEvent"))
                .toList()
                .size();
        assertThat(events).isEqualTo(concerts("2024-25_TO_NOW"));
        assertThat(Shapes.objections(model)).isEmpty();
        // two evenings the orchestra only presented: nobody is credited, and the older shape wants a performer of a
        // series
        assertThat(Shapes.violations(model))
                .hasSize(2)
                .allMatch(violation -> violation.contains("/id/run/") && violation.contains("EventShape"));
    }

    @Test
    void theFourFilesGiveEveryConcertOfTheArchive() throws IOException {
        int run = 0;
        for (String file : NewYorkPhilharmonicTest.FILES) {
            assertThat(load(++run, file).quarantined()).isZero();
        }
        WarehouseProgramme programme = new WarehouseProgramme(warehouse);
        assertThat(programme.count(HOUSE.id(), LocalDate.of(1842, 1, 1), LocalDate.of(2030, 1, 1)))
                .isEqualTo(5_324);
        assertThat(programme.span(HOUSE.id()).orElseThrow().from()).isEqualTo(LocalDate.of(1842, 12, 7));
        assertThat(number("select count(*) from production")).isEqualTo(3_164);
        assertThat(number("select count(distinct source_ref) from production")).isEqualTo(3_164);
        assertThat(number("select count(*) from performance where starts_local is null"))
                .isEqualTo(252);
        assertThat(jsonLd().lines()
                        .filter(line -> line.contains("\"superEvent\""))
                        .count())
                .isEqualTo(5_324);
    }

    private FileCounts load(int run, String name) throws IOException {
        Path file = folder.resolve(name + ".json");
        try (InputStream in = NewYorkPhilharmonicTest.data(name)) {
            Files.write(file, in.readAllBytes());
        }
        Recognition recognition = new Recogniser(SOURCES, ReadLimits.DEFAULT).recognise(file, name + ".json");
        assertThat(recognition.format()).isEqualTo("nyphil-programmes");
        Fit fit = Fit.of(BuiltInRecipes.read().byName("nyphil-programmes").orElseThrow(), recognition.header());
        assertThat(fit.ready()).isTrue();
        Loading loading = new Loading(
                HOUSE.id(), HOUSE.zone().getId(), "USD", 2, "salt", run, Instant.parse("2026-01-01T00:00:00Z"));
        try (WorkingTable table = new TableReader(SOURCES, ReadLimits.DEFAULT)
                .read(file, name + ".json", recognition, null, folder, Progress.NONE)) {
            FileTable strict = new FileTable(
                    0,
                    table.file(),
                    table.refusedFile(),
                    table.records(),
                    table.refused(),
                    table.padded(),
                    fit,
                    Map.of(Field.DAY, new Form('.', List.of("%Y-%m-%d"))),
                    Map.of(),
                    ';');
            return warehouse.write(connection -> {
                new Sql(connection).run("create or replace temp table touched_performance (performance bigint)");
                return new FileLoad(connection, loading, new ProgrammeLoad(), Progress.NONE)
                        .load(strict, name + ".json");
            });
        }
    }

    private static long concerts(String name) throws IOException {
        try (InputStream in = NewYorkPhilharmonicTest.data(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.split("\"eventType\"", -1).length - 1L;
        }
    }

    private String jsonLd() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new WarehouseProgramme(warehouse)
                    .writeJsonLd(
                            HOUSE, LocalDate.of(1842, 1, 1), LocalDate.of(2030, 1, 1), "https://node.example", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private long number(String sql) {
        return warehouse.read(connection -> new Sql(connection).number(sql));
    }
}
