package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.AgendasResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.kit.Problem;

/** Where the programme of a house goes, and what would be sent to an agenda. The rules are the API's own. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class PublicationPage {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Access access;
    private final AgendasResource resource;
    private final Agendas agendas;
    private final Programme programme;
    private final Licences licences;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public PublicationPage(
            Access access,
            AgendasResource resource,
            Agendas agendas,
            Programme programme,
            Licences licences,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.resource = resource;
        this.agendas = agendas;
        this.programme = programme;
        this.licences = licences;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/publication")
    public Response list(@PathParam("house") String slug) {
        House house = access.house(slug, Role.EDITOR);
        return show(200, house, new MultivaluedHashMap<>(), List.of());
    }

    @POST
    @Path("h/{house}/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response connect(@PathParam("house") String slug, MultivaluedMap<String, String> form) {
        House house = access.house(slug, Role.EDITOR);
        Agendas.Outcome outcome = resource.add(house, AgendaForms.wish(form));
        PublishedAgenda kept = outcome.kept();
        return kept == null ? show(422, house, form, outcome.problems()) : back(house, "/" + kept.slug());
    }

    /** What would be sent, before it is. */
    @GET
    @Path("h/{house}/publication/{agenda}")
    public Response rehearsal(@PathParam("house") String slug, @PathParam("agenda") String agenda) {
        House house = access.house(slug, Role.EDITOR);
        PublishedAgenda found = resource.one(slug, agenda);
        return screen.show(
                "agenda",
                frames.frame(found.name(), house),
                new RehearsalRows(frames.language(), house).view(found, resource.rehearsal(slug, agenda)));
    }

    @POST
    @Path("h/{house}/publication/{agenda}/publish")
    public Response publish(@PathParam("house") String slug, @PathParam("agenda") String agenda) {
        House house = access.house(slug, Role.EDITOR);
        return back(house, "/" + resource.publish(slug, agenda).slug());
    }

    @POST
    @Path("h/{house}/publication/{agenda}/withdraw")
    public Response withdraw(@PathParam("house") String slug, @PathParam("agenda") String agenda) {
        House house = access.house(slug, Role.EDITOR);
        return back(house, "/" + resource.withdraw(slug, agenda).slug());
    }

    @POST
    @Path("h/{house}/publication/{agenda}/forget")
    public Response forget(@PathParam("house") String slug, @PathParam("agenda") String agenda) {
        House house = access.house(slug, Role.EDITOR);
        resource.remove(slug, agenda);
        return back(house, "");
    }

    private Response show(int status, House house, MultivaluedMap<String, String> form, List<Problem> problems) {
        Language language = frames.language();
        List<PublishedAgenda> all = agendas.all(house.id());
        PublicationView view = new PublicationView(
                "/h/" + house.slug(),
                told(language, all),
                new PublicationWays(language, house)
                        .all(
                                programme.count(house.id(), FIRST, LAST),
                                licences.of(house.id()).orElse(null)),
                all.stream()
                        .map(agenda -> AgendaForms.agenda(language, house, agenda))
                        .toList(),
                problems.stream()
                        .map(problem -> AgendaForms.problem(language, problem))
                        .toList(),
                AgendaForms.form(language, agendas.kinds(), form));
        return screen.show(status, "publication", frames.frame(language.say("nav_publication"), house), view);
    }

    private static String told(Language language, List<PublishedAgenda> all) {
        if (all.isEmpty()) {
            return language.say("publication_no_agenda");
        }
        long troubled = all.stream()
                .filter(agenda ->
                        agenda.state() == PublishedAgenda.State.FAILED || agenda.state() == PublishedAgenda.State.HELD)
                .count();
        return troubled == 0
                ? language.count("publication_agendas", all.size())
                : language.count("publication_troubled", troubled);
    }

    private static Response back(House house, String agenda) {
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/publication" + agenda)
                .build();
    }
}
