package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.governance.Role;
import org.foyer.hub.linking.Decision;
import org.foyer.hub.linking.Match;
import org.foyer.hub.linking.MatchList;
import org.foyer.hub.linking.Verdict;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Pairs of buyers of which it is doubtful whether they are one person, for editors. Each look at names is written down. */
@Path("/api/houses/{house}/matches")
@Produces(MediaType.APPLICATION_JSON)
public class MatchesResource {

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;

    @Inject
    public MatchesResource(Access access, CurrentActor current, RunningNode node) {
        this.access = access;
        this.current = current;
        this.node = node;
    }

    /**
     * What is said of two buyers.
     *
     * @param one key of a buyer, as text
     * @param other key of the other
     * @param verdict {@code same}, {@code different} or {@code later}
     */
    public record DecisionWish(
            @Nullable String one,
            @Nullable String other,
            @Nullable String verdict) {}

    /** What was kept. */
    public record DecisionKept(String one, String other, String verdict) {}

    /** Whether anything was withdrawn. */
    public record DecisionWithdrawn(boolean withdrawn) {}

    /** Doubtful pairs with names, what speaks for and against, and who else counts as the same person; most doubtful first. */
    @GET
    public MatchList doubtful(
            @PathParam("house") String slug,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue(Parameters.LIMIT) int limit) {
        House house = access.house(slug, Role.EDITOR);
        Parameters.checkPage(offset, limit);
        return desk().doubtful(current.get(), house, offset, limit);
    }

    /**
     * Any two buyers, doubtful or not, with what speaks for and against their being one person.
     *
     * @param one key of a buyer
     * @param other key of the other
     */
    @GET
    @Path("pair")
    public Match pair(
            @PathParam("house") String slug,
            @QueryParam("one") @DefaultValue("") String one,
            @QueryParam("other") @DefaultValue("") String other) {
        House house = access.house(slug, Role.EDITOR);
        return desk().pair(current.get(), house, one, other);
    }

    /** What people said of pairs, newest first, without names. */
    @GET
    @Path("decisions")
    public List<Decision> decisions(
            @PathParam("house") String slug,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue(Parameters.LIMIT) int limit) {
        House house = access.house(slug, Role.EDITOR);
        Parameters.checkPage(offset, limit);
        return node.get().samePerson().decisions(house.id(), offset, limit);
    }

    /** Says of two buyers that they are one person or two. It counts above every weight once the buyers are linked again, soon. */
    @POST
    @Path("decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    public DecisionKept decide(@PathParam("house") String slug, DecisionWish wish) {
        House house = access.house(slug, Role.EDITOR);
        if (wish == null || wish.one() == null || wish.other() == null || wish.verdict() == null) {
            throw Parameters.unreadable("decision", "");
        }
        String said = wish.verdict();
        Verdict verdict = Verdict.of(said.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Parameters.unreadable("verdict", said));
        Optional<String> problem = desk().decide(current.get(), house, wish.one(), wish.other(), verdict);
        if (problem.isPresent()) {
            throw refused(problem.get());
        }
        return new DecisionKept(wish.one(), wish.other(), verdict.key());
    }

    /** Why a decision was not kept. */
    public static Refused refused(String code) {
        return new Refused(code.equals("match-unknown") ? 404 : 409, code);
    }

    /** Forgets what was said of two buyers; weights decide again. */
    @DELETE
    @Path("decisions/{one}/{another}")
    public DecisionWithdrawn withdraw(
            @PathParam("house") String slug, @PathParam("one") String one, @PathParam("another") String other) {
        House house = access.house(slug, Role.EDITOR);
        return new DecisionWithdrawn(desk().withdraw(current.get(), house, one, other));
    }

    private MatchDesk desk() {
        return new MatchDesk(node.get());
    }
}
