package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.catalogue.EveningCast;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.UsualPart;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Who plays on one date: what is usual, what is different, both together. Anyone may read it; editors say what is different. */
@Path("/api/houses/{house}/casts")
@Produces(MediaType.APPLICATION_JSON)
public class CastsResource {

    private final Access access;
    private final CurrentActor current;
    private final Programme programme;
    private final Intake intake;
    private final Audit audit;

    @Inject
    public CastsResource(Access access, CurrentActor current, Programme programme, Intake intake, Audit audit) {
        this.access = access;
        this.current = current;
        this.programme = programme;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * The cast of a date.
     *
     * @param usual who has a role on most dates of the run that credit it
     * @param changes what is different on this date
     * @param cast names by role on this date; empty when nobody is credited
     */
    public record Cast(
            long performance, List<UsualPart> usual, List<CastChange> changes, Map<String, List<String>> cast) {}

    /** What somebody says of one date. @param changes none: nothing that was typed of its cast counts any more */
    public record Changes(@Nullable List<CastChange> changes) {}

    /** The cast of a performance. */
    @GET
    @Path("{performance}")
    public Cast cast(@PathParam("house") String slug, @PathParam("performance") String performance) {
        return cast(access.publicHouse(slug), performance);
    }

    private Cast cast(House house, String performance) {
        EveningCast cast = programme.cast(house.id(), number(performance)).orElseThrow(() -> unknown());
        return new Cast(cast.performance(), cast.usual(), cast.changes(), cast.cast());
    }

    /**
     * Says how the cast of a date differs, in the place of what was typed of it before; public at once (409 when words of
     * somebody else wait on the sheet, 422 with every other problem).
     */
    @PUT
    @Path("{performance}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RunReport change(
            @PathParam("house") String slug, @PathParam("performance") String performance, @Nullable Changes said) {
        House house = access.house(slug, Role.EDITOR);
        if (said == null || said.changes() == null || said.changes().stream().anyMatch(Objects::isNull)) {
            throw Parameters.unreadable("changes", "");
        }
        ShowSheet.Published published = intake.sheets()
                .changeCast(
                        house.id(),
                        number(performance),
                        said.changes(),
                        current.get().login())
                .orElseThrow(() -> unknown());
        RunReport report = StartsResource.report(published);
        audit.write(current.get(), house.id(), "cast-changed", null, "performance " + performance);
        return report;
    }

    private static Refused unknown() {
        return new Refused(404, "no-such-performance");
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(text);
    }
}
