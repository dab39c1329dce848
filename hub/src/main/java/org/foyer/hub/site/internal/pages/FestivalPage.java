package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.Listings.Listing;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.Identifiers;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;

/** A festival or series with its programme, for everyone: to be read, shared, subscribed to and found. */
@Path("/")
public class FestivalPage {

    private static final int DIGITS_MAX = 18;

    private final Access access;
    private final Listings listings;
    private final LinkedData data;
    private final Programme programme;
    private final PublicAddress address;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public FestivalPage(
            Access access,
            Listings listings,
            LinkedData data,
            Programme programme,
            PublicAddress address,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.listings = listings;
        this.data = data;
        this.programme = programme;
        this.address = address;
        this.frames = frames;
        this.screen = screen;
    }

    /** @param kind {@code festival} or {@code series} */
    @GET
    @Path("h/{house}/{kind:festival|series}/{id}")
    @Produces(MediaType.TEXT_HTML)
    public Response festival(
            @PathParam("house") String slug, @PathParam("kind") String kind, @PathParam("id") String id) {
        House house = access.publicHouse(slug);
        Festival festival = of(house, kind, id);
        return screen.show(
                "listing",
                frames.frame(festival.name(), house),
                view(frames.language(), house, festival, listings, data, programme, address.get()));
    }

    /** @param base address of the node, without a final slash */
    static ListingView view(
            Language language,
            House house,
            Festival festival,
            Listings listings,
            LinkedData data,
            Programme programme,
            String base) {
        String id = Long.toString(festival.id());
        Listing listing = listings.ofFestival(house, festival);
        List<String> linked = new ArrayList<>();
        ListingPage.described(data, festival.kind(), festival.id(), house, base).ifPresent(linked::add);
        ListingPage.Head head = new ListingPage.Head(
                festival.name(),
                List.of(language.say("show_part_" + festival.kind()) + " · " + days(language, festival)),
                Festival.pathOf(house, festival.kind(), id),
                base + "/id/" + festival.kind() + "/" + id,
                List.of(),
                null);
        return ListingPage.view(language, programme, base, head, listing, linked);
    }

    private static String days(Language language, Festival festival) {
        Formats formats = language.formats();
        String first = formats.longDay(festival.first());
        return festival.performances() == 1
                ? language.say("show_once", first)
                : language.say(
                        "show_dates", formats.number(festival.performances()), first, formats.longDay(festival.last()));
    }

    /** What plays in it, for a calendar. */
    @GET
    @Path("h/{house}/{kind:festival|series}/{id}/dates.ics")
    @Produces("text/calendar;charset=UTF-8")
    public Response calendar(
            @PathParam("house") String slug, @PathParam("kind") String kind, @PathParam("id") String id) {
        House house = access.publicHouse(slug);
        Festival festival = subscribed(house, kind, id);
        Listing listing = listings.ofFestival(house, festival);
        String base = address.get();
        StreamingOutput out = stream -> listings.writeICalendar(festival.name(), listing, base, stream);
        return Response.ok(out).header("Access-Control-Allow-Origin", "*").build();
    }

    /** The same for calendars and feeds, many of which keep asking the address they know: one that was joined to another is that one. */
    Festival subscribed(House house, String kind, String id) {
        return of(house, kind, data.goesBy(kind, id).orElse(id));
    }

    /** @throws Refused 404, or 410 when nothing belongs to it any more */
    Festival of(House house, String kind, String id) {
        Optional<Festival> found = id.matches("[0-9]{1," + DIGITS_MAX + "}")
                ? listings.festival(kind, Long.parseLong(id))
                : Optional.empty();
        Festival festival =
                found.orElseThrow(() -> Identifiers.missing(data, kind, id, "/h/" + house.slug() + "/" + kind + "/"));
        if (!festival.house().equals(house.id())) {
            throw new Refused(404, "identifier-unknown");
        }
        return festival;
    }
}
