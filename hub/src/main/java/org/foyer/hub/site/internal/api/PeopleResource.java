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
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What people ask of a house: what it holds of them, and to be forgotten. For its stewards, who have made sure who asks; each
 * answer leaves a line in the audit. What is looked for comes in the body of the request, never in an address.
 */
@Path("/api/houses/{house}/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    /** The purpose under which the audit keeps it. */
    public static final String PURPOSE = "rights-of-people";

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Audit audit;

    @Inject
    public PeopleResource(Access access, CurrentActor current, Intake intake, Audit audit) {
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.audit = audit;
    }

    /** Who is to be forgotten. */
    public record Forget(@Nullable List<Long> persons) {}

    /**
     * What is held of a person.
     *
     * @param seen when somebody saw or did something with it, as the audit tells
     */
    public record Everything(PersonRights.Held held, List<Audit.Line> seen) {}

    /** Looks for a buyer by number, by e-mail, or by whole name and postcode. */
    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonRights.Found search(@PathParam("house") String slug, PersonRights.Asked asked) {
        House house = access.house(slug, Role.STEWARD);
        if (!asked.tells()) {
            throw new Refused(422, "person-not-told");
        }
        PersonRights.Found found = intake.rights().find(house.id(), asked);
        note(
                house,
                "people-searched",
                found.buyers().stream().map(PersonRights.Buyer::person).toList());
        return found;
    }

    /** Everything that is held of one buyer. */
    @GET
    @Path("{person}")
    public Everything everything(@PathParam("house") String slug, @PathParam("person") long person) {
        House house = access.house(slug, Role.STEWARD);
        PersonRights.Held held =
                intake.rights().held(house.id(), person).orElseThrow(() -> new Refused(404, "person-unknown"));
        List<Audit.Line> seen = audit.about(house.id(), person);
        note(house, "person-shown", List.of(person));
        return new Everything(held, seen);
    }

    /** Forgets people for good; the answer is the proof. */
    @POST
    @Path("erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonRights.Proof forget(@PathParam("house") String slug, Forget wish) {
        House house = access.house(slug, Role.STEWARD);
        List<Long> persons = wish.persons() == null
                ? List.of()
                : wish.persons().stream().distinct().toList();
        if (persons.isEmpty() || persons.size() > PersonRights.PEOPLE_MAX) {
            throw new Refused(422, "people-count", Integer.toString(PersonRights.PEOPLE_MAX));
        }
        for (Long person : persons) {
            if (intake.rights().held(house.id(), person).isEmpty()) {
                throw new Refused(404, "person-unknown");
            }
        }
        PersonRights.Proof proof =
                intake.rights().forget(house.id(), persons, current.get().login());
        note(house, "people-forgotten", persons);
        return proof;
    }

    /** Proofs of past erasures, newest first; they name nobody. */
    @GET
    @Path("erasures")
    public List<PersonRights.Proof> erasures(@PathParam("house") String slug) {
        return intake.rights().erasures(access.house(slug, Role.STEWARD).id());
    }

    private void note(House house, String action, List<Long> persons) {
        audit.write(current.get(), house.id(), action, PURPOSE, Audit.people(persons));
    }
}
