package org.foyer.hub.intake.internal.pull;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The pages that a sitemap names (sitemaps.org 0.9), of its own site alone, packed with gzip or not. Maps of maps are
 * followed {@link #STEPS_MAX} steps, {@link #MAPS_MAX} maps in all. */
final class SitePages {

    /** Pages of one site. */
    private static final int PAGES_MAX = 500;

    /** Maps of one site, the first included. */
    private static final int MAPS_MAX = 50;

    /** From the first map to the innermost one; sitemaps.org knows a single step, some sites need two. */
    private static final int STEPS_MAX = 2;

    /** Bytes of one map when it is unpacked. */
    private static final int MAP_BYTES_MAX = 16 << 20;

    private static final int[] GZIP = {0x1f, 0x8b};
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/xml, text/xml, application/gzip;q=0.9");
    private static final Pattern MAP =
            Pattern.compile("(<\\?xml[^>]*>|<!--.*?-->|\\s)*<(\\w+:)?(urlset|sitemapindex)\\b.*", Pattern.DOTALL);

    private final Web web;
    private final Robots robots;
    private final String part;
    private final Set<URI> pages = new LinkedHashSet<>();
    private final Set<URI> maps = new HashSet<>();

    /** @param part what must stand in the address of a page for it to be asked; empty for all */
    SitePages(Web web, Robots robots, String part) {
        this.web = web;
        this.robots = robots;
        this.part = part;
    }

    static boolean isSitemap(WebAnswer answer) {
        return MAP.matcher(answer.beginning()).matches();
    }

    /**
     * An answer as it is without its packing: a map may be a file that was packed, whatever the answer says of itself.
     *
     * @throws NotFetched when it cannot be unpacked, or becomes too long
     */
    static WebAnswer unpacked(WebAnswer answer) throws IOException {
        byte[] body;
        try (InputStream in = answer.body()) {
            if (in.read() != GZIP[0] || in.read() != GZIP[1]) {
                return answer;
            }
        }
        String host = String.valueOf(answer.address().getHost());
        try (InputStream in = new GZIPInputStream(answer.body())) {
            body = in.readNBytes(MAP_BYTES_MAX + 1);
        } catch (EOFException | ZipException broken) {
            throw new NotFetched("fetch-packing", host);
        }
        if (body.length > MAP_BYTES_MAX) {
            throw new NotFetched("pull-map-too-large", host, Integer.toString(MAP_BYTES_MAX >> 20));
        }
        return new WebAnswer(answer.address(), answer.status(), Map.of(), body);
    }

    /**
     * @param map unpacked
     * @throws NotFetched when there are more than are asked, or none
     */
    Set<URI> of(WebAnswer map) throws IOException {
        maps.add(map.address());
        follow(map, 0);
        if (pages.isEmpty()) {
            throw new NotFetched("pull-no-pages", String.valueOf(map.address().getHost()));
        }
        return pages;
    }

    private void follow(WebAnswer map, int steps) throws IOException {
        Document document = read(map);
        add(map, document);
        for (Element named : document.select("sitemap > loc")) {
            Optional<URI> address = address(map, named);
            if (address.isEmpty() || !robots.allows(address.get()) || maps.contains(address.get())) {
                continue;
            }
            if (steps == STEPS_MAX) {
                throw new NotFetched("pull-maps-nested", Integer.toString(STEPS_MAX));
            }
            if (maps.size() == MAPS_MAX) {
                throw new NotFetched("pull-maps-many", Integer.toString(MAPS_MAX));
            }
            maps.add(address.get());
            WebAnswer inner = web.get(Web.Request.of(address.get(), HEADERS));
            inner = inner.isThere() ? unpacked(inner) : inner;
            if (inner.isThere() && isSitemap(inner)) {
                follow(inner, steps + 1);
            }
        }
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
