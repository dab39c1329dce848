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
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.ProtectionResource;
import org.foyer.hub.site.internal.document.DocumentPdf;
import org.foyer.hub.site.internal.protection.ProtectionText;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** What a data protection officer must see before saying yes, on a page and as a PDF, and what a steward decides. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ProtectionPage {

    private static final int LINES_SHOWN = 10;

    private final Access access;
    private final CurrentActor current;
    private final ProtectionResource protection;
    private final Purposes purposes;
    private final Audit audit;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ProtectionPage(
            Access access,
            CurrentActor current,
            ProtectionResource protection,
            Purposes purposes,
            Audit audit,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.protection = protection;
        this.purposes = purposes;
        this.audit = audit;
        this.frames = frames;
        this.screen = screen;
    }

    /** @param saved whether terms were kept a moment ago */
    @GET
    @Path("h/{house}/data-protection")
    public Response page(@PathParam("house") String slug, @QueryParam("saved") @DefaultValue("false") boolean saved) {
        House house = access.house(slug, Role.EDITOR);
        return show(200, house, form(purposes.terms(house.id())), saved, List.of());
    }

    @POST
    @Path("h/{house}/data-protection")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("house") String slug, MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        ProtectionView.TermsForm form = form(sent);
        List<Terms.Fault> faults = protection.decide(house, terms(form));
        if (!faults.isEmpty()) {
            return show(422, house, form, false, faults);
        }
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/data-protection?saved=true")
                .build();
    }

    /** @param lang {@code fr} or {@code en}; the reader's own when left out */
    @GET
    @Path("h/{house}/data-protection.pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("house") String slug, @QueryParam("lang") @Nullable String lang) {
        House house = access.house(slug, Role.EDITOR);
        Language language = lang == null ? frames.language() : Language.of(Locale.forLanguageTag(lang));
        byte[] file = DocumentPdf.of(ProtectionText.of(protection.sheet(house), language));
        String name = "%s-data-protection-%s%s.pdf"
                .formatted(house.slug(), language.code(), house.simulated() ? "-simulated" : "");
        return Response.ok(file)
                .type("application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .header("Content-Language", language.code())
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response show(
            int status, House house, ProtectionView.TermsForm form, boolean saved, List<Terms.Fault> faults) {
        Language language = frames.language();
        boolean steward = current.get().may(house.id(), Role.STEWARD);
        Sentences sentences = Sentences.in(language.locale());
        ProtectionView view = new ProtectionView(
                "/h/" + house.slug(),
                "/api/houses/" + house.slug() + "/audit",
                ProtectionText.of(protection.sheet(house), language),
                steward ? form : null,
                saved,
                faults.stream()
                        .map(fault -> new ProtectionView.Fault(
                                language.say(label(fault.field()))
                                        + language.say("dp_colon")
                                        + sentences.sentence(fault.code(), fault.arguments()),
                                sentences.mend(fault.code(), fault.arguments())))
                        .toList(),
                steward ? lines(language, house) : List.of());
        return screen.show(status, "protection", frames.frame(language.say("nav_protection"), house), view);
    }

    /** Of the field of the form that the API calls {@code contactsMonths}: {@code dp_form_contacts_months}. */
    private static String label(String field) {
        return "dp_form_" + field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private List<ProtectionView.AuditLine> lines(Language language, House house) {
        return audit.lines(house.id(), 0, LINES_SHOWN).stream()
                .map(line -> new ProtectionView.AuditLine(
                        language.formats().moment(line.at(), house.zone()),
                        language.who(line.actor()),
                        language.did(line.action()),
                        line.detail()))
                .toList();
    }

    private static ProtectionView.TermsForm form(Terms terms) {
        return new ProtectionView.TermsForm(
                Integer.toString(terms.contactsMonths()),
                Integer.toString(terms.quarantineMonths()),
                text(terms.controller()),
                text(terms.contact()),
                text(terms.hosting()),
                text(terms.breachContact()));
    }

    private static ProtectionView.TermsForm form(MultivaluedMap<String, String> sent) {
        return new ProtectionView.TermsForm(
                text(sent.getFirst("contacts-months")),
                text(sent.getFirst("quarantine-months")),
                text(sent.getFirst("controller")),
                text(sent.getFirst("contact")),
                text(sent.getFirst("hosting")),
                text(sent.getFirst("breach-contact")));
    }

    private static Terms terms(ProtectionView.TermsForm form) {
        return new Terms(
                months(form.contactsMonths()),
                months(form.quarantineMonths()),
                form.controller(),
                form.contact(),
                form.hosting(),
                form.breachContact());
    }

    /** 0, which no rule allows, for what is no number. */
    private static int months(String text) {
        return text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : 0;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
