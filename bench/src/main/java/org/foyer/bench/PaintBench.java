package org.foyer.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Largest paint of the public pages on a slow phone: a processor four times slower, 1.6 Mbit/s, 150 ms, 360 × 740. */
final class PaintBench {

    private static final int LOOKS_MAX = 240;
    private static final int MILLIS_BETWEEN = 1_000;

    /** Seconds to the largest paint of each page. */
    private static final double BAR = 1.5;

    /** Simulating the houses takes a minute or two before the first page. */
    private static final Duration MADE_MAX = Duration.ofMinutes(10);

    private static final int ROUNDS = 5;
    private static final int WIDTH = 360;
    private static final int HEIGHT = 740;
    private static final int SLOWER = 4;
    private static final int BITS = 1_600_000;
    private static final int LATENCY = 150;

    /** Milliseconds without a request after which nothing larger is painted. */
    private static final int REST = 700;

    private static final String NOTE =
            "window.largest = 0; new PerformanceObserver(list => { for (const one of list.getEntries()) window.largest = one.startTime; })"
                    + ".observe({type: 'largest-contentful-paint', buffered: true});";

    private final Path work;
    private final Report report;

    PaintBench(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    void run() throws Exception {
        Path data = work.resolve("paint-node");
        BenchNode.delete(data);
        int port = StartBench.freePort();
        Process process = new ProcessBuilder(
                        "./foyer", "demo", "--alone", "--data", data.toString(), "--port", "" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(browserFile())
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            StartBench.awaitPage(port, process, MADE_MAX);
            String base = "http://127.0.0.1:" + port;
            List<Report.Line> lines = new ArrayList<>();
            pages(browser, base).forEach((name, address) -> lines.add(measured(browser, name, address)));
            report.write(
                    "Largest paint",
                    "The public pages of a node of simulated houses in Chromium without a screen: a processor " + SLOWER
                            + " times slower, 1.6 Mbit/s, 150 ms a round trip, " + WIDTH + " × " + HEIGHT
                            + ", nothing in the browser's store. From the request to the largest contentful paint. Each page was asked for"
                            + " once before, so that the node is warm; node and browser share the machine.",
                    lines);
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            BenchNode.delete(data);
        }
    }

    private static Path browserFile() {
        return Path.of(System.getenv().getOrDefault("FOYER_BENCH_BROWSER", "/usr/bin/chromium"));
    }

    /** A new node makes its index in the background; until then the search says so. */
    private static void awaitIndex(Page page, String search) {
        for (int i = 0; i < LOOKS_MAX; i++) {
            page.navigate(search);
            if (page.locator(".bill h3 a").count() > 0) {
                return;
            }
            page.waitForTimeout(MILLIS_BETWEEN);
        }
        throw new IllegalStateException("no show is found at " + search);
    }

    /** Found as somebody would: from the search on, by links. */
    private static Map<String, String> pages(Browser browser, String base) {
        Map<String, String> pages = new LinkedHashMap<>();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            awaitIndex(page, base + "/search?when=all");
            String show = base + page.getAttribute(".bill h3 a", "href");
            String house = show.replaceFirst("/shows/.*$", "");
            page.navigate(show);
            pages.put("search", base + "/search?when=all");
            pages.put("show", show);
            String venue = page.getAttribute(".dates .place a", "href");
            if (venue != null) {
                pages.put("venue", base + venue);
            }
            if (page.locator(".credits a").count() > 0) {
                pages.put("credited name", base + page.getAttribute(".credits a", "href"));
            }
            pages.put("programme", house + "/programme");
            pages.put("map", base + "/map?when=all");
        }
        return pages;
    }

    private static Report.Line measured(Browser browser, String name, String address) {
        paint(browser, address);
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            seconds[round] = paint(browser, address);
        }
        Sample sample = new Sample(seconds);
        return new Report.Line(name, sample, "s", "", Bar.atMost(BAR, sample.median()));
    }

    /** Seconds to the largest paint of a page that the browser never saw. */
    private static double paint(Browser browser, String address) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("fr"))) {
            Page page = context.newPage();
            CDPSession protocol = context.newCDPSession(page);
            protocol.send("Network.enable");
            protocol.send("Network.emulateNetworkConditions", slowNetwork());
            JsonObject slow = new JsonObject();
            slow.addProperty("rate", SLOWER);
            protocol.send("Emulation.setCPUThrottlingRate", slow);
            page.addInitScript(NOTE);
            page.navigate(address);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.waitForTimeout(REST);
            double milliseconds = ((Number) page.evaluate("window.largest")).doubleValue();
            if (milliseconds <= 0) {
                throw new IllegalStateException("nothing was painted: " + address);
            }
            return milliseconds / 1000;
        }
    }

    private static JsonObject slowNetwork() {
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY);
        network.addProperty("downloadThroughput", BITS / 8);
        network.addProperty("uploadThroughput", BITS / 16);
        return network;
    }
}
