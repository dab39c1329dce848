package org.foyer.acceptance;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A real browser, without a screen, that notes whatever a page complains about or fetches from elsewhere. */
final class Window implements AutoCloseable {

    static final int WIDE = 1280;
    static final int NARROW = 360;

    private static final Path CHROMIUM = Path.of(System.getProperty("foyer.chromium", "/usr/bin/chromium"));
    private static final Path SHOTS = Path.of("target", "pages");
    private static final int HEIGHT = 900;
    private static final int LOOKS_MAX = 120;
    private static final int MILLIS_BETWEEN = 1_000;

    /** Two nodes and two browsers share two processors in these tests; what is there sooner is not waited for. */
    private static final int PATIENCE_MILLIS = 90_000;

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** What reaches beyond the right edge without a part of the page that scrolls around it. */
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : ['the page scrolls sideways',
              ...[...document.querySelectorAll('body *')]
              .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
              .filter(e => { for (let up = e.parentElement; up !== document.body; up = up.parentElement)
                if (getComputedStyle(up).overflowX !== 'visible') return false; return true; })
              .slice(0, 5).map(e => e.outerHTML.slice(0, 120))]""";

    /** Charts take their new width from one frame to the next. */
    private static final String FRAMES =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))";

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    Window() {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(QUIET));
    }

    /** Opens a wide page; {@code session} is what {@link BrowserContext#storageState()} gave after signing in, or null. */
    Page open(String language, String session) {
        return open(language, session, true);
    }

    /** The same for a browser that runs no scripts. */
    Page openWithoutScripts(String language, String session) {
        return open(language, session, false);
    }

    private Page open(String language, String session, boolean scripts) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDE, HEIGHT)
                        .setLocale(language)
                        .setStorageState(session)
                        .setJavaScriptEnabled(scripts)
                        .setReducedMotion(ReducedMotion.REDUCE))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + " console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " script: " + error));
        page.onRequest(request -> {
            String host = URI.create(request.url()).getHost();
            if (host != null && !host.equals("127.0.0.1")) {
                complaints.add(page.url() + " asked another host: " + request.url());
            }
        });
        return page;
    }

    /** Opens a page again and again until it shows what a node does in the background, two minutes at most. */
    static void await(Page page, String address, String selector) {
        for (int i = 0; i < LOOKS_MAX; i++) {
            page.navigate(address);
            if (page.locator(selector).count() > 0) {
                return;
            }
            page.waitForTimeout(MILLIS_BETWEEN);
        }
        throw new AssertionError(address + " never showed " + selector + ": "
                + page.locator("main").innerText());
    }

    /** Signs somebody in with the password of the tests. */
    String signIn(String address, String login) {
        try (Page page = open("fr-FR", null)) {
            page.navigate(address + "/login");
            page.fill("#login", login);
            page.fill("#password", Api.PASSWORD);
            page.locator("main form button").first().click();
            page.waitForURL(url -> !url.contains("/login"));
            return page.context().storageState();
        }
    }

    /** Shows the same page otherwise, and waits until it is. */
    void turn(Page page, int width, boolean dark) {
        dress(page, width, dark);
        page.evaluate(FRAMES);
    }

    /** How the next page is to be shown. */
    void dress(Page page, int width, boolean dark) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        page.setViewportSize(width, HEIGHT);
    }

    /**
     * Looks at the page and keeps a picture of it: whether it fits the width, whether it complained, and what axe says.
     *
     * @return what is wrong with it, all at once
     */
    List<String> look(Page page, String name) {
        List<String> faults = new ArrayList<>();
        ((List<?>) page.evaluate(TOO_WIDE)).forEach(part -> faults.add(name + " is too wide: " + part));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
        faults.addAll(barriers(page, name));
        faults.addAll(complaints);
        complaints.clear();
        return faults;
    }

    /**
     * Our pages have no frames, so that axe needs no page of its own to put its findings together. It checks everything and writes down
     * violations alone: to name each part that is in order takes longer than to check it.
     */
    private static List<String> barriers(Page page, String name) {
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        AxeBuilder axe =
                new AxeBuilder(page).options(violations).setLegacyMode(true).withTags(WCAG_22_AA);
        return axe.analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> name + " " + rule.getId() + " at " + node.getTarget() + ": "
                                + node.getFailureSummary()))
                .toList();
    }

    /** Leaves out of what was noted what a test expects. */
    void forget(Predicate<String> expected) {
        complaints.removeIf(expected);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
