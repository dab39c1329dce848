package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.PulledSources;
import org.foyer.hub.intake.SourceWish;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Addresses from which a house's data is pulled, for its editors. A secret is taken and never given. */
@Path("/api/houses/{house}/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {

    /** A request waits so long for a pull; afterwards it goes on by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int EVERY_DAY = 24 * 60;

    private final Access access;
    private final CurrentActor current;
    private final PulledSources sources;
    private final Audit audit;

    @Inject
    public SourcesResource(Access access, CurrentActor current, PulledSources sources, Audit audit) {
        this.access = access;
        this.current = current;
        this.sources = sources;
        this.audit = audit;
    }

    /**
     * Those of a house.
     *
     * @param kinds that can be chosen
     */
    public record Listed(List<String> kinds, List<PulledSource> items) {}

    /**
     * An address to be pulled.
     *
     * @param name short, the house's own
     * @param kind one of those that the list names
     * @param address https, or http where no secret is sent; a calendar's may begin with webcal
     * @param hosts further hosts that may be asked, for instance those to which the address redirects
     * @param settings what the kind needs: for {@code json} a {@code recipe} in YAML; for {@code linked-data} {@code pages}, what must stand in the
     *     address of a page, if not all of a sitemap are meant
     * @param secret what proves who asks, as the kind or the recipe sends it; never in the address
     * @param everyMinutes from 15 to 43,200; a day when left out
     */
    public record Wish(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String address,
            @Nullable List<String> hosts,
            @Nullable Map<String, String> settings,
            @Nullable String secret,
            @Nullable Integer everyMinutes) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "source of kind " + kind;
        }

        SourceWish wish() {
            List<String> named = hosts == null ? List.of() : hosts;
            Map<String, String> given = settings == null ? Map.of() : settings;
            if (named.stream().anyMatch(Objects::isNull)
                    || given.values().stream().anyMatch(Objects::isNull)) {
                throw Parameters.unreadable("hosts, settings", "");
            }
            return new SourceWish(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(kind, ""),
                    Objects.requireNonNullElse(address, ""),
                    named,
                    given,
                    secret == null || secret.isEmpty() ? null : secret,
                    Objects.requireNonNullElse(everyMinutes, EVERY_DAY));
        }
    }

    /** The sources with how their last pull went, by name. */
    @GET
    public Listed list(@PathParam("house") String slug) {
        House house = access.house(slug, Role.EDITOR);
        return new Listed(sources.kinds(), sources.all(house.id()));
    }

    /** Adds a source, to be pulled at once by a serving node. With a problem of any kind nothing is kept (422). */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("house") String slug, @Nullable Wish wish) {
        House house = access.house(slug, Role.EDITOR);
        if (wish == null) {
            throw Parameters.unreadable("source", "");
        }
        PulledSources.Outcome outcome = add(house, wish.wish());
        if (outcome.kept() == null) {
            throw new Refused(422, "source-refused", outcome.problems());
        }
        return Response.status(201).entity(outcome.kept()).build();
    }

    /** The same for whoever checked the rights and tells the problems in their own way. */
    public PulledSources.Outcome add(House house, SourceWish wish) {
        PulledSources.Outcome outcome =
                sources.add(house.id(), wish, current.get().login());
        PulledSource kept = outcome.kept();
        if (kept != null) {
            audit.write(current.get(), house.id(), "source-added", null, "source " + kept.slug() + " " + kept.kind());
        }
        return outcome;
    }

    /** One source. */
    @GET
    @Path("{source}")
    public PulledSource one(@PathParam("house") String slug, @PathParam("source") String source) {
        House house = access.house(slug, Role.EDITOR);
        return sources.find(house.id(), source).orElseThrow(() -> unknown(source));
    }

    /** Forgets a source, its secret too. What was pulled stays. */
    @DELETE
    @Path("{source}")
    public void remove(@PathParam("house") String slug, @PathParam("source") String source) {
        House house = access.house(slug, Role.EDITOR);
        if (!sources.remove(house.id(), source)) {
            throw unknown(source);
        }
        audit.write(current.get(), house.id(), "source-removed", null, "source " + source);
    }

    /** Pulls now. The answer says how it stands after at most 20 seconds; {@code pulling} when it goes on. */
    @POST
    @Path("{source}/pull")
    public PulledSource pull(@PathParam("house") String slug, @PathParam("source") String source) {
        House house = access.house(slug, Role.EDITOR);
        return sources.pull(house.id(), source, current.get().login(), PATIENCE).orElseThrow(() -> unknown(source));
    }

    /** Takes the answer that was held because there was so little in it. */
    @POST
    @Path("{source}/take")
    public PulledSource take(@PathParam("house") String slug, @PathParam("source") String source) {
        House house = access.house(slug, Role.EDITOR);
        if (sources.find(house.id(), source).isEmpty()) {
            throw unknown(source);
        }
        PulledSource taken = sources.takeHeld(house.id(), source, current.get().login(), PATIENCE)
                .orElseThrow(() -> new Refused(409, "source-holds-nothing"));
        audit.write(current.get(), house.id(), "source-taken", null, "source " + source);
        return taken;
    }

    private static Refused unknown(String source) {
        return new Refused(404, "source-unknown", source.length() > 80 ? source.substring(0, 80) : source);
    }
}
