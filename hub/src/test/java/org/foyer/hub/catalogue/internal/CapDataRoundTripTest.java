package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A programme goes out in the words of Cap Data, comes in again in another house, and says the same as far as both can say it. */
class CapDataRoundTripTest {

    /** Markup is not kept by any import, and hours of local mean time become those of the world clock. */
    private static final String COMPARED = " p.title not like '%<%' and f.day > date '1900-01-01'";

    private static final List<String> SAID = List.of(
            "select f.day, f.starts_local, p.title, p.genre, p.producer, p.description, f.event_type, f.state = 'cancelled'"
                    + " from performance f join production p on p.house = f.house and p.id = f.production where f.house = 1 and",
            "select distinct f.day, v.name, v.street, v.postcode, v.city from performance f join production p on p.house = f.house"
                    + " and p.id = f.production left join venue v on v.house = f.house and v.id = f.venue where f.house = 1 and",
            "select distinct f.day, w.title from performance f join production p on p.house = f.house and p.id = f.production"
                    + " join programme_item i on i.house = f.house and i.performance = f.id join work w on w.house = f.house and w.id = i.work"
                    + " where f.house = 1 and",
            "select distinct f.day, c.name, c.role from performance f join production p on p.house = f.house and p.id = f.production"
                    + " join contribution c on c.house = f.house and c.performance = f.id where f.house = 1 and",
            "select distinct o.kind, case o.kind when 'venue' then v.name when 'work' then w.title when 'production' then p.title end,"
                    + " o.property, o.value from found_outside_now o left join venue v on v.house = o.house and v.id = o.thing"
                    + " left join work w on w.house = o.house and w.id = o.thing, performance f join production p on p.house = f.house"
                    + " and p.id = f.production where o.house = 1 and f.house = 1 and o.kind <> 'house' and o.property <> 'position' and (o.kind <> 'production' or o.thing = p.id)"
                    + " and (o.kind <> 'venue' or o.thing = f.venue) and",
            "select count(distinct f.production) from performance f join production p on p.house = f.house and p.id = f.production"
                    + " where f.house = 1 and");

    @TempDir
    Path folder;

    private static String export(Warehouse warehouse, House house) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Descriptions(warehouse).writeCapData(List.of(house), Fixture.BASE, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> said(Warehouse warehouse) {
        List<String> all = new ArrayList<>();
        for (String question : SAID) {
            warehouse.read(connection -> {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery(question + COMPARED + " order by all")) {
                    while (row.next()) {
                        all.add(IntakeStand.joined(row));
                    }
                    return true;
                }
            });
        }
        return all;
    }

    private static Graph graph(String rdf) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(rdf, Lang.RDFXML).parse(graph);
        return graph;
    }

    @Test
    void whatGoesOutComesInAgain() throws IOException {
        try (Warehouse warehouse = Warehouse.open(folder.resolve("w.duckdb"), "1GB");
                IntakeStand stand = new IntakeStand(folder.resolve("other"))) {
            Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
            Fixture.fill(warehouse, Fixture.OUTSIDE);
            String rdf = export(warehouse, Fixture.house("Europe/Paris", false));
            RunReport report = stand.run(
                    IntakeStand.PARIS,
                    stand.intake.receive(
                            IntakeStand.PARIS,
                            "capdata-export.rdf",
                            new ByteArrayInputStream(rdf.getBytes(StandardCharsets.UTF_8))));
            assertThat(report.recipe()).as("%s", report.problems()).isNotNull();
            assertThat(report.recipe().name()).isEqualTo("capdata-programme");
            List<String> out = said(warehouse);
            assertThat(out).hasSizeGreaterThan(15);
            assertThat(said(stand.warehouse)).isEqualTo(out);
        }
    }

    @Test
    void itIsSoundRdfOfOneProgrammeAndOfNoOther() throws IOException {
        try (Warehouse warehouse = Warehouse.open(folder.resolve("w.duckdb"), "1GB")) {
            Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
            String rdf = export(warehouse, Fixture.house("Europe/Paris", true));
            assertThat(rdf).doesNotContain("Another house").contains("simulé").doesNotContain("Never played");
            Graph graph = graph(rdf);
            for (String[] count : new String[][] {
                {"Evenement", "8"}, {"ProductionPrimaire", "3"}, {"Lieu", "3"}, {"Oeuvre", "3"}, {"Collectivite", "3"}
            }) {
                long found = graph.stream()
                        .filter(triple -> triple.getPredicate().equals(RDF.type.asNode())
                                && triple.getObject().getURI().endsWith("#" + count[0]))
                        .count();
                assertThat(Long.toString(found)).as(count[0]).isEqualTo(count[1]);
            }
            assertThat(export(warehouse, Fixture.house("Europe/Paris", true))).isEqualTo(rdf);
        }
    }
}
