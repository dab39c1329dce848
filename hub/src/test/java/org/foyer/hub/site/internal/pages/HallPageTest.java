package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.Optional;
import org.foyer.hub.catalogue.Catalogue;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.News;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Venue;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.site.internal.api.SitemapResource;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Halls on a real node: on their own pages, on that of their venue, on a show, and by week; what is left when they are gone. */
class HallPageTest {

    private static final String BASE = "https://node.example";
    private static final String THOUSAND = Language.of(Locale.FRENCH).formats().number(1310);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    Path folder;

    private Node node;
    private Catalogue catalogue;
    private House house;
    private LocalDate day;
    private RunReport run;

    @BeforeEach
    void halls() {
        node = Node.open(NodeSettings.of(folder, name -> null));
        catalogue = node.catalogue();
        house = house("quais");
        // far enough ahead, and within one week: a Monday
        day = LocalDate.now(PARIS).plusYears(1).withMonth(3).withDayOfMonth(4);
        day = day.minusDays(day.getDayOfWeek().getValue() - 1);
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
                        PARIS,
                        Currency.getInstance("EUR"),
                        false));
    }

    private RunReport programme(House of) {
        String csv = """
                Titre;Date;Heure;Lieu;Salle;Configuration;Capacité de la salle;Places PMR
                Phèdre;%1$s;20:00;Quais <12>;Grande & salle;En rond;1310;12
                Phèdre;%2$s;20:00;Quais <12>;GRANDE SALLE;Frontal;420;
                Octuor;%2$s;21:00;Quais <12>;Studio;;;
                """.formatted(day, day.plusDays(3));
        var file = node.intake()
                .receive(of.id(), "saison.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        RunReport report = node.intake()
                .run(new RunOrder(of.id(), List.of(file), Matching.NONE, false, null, "tester", null), Progress.NONE);
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private Venue venue(House of) {
        return catalogue.listings().places(10).stream()
                .filter(one -> one.house().equals(of.id()))
                .map(one -> catalogue.listings().place(of.id(), one.id()).orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private List<Hall> of(House of) {
        return catalogue.listings().halls(of, venue(of).id());
    }

    private HallPage asked() {
        return new HallPage(
                null, catalogue.listings(), catalogue.linkedData(), catalogue.programme(), null, null, null);
    }

    private String page(String code, Hall hall) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        return TemplatesTest.render(
                language,
                "listing",
                HallPage.view(
                        language,
                        house,
                        hall,
                        catalogue.listings(),
                        catalogue.linkedData(),
                        catalogue.programme(),
                        BASE));
    }

    @Test
    void thePageTellsItsConfigurationsWhatPlaysInItAndItsIdentifier() throws IOException {
        Hall hall = of(house).get(0);
        String path = "/h/quais/hall/" + hall.id();
        String french = page("fr", hall);
        assertThat(french)
                .contains(
                        "Accueille jusqu’à " + THOUSAND + " personnes.",
                        "<td>En rond</td><td class=\"number\">" + THOUSAND + "</td>")
                .contains("<td>Frontal</td><td class=\"number\">420</td>", "<td class=\"number\">12</td>")
                .contains(
                        "Lieu\u00a0:", "href=\"/h/quais/places/" + venue(house).id() + "\"")
                .contains("Phèdre", path + "/dates.ics", path + "/news.rss?lang=fr")
                .contains("<code>" + BASE + "/id/hall/" + hall.id() + "</code>")
                .contains("<link rel=\"canonical\" href=\"" + BASE + path + "\">")
                .contains("\"maximumAttendeeCapacity\":1310")
                .contains("Grande &amp; salle</h1>")
                .doesNotContain("{t:", "Octuor", "<12>");
        assertThat(page("en", of(house).get(1)))
                .contains("Nobody told how many people it holds.", "Octuor")
                .doesNotContain("Phèdre", "1310", "Wheelchair places");
    }

    @Test
    void thePageOfTheVenueTellsAllOfThem() throws IOException {
        Language language = Language.of(Locale.FRENCH);
        HallTable table = HallTable.ofVenue(language, house, of(house));
        assertThat(table).isNotNull();
        assertThat(table.told())
                .isEqualTo("2 salles\u00a0; la plus grande accueille jusqu’à " + THOUSAND + " personnes.");
        assertThat(table.rows())
                .extracting(HallTable.Row::configuration, HallTable.Row::capacity, HallTable.Row::dates)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("En rond", THOUSAND, "1"),
                        org.assertj.core.groups.Tuple.tuple("Frontal", "420", "1"),
                        org.assertj.core.groups.Tuple.tuple("", "", "1"));
        assertThat(table.rows().get(2).href())
                .isEqualTo("/h/quais/hall/" + of(house).get(1).id());
        assertThat(HallTable.ofVenue(language, house, List.of())).isNull();
    }

    @Test
    void aShowLeadsToItsHallsAndTellsTheConfigurationOfEachDate() {
        List<ProgrammeEntry> dates = catalogue.programme().entries(house.id(), day, day.plusDays(3), 0, 10);
        Language language = Language.of(Locale.ENGLISH);
        assertThat(ShowPage.halls(language, house, dates))
                .extracting(ShowView.PartOf::href, ShowView.PartOf::kind)
                .containsExactlyElementsOf(of(house).stream()
                        .map(hall -> org.assertj.core.groups.Tuple.tuple("/h/quais/hall/" + hall.id(), "Hall"))
                        .toList());
        assertThat(ShowFacts.ofDate(language, dates.get(0)))
                .containsExactly("Configuration: En rond (1,310 places in the hall)");
        assertThat(ShowFacts.ofDate(language, dates.get(2))).isEmpty();
    }

    @Test
    void theWeekHasARowForEachHallWhateverItsSpelling() {
        HallsView week = new HallsViews(
                        catalogue.programme(), Language.of(Locale.FRENCH), house, day, CalendarRights.NONE)
                .week(day);
        assertThat(week.rows())
                .extracting(HallsView.Row::href)
                .containsExactlyElementsOf(of(house).stream()
                        .map(hall -> "/h/quais/hall/" + hall.id())
                        .toList());
    }

    @Test
    void theCalendarAndTheNewsTellWhatPlaysInIt() throws IOException {
        Hall studio = of(house).get(1);
        ByteArrayOutputStream calendar = new ByteArrayOutputStream();
        catalogue.listings().writeICalendar(studio.name(), catalogue.listings().ofHall(house, studio), BASE, calendar);
        assertThat(calendar.toString(StandardCharsets.UTF_8))
                .contains("SUMMARY:Octuor")
                .doesNotContain("Phèdre");
        assertThat(catalogue.news().ofHall(studio)).extracting(News.Item::title).containsExactly("Octuor");
    }

    @Test
    void anotherHouseHasNoneOfItAndUndoneItIsGone() {
        House other = house("monts");
        programme(other);
        Hall hall = of(house).get(0);
        String id = Long.toString(hall.id());
        assertThat(asked().of(house, id)).isEqualTo(hall);
        assertThatThrownBy(() -> asked().of(other, id))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(404));
        node.intake().undo(run.run(), "tester");
        assertThatThrownBy(() -> asked().of(house, id))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(410));
        assertThat(of(other)).hasSize(2);
    }

    @Test
    void theSitemapTellsHallsInWhichSomethingPlaysTheLastFirst() throws IOException {
        House other = house("forge");
        day = day.plusDays(7);
        programme(other);
        assertThat(catalogue.listings().halls(2))
                .extracting(Listings.Listed::house)
                .containsOnly(other.id());
        assertThat(sitemap())
                .contains(
                        paths(house).get(0),
                        paths(house).get(1),
                        paths(other).get(0),
                        paths(other).get(1));
        assertThat(catalogue.listings().halls(3)).hasSize(3);
        node.intake().undo(run.run(), "tester");
        assertThat(sitemap())
                .doesNotContain("/h/quais/hall/")
                .contains(paths(other).get(0), paths(other).get(1));
        assertThat(catalogue.listings().halls(3))
                .extracting(Listings.Listed::id)
                .containsExactlyInAnyOrderElementsOf(
                        of(other).stream().map(Hall::id).toList());
    }

    private List<String> paths(House of) {
        return of(of).stream()
                .map(hall -> "<loc>" + BASE + Hall.pathOf(of, hall.id()) + "</loc>")
                .toList();
    }

    private String sitemap() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SitemapResource asked = new SitemapResource(
                catalogue.shows(), catalogue.listings(), node.houses(), new PublicAddress(Optional.of(BASE), null));
        ((StreamingOutput) asked.sitemap().getEntity()).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsTypedOnTheSheetCountsAboveFilesAndGoesWithItsImport() {
        Hall hall = of(house).get(0);
        long production = catalogue
                .listings()
                .ofHall(house, hall)
                .dates()
                .get(0)
                .entry()
                .performance()
                .production();
        var sheets = node.intake().sheets();
        long sheet = sheets.of(house.id(), production, "ada").orElseThrow();
        SheetWords.Date date =
                sheets.sheet(house.id(), sheet).orElseThrow().shown().dates().get(0);
        assertThat(List.of(date.get("configuration"), date.get("hall_capacity"), date.get("hall_wheelchair")))
                .as("what files say")
                .containsExactly("En rond", "1310", "12");
        Map<String, String> said = new HashMap<>(date.said());
        said.put("hall_capacity", "1290");
        said.put("hall_seats", "many");
        assertThat(keep(sheet, date.own(), said)).extracting(Problem::code).containsExactly("number-unreadable");
        said.put("hall_seats", "600");
        assertThat(keep(sheet, date.own(), said)).isEmpty();
        assertThat(of(house).get(0).of("en rond")).isEqualTo(new Hall.Places(1290, 600, 12));
        said.put("configuration", "Debout");
        assertThat(keep(sheet, date.own(), said)).isEmpty();
        assertThat(of(house).get(0).configurations())
                .extracting(Hall.Configuration::name, Hall.Configuration::performances)
                .contains(org.assertj.core.groups.Tuple.tuple("Debout", 1));
    }

    private List<Problem> keep(long sheet, String own, Map<String, String> said) {
        var sheets = node.intake().sheets();
        assertThat(sheets.keep(
                        house.id(),
                        sheet,
                        new SheetWords(Map.of(), List.of(new SheetWords.Date(own, said)), null, null),
                        "ada"))
                .isTrue();
        return sheets.publish(house.id(), sheet, "ada").problems();
    }
}
