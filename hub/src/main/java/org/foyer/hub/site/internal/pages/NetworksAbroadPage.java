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
import org.foyer.hub.exchange.NetworksBetweenNodes;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.NetworksAbroadResource;
import org.foyer.hub.site.internal.api.NetworksResource;
import org.foyer.hub.site.internal.document.DocumentPdf;
import org.foyer.hub.site.internal.pooling.AgreementDocument;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.NetworksDesk;
import org.jspecify.annotations.Nullable;

/** Networks of other nodes that invited a house, and their agreements: what people sign beside what machines enforce. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class NetworksAbroadPage {

    private static final String ONE = "h/{house}/networks-abroad/{network}";
    private static final String AGREEMENT = ONE + "/agreements/{policy}";

    private final Access access;
    private final CurrentActor current;
    private final NetworksDesk desk;
    private final Agreements agreements;
    private final Networks networks;
    private final NetworksAbroadResource api;
    private final Figures figures;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public NetworksAbroadPage(
            Access access,
            CurrentActor current,
            NetworksDesk desk,
            Agreements agreements,
            Networks networks,
            NetworksAbroadResource api,
            Figures figures,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.desk = desk;
        this.agreements = agreements;
        this.networks = networks;
        this.api = api;
        this.figures = figures;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path(ONE)
    public Response one(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @QueryParam("done") @DefaultValue("") String done) {
        return one(200, access.house(slug, Role.READER), network, done, List.of());
    }

    private Response one(int status, House house, String uid, String done, List<Fault> faults) {
        Language language = frames.language();
        NetworkAbroad network = desk.find(house, uid);
        NetworkAbroadView view = new NetworkAbroadViews(
                        language,
                        house,
                        node -> desk.isThis(node) ? language.say("net_node_this") : desk.name(node),
                        new NetworkAbroadViews.Known(
                                networks.forms(),
                                PoolingFaults.adoptable(figures.dictionary()),
                                agreements.templates()))
                .one(network, steward(house), done(language, "net_done_", done), PoolingForms.faults(language, faults));
        return screen.show(status, "network-abroad", frames.frame(network.name(), house), view);
    }

    private boolean steward(House house) {
        return current.get().may(house.id(), Role.STEWARD);
    }

    private static @Nullable String done(Language language, String prefix, String done) {
        String key = prefix + done.replaceAll("\\W", "_");
        return done.isEmpty() || !language.knows(key) ? null : language.say(key);
    }

    private static Response to(House house, String end) {
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/networks-abroad/" + end)
                .build();
    }

    /** Says yes or no, or leaves, as the form says. */
    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        desk.find(house, network);
        String act = String.valueOf(sent.getFirst("act"));
        List<Fault> faults = desk.act(between -> did(between, act, house, network, sent));
        String done = switch (act) {
            case "accept" -> "accepted";
            case "vote", "conflict" -> "voted";
            default -> "told";
        };
        return faults.isEmpty() ? to(house, network + "?done=" + done) : one(422, house, network, "", faults);
    }

    private List<Fault> did(
            NetworksBetweenNodes between,
            String act,
            House house,
            String network,
            MultivaluedMap<String, String> sent) {
        return switch (act) {
            case "leave" -> between.leave(house, network, current.get());
            case "vote" ->
                between.vote(
                        house,
                        network,
                        number(sent),
                        Choice.of(sent.getFirst("choice")).orElse(null),
                        current.get());
            case "conflict" ->
                between.declareConflict(house, network, number(sent), PoolingForms.text(sent, "why"), current.get());
            case "take-back" -> between.takeBack(house, network, number(sent), current.get());
            default -> between.answer(house, network, act.equals("accept"), current.get());
        };
    }

    private static long number(MultivaluedMap<String, String> sent) {
        return NetworksResource.number(String.valueOf(sent.getFirst("proposal")));
    }

    @POST
    @Path(ONE + "/proposals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        desk.find(house, network);
        List<Fault> faults = api.proposed(house, network, PoolingForms.proposal(sent));
        return faults.isEmpty() ? to(house, network + "?done=sent") : one(422, house, network, "", faults);
    }

    @GET
    @Path(AGREEMENT)
    public Response agreement(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("policy") String policy,
            @QueryParam("done") @DefaultValue("") String done) {
        return agreement(200, access.house(slug, Role.READER), network, policy, done, List.of());
    }

    private Response agreement(
            int status, House house, String network, String policy, String done, List<Fault> faults) {
        Language language = frames.language();
        NetworkAbroad of = desk.find(house, network);
        Agreement found = agreement(of, policy);
        AgreementView view = new AgreementViews(language, house)
                .abroad(
                        of,
                        found,
                        template(found.template()),
                        steward(house),
                        done(language, "agr_done_", done),
                        PoolingForms.faults(language, faults));
        return screen.show(status, "agreement", frames.frame(found.title(), house), view);
    }

    private static Agreement agreement(NetworkAbroad network, String policy) {
        return network.agreement(policy).orElseThrow(() -> new Refused(404, "agreement-unknown", policy));
    }

    /** Of one that only the other node knows nothing can be told in words. */
    private AgreementTemplate template(String id) {
        return agreements.templates().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "agreement-template"));
    }

    /** Signs or withdraws, as the form says. */
    @POST
    @Path(AGREEMENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signed(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("policy") String policy,
            MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        agreement(desk.find(house, network), policy);
        boolean withdraws = "withdraw".equals(sent.getFirst("act"));
        List<Fault> faults = desk.act(between -> withdraws
                ? between.withdraw(house, network, policy, current.get())
                : between.sign(house, network, policy, sent.getFirst("hash"), current.get()));
        return faults.isEmpty()
                ? to(house, network + "/agreements/" + policy + "?done=" + (withdraws ? "withdrawn" : "signed"))
                : agreement(422, house, network, policy, "", faults);
    }

    /** @param lang {@code fr} or {@code en}; the reader's own when left out */
    @GET
    @Path(AGREEMENT + "/text.pdf")
    @Produces("application/pdf")
    public Response text(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("policy") String policy,
            @QueryParam("lang") @Nullable String lang) {
        House house = access.house(slug, Role.READER);
        Agreement found = agreement(desk.find(house, network), policy);
        Language language = lang == null ? frames.language() : Language.of(Locale.forLanguageTag(lang));
        Agreement.Version version = found.versions().get(0);
        return NetworksPage.pdf(
                DocumentPdf.of(AgreementDocument.of(found, version, language, house.zone())),
                "agreement-%d-%d-%s.pdf".formatted(found.id(), version.version(), language.code()),
                language);
    }
}
