package org.foyer.hub.site.internal.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.ContactField;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.ConsentDesk.Saying;
import org.foyer.hub.site.internal.api.PeopleDesk;
import org.foyer.hub.site.internal.api.PeopleResource;
import org.foyer.hub.site.internal.document.DocumentPdf;
import org.foyer.hub.site.internal.pages.ContactsView.Typed;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** One person: see and hand over what is held, put it right, write down what they say of being contacted or counted,
 * forget. The rules are the API's own. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class PersonPage {

    private final Access access;
    private final PeopleResource people;
    private final Consents consents;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public PersonPage(Access access, PeopleResource people, Consents consents, Frames frames, Screen screen) {
        this.access = access;
        this.people = people;
        this.consents = consents;
        this.frames = frames;
        this.screen = screen;
    }

    /** @param kept whether something was written down a moment ago */
    @GET
    @Path("h/{house}/people/{person}")
    public Response person(
            @PathParam("house") String slug,
            @PathParam("person") long person,
            @QueryParam("kept") @DefaultValue("false") boolean kept) {
        House house = access.house(slug, Role.STEWARD);
        return show(200, house, person, fresh(house), kept, List.of(), Typed.NOTHING);
    }

    private ConsentForm fresh(House house) {
        return ConsentForm.fresh(frames.language(), consents.choices(), consents.wordings(house.id()), null);
    }

    private Response show(
            int status,
            House house,
            long person,
            ConsentForm form,
            boolean kept,
            List<Consents.Fault> faults,
            Typed contacts) {
        Language language = frames.language();
        PeopleDesk.Everything everything = people.everything(house.slug(), person);
        ConsentsView said = ConsentsView.of(
                language,
                house.zone(),
                "/h/" + house.slug() + "/people/" + person + "/consents",
                consents.choices(),
                everything.consents(),
                form,
                kept,
                ConsentsView.faults(language, faults));
        return screen.show(
                status,
                "person",
                frames.frame(language.say("person_title"), house),
                PersonView.of(language, house, consents.choices(), everything, said, contacts));
    }

    /** The same as a file, to be handed to the person. */
    @GET
    @Path("h/{house}/people/{person}/everything.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response file(@PathParam("house") String slug, @PathParam("person") long person)
            throws JsonProcessingException {
        access.house(slug, Role.STEWARD);
        return attached("person.json", people.everything(slug, person));
    }

    /** @param lang {@code fr} or {@code en}, the person's own; the reader's when left out */
    @GET
    @Path("h/{house}/people/{person}/everything.pdf")
    @Produces("application/pdf")
    public Response document(
            @PathParam("house") String slug,
            @PathParam("person") long person,
            @QueryParam("lang") @Nullable String lang) {
        House house = access.house(slug, Role.STEWARD);
        Language language = lang == null ? frames.language() : Language.of(Locale.forLanguageTag(lang));
        byte[] file =
                DocumentPdf.of(PersonDocument.of(language, house, consents.choices(), people.everything(slug, person)));
        return Response.ok(file)
                .type("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"person.pdf\"")
                .header("Content-Language", language.code())
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response attached(String name, Object told) throws JsonProcessingException {
        return Response.ok(JsonFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(told))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Writes down what the person said. */
    @POST
    @Path("h/{house}/people/{person}/consents")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(
            @PathParam("house") String slug, @PathParam("person") long person, MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        Saying saying = new Saying(
                sent.getFirst("said"),
                sent.get("purpose"),
                sent.get("channel"),
                sent.getFirst("way"),
                sent.getFirst("wording"),
                sent.getFirst("language"),
                sent.getFirst("until"));
        List<Consents.Fault> faults = people.consentDesk(slug).say(person, saying);
        if (!faults.isEmpty()) {
            ConsentForm typed = ConsentForm.of(frames.language(), consents.choices(), saying);
            return show(422, house, person, typed, false, faults, Typed.NOTHING);
        }
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/people/" + person + "?kept=true#consents")
                .build();
    }

    /** The receipt as a file, to be handed to the person. */
    @GET
    @Path("h/{house}/people/{person}/consents/receipt.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response receipt(@PathParam("house") String slug, @PathParam("person") long person)
            throws JsonProcessingException {
        return attached("consent-receipt.json", people.receipt(slug, person));
    }

    /** Puts contacts right; those that are sent as they are held stay. */
    @POST
    @Path("h/{house}/people/{person}/contacts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(
            @PathParam("house") String slug, @PathParam("person") long person, MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        Map<String, String> contacts = new LinkedHashMap<>();
        for (ContactField field : ContactField.values()) {
            String value = sent.getFirst(field.key());
            if (value != null) {
                contacts.put(field.key(), value);
            }
        }
        List<Problem> problems = people.desk(slug).correct(person, contacts);
        return problems.isEmpty()
                ? seeOther(house, person, "contacts")
                : show(422, house, person, fresh(house), false, List.of(), new Typed(contacts, problems));
    }

    /** Writes down that the person objects to being counted, or no longer does. */
    @POST
    @Path("h/{house}/people/{person}/objection")
    public Response object(
            @PathParam("house") String slug,
            @PathParam("person") long person,
            @FormParam("objects") boolean objects,
            @FormParam("way") @Nullable String way) {
        House house = access.house(slug, Role.STEWARD);
        List<Problem> problems = people.desk(slug).object(person, objects, way);
        if (!problems.isEmpty()) {
            throw new Refused(422, "objection-refused", problems);
        }
        return seeOther(house, person, "counting");
    }

    private static Response seeOther(House house, long person, String section) {
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/people/" + person + "#" + section)
                .build();
    }

    @POST
    @Path("h/{house}/people/{person}/forget")
    public Response forget(
            @PathParam("house") String slug,
            @PathParam("person") long person,
            @FormParam("sure") @Nullable String sure) {
        access.house(slug, Role.STEWARD);
        if (sure == null) {
            throw new Refused(422, "identity-not-settled");
        }
        people.forget(slug, new PeopleResource.Forget(List.of(person)));
        return Response.status(303)
                .header("Location", "/h/" + slug + "/people#erasures")
                .build();
    }
}
