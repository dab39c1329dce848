package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchAnswer.Count;
import org.foyer.hub.catalogue.SearchAnswer.Silent;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchConditions.Attendance;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.Order;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.foyer.hub.model.GeoPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a show must offer, on a real warehouse and a real index. */
class SearchConditionsTest {

    private static final GeoPoint LYON = new GeoPoint(45.76, 4.84);

    @TempDir
    Path folder;

    private SearchFixture data;

    @BeforeEach
    void fill() {
        data = new SearchFixture(folder);
        data.house(1, "celestins", "Les Célestins", "Europe/Paris");
        var two = data.production(1, "Deux soirs", "Théâtre", "Célestins", "Lyon");
        long dear = data.date(two, "2026-12-01T20:00", null);
        long cheap = data.date(two, "2026-12-02T20:00", null);
        say("performance", dear, "price_from", "4000", "accessibility", "Séance Relax, LSF", "audience", "schools");
        say("performance", cheap, "price_from", "1000", "accessibility", "ascenseur", "availability", "sold-out");
        say("performance", cheap, "audience", "Tout-petits, gens du quartier");
        say("production", two.production(), "age_from", "8", "languages", "français, en", "surtitles", "nl");
        var silent = data.production(1, "Sans rien dire", "Théâtre", "Halle", "Saint-Denis");
        data.date(silent, "2026-12-03T20:00", null);
        var screen = data.production(1, "Sur un écran", "Danse", "Opéra", "Villeurbanne");
        long online = data.date(screen, "2026-12-04T20:00", null);
        say("performance", online, "attendance", "online", "price_from", "0");
        say("production", screen.production(), "age_from", "12", "age_to", "4", "title", "Sur un écran");
    }

    @AfterEach
    void close() {
        data.close();
    }

    private void say(String kind, long thing, String... said) {
        for (int i = 0; i < said.length; i += 2) {
            data.describe(1, kind, thing, said[i], said[i + 1]);
        }
    }

    private static SearchConditions price(String most, Need... needs) {
        return new SearchConditions(
                null, new BigDecimal(most), "", List.of(needs), "", "", "", false, null, null, "", 20, false);
    }

    private static SearchConditions child(int age) {
        return new SearchConditions(age, null, "", List.of(), "", "", "", false, null, null, "", 20, false);
    }

    private static SearchConditions spoken(String language, String surtitles, boolean seats, Attendance attendance) {
        return new SearchConditions(
                null, null, "", List.of(), "", language, surtitles, seats, attendance, null, "", 20, false);
    }

    private static SearchConditions near(int kilometres) {
        return new SearchConditions(
                null, null, "", List.of(), "", "", "", false, null, LYON, "Lyon", kilometres, false);
    }

    private SearchAnswer ask(SearchConditions conditions) {
        return data.ask(SearchQuestion.of("").piece(Order.DATE, 0, 20).under(conditions));
    }

    private List<String> titles(SearchConditions conditions) {
        return ask(conditions).hits().stream().map(SearchAnswer.Hit::title).toList();
    }

    @Test
    void oneDateMustOfferAllThatIsAsked() {
        assertThat(titles(price("40", Need.HI))).containsExactly("Deux soirs");
        assertThat(titles(price("15"))).containsExactly("Deux soirs", "Sur un écran");
        // the cheap date is not accessible, and the accessible one not cheap
        assertThat(titles(price("15", Need.HI))).isEmpty();
        assertThat(ask(price("15")).hits().get(0).dateCount()).isEqualTo(1);
        assertThat(data.titles(SearchQuestion.of("deux")
                        .during(
                                When.SPAN,
                                java.time.LocalDate.parse("2026-12-01"),
                                java.time.LocalDate.parse("2026-12-01"))
                        .under(price("15"))))
                .isEmpty();
    }

    @Test
    void whatIsNotSaidIsToldApart() {
        assertThat(ask(price("15")).silent()).isEqualTo(new Silent(1, 0, 1, 0, 0, 0, 0, 0));
        assertThat(ask(price("15", Need.HI)).silent()).isEqualTo(new Silent(2, 0, 1, 2, 0, 0, 0, 0));
        assertThat(titles(price("15").withSilent(true))).contains("Sans rien dire");
        assertThat(ask(price("15").withSilent(true)).silent()).isEqualTo(Silent.NONE);
    }

    @Test
    void agesThatContradictEachOtherSayNothing() {
        assertThat(titles(child(8))).containsExactly("Deux soirs");
        assertThat(titles(child(7))).isEmpty();
        assertThat(ask(child(7)).silent().age()).isEqualTo(2);
    }

