package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchAnswer.Hit;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.Order;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.ShowGrants.Done;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.GrantsResource;
import org.foyer.hub.site.internal.api.NetworksResource;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Requests and grants of a house: what others ask of it, what it asked, and the form to ask. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class GrantsPage {

    private static final String ALL = "h/{house}/grants";

    /** Shows that are offered to be asked for. */
    private static final int SHOWN = 20;

    private final Access access;
    private final CurrentActor current;
    private final GrantsResource api;
    private final Search search;
    private final PublicAddress address;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public GrantsPage(
            Access access,
            CurrentActor current,
            GrantsResource api,
            Search search,
            PublicAddress address,
            RunningNode node,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.api = api;
        this.search = search;
        this.address = address;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    /** @param words of a show that is looked for */
    @GET
    @Path(ALL)
    public Response show(
            @PathParam("house") String slug,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("done") @DefaultValue("") String done) {
        House house = access.house(slug, Role.READER);
        return page(200, house, words, done, List.of());
    }

    private Response page(int status, House house, String words, String done, List<Fault> faults) {
        Language language = frames.language();
        String key = "grant_done_" + done.replaceAll("\\W", "_");
        List<Fault> told = new ArrayList<>(faults);
        GrantsView view = new GrantViews(
                        language,
                        house,
                        Parameters.today(house, node.get().settings().clock()),
                        current.get().may(house.id(), Role.STEWARD))
                .view(
                        api.of(house),
                        words,
                        words.isBlank() ? null : hits(words, told),
                        done.isEmpty() || !language.knows(key) ? null : language.say(key),
                        told);
        return screen.show(status, "grants", frames.frame(language.say("nav_grants"), house), view);
    }

    private List<Hit> hits(String words, List<Fault> faults) {
        try {
            SearchQuestion question =
                    SearchQuestion.of(words).during(When.ALL, null, null).piece(Order.FITNESS, 0, SHOWN);
            return search.ask(question, address.get()).hits();
        } catch (Unanswered unanswered) {
            faults.add(new Fault("q", unanswered.code(), unanswered.detail()));
            return List.of();
        }
    }

    /** Asks for each show that was chosen; stops at the first that is refused. */
    @POST
    @Path(ALL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("house") String slug, MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        List<String> shows = new ArrayList<>(sent.getOrDefault("show", List.of()));
        String typed = PoolingForms.text(sent, "identifier");
        if (typed != null) {
            shows.add(typed);
        }
        if (shows.isEmpty()) {
            return page(422, house, "", "", List.of(new Fault("show", "tour-show-unknown", "–")));
        }
        for (String show : shows.subList(0, Math.min(shows.size(), SHOWN))) {
            Done done = api.ask(house, show, GrantViews.wish(sent));
            if (!done.faults().isEmpty()) {
                return page(422, house, "", "", done.faults());
            }
        }
        return to(house, "ask");
    }

    /** Answers, stops or withdraws, as the form says. */
    @POST
    @Path(ALL + "/{grant}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @PathParam("house") String slug, @PathParam("grant") String grant, MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        ShowGrants grants = node.get().touring().grants();
        long id = NetworksResource.number(grant);
        String act = String.valueOf(sent.getFirst("act"));
        @Nullable String words = PoolingForms.text(sent, "words");
        Done done = switch (act) {
            case "grant" -> grants.grant(house, id, GrantViews.granting(sent), current.get());
            case "decline" -> grants.decline(house, id, words, current.get());
            case "stop" -> grants.stop(house, id, words, current.get());
            default -> api.withdraw(house, id);
        };
        return done.faults().isEmpty() ? to(house, act) : page(422, house, "", "", done.faults());
    }

    private static Response to(House house, String done) {
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/grants?done=" + done.replaceAll("\\W", ""))
                .build();
    }
}
