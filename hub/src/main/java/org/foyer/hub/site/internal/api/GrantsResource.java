package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Tours.Found;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.ShowGrants.Done;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.site.internal.server.TourDesk;
import org.jspecify.annotations.Nullable;

/** Requests for the figures of single shows, both sides; readers look, stewards ask, grant, decline, stop and withdraw. */
@Path("/api/houses/{house}/grants")
@Produces(MediaType.APPLICATION_JSON)
public class GrantsResource {

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;
    private final TourDesk desk;
    private final PublicAddress address;

    @Inject
    public GrantsResource(Access access, CurrentActor current, RunningNode node, TourDesk desk, PublicAddress address) {
        this.access = access;
        this.current = current;
        this.node = node;
        this.desk = desk;
        this.address = address;
    }

    /** @param received what others asked of the house @param sent what the house asked of others */
    public record Both(List<ShowGrant> received, List<ShowGrant> sent) {}

    /**
     * @param show lasting identifier of a run, of this node or of another
     * @param figures {@code daily-sales}, {@code occupancy}, {@code revenue}, {@code lead-time}, {@code catchment},
     *     {@code first-timers}
     */
    public record Asking(
            @Nullable String show,
            @Nullable String tour,
            @Nullable String why,
            @Nullable List<String> figures,
            @Nullable LocalDate until) {}

    public record Reason(@Nullable String reason) {}

    private ShowGrants grants() {
        return node.get().touring().grants();
    }

    /** The latest change first. */
    @GET
    public Both list(@PathParam("house") String slug) {
        return of(access.house(slug, Role.READER));
    }

    /** For whoever checked the rights. */
    public Both of(House house) {
        return new Both(grants().received(house.id()), grants().sent(house.id()));
    }

    /** The show with an identifier, as its node's catalogue has it. */
    @GET
    @Path("show")
    public Found show(@PathParam("house") String slug, @QueryParam("iri") @Nullable String iri) {
        access.house(slug, Role.READER);
        try {
            return desk.tours().find(local(iri == null ? "" : iri));
        } catch (GrantRefused refused) {
            throw TourDesk.refused(refused);
        }
    }

    /** An identifier under the address by which this request came is one of this node. */
    private String local(String iri) {
        String here = address.get();
        return iri.startsWith(here + "/id/") ? iri.substring(here.length()) : iri;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ShowGrant ask(@PathParam("house") String slug, @Nullable Asking asking) {
        House house = access.house(slug, Role.STEWARD);
        if (asking == null || asking.show() == null) {
            throw Parameters.unreadable("show", "");
        }
        Wish wish = new Wish(asking.tour(), asking.why(), asking.figures(), asking.until());
        return orRefuse(ask(house, asking.show(), wish));
    }

    /** For whoever checked the rights and tells the faults in their own way. */
    public Done ask(House house, String show, Wish wish) {
        return TourDesk.done(() -> desk.tours().ask(house, local(show), wish, current.get()));
    }

    private static ShowGrant orRefuse(Done done) {
        PoolingFaults.refuse(done.faults());
        ShowGrant grant = done.grant();
        if (grant == null) {
            throw new IllegalStateException("neither done nor refused");
        }
        return grant;
    }

    @GET
    @Path("{grant}")
    public ShowGrant one(@PathParam("house") String slug, @PathParam("grant") String grant) {
        House house = access.house(slug, Role.READER);
        return TourDesk.found(grants().find(house.id(), NetworksResource.number(grant)), grant);
    }

    /** Withdraws what the house asked, with effect at once. */
    @DELETE
    @Path("{grant}")
    public ShowGrant withdraw(@PathParam("house") String slug, @PathParam("grant") String grant) {
        House house = access.house(slug, Role.STEWARD);
        return orRefuse(withdraw(house, NetworksResource.number(grant)));
    }

    /** For whoever checked the rights. */
    public Done withdraw(House house, long grant) {
        return TourDesk.done(() -> desk.tours().withdraw(house, grant, current.get()));
    }

    /** Grants what was asked, or some of it, or changes what is granted. */
    @PUT
    @Path("{grant}/terms")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShowGrant grant(
            @PathParam("house") String slug, @PathParam("grant") String grant, @Nullable Granting granting) {
        House house = access.house(slug, Role.STEWARD);
        if (granting == null) {
            throw Parameters.unreadable("grant", "");
        }
        return orRefuse(grants().grant(house, NetworksResource.number(grant), granting, current.get()));
    }

    /** Ends what is granted, with effect at once. */
    @DELETE
    @Path("{grant}/terms")
    public ShowGrant stop(
            @PathParam("house") String slug,
            @PathParam("grant") String grant,
            @QueryParam("reason") @Nullable String reason) {
        House house = access.house(slug, Role.STEWARD);
        return orRefuse(grants().stop(house, NetworksResource.number(grant), reason, current.get()));
    }

    /** Says no. */
    @PUT
    @Path("{grant}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShowGrant decline(
            @PathParam("house") String slug, @PathParam("grant") String grant, @Nullable Reason reason) {
        House house = access.house(slug, Role.STEWARD);
        String said = reason == null ? null : reason.reason();
        return orRefuse(grants().decline(house, NetworksResource.number(grant), said, current.get()));
    }
}
