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
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.NodeStudies.NodeOf;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NodeStudyGate;
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

/** A free question over the houses of several nodes: as on one, and which nodes the answer speaks for. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class StudyNodesPage {

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;
    private final StudyDesk desk;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public StudyNodesPage(
            Access access, CurrentActor current, RunningNode node, StudyDesk desk, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.node = node;
        this.desk = desk;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/ask/nodes")
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

    /** Asks the other nodes and pays, then shows what was told. */
    @POST
    @Path("h/{house}/ask/nodes")
    public Response pay(
            @PathParam("house") String slug,
            @FormParam("measure") @Nullable String measure,
            @FormParam("by") List<String> by,
            @FormParam("only") @Nullable String only,
            @FormParam("season") @Nullable String season,
            @FormParam("price") @Nullable String price) {
        House house = access.house(slug, Role.EDITOR);
        Wish wish = StudyForm.wish(measure, by, only, season(house, season).label(), price);
        FreeQuestion question;
        try {
            question = node.get().freeQuestions().read(wish);
        } catch (FreeQuestionRefused e) {
            return show(house, wish, true);
        }
        NodeStudies.Answer answer = desk.studies().ask(current.get(), house, question);
        return view(house, wish, question, answer, List.of(), 200);
    }

    /** Joins or leaves; for stewards. */
    @POST
    @Path("h/{house}/ask/nodes/participation")
    public Response takePart(@PathParam("house") String slug, @FormParam("takes-part") boolean joins) {
        House house = access.house(slug, Role.STEWARD);
        Gate gate = node.get().gate();
        if (joins) {
            gate.join(house.id(), NodeStudyGate.PURPOSE, current.get());
        } else {
            gate.leave(house.id(), NodeStudyGate.PURPOSE, current.get());
        }
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/ask/nodes")
                .build();
    }

    /** An answer that is kept, as a table. */
    @GET
    @Path("h/{house}/ask/nodes.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(
            @PathParam("house") String slug,
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("by") List<String> by,
            @QueryParam("only") @Nullable String only,
            @QueryParam("season") @Nullable String season,
            @QueryParam("price") @Nullable String price) {
        House house = access.house(slug, Role.READER);
        Wish wish = StudyForm.wish(measure, by, only, season(house, season).label(), price);
        FreeQuestion question = StudyResource.read(node.get().freeQuestions(), wish);
        List<Line> lines = desk.studies()
                .known(current.get(), house, question)
                .map(kept -> kept.answer().lines())
                .orElse(List.of());
        return Csv.answer(house, "answer-of-nodes", StudyScreen.COLUMNS, StudyScreen.rows(question, lines));
    }

    private Season season(House house, @Nullable String season) {
        return Parameters.season(
                season, house, node.get().figures(), node.get().settings().clock());
    }

    private Response show(House house, Wish wish, boolean asked) {
        try {
            FreeQuestion question = node.get().freeQuestions().read(wish);
            Optional<NodeStudies.Answer> known =
                    asked ? desk.studies().known(current.get(), house, question) : Optional.empty();
            return view(house, wish, question, known.orElse(null), List.of(), 200);
        } catch (FreeQuestionRefused e) {
            List<String> faults = StudyScreen.faults(frames.language(), e);
            return view(house, wish, null, null, faults, 422);
        }
    }

    private Response view(
            House house,
            Wish wish,
            @Nullable FreeQuestion question,
            NodeStudies.@Nullable Answer told,
            List<String> faults,
            int status) {
        Language language = frames.language();
        FreeQuestions questions = node.get().freeQuestions();
        FreeAnswer budget = withheld(
                questions.budget(house.id()), node.get().nodeQuestions().refusal(house.id()));
        FreeAnswer answer = told == null ? null : told.answer();
        List<NodeOf> nodes = told == null ? List.of() : told.nodes();
        StudyView view = StudyScreen.view(
                language,
                StudyPlace.nodes(language, house),
                questions.bank(),
                node.get().figures().seasons(house.id()),
                new StudyScreen.Given(wish, question, answer, budget, faults, nodes),
                current.get().may(house.id(), Role.EDITOR),
                current.get().may(house.id(), Role.STEWARD));
        return screen.show(status, "ask", frames.frame(language.say("ask_nodes_title"), house), view);
    }

    /** What may be spent is the same wherever a house asks; whether it takes part is not. */
    private static FreeAnswer withheld(FreeAnswer budget, @Nullable String why) {
        return new FreeAnswer(
                budget.question(),
                why,
                budget.period(),
                budget.asOf(),
                budget.houses(),
                budget.spent(),
                budget.left(),
                budget.opens(),
                budget.by(),
                budget.lines());
    }
}
