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
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Networks.Founding;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.NetworksResource;
import org.foyer.hub.site.internal.document.DocumentPdf;
import org.foyer.hub.site.internal.pooling.MinutesText;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.NetworksDesk;
import org.jspecify.annotations.Nullable;

/** Networks of a house, their members, votes and minutes. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class NetworksPage {

    private static final String ALL = "h/{house}/networks";
    private static final String ONE = ALL + "/{network}";
    private static final String VOTE = ONE + "/proposals/{proposal}";

    private final Access access;
    private final CurrentActor current;
    private final Networks networks;
    private final Agreements agreements;
    private final NetworksResource api;
    private final Houses houses;
    private final Figures figures;
    private final NetworksDesk desk;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public NetworksPage(
            Access access,
            CurrentActor current,
            Networks networks,
            Agreements agreements,
            NetworksResource api,
            Houses houses,
            Figures figures,
            NetworksDesk desk,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.networks = networks;
        this.agreements = agreements;
        this.api = api;
        this.houses = houses;
        this.figures = figures;
        this.desk = desk;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path(ALL)
    public Response list(@PathParam("house") String slug, @QueryParam("done") @DefaultValue("") String done) {
        return list(200, access.house(slug, Role.READER), done, List.of());
    }

    private Response list(int status, House house, String done, List<Fault> faults) {
        Language language = frames.language();
        NetworksView view = new NetworkViews(language, house)
                .list(
                        networks.of(house.id()),
                        abroad(language, house),
                        networks.forms(),
                        steward(house),
                        told(language, done),
                        PoolingForms.faults(language, faults));
        return screen.show(status, "networks", frames.frame(language.say("nav_networks"), house), view);
    }

    private List<NetworksView.Row> abroad(Language language, House house) {
        NetworkAbroadViews views = new NetworkAbroadViews(
                language, house, desk::name, new NetworkAbroadViews.Known(networks.forms(), List.of(), List.of()));
        return desk.of(house).stream().map(views::row).toList();
    }

    private boolean steward(House house) {
        return current.get().may(house.id(), Role.STEWARD);
    }

    private static @Nullable String told(Language language, String done) {
        String key = "net_done_" + done.replaceAll("\\W", "_");
        return done.isEmpty() || !language.knows(key) ? null : language.say(key);
    }

    @POST
    @Path(ALL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response found(@PathParam("house") String slug, MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        Founding wish = new Founding(
                PoolingForms.text(sent, "name"),
                PoolingForms.text(sent, "aim"),
                PoolingForms.text(sent, "form"),
                PoolingForms.text(sent, "college"));
        Done done = networks.found(house, wish, current.get());
        return done.faults().isEmpty()
                ? to(house, "/" + done.network() + "?done=founded")
                : list(422, house, "", done.faults());
    }

    private static Response to(House house, String end) {
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/networks" + end)
                .build();
    }

    @GET
    @Path(ONE)
    public Response one(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @QueryParam("done") @DefaultValue("") String done) {
        return one(200, access.house(slug, Role.READER), network, done, List.of());
    }

    private Response one(int status, House house, String slug, String done, List<Fault> faults) {
        Language language = frames.language();
        Network network = network(house, slug);
        NetworkView view = new NetworkViews(language, house)
                .one(
                        network,
                        networks.proposals(house.id(), slug),
                        steward(house),
                        houses.all(),
                        PoolingFaults.adoptable(figures.dictionary()),
                        agreements.templates(),
                        agreements.of(house.id()),
                        desk.known().stream()
                                .map(one -> new NetworksView.Choice(one.id(), one.name()))
                                .toList(),
                        told(language, done),
                        PoolingForms.faults(language, faults));
        return screen.show(status, "network", frames.frame(network.name(), house), view);
    }

    private Network network(House house, String slug) {
        return networks.network(house.id(), slug).orElseThrow(() -> new Refused(404, "network-unknown", slug));
    }

    /** Does something and shows the network again; when the house left it, the list. */
    private Response act(House house, String slug, String what, Supplier<Done> act) {
        network(house, slug);
        Done done = act.get();
        if (!done.faults().isEmpty()) {
            return one(422, house, slug, "", done.faults());
        }
        return what.equals("left") ? to(house, "?done=left") : to(house, "/" + slug + "?done=" + what);
    }

    @POST
    @Path(ONE + "/invite")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        return act(
                house,
                network,
                "invited",
                () -> api.invite(
                        house,
                        network,
                        new NetworksResource.Invitation(
                                PoolingForms.text(sent, "house"),
                                PoolingForms.text(sent, "college"),
                                PoolingForms.text(sent, "node"))));
    }

    @POST
    @Path(ONE + "/join")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(@PathParam("house") String slug, @PathParam("network") String network) {
        House house = access.house(slug, Role.STEWARD);
        return act(house, network, "joined", () -> networks.join(house, network, current.get()));
    }

    @POST
    @Path(ONE + "/leave")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(@PathParam("house") String slug, @PathParam("network") String network) {
        House house = access.house(slug, Role.STEWARD);
        return act(house, network, "left", () -> networks.leave(house, network, current.get()));
    }

    @POST
    @Path(ONE + "/proposals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        return act(house, network, "proposed", () -> api.propose(house, network, PoolingForms.proposal(sent)));
    }

    @GET
    @Path(VOTE)
    public Response proposal(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal,
            @QueryParam("done") @DefaultValue("") String done) {
        return proposal(200, access.house(slug, Role.READER), network, proposal, done, List.of());
    }

    private Response proposal(int status, House house, String slug, String id, String done, List<Fault> faults) {
        Language language = frames.language();
        Network network = network(house, slug);
        Proposal proposal = api.find(house, slug, id);
        ProposalView view = new NetworkViews(language, house)
                .proposal(
                        network, proposal, steward(house), told(language, done), PoolingForms.faults(language, faults));
        return screen.show(status, "proposal", frames.frame(proposal.title(), house), view);
    }

    /** Votes, declares a conflict, takes back or ends, as the form says. */
    @POST
    @Path(VOTE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response voted(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal,
            MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        long id = api.find(house, network, proposal).id();
        String act = String.valueOf(sent.getFirst("act"));
        Done done = switch (act) {
            case "conflict" -> networks.declareConflict(house, network, id, sent.getFirst("why"), current.get());
            case "withdraw" -> networks.withdraw(house, network, id, current.get());
            case "close" -> networks.close(house, network, id, current.get());
            default ->
                networks.vote(
                        house, network, id, Choice.of(sent.getFirst("choice")).orElse(null), current.get());
        };
        return done.faults().isEmpty()
                ? to(house, "/" + network + "/proposals/" + id + "?done=voted")
                : proposal(422, house, network, proposal, "", done.faults());
    }

    /** @param lang {@code fr} or {@code en}; the reader's own when left out */
    @GET
    @Path(VOTE + "/minutes.pdf")
    @Produces("application/pdf")
    public Response minutes(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal,
            @QueryParam("lang") @Nullable String lang) {
        House house = access.house(slug, Role.READER);
        Language language = lang == null ? frames.language() : Language.of(Locale.forLanguageTag(lang));
        byte[] file = DocumentPdf.of(
                MinutesText.of(network(house, network), api.find(house, network, proposal), language, house.zone()));
        return pdf(file, "%s-minutes-%s-%s.pdf".formatted(network, proposal, language.code()), language);
    }

    static Response pdf(byte[] file, String name, Language language) {
        return Response.ok(file)
                .type("application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .header("Content-Language", language.code())
                .header("Cache-Control", "no-store")
                .build();
    }
}
