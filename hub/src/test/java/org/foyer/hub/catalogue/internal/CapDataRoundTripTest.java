package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.EmptyStores;
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
            "select f.day, d.property, d.value from description_now d join performance f on f.house = d.house and f.id = d.thing"
                    + " join production p on p.house = f.house and p.id = f.production where d.house = 1 and d.kind = 'performance'"
                    + " and d.property in ('audience', 'history') and",
            "select distinct f.day, w.title from performance f join production p on p.house = f.house and p.id = f.production"
                    + " join programme_item i on i.house = f.house and i.performance = f.id join work w on w.house = f.house and w.id = i.work"
                    + " where f.house = 1 and",
            "select distinct f.day, c.name, c.role, case when c.role = 'chant' then c.instrument end from performance f join production p on p.house = f.house and p.id = f.production"
                    + " join contribution c on c.house = f.house and c.performance = f.id where f.house = 1 and",
            "select distinct o.kind, case o.kind when 'venue' then v.name when 'work' then w.title when 'production' then p.title end,"
                    + " o.property, o.value from found_outside_now o left join venue v on v.house = o.house and v.id = o.thing"
                    + " left join work w on w.house = o.house and w.id = o.thing, performance f join production p on p.house = f.house"
                    + " and p.id = f.production where o.house = 1 and f.house = 1 and o.kind <> 'house' and o.property <> 'position' and (o.kind <> 'production' or o.thing = p.id)"
                    + " and (o.kind <> 'venue' or o.thing = f.venue) and",
            "select distinct w.title, d.property, d.value from description_now d join work w on w.house = d.house and w.id = d.thing"
                    + " join programme_item i on i.house = d.house and i.work = d.thing join performance f on f.house = d.house and f.id = i.performance"
                    + " join production p on p.house = f.house and p.id = f.production where d.house = 1 and d.kind = 'work' and",
            "select distinct n.name, d.property, d.value from description_now d join (select house, performance, name from contribution"
                    + " union select f.house, f.id, p.producer from performance f join production p on p.house = f.house and p.id = f.production) n"
                    + " on n.house = d.house and name_number(n.name) = d.thing join performance f on f.house = d.house and f.id = n.performance"
                    + " join production p on p.house = f.house and p.id = f.production where d.house = 1 and d.kind = 'name' and d.property = 'legal_form' and",
            "select count(distinct f.production) from performance f join production p on p.house = f.house and p.id = f.production"
                    + " where f.house = 1 and");

    /** Whom dates are meant for, that a run returns, a partner, a programmer, a co-producer and a word that nobody knows. */
    private static final String FURTHER = """
            insert into description select 1, 'performance', id, property, '', value, 'a-source', 1, null from (values
              (1000001, 'audience', 'Scolaires, Gens du quartier'), (1000002, 'audience', 'Tout public'),
              (1000004, 'history', 'Reprise'), (1000007, 'history', 'Création')) t(id, property, value);
            insert into contribution (house, performance, position, name, role, instrument, run) values
              (1, 1000004, null, 'La Banque', 'Avec le soutien de', null, 1),
              (1, 1000004, null, 'Ana Roy', 'Programmation', null, 1),
              (1, 1000004, null, 'Théâtre du Nord', 'Coproduction', null, 1),
              (1, 1000004, null, 'Max', 'Souffleur de verre', null, 1),
              (1, 1000004, null, 'Jeanne Martin', 'chant', 'Carmen', 1);
            insert into description select 1, kind, thing, property, '', value, 'a-source', 1, null from (values
              ('work', (select max(work) from programme_item where house = 1), 'work_type', 'Pièce'),
              ('work', (select max(work) from programme_item where house = 1), 'work_genre', 'Vaudeville noir'),
              ('work', (select max(work) from programme_item where house = 1), 'work_category', 'Dramatique'),
              ('name', name_number('La Banque'), 'legal_form', 'SA'),
              ('name', (select name_number(min(producer)) from production where house = 1 and producer is not null), 'legal_form', 'Association loi 1901'))
              t(kind, thing, property, value);
            """;

    private static final List<String> CLASSES = List.of(
            "AdressePostale",
            "Auteur",
            "CategorieOeuvre",
            "Collaboration",
            "Collectivite",
            "Evenement",
            "Fonction",
            "GenreOeuvre",
            "HistoriqueProduction",
            "Interpretation",
            "Lieu",
            "MaitriseOeuvre",
            "MentionProduction",
            "Oeuvre",
            "Partenariat",
            "Participation",
            "Pays",
            "Personne",
            "Production",
            "ProductionPrimaire",
            "Programmation",
            "Role",
            "Saison",
            "StatutJuridique",
            "TypeEvenement",
            "TypeOeuvre",
            "TypeProduction",
            "TypePublic");

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
        try (Warehouse warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
                IntakeStand stand = new IntakeStand(folder.resolve("other"))) {
            Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
            Fixture.fill(warehouse, Fixture.OUTSIDE);
            Fixture.fill(warehouse, FURTHER);
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

    /** All classes that the connector for websites knows. */
    @Test
    void everyClassIsWritten() throws IOException {
        try (Warehouse warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB")) {
            Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
            Fixture.fill(warehouse, FURTHER);
            Fixture.fill(
                    warehouse,
                    "insert into contribution (house, performance, position, name, role, instrument, run) values"
                            + " (1, 1000004, null, 'Zoé', 'Régie générale', null, 1)");
            House house = Fixture.house("Europe/Paris", false);
            Graph graph = graph(export(warehouse, inFrance(house)));
            Set<String> written = new TreeSet<>();
            graph.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                    .map(triple -> triple.getObject().getURI())
                    .forEach(type -> written.add(type.substring(type.indexOf('#') + 1)));
            assertThat(CLASSES).hasSize(28);
            assertThat(written).containsExactlyElementsOf(CLASSES);
            assertThat(graph(export(warehouse, house)).stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                            .map(triple -> triple.getObject().getURI())
                            .filter(type -> type.endsWith("#Pays")))
                    .as("nobody knows where a house without an address is")
                    .isEmpty();
        }
    }

    private static House inFrance(House house) {
        return new House(
                house.id(),
                house.slug(),
                house.name(),
                house.discipline(),
                house.seats(),
                new PostalAddress(null, null, "Lyon", null, "FR"),
                house.website(),
                house.zone(),
                house.currency(),
                house.simulated());
    }

    @Test
    void itIsSoundRdfOfOneProgrammeAndOfNoOther() throws IOException {
        try (Warehouse warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB")) {
            Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
            String rdf = export(warehouse, Fixture.house("Europe/Paris", true));
            assertThat(rdf).doesNotContain("Another house").contains("simulé").doesNotContain("Never played");
            Graph graph = graph(rdf);
            for (String[] count : new String[][] {
                {"Evenement", "8"}, {"ProductionPrimaire", "3"}, {"Lieu", "3"}, {"Oeuvre", "3"}, {"Collectivite", "5"}
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
