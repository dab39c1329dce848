package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.Credited;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.Listings.Listing;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Venue;
import org.foyer.hub.site.internal.api.Identifiers;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.jspecify.annotations.Nullable;

/** What plays at a venue and what credits a name, for everyone: to be read, shared, subscribed to and found. */
@Path("/")
public class ListingPage {

    /** Dates that search engines are told of in the page. */
    private static final int LINKED_MAX = 30;

    private static final int DIGITS_MAX = 18;

    private final Access access;
    private final Listings listings;
    private final LinkedData data;
    private final Programme programme;
    private final PublicAddress address;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ListingPage(
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

    /**
     * Of what a listing is.
     *
     * @param path address of its page, on its node
     * @param identifier null where it has none
     * @param known identifiers in other registers
     * @param history of a venue for those of its house; null for anything else
     */
    record Head(
            String title,
            List<String> about,
            String path,
            @Nullable String identifier,
            List<OutsideWords.Id> known,
            @Nullable String history) {}

    /** Address of the page of a venue. */
    static String path(House house, long venue) {
        return "/h/" + house.slug() + "/places/" + venue;
    }

    /** Address of the page of a credited name. */
    static String path(String name) {
        return Listings.pathOf(name);
    }

    @GET
    @Path("h/{house}/places/{place}")
    @Produces(MediaType.TEXT_HTML)
    public Response place(@PathParam("house") String slug, @PathParam("place") String id) {
        House house = access.publicHouse(slug);
        Venue venue = venue(house, id);
        Listing listing = listings.ofPlace(house, venue.id());
        List<String> linked = new ArrayList<>();
        described("place", venue.id(), house).ifPresent(linked::add);
        Head head = new Head(
                venue.name(),
                Stream.of(line(venue)).filter(line -> !line.isEmpty()).toList(),
                path(house, venue.id()),
                address.get() + "/id/place/" + venue.id(),
                OutsideWords.ofVenue(listing, venue.id()),
                "/h/" + house.slug() + "/history/venue/" + venue.id());
        HallTable halls = HallTable.ofVenue(frames.language(), house, listings.halls(house, venue.id()));
        return screen.show(
                "listing",
                frames.frame(venue.name(), house),
                view(head, listing, linked).with(halls));
    }

    /** What plays at a venue, for a calendar. */
    @GET
    @Path("h/{house}/places/{place}/dates.ics")
    @Produces("text/calendar;charset=UTF-8")
    public Response placeCalendar(@PathParam("house") String slug, @PathParam("place") String id) {
        House house = access.publicHouse(slug);
        Venue venue = venue(house, id);
        return calendar(venue.name(), listings.ofPlace(house, venue.id()));
    }

    @GET
    @Path("credits/{name}")
    @Produces(MediaType.TEXT_HTML)
    public Response name(@PathParam("name") String name) {
        Listing listing = credits(name);
        Credited person = listings.credited(name).orElseThrow(() -> new Refused(404, "credit-unknown"));
        List<String> linked = new ArrayList<>();
        described("person", person.id(), listing.dates().get(0).house()).ifPresent(linked::add);
        Head head = new Head(
                person.name(),
                about(frames.language(), person),
                path(person.name()),
                address.get() + "/id/person/" + person.id(),
                OutsideWords.of(person.ids()),
                null);
        return screen.show("listing", frames.frame(person.name()), view(head, listing, linked));
    }

    /** Under which other names, as what, and how a name is understood. */
    static List<String> about(Language language, Credited person) {
        List<String> lines = new ArrayList<>();
        if (person.kind() != null) {
            lines.add(language.say("credit_" + person.kind()));
        }
        String form = person.legalForm();
        if (form != null) {
            lines.add(language.say("credit_form", ToldForms.word(language, "legal-forms", form)));
        }
        if (person.spellings().size() > 1) {
            lines.add(language.say(
                    "credit_also",
                    String.join(
                            " · ",
                            person.spellings().subList(1, person.spellings().size()))));
        }
        if (!person.roles().isEmpty()) {
            lines.add(language.say(
                    "credit_roles",
                    person.roles().stream()
                            .map(role -> role.role() + " (" + role.performances() + ")")
                            .collect(Collectors.joining(", "))));
        }
        lines.add(language.say("credit_note"));
        return lines;
    }

    /** What credits a name, for a calendar. */
    @GET
    @Path("credits/{name}/dates.ics")
    @Produces("text/calendar;charset=UTF-8")
    public Response nameCalendar(@PathParam("name") String name) {
        return calendar(name, credits(name));
    }

    /** @throws Refused 404 when nothing credits it */
    Listing credits(String name) {
        Listing listing = listings.ofName(name);
        if (listing.dates().isEmpty()) {
            throw new Refused(404, "credit-unknown");
        }
        return listing;
    }

    /** @throws Refused 404, or 410 when the venue was taken back */
    Venue venue(House house, String id) {
        Optional<Venue> found = id.matches("[0-9]{1," + DIGITS_MAX + "}")
                ? listings.place(house.id(), Long.parseLong(id))
                : Optional.empty();
        return found.orElseThrow(() -> Identifiers.missing(data, "place", id, "/h/" + house.slug() + "/places/"));
    }

    private Response calendar(String title, Listing listing) {
        String base = address.get();
        StreamingOutput out = stream -> listings.writeICalendar(title, listing, base, stream);
        return Response.ok(out).header("Access-Control-Allow-Origin", "*").build();
    }

    private ListingView view(Head head, Listing listing, List<String> linked) {
        return view(frames.language(), programme, address.get(), head, listing, linked);
    }

    /**
     * A listing as a page.
     *
     * @param base address of the node, without a final slash
     * @param linked JSON-LD of what the page is of; that of the next dates is put behind it
     */
    static ListingView view(
            Language language, Programme programme, String base, Head head, Listing listing, List<String> linked) {
        ListingWords words = new ListingWords(language);
        listing.coming().stream()
                .limit(LINKED_MAX)
                .forEach(date -> linked.add(programme.jsonLd(date.house(), date.entry(), base)));
        return new ListingView(
                head.title(),
                head.about(),
                words.told(listing),
                words.shows(listing.coming(), ListingWords.COMING_SHOWN),
                words.shows(listing.past(), ListingWords.PAST_SHOWN),
                linked,
                base + head.path(),
                head.path(),
                language.code(),
                head.identifier(),
                head.known(),
                words.cut(listing),
                head.history(),
                null);
    }

    /** What is said of a venue or a person, as its identifier answers it. */
    private Optional<String> described(String kind, long id, House house) {
        return described(data, kind, id, house, address.get());
    }

    static Optional<String> described(LinkedData data, String kind, long id, House house, String base) {
        return data.find(kind, Long.toString(id)).map(thing -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                data.describe(thing, house, base, RdfForm.JSON_LD, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    private static String line(Venue venue) {
        var at = venue.address();
        return Stream.of(
                        at.street(),
                        at.postcode() == null ? at.city() : at.postcode() + " " + (at.city() == null ? "" : at.city()),
                        at.region())
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }
}
