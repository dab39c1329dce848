package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.FreeQuestionRefused;
import org.foyer.hub.insight.FreeQuestions;
import org.foyer.hub.insight.StudyBank;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.site.internal.server.StudyDesk;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Free questions over the people of all houses that take part: what they are made of for readers, asking for editors. */
@Path("/api/houses/{house}/study")
@Produces(MediaType.APPLICATION_JSON)
public class StudyResource {

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;
    private final StudyDesk desk;

    @Inject
    public StudyResource(Access access, CurrentActor current, RunningNode node, StudyDesk desk) {
        this.access = access;
        this.current = current;
        this.node = node;
        this.desk = desk;
    }

    /**
     * What questions are composed of, and what the house may still ask.
     *
     * @param prices what an answer may cost, as fractions; a dearer one is nearer to the truth
     * @param budget an answer without a question and without lines
     */
    public record Offer(StudyBank bank, List<String> prices, FreeAnswer budget) {}

    /**
     * A question.
     *
     * @param measure id in the bank
     * @param by ids of dimensions, none to two
     * @param where dimension → the one code that is counted
     * @param season for instance 2025-26
     * @param price a fraction; 1/2 when left out
     */
    public record Question(
            @Nullable String measure,
            @Nullable List<String> by,
            @Nullable Map<String, String> where,
            @Nullable String season,
            @Nullable String price) {}

    /** Costs nothing. */
    @GET
    public Offer offer(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        FreeQuestions questions = node.get().freeQuestions();
        return new Offer(
                questions.bank(),
                StudyGate.PRICES.stream().map(Epsilon::toString).toList(),
                questions.budget(house.id()));
    }

    /** Asks, and pays from the budget of the house what was not answered in this quarter already. */
    @POST
    @Path("answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public FreeAnswer ask(@PathParam("house") String slug, @Nullable Question asked) {
        House house = access.house(slug, Role.EDITOR);
        FreeQuestions questions = node.get().freeQuestions();
        return questions.ask(current.get(), house.id(), read(questions, wish(asked)));
    }

    /**
     * The same over the houses of several nodes that take part: asks those that did not answer in this quarter, and says for which it speaks.
     */
    @POST
    @Path("nodes/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public NodeStudies.Answer askNodes(@PathParam("house") String slug, @Nullable Question asked) {
        House house = access.house(slug, Role.EDITOR);
        FreeQuestions questions = node.get().freeQuestions();
        return desk.studies().ask(current.get(), house, read(questions, wish(asked)));
    }

    static Wish wish(@Nullable Question asked) {
        Question said = asked == null ? new Question(null, null, null, null, null) : asked;
        return new Wish(
                Objects.requireNonNullElse(said.measure(), ""),
                Objects.requireNonNullElse(said.by(), List.of()),
                Objects.requireNonNullElse(said.where(), Map.of()),
                Objects.requireNonNullElse(said.season(), ""),
                Objects.requireNonNullElse(said.price(), "1/2"));
    }

    /** @throws Refused 422 {@code question-refused}, naming everything that is wrong */
    public static FreeQuestion read(FreeQuestions questions, Wish wish) {
        try {
            return questions.read(wish);
        } catch (FreeQuestionRefused e) {
            throw new Refused(
                    422,
                    "question-refused",
                    e.faults().stream()
                            .map(fault -> new Problem(
                                    fault.code(),
                                    Problem.Severity.STOPS_RUN,
                                    new Place("", 0, fault.field(), null),
                                    fault.arguments()))
                            .toList());
        }
    }
}
