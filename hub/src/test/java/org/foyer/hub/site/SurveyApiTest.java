package org.foyer.hub.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.AnswerThrottle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A survey from its making to its results, through the API and the pages; and what a stranger can do with its public page. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class SurveyApiTest {

    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
    private static int made;

    @BeforeEach
    void houses() {
        People.node();
    }

    /** A new survey, so that tests disturb each other not at all. @return its short name and the path of its page */
    private static Response survey(String... optional) {
        Response answer = People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "titleFr", "Enquête " + ++made, "titleEn", "Survey " + made, "optional", List.of(optional)))
                .post("/api/houses/one/surveys");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static String slug(Response survey) {
        return survey.path("slug");
    }

    private static String path(Response survey) {
        return survey.path("path");
    }

    private static RequestSpecification anyone() {
        RequestSpecification request = given().accept("text/html").header("Accept-Language", "en");
        request.redirects().follow(false);
        return request;
    }

    private static String ticket(String path) {
        Matcher found = TICKET.matcher(anyone().get(path).asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Response send(String path, String ticket) {
        return anyone().contentType(ContentType.URLENC)
                .formParam("ticket", ticket)
                .formParam("visit", "first")
                .formParam("overall", "9")
                .post(path);
    }

    private static long answers(Response survey) {
        return Long.parseLong(People.as("reader")
                .get("/api/houses/one/surveys/" + slug(survey))
                .path("answers")
                .toString());
    }

    @Test
    void anyoneAnswersWithoutAnAccountACookieOrAScript() {
        Response survey = survey("price");
        Response page = anyone().get(path(survey));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.cookies()).isEmpty();
        assertThat(page.asString())
                .contains(
                        "<html lang=\"en\"",
                        "Survey " + made,
                        "House one",
                        "name=\"price\"",
                        "id=\"postcode\"",
                        "<option value=\"FR\">",
                        "Prefer not to say")
                .doesNotContain("<script", "style=", "{t:");
        Response sent = send(path(survey), ticket(path(survey)));
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        assertThat(sent.cookies()).isEmpty();
        assertThat(sent.header("Location")).endsWith(path(survey) + "/thanks?language=en");
        Response thanks = anyone().get(path(survey) + "/thanks?language=fr");
        assertThat(thanks.asString()).contains("Merci").doesNotContain("http-equiv");
        assertThat(answers(survey)).isOne();
    }

    @Test
    void aThousandAnswersFromOnePhoneAreNoMoreThanTheLimit() {
        Response survey = survey();
        int kept = 0;
        int refused = 0;
        String ticket = ticket(path(survey));
        for (int i = 0; i < 1_000; i++) {
            int status = send(path(survey), ticket).statusCode();
            if (status == 303) {
                kept++;
                ticket = ticket(path(survey));
            }
            refused += status == 429 ? 1 : 0;
        }
        assertThat(kept + refused).isEqualTo(1_000);
        // a window of ten minutes may end while the test runs, never two
        assertThat(kept).isBetween(AnswerThrottle.PHONE.inWindow(), 2 * AnswerThrottle.PHONE.inWindow());
        assertThat(answers(survey)).isEqualTo(kept);
        Response last = send(path(survey), ticket(path(survey)));
        assertThat(last.asString()).contains("role=\"alert\"", "Many answers have come", "value=\"first\" checked");
    }

    @Test
    void aFormIsSentOnce() {
        Response survey = survey();
        String ticket = ticket(path(survey));
        assertThat(send(path(survey), ticket).statusCode()).isEqualTo(303);
        Response again = send(path(survey), ticket);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.asString()).contains("sent already", "value=\"9\" checked");
        assertThat(send(path(survey), "").statusCode()).isEqualTo(409);
        assertThat(send(path(survey), ticket(path(survey("price")))).statusCode())
                .isEqualTo(409);
        assertThat(answers(survey)).isOne();
    }

    @Test
    void whatThePageDoesNotOfferIsNotKept() {
        Response survey = survey();
        Response nothing = anyone().contentType(ContentType.URLENC)
                .formParam("ticket", ticket(path(survey)))
                .formParam("country", "")
                .formParam("postcode", "")
                .formParam("remark", "<script>alert(1)</script>")
                .post(path(survey));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.asString()).doesNotContain("alert(1)");
        Response postcode = anyone().contentType(ContentType.URLENC)
                .formParam("ticket", ticket(path(survey)))
                .formParam("country", "FR")
                .formParam("postcode", "\"><b>")
                .post(path(survey));
        assertThat(postcode.statusCode()).isEqualTo(422);
        assertThat(postcode.asString())
                .contains("not a postcode", "&quot;&gt;&lt;b&gt;")
                .doesNotContain("\"><b>");
        assertThat(answers(survey)).isZero();
    }

    @Test
    void anotherSiteAndAnOversizeBodyAreRefused() {
        Response survey = survey();
        Response elsewhere = anyone().header("Sec-Fetch-Site", "cross-site")
                .contentType(ContentType.URLENC)
                .formParam("ticket", ticket(path(survey)))
                .formParam("visit", "first")
                .post(path(survey));
        assertThat(elsewhere.statusCode()).isEqualTo(403);
        Response large = anyone().contentType(ContentType.URLENC)
                .body("visit=" + "x".repeat(2 << 20))
                .post(path(survey));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(answers(survey)).isZero();
    }

    @Test
    void anUnknownSurveyIsNotThereAndAnEndedOneIsGone() {
        assertThat(anyone().get("/s/nothing").statusCode()).isEqualTo(404);
        assertThat(anyone().get("/s/" + "x".repeat(200)).statusCode()).isEqualTo(404);
        Response survey = survey();
        String ticket = ticket(path(survey));
        assertThat(People.as("editor")
                        .post("/api/houses/one/surveys/" + slug(survey) + "/end")
                        .<String>path("state"))
                .isEqualTo("ended");
        Response page = anyone().get(path(survey));
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.asString()).contains("This survey has ended", "House one");
        assertThat(send(path(survey), ticket).statusCode()).isEqualTo(410);
        Response ahead = People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "titleFr", "Demain", "opens", People.today().plusDays(3).toString()))
                .post("/api/houses/one/surveys");
        assertThat(anyone().get(path(ahead)).statusCode()).isEqualTo(404);
        assertThat(anyone().get(path(ahead)).asString()).contains("opens on");
    }

    @Test
    void aTabletHasItsOwnLimitAndComesBackByItself() {
        Response survey = survey();
        String link = People.as("steward")
                .post("/api/houses/one/surveys/" + slug(survey) + "/tablet")
                .path("path");
        assertThat(link).startsWith(path(survey) + "?tablet=");
        String key = link.substring(link.indexOf('=') + 1);
        assertThat(anyone().get(link).asString()).contains("class=\"ask tablet\"", "value=\"" + key + "\"");
        int more = AnswerThrottle.PHONE.inWindow() + 5;
        for (int i = 0; i < more; i++) {
            Response sent = anyone().contentType(ContentType.URLENC)
                    .formParam("ticket", ticket(link))
                    .formParam("tablet", key)
                    .formParam("visit", "first")
                    .post(path(survey));
            assertThat(sent.statusCode()).isEqualTo(303);
        }
        Response thanks = anyone().get(path(survey) + "/thanks?tablet=" + key);
        assertThat(thanks.asString())
                .contains("http-equiv=\"refresh\" content=\"12;url=" + path(survey) + "?tablet=" + key);
        assertThat(anyone().get(path(survey) + "?tablet=guessed").asString()).contains("class=\"ask\"");
        assertThat(People.as("reader")
                        .get("/api/houses/one/surveys/" + slug(survey))
                        .asString())
                .doesNotContain(key);
    }

    @Test
    void whatIsWrongWithAPaperIsToldByLineAndColumnAndNothingIsTaken() {
        Response survey = survey();
        String day = People.today().toString();
        Response refused = People.as("editor")
                .contentType(ContentType.BINARY)
                .body("visit,overall\nfirst,12\nnever,3\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/houses/one/surveys/" + slug(survey) + "/paper?day=" + day);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("code")).isEqualTo("survey-paper-refused");
        assertThat(refused.<List<Integer>>path("problems.number")).containsExactly(2, 3);
        assertThat(refused.<List<String>>path("problems.field")).containsExactly("overall", "visit");
        Response page = People.as("editor")
                .accept("text/html")
                .header("Accept-Language", "en")
                .multiPart("day", day)
                .multiPart(
                        "file", "paper.csv", "visit,overall\nfirst,12\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/h/one/surveys/" + slug(survey) + "/paper");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString()).contains("Line 2, column overall:", "This is none of the answers: 12");
        assertThat(answers(survey)).isZero();
    }

    @Test
    void aPaperIsTakenAndItsFiguresAreToldOnThePageAndAsATable() {
        Response survey = survey();
        String paper = "visit,heard,overall\n" + "first,press|poster,9\n".repeat(15) + "year,poster,6\n".repeat(10);
        Response taken = People.as("editor")
                .contentType(ContentType.BINARY)
                .body(paper.getBytes(StandardCharsets.UTF_8))
                .post("/api/houses/one/surveys/" + slug(survey) + "/paper");
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(201);
        assertThat(taken.<Integer>path("answers")).isEqualTo(25);
        Response sheet = People.as("reader").get("/api/houses/one/surveys/" + slug(survey));
        assertThat(sheet.<Float>path("questions.find { it.question == 'visit' }.shares[0].plain"))
                .isEqualTo(0.6f);
        // (15·9 + 10·6) / 25 = 7.8
        assertThat(sheet.<Float>path("questions.find { it.question == 'overall' }.mean.plain"))
                .isEqualTo(7.8f);
        assertThat(sheet.<String>path("weighting.why")).isEqualTo("too-few-answers");
        String page = People.as("reader")
                .accept("text/html")
                .header("Accept-Language", "en")
                .get("/h/one/surveys/" + slug(survey))
                .asString();
        assertThat(page)
                .contains("Mean 7.8 out of 10", "Never – this is my first visit", "Not weighted")
                .doesNotContain("Make a new tablet link", "Undo this file", "{t:");
        String csv = People.as("reader")
                .accept("text/csv")
                .header("Accept-Language", "en")
                .get("/h/one/surveys/" + slug(survey) + "/results.csv")
                .asString();
        assertThat(csv).contains("visit,first,Never – this is my first visit,15,0.6000,0.6000,");
        assertThat(People.as("editor")
                        .delete("/api/houses/one/surveys/" + slug(survey) + "/paper/1")
                        .statusCode())
                .isEqualTo(204);
        assertThat(answers(survey)).isZero();
        assertThat(People.as("steward").get("/api/houses/one/audit?limit=50").<List<String>>path("action"))
                .contains("survey-made", "survey-paper", "survey-undone");
    }

    @Test
    void anEditorMakesASurveyOnThePageAndIsToldWhatIsWrong() {
        RequestSpecification editor = People.as("editor").accept("text/html").header("Accept-Language", "en");
        editor.redirects().follow(false);
        Response refused = editor.contentType(ContentType.URLENC)
                .formParam("title-fr", "")
                .formParam("optional", "price")
                .post("/h/one/surveys");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("role=\"alert\"", "value=\"price\" checked");
        RequestSpecification again = People.as("editor").accept("text/html");
        again.redirects().follow(false);
        Response done = again.contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("title-fr", "Été à l’opéra " + ++made)
                .post("/h/one/surveys");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith("/h/one/surveys/ete-a-l-opera-" + made);
        assertThat(People.as("reader").accept("text/html").get("/h/one/surveys").asString())
                .contains("Été à l’opéra")
                .doesNotContain("name=\"title-fr\"");
        assertThat(People.as("other").get("/api/houses/two/surveys").<List<Object>>path("$"))
                .isEmpty();
    }

    /** A house with a survey of 120 answers in the last full month, of whom so many came alone; it takes part. */
    private static House peer(int alone) {
        Node node = People.node();
        House house = node.houses().add(People.house("peer-" + alone));
        // one month for all houses, which near the turn of a month is not the month of each
        LocalDate first = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1);
        Survey survey = node.surveys()
                .make(house, new Surveys.Wish(null, "Toujours", null, List.of(), first, null), Actor.commandLine())
                .survey();
        String paper = "company,overall\n" + "alone,8\n".repeat(alone) + "friends,7\n".repeat(120 - alone);
        node.surveys()
                .paper(house, survey, paper.getBytes(StandardCharsets.UTF_8), first.plusDays(5), Actor.commandLine());
        node.gate().join(house.id(), Gate.COMPARISON, Actor.commandLine());
        return house;
    }

    @Test
    void sixHousesThatTakePartStandBesideOneAnother() {
        List<House> peers =
                IntStream.rangeClosed(1, 6).mapToObj(i -> peer(15 * i)).toList();
        People.node()
                .accounts()
                .setRole(People.account("other").id(), peers.get(0).id(), Role.READER);
        Response told = People.as("other").get("/api/houses/peer-15/surveys/toujours/peers");
        assertThat(told.statusCode()).as(told.asString()).isEqualTo(200);
        String company = "questions.find { it.question == 'company' }";
        assertThat(told.<Integer>path("answers")).isEqualTo(120);
        assertThat(told.<Integer>path(company + ".peers")).isEqualTo(5);
        assertThat(told.<Float>path(company + ".options[0].own.value")).isEqualTo(0.125f);
        // of 12.5 25 37.5 50 62.5 75 %, moved by ten points at most, and rounded
        assertThat(told.<Float>path(company + ".options[0].median")).isBetween(0.33f, 0.545f);
        assertThat(told.<String>path("questions.find { it.question == 'age' }.withheld"))
                .isEqualTo("too-few-houses");
        String page = People.as("other")
                .accept("text/html")
                .header("Accept-Language", "en")
                .get("/h/peer-15/surveys/toujours")
                .asString();
        assertThat(page)
                .contains("Beside other houses", "among 5 other houses, half have between", "class=\"own\"")
                .contains("Nothing is told: fewer than five other houses that take part have 100 answers to it.")
                .doesNotContain("{t:");
        assertThat(People.as("reader")
                        .get("/api/houses/peer-15/surveys/toujours/peers")
                        .statusCode())
                .isEqualTo(404);
        assertThat(People.as("other")
                        .get("/api/houses/peer-15/surveys/none/peers")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aHouseThatDoesNotTakePartIsToldSo() {
        Node node = People.node();
        House one = node.houses().bySlug("one").orElseThrow();
        node.gate()
                .leave(one.id(), Gate.COMPARISON, Actor.commandLine()); // other tests of this server may have joined it
        Response survey = survey();
        String paper = "visit\n" + "first\n".repeat(25);
        People.as("editor")
                .contentType(ContentType.BINARY)
                .body(paper.getBytes(StandardCharsets.UTF_8))
                .post("/api/houses/one/surveys/" + slug(survey) + "/paper");
        Response told = People.as("reader").get("/api/houses/one/surveys/" + slug(survey) + "/peers");
        assertThat(told.<List<String>>path("questions.withheld")).containsOnly("not-taking-part");
        assertThat(People.as("reader")
                        .accept("text/html")
                        .header("Accept-Language", "en")
                        .get("/h/one/surveys/" + slug(survey))
                        .asString())
                .contains("Your house does not take part in comparisons", "href=\"/h/one/compare\"");
    }
}