    @Test
    void languagesSeatsAndAttendance() {
        assertThat(titles(spoken("fr", "nl", false, null))).containsExactly("Deux soirs");
        assertThat(titles(spoken("de", "", false, null))).isEmpty();
        assertThat(ask(spoken("", "", true, null)).dates()).isEqualTo(3);
        assertThat(titles(spoken("", "", false, Attendance.ONLINE))).containsExactly("Sur un écran");
        assertThat(titles(spoken("", "", false, Attendance.OFFLINE))).containsExactly("Deux soirs", "Sans rien dire");
        assertThat(ask(SearchConditions.NONE).facets().languages())
                .containsExactly(new Count("en", "en", 1), new Count("fr", "fr", 1));
        assertThat(ask(SearchConditions.NONE).facets().accessibility())
                .containsExactly(new Count("hi", "hi", 1), new Count("ii", "ii", 1), new Count("pi", "pi", 1));
    }

    private static SearchConditions meantFor(String audience) {
        return new SearchConditions(null, null, "", List.of(), audience, "", "", false, null, null, "", 20, false);
    }

    @Test
    void whoeverIsMeantIsFoundWithNarrowerAudiencesAndSilentShowsAreToldApart() {
        assertThat(titles(meantFor("young-audience"))).containsExactly("Deux soirs");
        assertThat(ask(meantFor("young-audience")).dates()).isEqualTo(1);
        assertThat(ask(meantFor("young-audience")).silent()).isEqualTo(new Silent(2, 0, 0, 0, 2, 0, 0, 0));
        assertThat(titles(meantFor("toddlers"))).containsExactly("Deux soirs");
        assertThat(titles(meantFor("everyone"))).isEmpty();
        assertThat(titles(meantFor("members"))).isEmpty();
        assertThat(titles(meantFor("members").withSilent(true))).containsExactly("Sans rien dire", "Sur un écran");
        SearchAnswer all = ask(SearchConditions.NONE);
        assertThat(all.facets().audiences())
                .containsExactly(
                        new Count("schools", "schools", 1),
                        new Count("toddlers", "toddlers", 1),
                        new Count("young-audience", "young-audience", 1));
        assertThat(all.hits().get(0).offer().audiences()).containsExactly("schools", "toddlers", "young-audience");
    }

    @Test
    void theNearestComesFirstAndAnAmbiguousTownIsNowhere() {
        SearchAnswer around =
                data.ask(SearchQuestion.of("").piece(Order.DISTANCE, 0, 20).under(near(50)));
        assertThat(around.hits()).extracting(SearchAnswer.Hit::title).containsExactly("Deux soirs", "Sur un écran");
        assertThat(around.hits().get(1).offer().kilometres()).isBetween(1.0, 8.0);
        assertThat(around.silent().place()).isEqualTo(1);
        assertThat(titles(near(1))).doesNotContain("Sur un écran");
    }

    @Test
    void aVenueLiesWhereSomebodySaidNotInTheMiddleOfItsTown() {
        data.run(1, "update venue set latitude = 45.9, longitude = 4.9 where name = 'Opéra'");
        data.run(1, "update venue set latitude = 45.7676, longitude = 4.8365 where name = 'Halle'");
        SearchAnswer around =
                data.ask(SearchQuestion.of("").piece(Order.DISTANCE, 0, 20).under(near(50)));
        assertThat(around.hits())
                .extracting(SearchAnswer.Hit::title)
                .containsExactlyInAnyOrder("Deux soirs", "Sans rien dire", "Sur un écran");
        assertThat(around.hits().get(2).title()).isEqualTo("Sur un écran");
        assertThat(around.hits().get(2).offer().kilometres()).isBetween(14.0, 18.0);
        assertThat(around.silent().place()).isZero();
    }

    @Test
    void placesAreCountedWhereNoShowIsAskedFor() {
        data.run(1, "update venue set latitude = 45.7676, longitude = 4.8365 where name = 'Opéra'");
        var again = data.production(1, "Encore", "Théâtre", "Théâtre de la Croix-Rousse", "Lyon");
        data.date(again, "2026-12-05T20:00", null);
        SearchAnswer counted = data.ask(SearchQuestion.of("").piece(Order.DATE, 0, 0));
        assertThat(counted.hits()).isEmpty();
        assertThat(counted.total()).isEqualTo(4);
        assertThat(counted.facets().places())
                .extracting(at -> at.name() + " " + at.shows())
                .as("two in the middle of Lyon, one where it lies, one in a town of which there are several")
                .containsExactly("Lyon 2", "Opéra, Villeurbanne 1");
        assertThat(data.ask(SearchQuestion.of("")).facets().places()).isEmpty();
    }

    @Test
    void aPriceThatChangesIsFoundAnew() {
        assertThat(titles(price("5"))).containsExactly("Sur un écran");
        data.run(1, "update description set value = '300' where property = 'price_from' and value = '1000'");
        assertThat(titles(price("5"))).containsExactly("Deux soirs", "Sur un écran");
    }
}
