package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Shows, places, works, people, festivals and series that a house tells twice, and shows of other houses that are one on tour with its own, for its editors. A decision is taken back by undoing its run. */
@Path("/api/houses/{house}/doubles")
@Produces(MediaType.APPLICATION_JSON)
public class DoublesResource {

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Audit audit;

    @Inject
    public DoublesResource(Access access, CurrentActor current, Intake intake, Audit audit) {
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * What a person says of two things.
     *
     * @param kind {@code production}, {@code venue}, {@code work}, {@code person}, {@code tour}, {@code revival}, {@code festival} or {@code series}
     * @param keep by whose identifier both go
     * @param verdict {@code same} or {@code apart}
     */
    public record Decision(
            @Nullable String kind,
            long keep,
            long other,
            @Nullable String verdict) {}

    /** Pairs that nobody decided, those with the strongest reasons first, at most 200. */
    @GET
    public List<DoublePair> doubles(@PathParam("house") String slug) {
        House house = access.house(slug, Role.EDITOR);
        return intake.doubles().doubtful(house.id());
    }

    /** Spellings that are one person, in pairs with why; deciding that two of them are {@code apart} splits them. */
    @GET
    @Path("joined")
    public List<DoublePair> joined(@PathParam("house") String slug) {
        House house = access.house(slug, Role.EDITOR);
        return intake.doubles().joined(house.id());
    }

    /** Dates that may be announcements and no performances, the last ones first, at most 200; set aside on their sheets. */
    @GET
    @Path("announcements")
    public List<Doubles.Announcement> announcements(@PathParam("house") String slug) {
        House house = access.house(slug, Role.EDITOR);
        return intake.doubles().announcements(house.id());
    }

    /** What was decided and not taken back, the last first. */
    @GET
    @Path("decided")
    public List<Doubles.Decided> decided(
            @PathParam("house") String slug, @QueryParam("limit") @DefaultValue("50") int limit) {
        House house = access.house(slug, Role.EDITOR);
        Parameters.checkPage(0, limit);
        return intake.doubles().decided(house.id(), limit);
    }

    /** Says whether two things are one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RunReport decide(@PathParam("house") String slug, @Nullable Decision decision) {
        House house = access.house(slug, Role.EDITOR);
        if (decision == null) {
            throw Parameters.unreadable("decision", "");
        }
        return decide(house, decision);
    }

    /** The same for whoever checked the rights. */
    public RunReport decide(House house, Decision decision) {
        DoublePair.Kind kind = DoublePair.Kind.of(decision.kind())
                .orElseThrow(() -> Parameters.unreadable("kind", String.valueOf(decision.kind())));
        boolean same = "same".equals(decision.verdict());
        if (!same && !"apart".equals(decision.verdict())) {
            throw Parameters.unreadable("verdict", String.valueOf(decision.verdict()));
        }
        RunReport report = intake.doubles()
                .decide(
                        house.id(),
                        kind,
                        decision.keep(),
                        decision.other(),
                        same,
                        current.get().login())
                .orElseThrow(() -> new Refused(409, "double-gone"));
        return written(house, report, same, "%s %d %d".formatted(kind.word(), decision.keep(), decision.other()));
    }

    /** Of several houses at once whether they play one show on tour, for whoever checked the rights. @param others productions */
    public RunReport decideTour(House house, long keep, List<Long> others, boolean same) {
        RunReport report = intake.doubles()
                .decideTour(house.id(), keep, others, same, current.get().login())
                .orElseThrow(() -> new Refused(409, "double-gone"));
        String productions = others.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return written(house, report, same, "%s %d %s".formatted(DoublePair.Kind.TOUR.word(), keep, productions));
    }

    private RunReport written(House house, RunReport report, boolean same, String detail) {
        if (report.state() != RunState.COMMITTED) {
            throw new Refused(422, "double-refused", report.problems());
        }
        audit.write(current.get(), house.id(), same ? "doubles-joined" : "doubles-told-apart", null, detail);
        return report;
    }
}
