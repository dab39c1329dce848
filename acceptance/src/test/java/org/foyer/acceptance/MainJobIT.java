package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.acceptance.SimulatedHouses.NEXT_SEASON;
import static org.foyer.acceptance.SimulatedHouses.SEASON;
import static org.foyer.acceptance.SimulatedHouses.TODAY;
import static org.foyer.acceptance.SimulatedHouses.described;
import static org.foyer.acceptance.SimulatedHouses.slug;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.foyer.acceptance.Command.Answer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The whole job, in the order in which a network does it: one house by the command line, its peers by the API of a running
 * node, then the comparison.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT extends MainJobStand {

    @Test
    @Order(1)
    void anUnknownHouseIsAnsweredWithWhatToDo() throws Exception {
        Answer answer = run(
                        "import",
                        "--house",
                        "nowhere",
                        houses.sales(houses.first(), SEASON).toString())
                .ended(3);

        assertThat(answer.err()).contains("There is no house nowhere", "foyer house add");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    @Order(2)
    void aRehearsedImportTellsAllAndKeepsNothing() throws Exception {
        JsonNode house = houses.first();
        JsonNode place = house.path("address");
        run(
                        "house",
                        "add",
                        house.path("name").asText(),
                        "--short-name=" + slug(house),
                        "--discipline=" + house.path("discipline").asText(),
                        "--seats=" + house.path("seats").asText(),
                        "--postcode=" + place.path("postcode").asText(),
                        "--city=" + place.path("city").asText(),
                        "--region=" + place.path("region").asText(),
                        "--country=FR",
                        "--simulated")
                .fine();

        JsonNode report = run(
                        "import",
                        "--house",
                        slug(house),
                        "--dry-run",
                        "--format=json",
                        houses.sales(house, SEASON).toString())
                .fine()
                .json();

        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("taken").asLong())
                .isEqualTo(houses.told(house, SEASON).path("lines").asLong());
        assertThat(run("runs", "--house", slug(house)).fine().out().lines()).hasSize(1);
    }

    @Test
    @Order(3)
    void aHousesFilesBecomeItsFigures() throws Exception {
        JsonNode house = houses.first();
        JsonNode report = run(
                        "import",
                        "--house",
                        slug(house),
                        "--format=json",
                        houses.programme(house).toString(),
                        houses.sales(house, SEASON).toString())
                .fine()
                .json();

        assertThat(report.path("state").asText()).isEqualTo("COMMITTED");
        assertThat(report.path("tickets").asLong())
                .isEqualTo(houses.told(house, SEASON).path("tickets").asLong());
        assertThat(report.path("amount").asLong())
                .isEqualTo(houses.told(house, SEASON).path("amount").asLong());
        figures = figures();
        assertThat(figures.path("simulated").asBoolean()).isTrue();
        assertThat(measured(figures)).contains("occupancy", "average-yield", "revenue-per-seat", "channel-mix");
        assertThat(value(figures, "occupancy")).isBetween(0.1, 1.0);
    }

    @Test
    @Order(4)
    void theSameFileTwiceChangesNothing() throws Exception {
        JsonNode again = run(
                        "import",
                        "--house",
                        slug(houses.first()),
                        "--format=json",
                        houses.sales(houses.first(), SEASON).toString())
                .fine()
                .json();

        assertThat(again.path("taken").asLong()).isZero();
        assertThat(again.path("unchanged").asLong())
                .isEqualTo(houses.told(houses.first(), SEASON).path("lines").asLong());
        assertThat(figures()).isEqualTo(figures);
    }

    @Test
    @Order(5)
    void anImportIsTakenBackAndTheFiguresReturn() throws Exception {
        JsonNode next = run(
                        "import",
                        "--house",
                        slug(houses.first()),
                        "--format=json",
                        houses.sales(houses.first(), NEXT_SEASON).toString())
                .fine()
                .json();
        assertThat(next.path("tickets").asLong())
                .isEqualTo(
                        houses.told(houses.first(), NEXT_SEASON).path("tickets").asLong());
        JsonNode more = season(NEXT_SEASON);
        assertThat(value(more, "occupancy")).isPositive();

        run("undo", next.path("run").asText()).fine();

        assertThat(measured(season(NEXT_SEASON))).doesNotContain("occupancy");
        assertThat(figures()).isEqualTo(figures);
    }

    @Test
    @Order(6)
    void theWarehouseIsMadeAgainFromTheArchiveWithTheSameFigures() throws Exception {
        run("rebuild").fine();

        assertThat(figures()).isEqualTo(figures);
    }

    @Test
    @Order(7)
    void theProgrammeGoesOutAsLinkedDataAndAsACalendar() throws Exception {
        JsonNode graph = export("jsonld").json();
        String calendar = export("ical").out();

        long performances = 4;
        assertThat(nodes(graph, "Event")).hasSize((int) performances);
        assertThat(graph.toString()).contains("Angers", "49000", "schema.org");
        assertThat(calendar.lines().filter("BEGIN:VEVENT"::equals)).hasSize((int) performances);
        assertThat(graph.toString() + calendar).containsIgnoringCase("simul");
    }

    @Test
    @Order(8)
    void aHouseThatDoesNotTakePartIsToldSoInsteadOfAComparison() throws Exception {
        JsonNode comparison = run("compare", "--house", slug(houses.first()), "--season", SEASON)
                .fine()
                .json();

        assertThat(comparison.path("lines")).isNotEmpty();
        assertThat(comparison.path("lines").findValuesAsText("withheld")).containsOnly("not-taking-part");
    }

    @Test
    @Order(9)
    void aRunningNodeIsHealthyAndHoldsItsFolder() throws Exception {
        node = RunningNode.serve(data);
        operator = Api.by(node.address(), node.firstLink());

        JsonNode checks =
                Api.stranger(node.address()).get("/q/health/ready").body().path("checks");
        checks.forEach(check -> {
            if (!check.path("name").asText().equals("disk")) {
                assertThat(check.path("status").asText()).as(check.toString()).isEqualTo("UP");
            }
        });
        assertThat(checks.findValuesAsText("name")).contains("register", "warehouse", "disk");
        Answer held = run("figures", "--house", slug(houses.first())).ended(75);
        assertThat(held.err()).contains(node.address());
        assertThat(held.out()).isEmpty();
    }

    @Test
    @Order(10)
    void itsOperatorSeesNoHousesFiguresAndNobodyElseSeesAnything() throws Exception {
        String path = "/api/houses/" + slug(houses.first()) + "/figures?season=" + SEASON;
        Api stranger = Api.stranger(node.address());

        assertThat(stranger.get(path).is(401).code()).isEqualTo("not-signed-in");
        assertThat(operator.get(path).is(404).code()).isEqualTo("house-unknown");
        assertThat(stranger.post("/api/session", Map.of("login", "admin", "password", "guessed"))
                        .is(401)
                        .code())
                .isEqualTo("login-refused");
        Api again =
                stranger.withSession(stranger.post("/api/session", Map.of("login", "admin", "password", Api.PASSWORD))
                        .is(204));
        assertThat(again.get("/api/session").is(200).body().path("operator").asBoolean())
                .isTrue();
    }

    @Test
    @Order(11)
    void sixPeersSendTheirFilesWithATokenAndAKeyThatCountsOnce() throws Exception {
        String link = operator.post("/api/accounts", Map.of("login", "claire", "name", "Claire"))
                .is(201)
                .body()
                .path("link")
                .asText();
        for (JsonNode house : houses.all()) {
            if (!house.equals(houses.first())) {
                operator.post("/api/houses", described(house)).is(201);
            }
            operator.post("/api/houses/" + slug(house) + "/members", Map.of("login", "claire", "role", "steward"))
                    .is(200);
        }
        steward = Api.by(node.address(), link);
        for (JsonNode house : houses.all()) {
            if (!house.equals(houses.first())) {
                send(house);
            }
        }
    }

    private static void send(JsonNode house) throws Exception {
        String path = "/api/houses/" + slug(house);
        String secret = steward.post(path + "/tokens", Map.of("name", "night", "readOnly", false, "days", 1))
                .is(201)
                .body()
                .path("secret")
                .asText();
        Api token = Api.stranger(node.address()).withToken(secret).with("Idempotency-Key", "night-1");
        List<Path> all = List.of(houses.programme(house), houses.sales(house, SEASON));

        JsonNode report = token.give(slug(house), false, all).is(201).body();

        assertThat(report.path("tickets").asLong())
                .as(slug(house))
                .isEqualTo(houses.told(house, SEASON).path("tickets").asLong());
        assertThat(report.path("amount").asLong())
                .as(slug(house))
                .isEqualTo(houses.told(house, SEASON).path("amount").asLong());
        JsonNode again = token.give(slug(house), false, all).is(201).body();
        assertThat(again).isEqualTo(report);
        assertThat(token.get(path + "/runs").is(200).body().path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(12)
    void sevenHousesThatTakePartAreComparedAndSmallerGroupsAreWithheld() throws Exception {
        for (JsonNode house : houses.all()) {
            steward.put("/api/houses/" + slug(house) + "/participation/comparison")
                    .is(204);
        }

        JsonNode all = compare("all");

        JsonNode occupancy = all.path("lines").path(0);
        assertThat(occupancy.path("indicator").asText()).isEqualTo("occupancy");
        assertThat(occupancy.path("own").asDouble()).isEqualTo(value(figures, "occupancy"));
        assertThat(occupancy.path("withheld").isNull()).as(all.toPrettyString()).isTrue();
        assertThat(occupancy.path("peers").asInt()).isEqualTo(6);
        assertThat(occupancy.path("lowerQuartile").asDouble())
                .isBetween(0.05, occupancy.path("median").asDouble());
        assertThat(occupancy.path("upperQuartile").asDouble())
                .isBetween(occupancy.path("median").asDouble(), 1.2);
        assertThat(occupancy.path("position").asText()).isIn("below", "middle", "above");
        JsonNode few = compare("discipline");
        assertThat(few.path("lines").path(0).path("withheld").asText()).isEqualTo("too-few-houses");
        assertThat(few.path("lines").path(0).path("median").isNull()).isTrue();
    }

    private static JsonNode compare(String group) throws Exception {
        return steward.get("/api/houses/" + slug(houses.first()) + "/comparison?season=" + SEASON + "&group=" + group)
                .is(200)
                .body();
    }

    @Test
    @Order(13)
    void figuresAreThoseOfTheCommandAndAreSentAgainOnlyWhenSomethingChanged() throws Exception {
        String path = "/api/houses/" + slug(houses.first()) + "/figures?season=" + SEASON + "&as-of=" + TODAY;
        // buyers are linked some seconds after an import, and that is a change too
        Api.Answer fresh = steward.get(path).is(200);
        Api.Answer again = steward.with("If-None-Match", fresh.header("ETag")).get(path);
        for (int i = 0; i < 30 && again.status() == 200; i++) {
            Thread.sleep(1_000);
            fresh = again;
            again = steward.with("If-None-Match", fresh.header("ETag")).get(path);
        }
        Api known = steward.with("If-None-Match", fresh.header("ETag"));

        assertThat(value(fresh.body(), "occupancy")).isEqualTo(value(figures, "occupancy"));
        assertThat(again.is(304).text()).isEmpty();
        steward.give(slug(houses.first()), false, List.of(houses.sales(houses.first(), NEXT_SEASON)))
                .is(201);
        Map<String, Double> same = values(known.get(path).is(200).body());
        assertThat(same).isEqualTo(values(fresh.body()));
    }

    @Test
    @Order(14)
    void aProblemHasACodeASentenceAndAMendInTheAskersLanguage() throws Exception {
        String nowhere = "/api/houses/nowhere/figures";
        Api.Answer french = steward.get(nowhere).is(404);
        Api.Answer english =
                steward.with("Accept-Language", "en-GB").get(nowhere).is(404);

        assertThat(english.type()).startsWith("application/problem+json");
        assertThat(english.body().path("type").asText()).isEqualTo("urn:foyer:problem:house-unknown");
        assertThat(english.body().path("status").asInt()).isEqualTo(404);
        assertThat(english.body().path("title").asText()).contains("There is no house nowhere");
        assertThat(french.body().path("title").asText()).contains("pas de maison nowhere");
        assertThat(french.code()).isEqualTo(english.code()).isEqualTo("house-unknown");
        Api.Answer day = steward.get("/api/houses/" + slug(houses.first()) + "/figures?as-of=31/02/2025")
                .is(400);
        assertThat(day.code()).isEqualTo("parameter-unreadable");
    }

    @Test
    @Order(15)
    void theProgrammeIsOpenToEverybody() throws Exception {
        String path = "/h/" + slug(houses.first()) + "/programme";
        Api stranger = Api.stranger(node.address());

        Api.Answer graph = stranger.get(path + ".jsonld?from=2025-08-01").is(200);
        Api.Answer calendar = stranger.get(path + ".ics?from=2025-08-01").is(200);

        assertThat(graph.type()).startsWith("application/ld+json");
        assertThat(nodes(graph.body(), "Event")).isNotEmpty();
        assertThat(calendar.text()).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT");
    }
}
