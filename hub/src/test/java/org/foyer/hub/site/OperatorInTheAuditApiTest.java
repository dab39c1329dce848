package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.junit.jupiter.api.Test;

/** Whatever an operator may change through a route leaves a line in the audit, in their name: each route of routes.csv is tried. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
@TestProfile(OperatorInTheAuditApiTest.InADataSpace.class)
class OperatorInTheAuditApiTest {

    /** What changes nothing of the node: coming and going, one's own browser, questions in a body, and messages of other nodes. */
    private static final Set<String> NO_ACTS = Set.of(
            "POST /api/session",
            "DELETE /api/session",
            "POST /api/session/link",
            "POST /link",
            "POST /login",
            "POST /logout",
            "POST /preferences",
            "POST /sparql",
            "POST /api/reconciliation",
            "POST /dsp/2025-1/data/{transfer}",
            "POST /dsp/2025-1/grants/{step}",
            "POST /dsp/2025-1/networks/{step}",
            "POST /dsp/2025-1/overlap/{step}",
            "POST /dsp/2025-1/pooled/{step}",
            "POST /dsp/2025-1/reach/{step}",
            "POST /dsp/2025-1/study/{step}",
            "POST /dsp/2025-1/{endpoint:.+}");

    private static final String OFFER =
            "{\"@id\":\"offer-1\",\"@type\":\"Offer\",\"permission\":[{\"action\":\"use\"}]}";
    /** A node with an address, so that it has a data space; nobody is reached, and what is sent waits. */
    public static final class InADataSpace implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("foyer.address", "https://node.example");
        }
    }

    private final Map<String, Supplier<Response>> acts = new LinkedHashMap<>();
    private int numbers;

    private String unused(String what) {
        return what + "-" + ++numbers;
    }

    private static Response json(String method, String path, Object body) {
        return People.as("operator").contentType(ContentType.JSON).body(body).request(method, path);
    }

    private static Response form(String path, Map<String, String> fields) {
        return People.as("operator")
                .accept("*/*")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParams(fields)
                .post(path);
    }

    private long account() {
        return People.node().accounts().add(unused("clerk"), "Clerk", false).id();
    }

    private long memberOfTwo() {
        Node node = People.node();
        long account = account();
        node.accounts()
                .setRole(account, node.houses().bySlug("two").orElseThrow().id(), Role.READER);
        return account;
    }

    private static DataSpaceNode space() {
        return Arc.container().instance(DataSpaceDesk.class).get().get().orElseThrow();
    }

    private static String key() {
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPublic()
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers how it is called. */
    private String participant() {
        String id = "urn:foyer:node:" + unused("p");
        assertThat(space().participants()
                        .add(
                                id,
                                "Neighbour",
                                "https://" + id.substring(15) + ".example/dsp/2025-1",
                                key(),
                                Actor.commandLine()))
                .isEmpty();
        return id;
    }

    /** An agreement under which a participant gives data to this node; answers its name. */
    private String agreement() {
        String id = "urn:uuid:" + UUID.randomUUID();
        Instant now = Instant.now();
        assertThat(space().space()
                        .conversations()
                        .keep(new Agreement(
                                id,
                                participant(),
                                Side.CONSUMER,
                                "programme-1",
                                "{\"permission\":[{\"action\":\"use\"}]}",
                                now,
                                now,
                                null,
                                null)))
                .isTrue();
        return id;
    }

    /** A conversation of which the other side knows: there is nobody at its address, so what it would answer is written down here. */
    private String known() {
        String pid = transfer();
        People.node()
                .register()
                .write(handle -> handle.execute(
                        "update dataspace_conversation set state = 'REQUESTED', counter_pid = ? where pid = ?",
                        "urn:uuid:" + UUID.randomUUID(),
                        pid));
        return pid;
    }

    /** A conversation that was begun just now; answers its name on this side. */
    private String transfer() {
        String agreement = agreement();
        Agreement kept = space().space().conversations().agreements(0, Conversations.PAGE_MAX).stream()
                .filter(one -> one.id().equals(agreement))
                .findFirst()
                .orElseThrow();
        String address = space().participants()
                .find(kept.participant())
                .orElseThrow()
                .participant()
                .address()
                .toString();
        return space().space()
                .conversations()
                .transfer(kept.participant(), address, agreement, SharedDataset.PULL)
                .conversation()
                .orElseThrow()
                .pid();
    }

    private void accounts() {
        acts.put(
                "POST /api/accounts",
                () -> json("POST", "/api/accounts", Map.of("login", unused("clerk"), "name", "Clerk")));
        acts.put(
                "POST /api/accounts/observers",
                () -> json(
                        "POST",
                        "/api/accounts/observers",
                        Map.of("login", unused("funder"), "name", "Funder", "body", "Ministry")));
        acts.put("DELETE /api/accounts/{account}", () -> json("DELETE", "/api/accounts/" + account(), ""));
        acts.put("POST /api/accounts/{account}/link", () -> json("POST", "/api/accounts/" + account() + "/link", ""));
        acts.put(
                "POST /node/accounts", () -> form("/node/accounts", Map.of("login", unused("clerk"), "name", "Clerk")));
        acts.put(
                "POST /node/accounts/{account}/disable",
                () -> form("/node/accounts/" + account() + "/disable", Map.of()));
        acts.put("POST /node/accounts/{account}/link", () -> form("/node/accounts/" + account() + "/link", Map.of()));
        acts.put("POST /account/password", () -> {
            People.node().accounts().setPassword(People.account("operator").id(), People.PASSWORD);
            return form("/account/password", Map.of("present", People.PASSWORD, "password", People.PASSWORD));
        });
    }

    private void houses() {
        acts.put(
                "POST /api/houses",
                () -> json(
                        "POST", "/api/houses", Map.of("name", unused("Hall"), "discipline", "theatre", "seats", 90)));
        acts.put(
                "POST /node/houses",
                () -> form("/node/houses", Map.of("name", unused("Hall"), "discipline", "theatre", "seats", "90")));
        acts.put(
                "POST /api/houses/{house}/members",
                () -> json("POST", "/api/houses/two/members", Map.of("login", member(), "role", "reader")));
        acts.put(
                "DELETE /api/houses/{house}/members/{account}",
                () -> json("DELETE", "/api/houses/two/members/" + memberOfTwo(), ""));
        acts.put("POST /h/{house}/members", () -> form("/h/two/members", Map.of("login", member(), "role", "reader")));
        acts.put(
                "POST /h/{house}/members/{account}/remove",
                () -> form("/h/two/members/" + memberOfTwo() + "/remove", Map.of()));
    }

    private String member() {
        String login = unused("usher");
        People.node().accounts().add(login, login, false);
        return login;
    }

    private void dataSpace() {
        String base = "/api/data-space/";
        acts.put(
                "POST /api/data-space/participants",
                () -> json("POST", base + "participants", named("key", "publicKey")));
        acts.put(
                "DELETE /api/data-space/participants/{participant}",
                () -> json("DELETE", base + "participants/" + participant(), ""));
        acts.put(
                "POST /api/data-space/participants/{participant}/keys",
                () -> json("POST", base + "participants/" + participant() + "/keys", Map.of("publicKey", key())));
        acts.put("DELETE /api/data-space/participants/{participant}/keys", () -> {
            String id = participant();
            assertThat(space().participants().addKey(id, key(), Actor.commandLine()))
                    .isEmpty();
            return json("DELETE", base + "participants/" + id + "/keys", "");
        });
        acts.put("POST /api/data-space/negotiations", () -> {
            String wish =
                    "{\"provider\":\"%s\",\"dataset\":\"programme-1\",\"offer\":%s}".formatted(participant(), OFFER);
            return json("POST", base + "negotiations", wish);
        });
        acts.put(
                "POST /api/data-space/agreements/{agreement}/transfers",
                () -> json("POST", base + "agreements/" + agreement() + "/transfers", ""));
        acts.put(
                "DELETE /api/data-space/agreements/{agreement}",
                () -> json("DELETE", base + "agreements/" + agreement(), ""));
        acts.put(
                "POST /api/data-space/conversations/{conversation}",
                () -> json(
                        "POST",
                        base + "conversations/" + known(),
                        Map.of("say", Message.endOf(Kind.TRANSFER).name(), "reason", "enough")));
        acts.put(
                "POST /node/data-space/participants", () -> form("/node/data-space/participants", named("key", "key")));
        acts.put(
                "POST /node/data-space/participants/revoked",
                () -> form("/node/data-space/participants/revoked", Map.of("id", participant())));
        acts.put(
                "POST /node/data-space/transfers/{transfer}/stop",
                () -> form("/node/data-space/transfers/" + known() + "/stop", Map.of()));
    }

    /** Fields that name a participant nobody knows yet. */
    private Map<String, String> named(String what, String keyField) {
        String id = unused(what);
        return Map.of(
                "id", "urn:foyer:node:" + id, "name", "New", "address", "https://" + id + ".example", keyField, key());
    }

    private static Set<String> routesOfTheOperator() throws IOException {
        try (InputStream in = OperatorInTheAuditApiTest.class.getResourceAsStream("/site/routes.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int operator = List.of(lines.get(0).split(",")).indexOf("operator");
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .filter(cells -> !cells[0].equals("GET") && cells[operator].equals("ok"))
                    .map(cells -> cells[0] + " " + cells[1])
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyRouteThatTheOperatorMayChangeSomethingByLeavesALine() throws IOException {
        Node node = People.node();
        accounts();
        houses();
        dataSpace();
        Set<String> known = new TreeSet<>(acts.keySet());
        known.addAll(NO_ACTS);
        assertThat(routesOfTheOperator()).isEqualTo(known);
        acts.forEach((route, act) -> {
            Set<Long> before = lines(node);
            Response answer = act.get();
            assertThat(answer.statusCode()).as(route + ": " + answer.asString()).isBetween(200, 399);
            Set<Long> after = lines(node);
            after.removeAll(before);
            assertThat(after).as(route).isNotEmpty();
        });
        assertThat(node.audit().intact()).isTrue();
    }

    /** Numbers of the newest lines that the operator wrote. */
    private static Set<Long> lines(Node node) {
        return node.audit().lines(null, 0, 200).stream()
                .filter(line -> line.actor().equals("operator"))
                .map(Audit.Line::sequence)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
