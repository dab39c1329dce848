package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.Test;

/**
 * What two houses of one node are told of the buyers they share. Of 300 who came to the plays of the one a year ago, 200 come for the
 * first time to the dance of the other now, with 200 whom nobody saw before.
 */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class OverlapApiTest {

    private static final String HEADER =
            "billet;opération;date de vente;montant;spectacle;genre;date;n° client;nom;prénom;e-mail\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** First day of this quarter of a year, which is in the season that is looked at and never ahead. */
    private static LocalDate now() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
    }

    private static LocalDate longAgo() {
        return Season.of(now()).from().minusMonths(13);
    }

    private static void house(String slug, boolean joins) {
        Node node = People.node();
        House house = node.houses().add(People.house(slug));
        node.accounts()
                .setRole(node.accounts().add(slug + "-reader", slug, false).id(), house.id(), Role.READER);
        node.accounts()
                .setRole(node.accounts().add(slug + "-editor", slug, false).id(), house.id(), Role.EDITOR);
        if (joins) {
            node.gate().join(house.id(), Gate.OVERLAP, Actor.commandLine());
        }
    }

    /** Tickets of buyers by number, who have the same address in every house. */
    private static String tickets(String show, String genre, LocalDate day, int from, int to) {
        StringBuilder sales = new StringBuilder();
        for (int buyer = from; buyer <= to; buyer++) {
            sales.append("%s-%d;vente;%s 10:00;20,00;%s;%s;%s 20:00;%d;Nom%d;Ada;lap%d@overlap.example%n"
                    .formatted(
                            show.charAt(0),
                            buyer,
                            day.minusDays(10).format(DAY),
                            show,
                            genre,
                            day.format(DAY),
                            buyer,
                            buyer,
                            buyer));
        }
        return sales.toString();
    }

    private static void imported(String slug, String sales) {
        String api = "/api/houses/" + slug;
        Response file = People.as(slug + "-editor")
                .contentType(ContentType.BINARY)
                .body((HEADER + sales).getBytes(StandardCharsets.UTF_8))
                .post(api + "/files?name=sales.csv");
        assertThat(file.statusCode()).as(file.asString()).isEqualTo(201);
        Response run = People.as(slug + "-editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "files",
                        List.of(Map.of("sha256", file.<String>path("sha256"), "name", "sales.csv")),
                        "dryRun",
                        false))
                .post(api + "/runs");
        assertThat(run.statusCode()).as(run.asString()).isLessThan(300);
    }

    private static Response told(String slug) {
        Response told = People.as(slug + "-reader").get("/api/houses/" + slug + "/overlap");
        assertThat(told.statusCode()).as(told.asString()).isEqualTo(200);
        return told;
    }

    @Test
    void whoIsNewToTheNetworkAndWhichGenresMeetIsTold() {
        house("lap-plays", true);
        house("lap-dance", true);
        house("lap-apart", false);
        assertThat(told("lap-dance").<String>path("withheld")).isEqualTo("overlap-agreement");
        Node node = People.node();
        SignedHere.signed(
                node,
                "overlap",
                List.of(
                        node.houses().bySlug("lap-plays").orElseThrow(),
                        node.houses().bySlug("lap-dance").orElseThrow()));
        imported("lap-plays", tickets("Phèdre", "SCHAUSPIEL", longAgo(), 1, 300));
        imported(
                "lap-dance",
                tickets("Giselle", "BALLET", longAgo(), 900, 900) + tickets("Sylvia", "BALLET", now(), 101, 500));

        Response dance = told("lap-dance");
        assertThat(dance.<String>path("withheld")).isNull();
        assertThat(dance.<List<String>>path("houses")).startsWith("lap-dance").contains("lap-plays");
        Map<String, Object> newcomers = dance.path("newcomers");
        assertThat(newcomers)
                .containsEntry("withheld", null)
                .containsEntry("season", Season.of(now()).label())
                .containsEntry("firstTimers", 400)
                .containsEntry("apart", 0)
                .containsEntry("years", 1);
        int fresh = dance.path("newcomers.newToNetwork.about");
        int known = dance.path("newcomers.knownBefore.about");
        assertThat(fresh).isBetween(200 - 2 * OverlapGate.WITHIN, 200 + 2 * OverlapGate.WITHIN);
        assertThat(fresh + known).isEqualTo(400);

        Map<String, Object> crossing = dance.path("crossings.find { it.house == 'lap-plays' }");
        assertThat(crossing).isNotNull();
        Map<String, Object> cell = dance.path(
                "crossings.find { it.house == 'lap-plays' }.cells.find { it.genre == 'Danse' && it.otherGenre == 'Théâtre' }");
        assertThat(cell).containsEntry("buyers", 401);
        int about = (Integer) cell.get("about");
        assertThat(about).isBetween(200 - 2 * HouseCrossing.WITHIN, 200 + 2 * HouseCrossing.WITHIN);
        assertThat(((Number) cell.get("share")).doubleValue())
                .isCloseTo(about / 401.0, org.assertj.core.data.Offset.offset(0.001));
        assertThat(dance.asString()).as("what the house calls it").doesNotContain("BALLET", "SCHAUSPIEL");
        assertThat(told("lap-dance").asString()).as("the same again").isEqualTo(dance.asString());

        Response english =
                People.as("lap-dance-reader").header("Accept-Language", "en").get("/api/houses/lap-dance/overlap");
        assertThat(english.<List<String>>path("crossings.find { it.house == 'lap-plays' }.cells.genre"))
                .contains("Dance")
                .doesNotContain("Danse");

        Response plays = told("lap-plays");
        assertThat(plays.asString()).doesNotContain("BALLET", "SCHAUSPIEL");
        assertThat(plays.<Integer>path("newcomers.firstTimers")).isZero();
        assertThat(plays.<String>path("newcomers.newToNetwork.withheld")).isEqualTo("overlap-small");
        assertThat(
                        plays.<Object>path(
                                "crossings.find { it.house == 'lap-dance' }.cells.find { it.genre == 'Théâtre' && it.otherGenre == 'Danse' }.about"))
                .as("both houses see one number")
                .isEqualTo(about);

        Response apart = told("lap-apart");
        assertThat(apart.<String>path("withheld")).isEqualTo("not-taking-part");
        assertThat(apart.<Object>path("newcomers")).isNull();
        assertThat(apart.<List<Object>>path("crossings")).isEmpty();
    }
}
