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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Agreements.Done;
import org.foyer.hub.governance.Agreements.Verdict;
import org.foyer.hub.governance.Agreements.Wanted;
import org.foyer.hub.governance.Agreements.Wish;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.jspecify.annotations.Nullable;

/** Agreements of a house and of its networks, for its readers; its stewards draw up, sign and withdraw. */
@Path("/api/houses/{house}/agreements")
@Produces(MediaType.APPLICATION_JSON)
public class AgreementsResource {

    private final Access access;
    private final CurrentActor current;
    private final Agreements agreements;
    private final Figures figures;
    private final PublicAddress address;

    @Inject
    public AgreementsResource(
            Access access, CurrentActor current, Agreements agreements, Figures figures, PublicAddress address) {
        this.access = access;
        this.current = current;
        this.agreements = agreements;
        this.figures = figures;
        this.address = address;
    }

    /** @param hash of what was read, as the version tells it */
    public record Signature(@Nullable String hash) {}

    /** The newest first. */
    @GET
    public List<Agreement> list(@PathParam("house") String slug) {
        return agreements.of(access.house(slug, Role.READER).id());
    }

    @GET
    @Path("templates")
    public List<AgreementTemplate> templates(@PathParam("house") String slug) {
        access.house(slug, Role.READER);
        return agreements.templates();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Done draw(@PathParam("house") String slug, @Nullable Wish wish) {
        return PoolingFaults.orRefuse(draw(access.house(slug, Role.STEWARD), sent(wish), null));
    }

    /**
     * The same for whoever checked the rights and tells the faults in their own way.
     *
     * @param agreement of which it is a new version; null for a new one
     */
    public Done draw(House house, Wish wish, @Nullable Long agreement) {
        List<AgreementTemplate.Data> indicators = PoolingFaults.indicators(figures.dictionary());
        return agreement == null
                ? agreements.draw(house, wish, indicators, address.get(), current.get())
                : agreements.redraw(house, agreement, wish, indicators, address.get(), current.get());
    }

    @GET
    @Path("{agreement}")
    public Agreement agreement(@PathParam("house") String slug, @PathParam("agreement") String agreement) {
        return find(access.house(slug, Role.READER), agreement);
    }

    /** For whoever checked the rights. */
    public Agreement find(House house, String agreement) {
        return agreements
                .agreement(house.id(), NetworksResource.number(agreement))
                .orElseThrow(() -> new Refused(404, "agreement-unknown", agreement));
    }

    @POST
    @Path("{agreement}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Done redraw(@PathParam("house") String slug, @PathParam("agreement") String agreement, @Nullable Wish wish) {
        House house = access.house(slug, Role.STEWARD);
        return PoolingFaults.orRefuse(draw(house, sent(wish), NetworksResource.number(agreement)));
    }

    /** The policy that machines enforce, as it is signed. */
    @GET
    @Path("{agreement}/versions/{version}/policy")
    @Produces("application/ld+json")
    public Response policy(
            @PathParam("house") String slug,
            @PathParam("agreement") String agreement,
            @PathParam("version") String version) {
        Agreement found = find(access.house(slug, Role.READER), agreement);
        return Response.ok(version(found, version).policy())
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Of an agreement that is there. */
    public static Agreement.Version version(Agreement agreement, String version) {
        return agreement
                .version((int) Math.min(NetworksResource.number(version), Integer.MAX_VALUE))
                .orElseThrow(() -> new Refused(404, "agreement-unknown", version));
    }

    /** Signs for the house, with its key. */
    @PUT
    @Path("{agreement}/versions/{version}/signature")
    @Consumes(MediaType.APPLICATION_JSON)
    public Done sign(
            @PathParam("house") String slug,
            @PathParam("agreement") String agreement,
            @PathParam("version") String version,
            @Nullable Signature signature) {
        House house = access.house(slug, Role.STEWARD);
        String hash = signature == null ? null : signature.hash();
        return PoolingFaults.orRefuse(agreements.sign(
                house,
                NetworksResource.number(agreement),
                (int) NetworksResource.number(version),
                hash,
                current.get()));
    }

    /** Withdraws the house, with effect at once. */
    @DELETE
    @Path("{agreement}/versions/{version}/signature")
    public Done withdraw(
            @PathParam("house") String slug,
            @PathParam("agreement") String agreement,
            @PathParam("version") String version) {
        House house = access.house(slug, Role.STEWARD);
        return PoolingFaults.orRefuse(agreements.withdraw(
                house, NetworksResource.number(agreement), (int) NetworksResource.number(version), current.get()));
    }

    /** Asks whether an agreement would let something through; nothing is counted. */
    @POST
    @Path("{agreement}/check")
    @Consumes(MediaType.APPLICATION_JSON)
    public Verdict check(
            @PathParam("house") String slug, @PathParam("agreement") String agreement, @Nullable Wanted wanted) {
        Agreement found = find(access.house(slug, Role.READER), agreement);
        if (wanted == null
                || wanted.giver() == null
                || wanted.taker() == null
                || wanted.action() == null
                || wanted.purpose() == null
                || wanted.data() == null) {
            throw Parameters.unreadable("use", "");
        }
        return agreements.permits(found.id(), wanted);
    }

    private static Wish sent(@Nullable Wish wish) {
        if (wish == null) {
            throw Parameters.unreadable("agreement", "");
        }
        return wish;
    }
}
