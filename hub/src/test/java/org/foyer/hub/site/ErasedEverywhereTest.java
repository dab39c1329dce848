package org.foyer.hub.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.foyer.hub.exchange.ProductTerms;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.ContactGate;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.PersonRights.Asked;
import org.foyer.hub.intake.PersonRights.Buyer;
import org.foyer.hub.intake.PersonRights.Proof;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.PeopleDesk;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.ParquetExport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole node that did with a person whatever a node does with people: imported, linked, corrected, contacted, surveyed
 * and published around them. They are erased at the rights desk, and looked for in every byte that is left.
 */
class ErasedEverywhereTest {

    private static final Actor STEWARD = Actor.commandLine();
    private static final String BASE = "https://node.example";
    private static final String HEAD =
            "billet;opération;date de vente;montant;spectacle;date;n° client;nom;prénom;e-mail;téléphone;adresse;code postal;"
                    + "remarque\n";

    /** The name, the two halves of the address, what the name was corrected to, the street; in any case. */
    private static final List<String> PLANTED =
            List.of("Zquvaxton", "ilse.zq", "wexbrimley", "Qebbinorska", "Vrulphgasse");

    @TempDir
    Path folder;

    private Node node;
    private House house;

    @BeforeEach
    void aNodeThatSells() {
        open();
        house = node.houses().add(StudyNode.house("grand-theatre"));
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 1; i <= 40; i++) {
            rows.append(line("O" + i, i + ";Martin" + i + ";Anne;anne" + i + "@boite.example;;;13001;"));
        }
        rows.append(line("O41", "41;Petit;Luc;luc@boite.example;;;13001;cadeau de Ilse Zquvaxton"));
        rows.append(line("T1", planted("4711", "Zquvaxton")));
        rows.append(line("T2", planted("4712", "ZQUVAXTON")));
        rows.append(line("T3", planted("4711", "Zquvaxton")).replace("/2026 10:00", "/2026 47:00"));
        RunReport report = run("ventes.csv", rows.toString());
        assertThat(report.taken()).isEqualTo(43);
        assertThat(report.quarantined()).isEqualTo(1);
        run("refused.pdf", "%PDF-1.4 Zquvaxton");
    }

    @AfterEach
    void close() {
        node.close();
    }

    private void open() {
        node = Node.open(NodeSettings.of(folder.resolve("data"), name -> null));
    }

    private static String planted(String number, String name) {
        return number + ";" + name + ";Ilse;Ilse.ZQ@Wexbrimley.example;06 12 93 84 75;7 Vrulphgasse;75011;";
    }

    private static String line(String ticket, String buyer) {
        return ticket + ";vente;01/10/2026 10:00;20,00;Bajazet;12/11/2026 20:00;" + buyer + "\n";
    }

    private RunReport run(String name, String text) {
        ArchivedFile file = node.intake()
                .receive(house.id(), name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return node.intake()
                .run(new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "lea", null), Progress.NONE);
    }

    private PeopleDesk desk() {
        return new PeopleDesk(node.intake().rights(), node.consents(), node.purposes(), node.audit(), STEWARD, house);
    }

    private List<Long> persons() {
        return desk().find(new Asked(null, "ilse.zq@wexbrimley.example", null, null, null)).buyers().stream()
                .map(Buyer::person)
                .toList();
    }

    private void linked() {
        assertThat(node.samePerson().link(house).people())
                .as("two records of one person")
                .isEqualTo(42);
    }

    private void contacted(List<Long> persons) {
        assertThat(desk().correct(persons.get(0), Map.of("lastName", "Qebbinorska")))
                .isEmpty();
        Consents.Wish wish = new Consents.Wish(
                Said.GIVEN, List.of("programme"), List.of("email"), "paper", "J’accepte la lettre.", "fr", null);
        for (long person : persons) {
            assertThat(node.consents().say(house, person, wish, STEWARD, () -> true))
                    .isEmpty();
        }
        ContactGate.Answer answer = node.segments()
                .contacts(STEWARD, house, SegmentDefinition.EVERYBODY, new ContactGate.Wish("", "programme", "email"));
        assertThat(answer.list().rows().toString()).containsIgnoringCase("ilse.zq@wexbrimley.example");
    }

    private void surveyed() {
        Survey survey = node.surveys()
                .make(house, new Surveys.Wish("soir", "Votre soirée", null, List.of(), null, null), STEWARD)
                .survey();
        assertThat(node.surveys()
                        .answer(
                                house,
                                survey,
                                Map.of("visit", List.of("first"), "name", List.of("Zquvaxton")),
                                Surveys.Way.PHONE,
                                "fr"))
                .isEqualTo(Surveys.Taken.KEPT);
    }

    /** Everything that is written beside the stores: index, dumps, graph, data product, Parquet. */
    private void published(String parquet) throws IOException {
        assertThat(node.search().settle(Duration.ofSeconds(60))).isTrue();
        node.catalogue().dumps().write(BASE, 7);
        assertThat(node.catalogue().dumps().of(house)).hasSize(1);
        node.catalogue().sparql().prepare(BASE);
        node.products()
                .publish(
                        house,
                        node.products().kind("daily-sales").orElseThrow(),
                        new ProductTerms("study", "weekly", 90, true, false),
                        STEWARD);
        new ParquetExport(node.warehouse(), node.keys(), node.settings().clock())
                .write(
                        List.of(house.id()),
                        folder.resolve(parquet),
                        (told, file) -> java.nio.file.Files.writeString(file, told.toString()));
    }

    private List<String> fileNames() {
        return node.intake().runs(house.id(), 0, 50).items().stream()
                .flatMap(run -> run.files().stream())
                .map(ArchivedFile::name)
                .toList();
    }

    private List<String> openedPlaces() throws IOException {
        return EveryByte.opened(node, house, PLANTED);
    }

    private List<String> places() throws IOException {
        return EveryByte.onDisk(folder, PLANTED);
    }

    @Test
    void noFileIsNamedAfterThemAfterwards() throws IOException {
        RunReport kept =
                run("Reclamation Ilse Zquvaxton.csv", HEAD + line("F1", "50;Blanc;Eva;eva@boite.example;;;13001;"));
        run("ILSE_ZQUVAXTON.pdf", "%PDF-1.4");
        RunReport undone = run("Zquvaxton, Ilse (2).csv", HEAD + line("F2", planted("4711", "Zquvaxton")));
        node.intake().undo(requireNonNull(undone.run()), "lea");
        assertThat(openedPlaces()).contains("register intake_run", "warehouse main.run_mark");
        assertThat(places()).as("names of files are not sealed").isNotEmpty();

        Proof proof = desk().forget(persons());
        assertThat(proof.filesRenamed()).isEqualTo(3);
        assertThat(openedPlaces()).as("while the node runs").isEmpty();
        assertThat(places()).as("while the node runs").isEmpty();
        assertThat(fileNames())
                .contains("Reclamation anonym.csv", "anonym.pdf", "anonym (2).csv", "ventes.csv", "refused.pdf");
        node.close();
        assertThat(places()).as("closed").isEmpty();
        open();
        node.intake().rebuild(Progress.NONE);
        assertThat(openedPlaces()).as("after a rebuild").isEmpty();
        assertThat(places()).as("after a rebuild").isEmpty();
        assertThat(node.intake().undo(requireNonNull(kept.run()), "lea").state())
                .isEqualTo(RunState.UNDONE);
        assertThat(openedPlaces()).as("after it was taken back").isEmpty();
        assertThat(fileNames()).contains("Reclamation anonym.csv");
    }

    @Test
    void noByteOfTheNodeNamesThemAfterwards() throws IOException {
        List<Long> persons = persons();
        assertThat(persons).hasSize(2);
        linked();
        contacted(persons);
        surveyed();
        published("parquet");
        assertThat(openedPlaces())
                .as("what the keys open, before")
                .contains("archived file", "warehouse personal.buyer", "warehouse personal.quarantine_row");
        assertThat(EveryByte.opened(node, house, List.of("Qebbinorska")))
                .as("put right")
                .isNotEmpty();
        assertThat(EveryByte.onDisk(folder, List.of("Bajazet")))
                .as("the search is not blind: a title is found wherever titles are")
                .anyMatch(place -> place.startsWith("data/dumps/") && place.endsWith("(unpacked)"))
                .anyMatch(place -> place.startsWith("data/index/"))
                .anyMatch(place -> place.startsWith("data/products/"))
                .anyMatch(place -> place.startsWith("parquet/") && place.endsWith("(its rows)"));
        assertThat(places()).as("without the keys nothing names anybody, ever").isEmpty();

        Proof proof = desk().forget(persons);
        assertThat(proof.people()).isEqualTo(2);
        published("parquet-afterwards");
        assertThat(openedPlaces()).as("while the node runs").isEmpty();
        node.close();
        assertThat(places()).as("closed").isEmpty();
        open();
        assertThat(openedPlaces()).as("what the keys open after a start").isEmpty();
        assertThat(persons()).isEmpty();
        node.intake().rebuild(Progress.NONE);
        assertThat(node.samePerson().link(house).people()).isEqualTo(41);
        assertThat(openedPlaces()).as("after a rebuild").isEmpty();
        assertThat(places()).as("after a rebuild").isEmpty();
    }
}
