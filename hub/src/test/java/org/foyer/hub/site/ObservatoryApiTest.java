package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.ArchivedFile;
import org.junit.jupiter.api.Test;

/**
 * The tables of seven houses over HTTP, on a node of their own: for their members alone until their network decides, and then for anybody
 * as a page, CSV, JSON-stat and an entry of the catalogue. Each house plays a play and a dance piece in October.
 */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
@TestProfile(ObservatoryApiTest.OfItsOwn.class)
class ObservatoryApiTest {

    private static final int HOUSES = 7;
    private static final String HEADER =
            "billet;opération;date de vente;montant;spectacle;genre;date;n° client;nom;prénom;e-mail\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final String TABLE = "tickets-genre-month";

    /** Other tests hold that nothing is published. */
    public static final class OfItsOwn implements QuarkusTestProfile {}

    private static Season season() {
        return People.node().observatoryGate().newest();
    }

    /** Thirty tickets in the first house, five more in each next one: 315 in all. */
    private static String tickets(int house, String show, String genre, LocalDate day) {
        StringBuilder sales = new StringBuilder();
        for (int buyer = 1; buyer <= 30 + 5 * house; buyer++) {
            sales.append("%s-%d;vente;%s 10:00;20,00;%s;%s;%s 20:00;%d;Nom%d;Ada;b%d@seen-%d.example%n"
                    .formatted(
                            show.charAt(0),
                            buyer,
                            day.minusDays(9).format(DAY),
                            show,
                            genre,
                            day.format(DAY),
                            buyer,
                            buyer,
                            buyer,
                            house));
        }
        return sales.toString();
    }

