package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeAnswer.Line;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.FreeQuestionRefused;
import org.foyer.hub.insight.FreeQuestions;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.api.StudyResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.site.internal.server.StudyDesk;
import org.jspecify.annotations.Nullable;

/**
 * Composes a free question from menus. Looking never costs anything: an address shows an answer that is kept, and only sending the form
 * asks and pays.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class StudyPage {

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;
    private final StudyDesk desk;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public StudyPage(
            Access access, CurrentActor current, RunningNode node, StudyDesk desk, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.node = node;
        this.desk = desk;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/ask")
    public Response ask(
            @PathParam("house") String slug,
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("by") List<String> by,
            @QueryParam("only") @Nullable String only,
            @QueryParam("season") @Nullable String season,
            @QueryParam("price") @Nullable String price) {
        House house = access.house(slug, Role.READER);
        Wish wish = StudyForm.wish(measure, by, only, season(house, season).label(), price);
        return show(house, wish, measure != null);
    }

    /** Asks and pays, then shows what was told. */
    @POST
    @Path("h/{house}/ask")
    public Response pay(
            @PathParam("house") String slug,
            @FormParam("measure") @Nullable String measure,
            @FormParam("by") List<String> by,
            @FormParam("only") @Nullable String only,
            @FormParam("season") @Nullable String season,
            @FormParam("price") @Nullable String price) {
        House house = access.house(slug, Role.EDITOR);
        Wish wish = StudyForm.wish(measure, by, only, season(house, season).label(), price);
        FreeQuestions questions = node.get().freeQuestions();
        FreeQuestion question;
        try {
            question = questions.read(wish);
        } catch (FreeQuestionRefused e) {
            return show(house, wish, true);
        }
        FreeAnswer answer = questions.ask(current.get(), house.id(), question);
        return answer.withheld() == null
                ? Response.status(303)
                        .header("Location", StudyScreen.address("/h/" + house.slug() + "/ask", wish))
                        .build()
                : screen.show("ask", frame(house), view(house, wish, question, answer, List.of()));
    }

    /** Joins or leaves; for stewards. */
    @POST
    @Path("h/{house}/ask/participation")
    public Response takePart(@PathParam("house") String slug, @FormParam("takes-part") boolean joins) {
        House house = access.house(slug, Role.STEWARD);
        Gate gate = node.get().gate();
        if (joins) {
            gate.join(house.id(), Gate.STUDY, current.get());
        } else {
            gate.leave(house.id(), Gate.STUDY, current.get());
        }
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/ask")
                .build();
    }

    /** An answer that is kept, as a table. */
    @GET
    @Path("h/{house}/ask.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(
            @PathParam("house") String slug,
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("by") List<String> by,
            @QueryParam("only") @Nullable String only,
            @QueryParam("season") @Nullable String season,
            @QueryParam("price") @Nullable String price) {
        House house = access.house(slug, Role.READER);
        FreeQuestions questions = node.get().freeQuestions();
        Wish wish = StudyForm.wish(measure, by, only, season(house, season).label(), price);
        FreeQuestion question = StudyResource.read(questions, wish);
        List<Line> lines = questions
                .known(current.get(), house.id(), question)
                .map(FreeAnswer::lines)
                .orElse(List.of());
        return Csv.answer(house, "answer", StudyScreen.COLUMNS, StudyScreen.rows(question, lines));
    }

    private Season season(House house, @Nullable String season) {
        return Parameters.season(
                season, house, node.get().figures(), node.get().settings().clock());
    }

    private Frame frame(House house) {
        return frames.frame(frames.language().say("nav_ask"), house);
    }

    private Response show(House house, Wish wish, boolean asked) {
        FreeQuestions questions = node.get().freeQuestions();
        try {
            FreeQuestion question = questions.read(wish);
            Optional<FreeAnswer> known =
                    asked ? questions.known(current.get(), house.id(), question) : Optional.empty();
            return screen.show("ask", frame(house), view(house, wish, question, known.orElse(null), List.of()));
        } catch (FreeQuestionRefused e) {
            List<String> faults = StudyScreen.faults(frames.language(), e);
            return screen.show(422, "ask", frame(house), view(house, wish, null, null, faults));
        }
    }

    private StudyView view(
            House house, Wish wish, @Nullable FreeQuestion question, @Nullable FreeAnswer answer, List<String> faults) {
        FreeQuestions questions = node.get().freeQuestions();
        return StudyScreen.view(
                frames.language(),
                StudyPlace.house(frames.language(), house, desk.knowsOthers()),
                questions.bank(),
                node.get().figures().seasons(house.id()),
                new StudyScreen.Given(wish, question, answer, questions.budget(house.id()), faults, List.of()),
                current.get().may(house.id(), Role.EDITOR),
                current.get().may(house.id(), Role.STEWARD));
    }
}
