package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.StudyGate.Observer;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeAnswer.Line;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.FreeQuestionRefused;
import org.foyer.hub.insight.FreeQuestions;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.ObserverStudyResource;
import org.foyer.hub.site.internal.api.StudyResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Free questions of funders and researchers. Looking at a kept answer costs nothing; sending the form asks and pays. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ObserverStudyPage {

    /** To choose from, the present one first. */
    private static final int SEASONS = 6;

    private final Access access;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ObserverStudyPage(Access access, RunningNode node, Frames frames, Screen screen) {
        this.access = access;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("study")
    public Response ask(
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("by") List<String> by,
            @QueryParam("only") @Nullable String only,
            @QueryParam("season") @Nullable String season,
            @QueryParam("price") @Nullable String price) {
        Actor actor = access.observer(false);
        return show(actor, wish(measure, by, only, season, price), measure != null);
    }

    /** Asks and pays, then shows what was told. */
    @POST
    @Path("study")
    public Response pay(
            @FormParam("measure") @Nullable String measure,
            @FormParam("by") List<String> by,
            @FormParam("only") @Nullable String only,
            @FormParam("season") @Nullable String season,
            @FormParam("price") @Nullable String price) {
        Actor actor = access.observer(true);
        Wish wish = wish(measure, by, only, season, price);
        FreeQuestions questions = node.get().freeQuestions();
        FreeQuestion question;
        try {
            question = questions.read(wish);
        } catch (FreeQuestionRefused e) {
            return show(actor, wish, true);
        }
        FreeAnswer answer = questions.observe(actor, observer(actor), question);
        return answer.withheld() == null
                ? Response.status(303)
                        .header("Location", StudyScreen.address("/study", wish))
                        .build()
                : view(200, actor, wish, question, answer, List.of());
    }

    /** An answer that is kept, as a table. */
    @GET
    @Path("study.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("by") List<String> by,
            @QueryParam("only") @Nullable String only,
            @QueryParam("season") @Nullable String season,
            @QueryParam("price") @Nullable String price) {
        Actor actor = access.observer(false);
        FreeQuestions questions = node.get().freeQuestions();
        FreeQuestion question = StudyResource.read(questions, wish(measure, by, only, season, price));
        List<Line> lines = questions
                .known(actor, observer(actor), question)
                .map(FreeAnswer::lines)
                .orElse(List.of());
        String text = Csv.text(observer(actor).simulated(), StudyScreen.COLUMNS, StudyScreen.rows(question, lines));
        return Response.ok(text.getBytes(StandardCharsets.UTF_8))
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"answer.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Observer observer(Actor actor) {
        return ObserverStudyResource.observer(actor, node);
    }

    private Season present() {
        return Season.of(LocalDate.now(node.get().settings().clock().withZone(ZoneOffset.UTC)));
    }

    /** The season that is over when none is said. */
    private Wish wish(
            @Nullable String measure,
            List<String> by,
            @Nullable String only,
            @Nullable String season,
            @Nullable String price) {
        String asked = season == null || season.isBlank() ? present().previous().label() : season;
        return StudyForm.wish(measure, by, only, asked, price);
    }

    private Response show(Actor actor, Wish wish, boolean asked) {
        FreeQuestions questions = node.get().freeQuestions();
        try {
            FreeQuestion question = questions.read(wish);
            Optional<FreeAnswer> known = asked ? questions.known(actor, observer(actor), question) : Optional.empty();
            return view(200, actor, wish, question, known.orElse(null), List.of());
        } catch (FreeQuestionRefused e) {
            List<String> faults = StudyScreen.faults(frames.language(), e);
            return view(422, actor, wish, null, null, faults);
        }
    }

    private Response view(
            int status,
            Actor actor,
            Wish wish,
            @Nullable FreeQuestion question,
            @Nullable FreeAnswer answer,
            List<String> faults) {
        Language language = frames.language();
        FreeQuestions questions = node.get().freeQuestions();
        Season present = present();
        StudyView view = StudyScreen.view(
                language,
                StudyPlace.observer(language, ObserverStudyResource.CURRENCY),
                questions.bank(),
                IntStream.range(0, SEASONS)
                        .mapToObj(back -> new Season(present.firstYear() - back))
                        .toList(),
                new StudyScreen.Given(wish, question, answer, questions.budget(observer(actor)), faults, List.of()),
                !actor.readOnly(),
                false);
        return screen.show(status, "ask", frames.frame(language.say("ask_observer_title")), view);
    }
}
