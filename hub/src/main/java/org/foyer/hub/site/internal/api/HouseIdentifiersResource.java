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
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.HouseIdentifiers;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** By which identifiers other registers know a house: anyone may ask, an editor says it. What was said is taken back by undoing its run. */
@Path("/api/houses/{house}/identifiers")
@Produces(MediaType.APPLICATION_JSON)
public class HouseIdentifiersResource {

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Audit audit;

    @Inject
    public HouseIdentifiersResource(Access access, CurrentActor current, Intake intake, Audit audit) {
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * An identifier.
     *
     * @param register word of the register, for instance {@code siret}
     * @param address where it answers, null when it has none
     * @param source {@code typed-here}, or the recipe that read it
     */
    public record Known(
            String register, String value, @Nullable String address, String source) {}

    /** @param identifiers as people write them, {@code isni: …; siret: …}; all that the house has */
    public record IdentifiersWish(@Nullable String identifiers) {}

    @GET
    public List<Known> identifiers(@PathParam("house") String slug) {
        return known(access.publicHouse(slug));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Known> say(@PathParam("house") String slug, @Nullable IdentifiersWish wish) {
        House house = access.house(slug, Role.EDITOR);
        if (wish == null || wish.identifiers() == null) {
            throw Parameters.unreadable("identifiers", "");
        }
        say(house, wish.identifiers());
        return known(house);
    }

    /** The same for whoever checked the rights. */
    public void say(House house, String identifiers) {
        HouseIdentifiers.Outcome outcome =
                intake.identifiers().say(house.id(), identifiers, current.get().login());
        if (!outcome.problems().isEmpty()) {
            throw new Refused(422, "house-identifiers-refused", outcome.problems());
        }
        RunReport run = outcome.run();
        if (run == null) {
            return;
        }
        if (run.state() != RunState.COMMITTED) {
            throw new Refused(422, "house-identifiers-refused", run.problems());
        }
        audit.write(current.get(), house.id(), "house-identifiers-said", null, written(intake, house));
    }

    /** Those that count, as they are written into one field. */
    public static String written(Intake intake, House house) {
        return ExternalIdCell.told(intake.identifiers().of(house.id()).stream()
                .map(HouseIdentifiers.Said::id)
                .toList());
    }

    private List<Known> known(House house) {
        return intake.identifiers().of(house.id()).stream()
                .map(said -> known(said.id(), said.source()))
                .toList();
    }

    private static Known known(ExternalId id, String source) {
        return new Known(id.kind().word(), id.value(), id.address().orElse(null), source);
    }
}
