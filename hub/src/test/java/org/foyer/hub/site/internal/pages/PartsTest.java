package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.catalogue.Parts;
import org.foyer.hub.catalogue.ShowParts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.site.internal.api.PartsResource;
import org.foyer.hub.site.internal.api.PartsResource.Taking;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.store.ArchivedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company and two houses tell one show on a real node: whose part what is, what is taken over, and what nobody else sees. */
class PartsTest {

    private static final String HEAD =
            "Code représentation;Titre;Date;Heure;Lieu;Salle;Producteur;Description;Durée;Artiste;Fonction\n";

    @TempDir
    Path folder;

    private Node node;
    private House company;
    private House port;
    private House other;

    @BeforeEach
    void aTour() {
        node = Node.open(NodeSettings.of(folder, variable -> null));
        company = house("lac", "Cie du Lac <i>", 0);
        port = house("port", "Théâtre du Port", 400);
        other = house("autre", "Autre maison", 200);
        plays(
                company,
                "1;La Mouette;2026-12-04;20:00;Théâtre du Port;;Cie du Lac i;De la compagnie <3;95;Jeanne Martin;mise en scène",
                "2;La Mouette;2027-01-08;20:00;Salle des fêtes;;Cie du Lac i;De la compagnie <3;95;Jeanne Martin;mise en scène");
        plays(
                port,
                "a;La mouette;2026-12-04;20:30;Théâtre du Port;Grande salle;La Cie du Lac I;Du lieu.;95;Jeanne Martin;mise en scène",
                "b;La mouette;2026-12-05;20:30;Théâtre du Port;Grande salle;La Cie du Lac I;Du lieu.;95;Jeanne Martin;mise en scène");
        plays(other, "x;Bal;2026-12-04;20:00;Ailleurs;;;Autre.;60;Luc;jeu");
        node.intake()
                .doubles()
                .decide(company.id(), DoublePair.Kind.TOUR, production(company), production(port), true, "ada");
    }

    @AfterEach
    void close() {
        node.close();
    }

    private House house(String slug, String name, int seats) {
        return node.houses()
                .add(new House(
                        new HouseId(1),
                        slug,
                        name,
                        Discipline.THEATRE,
                        seats,
                        PostalAddress.UNKNOWN,
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        false));
    }

