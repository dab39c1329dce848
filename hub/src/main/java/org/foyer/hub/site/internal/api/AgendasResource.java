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
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.Rehearsal;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Agendas of others to which a house's programme goes out, for its editors. A secret is taken and never given. */
@Path("/api/houses/{house}/agendas")
@Produces(MediaType.APPLICATION_JSON)
public class AgendasResource {

    /** A request waits so long for a run; afterwards it goes on by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Access access;
    private final CurrentActor current;
    private final Agendas agendas;
    private final Audit audit;

    @Inject
    public AgendasResource(Access access, CurrentActor current, Agendas agendas, Audit audit) {
        this.access = access;
        this.current = current;
        this.agendas = agendas;
        this.audit = audit;
    }

    /**
     * Those of a house.
     *
     * @param kinds that can be chosen
     */
    public record AgendaList(List<String> kinds, List<PublishedAgenda> items) {}

    /**
     * An agenda to be connected.
     *
     * @param name short, the house's own
     * @param kind one of those that the list names
     * @param address of its interface; left out for the one that everybody uses
     * @param settings {@code language}, in which the house's own words are (fr, en, de, nl); for {@code openagenda} the number of the
     *     {@code agenda}; for {@code uitdatabank} the id of the {@code client}, and if wished {@code places}, lines of a venue's name, an
     *     equals sign and the address of the place there, and the addresses {@code token} and {@code search} of other environments
     * @param secret secret key of OpenAgenda, or secret of the client of UiTdatabank
     * @param everyMinutes from 60 to 43,200; left out for only when somebody says so
     */
    public record AgendaAsked(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String address,
            @Nullable Map<String, String> settings,
            @Nullable String secret,
            @Nullable Integer everyMinutes) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "agenda of kind " + kind;
        }

        AgendaWish wish() {
            Map<String, String> given = settings == null ? Map.of() : settings;
            if (given.values().stream().anyMatch(Objects::isNull)) {
                throw Parameters.unreadable("settings", "");
            }
            return new AgendaWish(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(kind, ""),
                    Objects.requireNonNullElse(address, ""),
                    given,
                    secret,
                    everyMinutes);
        }
    }

    /** The agendas with how their last run went, by name. */
    @GET
    public AgendaList list(@PathParam("house") String slug) {
        House house = access.house(slug, Role.EDITOR);
        return new AgendaList(agendas.kinds(), agendas.all(house.id()));
    }

    /** Connects an agenda. Nothing is sent before somebody publishes for the first time. With a problem nothing is kept (422). */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("house") String slug, @Nullable AgendaAsked wish) {
        House house = access.house(slug, Role.EDITOR);
        if (wish == null) {
            throw Parameters.unreadable("agenda", "");
        }
        Agendas.Outcome outcome = add(house, wish.wish());
        if (outcome.kept() == null) {
            throw new Refused(422, "agenda-not-connected", outcome.problems());
        }
        return Response.status(201).entity(outcome.kept()).build();
    }

    /** The same for whoever checked the rights and tells the problems in their own way. */
    public Agendas.Outcome add(House house, AgendaWish wish) {
        Agendas.Outcome outcome = agendas.add(house, wish, current.get().login());
        PublishedAgenda kept = outcome.kept();
        if (kept != null) {
            told(house, "agenda-connected", kept.slug() + " " + kept.kind());
        }
        return outcome;
    }

    /** One agenda. */
    @GET
    @Path("{agenda}")
    public PublishedAgenda one(@PathParam("house") String slug, @PathParam("agenda") String agenda) {
        House house = access.house(slug, Role.EDITOR);
        return agendas.find(house.id(), agenda).orElseThrow(() -> unknown(agenda));
    }

    /** Forgets an agenda, its secret too. What stands there stays there: withdraw it first if it is to go. */
    @DELETE
    @Path("{agenda}")
    public void remove(@PathParam("house") String slug, @PathParam("agenda") String agenda) {
        House house = access.house(slug, Role.EDITOR);
        if (!agendas.remove(house.id(), agenda)) {
            throw unknown(agenda);
        }
        told(house, "agenda-forgotten", agenda);
    }

    /** What would be sent now, and what is lacking. Nothing is asked of the network. */
    @GET
    @Path("{agenda}/rehearsal")
    public Rehearsal rehearsal(@PathParam("house") String slug, @PathParam("agenda") String agenda) {
        House house = access.house(slug, Role.EDITOR);
        return agendas.rehearse(house, agenda).orElseThrow(() -> unknown(agenda));
    }

    /** Sends what differs. The answer says how it stands after at most 20 seconds; {@code publishing} when it goes on. */
    @POST
    @Path("{agenda}/publish")
    public PublishedAgenda publish(@PathParam("house") String slug, @PathParam("agenda") String agenda) {
        House house = access.house(slug, Role.EDITOR);
        PublishedAgenda published = agendas.publish(house, agenda, PATIENCE).orElseThrow(() -> unknown(agenda));
        told(house, "agenda-published", agenda);
        return published;
    }

    /** Takes everything of the house away there, and sends nothing more before somebody publishes again. */
    @POST
    @Path("{agenda}/withdraw")
    public PublishedAgenda withdraw(@PathParam("house") String slug, @PathParam("agenda") String agenda) {
        House house = access.house(slug, Role.EDITOR);
        PublishedAgenda withdrawn = agendas.withdraw(house, agenda, PATIENCE).orElseThrow(() -> unknown(agenda));
        told(house, "agenda-withdrawn", agenda);
        return withdrawn;
    }

    private void told(House house, String action, String agenda) {
        audit.write(current.get(), house.id(), action, null, "agenda " + agenda);
    }

    private static Refused unknown(String agenda) {
        return new Refused(404, "agenda-not-here", agenda.length() > 80 ? agenda.substring(0, 80) : agenda);
    }
}
