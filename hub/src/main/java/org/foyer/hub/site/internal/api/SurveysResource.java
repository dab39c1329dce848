package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.SurveyComparison;
import org.foyer.hub.insight.SurveyComparisons;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.insight.Surveys.Batch;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Surveys of the public of a house: made and ended by its editors, read by its members, in groups that are large enough to be told. */
@Path("/api/houses/{house}/surveys")
@Produces(MediaType.APPLICATION_JSON)
public class SurveysResource {

    private final Access access;
    private final CurrentActor current;
    private final Surveys surveys;
    private final SurveyComparisons comparisons;
    private final RunningNode node;

    @Inject
    public SurveysResource(
            Access access, CurrentActor current, Surveys surveys, SurveyComparisons comparisons, RunningNode node) {
        this.access = access;
        this.current = current;
        this.surveys = surveys;
        this.comparisons = comparisons;
        this.node = node;
    }

    /** A link for a tablet. @param path with its key */
    public record TabletLink(String path) {}

    /** The surveys of a house, newest first. */
    @GET
    public List<SurveyDesk.Told> surveys(@PathParam("house") String slug) {
        SurveyDesk desk = desk(slug, Role.READER);
        return desk.all().stream().map(desk::told).toList();
    }

    /** Makes a survey. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@PathParam("house") String slug, SurveyDesk.@Nullable Wishing wishing) {
        SurveyDesk desk = desk(slug, Role.EDITOR);
        if (wishing == null) {
            throw Parameters.unreadable("titleFr", "");
        }
        Surveys.Made made = desk.make(wishing);
        Survey survey = made.survey();
        if (survey == null) {
            throw SurveyDesk.refused("survey-refused", made.faults());
        }
        return Response.status(201).entity(desk.told(survey)).build();
    }

    /** What was answered, weighted to the known buyers where they are known, with 95 % intervals. */
    @GET
    @Path("{survey}")
    public SurveySheet results(@PathParam("house") String slug, @PathParam("survey") String survey) {
        return desk(slug, Role.READER).results(survey);
    }

    /**
     * The core questions beside the median and quartiles of at least five other houses: the last twelve full months, all surveys of each house together.
     * Peers are blurred and rounded; where they may not be shown a code says why.
     */
    @GET
    @Path("{survey}/peers")
    public SurveyComparison peers(@PathParam("house") String slug, @PathParam("survey") String survey) {
        return desk(slug, Role.READER).peers(survey);
    }

    /** Ends a survey today; its answers stay. */
    @POST
    @Path("{survey}/end")
    public SurveyDesk.Told end(@PathParam("house") String slug, @PathParam("survey") String survey) {
        SurveyDesk desk = desk(slug, Role.EDITOR);
        desk.end(survey);
        return desk.told(desk.find(survey));
    }

    /** Makes a link for a tablet, which may send more answers than a phone; the link before ends. For stewards. */
    @POST
    @Path("{survey}/tablet")
    public TabletLink tablet(@PathParam("house") String slug, @PathParam("survey") String survey) {
        return new TabletLink(desk(slug, Role.STEWARD).tablet(survey));
    }

    /** Files of answers on paper, newest first. */
    @GET
    @Path("{survey}/paper")
    public List<Batch> papers(@PathParam("house") String slug, @PathParam("survey") String survey) {
        return desk(slug, Role.EDITOR).batches(survey);
    }

    /** Takes a file (CSV) of answers on paper: all of it, or nothing and every cell that cannot be read. */
    @POST
    @Path("{survey}/paper")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response paper(
            @PathParam("house") String slug,
            @PathParam("survey") String survey,
            @QueryParam("day") @Nullable String day,
            InputStream csv) {
        Surveys.Paper paper = desk(slug, Role.EDITOR).paper(survey, csv, day);
        if (paper.batch() == null) {
            throw SurveyDesk.refused("survey-paper-refused", paper.faults());
        }
        return Response.status(201).entity(paper.batch()).build();
    }

    /** Deletes the answers of a file of paper. */
    @DELETE
    @Path("{survey}/paper/{batch}")
    public Response undo(
            @PathParam("house") String slug, @PathParam("survey") String survey, @PathParam("batch") int batch) {
        desk(slug, Role.EDITOR).undo(survey, batch);
        return Response.noContent().build();
    }

    /** For pages: the same, with the rights checked; faults are told in their own way. */
    public SurveyDesk desk(String slug, Role needed) {
        House house = access.house(slug, needed);
        return new SurveyDesk(
                surveys,
                comparisons,
                current.get(),
                house,
                Parameters.today(house, node.get().settings().clock()));
    }
}
