package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.RDF;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is a person and who a group, as sources say it and a role tells it; of others nothing is said. */
class AgentsTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", false);

    private static final String LINKED = """
            {"@context": "https://schema.org", "@graph": [
              {"@type": "MusicEvent", "@id": "https://t.example/1", "name": "Nuit", "startDate": "2026-05-01T20:00:00+02:00",
               "location": {"@type": "Place", "name": "Salle"},
               "performer": [{"@type": "Person", "name": "Ana Roy"}, {"@type": "MusicGroup", "name": "Les Nuits"},
                 {"@type": ["Person", "MusicGroup"], "name": "Moondog"}, {"name": "Jo"}, "Max"],
               "contributor": [{"@type": "Role", "roleName": "Orchestre", "contributor": {"name": "Phil"}},
                 {"@type": "Role", "roleName": "Mécénat", "contributor": {"@type": "Organization", "name": "La Banque"}}],
               "workPerformed": {"@type": "MusicComposition", "name": "Nocturne", "composer": {"@type": "Person", "name": "Frédéric Chopin"}}}]}
            """;

    private static final String SAID = "select c.name, d.value, d.source from description_now d"
            + " join credited_name c on c.number = d.thing where d.kind = 'name' order by all";

    @TempDir
    Path folder;

    private IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder.resolve("node"));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private static RunReport give(IntakeStand stand, String name, String text) {
        RunReport report = stand.run(IntakeStand.PARIS, stand.receive(name, text));
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    /** Names with the type that the graph gives them. */
    private static List<String> typed(Warehouse warehouse) throws IOException {
        Model graph = Shapes.read(Fixture.jsonLd(warehouse, HOUSE));
        Property name = graph.createProperty("http://schema.org/name");
        return List.of("Person", "PerformingGroup", "Organization").stream()
                .flatMap(
                        type -> graph
                                .listSubjectsWithProperty(RDF.type, graph.createResource("http://schema.org/" + type))
                                .toList()
                                .stream()
                                .flatMap(one -> one.listProperties(name).toList().stream())
                                .map(said -> said.getString() + " " + type))
                .filter(told -> !told.startsWith(HOUSE.name()))
                .distinct()
                .sorted()
                .toList();
    }

    private static final String[] TOLD = {
        "Ana Roy Person",
        "Frédéric Chopin Person",
        "La Banque Organization",
        "Les Nuits PerformingGroup",
        "Phil PerformingGroup"
    };

    @Test
    void schemaOrgSaysWhichAndOnlyThatIsToldAgain() throws IOException {
        give(stand, "site.json", LINKED);
        assertThat(stand.query(SAID))
                .containsExactly(
                        "Ana Roy|person|schema-org-events",
                        "Frédéric Chopin|person|schema-org-events",
                        "La Banque|group|schema-org-events",
                        "Les Nuits|group|schema-org-events");
        assertThat(typed(stand.warehouse)).containsExactly(TOLD);
        String out = Fixture.jsonLd(stand.warehouse, HOUSE);
        assertThat(Shapes.objections(Shapes.read(out))).isEmpty();
        try (IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            give(other, "programme.jsonld", out);
            assertThat(typed(other.warehouse)).containsExactly(TOLD);
            assertThat(other.query("select distinct name from contribution order by name"))
                    .isEqualTo(stand.query("select distinct name from contribution order by name"));
        }
    }

    @Test
    void theSameAgainAddsNothingALaterWordCountsAndAllGoesWithItsImport() throws IOException {
        RunReport first = give(stand, "site.json", LINKED);
        String all = "select count(*) from description where kind = 'name'";
        assertThat(stand.query(all)).containsExactly("4");
        give(stand, "again.json", LINKED.replace("\"Salle\"", "\"Grande salle\""));
        assertThat(stand.query(all)).containsExactly("4");
        RunReport later = give(
                stand, "later.json", LINKED.replace("\"MusicGroup\", \"name\": \"Les", "\"Person\", \"name\": \"Les"));
        assertThat(typed(stand.warehouse)).contains("Les Nuits Person").doesNotContain("Les Nuits PerformingGroup");
        stand.intake.undo(later.run(), "tester");
        assertThat(typed(stand.warehouse)).containsExactly(TOLD);
        stand.intake.undo(first.run(), "tester");
        assertThat(stand.query(all)).containsExactly("0");
        assertThat(typed(stand.warehouse)).isEmpty();
    }

    @Test
    void whoeverIsCreditedTellsItUnderItsOwnIdentifier() {
        give(stand, "site.json", LINKED);
        CreditedPeople people = new CreditedPeople(stand.warehouse);
        assertThat(people.byName("ROY Ana").orElseThrow().kind()).isEqualTo("person");
        assertThat(people.byName("Phil").orElseThrow().kind()).isEqualTo("group");
        assertThat(people.byName("Jo").orElseThrow().kind()).isNull();
        assertThat(people.byName("Moondog").orElseThrow().kind()).isNull();
        stand.run(
                IntakeStand.LONDON,
                stand.receive(
                        "theirs.json",
                        LINKED.replace("\"Person\", \"name\": \"Ana", "\"MusicGroup\", \"name\": \"Ana")));
        assertThat(people.byName("Ana Roy").orElseThrow().kind())
                .as("houses do not agree")
                .isNull();
    }

    @Test
    void aPersonAndAGroupAreNotProposedAsOne() {
        String alike = LINKED.replace("\"MusicGroup\", \"name\": \"Les Nuits\"", "\"Person\", \"name\": \"A. Roy\"");
        give(stand, "site.json", alike);
        assertThat(people()).containsExactly("A. Roy, Ana Roy");
        give(stand, "later.json", LINKED.replace("Les Nuits", "A. Roy"));
        assertThat(people()).isEmpty();
    }

    private List<String> people() {
        return stand.intake.doubles().doubtful(IntakeStand.PARIS).stream()
                .filter(pair -> pair.kind() == DoublePair.Kind.PERSON)
                .map(pair -> java.util.stream.Stream.of(
                                pair.one().name(), pair.other().name())
                        .sorted()
                        .collect(java.util.stream.Collectors.joining(", ")))
                .toList();
    }

    private static final String RDF_FILE = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="https://ontologie.capdataculture.fr/v1/owl/#">
              <Evenement rdf:about="https://o.example/1"><titre>Aida</titre><dateDebut>2026-05-02T20:00:00</dateDebut>
                <interpretation><Interpretation>
                  <participant><Personne><prenom>Leontyne</prenom><nom>Price</nom></Personne></participant></Interpretation></interpretation>
                <interpretation><Interpretation>
                  <participant><Personne><nom>Les Arts Florissants</nom></Personne></participant></Interpretation></interpretation>
                <interpretation><Interpretation>
                  <participant><Collectivite><libelle>Maîtrise de Lyon</libelle></Collectivite></participant></Interpretation></interpretation>
              </Evenement></rdf:RDF>
            """;

    @Test
    void capDataSaysWhichByItsClassesAndIsWrittenByThem() throws IOException {
        give(stand, "opera.rdf", RDF_FILE);
        assertThat(stand.query(SAID))
                .as("every name may stand in a Personne")
                .containsExactly("Leontyne Price|person|capdata-programme", "Maîtrise de Lyon|group|capdata-programme");
        assertThat(typed(stand.warehouse)).containsExactly("Leontyne Price Person", "Maîtrise de Lyon PerformingGroup");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Descriptions(stand.warehouse).writeCapData(List.of(HOUSE), Fixture.BASE, out);
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s*\\n\\s*", ""))
                .contains("<Collectivite><libelle>Maîtrise de Lyon</libelle>", "<Personne><nom>Leontyne Price</nom>");
    }
}
