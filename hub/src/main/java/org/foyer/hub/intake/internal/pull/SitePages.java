package org.foyer.hub.intake.internal.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The pages that a sitemap names (sitemaps.org 0.9), of its own site alone; a map of maps is followed one step. */
final class SitePages {

    /** Pages of one site. */
    private static final int PAGES_MAX = 500;

    private static final int MAPS_MAX = 20;
    private static final Pattern MAP =
            Pattern.compile("(<\\?xml[^>]*>|<!--.*?-->|\\s)*<(\\w+:)?(urlset|sitemapindex)\\b.*", Pattern.DOTALL);

    private final Web web;
    private final Robots robots;
    private final String part;
    private final Set<URI> pages = new LinkedHashSet<>();

    /** @param part what must stand in the address of a page for it to be asked; empty for all */
    SitePages(Web web, Robots robots, String part) {
        this.web = web;
        this.robots = robots;
        this.part = part;
    }

    static boolean isSitemap(WebAnswer answer) {
        return MAP.matcher(answer.beginning()).matches();
    }

    /** @throws NotFetched when there are more than are asked, or none */
    Set<URI> of(WebAnswer map) throws IOException {
        Document document = read(map);
        add(map, document);
        int maps = 0;
        for (Element named : document.select("sitemap > loc")) {
            Optional<URI> address = address(map, named);
            if (address.isPresent() && robots.allows(address.get()) && ++maps <= MAPS_MAX) {
                WebAnswer inner = web.get(Web.Request.of(address.get(), Map.of("Accept", "application/xml, text/xml")));
                if (inner.isThere() && isSitemap(inner)) {
                    add(inner, read(inner));
                }
            }
        }
        if (pages.isEmpty()) {
            throw new NotFetched("pull-no-pages", String.valueOf(map.address().getHost()));
        }
        return pages;
    }

    /** This parser knows neither entities of a document's own nor anything outside of it. */
    private static Document read(WebAnswer map) throws IOException {
        try (InputStream body = map.body()) {
            return Jsoup.parse(body, null, "", Parser.xmlParser());
        }
    }

    private void add(WebAnswer map, Document document) throws NotFetched {
        for (Element named : document.select("url > loc")) {
            Optional<URI> address = address(map, named);
            if (address.isPresent()
                    && robots.allows(address.get())
                    && address.get().toString().contains(part)) {
                pages.add(address.get());
                if (pages.size() > PAGES_MAX) {
                    throw new NotFetched("pull-pages-of-site", Integer.toString(PAGES_MAX));
                }
            }
        }
    }

    private static Optional<URI> address(WebAnswer map, Element named) {
        try {
            return Optional.of(map.address().resolve(named.text().strip()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