    private static List<House> houses() {
        Node node = People.node();
        LocalDate october = season().from().plusMonths(1);
        List<House> houses = new ArrayList<>();
        for (int i = 0; i < HOUSES; i++) {
            House house = node.houses().add(People.house("seen-" + i));
            houses.add(house);
            node.gate().join(house.id(), ObservatoryGate.PURPOSE, Actor.commandLine());
            String sales = HEADER
                    + tickets(i, "Phèdre", "Théâtre", october)
                    + tickets(i, "Giselle", "Danse", october.plusDays(20));
            ArchivedFile file = node.intake()
                    .receive(house.id(), "sales.csv", new ByteArrayInputStream(sales.getBytes(StandardCharsets.UTF_8)));
            node.intake()
                    .run(
                            new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "tester", null),
                            Progress.NONE);
        }
        node.accounts()
                .setRole(
                        node.accounts().add("seen-reader", "x", false).id(),
                        houses.get(0).id(),
                        Role.READER);
        SignedHere.signed(node, "observatory", houses);
        return houses;
    }

    /** In a network of all of them. */
    private static void decided(List<House> houses) {
        Networks networks = People.node().pooling().networks();
        House first = houses.get(0);
        Actor actor = Actor.commandLine();
        String network = done(networks.found(
                        first, new Networks.Founding("Quai", "Voir ensemble", "co-operative", null), actor))
                .network();
        assertThat(network).isNotNull();
        List<House> members = new ArrayList<>(List.of(first));
        for (House house : houses.subList(1, houses.size())) {
            done(networks.invite(first, network, house.slug(), null, actor));
            counted(members, network, done(networks.join(house, network, actor)));
            members.add(house);
        }
        Networks.Wish wish = new Networks.Wish(
                Kind.PURPOSE, "Publier", "Savoir", Matter.decision(ObservatoryGate.PURPOSE, "Publier"), null);
        counted(members, network, done(networks.propose(first, network, wish, actor)));
    }

    private static void counted(List<House> members, String network, Networks.Done opened) {
        Long proposal = opened.proposal();
        assertThat(proposal).isNotNull();
        Actor actor = Actor.commandLine();
        members.forEach(
                house -> done(People.node().pooling().networks().vote(house, network, proposal, Choice.YES, actor)));
        done(People.node().pooling().networks().close(members.get(0), network, proposal, actor));
    }

    private static Networks.Done done(Networks.Done done) {
        assertThat(done.faults()).isEmpty();
        return done;
    }

    private static Response anybody(String path) {
        return RestAssured.given().accept("*/*").get(path);
    }

    private static String catalogue() {
        return RestAssured.given()
                .accept("application/n-triples")
                .get("/api/catalog")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void tablesAreForMembersUntilTheirNetworkDecidesAndThenForAnybody() {
        List<House> houses = houses();
        People.as("seen-reader")
                .get("/api/observatory")
                .then()
                .statusCode(200)
                .body("open", equalTo(false))
                .body("simulated", equalTo(false))
                .body("season", equalTo(season().firstYear()))
                .body("tables.id", hasItems(TABLE, "tickets-genre-weekday"));
        People.as("seen-reader")
                .accept("*/*")
                .get("/observatory/" + TABLE + ".csv")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
        People.as("other").get("/api/observatory").then().statusCode(200).body("tables", hasSize(0));
        for (String closed : List.of("/api/observatory", "/observatory", "/observatory/" + TABLE + ".csv")) {
            assertThat(anybody(closed).statusCode()).as(closed).isEqualTo(404);
        }
        assertThat(catalogue()).doesNotContain("#observatory-");

        decided(houses);
        isOpenAsPage();
        isOpenAsCsv();
        isOpenAsJsonStat();
        isInTheCatalogue();
    }

    private static void isOpenAsPage() {
        anybody("/observatory")
                .then()
                .statusCode(200)
                .body(containsString("/observatory/" + TABLE + ".csv"))
                .body(containsString("/observatory/" + TABLE + ".json"))
                .body(containsString("<strong>"), containsString(">630<"));
    }

    private static void isOpenAsCsv() {
        Response csv = anybody("/observatory/" + TABLE + ".csv");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.header("Access-Control-Allow-Origin")).isEqualTo("*");
        String year = Integer.toString(season().firstYear());
        assertThat(csv.asString().lines())
                .containsExactly(
                        "season,genre,month,tickets,hidden,houses,simulated,version,definition,adopted_by",
                        year + ",theatre,10,315,false,7,false,1,not-adopted,",
                        year + ",theatre,_T,315,false,7,false,1,not-adopted,",
                        year + ",dance,10,315,false,7,false,1,not-adopted,",
                        year + ",dance,_T,315,false,7,false,1,not-adopted,",
                        year + ",_T,10,630,false,7,false,1,not-adopted,",
                        year + ",_T,_T,630,false,7,false,1,not-adopted,");
        assertThat(anybody("/observatory/tickets-of-one-house.csv").statusCode())
                .isEqualTo(404);
    }

    private static void isOpenAsJsonStat() {
        anybody("/observatory/" + TABLE + ".json")
                .then()
                .statusCode(200)
                .body("version", equalTo("2.0"))
                .body("class", equalTo("dataset"))
                .body("id", equalTo(List.of("genre", "month")))
                .body("size", equalTo(List.of(3, 2)))
                .body("dimension.genre.category.index", equalTo(List.of("theatre", "dance", "_T")))
                .body("value", equalTo(List.of(315, 315, 315, 315, 630, 630)))
                .body("extension.houses", equalTo(HOUSES))
                .body("extension.definition", containsString(TABLE));
    }

    /** Whose addresses bring the files. */
    private static void isInTheCatalogue() {
        String label = season().label();
        String catalogue = catalogue();
        assertThat(catalogue).contains("/api/catalog#observatory-" + TABLE + "-" + label + ">");
        for (String form : List.of("csv", "json")) {
            String address = "/observatory/" + TABLE + "." + form + "?season=" + label + "&simulated=false";
            assertThat(catalogue).contains(address + ">");
            Response file = RestAssured.given()
                    .accept("*/*")
                    .queryParam("season", label)
                    .queryParam("simulated", false)
                    .get("/observatory/" + TABLE + "." + form);
            assertThat(file.statusCode()).as(address).isEqualTo(200);
            assertThat(file.asString())
                    .isEqualTo(anybody("/observatory/" + TABLE + "." + form).asString());
        }
    }
}
