package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.jspecify.annotations.Nullable;

/**
 * What people ask of a house: what it holds of them, and to be forgotten. For its stewards, who have made sure who asks; each
 * answer leaves a line in the audit. What is looked for comes in the body of the request, never in an address.
 */
@Path("/api/houses/{house}/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Audit audit;
    private final Purposes purposes;

    @Inject
    public PeopleResource(Access access, CurrentActor current, Intake intake, Audit audit, Purposes purposes) {
        this.purposes = purposes;
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.audit = audit;
    }

    /** Who is to be forgotten. */
    public record Forget(@Nullable List<Long> persons) {}

    /** Looks for a buyer by number, by e-mail, or by whole name and postcode. */
    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonRights.Found search(@PathParam("house") String slug, PersonRights.Asked asked) {
        return desk(slug).find(asked);
    }

    /** Everything that is held of one buyer. */
    @GET
    @Path("{person}")
    public PeopleDesk.Everything everything(@PathParam("house") String slug, @PathParam("person") long person) {
        return desk(slug).everything(person);
    }

    /** Forgets people for good; the answer is the proof. */
    @POST
    @Path("erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonRights.Proof forget(@PathParam("house") String slug, Forget wish) {
        return desk(slug).forget(wish.persons() == null ? List.of() : wish.persons());
    }

    /** Forgets all whose contacts have been kept as long as the house's terms say; the answer is the proofs. */
    @POST
    @Path("erasures/due")
    public List<PersonRights.Proof> forgetDue(@PathParam("house") String slug) {
        return desk(slug).forgetDue();
    }

    /** Proofs of past erasures, newest first; they name nobody. */
    @GET
    @Path("erasures")
    public List<PersonRights.Proof> erasures(@PathParam("house") String slug) {
        return intake.rights().erasures(access.house(slug, Role.STEWARD).id());
    }

    private PeopleDesk desk(String slug) {
        return new PeopleDesk(intake.rights(), purposes, audit, current.get(), access.house(slug, Role.STEWARD));
    }
}
