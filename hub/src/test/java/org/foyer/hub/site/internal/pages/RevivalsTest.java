package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.Proposal;
import org.foyer.hub.intake.RevivalWords;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A show knows what it revives: from tables, from its sheet, taken back with either; its page tells both ways. */
class RevivalsTest {

    private static final String OLD = """
            Titre;Date;Heure;Lieu;Oeuvre
            La Mouette;2022-03-04;20:00;Cour;La Mouette
            La Mouette;2022-10-04;20:00;Cour;La Mouette
            """;

    private static final String NEW = """
            Titre;Date;Heure;Lieu;Oeuvre;Reprise de
            La Mouette, reprise;2025-03-04;20:00;Cour;La Mouette;LA MOUETTE
            Lear;2025-04-04;20:00;Cour;Le Roi Lear;la mise en scène de 1998
            Phèdre;2025-05-04;20:00;Cour;Phèdre;urn:shows:77
            """;

    @TempDir
    Path folder;

    private Node node;
    private House house;

    @BeforeEach
    void open() {
        node = Node.open(NodeSettings.of(folder, name -> null));
        house = house("quais");
    }

    @AfterEach
    void close() {
        node.close();
    }

    private House house(String slug) {
        return node.houses()
                .add(new House(
                        new HouseId(1),
                        slug,
                        "Scène des " + slug,
                        Discipline.THEATRE,
                        300,
                        PostalAddress.UNKNOWN,
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        false));
    }

