package org.foyer.hub.site.internal.api;

import io.vertx.ext.web.RoutingContext;
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
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.foyer.hub.governance.DataProtection;
import org.foyer.hub.governance.ProtectionSheet;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.Surroundings;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.document.Document;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.protection.ProtectionText;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CurrentLanguage;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What a data protection officer must see of a house, for its editors and stewards; a steward decides. */
@Path("/api/houses/{house}/data-protection")
@Produces(MediaType.APPLICATION_JSON)
public class ProtectionResource {

    private final Access access;
    private final CurrentActor current;
    private final DataProtection protection;
    private final Purposes purposes;
    private final RoutingContext asked;

    @Inject
    public ProtectionResource(
            Access access, CurrentActor current, DataProtection protection, Purposes purposes, RoutingContext asked) {
        this.access = access;
        this.current = current;
        this.protection = protection;
        this.purposes = purposes;
        this.asked = asked;
    }

    /**
     * The same twice.
     *
     * @param facts counts, rules and states under stable codes
     * @param told in the language asked for by {@code Accept-Language}
     */
    public record Protection(ProtectionSheet facts, Document told) {}

    /** What is held, why, how long and how safely. */
    @GET
    public Protection protection(@PathParam("house") String slug) {
        House house = access.house(slug, Role.EDITOR);
        ProtectionSheet sheet = sheet(house);
        return new Protection(sheet, ProtectionText.of(sheet, Language.of(new CurrentLanguage(asked).get())));
    }

    /** Decides how long contacts and waiting rows are kept, and who answers for the data. */
    @PUT
    @Path("terms")
    @Consumes(MediaType.APPLICATION_JSON)
    public Terms decide(@PathParam("house") String slug, @Nullable Terms wish) {
        House house = access.house(slug, Role.STEWARD);
        if (wish == null) {
            throw Parameters.unreadable("terms", "");
        }
        List<Terms.Fault> faults = decide(house, wish);
        if (!faults.isEmpty()) {
            throw new Refused(
                    422,
                    "terms-refused",
                    faults.stream().map(ProtectionResource::problem).toList());
        }
        return purposes.terms(house.id());
    }

    /** The same for whoever checked the rights and tells the faults in their own way. */
    public List<Terms.Fault> decide(House house, Terms wish) {
        return purposes.decide(house.id(), wish, current.get());
    }

    /** For whoever checked the rights. */
    public ProtectionSheet sheet(House house) {
        return protection.of(house, surroundings());
    }

    private static Problem problem(Terms.Fault fault) {
        return new Problem(
                fault.code(), Problem.Severity.STOPS_RUN, new Place("", 0, fault.field(), null), fault.arguments());
    }

    /** What this server was started with. */
    private static Surroundings surroundings() {
        Config config = ConfigProvider.getConfig();
        Optional<String> host = config.getOptionalValue("quarkus.http.host", String.class);
        Optional<String> address = config.getOptionalValue("foyer.address", String.class);
        return new Surroundings(
                host.map(name -> name.equals("localhost") || name.startsWith("127.") || name.equals("::1"))
                        .orElse(null),
                address.filter(text -> !text.isBlank())
                        .map(text -> text.startsWith("https:"))
                        .orElse(null),
                config.getOptionalValue("quarkus.oidc.tenant-enabled", Boolean.class)
                        .orElse(null),
                config.getOptionalValue("quarkus.http.access-log.enabled", Boolean.class)
                        .orElse(null));
    }
}
