package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.ReachDesk;
import org.junit.jupiter.api.Test;

/** In a house of its own, on a node without an address: what was named is seen and stopped, nobody is asked. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class ReachApiTest {

    private static final String API = "/api/houses/many/overlap/network";
    private static final Map<String, String> THREE = Map.of("first", "urn:a", "second", "urn:b", "pool", "urn:c");

    private static House house() {
        Node node = People.node();
        House house = node.houses().add(People.house("many"));
        for (Role role : Role.values()) {
            String login = "many-" + role.name().toLowerCase(Locale.ROOT);
            node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
        }
        node.gate().join(house.id(), Gate.OVERLAP, Actor.commandLine());
        return house;
    }

    @Test
    void whatWasNamedIsSeenAndStoppedAndWhoHasNoAddressAsksNobody() {
        House house = house();
        People.as("many-reader").get(API).then().statusCode(200).body("network", nullValue());
        People.as("many-steward")
                .contentType(ContentType.JSON)
                .body(THREE)
                .put(API)
                .then()
                .statusCode(409)
                .body("code", equalTo("data-space-closed"));
        People.as("many-editor")
                .contentType(ContentType.JSON)
                .body(THREE)
                .put(API)
                .then()
                .statusCode(403);
        assertThat(ReachDesk.gate(People.node())
                        .name(Actor.commandLine(), house, new ReachNetwork("urn:a", "urn:<b>", "urn:c")))
                .isNull();
        People.as("many-reader")
                .get(API)
                .then()
                .statusCode(200)
                .body("network.pool", equalTo("urn:c"))
                .body("told", nullValue());
        assertThat(People.as("many-steward")
                        .accept("*/*")
                        .get("/h/many/overlap")
                        .asString())
                .contains("urn:&lt;b&gt;")
                .doesNotContain("<b>");
        People.as("many-steward")
                .post(API + "/questions")
                .then()
                .statusCode(409)
                .body("code", equalTo("data-space-closed"));
        People.as("many-steward").delete(API).then().statusCode(200).body("network", nullValue());
        People.as("many-steward").delete(API).then().statusCode(404).body("code", equalTo("reach-not-named"));
    }
}
