package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.ConsentDesk;
import org.foyer.hub.site.internal.api.ConsentDesk.Saying;
import org.foyer.hub.site.internal.api.ListedPeople;
import org.foyer.hub.site.internal.api.PeopleResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.Sentences;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Writes down that all people of a list said the same of being contacted. The rules are the API's own. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ConsentListPage {

    private final Access access;
    private final PeopleResource people;
    private final Consents consents;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ConsentListPage(Access access, PeopleResource people, Consents consents, Frames frames, Screen screen) {
        this.access = access;
        this.people = people;
        this.consents = consents;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/people/consents")
    public Response empty(@PathParam("house") String slug) {
        House house = access.house(slug, Role.STEWARD);
        ConsentForm form =
                ConsentForm.fresh(frames.language(), consents.choices(), consents.wordings(house.id()), Consents.FILE);
        return show(200, house, form, "", null, List.of());
    }

    /** @param list the same typed; counts when no file came */
    @POST
    @Path("h/{house}/people/consents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response say(
            @PathParam("house") String slug,
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable String list,
            @RestForm @Nullable String said,
            @RestForm @Nullable List<String> purpose,
            @RestForm @Nullable List<String> channel,
            @RestForm @Nullable String way,
            @RestForm @Nullable String wording,
            @RestForm @Nullable String language,
            @RestForm @Nullable String until)
            throws IOException {
        House house = access.house(slug, Role.STEWARD);
        Saying saying = new Saying(said, purpose, channel, way, wording, language, until);
        ConsentForm form = ConsentForm.of(frames.language(), consents.choices(), saying);
        String typed = list == null ? "" : list;
        try {
            ConsentDesk.OfList done = people.consentDesk(slug).sayAll(listed(file, typed), saying);
            List<ConsentsView.Fault> faults =
                    ConsentsView.faults(frames.language(), done.people().faults());
            return faults.isEmpty()
                    ? show(200, house, form, "", ConsentListView.told(frames.language(), done), faults)
                    : show(422, house, form, typed, null, faults);
        } catch (Refused refused) {
            Sentences sentences = Sentences.in(frames.language().locale());
            return show(
                    refused.status(),
                    house,
                    form,
                    typed,
                    null,
                    List.of(new ConsentsView.Fault(
                            sentences.sentence(refused.code(), refused.arguments()),
                            sentences.mend(refused.code(), refused.arguments()))));
        }
    }

    private static ListedPeople listed(@Nullable FileUpload file, String typed) throws IOException {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            return ListedPeople.of(typed);
        }
        if (file.size() > ListedPeople.BYTES_MAX) {
            throw ListedPeople.tooLong();
        }
        return ListedPeople.of(Files.readAllBytes(file.uploadedFile()));
    }

    private Response show(
            int status,
            House house,
            ConsentForm form,
            String list,
            ConsentListView.@Nullable Told told,
            List<ConsentsView.Fault> faults) {
        Language language = frames.language();
        return screen.show(
                status,
                "consent-list",
                frames.frame(language.say("consent_list_title"), house),
                new ConsentListView("/h/" + house.slug() + "/people", form, list, told, faults));
    }
}
