package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.kit.Connector;
import org.foyer.kit.Connector.Order;
import org.foyer.kit.ConnectorContract;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Problem;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonConnectorTest extends ConnectorContract {

    private static final String RECIPE = """
            auth: {kind: header, header: X-Api-Key}
            per_minute: 60
            lists:
              - name: shows
                path: shows
                query: {lang: fr, state: "on sale"}
                at: data.items
                paging: {kind: cursor, parameter: after, at: data.cursor, size: 2, size_parameter: limit}
              - name: dates
                of: shows
                path: "shows/{code}/dates"
                when: {kind: live}
                put: {show: code}
            """;

    @TempDir
    Path folder;

    @Override
    protected Connector connector() {
        return JsonConnector.byRecipe();
    }

    @Override
    protected Order order() {
        return order(RECIPE, null);
    }

    private static Order order(String recipe, Instant since) {
        return new Order(
                URI.create("https://tool.example/api"),
                Map.of("recipe", recipe),
                recipe.contains("auth") ? SECRET : null,
                since,
                null,
                null);
    }

    @Override
    protected Map<String, String> answers() {
        return Map.of(
                "/api/shows?lang=fr&state=on%20sale&limit=2",
                """
                {"data": {"cursor": "c 2", "items": [{"code": "a/1", "kind": "live", "price": 23.10}, {"code": "b", "kind": "film"}]}}""",
                "/api/shows?lang=fr&state=on%20sale&limit=2&after=c%202",
                """
                {"data": {"items": [{"code": "c", "kind": "live", "title": "Été"}], "cursor": null}}""",
                "/api/shows/a%2F1/dates",
                """
                [{"at": "2026-05-01T20:00"}]""",
                "/api/shows/c/dates",
                "[]");
    }

    @Override
    protected String expected() {
        return """
                {
                "shows":[
                {"code":"a/1","kind":"live","price":23.10},
                {"code":"b","kind":"film"},
                {"code":"c","kind":"live","title":"Été"}],
                "dates":[
                {"at":"2026-05-01T20:00","show":"a/1"}]}
                """;
    }

    private static String list(String paging) {
        return "lists: [{name: shows, at: items, paging: {" + paging + "}}]";
    }

    private String pulled(String recipe, Map<String, String> answers) throws IOException {
        Path file = Files.createTempFile(folder, "a", "b");
        connector().pull(order(recipe, null), new Replay(answers), file);
        return Files.readString(file).replaceAll("\\s", "");
    }

    private void refused(String code, String recipe, Web web) {
        assertThatThrownBy(() -> connector().pull(order(recipe, null), web, Files.createTempFile(folder, "a", "b")))
                .isInstanceOfSatisfying(
                        NotFetched.class,
                        told -> assertThat(told.problem().code()).isEqualTo(code));
    }

    @Test
    void theSecretGoesIntoTheHeaderThatTheRecipeNames() throws IOException {
        for (Map.Entry<String, String> kind : Map.of(
                        "{kind: header, header: X-Api-Key, prefix: \"key \"}",
                        "X-Api-Key=key " + SECRET,
                        "{kind: bearer}",
                        "Authorization=Bearer " + SECRET,
                        "{kind: basic}",
                        "Authorization=Basic czNjcmV0LTQ3MTE=")
                .entrySet()) {
            Replay web = new Replay(Map.of("/api", "[]"));
            connector()
                    .pull(
                            order("auth: " + kind.getKey() + "\nlists: [{name: shows}]", null),
                            web,
                            Files.createTempFile(folder, "a", "b"));
            assertThat(web.headers.get(0).entrySet().stream().map(Object::toString))
                    .contains(kind.getValue());
        }
    }

    @Test
    void pagesAreCountedUntilOneIsNotFull() throws IOException {
        Map<String, String> answers = new HashMap<>(Map.of(
                "/api?size=2&p=1", "{\"items\":[{\"n\":1},{\"n\":2}]}", "/api?size=2&p=2", "{\"items\":[{\"n\":3}]}"));
        assertThat(pulled(list("kind: page, parameter: p, size: 2, size_parameter: size"), answers))
                .isEqualTo("{\"shows\":[{\"n\":1},{\"n\":2},{\"n\":3}]}");
        answers.put("/api?page=0", "{\"items\":[{\"n\":1}]}");
        answers.put("/api?page=1", "{\"items\":[]}");
        assertThat(pulled(list("kind: page, first: 0"), answers)).isEqualTo("{\"shows\":[{\"n\":1}]}");
    }

    @Test
    void offsetsCountRecords() throws IOException {
        assertThat(pulled(
                        list("kind: offset, parameter: skip, size: 2"),
                        Map.of(
                                "/api?skip=0", "{\"items\":[{\"n\":1},{\"n\":2}]}",
                                "/api?skip=2", "{\"items\":[{\"n\":3},{\"n\":4}]}",
                                "/api?skip=4", "{\"items\":[]}")))
                .isEqualTo("{\"shows\":[{\"n\":1},{\"n\":2},{\"n\":3},{\"n\":4}]}");
    }

    @Test
    void theNextPageMayBeNamedInTheAnswerOrInItsHeader() throws IOException {
        assertThat(pulled(
                        list("kind: next, at: links.next"),
                        Map.of(
                                "/api", "{\"links\":{\"next\":\"https://tool.example/api?x=2\"},\"items\":[{\"n\":1}]}",
                                "/api?x=2", "{\"items\":[{\"n\":2}],\"links\":{\"next\":null}}")))
                .isEqualTo("{\"shows\":[{\"n\":1},{\"n\":2}]}");
        Path file = Files.createTempFile(folder, "a", "b");
        connector()
                .pull(
                        order("lists: [{name: shows, paging: {kind: link}}]", null),
                        request -> new WebAnswer(
                                request.address(),
                                200,
                                request.address().getQuery() == null
                                        ? Map.of("Link", "</api?p=0>; rel=\"first\", </api?p=2>; rel=\"next\"")
                                        : Map.of("Link", "</api>; rel=\"prev\""),
                                ("[{\"q\":\"" + request.address().getQuery() + "\"}]")
                                        .getBytes(StandardCharsets.UTF_8)),
                        file);
        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .isEqualTo("{\"shows\":[{\"q\":\"null\"},{\"q\":\"p=2\"}]}");
    }

    @Test
    void theSecretIsNotCarriedToANextPageElsewhere() {
        refused(
                "pull-page-elsewhere",
                list("kind: next"),
                new Replay(Map.of("/api", "{\"next\":\"https://evil.example/api\",\"items\":[{\"n\":1}]}")));
    }

    @Test
    void aPageThatComesTwiceIsTold() {
        Web same = request -> new WebAnswer(
                request.address(), 200, Map.of(), "{\"items\":[{\"n\":1}]}".getBytes(StandardCharsets.UTF_8));
        refused("pull-page-repeats", list("kind: page"), same);
        refused(
                "pull-page-repeats",
                list("kind: next"),
                new Replay(Map.of("/api", "{\"next\":\"/api\",\"items\":[{\"n\":1}]}")));
    }

    @Test
    void aCursorThatExpiredMakesTheListBeginAnewOnce() throws IOException {
        int[] asked = {0};
        Web web = request -> {
            boolean first = request.address().getQuery() == null;
            boolean gone = !first && asked[0]++ == 0;
            String body = first
                    ? "{\"items\":[{\"n\":1}],\"next\":\"c%d\"}".formatted(asked[0])
                    : "{\"items\":[{\"n\":2}],\"next\":\"\"}";
            return new WebAnswer(request.address(), gone ? 410 : 200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        };
        Path file = Files.createTempFile(folder, "a", "b");
        connector().pull(order(list("kind: cursor"), null), web, file);
        assertThat(Files.readString(file).replaceAll("\\s", "")).isEqualTo("{\"shows\":[{\"n\":1},{\"n\":2}]}");
        assertThat(asked[0]).isEqualTo(2);
        refused(
                "pull-page-gone",
                list("kind: cursor"),
                new Replay(Map.of("/api", "{\"items\":[{\"n\":1}],\"next\":\"c\"}")));
    }

    @Test
    void whatIsNoListIsTold() {
        refused("pull-no-json", list("kind: none"), new Replay(Map.of("/api", "{\"items\":[{\"n\":1}")));
        refused("pull-no-json", list("kind: none"), new Replay(Map.of("/api", "{\"items\":[]} {}")));
        refused("pull-list-missing", list("kind: none"), new Replay(Map.of("/api", "{\"error\":\"no\"}")));
        refused("pull-page-for-people", list("kind: none"), new Replay(Map.of("/api", "\n<!doctype html><p>")));
        refused("pull-no-json", list("kind: none"), new Replay(Map.of("/api", "[".repeat(1_000))));
    }

    @Test
    void onlyChangesAreAskedForWhereTheToolCanTellThem() throws IOException {
        String recipe = "lists: [{name: shows, since: modified_since}]";
        Replay web = new Replay(Map.of("/api", "[]", "/api?modified_since=2026-03-01T07%3A50%3A00Z", "[]"));
        assertThat(connector()
                        .pull(
                                order(recipe, Instant.parse("2026-03-01T08:00:00Z")),
                                web,
                                Files.createTempFile(folder, "a", "b"))
                        .partial())
                .isTrue();
        assertThat(connector()
                        .pull(order(recipe, null), web, Files.createTempFile(folder, "a", "b"))
                        .partial())
                .isFalse();
    }

    @Test
    void aRecordCannotLeadOutOfItsPath() {
        for (String code : List.of("..", ".", "")) {
            refused(
                    "pull-key-missing",
                    "lists: [{name: shows, path: shows}, {name: dates, of: shows, path: \"shows/{code}/dates\"}]",
                    new Replay(Map.of("/api/shows", "[{\"code\":\"" + code + "\"}]")));
        }
    }

    @Test
    void everythingThatIsWrongWithARecipeIsTold() {
        for (String recipe : List.of(
                "",
                "lists: []",
                "lists: [{name: a, path: /etc}]",
                "lists: [{name: a, path: \"//evil.example\"}]",
                "lists: [{name: a, path: \"x?key=1\"}]",
                "lists: [{name: a}, {name: a}]",
                "lists: [{name: a, of: b, path: \"{id}\"}]",
                "lists: [{name: a, path: \"{id}\"}]",
                "auth: {kind: header, header: Host}\nlists: [{name: a}]",
                "auth: {kind: header, header: \"X\\r\\nY\"}\nlists: [{name: a}]",
                "lists: [{name: a, curtain: red}]",
                "lists: [{",
                "a: &a [x]\nlists: *a")) {
            assertThat(connector().check(order(recipe, null)))
                    .as(recipe)
                    .extracting(Problem::code)
                    .contains("pull-recipe-broken");
        }
        assertThat(connector()
                        .check(new Order(
                                URI.create("https://a.example/"), Map.of("recipe", RECIPE), null, null, null, null)))
                .extracting(Problem::code)
                .containsExactly("source-secret-missing");
        assertThat(connector()
                        .check(new Order(
                                URI.create("https://a.example/"),
                                Map.of("recipe", "lists: [{name: a}]"),
                                "x",
                                null,
                                null,
                                null)))
                .extracting(Problem::code)
                .containsExactly("source-secret-unused");
    }

    @Test
    void aRecipeSaysHowFastATourIsMade() {
        assertThat(connector().between(order())).isEqualTo(java.time.Duration.ofSeconds(1));
    }
}
