package org.foyer.hub.site.internal.pages;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.SavedSegments;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentOverlap;
import org.foyer.hub.insight.SegmentSize;
import org.foyer.hub.insight.Segments;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.api.SegmentDesk;
import org.foyer.hub.site.internal.api.SegmentsResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.ContactCsv;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** The builder of segments, what they are, those that the house keeps, and the lists of contacts for its stewards. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SegmentsPage {

    private static final String SCORES = "scores";
    private static final String DONE = "done";
    private static final String FIXED = "fixed";
    private static final List<String> DONES = List.of("saved", "renamed", "deleted");

    private final Access access;
    private final CurrentActor current;
    private final Segments segments;
    private final SavedSegments saved;
    private final SegmentsResource api;
    private final Consents consents;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;
    private final RoutingContext asked;

    @Inject
    public SegmentsPage(
            Access access,
            CurrentActor current,
            Segments segments,
            SavedSegments saved,
            SegmentsResource api,
            Consents consents,
            RunningNode node,
            Frames frames,
            Screen screen,
            RoutingContext asked) {
        this.access = access;
        this.current = current;
        this.segments = segments;
        this.saved = saved;
        this.api = api;
        this.consents = consents;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
        this.asked = asked;
    }

    /** The query string is the segment; what the form sends is put together first. */
    @GET
    @Path("h/{house}/segments")
    public Response segments(
            @PathParam("house") String slug,
            @QueryParam(SCORES) @Nullable String scores,
            @QueryParam(DONE) @Nullable String done) {
        House house = access.house(slug, Role.READER);
        node.get().backgroundLinking().soonIfChanged(house.id());
        SegmentDefinition.Read read = SegmentDefinition.read(query());
        return show(
                read.faults().isEmpty() ? 200 : 422,
                house,
                read.definition(),
                read.faults().stream()
                        .map(fault -> told(fault.code(), fault.arguments()))
                        .toList(),
                FIXED.equals(scores),
                done);
    }

    private String query() {
        return SegmentForm.gathered(SegmentsResource.query(asked.request().query(), SCORES, DONE));
    }

    private ConsentsView.Fault told(String code, List<String> arguments) {
        Locale locale = frames.language().locale();
        return new ConsentsView.Fault(
                Sentences.in(locale).sentence(code, arguments),
                Sentences.in(locale).mend(code, arguments));
    }

    /** The size at the ends of the last months, as a table to take away. */
    @GET
    @Path("h/{house}/segments/history.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response history(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        SegmentSize size = api.desk(house).size(query(), today(house));
        return Csv.answer(
                house,
                "segment",
                List.of("day", "people"),
                size.history().stream()
                        .map(point -> List.of(
                                point.day().toString(), point.people() == null ? "" : Long.toString(point.people())))
                        .toList());
    }

    /** Keeps the segment shown under a name. */
    @POST
    @Path("h/{house}/segments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("house") String slug,
            @FormParam("name") @Nullable String name,
            @FormParam("query") @Nullable String query) {
        House house = access.house(slug, Role.EDITOR);
        String asked = query == null ? "" : query;
        return attempt(house, asked, () -> {
            api.desk(house).add(new SegmentDesk.Naming(name, asked), current.get());
            return back(house, asked, "saved");
        });
    }

    @POST
    @Path("h/{house}/segments/{segment}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rename(
            @PathParam("house") String slug,
            @PathParam("segment") String segment,
            @FormParam("name") @Nullable String name) {
        House house = access.house(slug, Role.EDITOR);
        SegmentDesk desk = api.desk(house);
        String query = desk.find(segment).query().toString();
        return attempt(house, query, () -> {
            desk.change(segment, new SegmentDesk.Naming(name == null ? "" : name, null), current.get());
            return back(house, query, "renamed");
        });
    }

    @POST
    @Path("h/{house}/segments/{segment}/delete")
    public Response delete(@PathParam("house") String slug, @PathParam("segment") String segment) {
        House house = access.house(slug, Role.EDITOR);
        api.desk(house).delete(segment, current.get());
        return back(house, "", "deleted");
    }

    /** A list of those who agreed, for the stewards of the house. */
    @POST
    @Path("h/{house}/segments/contacts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({"text/csv;charset=UTF-8", MediaType.TEXT_HTML})
    public Response contacts(
            @PathParam("house") String slug,
            @FormParam("query") @Nullable String query,
            @FormParam("purpose") @Nullable String purpose,
            @FormParam("channel") @Nullable String channel) {
        House house = access.house(slug, Role.STEWARD);
        String asked = query == null ? "" : query;
        return attempt(
                house,
                asked,
                () -> ContactCsv.answer(
                        house,
                        api.desk(house)
                                .contacts(new SegmentDesk.ContactWish(null, asked, purpose, channel), current.get())));
    }

    /** Work of the desk. */
    private interface Attempt {
        Response response();
    }

    /** What is refused with several faults is told on the page, beside what was typed. */
    private Response attempt(House house, String query, Attempt attempt) {
        try {
            return attempt.response();
        } catch (Refused refused) {
            if (refused.problems().isEmpty()) {
                throw refused;
            }
            List<ConsentsView.Fault> faults = new ArrayList<>();
            for (Problem problem : refused.problems()) {
                faults.add(told(problem.code(), problem.arguments()));
            }
            return show(refused.status(), house, SegmentDefinition.read(query).definition(), faults, false, null);
        }
    }

    private static Response back(House house, String query, String done) {
        return Response.status(303)
                .header(
                        "Location",
                        "/h/" + house.slug() + "/segments?" + query + (query.isEmpty() ? "" : "&") + DONE + "=" + done)
                .build();
    }

    private LocalDate today(House house) {
        return Parameters.today(house, node.get().settings().clock());
    }

    private Response show(
            int status,
            House house,
            SegmentDefinition asked,
            List<ConsentsView.Fault> faults,
            boolean fixed,
            @Nullable String done) {
        Language language = frames.language();
        Actor actor = current.get();
        SegmentView made = new SegmentView(language, house, asked, segments.choices(house.id()));
        List<SegmentDesk.Listed> kept = api.desk(house).all();
        List<SegmentDefinition> compared = made.compared(kept);
        SegmentOverlap overlap = segments.overlap(house.id(), compared, today(house));
        SegmentsView view = made.of(
                api.desk(house).size(asked, today(house)),
                faults,
                done != null && DONES.contains(done) ? language.say("segment_" + done) : null,
                kept,
                overlap,
                segments.rfm(house.id(), fixed, today(house)),
                actor.may(house.id(), Role.EDITOR),
                actor.may(house.id(), Role.STEWARD) ? consents.choices() : null);
        return screen.show(status, "segments", frames.frame(language.say("nav_segments"), house), view);
    }
}
