package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A house behind a slow line: 50 kB a second, and 400 ms until the first byte of each answer. */
@ExtendWith(NetworkNode.Shared.class)
class SlowNetworkIT {

    private static final int BYTES_A_SECOND = 50_000;
    private static final int LATENCY_MILLISECONDS = 400;

    /** Of a first visit, with scripts, styles, faces and the painter of charts. */
    private static final long FIRST_BYTES_MAX = 320_000;

    /** Of each page after it. */
    private static final long NEXT_BYTES_MAX = 10_000;

    /** Until the page stands there to be read and used. */
    private static final double FIRST_SECONDS_MAX = 8;

    private static final double NEXT_SECONDS_MAX = 3;

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Long> bytes = new LinkedHashMap<>();
    private Window window;

    @BeforeEach
    void open() {
        window = new Window();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void pagesStandSoonAndWhatTheyShareComesOnce(NetworkNode node) {
        String session = window.signIn(node.address(), NetworkNode.STEWARD);
        try (Page page = window.open("fr-FR", session)) {
            slowDown(page);
            String home = node.home() + "?season=" + SimulatedHouses.SEASON;
            visit(page, home, FIRST_SECONDS_MAX, FIRST_BYTES_MAX);
            assertThat(bytes.keySet()).anyMatch(address -> address.contains("/assets/foyer.js?"));

            visit(page, node.home() + "/import", NEXT_SECONDS_MAX, NEXT_BYTES_MAX);
            assertThat(page.locator("main form button").isEnabled()).isTrue();
            visit(page, home, NEXT_SECONDS_MAX, NEXT_BYTES_MAX);
        }
    }

    private void visit(Page page, String address, double secondsMax, long bytesMax) {
        bytes.clear();
        double seconds = stands(page, address);
        page.waitForLoadState();
        long all = bytes.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf(
                Locale.ROOT, "SlowNetworkIT: %s stands after %.1f s, %,d bytes %s%n", address, seconds, all, bytes);
        assertThat(seconds).as(address).isLessThan(secondsMax);
        assertThat(all).as(bytes.toString()).isPositive().isLessThan(bytesMax);
    }

    /** Goes to a page and says after how many seconds it could be read and used. */
    private static double stands(Page page, String address) {
        long begun = System.nanoTime();
        page.navigate(
                address,
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT).setTimeout(60_000));
        page.locator("main h1").waitFor();
        page.locator("footer").waitFor();
        return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Slows the page's network and counts what comes through it, compressed as it comes; nothing when it was kept. */
    private void slowDown(Page page) {
        CDPSession network = page.context().newCDPSession(page);
        network.on(
                "Network.requestWillBeSent",
                sent -> addresses.put(
                        sent.get("requestId").getAsString(),
                        sent.getAsJsonObject("request").get("url").getAsString()));
        network.on(
                "Network.loadingFinished",
                ended -> bytes.merge(
                        addresses.getOrDefault(ended.get("requestId").getAsString(), "?"),
                        ended.get("encodedDataLength").getAsLong(),
                        Long::sum));
        network.send("Network.enable");
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", LATENCY_MILLISECONDS);
        conditions.addProperty("downloadThroughput", BYTES_A_SECOND);
        conditions.addProperty("uploadThroughput", BYTES_A_SECOND);
        network.send("Network.emulateNetworkConditions", conditions);
    }
}
