package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.store.ArchivedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a history over a real node, in both languages, for editors and readers; left in target/pages. */
class HistoryPageTest {

    @TempDir
    Path folder;

    private Node node;
    private House house;
    private long production;

    @BeforeEach
    void aShowThatChanged() {
        node = Node.open(NodeSettings.of(folder, name -> null));
        house = node.houses()
                .add(new House(
                        new HouseId(1),
                        "haute",
                        "Ville haute",
                        Discipline.THEATRE,
                        300,
                        PostalAddress.UNKNOWN,
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        true));
        run("plan <1>.csv", "Hamlet <3", "20:00");
        run("plan <2>.csv", "Hamlet, prince", "20:30");
        production = node.warehouse().read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select max(id) from production")) {
                rows.next();
                return rows.getLong(1);
            }
        });
        long sheet = node.intake().sheets().of(house.id(), production, "ada").orElseThrow();
        SheetWords price =
                new SheetWords(Map.of("price_from", "12", "production_ids", "wikidata: Q41567"), List.of(), null, null);
        node.intake().sheets().keep(house.id(), sheet, price, "ada");
        assertThat(node.intake().sheets().publish(house.id(), sheet, "ada").problems())
                .isEmpty();
    }

    @AfterEach
    void close() {
        node.close();
    }

    private RunReport run(String name, String title, String hour) {
        String csv =
                "Code représentation;Titre;Date;Heure;Lieu;Saison;Statut\nN5;\"%s\";2026-03-05;%s;Grand Théâtre;%s;%s\n"
                        .formatted(
                                title,
                                hour,
                                hour.equals("20:00") ? "2025-2026" : "25-26",
                                hour.equals("20:00") ? "" : "annulé");
        ArchivedFile file =
                node.intake().receive(house.id(), name, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        return node.intake()
                .run(
                        new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "claire", null),
                        Progress.NONE);
    }

    private RecordHistory history() {
        return node.intake()
                .history()
                .of(house.id(), History.Kind.SHOW, production, 0, 50)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void anEditorReadsWhoSaidWhatAndHasAButtonForEachEarlierValue(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        HistoryView view = new HistoryViews(language, house, true).view(history(), 0, 50, null, List.of());
        String page = TemplatesTest.render(language, "history", view);
        assertThat(page)
                .contains(language.say("history_of_show", "Hamlet, prince"))
                .contains("Hamlet &lt;3", "plan &lt;1&gt;.csv", "claire", "/h/haute/runs/")
                .contains(language.formats().moment(java.time.LocalDateTime.parse("2026-03-05T20:30")))
                .contains(language.formats().money(1200, "EUR"), language.say("history_identifier", "Wikidata"))
                .contains(language.say("state_cancelled"), language.say("history_not_typed"))
                .contains(language.count("history_told", history().total()))
                .contains("name=\"seen\" value=\"1@")
                .doesNotContain("{t:", "null", "<3", "style=", "2026-03-05T");
        RecordChange title = history().changes().stream()
                .filter(one -> one.value().equals("Hamlet <3"))
                .findFirst()
                .orElseThrow();
        assertThat(page).containsOnlyOnce("name=\"change\" value=\"" + title.id() + "\"");
        assertThat(page.split("<button class=\"quiet small\">" + language.say("history_put_back"), -1))
                .as("title, start and state of the first file")
                .hasSize(4);
    }

    @Test
    void aVenueTellsWhatItsHallsHoldByTheirNamesAndThatAnImportOfThemWasTakenBack() throws IOException {
        String csv = "Lieu;Salle;Configuration;Capacité;Places assises\nGrand Théâtre;Bleue <1>: haute;En rond;1310;\n";
        RunReport halls = node.intake()
                .run(
                        new RunOrder(
                                house.id(),
                                List.of(node.intake()
                                        .receive(
                                                house.id(),
                                                "salles.csv",
                                                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))),
                                Matching.NONE,
                                false,
                                null,
                                "claire",
                                null),
                        Progress.NONE);
        assertThat(ofVenue("fr"))
                .contains("Capacité de la salle (Bleue &lt;1&gt;: haute, En rond)", "1310", "salles.csv");
        assertThat(ofVenue("en")).contains("Capacity of the hall (Bleue &lt;1&gt;: haute, En rond)");
        node.intake().undo(halls.run(), "claire");
        assertThat(ofVenue("en")).contains("<th scope=\"row\">Hall").doesNotContain("Capacity of the hall", "1310");
    }

    private String ofVenue(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        long venue = history().related().stream()
                .filter(one -> one.kind() == History.Kind.VENUE)
                .findFirst()
                .orElseThrow()
                .thing();
        RecordHistory told = node.intake()
                .history()
                .of(house.id(), History.Kind.VENUE, venue, 0, 50)
                .orElseThrow();
        return TemplatesTest.render(
                language, "history", new HistoryViews(language, house, true).view(told, 0, 50, null, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aReaderReadsItWithoutFilesAndWithoutButtons(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        HistoryView view =
                new HistoryViews(language, house, false).view(history().withoutFiles(), 0, 50, null, List.of());
        assertThat(TemplatesTest.render(language, "history", view))
                .contains("Hamlet &lt;3", "claire", language.say("contradictions_counts"))
                .doesNotContain(
                        "plan &lt;",
                        "/h/haute/runs/",
                        "name=\"change\"",
                        "/h/haute/sheets\"",
                        language.say("history_back"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whatIsRefusedIsSaidInWords(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        long sheet = node.intake().sheets().of(house.id(), production, "bob").orElseThrow();
        node.intake()
                .sheets()
                .keep(house.id(), sheet, new SheetWords(Map.of("genre", "drame"), List.of(), null, null), "bob");
        String change = history().changes().stream()
                .filter(one -> one.value().equals("Hamlet <3"))
                .findFirst()
                .orElseThrow()
                .id();
        History.PuttingBack refused =
                node.intake().history().putBack(house.id(), History.Kind.SHOW, production, change, null, "ada");
        SheetView.Problem told = HistoryPage.refusal(language, house, refused);
        HistoryView view = new HistoryViews(language, house, true).view(history(), 0, 50, null, List.of(told));
        assertThat(TemplatesTest.render(language, "history", view))
                .contains(language.say("history_refused"), "bob", told.sentence(), told.mend())
                .doesNotContain("{0}", "{1}", "history-draft");
        for (History.Ended ended : History.Ended.values()) {
            SheetView.Problem words = HistoryPage.refusal(language, house, new History.PuttingBack(ended, null, null));
            assertThat(words.mend()).as(ended.name()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aVenueSaysWhereItIsTypedAndAShowLeadsToIt(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        RecordHistory show = history();
        assertThat(show.related()).extracting(RecordHistory.Related::name).containsExactly("Grand Théâtre");
        long venue = show.related().get(0).thing();
        String whole = TemplatesTest.render(
                language, "history", new HistoryViews(language, house, true).view(show, 0, 50, null, List.of()));
        assertThat(whole).contains("href=\"/h/haute/history/venue/" + venue + "\"", language.say("history_back_says"));
        RecordHistory one = node.intake()
                .history()
                .of(house.id(), History.Kind.VENUE, venue, 0, 50)
                .orElseThrow();
        String page = TemplatesTest.render(
                language, "history", new HistoryViews(language, house, true).view(one, 0, 50, null, List.of()));
        assertThat(page)
                .contains(language.say("history_of_venue", "Grand Théâtre"), language.say("history_property_name"))
                .contains(language.say("history_typed_venue"))
                .doesNotContain(
                        "{t:", "null", "name=\"change\"", "/h/haute/sheets\"", language.say("history_not_typed"));
    }

    @Test
    void aDateLeadsToItsShowAndThePagesOfBothLeadHere() throws IOException {
        long date = history().changes().stream()
                .filter(one -> one.property().equals("start"))
                .findFirst()
                .orElseThrow()
                .performances()
                .get(0);
        RecordHistory one = node.intake()
                .history()
                .of(house.id(), History.Kind.PERFORMANCE, date, 0, 50)
                .orElseThrow();
        HistoryView view = new HistoryViews(Language.ENGLISH, house, true).view(one, 0, 50, null, List.of());
        assertThat(view.back().href()).isEqualTo("/h/haute/history/show/" + production);
        assertThat(view.here()).isEqualTo("/h/haute/history/performance/" + date);
        long sheet = node.intake().sheets().of(house.id(), production, "ada").orElseThrow();
        SheetView typed = SheetViews.of(
                Language.ENGLISH,
                house,
                node.intake().sheets().sheet(house.id(), sheet).orElseThrow(),
                List.of(),
                Map.of(),
                List.of(),
                null);
        assertThat(TemplatesTest.render(Language.ENGLISH, "sheet", typed))
                .contains("href=\"/h/haute/history/show/" + production + "\"");
    }
}
