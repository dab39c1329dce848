package org.foyer.hub.site;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.internal.server.RunningNode;

/** Two houses and the people of the tests, made once: reader, editor and steward of "one", steward of "two", operator, and a funder. */
final class People {

    static final String PASSWORD = "a sentence that is long enough";

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private People() {}

    static Node node() {
        Node node = Arc.container().instance(RunningNode.class).get().get();
        if (node.houses().bySlug("one").isEmpty()) {
            settle(node);
        }
        return node;
    }

    private static void settle(Node node) {
        House one = node.houses().add(house("one"));
        House two = node.houses().add(house("two"));
        for (Role role : Role.values()) {
            String login = role.name().toLowerCase(java.util.Locale.ROOT);
            node.accounts().setRole(node.accounts().add(login, login, false).id(), one.id(), role);
        }
        node.accounts().setRole(node.accounts().add("other", "other", false).id(), two.id(), Role.STEWARD);
        node.accounts().add("operator", "operator", true);
        node.accounts().addObserver("observer", "observer", "Région Exemple");
    }

    /** The day it is in these houses, which near midnight is not the day of the machine. */
    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    static House house(String slug) {
        return new House(
                new HouseId(1),
                slug,
                "House " + slug,
                Discipline.THEATRE,
                400,
                PostalAddress.UNKNOWN,
                null,
                ZONE,
                Currency.getInstance("EUR"),
                false);
    }

    static Accounts.Account account(String login) {
        return node().accounts().byLogin(login).orElseThrow();
    }

    /** A new session of this person, by a one-time link, which costs no password digest. */
    static String session(String login) {
        Accounts accounts = node().accounts();
        return accounts.useOneTimeLink(accounts.oneTimeLink(account(login).id(), Duration.ofMinutes(5)))
                .orElseThrow()
                .sessionSecret();
    }

    /** A request of this person's browser, with cookie and token of the session. */
    static RequestSpecification as(String login) {
        String session = session(login);
        String csrf = RestAssured.given()
                .cookie("foyer_session", session)
                .get("/api/session")
                .path("csrf");
        return RestAssured.given()
                .accept(ContentType.JSON)
                .cookie("foyer_session", session)
                .header("X-CSRF-Token", csrf);
    }
}
