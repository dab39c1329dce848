package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.Test;

/** In a house of its own: data products published, changed, taken away and taken back over HTTP and on the page. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class ProductsApiTest {

    private static final String API = "/api/houses/giving/products";
    private static final String PAGE = "/h/giving/products";

    private static void house() {
        Node node = People.node();
        if (node.houses().bySlug("giving").isEmpty()) {
            House house = node.houses().add(People.house("giving"));
            for (Role role : Role.values()) {
                String login = "giving-" + role.name().toLowerCase(Locale.ROOT);
                node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
            }
        }
    }

    private static RequestSpecification steward() {
        return People.as("giving-steward").contentType(ContentType.JSON);
    }

    @Test
    void aStewardPublishesAndMembersTakeAway() throws IOException {
        house();
        Map<String, Object> terms = Map.of("purpose", "study", "rhythm", "weekly", "retentionDays", 90);
        steward()
                .body(terms)
                .put(API + "/seasons")
                .then()
                .statusCode(200)
                .body("dataset", equalTo("product-seasons-giving"));
        People.as("giving-editor")
                .contentType(ContentType.JSON)
                .body(terms)
                .put(API + "/seasons")
                .then()
                .statusCode(403);
        steward()
                .body(Map.of("purpose", "selling", "retentionDays", 0))
                .put(API + "/seasons")
                .then()
                .statusCode(422)
                .body("code", equalTo("product-refused"))
                .body("title", containsString("purpose, retention"));
        steward().body(terms).put(API + "/secrets").then().statusCode(404).body("code", equalTo("product-kind"));

        RequestSpecification reader = People.as("giving-reader").accept("*/*");
        reader.get(API).then().statusCode(200).body("kinds", hasSize(4)).body("published", hasSize(1));
        assertThat(People.as("giving-reader")
                        .accept("*/*")
                        .get(API + "/seasons/contract.yaml")
                        .asString())
                .contains("v3.1.0", "product-seasons-giving");
        assertThat(People.as("giving-reader")
                        .accept("*/*")
                        .get(API + "/seasons/description.ttl")
                        .asString())
                .contains("http://www.w3.org/ns/dcat#", "http://www.w3.org/ns/dqv#");
        assertThat(names(People.as("giving-reader")
                        .accept("*/*")
                        .get(API + "/seasons/package")
                        .asByteArray()))
                .contains("datapackage.json");
        assertThat(People.as("giving-steward").get("/api/houses/giving/audit").asString())
                .contains("product-published", "product-downloaded");
        People.as("giving-steward")
                .get("/api/houses/giving/leaving")
                .then()
                .statusCode(200)
                .body("times.'product-downloaded'", equalTo(1))
                .body("lines.action", contains("product-downloaded"))
                .body("lines[0].actor", equalTo("giving-reader"))
                .body("lines[0].detail", containsString("seasons 1"));
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void thePagePublishesTellsWhatIsWrongAndTakesBack() {
        house();
        RequestSpecification form =
                People.as("giving-steward").accept("text/html").redirects().follow(false);
        form.formParam("purpose", "study")
                .formParam("rhythm", "by-hand")
                .formParam("days", "x")
                .post(PAGE + "/occupancy")
                .then()
                .statusCode(422)
                .body(containsString("role=\"alert\""), containsString("retention"));
        People.as("giving-steward")
                .accept("text/html")
                .redirects()
                .follow(false)
                .formParam("purpose", "touring")
                .formParam("rhythm", "monthly")
                .formParam("days", "30")
                .post(PAGE + "/occupancy")
                .then()
                .statusCode(303);
        People.as("giving-steward")
                .accept("text/html")
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(containsString(API + "/occupancy/package"), containsString("value=\"touring\" selected"));
        People.as("giving-reader")
                .accept("text/html")
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(containsString(API + "/occupancy/package"), not(containsString("<select id=\"purpose-")));
        People.as("giving-steward")
                .accept("text/html")
                .redirects()
                .follow(false)
                .formParam("act", "withdraw")
                .post(PAGE + "/occupancy")
                .then()
                .statusCode(303);
        People.as("giving-reader").accept("*/*").get(API + "/occupancy").then().statusCode(404);
    }
}
