package org.foyer.hub.site.internal.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.governance.ContactGate.ContactList;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.RfmGrid;
import org.foyer.hub.insight.SavedSegments;
import org.foyer.hub.insight.SegmentChoices;
import org.foyer.hub.insight.SegmentOverlap;
import org.foyer.hub.insight.SegmentSize;
import org.foyer.hub.insight.Segments;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.ContactCsv;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/**
 * Groups of a house's buyers by what they did. Sizes are multiples of five, at most four away from the truth; fewer than five people are
 * told as null. Lists of contacts leave by {@code contacts} alone, for its stewards, of those who agreed to it.
 */
@Path("/api/houses/{house}/segments")
@Produces(MediaType.APPLICATION_JSON)
public class SegmentsResource {

    private static final String DAY = "as-of";

    private final Access access;
    private final CurrentActor current;
    private final Segments segments;
    private final SavedSegments saved;
    private final RunningNode node;
    private final RoutingContext asked;

    @Inject
    public SegmentsResource(
            Access access,
            CurrentActor current,
            Segments segments,
            SavedSegments saved,
            RunningNode node,
            RoutingContext asked) {
        this.access = access;
        this.current = current;
        this.segments = segments;
        this.saved = saved;
        this.node = node;
        this.asked = asked;
    }

    /** The segments that the house keeps and those that Foyer ships, with their sizes today. */
    @GET
    public List<SegmentDesk.Listed> all(@PathParam("house") String slug) {
        return desk(access.house(slug, Role.READER)).all();
    }

    /**
     * The size of any segment and what it was at the ends of the last twelve months. The query string is the definition, for instance
     * {@code ?rf=new,convertee&visits=2..&within=18}; {@code as-of} is a day beside it, of which the end of the month before is told.
     */
    @GET
    @Path("size")
    public SegmentSize size(@PathParam("house") String slug, @QueryParam(DAY) @Nullable String day) {
        House house = access.house(slug, Role.READER);
        LocalDate today = today(house);
        node.get().backgroundLinking().soonIfChanged(house.id());
        return desk(house).size(query(asked.request().query(), DAY), Parameters.day(DAY, day, today));
    }

    /** Who of each segment is in each other, by their short names; of all when none is named. */
    @GET
    @Path("overlap")
    public SegmentOverlap overlap(@PathParam("house") String slug, @QueryParam("segment") List<String> slugs) {
        return desk(access.house(slug, Role.READER)).overlap(slugs);
    }

    /** Recency, frequency and money, by fifths of the house's buyers or, with {@code fixed=true}, by fixed thresholds. */
    @GET
    @Path("rfm")
    public RfmGrid rfm(@PathParam("house") String slug, @QueryParam("fixed") boolean fixed) {
        return desk(access.house(slug, Role.READER)).rfm(fixed);
    }

    /** Genres, productions and seasons that can be named in a definition. */
    @GET
    @Path("choices")
    public SegmentChoices choices(@PathParam("house") String slug) {
        return segments.choices(access.house(slug, Role.READER).id());
    }

    /** Keeps a segment under a name for all members of the house. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("house") String slug, SegmentDesk.@Nullable Naming naming) {
        House house = access.house(slug, Role.EDITOR);
        SegmentDesk.Naming wish = naming == null ? new SegmentDesk.Naming(null, null) : naming;
        return Response.status(201).entity(desk(house).add(wish, current.get())).build();
    }

    /** Gives a segment another name or another definition; what is left out stays. */
    @PUT
    @Path("{segment}")
    @Consumes(MediaType.APPLICATION_JSON)
    public SegmentDesk.Listed change(
            @PathParam("house") String slug,
            @PathParam("segment") String segment,
            SegmentDesk.@Nullable Naming naming) {
        House house = access.house(slug, Role.EDITOR);
        SegmentDesk.Naming wish = naming == null ? new SegmentDesk.Naming(null, null) : naming;
        return desk(house).change(segment, wish, current.get());
    }

    @DELETE
    @Path("{segment}")
    public void delete(@PathParam("house") String slug, @PathParam("segment") String segment) {
        desk(access.house(slug, Role.EDITOR)).delete(segment, current.get());
    }

    /**
     * The contacts of those of a segment who may be contacted for a purpose by a channel at this moment, as CSV for mailing tools. A line of
     * the audit is written before.
     */
    @POST
    @Path("contacts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({"text/csv;charset=UTF-8", MediaType.APPLICATION_JSON})
    public Response contacts(@PathParam("house") String slug, SegmentDesk.@Nullable ContactWish wish) {
        House house = access.house(slug, Role.STEWARD);
        ContactList list = desk(house)
                .contacts(wish == null ? new SegmentDesk.ContactWish(null, null, null, null) : wish, current.get());
        return ContactCsv.answer(house, list);
    }

    /** For pages: the same desk, with the rights checked by the page. */
    public SegmentDesk desk(House house) {
        return new SegmentDesk(segments, saved, house, today(house));
    }

    private LocalDate today(House house) {
        return Parameters.today(house, node.get().settings().clock());
    }

    /** A query string without what is no condition. */
    public static String query(@Nullable String raw, String... others) {
        return raw == null
                ? ""
                : Arrays.stream(raw.split("&"))
                        .filter(pair -> Arrays.stream(others).noneMatch(other -> pair.startsWith(other + "=")))
                        .collect(Collectors.joining("&"));
    }
}