    private RunReport give(House of, String name, String csv) {
        var file = node.intake().receive(of.id(), name, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        RunReport report = node.intake()
                .run(new RunOrder(of.id(), List.of(file), Matching.NONE, false, null, "tester", null), Progress.NONE);
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    /** Of the first run of the show of a title: its id. */
    private String run(House of, String title) {
        return node
                .catalogue()
                .programme()
                .entries(of.id(), LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1), 0, 100)
                .stream()
                .filter(entry -> entry.production().title().equals(title))
                .map(Shows::idOf)
                .findFirst()
                .orElseThrow();
    }

    private List<ShowView.Staged> staged(String code, House of, String title) {
        String run = run(of, title);
        var dates = node.catalogue().shows().dates(of.id(), run);
        return StagingRows.of(
                Language.of(Locale.forLanguageTag(code)),
                of,
                there -> node.houses().byId(there).orElse(null),
                node.catalogue().shows().staging(run),
                dates.get(dates.size() - 1).described("revival_of"));
    }

    private List<String> told(String code, House of, String title) {
        return staged(code, of, title).stream()
                .flatMap(one -> Stream.concat(
                        Stream.ofNullable(one.words()).map(words -> one.label() + ": " + words),
                        one.runs().stream()
                                .map(beside -> one.label() + ": " + beside.text() + " | " + beside.beside())))
                .toList();
    }

    private long production(House of, String title) {
        return Long.parseLong(run(of, title).replaceFirst("-.*", ""));
    }

    private ShowSheet.Published type(House of, String title, String words) {
        var sheets = node.intake().sheets();
        long sheet = sheets.of(of.id(), production(of, title), "ada").orElseThrow();
        ShowSheet shown = sheets.sheet(of.id(), sheet).orElseThrow();
        Map<String, String> said = new HashMap<>(shown.shown().show());
        said.put("revival_of", words);
        assertThat(sheets.keep(
                        of.id(), sheet, new SheetWords(said, shown.shown().dates(), null, null), "ada"))
                .isTrue();
        return sheets.publish(of.id(), sheet, "ada");
    }

    @Test
    void whatATableSaysIsToldBothWaysInWhateverOrderFilesCome() {
        give(house, "now.csv", NEW);
        assertThat(told("en", house, "La Mouette, reprise"))
                .as("nothing of that title is here yet")
                .containsExactly("Revival of: LA MOUETTE");
        RunReport old = give(house, "then.csv", OLD);
        assertThat(told("en", house, "La Mouette, reprise"))
                .containsExactly("Revival of: La Mouette, season 2021-22 | Cour");
        assertThat(told("fr", house, "La Mouette"))
                .containsExactly(
                        "Dans d’autres saisons: saison 2022-23 | Cour",
                        "Repris plus tard: La Mouette, reprise, saison 2024-25 | Cour");
        assertThat(told("fr", house, "Lear")).containsExactly("Reprise de: la mise en scène de 1998");
        assertThat(told("fr", house, "Phèdre"))
                .as("an address of its source says nothing to people")
                .isEmpty();
        node.intake().undo(old.run(), "tester");
        assertThat(told("en", house, "La Mouette, reprise")).containsExactly("Revival of: LA MOUETTE");
    }

    @Test
    void aPersonSaysItOnTheSheetAboveFilesAlsoOfAnotherHouseAndItGoesWithItsImport() {
        give(house, "then.csv", OLD);
        give(house, "now.csv", NEW);
        House other = house("ponts");
        give(other, "theirs.csv", OLD.replace("Cour", "Halle"));
        String chosen = node.intake().sheets().propose(house.id(), Proposal.Kind.PRODUCTION, "La Mouette").stream()
                .filter(proposal -> proposal.words().equals("La Mouette"))
                .map(RevivalWords::of)
                .findFirst()
                .orElseThrow();
        assertThat(chosen).isEqualTo("La Mouette, 2022-23 (" + production(house, "La Mouette") + ")");

        ShowSheet.Published published = type(house, "Lear", chosen);
        assertThat(published.problems()).isEmpty();
        assertThat(told("en", house, "Lear")).containsExactly("Revival of: La Mouette, season 2021-22 | Cour");
        node.intake().undo(published.report().run(), "ada");
        assertThat(told("en", house, "Lear")).containsExactly("Revival of: la mise en scène de 1998");

        String page = "http://localhost:8080/h/ponts/shows/" + run(other, "La Mouette");
        assertThat(type(house, "La Mouette, reprise", page).problems()).isEmpty();
        assertThat(told("en", house, "La Mouette, reprise"))
                .containsExactly("Revival of: La Mouette, season 2021-22 | Scène des ponts");
        assertThat(told("en", other, "La Mouette"))
                .contains("Revived later: La Mouette, reprise, season 2024-25 | Scène des quais");
        assertThat(type(house, "La Mouette, reprise", "").problems()).isEmpty();
        assertThat(told("en", house, "La Mouette, reprise")).isEmpty();
    }

    @Test
    void thePageLeadsToWhatItRevives() throws IOException {
        give(house, "now.csv", NEW.replace("la mise en scène", "la <mise> en scène"));
        give(house, "then.csv", OLD);
        assertThat(page("en", "La Mouette, reprise"))
                .contains("<h2 id=\"staging\">This production</h2>")
                .contains("<dt>Revival of</dt><dd><a href=\"/h/quais/shows/" + run(house, "La Mouette")
                        + "\">La Mouette, season 2021-22</a> <span class=\"place\">Cour</span></dd>");
        assertThat(page("fr", "La Mouette")).contains("Cette production", "Repris plus tard");
        assertThat(page("fr", "Phèdre")).doesNotContain("id=\"staging\"");
    }

    private String page(String code, String title) throws IOException {
        ShowView view = new ShowView(
                title,
                null,
                null,
                "",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                null,
                null,
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                staged(code, house, title),
                1);
        return TemplatesTest.render(Language.of(Locale.forLanguageTag(code)), "show", view);
    }

    @Test
    void whetherItIsNewIsTypedOnTheSheetAndReadInTheWordsOfTheReader() {
        give(house, "now.csv", NEW);
        var sheets = node.intake().sheets();
        long sheet = sheets.of(house.id(), production(house, "Lear"), "ada").orElseThrow();
        ShowSheet shown = sheets.sheet(house.id(), sheet).orElseThrow();
        Map<String, String> said = new HashMap<>(shown.shown().show());
        said.put("history", "Version de tournée");
        assertThat(sheets.keep(
                        house.id(), sheet, new SheetWords(said, shown.shown().dates(), null, null), "ada"))
                .isTrue();
        assertThat(sheets.publish(house.id(), sheet, "ada").problems()).isEmpty();
        var lear = node.catalogue().shows().dates(house.id(), run(house, "Lear"));
        assertThat(ShowFacts.of(Language.of(Locale.ENGLISH), house, lear.get(0)))
                .containsExactly("Touring version");
        assertThat(sheets.sheet(house.id(), sheet).orElseThrow().shown().get("history"))
                .isEqualTo("Version de tournée");
    }

    @Test
    void noShowRevivesItselfNorWhatRevivesItNorWhatIsNotThere() {
        give(house, "then.csv", OLD);
        give(house, "now.csv", NEW);
        assertThat(type(house, "Lear", "Lear (" + production(house, "Lear") + ")")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("revival-unknown");
        assertThat(type(house, "Lear", "Lear (99000001)").problems())
                .extracting(Problem::code)
                .containsExactly("revival-unknown");
        assertThat(type(house, "La Mouette", "x (" + production(house, "La Mouette, reprise") + ")")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("revival-in-a-circle");
        assertThat(type(house, "Lear", "Lear (1998)").problems()).isEmpty();
        assertThat(told("en", house, "Lear")).containsExactly("Revival of: Lear (1998)");
    }
}