    private void plays(House of, String... lines) {
        byte[] table = (HEAD + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        ArchivedFile file = node.intake().receive(of.id(), "planning.csv", new ByteArrayInputStream(table));
        RunReport report = node.intake()
                .run(new RunOrder(of.id(), List.of(file), Matching.NONE, false, null, "claire", null), Progress.NONE);
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
    }

    private long production(House of) {
        return node.catalogue()
                .programme()
                .entries(of.id(), java.time.LocalDate.of(2026, 1, 1), java.time.LocalDate.of(2028, 1, 1), 0, 1)
                .get(0)
                .production()
                .id();
    }

    private ShowParts parts(House of) {
        return node.catalogue().parts().of(of.id(), production(of)).orElseThrow();
    }

    private PartsResource api(House of, Role role) {
        Actor actor = new Actor("bob", false, Map.of(of.id(), role), false);
        CurrentActor current = new CurrentActor(QuarkusSecurityIdentity.builder()
                .setAnonymous(true)
                .addAttribute("foyer.actor", actor)
                .build());
        return new PartsResource(
                new Access(node.houses(), current), current, node.catalogue().parts(), node.intake(), node.audit());
    }

    private static List<String> lines(ShowParts parts, List<ShowParts.Field> fields) {
        return fields.stream()
                .map(field -> field.property()
                        + (field.differs() ? " ≠" : "")
                        + field.said().stream()
                                .map(said -> " | "
                                        + parts.side(said.production())
                                                .orElseThrow()
                                                .house()
                                        + (said.part() ? "* " : " ") + said.value())
                                .reduce("", String::concat))
                .toList();
    }

    private RunReport take(House by, House from, long performance, String property, String value) {
        return api(by, Role.EDITOR)
                .take(
                        by.slug(),
                        Long.toString(production(by)),
                        null,
                        new Taking(production(from), performance, property, value));
    }

    private void refused(int status, String code, Runnable what) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.status()).isEqualTo(status);
        });
    }

    @Test
    void eachFieldStandsSideBySideWithWhosePartItIs() {
        ShowParts parts = parts(port);
        assertThat(parts.sides())
                .extracting(ShowParts.Side::house, ShowParts.Side::makes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("port", false),
                        org.assertj.core.groups.Tuple.tuple("lac", true));
        assertThat(lines(parts, parts.work()))
                .contains(
                        "title | port La mouette | lac* La Mouette",
                        "description ≠ | port Du lieu. | lac* De la compagnie <3",
                        "duration | port 95 | lac* 95",
                        "credits | port Jeanne Martin (mise en scène) | lac* Jeanne Martin (mise en scène)");
        assertThat(parts.evenings())
                .extracting(evening -> evening.day() + " " + evening.differs() + " "
                        + lines(parts, evening.fields()).get(0))
                .containsExactly(
                        "2026-12-04 true start ≠ | port* 2026-12-04T20:30 | lac 2026-12-04T20:00",
                        "2026-12-05 false start | port* 2026-12-05T20:30",
                        "2027-01-08 false start | lac* 2027-01-08T20:00");
        assertThat(parts.differences()).as("producer, description, one hour").isEqualTo(3);
        assertThat(node.catalogue().parts().shared(company.id(), 10))
                .extracting(Parts.Shared::title, Parts.Shared::houses)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("La Mouette", 1L));
        assertThat(node.catalogue().parts().shared(other.id(), 10)).isEmpty();
    }

    @Test
    void wordsOfAnotherHouseAreTakenByAnImportThatNamesItAndIsUndone() {
        RunReport report = take(port, company, 0, "description", "De la compagnie <3");
        assertThat(lines(parts(port), parts(port).work()))
                .contains("description | port De la compagnie <3 | lac* De la compagnie <3");
        assertThat(report.files().toString()).contains("-words-of-lac.json");
        assertThat(node.audit().lines(port.id(), 0, 20))
                .extracting(Audit.Line::action, Audit.Line::detail)
                .contains(org.assertj.core.groups.Tuple.tuple("show-published", "taken from lac: description"));
        assertThat(node.audit().lines(company.id(), 0, 20))
                .extracting(Audit.Line::detail)
                .noneMatch(detail -> String.valueOf(detail).startsWith("taken"));
        refused(409, "parts-same", () -> take(port, company, 0, "description", "De la compagnie <3"));
        node.intake().undo(Objects.requireNonNull(report.run()), "bob");
        assertThat(lines(parts(port), parts(port).work()))
                .contains("description ≠ | port Du lieu. | lac* De la compagnie <3");
        assertThat(lines(parts(company), parts(company).work()))
                .contains("description ≠ | lac* De la compagnie <3 | port Du lieu.");
    }

    @Test
    void aCompanyTakesTheHourOfAVenueAndADateThatItDoesNotHave() {
        List<ShowParts.Evening> evenings = parts(company).evenings();
        take(company, port, evenings.get(0).performance(production(port)), "start", "2026-12-04T20:30");
        take(company, port, evenings.get(1).performance(production(port)), "date", "2026-12-05T20:30");
        ShowParts after = parts(company);
        assertThat(after.evenings())
                .extracting(
                        evening -> lines(after, evening.fields()).subList(0, 2).toString())
                .containsExactly(
                        "[start | lac 2026-12-04T20:30 | port* 2026-12-04T20:30, venue | lac Théâtre du Port | port* Théâtre du Port]",
                        "[start | lac 2026-12-05T20:30 | port* 2026-12-05T20:30, venue | lac Théâtre du Port | port* Théâtre du Port]",
                        "[start | lac* 2027-01-08T20:00, venue | lac* Salle des fêtes]");
        assertThat(lines(after, after.evenings().get(1).fields()))
                .contains("hall | lac Grande salle | port* Grande salle");
        refused(
                409,
                "parts-same",
                () -> take(company, port, evenings.get(1).performance(production(port)), "date", "2026-12-05T20:30"));
    }

    @Test
    void whatIsNotPublicOfAnotherHouseIsNeitherToldNorTaken() {
        Sheets sheets = node.intake().sheets();
        long sheet = sheets.of(company.id(), production(company), "ada").orElseThrow();
        SheetWords shown = sheets.sheet(company.id(), sheet).orElseThrow().shown();
        SheetWords secret = new SheetWords(
                Map.of("title", "La Mouette", "subtitle", "SECRET", "description", "SECRET"),
                shown.dates(),
                null,
                null);
        sheets.keep(company.id(), sheet, secret, "ada");
        SheetWords.Date aside =
                new SheetWords.Date(shown.dates().get(1).own(), Map.of("set_aside", "mistake", "hall", "SECRET"));
        long own = sheets.of(port.id(), production(port), "bob").orElseThrow();
        assertThat(parts(port).toString()).doesNotContain("SECRET", "claire", "planning.csv");
        refused(409, "parts-changed", () -> take(port, company, 0, "subtitle", "SECRET"));
        refused(409, "parts-changed", () -> take(port, company, 0, "description", "SECRET"));
        sheets.keep(company.id(), sheet, new SheetWords(Map.of(), List.of(aside), null, null), "ada");
        assertThat(sheets.publish(company.id(), sheet, "ada").problems()).isEmpty();
        assertThat(parts(port).toString()).doesNotContain("SECRET", "2027-01-08");
        assertThat(sheets.sheet(port.id(), own).orElseThrow().version()).isZero();
    }

    @Test
    void anotherHousesAccountReadsAndTakesNothingAndNobodyTakesFromAShowThatIsNotJoined() {
        String production = Long.toString(production(port));
        Taking taking = new Taking(production(company), 0, "description", "De la compagnie <3");
        for (PartsResource stranger : List.of(api(other, Role.STEWARD), api(company, Role.STEWARD))) {
            refused(404, "house-unknown", () -> stranger.parts("port", production));
            refused(404, "house-unknown", () -> stranger.shared("port", 10));
            refused(404, "house-unknown", () -> stranger.take("port", production, null, taking));
        }
        refused(403, "role-too-low", () -> api(port, Role.READER).take("port", production, null, taking));
        refused(404, "parts-unknown", () -> api(other, Role.EDITOR).parts("autre", production));
        refused(404, "parts-unknown", () -> api(other, Role.EDITOR).parts("autre", Long.toString(production(other))));
        refused(404, "parts-unknown", () -> take(port, other, 0, "description", "Autre."));
        refused(404, "parts-unknown", () -> take(port, port, 0, "description", "Du lieu."));
        refused(404, "parts-unknown", () -> api(port, Role.EDITOR).parts("port", "1 or 1=1"));
        assertThat(lines(parts(port), parts(port).work()).toString()).contains("port Du lieu.");
    }

    @Test
    void wordsAreNotTakenOverTheDraftOfSomebodyElse() {
        Sheets sheets = node.intake().sheets();
        long sheet = sheets.of(port.id(), production(port), "ada").orElseThrow();
        sheets.keep(port.id(), sheet, new SheetWords(Map.of("subtitle", "D’Ada"), List.of(), null, null), "ada");
        refused(409, "history-draft", () -> take(port, company, 0, "description", "De la compagnie <3"));
        assertThat(sheets.sheet(port.id(), sheet).orElseThrow().savedBy()).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void thePageHasAButtonForEachWordOfOthersAndNoneForReaders(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        ShowParts parts = parts(port);
        SidesView view = new SidesViews(language, port, true, parts).view("0@x", "Fait", List.of());
        String page = TemplatesTest.render(language, "sides", view);
        String take = language.say("parts_take") + "<span";
        assertThat(page)
                .contains("De la compagnie &lt;3", "Du lieu.", "Cie du Lac &lt;i&gt;", language.say("parts_makes"))
                .contains(
                        language.say("parts_work_whose", "Cie du Lac &lt;i&gt;").replace("'", "&#39;"))
                .contains("action=\"/h/port/parts/" + production(port) + "\"", "/h/lac/shows/")
                .contains("name=\"property\" value=\"date\"", take, language.count("parts_differ", 3))
                .doesNotContain("{t:", "null", "<3", "<i>", "style=", "{0}");
        String reader = TemplatesTest.render(
                language, "sides", new SidesViews(language, port, false, parts).view("0@x", null, List.of()));
        assertThat(reader).contains("Du lieu.").doesNotContain(take, "name=\"property\"");
        String list = TemplatesTest.render(
                language,
                "shared",
                PartsPage.shared(language, port, node.catalogue().parts().shared(port.id(), 10)));
        assertThat(list)
                .contains("/h/port/parts/" + production(port), language.count("parts_shows", 1))
                .doesNotContain("{t:", "null", "{0}");
    }
}
