package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Observer;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeQuestions;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Free questions of funders and researchers, over the houses that let them. */
@Path("/api/study")
@Produces(MediaType.APPLICATION_JSON)
public class ObserverStudyResource {

    /** In which amounts are added up. */
    public static final String CURRENCY = "EUR";

    private final Access access;
    private final RunningNode node;

    @Inject
    public ObserverStudyResource(Access access, RunningNode node) {
        this.access = access;
        this.node = node;
    }

    /** Of real houses; where none lets observers ask, of simulated ones, so that it can be tried. */
    public static Observer observer(Actor actor, RunningNode node) {
        boolean real = node.get().houses().all().stream()
                .anyMatch(house -> !house.simulated() && node.get().gate().takesPart(house.id(), StudyGate.OBSERVERS));
        return new Observer(actor.observer(), !real, CURRENCY);
    }

    /** What questions are composed of, and what may still be asked. */
    @GET
    public StudyResource.Offer offer() {
        Actor actor = access.observer(false);
        FreeQuestions questions = node.get().freeQuestions();
        return new StudyResource.Offer(
                questions.bank(),
                StudyGate.PRICES.stream().map(Epsilon::toString).toList(),
                questions.budget(observer(actor, node)));
    }

    /** Asks, and pays from the observer's budget what was not answered in this quarter already. */
    @POST
    @Path("answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public FreeAnswer ask(StudyResource.@Nullable Question asked) {
        Actor actor = access.observer(true);
        FreeQuestions questions = node.get().freeQuestions();
        return questions.observe(
                actor, observer(actor, node), StudyResource.read(questions, StudyResource.wish(asked)));
    }
}
