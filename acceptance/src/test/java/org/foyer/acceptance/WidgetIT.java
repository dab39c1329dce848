package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The programme on a website of another origin, in a real browser. */
@ExtendWith(NetworkNode.Shared.class)
class WidgetIT {

    private static NetworkNode node;
    private static HttpServer site;
    private static Window window;

    /** A website of its own, with colours of its own, that allows the node's script and nothing else from elsewhere. */
    @BeforeAll
    static void publish(NetworkNode shared) throws IOException {
        node = shared;
        window = new Window();
        site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            byte[] page = page(query == null ? "" : query).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
            exchange.getResponseHeaders()
                    .add(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; img-src data:; script-src " + node.address()
                                    + "; connect-src " + node.address());
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
    }

    @AfterAll
    static void close() {
        window.close();
        site.stop(0);
    }

    private static String page(String attributes) {
        return "<!doctype html><html lang=\"fr\"><head><title>La maison</title><link rel=\"icon\" href=\"data:,\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"></head><body><main><h1>La maison</h1>"
                + "<script async src=\"" + node.address() + "/widget.js\" data-house=\""
                + node.home().replaceFirst(".*/", "") + "\" " + attributes + "></script></main></body></html>";
    }

    private static String site(String attributes) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/?"
                + attributes.replace("\"", "%22").replace(" ", "%20");
    }

    @Test
    void aListIsShownReadableInBothThemesAndBothWidths() {
        List<String> faults = new ArrayList<>();
        try (Page page = window.open("fr-FR", null)) {
            page.navigate(site("data-limit=\"5\""));
            page.waitForSelector("li.show");
            assertThat(page.locator("li.show").count()).isBetween(1, 5);
            assertThat(page.locator("section").getAttribute("aria-label")).isEqualTo("Programme");
            assertThat(page.locator(".note").innerText()).contains("Tout le programme", "Données simulées");
            assertThat(page.context().cookies()).isEmpty();
            for (int width : new int[] {Window.WIDE, Window.NARROW}) {
                for (boolean dark : new boolean[] {false, true}) {
                    window.turn(page, width, dark);
                    faults.addAll(window.look(page, "widget-list-" + width + (dark ? "-dark" : "")));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aMonthIsTurnedWithTheKeyboardAlone() {
        try (Page page = window.open("en-GB", null)) {
            page.navigate(site("data-view=\"month\" data-lang=\"en\""));
            page.waitForSelector("table.month");
            String month = page.locator("nav strong").innerText();
            Locator after = page.locator("button[aria-label='Month after']");
            after.focus();
            page.keyboard().press("Enter");
            page.waitForFunction(
                    "before => document.querySelector('main > div').shadowRoot.querySelector('nav strong')"
                            + ".innerText !== before",
                    month);
            assertThat(page.locator("button[aria-label='Month after']")
                            .evaluate("b => b.getRootNode().activeElement === b"))
                    .isEqualTo(true);
            assertThat(window.look(page, "widget-month")).isEmpty();
            window.turn(page, Window.NARROW, true);
            assertThat(page.locator("table.month").isVisible()).isFalse();
            assertThat(window.look(page, "widget-month-narrow")).isEmpty();
        }
    }

    @Test
    void aNodeThatDoesNotAnswerIsToldInASentence() {
        try (Page page = window.open("fr-FR", null)) {
            page.navigate(site(""));
            page.waitForSelector("li.show");
            page.route("**/programme/shown*", route -> route.abort());
            page.reload();
            page.waitForSelector("text=Le programme ne répond pas.");
            assertThat(page.locator("section a").getAttribute("href")).endsWith("/programme");
        }
        window.forget(complaint -> complaint.contains("Failed to load resource"));
    }
}
