package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tries every route with every role, without an account and with another house's account, against routes.csv. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class RouteRightsTest {

    private static final Map<String, Class<? extends Annotation>> METHODS =
            Map.of("GET", GET.class, "POST", POST.class, "PUT", PUT.class, "DELETE", DELETE.class);
    private static final List<String> ROLES =
            List.of("anyone", "reader", "editor", "steward", "other", "operator", "observer");
    private static final Set<String> REFUSALS = Set.of(
            "not-signed-in",
            "role-too-low",
            "operator-only",
            "observer-only",
            "house-unknown",
            "csrf-missing",
            "cross-site");
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("{house}", "one"),
            Map.entry("{step}", "willing"),
            Map.entry("{performance}", "7"),
            Map.entry("{run}", "7"),
            Map.entry("{person}", "7"),
            Map.entry("{account}", "999999"),
            Map.entry("{token}", "999999"),
            Map.entry("{purpose}", "comparison"),
            Map.entry("{figure}", "occupancy"),
            Map.entry("{topic}", "segments"),
            Map.entry("{segment}", "rf-new"),
            Map.entry("{one}", "7"),
            Map.entry("{another}", "8"),
            Map.entry("{survey}", "none"),
            Map.entry("{batch}", "7"),
            Map.entry("{source}", "none"),
            Map.entry("{agenda}", "none"),
            Map.entry("{address}", "nothing-under-it"), // open to anyone; SurveyApiTest sees it with a survey
            Map.entry("{kind:performance|run|festival|series|hall|work|person}", "work"),
            Map.entry("{kind:festival|series}", "festival"), // open to anyone; FestivalPageTest sees it with a festival
            Map.entry("{id}", "7"),
            Map.entry("{hall}", "none"),
            Map.entry("{what}", "entity"),
            Map.entry("{show}", "1-2025-0"), // open to anyone; LinkedDataApiTest sees it with a show
            Map.entry("{place}", "7"), // open to anyone; FeedsApiTest sees these two with shows
            Map.entry("{name}", "nobody"),
            Map.entry("{sheet}", "7"),
            Map.entry("{version}", "7"),
            Map.entry("{record}", "show"),
            Map.entry("{thing}", "7"),
            Map.entry("{change}", "7-x"),
            Map.entry("{production}", "7"),
            Map.entry("{day}", "2020-01-01"),
            Map.entry("{draft}", "none"),
            Map.entry("{vocabulary}", "genres"),
            Map.entry("{concept}", "opera"),
            Map.entry("{agreement}", "7"),
            Map.entry("{grant}", "7"),
            Map.entry("{network}", "none"),
            Map.entry("{policy}", "none"),
            Map.entry("{table}", "tickets-genre-month"), // closed to all until houses take part; ObservatoryApiTest
            Map.entry("{proposal}", "7"),
            Map.entry("{conversation}", "none"),
            Map.entry("{participant}", "none"),
            Map.entry("{product}", "seasons"),
            Map.entry("{transfer}", "none"),
            Map.entry("{endpoint:.+}", "catalog/request"));

    /** After these a new session is begun; one that is missing here makes the next line of the table fail. */
    private static final Pattern ENDS_A_SESSION =
            Pattern.compile("^(POST|PUT|DELETE) .*/(session|login|logout|link|password|account)");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private record Session(String secret, String csrf) {}

    private final Map<String, Session> sessions = new HashMap<>();

    @Test
    void everyRouteHasALineInTheTable() throws IOException {
        assertThat(new TreeSet<>(table().keySet()))
                .as("routes of the code, against src/test/resources/site/routes.csv")
                .isEqualTo(new TreeSet<>(routes().keySet()));
    }

    @Test
    void everyRoleGetsWhatTheTableSaysAndNoMore() throws IOException, InterruptedException {
        People.node();
        Map<String, String> kinds = routes();
        List<String> surprises = new ArrayList<>();
        for (Map.Entry<String, List<String>> route : table().entrySet()) {
            for (int i = 0; i < ROLES.size(); i++) {
                String role = ROLES.get(i);
                String outcome =
                        outcome(route.getKey(), ask(role, route.getKey(), kinds.getOrDefault(route.getKey(), "")));
                if (!outcome.equals(route.getValue().get(i))) {
                    surprises.add(route.getKey() + " as " + role + ": " + outcome + " instead of "
                            + route.getValue().get(i));
                }
            }
        }
        assertThat(surprises).isEmpty();
    }

    /** Asked without the library of the other tests, which takes longer over a request than the node does. */
    private HttpResponse<String> ask(String role, String route, String consumes)
            throws IOException, InterruptedException {
        String[] words = route.split(" ");
        String path = words[1];
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            path = path.replace(value.getKey(), value.getValue());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Accept", "*/*")
                .timeout(Duration.ofMinutes(1));
        if (!"anyone".equals(role)) {
            Session session = sessions.computeIfAbsent(role, RouteRightsTest::signedIn);
            request.header("Cookie", "foyer_session=" + session.secret()).header("X-CSRF-Token", session.csrf());
        }
        if (consumes.contains("octet-stream")) {
            request.header("Content-Type", "application/octet-stream");
            request.method(words[0], BodyPublishers.ofByteArray(new byte[] {1}));
        } else if (consumes.contains("form-urlencoded")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
            request.method(words[0], BodyPublishers.ofString("nothing="));
        } else if (consumes.contains("multipart")) {
            request.header("Content-Type", "multipart/form-data; boundary=part");
            request.method(
                    words[0],
                    BodyPublishers.ofString(
                            "--part\r\nContent-Disposition: form-data; name=\"nothing\"\r\n\r\n\r\n--part--\r\n"));
        } else if (!consumes.isEmpty()) {
            request.header("Content-Type", "application/json");
            request.method(words[0], BodyPublishers.ofString("{}"));
        } else {
            request.method(words[0], BodyPublishers.noBody());
        }
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (ENDS_A_SESSION.matcher(route).find()) {
            sessions.remove(role);
        }
        return response;
    }

    private static Session signedIn(String login) {
        String secret = People.session(login);
        return new Session(
                secret,
                RestAssured.given()
                        .cookie("foyer_session", secret)
                        .get("/api/session")
                        .path("csrf"));
    }

    /** The status when access was refused, else ok: what else may be wrong with these requests is not asked here. */
    private static String outcome(String route, HttpResponse<String> response) throws IOException {
        int status = response.statusCode();
        if (route.equals("POST /login") || route.equals("POST /logout")) {
            return status < 500
                    ? "ok"
                    : Integer.toString(status); // refusing a login, or going back to it, is their work
        }
        if (status == 303
                && response.headers().firstValue("Location").orElse("").contains("/login")) {
            return "401";
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (type.contains("html") && (status == 401 || status == 403 || status == 404)) {
            return Integer.toString(status);
        }
        if (status < 400 || !type.contains("json")) {
            return status < 500 ? "ok" : Integer.toString(status);
        }
        String code = JSON.readTree(response.body()).path("code").asText("");
        if (code.isEmpty()) {
            return status + " without a code";
        }
        return REFUSALS.contains(code) || "not-found".equals(code) && !route.contains("oidc") || status >= 500
                ? Integer.toString(status)
                : "ok";
    }

    private static Map<String, List<String>> table() throws IOException {
        try (InputStream in = RouteRightsTest.class.getResourceAsStream("/site/routes.csv")) {
            Map<String, List<String>> table = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split(",");
                        table.put(cells[0] + " " + cells[1], List.of(cells).subList(2, cells.length));
                    });
            return table;
        }
    }

    /** Method and path of every route in the code, with what it reads. */
    private static Map<String, String> routes() {
        Map<String, String> routes = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPath(Paths.get("target/classes/org/foyer/hub/site"))) {
            if (!type.isAnnotatedWith(Path.class)) {
                continue;
            }
            for (JavaMethod method : type.getMethods()) {
                METHODS.forEach((name, annotation) -> {
                    if (method.isAnnotatedWith(annotation)) {
                        routes.put(name + " " + path(type, method), consumes(method));
                    }
                });
            }
        }
        return routes;
    }

    private static String path(JavaClass type, JavaMethod method) {
        String below = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        String whole = "/" + type.getAnnotationOfType(Path.class).value() + "/" + below;
        String path = whole.replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String consumes(JavaMethod method) {
        return method.isAnnotatedWith(Consumes.class)
                ? String.join(" ", method.getAnnotationOfType(Consumes.class).value())
                : "";
    }
}
