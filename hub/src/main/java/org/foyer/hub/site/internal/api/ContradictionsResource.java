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
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Contradiction;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Where a house's sources contradict each other, side by side, for its editors. */
@Path("/api/houses/{house}/contradictions")
@Produces(MediaType.APPLICATION_JSON)
public class ContradictionsResource {

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Audit audit;

    @Inject
    public ContradictionsResource(Access access, CurrentActor current, Intake intake, Audit audit) {
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * Which value counts.
     *
     * @param performance 0 when the whole show is meant
     * @param value one of those that sources give
     */
    public record Decision(
            long production,
            long performance,
            @Nullable String property,
            @Nullable String value) {}

    /** Those that nobody decided first. */
    @GET
    public List<Contradiction> contradictions(
            @PathParam("house") String slug,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        House house = access.house(slug, Role.EDITOR);
        Parameters.checkPage(offset, limit);
        return intake.sheets().contradictions(house.id(), offset, limit);
    }

    /** Says which value counts from now on, above every file, and publishes it (409 when words of somebody else wait on the sheet). */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Contradiction> decide(@PathParam("house") String slug, @Nullable Decision decision) {
        House house = access.house(slug, Role.EDITOR);
        if (decision == null || decision.property() == null || decision.value() == null) {
            throw Parameters.unreadable("decision", "");
        }
        StartsResource.report(decide(house, decision));
        return intake.sheets().contradictions(house.id(), 0, 50);
    }

    /** The same for whoever checked the rights and tells the problems in their own way. */
    public ShowSheet.Published decide(House house, Decision decision) {
        String property = decision.property() == null ? "" : decision.property();
        String value = decision.value() == null ? "" : decision.value();
        boolean offered =
                intake.sheets().values(house.id(), decision.production(), decision.performance(), property).stream()
                        .anyMatch(said -> said.value().equals(value));
        if (!offered) {
            throw new Refused(409, "contradiction-gone");
        }
        ShowSheet.Published published = intake.sheets()
                .decide(
                        house.id(),
                        decision.production(),
                        decision.performance(),
                        property,
                        value,
                        current.get().login());
        if (published.problems().isEmpty()) {
            audit.write(current.get(), house.id(), "show-published", null, "decided " + property);
        }
        return published;
    }
}
