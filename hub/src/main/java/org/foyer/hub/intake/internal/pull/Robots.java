package org.foyer.hub.intake.internal.pull;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;

/** What a site lets programs ask, by its robots.txt (RFC 9309), under the name {@code foyer}. */
final class Robots {

    private static final String NAME = "foyer";

    /** What a site may ask to be waited between two pages; with more, not thirty of them would be had within a visit. */
    private static final Duration DELAY_MAX = Duration.ofSeconds(30);

    /** The parser itself forbids everything to whoever is asked to wait longer than it knows; here that is told in words. */
    private static final long ANY_DELAY = Integer.MAX_VALUE;

    private static final int WARNINGS_MAX = 5;

    private final URI site;
    private final BaseRobotRules rules;

    private Robots(URI site, BaseRobotRules rules) {
        this.site = site;
        this.rules = rules;
    }

    /** A site without the file forbids nothing; one that fails at it is not asked at all, which the web tells. */
    static Robots of(Web web, URI address) throws IOException {
        URI file = address.resolve("/robots.txt");
        WebAnswer answer = web.get(Web.Request.of(file, Map.of("Accept", "text/plain")));
        if (!answer.isThere()) {
            return new Robots(address, new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL));
        }
        try (InputStream body = answer.body()) {
            Robots robots = new Robots(
                    address,
                    new SimpleRobotRulesParser(ANY_DELAY, WARNINGS_MAX)
                            .parseContent(file.toString(), body.readAllBytes(), "text/plain", List.of(NAME)));
            robots.keepDelay(web);
            return robots;
        }
    }

    /**
     * Keeps to {@code Crawl-delay}, which RFC 9309 does not know and many sites ask for all the same.
     *
     * @throws NotFetched when it is longer than a visit can keep to
     */
    private void keepDelay(Web web) throws NotFetched {
        long delay = rules.getCrawlDelay();
        if (delay == BaseRobotRules.UNSET_CRAWL_DELAY || delay <= 0) {
            return;
        }
        if (delay > DELAY_MAX.toMillis()) {
            throw new NotFetched(
                    "pull-crawl-delay",
                    String.valueOf(site.getHost()),
                    Long.toString(Duration.ofMillis(delay).toSeconds()),
                    Long.toString(DELAY_MAX.toSeconds()));
        }
        web.atMostEvery(Duration.ofMillis(delay));
    }

    /** Whether a page of the same site may be asked. */
    boolean allows(URI page) {
        return site.getScheme().equalsIgnoreCase(String.valueOf(page.getScheme()))
                && site.getRawAuthority().equalsIgnoreCase(String.valueOf(page.getRawAuthority()))
                && rules.isAllowed(page.toString());
    }

    /** @throws NotFetched when it may not */
    void check(URI page) throws NotFetched {
        if (!rules.isAllowed(page.toString())) {
            throw new NotFetched("pull-robots", String.valueOf(page.getHost()));
        }
    }
}
