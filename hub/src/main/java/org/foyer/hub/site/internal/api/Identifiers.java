package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.LinkedData.Thing;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers of performances, runs, festivals, series, halls, works, people, places and houses: who asks for linked data gets what is said of the thing, a browser is
 * led to the page that shows it. Open to anyone.
 */
@Path("/")
public class Identifiers {

    private static final List<Variant> VARIANTS = variants();

    private final LinkedData data;
    private final Programme programme;
    private final Listings listings;
    private final Houses houses;
    private final Access access;
    private final PublicAddress address;

    @Inject
    public Identifiers(
            LinkedData data,
            Programme programme,
            Listings listings,
            Houses houses,
            Access access,
            PublicAddress address) {
        this.data = data;
        this.programme = programme;
        this.listings = listings;
        this.houses = houses;
        this.access = access;
        this.address = address;
    }

    private static List<Variant> variants() {
        List<Variant> variants = new ArrayList<>(List.of(new Variant(MediaType.TEXT_HTML_TYPE, (String) null, null)));
        for (RdfForm form : RdfForm.values()) {
            variants.add(new Variant(MediaType.valueOf(form.mediaType()), (String) null, null));
        }
        return variants;
    }

    @GET
    @Path("id/house/{house}")
    public Response house(@PathParam("house") String slug, @Context Request request) {
        House house = access.publicHouse(slug);
        RdfForm form = form(request);
        return form == null
                ? page("/h/" + house.slug() + "/programme")
                : told(form, out -> data.describe(house, address.get(), form, out));
    }

    @GET
    @Path("id/{kind:performance|run|festival|series|hall|work|person}/{id}")
    public Response thing(@PathParam("kind") String kind, @PathParam("id") String id, @Context Request request) {
        return thing(kind, id, form(request));
    }

    @GET
    @Path("id/place/{id}")
    public Response place(@PathParam("id") String id, @Context Request request) {
        return thing("place", id, form(request));
    }

    /** What a hall was called before it was a thing of its own: leads to its identifier. */
    @GET
    @Path("id/place/{id}/hall/{hall}")
    public Response hall(@PathParam("id") String id, @PathParam("hall") String hall) {
        String encoded = java.net.URLEncoder.encode(hall, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        Thing thing = data.find("place", id + "/hall/" + encoded)
                .orElseThrow(() -> missing(data, "place", id + "/hall/" + encoded, "/id/place/"));
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header("Location", "/id/hall/" + thing.id())
                .header("Cache-Control", "max-age=3600")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private Response thing(String kind, String id, @Nullable RdfForm form) {
        Thing thing = data.find(kind, id).orElseThrow(() -> missing(data, kind, id, "/id/" + kind + "/"));
        House house = houses.byId(thing.house()).orElseThrow(() -> new Refused(404, "identifier-unknown"));
        return form == null
                ? page(pageOf(thing, house))
                : told(form, out -> data.describe(thing, house, address.get(), form, out));
    }

    /** A run, a festival, a venue and a hall have a page, and a performance a place on that of its run; what else there is stands in the programme. */
    private String pageOf(Thing thing, House house) {
        String home = "/h/" + house.slug();
        return switch (thing.kind()) {
            case "run" -> home + "/shows/" + thing.id();
            case "festival", "series" -> Festival.pathOf(house, thing.kind(), thing.id());
            case "performance" ->
                programme
                        .entry(house.id(), Long.parseLong(thing.id()))
                        .map(entry -> home + "/shows/" + Shows.idOf(entry) + "#p" + thing.id())
                        .orElse(home + "/programme");
            case "person" ->
                listings.credited(Long.parseLong(thing.id()))
                        .map(person -> Listings.pathOf(person.name()))
                        .orElse(home + "/programme");
            case "place" -> home + "/places/" + thing.id();
            case "hall" -> Hall.pathOf(house, Long.parseLong(thing.id()));
            default -> home + "/programme?from=" + thing.day();
        };
    }

    /**
     * A name that was given once says so for ever (RFC 9110, 410), and one of two names of a thing leads to the other (301). Not for
     * long, because people may take the decision back.
     *
     * @param before what stands before an identifier in the address that was asked
     */
    public static RuntimeException missing(LinkedData data, String kind, String id, String before) {
        return data.goesBy(kind, id)
                .<RuntimeException>map(
                        other -> new RedirectionException(Response.status(Response.Status.MOVED_PERMANENTLY)
                                .header("Location", before + other)
                                .header("Cache-Control", "max-age=3600")
                                .header("Access-Control-Allow-Origin", "*")
                                .build()))
                .orElseGet(() -> gone(data, kind, id));
    }

    private static Refused gone(LinkedData data, String kind, String id) {
        return data.gone(kind, id)
                .map(at -> new Refused(
                        410,
                        "identifier-gone",
                        LocalDate.ofInstant(at, ZoneOffset.UTC).toString()))
                .orElseGet(() -> new Refused(404, "identifier-unknown"));
    }

    /** Null for a page. */
    static @Nullable RdfForm form(Request request) {
        Variant best = request.selectVariant(VARIANTS);
        if (best == null) {
            throw new Refused(406, "form-unknown");
        }
        MediaType type = best.getMediaType();
        return RdfForm.ofMediaType(type.getType() + "/" + type.getSubtype()).orElse(null);
    }

    /** An identifier is not the address of a page, so a browser is sent on (RFC 9110, 303). */
    static Response page(String path) {
        return Response.status(303)
                .header("Location", path)
                .header("Vary", "Accept")
                .build();
    }

    static Response told(RdfForm form, StreamingOutput out) {
        return Response.ok(out)
                .type(form.mediaType())
                .header("Vary", "Accept")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
