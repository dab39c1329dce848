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
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.Listings.Listing;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Venue;
import org.foyer.hub.site.internal.api.Identifiers;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;

/** A hall with its configurations and what plays in it, for everyone: to be read, shared, subscribed to and found. */
@Path("/")
public class HallPage {

    private static final int DIGITS_MAX = 18;

    private final Access access;
    private final Listings listings;
    private final LinkedData data;
    private final Programme programme;
    private final PublicAddress address;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public HallPage(
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

    @GET
    @Path("h/{house}/hall/{id}")
    @Produces(MediaType.TEXT_HTML)
    public Response hall(@PathParam("house") String slug, @PathParam("id") String id) {
        House house = access.publicHouse(slug);
        Hall hall = of(house, id);
        return screen.show(
                "listing",
                frames.frame(hall.name(), house),
                view(frames.language(), house, hall, listings, data, programme, address.get()));
    }

    /** @param base address of the node, without a final slash */
    static ListingView view(
            Language language,
            House house,
            Hall hall,
            Listings listings,
            LinkedData data,
            Programme programme,
            String base) {
        Venue venue =
                listings.place(house.id(), hall.venue()).orElseThrow(() -> new Refused(404, "identifier-unknown"));
        List<String> linked = new ArrayList<>();
        ListingPage.described(data, "hall", hall.id(), house, base).ifPresent(linked::add);
        ListingPage.Head head = new ListingPage.Head(
                hall.name(), List.of(), Hall.pathOf(house, hall.id()), base + "/id/hall/" + hall.id(), List.of(), null);
        return ListingPage.view(language, programme, base, head, listings.ofHall(house, hall), linked)
                .with(HallTable.of(language, house, venue, hall));
    }

    /** What plays in it, for a calendar. */
    @GET
    @Path("h/{house}/hall/{id}/dates.ics")
    @Produces("text/calendar;charset=UTF-8")
    public Response calendar(@PathParam("house") String slug, @PathParam("id") String id) {
        House house = access.publicHouse(slug);
        Hall hall = of(house, id);
        Listing listing = listings.ofHall(house, hall);
        String base = address.get();
        StreamingOutput out = stream -> listings.writeICalendar(hall.name(), listing, base, stream);
        return Response.ok(out).header("Access-Control-Allow-Origin", "*").build();
    }

    /** @throws Refused 404, or 410 when nothing is told of it any more */
    Hall of(House house, String id) {
        Optional<Hall> found =
                id.matches("[0-9]{1," + DIGITS_MAX + "}") ? listings.hall(Long.parseLong(id)) : Optional.empty();
        Hall hall = found.orElseThrow(() -> Identifiers.missing(data, "hall", id, "/h/" + house.slug() + "/hall/"));
        if (!hall.house().equals(house.id())) {
            throw new Refused(404, "identifier-unknown");
        }
        return hall;
    }
}
