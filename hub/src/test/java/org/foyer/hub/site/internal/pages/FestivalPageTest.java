package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.RedirectionException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.catalogue.Catalogue;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.catalogue.News;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
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
import org.foyer.hub.site.internal.security.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a festival on a real node, in both languages, its calendar, its news, and what is left when it is gone. */
class FestivalPageTest {

    private static final String BASE = "https://node.example";

    @TempDir
    Path folder;

    private Node node;
    private Catalogue catalogue;
    private House house;
    private LocalDate day;
    private RunReport run;

    @BeforeEach
    void aFestival() {
        node = Node.open(NodeSettings.of(folder, name -> null));
        catalogue = node.catalogue();
        house = house("quais");
        // far enough ahead, and within one year and one season
        day = LocalDate.now(ZoneId.of("Europe/Paris")).plusYears(1).withMonth(3).withDayOfMonth(4);
        run = programme(house);
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

    private RunReport programme(House of) {
        String csv = """
                Titre;Date;Heure;Lieu;Festival;Cycle
                Phèdre <3 Thésée;%s;20:00;Cour;Quais & en fête;
                Octuor;%s;20:00;Cour;QUAIS & EN FÊTE;Grands concerts
                """.formatted(day, day.plusDays(3));
        var file = node.intake()
                .receive(of.id(), "saison.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        RunReport report = node.intake()
                .run(new RunOrder(of.id(), List.of(file), Matching.NONE, false, null, "tester", null), Progress.NONE);
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private Festival festival(String kind, House of) {
        return catalogue.listings().festivals(10).stream()
                .filter(one -> one.kind().equals(kind) && one.house().equals(of.id()))
                .findFirst()
                .orElseThrow();
    }

    private String page(String code, Festival festival) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        return TemplatesTest.render(
                language,
                "listing",
                FestivalPage.view(
                        language,
                        house,
                        festival,
                        catalogue.listings(),
                        catalogue.linkedData(),
                        catalogue.programme(),
                        BASE));
    }

    private FestivalPage asked() {
        return new FestivalPage(
                null, catalogue.listings(), catalogue.linkedData(), catalogue.programme(), null, null, null);
    }

    @Test
    void thePageTellsItsDaysItsProgrammeAndItsIdentifier() throws IOException {
        Festival festival = festival("festival", house);
        String path = "/h/quais/festival/" + festival.id();
        String french = page("fr", festival);
        assertThat(french)
                .contains("Quais &amp; en fête</h1>", "Phèdre &lt;3 Thésée", "Octuor")
                .contains("Festival · 2 dates, du")
                .contains(
                        Language.of(Locale.FRENCH).formats().longDay(day),
                        path + "/dates.ics",
                        path + "/news.rss?lang=fr")
                .contains("<code>" + BASE + "/id/festival/" + festival.id() + "</code>")
                .contains("<link rel=\"canonical\" href=\"" + BASE + path + "\">")
                .contains("\"@type\":\"Festival\"")
                .doesNotContain("{t:", "<3");
        assertThat(page("en", festival)).contains("Festival · 2 dates, from", "dates ahead");
        assertThat(page("fr", festival("series", house)))
                .contains("Cycle · Le ", "Octuor")
                .doesNotContain("Phèdre");
    }

    @Test
    void aShowLeadsToItsFestivalAndTheCalendarAndTheNewsTellIt() throws IOException {
        Festival festival = festival("festival", house);
        List<ProgrammeEntry> dates = catalogue
                .shows()
                .dates(
                        house.id(),
                        Shows.idOf(catalogue
                                .listings()
                                .ofFestival(house, festival)
                                .dates()
                                .get(1)
                                .entry()));
        assertThat(ShowPage.partOf(Language.of(Locale.FRENCH), house, dates))
                .extracting(ShowView.PartOf::href, ShowView.PartOf::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/h/quais/festival/" + festival.id(), "Festival"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/h/quais/series/" + festival("series", house).id(), "Cycle"));
        ByteArrayOutputStream calendar = new ByteArrayOutputStream();
        catalogue.listings().writeICalendar("x", catalogue.listings().ofFestival(house, festival), BASE, calendar);
        assertThat(calendar.toString(StandardCharsets.UTF_8))
                .contains("SUMMARY:Octuor")
                .containsOnlyOnce("Phèdre");
        assertThat(catalogue.news().ofFestival(festival))
                .extracting(News.Item::title)
                .contains("Octuor");
        assertThat(catalogue.news().ofFestival(festival("series", house)))
                .extracting(News.Item::title)
                .containsExactly("Octuor");
    }

    @Test
    void theSearchFindsTheShowsOfASeriesByItsWords() {
        assertThat(node.search().settle(Duration.ofMinutes(2))).isTrue();
        SearchAnswer answer = node.search().ask(SearchQuestion.of("grands concerts"), BASE);
        assertThat(answer.hits()).extracting(SearchAnswer.Hit::title).containsExactly("Octuor");
    }

    @Test
    void ofAnotherHouseItIsAnotherAndGoneItSaysSo() {
        House other = house("ponts");
        programme(other);
        Festival festival = festival("festival", house);
        String id = Long.toString(festival.id());
        assertThat(festival("festival", other).id()).isNotEqualTo(festival.id());
        assertThat(asked().of(house, "festival", id)).isEqualTo(festival);
        assertThatThrownBy(() -> asked().of(other, "festival", id))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(404));
        node.intake().undo(run.run(), "tester");
        assertThatThrownBy(() -> asked().of(house, "festival", id))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(410));
        assertThat(asked().of(
                                other,
                                "festival",
                                Long.toString(festival("festival", other).id()))
                        .performances())
                .isEqualTo(2);
    }

    @Test
    void thePageOfAJoinedSpellingLeadsToTheOtherAndItsCalendarAndFeedGoOn() {
        Festival kept = festival("festival", house);
        Festival joined = festival("series", house);
        var file = node.intake()
                .receive(
                        house.id(),
                        "deux.csv",
                        new ByteArrayInputStream(("Titre;Date;Heure;Lieu;Festival\nNonette;" + day.plusDays(5)
                                        + ";20:00;Cour;Fête des quais\n")
                                .getBytes(StandardCharsets.UTF_8)));
        node.intake()
                .run(new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "ada", null), Progress.NONE);
        Festival other = catalogue.listings().festivals(10).stream()
                .filter(one -> one.name().equals("Fête des quais"))
                .findFirst()
                .orElseThrow();
        DoublePair pair = node.intake().doubles().doubtful(house.id()).stream()
                .filter(one -> one.kind() == DoublePair.Kind.FESTIVAL)
                .findFirst()
                .orElseThrow();
        assertThat(List.of(pair.one().name(), pair.other().name())).contains("Fête des quais");
        boolean first = pair.other().name().equals("Fête des quais");
        node.intake()
                .doubles()
                .decide(
                        house.id(),
                        DoublePair.Kind.FESTIVAL,
                        first ? pair.one().id() : pair.other().id(),
                        first ? pair.other().id() : pair.one().id(),
                        true,
                        "ada")
                .orElseThrow();
        String id = Long.toString(other.id());
        assertThatThrownBy(() -> asked().of(house, "festival", id))
                .isInstanceOfSatisfying(
                        RedirectionException.class,
                        redirected -> assertThat(redirected.getResponse().getHeaderString("Location"))
                                .isEqualTo("/h/quais/festival/" + kept.id()));
        assertThat(asked().subscribed(house, "festival", id).performances()).isEqualTo(3);
        assertThat(asked().subscribed(house, "series", Long.toString(joined.id())))
                .isEqualTo(joined);
    }

    @Test
    void whatIsTypedOnTheSheetCountsAboveFilesAndGoesWithItsImport() throws IOException {
        long performance = catalogue
                .listings()
                .ofFestival(house, festival("series", house))
                .dates()
                .get(0)
                .entry()
                .performance()
                .production();
        var sheets = node.intake().sheets();
        long sheet = sheets.of(house.id(), performance, "ada").orElseThrow();
        ShowSheet shown = sheets.sheet(house.id(), sheet).orElseThrow();
        assertThat(shown.shown().dates().get(0).get("series")).isEqualTo("Grands concerts");
        SheetWords.Date date = shown.shown().dates().get(0);
        java.util.Map<String, String> said = new java.util.HashMap<>(date.said());
        said.put("festival", "");
        said.put("series", "Musique de chambre");
        assertThat(sheets.keep(
                        house.id(),
                        sheet,
                        new SheetWords(
                                shown.shown().show(), List.of(new SheetWords.Date(date.own(), said)), null, null),
                        "ada"))
                .isTrue();
        ShowSheet.Published published = sheets.publish(house.id(), sheet, "ada");
        assertThat(published.problems()).isEmpty();
        assertThat(festival("series", house).name()).isEqualTo("Musique de chambre");
        assertThat(festival("festival", house).performances()).isEqualTo(1);
        node.intake().undo(published.report().run(), "ada");
        assertThat(festival("series", house).name()).isEqualTo("Grands concerts");
        assertThat(festival("festival", house).performances()).isEqualTo(2);
    }
}
