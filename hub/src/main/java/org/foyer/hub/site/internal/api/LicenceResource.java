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
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.catalogue.Licences.Licence;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Under which licence a house opens its programme: anyone may ask, a steward says it. */
@Path("/api/houses/{house}/licence")
@Produces(MediaType.APPLICATION_JSON)
public class LicenceResource {

    private final Access access;
    private final CurrentActor current;
    private final Licences licences;

    @Inject
    public LicenceResource(Access access, CurrentActor current, Licences licences) {
        this.access = access;
        this.current = current;
        this.licences = licences;
    }

    /**
     * What a house said.
     *
     * @param licence null when it said nothing
     * @param choices what it may say
     */
    public record Said(@Nullable Licence licence, List<Licence> choices) {}

    /** @param licence short name, by the SPDX list; empty or null to take back what was said */
    public record LicenceWish(@Nullable String licence) {}

    @GET
    public Said licence(@PathParam("house") String slug) {
        return said(access.publicHouse(slug));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Said say(@PathParam("house") String slug, @Nullable LicenceWish wish) {
        House house = access.house(slug, Role.STEWARD);
        say(house, wish == null ? null : wish.licence());
        return said(house);
    }

    /** The same for whoever checked the rights. */
    public void say(House house, @Nullable String licence) {
        if (licence == null || licence.isBlank()) {
            licences.say(house, Optional.empty(), current.get());
            return;
        }
        Licence named = Licences.named(licence.strip())
                .orElseThrow(() -> new Refused(
                        400,
                        "licence-unknown",
                        licence.length() > 80 ? licence.substring(0, 80) : licence,
                        Licences.ALL.stream().map(Licence::id).collect(Collectors.joining(", "))));
        licences.say(house, Optional.of(named), current.get());
    }

    private Said said(House house) {
        return new Said(licences.of(house.id()).orElse(null), Licences.ALL);
    }
}
