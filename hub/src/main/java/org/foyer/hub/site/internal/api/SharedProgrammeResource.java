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
import org.foyer.hub.exchange.Conditions;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.Shares;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.jspecify.annotations.Nullable;

/** Whether a house offers its programme to the participants of the data space: members see it, a steward says it. */
@Path("/api/houses/{house}/data-space")
@Produces(MediaType.APPLICATION_JSON)
public class SharedProgrammeResource {

    private final Access access;
    private final CurrentActor current;
    private final DataSpaceDesk desk;

    @Inject
    public SharedProgrammeResource(Access access, CurrentActor current, DataSpaceDesk desk) {
        this.access = access;
        this.current = current;
        this.desk = desk;
    }

    /**
     * What a house said.
     *
     * @param automatic whether nobody is asked when somebody takes the terms as they are
     * @param conditions what is asked beyond the licence; null for nothing
     */
    public record Shared(
            boolean shared, boolean automatic, @Nullable Conditions conditions) {}

    @GET
    public Shared shared(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        Shares.Share share = node().shares().all().get(house.id());
        return share == null
                ? new Shared(false, false, null)
                : new Shared(
                        true,
                        share.automatic(),
                        share.conditions().isEmpty() ? null : Conditions.of(share.conditions()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Shared share(@PathParam("house") String slug, @Nullable Shared wish) {
        House house = access.house(slug, Role.STEWARD);
        if (wish != null && wish.shared()) {
            Conditions conditions = wish.conditions() == null ? Conditions.NONE : wish.conditions();
            List<String> problems = node().shares().share(house, wish.automatic(), conditions, current.get());
            if (!problems.isEmpty()) {
                throw new Refused(400, "data-space-not-possible", String.join("; ", problems));
            }
        } else {
            node().shares().stop(house, current.get());
        }
        return shared(slug);
    }

    private DataSpaceNode node() {
        return desk.get().orElseThrow(() -> desk.closed(404));
    }
}
