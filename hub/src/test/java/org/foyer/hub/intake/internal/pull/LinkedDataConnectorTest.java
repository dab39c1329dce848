package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.foyer.kit.Connector;
import org.foyer.kit.Connector.Order;
import org.foyer.kit.ConnectorContract;
import org.foyer.kit.NotFetched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedDataConnectorTest extends ConnectorContract {

    @TempDir
    Path folder;

    static String page(String title, String id) {
        return """
                <!DOCTYPE html><html><head><title>%1$s</title>
                <script type="application/ld+json">{"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "%2$s",
                 "name": "%1$s", "startDate": "2026-05-01T20:00:00+02:00", "location": {"@id": "_:b0", "@type": "Place", "name": "Odéon"}}</script>
                <script type="application/ld+json">{broken</script></head><body></body></html>
                """.formatted(title, id);
    }

    static String map(String... pages) {
        StringBuilder map = new StringBuilder(
                "<?xml version=\"1.0\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (String page : pages) {
            map.append("<url><loc>").append(page).append("</loc></url>");
        }
        return map.append("</urlset>").toString();
    }

    @Override
    protected Connector connector() {
        return new LinkedDataConnector();
    }

    @Override
    protected Order order() {
        return order("https://house.example/sitemap.xml", Map.of("pages", "/shows/"));
    }

    private static Order order(String address, Map<String, String> settings) {
        return new Order(URI.create(address), settings, null, null, null, null);
    }

    @Override
    protected Map<String, String> answers() {
        return new HashMap<>(Map.of(
                "/robots.txt",
                "User-agent: *\nDisallow: /shows/secret\n",
                "/sitemap.xml",
                map(
                        "https://house.example/shows/lear",
                        "https://house.example/shows/secret",
                        "https://house.example/about",
                        "https://elsewhere.example/shows/x",
                        "https://house.example/shows/gone",
                        "https://house.example/shows/bal"),
                "/shows/lear",
                page("Lear", "#event"),
                "/shows/secret",
                page("Secret", "#event"),
                "/shows/bal",
                page("Bal", "#event")));
    }

    @Override
    protected String expected() {
        return """
                [
                {"@context":"https://schema.org","@type":"TheaterEvent","@id":"https://house.example/shows/lear#event","name":"Lear","startDate":"2026-05-01T20:00:00+02:00","location":{"@id":"_:p1-b0","@type":"Place","name":"Odéon"}},
                {"@context":"https://schema.org","@type":"TheaterEvent","@id":"https://house.example/shows/bal#event","name":"Bal","startDate":"2026-05-01T20:00:00+02:00","location":{"@id":"_:p2-b0","@type":"Place","name":"Odéon"}}
                ]
                """;
    }

    private void refused(String code, Order order, Map<String, String> answers) {
        assertThatThrownBy(() -> connector().pull(order, new Replay(answers), Files.createTempFile(folder, "a", "b")))
                .isInstanceOfSatisfying(
                        NotFetched.class,
                        told -> assertThat(told.problem().code()).isEqualTo(code));
    }

    @Test
    void aPageOrADocumentIsTakenByItself() throws IOException {
        Path file = Files.createTempFile(folder, "a", "b");
        connector()
                .pull(
                        order("https://house.example/lear", Map.of()),
                        new Replay(Map.of("/lear", page("Lear", "https://house.example/id/1"))),
                        file);
        assertThat(Files.readString(file)).contains("\"@id\":\"https://house.example/id/1\"");
        String document = "{\"@context\": \"https://schema.org\", \"@type\": \"Event\"}";
        connector()
                .pull(
                        order("https://house.example/events.jsonld", Map.of()),
                        new Replay(Map.of("/events.jsonld", document)),
                        file);
        assertThat(file).hasContent(document);
    }

    @Test
    void whatASiteForbidsIsNotAsked() throws IOException {
        Replay web = new Replay(answers());
        connector().pull(order(), web, Files.createTempFile(folder, "a", "b"));
        assertThat(web.asked)
                .extracting(URI::getPath)
                .containsExactly("/robots.txt", "/sitemap.xml", "/shows/lear", "/shows/gone", "/shows/bal");
        for (String robots : new String[] {"User-agent: foyer\nDisallow: /", "User-agent: *\nDisallow: /sitemap.xml"}) {
            Map<String, String> answers = answers();
            answers.put("/robots.txt", robots);
            refused("pull-robots", order(), answers);
        }
    }

    @Test
    void aMapOfMapsIsFollowedOneStep() throws IOException {
        Map<String, String> answers = answers();
        answers.put("/map1.xml", answers.get("/sitemap.xml"));
        answers.put(
                "/sitemap.xml",
                "<sitemapindex><sitemap><loc>https://house.example/map1.xml</loc></sitemap></sitemapindex>");
        Path file = Files.createTempFile(folder, "a", "b");
        connector().pull(order(), new Replay(answers), file);
        assertThat(file).hasContent(expected());
    }

    @Test
    void aMapWithTooManyPagesOrNoneIsTold() {
        Map<String, String> answers = answers();
        answers.put(
                "/sitemap.xml",
                map(IntStream.range(0, 501)
                        .mapToObj(n -> "https://house.example/shows/" + n)
                        .toArray(String[]::new)));
        refused("pull-pages-of-site", order(), answers);
        answers.put("/sitemap.xml", map("https://house.example/about"));
        refused("pull-no-pages", order(), answers);
    }

    /** An entity that names a file of this machine is a word like another. */
    @Test
    void aMapReadsNothingOfThisMachine() {
        Map<String, String> answers = answers();
        answers.put(
                "/sitemap.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>&x;</loc></url></urlset>");
        assertThatThrownBy(() -> connector().pull(order(), new Replay(answers), Files.createTempFile(folder, "a", "b")))
                .isInstanceOf(NotFetched.class);
    }

    @Test
    void pagesWithoutEventsAreTold() {
        refused(
                "pull-no-events",
                order("https://house.example/about", Map.of()),
                Map.of(
                        "/about",
                        "<!DOCTYPE html><script type=\"application/ld+json\">{\"@type\": \"Person\"}</script>"));
    }
}
