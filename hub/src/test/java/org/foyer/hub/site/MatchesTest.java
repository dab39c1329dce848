package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.linking.MatchList;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.Test;

/** In a house of its own, since other tests import into theirs. Doubtful matches over HTTP: who sees them, what is written down, what becomes of a decision. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class MatchesTest {

    /** People who share a name and more or less beside. */
    private static final String BUYERS = """
            insert into personal.person (house, person, sealed, with_birth_year, contact_key, run, line)
            select $1, 2 * n + k, personal.sealed($1, ['ref-' || (2 * n + k), 'Varenne' || (n % 17), 'Odile' || n, null, null,
              case when k = 0 then n || ' rue Haute' end, '690' || (10 + n % 9), 'Lyon', null,
              case when k = 0 or n % 3 = 0 then cast(1940 + n % 50 as varchar) end]),
              k = 0 or n % 3 = 0, 2 * n + k, 1, 1
            from range(60) a (n), range(2) b (k)
            """;

    private static House settled() {
        Node node = People.node();
        House house = node.houses().bySlug("matched").orElse(null);
        if (house == null) {
            house = node.houses().add(People.house("matched"));
            for (Role role : Role.values()) {
                String login = "matched-" + role.name().toLowerCase(Locale.ROOT);
                node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
            }
            node.intake().receive(house.id(), "first.csv", InputStream.nullInputStream()); // makes the key of the house
            HouseId id = house.id();
            node.warehouse().write(id, connection -> {
                try (PreparedStatement insert = connection.prepareStatement(BUYERS)) {
                    insert.setInt(1, id.value());
                    return insert.executeUpdate();
                }
            });
            node.samePerson().link(house);
        }
        return house;
    }

    private static Audit.Line last(House house) {
        return People.node().audit().lines(house.id(), 0, 1).get(0);
    }

    @Test
    void anEditorSeesPairsAndEachLookIsWrittenDownWithoutNames() {
        House house = settled();
        MatchList list = People.node().samePerson().doubtful(house.id(), 0, 200);
        assertThat(list.doubtful()).as("the buyers of this test leave doubts").isPositive();
        People.as("matched-editor")
                .get("/api/houses/matched/matches?limit=1")
                .then()
                .statusCode(200)
                .body("doubtful", equalTo(list.doubtful()))
                .body("standing.buyers", equalTo(120))
                .body("matches.size()", equalTo(1))
                .body(
                        "matches[0].one.person",
                        equalTo(list.matches().get(0).one().person()))
                .body("matches[0].steps.size()", equalTo(6));
        Audit.Line line = last(house);
        assertThat(line.action()).isEqualTo("people-seen");
        assertThat(line.actor()).isEqualTo("matched-editor");
        assertThat(line.detail())
                .startsWith("pairs 1, buyers ")
                .contains(list.matches().get(0).one().person())
                .doesNotContain("Odile", "Varenne");
    }

    @Test
    void aReaderSeesNoName() {
        settled();
        People.as("matched-reader").get("/api/houses/matched/matches").then().statusCode(403);
        People.as("matched-reader")
                .accept(ContentType.HTML)
                .get("/h/matched/matches")
                .then()
                .statusCode(403);
        People.as("matched-reader")
                .accept(ContentType.HTML)
                .header("Accept-Language", "en")
                .get("/h/matched/audience")
                .then()
                .statusCode(200)
                .body(containsString("120"))
                .body(containsString("Nobody to tell of yet")); // no sale line names them
    }

    @Test
    void aDecisionIsKeptCountsAndCanBeWithdrawn() {
        House house = settled();
        Map<String, String> wish = Map.of("one", "10", "other", "90", "verdict", "same");
        People.as("matched-editor")
                .contentType(ContentType.JSON)
                .body(wish)
                .post("/api/houses/matched/matches/decisions")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("same"));
        assertThat(last(house).action()).isEqualTo("people-decided");
        assertThat(last(house).detail()).isEqualTo("same: people 10 90");
        People.node().samePerson().link(house);
        assertThat(People.node().samePerson().match(house, "10", "90"))
                .hasValueSatisfying(match -> assertThat(match.joined()).isTrue());
        People.as("matched-steward")
                .get("/api/houses/matched/matches/decisions")
                .then()
                .body("find { it.one == '10' }.by", equalTo("matched-editor"));
        People.as("matched-editor")
                .delete("/api/houses/matched/matches/decisions/10/90")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true));
        People.as("matched-editor")
                .contentType(ContentType.JSON)
                .body(Map.of("one", "10", "other", "9999", "verdict", "same"))
                .post("/api/houses/matched/matches/decisions")
                .then()
                .statusCode(404)
                .body("code", equalTo("match-unknown"));
        People.as("matched-editor")
                .contentType(ContentType.JSON)
                .body(Map.of("one", "10", "other", "90", "verdict", "perhaps"))
                .post("/api/houses/matched/matches/decisions")
                .then()
                .statusCode(400);
    }

    @Test
    void thePageShowsPairsInBothLanguagesAndTakesDecisions() {
        House house = settled();
        People.as("matched-editor")
                .accept(ContentType.HTML)
                .header("Accept-Language", "en")
                .get("/h/matched/matches")
                .then()
                .statusCode(200)
                .body(containsString("Doubtful matches"))
                .body(containsString("name=\"verdict\" value=\"different\""));
        People.as("matched-editor")
                .accept(ContentType.HTML)
                .header("Accept-Language", "fr")
                .get("/h/matched/matches")
                .then()
                .statusCode(200)
                .body(containsString("Rapprochements douteux"));
        People.as("matched-editor")
                .accept(ContentType.HTML)
                .contentType(ContentType.URLENC)
                .formParam("one", "20")
                .formParam("other", "70")
                .formParam("verdict", "different")
                .formParam("offset", "0")
                .redirects()
                .follow(false)
                .post("/h/matched/matches")
                .then()
                .statusCode(303)
                .header("Location", containsString("said=different"));
        assertThat(last(house).detail()).isEqualTo("different: people 20 70");
        People.as("matched-editor")
                .accept(ContentType.HTML)
                .contentType(ContentType.URLENC)
                .formParam("one", "20")
                .formParam("other", "999")
                .formParam("verdict", "same")
                .redirects()
                .follow(false)
                .post("/h/matched/matches")
                .then()
                .statusCode(404)
                .body(containsString("role=\"alert\""));
    }
}
