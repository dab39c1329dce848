package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.site.internal.server.PublicAddress;

/** What search engines may read here (sitemaps.org protocol 0.9; RFC 9309): programmes, venues, halls, festivals, credited names and shows, those that play last first. */
@Path("/")
public class SitemapResource {

    /** Addresses in one sitemap, by its protocol. */
    private static final int ADDRESSES_MAX = 50_000;

    /** Of them, venues, halls, festivals with series, and names at most. */
    private static final int VENUES_MAX = 5_000;

    private static final int HALLS_MAX = 5_000;

    private static final int FESTIVALS_MAX = 5_000;

    private static final int NAMES_MAX = 10_000;

    private final Shows shows;
    private final Listings listings;
    private final Houses houses;
    private final PublicAddress address;

    @Inject
    public SitemapResource(Shows shows, Listings listings, Houses houses, PublicAddress address) {
        this.shows = shows;
        this.listings = listings;
        this.houses = houses;
        this.address = address;
    }

    @GET
    @Path("robots.txt")
    @Produces(MediaType.TEXT_PLAIN)
    public Response robots() {
        return Response.ok(
                        "User-agent: *\nDisallow: /api/\nDisallow: /sparql\nDisallow: /search\nDisallow: /s/\nSitemap: "
                                + address.get() + "/sitemap.xml\n")
                .build();
    }

    @GET
    @Path("sitemap.xml")
    @Produces("application/xml")
    public Response sitemap() {
        String base = address.get();
        StreamingOutput out = stream -> write(base, stream);
        return Response.ok(out).build();
    }

    /** Addresses are of letters, digits, hyphens and percents behind the address of the node, so that only that needs care. */
    private void write(String base, OutputStream out) throws IOException {
        Map<HouseId, String> slugs = new HashMap<>();
        for (House house : houses.all()) {
            slugs.put(house.id(), house.slug());
        }
        String root = "<url><loc>" + base.replace("&", "&amp;").replace("<", "&lt;");
        String home = root + "/h/";
        text(
                out,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (String slug : slugs.values().stream().sorted().toList()) {
            text(out, home + slug + "/programme</loc></url>\n");
        }
        listed(home, slugs, "/places/", listings.places(VENUES_MAX), out);
        listed(home, slugs, "/hall/", listings.halls(HALLS_MAX), out);
        for (Festival festival : listings.festivals(FESTIVALS_MAX)) {
            if (slugs.containsKey(festival.house())) {
                text(
                        out,
                        home + slugs.get(festival.house()) + "/" + festival.kind() + "/" + festival.id()
                                + "</loc></url>\n");
            }
        }
        for (String name : listings.names(NAMES_MAX)) {
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            text(out, root + "/credits/" + encoded + "</loc></url>\n");
        }
        int others = slugs.size() + VENUES_MAX + HALLS_MAX + FESTIVALS_MAX + NAMES_MAX;
        shows.newest(ADDRESSES_MAX - others, show -> {
            String slug = slugs.get(show.house());
            if (slug != null) {
                text(out, home + slug + "/shows/" + show.id() + "</loc></url>\n");
            }
        });
        text(out, "</urlset>\n");
    }

    private static void listed(
            String home, Map<HouseId, String> slugs, String path, List<Listings.Listed> all, OutputStream out) {
        for (Listings.Listed one : all) {
            if (slugs.containsKey(one.house())) {
                text(out, home + slugs.get(one.house()) + path + one.id() + "</loc></url>\n");
            }
        }
    }

    private static void text(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
