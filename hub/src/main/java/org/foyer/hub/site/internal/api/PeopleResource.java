package org.foyer.hub.site.internal.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CurrentLanguage;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What people ask of a house: what it holds of them, to have it put right, not to be counted, to be forgotten. For its stewards, who have made sure who asks; each
 * answer leaves a line in the audit. What is looked for comes in the body of the request, never in an address.
 */
@Path("/api/houses/{house}/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Consents consents;
    private final Audit audit;
    private final Purposes purposes;
    private final RoutingContext asked;

    @Inject
    public PeopleResource(
            Access access,
            CurrentActor current,
            Intake intake,
            Consents consents,
            Purposes purposes,
            Audit audit,
            RoutingContext asked) {
        this.purposes = purposes;
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.consents = consents;
        this.audit = audit;
        this.asked = asked;
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

    /**
     * Puts contacts of one buyer right. The body has a value for each contact that is wrong, by the names that the search answers
     * ({@code lastName}, {@code email}…), empty where nothing is to be held. The answer is what counts then.
     */
    @PUT
    @Path("{person}/contacts")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonRights.Buyer correct(
            @PathParam("house") String slug, @PathParam("person") long person, @Nullable Map<String, String> contacts) {
        PeopleDesk desk = desk(slug);
        refuse("correction-refused", desk.correct(person, contacts == null ? Map.of() : contacts));
        return intake.rights()
                .held(access.house(slug, Role.STEWARD).id(), person)
                .orElseThrow(() -> new Refused(404, "person-unknown"))
                .buyer();
    }

    /** Whether a buyer objects to being counted, and how they said it. */
    public record Objecting(boolean objects, @Nullable String way) {}

    /** What stands of it; the objection is null when the buyer is counted. */
    public record Objected(PersonRights.@Nullable Objection objection) {}

    /** Writes down that one buyer objects to being counted in figures of people, or no longer does; it counts at once. */
    @PUT
    @Path("{person}/objection")
    @Consumes(MediaType.APPLICATION_JSON)
    public Objected object(
            @PathParam("house") String slug, @PathParam("person") long person, @Nullable Objecting said) {
        PeopleDesk desk = desk(slug);
        if (said == null) {
            throw Parameters.unreadable("objects", "");
        }
        refuse("objection-refused", desk.object(person, said.objects(), said.way()));
        return new Objected(intake.rights()
                .held(access.house(slug, Role.STEWARD).id(), person)
                .orElseThrow(() -> new Refused(404, "person-unknown"))
                .objection());
    }

    private static void refuse(String code, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refused(422, code, problems);
        }
    }

    /** What one buyer said of being contacted: what stands for each purpose and channel, and everything that was said. */
    @GET
    @Path("{person}/consents")
    public Consents.OfPerson consents(@PathParam("house") String slug, @PathParam("person") long person) {
        return consentDesk(slug).of(person);
    }

    /** Writes down what a buyer said of being contacted; it counts from this moment. The answer is what stands then. */
    @POST
    @Path("{person}/consents")
    @Consumes(MediaType.APPLICATION_JSON)
    public Consents.OfPerson say(
            @PathParam("house") String slug, @PathParam("person") long person, ConsentDesk.@Nullable Saying saying) {
        ConsentDesk desk = consentDesk(slug);
        if (saying == null) {
            throw Parameters.unreadable("said", "");
        }
        List<Consents.Fault> faults = desk.say(person, saying);
        if (!faults.isEmpty()) {
            throw ConsentDesk.refused(faults);
        }
        return desk.of(person);
    }

    /** A receipt for the buyer after ISO/IEC TS 27560, as JSON-LD; titles in the language of {@code Accept-Language}. */
    @GET
    @Path("{person}/consents/receipt")
    public Map<String, Object> receipt(@PathParam("house") String slug, @PathParam("person") long person) {
        return consentDesk(slug)
                .receipt(person, Language.of(new CurrentLanguage(asked).get()).code());
    }

    /** People who said the same. */
    public record ManySaying(@Nullable List<String> people, ConsentDesk.@Nullable Saying saying) {}

    /**
     * Writes down that many buyers, by e-mail or customer number, said the same of being contacted; all or nothing. The answer
     * is how many.
     */
    @POST
    @Path("consents")
    @Consumes(MediaType.APPLICATION_JSON)
    public ConsentDesk.OfList sayAll(@PathParam("house") String slug, @Nullable ManySaying many) {
        ConsentDesk desk = consentDesk(slug);
        if (many == null || many.people() == null || many.saying() == null) {
            throw Parameters.unreadable("people", "");
        }
        ConsentDesk.OfList done = desk.sayAll(ListedPeople.of(String.join("\n", many.people())), many.saying());
        if (!done.people().faults().isEmpty()) {
            throw ConsentDesk.refused(done.people().faults());
        }
        return done;
    }

    /** For pages: the same, with the rights checked; faults are told in their own way. */
    public ConsentDesk consentDesk(String slug) {
        return new ConsentDesk(consents, intake.rights(), audit, current.get(), access.house(slug, Role.STEWARD));
    }

    /** Forgets people for good; the answer is the proof. */
    @POST
    @Path("erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonRights.Proof forget(@PathParam("house") String slug, Forget wish) {
        return desk(slug).forget(wish.persons() == null ? List.of() : wish.persons());
    }

    /**
     * Forgets all whose contacts, and all rows of imports that were never taken, which have been kept as long as the house's terms
     * say; the answer is the proofs.
     */
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

    /** For pages: the same, with the rights checked; faults are told in their own way. */
    public PeopleDesk desk(String slug) {
        return new PeopleDesk(
                intake.rights(), consents, purposes, audit, current.get(), access.house(slug, Role.STEWARD));
    }
}
