package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.ForgottenAnswers;
import org.foyer.hub.governance.ForgottenAnswers.Forgotten;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.RunningNode;

/** What leaves a house, for its stewards. */
@Path("/api/houses/{house}/leaving")
@Produces(MediaType.APPLICATION_JSON)
public class LeavingResource {

    /** What a house joins and leaves at the gate. */
    public static final List<String> PURPOSES = List.of(
            Gate.COMPARISON,
            Gate.OVERLAP,
            PooledGate.PURPOSE,
            Gate.STUDY,
            NodeStudyGate.PURPOSE,
            StudyGate.OBSERVERS,
            ObservatoryGate.PURPOSE);

    /** Lines that are told, newest first. */
    private static final int LINES_MAX = 100;

    private static final Duration TOLD = Duration.ofDays(365);

    private final Access access;
    private final Audit audit;
    private final Gate gate;
    private final RunningNode node;

    @Inject
    public LeavingResource(Access access, Audit audit, Gate gate, RunningNode node) {
        this.access = access;
        this.audit = audit;
        this.gate = gate;
        this.node = node;
    }

    /**
     * What leaves a house.
     *
     * @param standing what it may join at the gate, and whether it has now
     * @param times how often something of each kind left in the last 365 days
     * @param grants for single shows that hold now
     * @param lines of the audit, newest first
     * @param forgotten of earlier answers, because a house withdrew
     */
    public record Leaving(
            List<ComparisonResource.Participation> standing,
            Map<String, Long> times,
            List<ShowGrant> grants,
            List<Audit.Line> lines,
            List<Forgotten> forgotten) {}

    /** As of that moment. */
    public static Leaving of(
            Audit audit, Gate gate, ShowGrants grants, ForgottenAnswers forgotten, House house, Instant now) {
        return new Leaving(
                PURPOSES.stream()
                        .map(purpose ->
                                new ComparisonResource.Participation(purpose, gate.takesPart(house.id(), purpose)))
                        .toList(),
                audit.leftSince(house.id(), now.minus(TOLD)),
                grants.received(house.id()).stream()
                        .filter(grant -> grant.state() == ShowGrant.State.GRANTED)
                        .toList(),
                audit.left(house.id(), LINES_MAX),
                forgotten.of(house.id()));
    }

    /** What left the house, and what it takes part in. */
    @GET
    public Leaving leaving(@PathParam("house") String slug) {
        House house = access.house(slug, Role.STEWARD);
        return of(
                audit,
                gate,
                node.get().touring().grants(),
                node.get().pooling().forgotten(),
                house,
                node.get().settings().clock().instant());
    }
}
