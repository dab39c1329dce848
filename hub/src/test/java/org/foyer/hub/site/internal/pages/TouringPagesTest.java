package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.exchange.Tour;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.governance.TourAudience;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.site.internal.api.GrantsResource.Both;
import org.foyer.hub.site.internal.api.TourAudiences;
import org.foyer.hub.site.internal.api.TourTable;
import org.foyer.hub.site.internal.server.TourDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of requests and of a tour over four houses of a real node, in both languages; left in target/pages. */
class TouringPagesTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final List<String> FIGURES =
            List.of("daily-sales", "occupancy", "revenue", "lead-time", "catchment", "first-timers");

    @TempDir
    Path folder;

    private final List<House> theatres = new ArrayList<>();
    private Node node;
    private Tours tours;
    private House company;
    private LocalDate today;

    @BeforeEach
    void aTour() {
        node = Node.open(NodeSettings.of(folder, name -> null));
        tours = TourDesk.over(node, "", Optional::empty);
        today = LocalDate.now(node.settings().clock().withZone(ZoneId.of("Europe/Paris")));
        company = house("compagnie", "Compagnie <du> Marché", "69001");
        String[][] places = {
            {"Théâtre de la Ville haute", "01000"},
            {"Scène du Port", "29200"},
            {"Maison des arts", "67000"},
            {"Festival des Quais", "33000"}
        };
        for (String[] place : places) {
            House house = house("house-" + theatres.size(), place[0], place[1]);
            theatres.add(house);
            plays(house, theatres.size());
            asked(house);
        }
        granted(0, 0, FIGURES);
        granted(1, 7, List.of("daily-sales", "occupancy"));
        ShowGrant third = node.touring().grants().received(theatres.get(2).id()).get(0);
        node.touring().grants().decline(theatres.get(2), third.id(), "Pas avant le bilan", LEA);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private House house(String slug, String name, String postcode) {
        return node.houses()
                .add(new House(
                        new HouseId(1),
                        slug,
                        name,
                        Discipline.THEATRE,
                        300,
                        new PostalAddress(null, postcode, "Ville", null, "FR"),
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        true));
    }

    private static String run(House house) {
        return house.id().value() + "000001-"
                + org.foyer.hub.model.Season.of(LocalDate.now(ZoneId.of("Europe/Paris")))
                        .firstYear() + "-0";
    }

    private void plays(House house, int number) {
        int id = house.id().value();
        node.warehouse().write(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "insert into production (house, id, title, run) values (%d, %d000001, 'Phèdre <et> Thésée', 1)"
                                .formatted(id, id));
                for (int date = 0; date < 2; date++) {
                    LocalDate day = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(5L * number + date);
                    statement.execute(
                            ("insert into performance (house, id, production, starts_at, starts_local, day, state, capacity, run)"
                                            + " values (%1$d, %1$d00001%2$d, %1$d000001, '%3$s 19:00', '%3$s 20:00', '%3$s', 'scheduled', 300, 1)")
                                    .formatted(id, date, day));
                    statement.execute(
                            ("insert into daily_cube select %1$d, %1$d00001%2$d, date '%3$s' - d::integer, date '%3$s' - d::integer,"
                                            + " null, null, null, 4 + %4$d, 0, 0, 0, 0, 0, 8000, 0, 0, 0, 4 from range(0, 20) r (d)")
                                    .formatted(id, date, LocalDate.now(ZoneId.of("Europe/Paris")), number));
                }
            }
            return true;
        });
    }

    private void asked(House house) {
        Wish wish = new Wish("Phèdre <et> Thésée, tournée", "Pour notre <bilan>", FIGURES, today.plusDays(90));
        assertThat(tours.ask(company, "/id/run/" + run(house), wish, LEA).faults())
                .isEmpty();
    }

    private void granted(int theatre, int delay, List<String> figures) {
        House house = theatres.get(theatre);
        ShowGrant request = node.touring().grants().received(house.id()).get(0);
        Granting granting = new Granting(figures, today.minusDays(60), today.plusDays(60), delay, null);
        assertThat(node.touring()
                        .grants()
                        .grant(house, request.id(), granting, LEA)
                        .faults())
                .isEmpty();
    }

    private Tour tour() {
        return tours.tour(company, "Phèdre <et> Thésée, tournée", null, LEA).orElseThrow();
    }

    private Both both(House house) {
        return new Both(
                node.touring().grants().received(house.id()),
                node.touring().grants().sent(house.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theTourTellsEachHouseThatWasAsked(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        TourView view = new TourViews(language, company).of(tour(), tours.names(company), null);
        assertThat(view.rows()).hasSize(4);
        assertThat(view.map()).isNotNull();
        assertThat(view.curve().drawing().series()).hasSize(2);
        String page = TemplatesTest.render(language, "tour", view);
        assertThat(page)
                .contains("Phèdre &lt;et&gt; Thésée", "Scène du Port", language.say("grant_state_declined"))
                .contains(language.say("tour_withheld_show_not_granted"))
                .doesNotContain("{t:", "<et>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theTourTellsItsAudienceOrWhyNot(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        TourViews views = new TourViews(language, company);
        List<String> names = tours.names(company);
        assertThat(TemplatesTest.render(language, "tour", views.of(tour(), names, null)))
                .contains("audience=true#audience", language.say("tour_audience_count"));
        TourAudience refused = TourAudiences.of(node, LEA, company, names.get(0));
        assertThat(refused.withheld()).isEqualTo("overlap-not-taking-part");
        assertThat(refused.asked()).isEqualTo(4);
        assertThat(views.of(tour(), names, refused).audience().says())
                .isNotBlank()
                .doesNotContain("overlap");
        TourAudience told = new TourAudience(
                null,
                "2026-Q1",
                20,
                List.of("house-0", "house-1"),
                4,
                new OverlapGate.Figure(2_000L, null),
                new OverlapGate.Figure(400L, null),
                today);
        String page = TemplatesTest.render(language, "tour", views.of(tour(), names, told));
        assertThat(page)
                .contains("width=\"20%\"", language.formats().number(1_600), language.say("tour_audience_several"))
                .doesNotContain("{t:", "NOT_FOUND", language.say("tour_audience_count"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void eitherSideSeesTheRequest(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        House first = theatres.get(0);
        String reader = TemplatesTest.render(
                language,
                "grants",
                new GrantViews(language, first, today, false).view(both(first), "", null, null, List.of()));
        assertThat(reader).doesNotContain("value=\"stop\"", "value=\"grant\"", "name=\"identifier\"");
        String here = TemplatesTest.render(
                language,
                "grants",
                new GrantViews(language, first, today, true).view(both(first), "", null, null, List.of()));
        assertThat(here)
                .contains(
                        "Compagnie &lt;du&gt; Marché", "Pour notre &lt;bilan&gt;", "value=\"stop\"", "value=\"grant\"")
                .doesNotContain("{t:", "<bilan>");
        String there = TemplatesTest.render(
                language,
                "grants",
                new GrantViews(language, company, today, true).view(both(company), "", List.of(), "Fait", List.of()));
        assertThat(there)
                .contains("Pas avant le bilan", "value=\"withdraw\"", "/h/compagnie/tour?name=Ph%C3%A8dre")
                .doesNotContain("{t:");
    }

    @Test
    void theTableHasARowForEachHouseThatWasAsked() {
        List<String> rows = TourTable.of(tour()).lines().toList();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).startsWith("house,node,show,title");
        assertThat(rows).anyMatch(row -> row.startsWith("house-2,") && row.contains(",declined,"));
        assertThat(TourTable.curves(tour()).lines().toList()).hasSizeGreaterThan(20);
    }
}
