package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in a real browser, in both languages, wide and narrow, light and dark. */
@ExtendWith(NetworkNode.Shared.class)
class PagesIT {

    private static NetworkNode node;
    private static Window window;
    private static String steward;
    private static String operator;
    private static Map<String, String> pages;

    @BeforeAll
    static void signIn(NetworkNode shared) {
        node = shared;
        window = new Window();
        steward = window.signIn(node.address(), NetworkNode.STEWARD);
        operator = window.signIn(node.address(), NetworkNode.OPERATOR);
        try (Page page = window.open("fr-FR", steward)) {
            pages = everyPage(page);
        }
    }

    @AfterAll
    static void stop() {
        window.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void everyPageIsAccessibleFitsItsScreenAndAsksNobodyElse(String language) {
        List<String> faults = new ArrayList<>();
        try (Page page = window.open(language, steward)) {
            pages.forEach((name, address) -> faults.addAll(look(page, name, address, language)));
        }
        try (Page page = window.open(language, operator)) {
            faults.addAll(look(page, "node", node.address() + "/node", language));
            faults.addAll(look(page, "data-space", node.address() + "/node/data-space", language));
            faults.addAll(
                    look(page, "quality-source", node.address() + "/quality/sources/ticketing-columns", language));
        }
        try (Page page = window.open(language, null)) {
            faults.addAll(look(page, "login", node.address() + "/login", language));
            faults.addAll(look(page, "link", node.address() + "/link", language));
            faults.addAll(look(page, "programme-public", node.home() + "/programme", language));
            faults.addAll(look(page, "calendar-public", node.home() + "/calendar?month=2026-03", language));
            faults.addAll(look(page, "search", node.address() + "/search?when=all", language));
            faults.addAll(look(page, "map", node.address() + "/map?when=all", language));
            faults.addAll(look(page, "vocabularies", node.address() + "/vocabularies", language));
            faults.addAll(look(page, "vocabulary", node.address() + "/vocabularies/genres", language));
            faults.addAll(look(page, "search-nothing", node.address() + "/search?q=qqqqq", language));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void anAddressThatLeadsNowhereSaysSoOnAPage() {
        try (Page page = window.open("en-GB", steward)) {
            Response answer = page.navigate(node.home() + "/nowhere");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(page.locator("main").innerText()).isNotBlank().doesNotContain("Exception");
        }
        window.forget(complaint -> complaint.contains("404"));
    }

    /** Tab, choose, Enter: what was chosen is there when the page comes back, and what it was before comes back too. */
    @Test
    void aWordIsClassifiedWithTheKeyboardAlone() {
        try (Page page = window.open("en-GB", steward)) {
            page.navigate(node.waitingHome() + "/words");
            Locator first = page.locator("main select").first();
            String label = page.locator("main tbody th label").first().innerText();
            String before = first.inputValue();
            String after = before.equals("group") ? "school" : "group";
            choose(page, label, after);
            assertThat(page.locator("main [role=status]").innerText()).contains("1 word");
            choose(page, label, before);
            assertThat(page.getByLabel(label).inputValue()).isEqualTo(before);
        }
    }

    private static void choose(Page page, String label, String kind) {
        Locator select = page.getByLabel(label);
        select.focus();
        select.selectOption(kind);
        page.locator("main form button").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/words?*said=1");
        assertThat(page.getByLabel(label).inputValue()).isEqualTo(kind);
    }

    /**
     * A page wide and narrow, once light and once dark, each judged by axe; in the other language the other way round, so that every width
     * is seen in both themes and both languages.
     */
    private static List<String> look(Page page, String name, String address, String language) {
        String code = language.substring(0, 2);
        boolean wideIsDark = code.equals("en");
        window.dress(page, Window.WIDE, wideIsDark);
        Response answer = page.navigate(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(code);
        assertThat(page.locator("h1").count()).as("headings of %s", address).isEqualTo(1);
        List<String> faults = new ArrayList<>();
        for (int width : new int[] {Window.WIDE, Window.NARROW}) {
            boolean dark = (width == Window.WIDE) == wideIsDark;
            window.turn(page, width, dark);
            faults.addAll(window.look(page, "%s-%s-%d%s".formatted(name, code, width, dark ? "-dark" : "")));
        }
        return faults;
    }

    /** What the menu of the house leads to, and one of each thing that has a page of its own. */
    private static Map<String, String> everyPage(Page page) {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("home", node.home());
        for (String name : new String[] {
            "import",
            "figures?season=2025-26",
            "audience?season=2025-26",
            "audience/expected",
            "segments?rf=new,once-before&visits=1..",
            "performances?season=2025-26",
            "compare?season=2025-26",
            "overlap",
            "ask",
            "ask/nodes",
            "observers",
            "ask?measure=buyers&by=genre&season=2025-26",
            "compare/nodes",
            "leaving",
            "grants",
            "grants?q=a",
            "tour",
            "networks",
            "agreements",
            "products",
            "agreements/new?template=comparison",
            "programme?season=2025-26",
            "calendar?month=2026-03",
            "halls?week=2026-03-10",
            "sheets",
            "contradictions",
            "doubles",
            "parts",
            "quality",
            "runs",
            "publication",
            "sources",
            "words",
            "matches",
            "members",
            "people",
            "surveys",
            "data-protection",
            "dictionary"
        }) {
            found.put(name.replaceFirst("\\?.*", ""), node.home() + "/" + name);
        }
        node.signedPages().forEach((name, path) -> found.put(name, node.home() + path));
        page.navigate(found.get("performances"));
        found.put("performance", first(page, "main a[href*='/performances/']"));
        page.navigate(found.get("programme"));
        found.put("show", first(page, "main a[href*='/shows/']"));
        page.navigate(found.get("show"));
        found.put("place", first(page, "main a[href*='/places/']"));
        found.put("hall", first(page, "main a[href*='/hall/']"));
        page.navigate(found.get("show"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Corriger sur la fiche"))
                .click();
        page.waitForURL("**/sheets/*");
        found.put("sheet", page.url());
        found.put("history", first(page, "main a[href*='/history/show/']"));
        found.put("festival", festival(page, found.get("show")));
        page.navigate(found.get("runs"));
        found.put("run", first(page, "main a[href*='/runs/']"));
        Window.await(page, found.get("matches"), "input[name=one]");
        found.put(
                "person",
                found.get("people") + "/"
                        + page.locator("input[name=one]").first().getAttribute("value"));
        found.put("consent-list", found.get("people") + "/consents");
        page.navigate(found.get("surveys"));
        page.fill("#title-fr", "Enquête");
        page.fill("#title-en", "Survey");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Créer"))
                .click();
        page.waitForURL("**/surveys/*");
        found.put("survey", page.url().replaceFirst("\\?.*", ""));
        found.put("survey-public", page.locator("main a[href*='/s/']").first().getAttribute("href"));
        found.put("account", node.address() + "/account");
        found.put("houses", node.address() + "/houses");
        found.put("quality-houses", node.address() + "/quality");
        found.put("observatory-member", node.address() + "/observatory");
        page.navigate(node.home());
        for (Locator link : page.locator(".side nav a").all()) {
            String address = node.address() + link.getAttribute("href");
            assertThat(found.values()).as("pages of the menu").anyMatch(known -> known.split("\\?")[0].equals(address));
        }
        return found;
    }

    /** Says on the sheet that is open that all dates of the show are of a festival, whose page there is then. */
    private static String festival(Page page, String show) {
        page.locator("fieldset.sheet-date details").evaluateAll("all => all.forEach(one => { one.open = true; })");
        Locator fields = page.locator("input[name^='date-'][name$='-festival']");
        int told = fields.count() - 1; // the last is of a date that is not there yet
        for (int date = 0; date < told; date++) {
            fields.nth(date).fill("Nuits et jours");
        }
        page.locator("button[name=publish]").click();
        page.locator("main .notice.good").waitFor();
        page.navigate(show);
        return first(page, "main a[href*='/festival/']");
    }

    private static String first(Page page, String selector) {
        return node.address() + page.locator(selector).first().getAttribute("href");
    }
}
