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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Agreements.Done;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.AgreementsResource;
import org.foyer.hub.site.internal.api.NetworksResource;
import org.foyer.hub.site.internal.document.Document;
import org.foyer.hub.site.internal.document.DocumentPdf;
import org.foyer.hub.site.internal.pooling.AgreementDocument;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Agreements of a house: drawn up, read beside their policy, signed and withdrawn. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class AgreementsPage {

    private static final String ALL = "h/{house}/agreements";
    private static final String VERSION = ALL + "/{agreement}/versions/{version}";

    private final Access access;
    private final CurrentActor current;
    private final Agreements agreements;
    private final AgreementsResource api;
    private final Networks networks;
    private final Houses houses;
    private final Purposes purposes;
    private final Figures figures;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public AgreementsPage(
            Access access,
            CurrentActor current,
            Agreements agreements,
            AgreementsResource api,
            Networks networks,
            Houses houses,
            Purposes purposes,
            Figures figures,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.agreements = agreements;
        this.api = api;
        this.networks = networks;
        this.houses = houses;
        this.purposes = purposes;
        this.figures = figures;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path(ALL)
    public Response list(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        AgreementsView view = new AgreementViews(language, house)
                .list(agreements.of(house.id()), agreements.templates(), steward(house));
        return screen.show("agreements", frames.frame(language.say("nav_agreements"), house), view);
    }

    private boolean steward(House house) {
        return current.get().may(house.id(), Role.STEWARD);
    }

    /** @param of number of an agreement of which a new version is drawn up */
    @GET
    @Path(ALL + "/new")
    public Response form(
            @PathParam("house") String slug,
            @QueryParam("template") @DefaultValue("") String template,
            @QueryParam("of") @DefaultValue("") String of) {
        House house = access.house(slug, Role.STEWARD);
        MultivaluedMap<String, String> filled = new MultivaluedHashMap<>();
        if (!of.isEmpty()) {
            Agreement found = api.find(house, of);
            Agreement.Version last = found.versions().get(0);
            filled.putSingle("title", last.terms().title());
            filled.put(
                    "parties",
                    last.terms().parties().stream().map(one -> one.key()).toList());
            filled.put(
                    "recipients",
                    last.terms().recipients().stream().map(one -> one.key()).toList());
            filled.put("data", last.terms().data().stream().map(one -> one.id()).toList());
            filled.putSingle("until", last.terms().until().toString());
        }
        return form(200, house, template, of, filled, List.of());
    }

    private Response form(
            int status,
            House house,
            String template,
            String of,
            MultivaluedMap<String, String> sent,
            List<Fault> faults) {
        Language language = frames.language();
        AgreementsView.Draw view = new AgreementViews(language, house)
                .draw(
                        template(template),
                        of,
                        networks.of(house.id()).stream()
                                .filter(network -> network.has(house.id()))
                                .toList(),
                        houses.all(),
                        PoolingFaults.indicators(figures.dictionary()),
                        sent,
                        PoolingForms.faults(language, faults));
        return screen.show(status, "agreement-new", frames.frame(language.say("agr_draw"), house), view);
    }

    private AgreementTemplate template(String id) {
        return agreements.templates().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "agreement-template"));
    }

    @POST
    @Path(ALL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draw(@PathParam("house") String slug, MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        String of = String.valueOf(sent.getOrDefault("of", List.of("")).get(0));
        Done done = api.draw(house, AgreementViews.wish(sent), of.isEmpty() ? null : NetworksResource.number(of));
        return done.faults().isEmpty()
                ? to(house, "/" + done.agreement() + "?version=" + done.version() + "&done=drawn")
                : form(422, house, String.valueOf(sent.getFirst("template")), of, sent, done.faults());
    }

    private static Response to(House house, String end) {
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/agreements" + end)
                .build();
    }

    /** @param version the one that counts today when left out */
    @GET
    @Path(ALL + "/{agreement}")
    public Response one(
            @PathParam("house") String slug,
            @PathParam("agreement") String agreement,
            @QueryParam("version") @Nullable String version,
            @QueryParam("done") @DefaultValue("") String done) {
        House house = access.house(slug, Role.READER);
        Agreement found = api.find(house, agreement);
        Agreement.Version shown = version == null ? found.present() : AgreementsResource.version(found, version);
        return one(200, house, found, shown, done, List.of());
    }

    private Response one(
            int status, House house, Agreement agreement, Agreement.Version version, String done, List<Fault> faults) {
        Language language = frames.language();
        String key = "agr_done_" + done.replaceAll("\\W", "_");
        AgreementView view = new AgreementViews(language, house)
                .one(
                        agreement,
                        version,
                        template(agreement.template()),
                        steward(house),
                        done.isEmpty() || !language.knows(key) ? null : language.say(key),
                        PoolingForms.faults(language, faults));
        return screen.show(status, "agreement", frames.frame(agreement.title(), house), view);
    }

    /** Signs or withdraws, as the form says. */
    @POST
    @Path(VERSION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @PathParam("house") String slug,
            @PathParam("agreement") String agreement,
            @PathParam("version") String version,
            MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        Agreement found = api.find(house, agreement);
        Agreement.Version shown = AgreementsResource.version(found, version);
        boolean withdraws = "withdraw".equals(sent.getFirst("act"));
        Done done = withdraws
                ? agreements.withdraw(house, found.id(), shown.version(), current.get())
                : agreements.sign(house, found.id(), shown.version(), sent.getFirst("hash"), current.get());
        return done.faults().isEmpty()
                ? to(
                        house,
                        "/" + found.id() + "?version=" + shown.version() + "&done="
                                + (withdraws ? "withdrawn" : "signed"))
                : one(422, house, found, shown, "", done.faults());
    }

    /** @param lang {@code fr} or {@code en}; the reader's own when left out */
    @GET
    @Path(VERSION + "/text.pdf")
    @Produces("application/pdf")
    public Response text(
            @PathParam("house") String slug,
            @PathParam("agreement") String agreement,
            @PathParam("version") String version,
            @QueryParam("lang") @Nullable String lang) {
        House house = access.house(slug, Role.READER);
        Agreement found = api.find(house, agreement);
        Language language = language(lang);
        Document document =
                AgreementDocument.of(found, AgreementsResource.version(found, version), language, house.zone());
        return NetworksPage.pdf(
                DocumentPdf.of(document),
                "agreement-%s-%s-%s.pdf".formatted(agreement, version, language.code()),
                language);
    }

    /** The essence of the arrangement of joint controllers, ready to publish. */
    @GET
    @Path(VERSION + "/essence.pdf")
    @Produces("application/pdf")
    public Response essence(
            @PathParam("house") String slug,
            @PathParam("agreement") String agreement,
            @PathParam("version") String version,
            @QueryParam("lang") @Nullable String lang) {
        House house = access.house(slug, Role.READER);
        Agreement found = api.find(house, agreement);
        if (!template(found.template()).joint()) {
            throw new Refused(404, "agreement-unknown", agreement);
        }
        Language language = language(lang);
        Agreement.Version shown = AgreementsResource.version(found, version);
        Document document = AgreementDocument.essence(
                found,
                shown,
                agreements.essence(shown.terms(), language.code()),
                party -> houses.bySlug(party).map(one -> purposes.terms(one.id())),
                language);
        return NetworksPage.pdf(
                DocumentPdf.of(document),
                "essence-%s-%s-%s.pdf".formatted(agreement, version, language.code()),
                language);
    }

    private Language language(@Nullable String lang) {
        return lang == null ? frames.language() : Language.of(Locale.forLanguageTag(lang));
    }
}
