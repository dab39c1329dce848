package org.foyer.hub.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.governance.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger, another site or a curious script gets from the server. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class SecurityTest {

    @BeforeEach
    void people() {
        People.node();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/session", "/api/indicators", "/nowhere", "/q/health"})
    void everyAnswerForbidsInlineScriptsFramesAndGuessing(String path) {
        Response answer = given().get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void aPasswordOpensASessionThatScriptsCannotReadAndOtherSitesCannotUse() {
        Accounts accounts = People.node().accounts();
        accounts.setPassword(People.account("reader").id(), People.PASSWORD);
        Response answer = given().contentType(ContentType.JSON)
                .body(Map.of("login", "reader", "password", People.PASSWORD))
                .post("/api/session");
        assertThat(answer.statusCode()).isEqualTo(204);
        Cookie cookie = answer.detailedCookie("foyer_session");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(given().cookie("foyer_session", cookie.getValue())
                        .get("/api/session")
                        .<String>path("login"))
                .isEqualTo("reader");
    }

    @Test
    void signingOutEndsTheSessionItself() {
        String session = People.session("reader");
        String csrf =
                given().cookie("foyer_session", session).get("/api/session").path("csrf");
        given().cookie("foyer_session", session).header("X-CSRF-Token", csrf).delete("/api/session");
        assertThat(given().cookie("foyer_session", session).get("/api/session").statusCode())
                .isEqualTo(401);
    }

    @Test
    void failedPasswordsAreThrottled() {
        People.node().accounts().add("throttled", "throttled", false);
        int status = 401;
        for (int i = 0; i < 30 && status == 401; i++) {
            status = given().contentType(ContentType.JSON)
                    .body(Map.of("login", "throttled", "password", "wrong " + i))
                    .post("/api/session")
                    .statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void aChangeWithoutTheTokenOfTheSessionIsRefused() {
        Response answer = given().accept(ContentType.JSON)
                .cookie("foyer_session", People.session("steward"))
                .put("/api/houses/one/participation/comparison");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("code")).isEqualTo("csrf-missing");
    }

    @Test
    void theTokenOfAnotherSessionIsRefused() {
        String other = given().cookie("foyer_session", People.session("steward"))
                .get("/api/session")
                .path("csrf");
        Response answer = given().cookie("foyer_session", People.session("steward"))
                .header("X-CSRF-Token", other)
                .delete("/api/session");
        assertThat(answer.<String>path("code")).isEqualTo("csrf-missing");
    }

    @Test
    void theTokenOfASessionLooksDifferentEachTimeAndIsTakenEachTime() {
        String session = People.session("steward");
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            String token =
                    given().cookie("foyer_session", session).get("/api/session").path("csrf");
            tokens.add(token);
            assertThat(given().cookie("foyer_session", session)
                            .header("X-CSRF-Token", token)
                            .put("/api/houses/one/participation/comparison")
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(tokens).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "not base64!", "...."})
    void whatIsNoTokenIsRefused(String token) {
        Response answer = given().cookie("foyer_session", People.session("steward"))
                .header("X-CSRF-Token", token)
                .delete("/api/session");
        assertThat(answer.<String>path("code")).isEqualTo("csrf-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Origin=https://elsewhere.example", "Sec-Fetch-Site=cross-site", "Sec-Fetch-Site=same-site"})
    void whatAnotherSiteMakesABrowserAskIsRefused(String header) {
        String[] words = header.split("=", 2);
        Response answer = People.as("steward").header(words[0], words[1]).delete("/api/session");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("code")).isEqualTo("cross-site");
    }

    @Test
    void aTokenThatOnlyReadsChangesNothingAndNeedsNoCsrf() {
        Accounts accounts = People.node().accounts();
        var house = People.node().houses().bySlug("one").orElseThrow().id();
        String secret = accounts.makeToken(People.account("steward").id(), "reading", house, true, Duration.ofDays(1));
        assertThat(given().auth().oauth2(secret).get("/api/session").<Boolean>path("readOnly"))
                .isTrue();
        assertThat(given().auth()
                        .oauth2(secret)
                        .put("/api/houses/one/participation/comparison")
                        .<String>path("code"))
                .isEqualTo("role-too-low");
    }

    @Test
    void aTokenForOneHouseOpensNoOther() {
        Accounts accounts = People.node().accounts();
        var house = People.node().houses().bySlug("two").orElseThrow().id();
        String secret = accounts.makeToken(People.account("other").id(), "two only", house, false, Duration.ofDays(1));
        assertThat(given().auth().oauth2(secret).get("/api/houses/two").statusCode())
                .isEqualTo(200);
        assertThat(given().auth().oauth2(secret).get("/api/houses/one").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUnknownTokenIsNobody() {
        assertThat(given().auth().oauth2("x".repeat(43)).get("/api/session").statusCode())
                .isEqualTo(401);
        assertThat(given().auth().oauth2("x".repeat(5000)).get("/api/session").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aLongBodyFromAStrangerIsRefusedBeforeItIsRead() {
        byte[] tooLong = new byte[2 << 20];
        assertThat(given().contentType(ContentType.BINARY)
                        .body(tooLong)
                        .post("/api/houses/one/files?name=a.csv")
                        .statusCode())
                .isEqualTo(413);
        assertThat(given().contentType(ContentType.JSON)
                        .body("{\"login\":\"" + "a".repeat(2 << 20) + "\"}")
                        .post("/api/session")
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"fr, Le fichier dépasse les", "en, The file is longer than"})
    void aFileOverTheLimitIsAnsweredToABrowserOnAPageInItsLanguage(String language, String sentence)
            throws IOException {
        String answer = answerTo("POST /h/one/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000000\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nAccept: text/html,*/*;q=0.8\r\n"
                + "Accept-Language: de;q=0.9, fr;q=0.2\r\nCookie: foyer_session=" + People.session("editor")
                + "; foyer_language=" + language + "\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("content-type: text/html;charset=UTF-8")
                .contains("<html lang=\"" + language + "\"", sentence, "4294967296");
    }

    /** Reads until the page ends, while the announced body is still to come. */
    private static String answerTo(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            String answer = "";
            for (int next = socket.getInputStream().read();
                    next >= 0 && !answer.endsWith("</html>");
                    next = socket.getInputStream().read()) {
                read.write(next);
                answer = next == '>' ? read.toString(StandardCharsets.UTF_8) : answer;
            }
            return answer;
        }
    }

    @Test
    void aFormThatIsTooLongIsAnsweredToABrowserOnAPageAndToAProgramAsAProblem() {
        String tooLong = "a".repeat(2 << 20);
        Response page = given().accept("text/html")
                .contentType(ContentType.URLENC)
                .body(tooLong)
                .post("/login");
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("body-too-large");
        Response problem = given().accept("*/*")
                .contentType(ContentType.URLENC)
                .body(tooLong)
                .post("/login");
        assertThat(problem.statusCode()).isEqualTo(413);
        assertThat(problem.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void aPersonWithABrowserIsLedToTheSignInPage() {
        Response answer = given().redirects()
                .follow(false)
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/login/oidc");
        assertThat(answer.statusCode()).isIn(303, 404);
    }
}
