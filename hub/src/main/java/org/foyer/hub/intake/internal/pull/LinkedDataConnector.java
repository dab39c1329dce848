package org.foyer.hub.intake.internal.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.kit.Connector;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Problem;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;

/**
 * Events of schema.org that a site tells search engines: a JSON-LD document, a page with such blocks in it, or a sitemap whose
 * pages have them. What robots.txt forbids is not asked (RFC 9309); contexts are never fetched. Blocks of pages are gathered
 * into one document.
 */
final class LinkedDataConnector implements Connector {

    static final String PAGES = "pages";

    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/ld+json, application/json, text/html, application/xml;q=0.9, text/xml;q=0.9");
    private static final int PAGES_PART_MAX = 200;

    @Override
    public String kind() {
        return "linked-data";
    }

    @Override
    public List<Problem> check(Order order) {
        List<Problem> problems = new ArrayList<>(SettingCheck.unknown(order, Set.of(PAGES)));
        if (order.settings().getOrDefault(PAGES, "").length() > PAGES_PART_MAX) {
            problems.add(SettingCheck.problem(PAGES, "source-setting-long", Integer.toString(PAGES_PART_MAX)));
        }
        if (order.secret() != null) {
            problems.add(SettingCheck.problem("secret", "source-secret-unused"));
        }
        return problems;
    }

    /** A site is a place for people; one page a second leaves room for them. */
    @Override
    public Duration between(Order order) {
        return Duration.ofSeconds(1);
    }

    @Override
    public Pulled pull(Order order, Web web, Path target) throws IOException {
        Robots robots = Robots.of(web, order.address());
        robots.check(order.address());
        WebAnswer came = web.get(new Web.Request(order.address(), HEADERS, order.etag(), order.lastModified()));
        if (came.isUnchanged()) {
            return Pulled.nothingNew(order);
        }
        String host = String.valueOf(came.address().getHost());
        if (!came.isThere()) {
            throw new NotFetched("fetch-status", host, Integer.toString(came.status()));
        }
        WebAnswer answer = SitePages.unpacked(came);
        String begins = answer.beginning();
        if (begins.startsWith("{") || begins.startsWith("[")) {
            try (InputStream body = answer.body()) {
                Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return pulled(
                    host,
                    came.header("ETag").orElse(null),
                    came.header("Last-Modified").orElse(null));
        }
        try (PageBlocks blocks = new PageBlocks(target)) {
            if (SitePages.isSitemap(answer)) {
                String part = order.settings().getOrDefault(PAGES, "");
                for (URI page : new SitePages(web, robots, part).of(answer)) {
                    WebAnswer found = web.get(Web.Request.of(page, HEADERS));
                    if (found.isThere()) { // a page that is gone since the map was drawn is no fault of the others
                        blocks.add(found);
                    }
                }
            } else {
                blocks.add(answer);
            }
            if (!blocks.end()) {
                throw new NotFetched("pull-no-events", host);
            }
        }
        return pulled(host, null, null);
    }

    private static Pulled pulled(
            String host,
            @org.jspecify.annotations.Nullable String etag,
            @org.jspecify.annotations.Nullable String modified) {
        return new Pulled(host + ".jsonld", false, false, etag, modified);
    }
}
