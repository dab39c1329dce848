package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.OverlapDesk;
import org.junit.jupiter.api.Test;

/** In a house of its own, on a node without an address: what is known of houses of other nodes is seen, nobody new can be named or asked. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class OverlapNodesApiTest {

    private static final String API = "/api/houses/beside/overlap/nodes";
    private static final Other LEAR = new Other("urn:foyer:node:far", "lear");
    private static final Other TOSCA = new Other("urn:foyer:node:far", "<tosca>");

    private static House house() {
        Node node = People.node();
        House house = node.houses().add(People.house("beside"));
        for (Role role : Role.values()) {
            String login = "beside-" + role.name().toLowerCase(Locale.ROOT);
            node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
        }
        NodeOverlapGate gate = OverlapDesk.gate(node);
        node.gate().join(house.id(), Gate.OVERLAP, Actor.commandLine());
        assertThat(gate.name(Actor.commandLine(), house, LEAR)).isNull();
        assertThat(gate.name(Actor.commandLine(), house, TOSCA)).isNull();
        assertThat(gate.giving(NodeOverlapGate.node(LEAR.node()), house, LEAR))
                .as("no agreement with it yet")
                .isEqualTo("overlap-agreement");
        node.audit()
                .write(
                        NodeOverlapGate.node(LEAR.node()),
                        house.id(),
                        "overlap-given",
                        Gate.OVERLAP,
                        "given once, while there was one");
        // the gate keeps no number without an agreement; this one stands for what was told by one that came to its end
        node.register()
                .write(handle -> handle.createUpdate("""
                        insert into overlap_answer (house, node, other, period, asked_here, about, error, withheld, told_at)
                        values (:house, :node, :other, :period, false, 870, 26, null, 0)
                        """)
                        .bind("house", house.id().value())
                        .bind("node", LEAR.node())
                        .bind("other", LEAR.house())
                        .bind("period", gate.period())
                        .execute());
        return house;
    }

    @Test
    void whatIsKnownIsSeenAndWhoHasNoAddressAsksNobody() {
        house();
        People.as("beside-reader")
                .get(API)
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("find { it.house == 'lear' }.about", equalTo(870))
                .body("find { it.house == 'lear' }.present", equalTo(true))
                .body("find { it.house == '<tosca>' }.about", nullValue());
        String page = People.as("beside-steward")
                .accept("*/*")
                .get("/h/beside/overlap")
                .asString();
        assertThat(page).contains("870", "&lt;tosca&gt;", "value=\"ask\"").doesNotContain("<tosca>");
        assertThat(People.as("beside-reader")
                        .accept("*/*")
                        .get("/h/beside/overlap")
                        .asString())
                .doesNotContain("value=\"ask\"", "value=\"forget\"");
        People.as("beside-steward")
                .get("/api/houses/beside/leaving")
                .then()
                .statusCode(200)
                .body(containsString("overlap-given"));

        Map<String, String> otello = Map.of("node", "urn:foyer:node:far", "house", "otello");
        People.as("beside-editor")
                .contentType(ContentType.JSON)
                .body(otello)
                .post(API)
                .then()
                .statusCode(403);
        People.as("beside-steward")
                .contentType(ContentType.JSON)
                .body(otello)
                .post(API)
                .then()
                .statusCode(422)
                .body("code", equalTo("overlap-node-unknown"));
        People.as("beside-steward")
                .contentType(ContentType.JSON)
                .body(otello)
                .post(API + "/questions")
                .then()
                .statusCode(409)
                .body("code", equalTo("data-space-closed"));

        People.as("beside-steward")
                .delete(API + "?node=urn:foyer:node:far&house=lear")
                .then()
                .statusCode(200)
                .body("find { it.house == 'lear' }.named", equalTo(false))
                .body("find { it.house == 'lear' }.about", equalTo(870));
        People.as("beside-steward")
                .delete(API + "?node=urn:foyer:node:far&house=lear")
                .then()
                .statusCode(404)
                .body("code", equalTo("overlap-not-named"));
    }
}
