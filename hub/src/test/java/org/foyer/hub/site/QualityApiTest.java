package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.model.House;
import org.foyer.hub.store.ArchivedFile;
import org.junit.jupiter.api.Test;

/** Two houses of their own, each with a source of its own: who sees whose quality, and what goes back to a source. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class QualityApiTest {

    private static House house(String slug, String file, String text) {
        Node node = People.node();
        House house = node.houses().add(People.house(slug));
        ArchivedFile kept = node.intake()
                .receive(house.id(), file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        node.intake()
                .run(
                        new RunOrder(house.id(), List.of(kept), Matching.NONE, false, null, "tester", null),
                        Progress.NONE);
        return house;
    }

    private static void reader(String login, House... houses) {
        long account = People.node().accounts().add(login, login, false).id();
        for (House house : houses) {
            People.node().accounts().setRole(account, house.id(), Role.READER);
        }
    }

    @Test
    void eachSeesTheirHousesAndWhatTheirSourcesLack() {
        House sheet = house("sheet", "p.csv", """
                reference;titre;date;heure;lieu
                q7;Hamlet <3 <img src=x>;05/03/2044;20:00;Ici
                """);
        House page = house("page", "p.json", """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://page.example/1", "name": "La Mouette",
                 "startDate": "2044-03-06T20:00:00+01:00", "image": "https://page.example/1.jpg"}
                """);
        reader("quality-one", sheet);
        reader("quality-both", sheet, page);

        People.as("quality-one")
                .get("/api/quality")
                .then()
                .statusCode(200)
                .body("houses.house", contains("sheet"))
                .body("sources.source", contains("programme-columns"))
                .body("performances", equalTo(1));
        People.as("quality-both")
                .get("/api/quality")
                .then()
                .body("houses.house", contains("sheet", "page"))
                .body("score", equalTo((10 + 25) / 2.0f))
                .body("spread.lowest", equalTo(10f));
        People.as("operator").get("/api/quality").then().body("houses.house", hasItems("sheet", "page"));
        People.as("quality-one")
                .get("/api/quality/sources/schema-org-events")
                .then()
                .body("performances", equalTo(0));
        People.as("quality-one").get("/api/quality?house=page").then().statusCode(404);

        ofOneDate();

        String table = People.as("quality-both")
                .accept("*/*")
                .get("/api/quality/sources/programme-columns/dates.csv?house=sheet")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("programme-columns-quality.csv"))
                .extract()
                .asString();
        assertThat(table.lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(
                        "programme-columns,sheet,false,q7,Hamlet <3,2044-03-05,2044-03-05T20:00,description picture");

        pages();
    }

    /** Its points and what it lacks, for members of its house. */
    private static void ofOneDate() {
        String id = People.as("quality-one")
                .get("/api/houses/sheet/programme?from=2044-03-05&to=2044-03-05")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items[0].performance.id");
        People.as("quality-one")
                .get("/api/houses/sheet/quality/performances/" + id)
                .then()
                .statusCode(200)
                .body("score", equalTo(10f))
                .body("missing.name", hasItems("description", "picture"))
                .body("missing[0].gain", equalTo(15f));
        People.as("quality-one")
                .get("/api/houses/page/quality/performances/" + id)
                .then()
                .statusCode(404);
        People.as("quality-both")
                .get("/api/houses/page/quality/performances/999")
                .then()
                .statusCode(404);
    }

    private static void pages() {
        People.as("quality-both")
                .accept("*/*")
                .get("/quality")
                .then()
                .statusCode(200)
                .body(containsString("/h/sheet/quality"))
                .body(containsString("/quality/sources/schema-org-events"));
        People.as("quality-one")
                .accept("*/*")
                .get("/quality")
                .then()
                .body(not(containsString("La Mouette")))
                .body(not(containsString("/h/page")));
        People.as("quality-both")
                .accept("*/*")
                .get("/quality/sources/programme-columns")
                .then()
                .statusCode(200)
                .body(containsString("Hamlet &lt;3"))
                .body(not(containsString("<img src=x")))
                .body(containsString("/api/quality/sources/programme-columns/dates.csv"));
        People.as("quality-one")
                .accept("*/*")
                .get("/h/sheet/quality")
                .then()
                .statusCode(200)
                .body(containsString("/quality/sources/programme-columns?house=sheet"));
    }
}
