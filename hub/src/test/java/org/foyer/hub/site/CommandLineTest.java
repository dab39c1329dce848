package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.store.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as a person or a script runs them: exit code, data on the standard output, the rest on the standard error. */
class CommandLineTest extends CommandLineStand {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "demo",
                "import",
                "undo",
                "runs",
                "figures",
                "compare",
                "overlap",
                "grant",
                "tour",
                "ask",
                "observatory",
                "protection",
                "export programme",
                "house add",
                "house list",
                "house destroy-key",
                "account add",
                "account link",
                "account role",
                "model",
                "forecast",
                "link",
                "matches",
                "people consent",
                "people consents",
                "sheets",
                "doubles",
                "network",
                "network agreement",
                "quality",
                "vocabularies",
                "search",
                "reconcile",
                "segment",
                "survey",
                "survey make",
                "survey peers",
                "survey import",
                "simulate",
                "rebuild"
            })
    void everyCommandExplainsItself(String command) {
        String[] words = (command + " --help").split(" ");
        assertThat(exactly(words)).isZero();
        assertThat(out).contains("Usage: foyer " + command);
    }

    @Test
    void aShowWrittenAsADocumentIsImportedAndItsQualityTold() throws IOException {
        addHouse();
        Path show = Files.writeString(folder.resolve("seagull.json"), """
                {"foyer-show": "1", "production": "seagull", "show": {"title": "La Mouette", "genre": "théâtre", "duration": "95"},
                 "performances": [{"own": "seagull-1", "title": "La Mouette", "day": "2044-03-05", "time": "20:00"}]}
                """);
        assertThat(run("import", show.toString(), "--house", "theatre-du-port"))
                .as(err)
                .isZero();
        assertThat(run("quality", "--house", "theatre-du-port")).as(err).isZero();
        assertThat(out).contains("duration,6,1,1,0", "picture,15,1,0,15");
        assertThat(run("sheets", "--house", "theatre-du-port")).as(err).isZero();
        assertThat(out.strip()).isEqualTo("sheet,production,title,version,draft,saved_by,saved_at");
        assertThat(run("sheets", "--house", "theatre-du-port", "--contradictions", "--format", "json"))
                .as(err)
                .isZero();
        assertThat(out.strip()).isEqualTo("[ ]");
        assertThat(run("sheets", "--house", "theatre-du-port", "--publish", "4"))
                .isEqualTo(3);
        assertThat(err).contains("no such sheet");
        assertThat(run("doubles", "--house", "theatre-du-port")).as(err).isZero();
        assertThat(out.strip()).isEqualTo("kind,keep,name,other,other_name,reasons");
        assertThat(run("doubles", "--house", "theatre-du-port", "--announcements"))
                .as(err)
                .isZero();
        assertThat(out.strip()).isEqualTo("performance,production,title,day,starts");
        assertThat(run("doubles", "--house", "theatre-du-port", "--decided", "--format", "json"))
                .as(err)
                .isZero();
        assertThat(out.strip()).isEqualTo("[ ]");
        assertThat(run("doubles", "--house", "theatre-du-port", "--kind", "PRODUCTION", "--keep", "7", "--same", "8"))
                .isEqualTo(3);
        assertThat(err).contains("no longer there");
    }

    @Test
    void theQualityOfAllHousesAndWhatASourceLacksAreTold() throws IOException {
        addHouse();
        assertThat(run("house", "add", "Le Quai", "--discipline", "theatre", "--seats", "90"))
                .isZero();
        Path table = Files.writeString(folder.resolve("table.csv"), """
                reference;titre;date;heure;ville;lieu
                q7;=Hamlet;05/03/2044;20:00;Brest;Le Quai
                """);
        Path page = Files.writeString(folder.resolve("page.json"), """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://port.example/1", "name": "La Mouette",
                 "startDate": "2044-03-06T20:00:00+01:00", "image": "https://port.example/1.jpg",
                 "location": {"@type": "Place", "name": "Port", "address": {"addressLocality": "Brest"}}}
                """);
        assertThat(run("import", table.toString(), "--house", "le-quai"))
                .as(err)
                .isZero();
        assertThat(run("import", page.toString(), "--house", "theatre-du-port"))
                .as(err)
                .isZero();
        assertThat(run("quality", "--all")).as(err).isZero();
        assertThat(out.lines())
                .containsExactly(
                        "house,name,simulated,performances,score,first,gain",
                        "le-quai,Le Quai,false,1,20.0,description,40.0",
                        "theatre-du-port,Théâtre du Port,false,1,35.0,description,32.5");
        assertThat(run("quality", "--source", "programme-columns")).as(err).isZero();
        assertThat(out.lines())
                .containsExactly(
                        "source,house,simulated,reference,title,day,starts,missing,points,lacking,gain",
                        "programme-columns,le-quai,false,q7,'=Hamlet,2044-03-05,2044-03-05T20:00,description picture people genre"
                                + " price_from duration age_from languages url accessibility,20,80,80.0");
        assertThat(run("quality", "--source", "schema-org-events", "--house", "le-quai", "--format", "json"))
                .as(err)
                .isZero();
        assertThat(new ObjectMapper().readTree(out).at("/performances").asInt()).isZero();
        assertThat(run("quality")).isEqualTo(2);
        assertThat(run("quality", "--all", "--house", "le-quai")).isEqualTo(2);
    }

    @Test
    void whatIsNotUnderstoodEndsWithTwo() {
        assertThat(exactly()).isEqualTo(2);
        assertThat(exactly("figgures")).isEqualTo(2);
        assertThat(exactly("figures")).isEqualTo(2);
        assertThat(err).contains("--house");
        assertThat(exactly("simulate", "--houses", "0", "--out", folder.toString()))
                .isEqualTo(2);
    }

    @Test
    void anUnknownHouseIsAnsweredWithTheHousesThereAre() {
        addHouse();
        assertThat(run("figures", "--house", "port")).isEqualTo(3);
        assertThat(err).contains("theatre-du-port", "foyer house add");
        assertThat(out).isEmpty();
    }

    @Test
    void whatIsHeldOfBuyersIsTold() throws IOException {
        addHouse();
        assertThat(run("protection", "--house", "theatre-du-port")).isZero();
        assertThat(out)
                .contains("Foyer holds the contacts of 0 buyers of this house")
                .contains("15. Signed agreement", "not done by Foyer today");
        assertThat(run("protection", "--house", "theatre-du-port", "--format", "json"))
                .isZero();
        JsonNode told = new ObjectMapper().readTree(out);
        assertThat(told.at("/facts/points").size()).isEqualTo(15);
        assertThat(told.at("/facts/terms/contactsMonths").asInt()).isEqualTo(36);
        assertThat(told.at("/told/title").asText()).isEqualTo("Data protection");
    }

    @Test
    void whatAPersonSaidOfBeingContactedIsKept() throws IOException {
        addHouse();
        Path file = Files.writeString(folder.resolve("buyers.csv"), """
                billet;opération;date de vente;montant;spectacle;date;n° client;nom;prénom
                B1;vente;01/10/2024 10:00;25,00;Le Cid;02/11/2024 20:00;77;Martin;Anne
                """);
        assertThat(run("import", "--house", "theatre-du-port", file.toString()))
                .as(err)
                .isZero();
        assertThat(run("people", "find", "--house", "theatre-du-port", "--number", "77"))
                .isZero();
        String person = new ObjectMapper().readTree(out).at("/buyers/0/person").asText();
        Path pdf = folder.resolve("person.pdf");
        assertThat(run("people", "show", "--house", "theatre-du-port", person, "--pdf", pdf.toString()))
                .as(err)
                .isZero();
        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        List<String> consent = List.of("people", "consent", "--house", "theatre-du-port", person);
        assertThat(run(with(
                        consent,
                        "--said",
                        "given",
                        "--purpose",
                        "programme",
                        "--channel",
                        "email,sms",
                        "--way",
                        "form")))
                .isEqualTo(3);
        assertThat(err).contains("A consent needs the wording");
        assertThat(run(with(
                        consent,
                        "--said",
                        "objected",
                        "--purpose",
                        "programme,partners",
                        "--channel",
                        "email,sms",
                        "--way",
                        "form")))
                .as(err)
                .isZero();
        assertThat(new ObjectMapper().readTree(out).at("/stands/0/standing").asText())
                .isEqualTo("objected");
        assertThat(run(with(consent, "--receipt", "--language", "en"))).isZero();
        assertThat(out).contains("dpv:ConsentReceipt", "Invitations and offers of partners");
    }

    @Test
    void whatAListOfPeopleSaidIsWrittenDownByACommand() throws IOException {
        addHouse();
        Path sales = Files.writeString(
                folder.resolve("ventes.csv"),
                "billet;opération;date de vente;montant;spectacle;date;n° client;e-mail\n"
                        + "L1;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;77;ada@example.org\n"
                        + "L2;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;78;bo@example.org\n");
        assertThat(run("import", "--house", "theatre-du-port", sales.toString()))
                .as(out + err)
                .isZero();
        Path list =
                Files.writeString(folder.resolve("lettre.csv"), "nom;e-mail\nAda;ADA@example.org\nX;x@example.org\n");
        List<String> command = List.of(
                "people", "consents", "--house", "theatre-du-port", "--purpose", "programme", "--channel", "email");
        assertThat(run(with(command, list.toString(), "--said", "given", "--way", "file")))
                .isEqualTo(3);
        assertThat(err).contains("A consent needs the wording");
        assertThat(run(with(command, list.toString(), "--said", "given", "--way", "file", "--wording", "Oui.")))
                .as(err)
                .isZero();
        JsonNode done = new ObjectMapper().readTree(out);
        assertThat(done.at("/people/written").asInt()).isEqualTo(1);
        assertThat(done.at("/unknown").asInt()).isEqualTo(1);
        assertThat(done.at("/unknownLines/0").asInt()).isEqualTo(3);
        assertThat(run(with(command, folder.resolve("none.csv").toString(), "--said", "objected")))
                .isEqualTo(3);
        assertThat(err).contains("none.csv");
    }

    @Test
    void segmentsAreToldKeptAndTakenAway() throws IOException {
        addHouse();
        List<String> segment = List.of("segment", "--house", "theatre-du-port");
        assertThat(run(with(segment, "rf=new&within=18"))).as(err).isZero();
        assertThat(new ObjectMapper().readTree(out).at("/query").asText()).isEqualTo("rf=new&within=18");
        assertThat(run(with(segment, "rf=nouveau"))).isEqualTo(3);
        assertThat(err).contains("once-before");
        assertThat(run(with(segment, "area=75", "--keep", "Parisiens"))).as(err).isZero();
        assertThat(new ObjectMapper().readTree(out).at("/slug").asText()).isEqualTo("parisiens");
        assertThat(run(segment.toArray(String[]::new))).isZero();
        assertThat(out).contains("rf-lapsed", "Parisiens");
        assertThat(run(with(segment, "--rfm", "--fixed"))).isZero();
        assertThat(run(with(segment, "--delete", "parisiens"))).isZero();
        Path list = folder.resolve("list.csv");
        assertThat(run(with(segment, "", "--contacts", list.toString(), "--purpose", "spam")))
                .isEqualTo(3);
        assertThat(list).doesNotExist();
        assertThat(run(with(
                        segment, "", "--contacts", list.toString(), "--purpose", "programme", "--channel", "email")))
                .as(err)
                .isZero();
        assertThat(list).content().startsWith("\ufeffEMAIL,FIRSTNAME,LASTNAME");
    }

    private static String[] with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void aHouseIsAddedOnce() {
        addHouse();
        assertThat(run("house", "add", "Théâtre du Port", "--discipline", "theatre", "--seats", "420"))
                .isEqualTo(3);
        assertThat(run("house", "list", "--format", "json")).isZero();
        assertThat(out).contains("theatre-du-port");
    }

    @Test
    void anImaginedHouseIsAddedAsSuch() {
        assertThat(run("house", "add", "Rêve", "--discipline", "dance", "--seats", "90", "--simulated"))
                .isZero();
        assertThat(run("house", "list")).isZero();
        assertThat(out).contains("reve,Rêve,dance,90,,true");
    }

    @Test
    void aHeldFolderIsSaidWithTheAddressOfTheNodeThatHoldsIt() throws IOException {
        Path data = folder.resolve("data");
        try (DataFolder held = DataFolder.hold(data)) {
            Files.writeString(held.root().resolve("foyer.json"), "{\"address\": \"http://127.0.0.1:8123\"}");
            assertThat(run("house", "list")).isEqualTo(75);
            assertThat(err).contains("http://127.0.0.1:8123");
        }
        assertThat(run("house", "list")).isZero();
    }

    @Test
    void theKeyOfAHouseIsDeletedOnceItsWholeNameIsSaid() throws IOException {
        assertThat(run("house", "add", "Théâtre du Port", "--discipline", "theatre", "--seats", "420"))
                .isZero();
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                "Billet;Operation;Date operation;Spectacle;Date representation;Montant;N° client;Nom\n"
                        + "1;Vente;21/02/2025 10:15;Le Cid;26/04/2025 20:00;23,50;C1;Lear\n");
        assertThat(run("import", "--house", "theatre-du-port", file.toString()))
                .as(err)
                .isZero();
        Path key = folder.resolve("data/keys/house-1.json");
        assertThat(run("house", "destroy-key", "--house", "theatre-du-port", "--name", "theatre"))
                .isEqualTo(3);
        assertThat(key).exists();
        assertThat(run("house", "destroy-key", "--house", "theatre-du-port", "--name", "Théâtre du Port"))
                .isZero();
        assertThat(key).doesNotExist();
        assertThat(run("import", "--house", "theatre-du-port", file.toString())).isEqualTo(3);
        assertThat(err).contains("key of this house");
        assertThat(run("figures", "--house", "theatre-du-port")).isZero();
    }

    @Test
    void aBrokenWarehouseIsSaidAndTheRebuildMendsIt() throws IOException {
        addHouse();
        Path warehouse = folder.resolve("data/warehouse.duckdb");
        Files.writeString(warehouse, "no warehouse at all".repeat(1000));
        assertThat(run("figures", "--house", "theatre-du-port")).isEqualTo(3);
        assertThat(err).contains("foyer rebuild");
        assertThat(run("house", "list")).isZero();
        assertThat(run("rebuild")).isZero();
        assertThat(run("figures", "--house", "theatre-du-port")).isZero();
        assertThat(folder.resolve("data/warehouse.duckdb.broken")).exists();
    }

    @Test
    void theProgrammeIsExportedInBothForms() {
        addHouse();
        assertThat(run("export", "programme", "--house", "theatre-du-port", "--format", "jsonld"))
                .isZero();
        assertThat(out).contains("schema.org");
        assertThat(run("export", "programme", "--house", "theatre-du-port", "--format", "ical"))
                .isZero();
        assertThat(out).contains("BEGIN:VCALENDAR");
    }

    @Test
    void anAccountGetsALinkAndARole() {
        addHouse();
        assertThat(run("account", "add", "claire", "--name", "Claire")).isZero();
        assertThat(out).contains("/link?key=");
        assertThat(run("account", "role", "claire", "--house", "theatre-du-port", "--role", "editor"))
                .isZero();
        assertThat(run("account", "link", "nobody")).isEqualTo(3);
    }
}
