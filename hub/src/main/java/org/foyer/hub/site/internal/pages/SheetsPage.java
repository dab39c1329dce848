package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.Proposal;
import org.foyer.hub.intake.RevivalWords;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.SheetSeen;
import org.foyer.hub.site.internal.api.SheetsResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** The shows that a house types, and the form of one of them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SheetsPage {

    private static final int LISTED = 200;
    private static final List<String> DONES = List.of("kept", "published", "restored");

    private final Access access;
    private final Intake intake;
    private final SheetsResource api;
    private final Programme programme;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public SheetsPage(
            Access access,
            Intake intake,
            SheetsResource api,
            Programme programme,
            RunningNode node,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.intake = intake;
        this.api = api;
        this.programme = programme;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/sheets")
    public Response sheets(@PathParam("house") String slug) {
        House house = access.house(slug, Role.EDITOR);
        Language language = frames.language();
        String base = "/h/" + house.slug();
        List<ShowSheet.Name> sheets = intake.sheets().list(house.id(), LISTED);
        long undecided = intake.sheets().undecided(house.id());
        SheetsView view = new SheetsView(
                base,
                sheets.isEmpty() ? language.say("sheets_none") : language.count("sheets_told", sheets.size()),
                undecided == 0 ? null : language.count("contradictions_wait", undecided),
                sheets.stream()
                        .map(sheet -> new SheetsView.Sheet(
                                base + "/sheets/" + sheet.id(),
                                sheet.title().isBlank() ? language.say("sheet_new") : sheet.title(),
                                language.say(
                                        sheet.draft() ? "sheet_waits" : "sheet_published",
                                        sheet.savedBy(),
                                        language.formats().moment(sheet.savedAt(), house.zone())),
                                sheet.draft() || sheet.version() == 0))
                        .toList());
        return screen.show("sheets", frames.frame(language.say("nav_sheets"), house), view);
    }

    /** Opens the sheet of a production, or a new one. */
    @POST
    @Path("h/{house}/sheets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(
            @PathParam("house") String slug, @FormParam("production") @DefaultValue("") String production) {
        House house = access.house(slug, Role.EDITOR);
        if (!production.matches("[0-9]{0,18}")) {
            throw new Refused(400, "parameter-unreadable", "production", "");
        }
        return to(house, api.open(house, production.isEmpty() ? null : Long.valueOf(production)) + "");
    }

    private static Response to(House house, String end) {
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/sheets/" + end)
                .build();
    }

    @GET
    @Path("h/{house}/sheets/{sheet}")
    public Response sheet(
            @PathParam("house") String slug,
            @PathParam("sheet") String sheet,
            @QueryParam("done") @DefaultValue("") String done) {
        House house = access.house(slug, Role.EDITOR);
        return show(200, house, api.of(house, sheet), List.of(), DONES.contains(done) ? done : null);
    }

    private Response show(int status, House house, ShowSheet sheet, List<Problem> problems, @Nullable String done) {
        Language language = frames.language();
        SheetView view = SheetViews.of(
                language,
                house,
                sheet,
                intake.sheets().versions(house.id(), sheet.id()),
                casts(house, sheet),
                problems,
                done == null ? null : language.say("sheet_done_" + done));
        return screen.show(status, "sheet", frames.frame(view.title(), house), view);
    }

    /** How the casts of its dates differ as they stand. */
    private Map<Long, List<CastChange>> casts(House house, ShowSheet sheet) {
        List<Long> performances = sheet.shown().dates().stream()
                .filter(SheetWords.Date::hasNumber)
                .map(date -> Long.valueOf(date.own()))
                .toList();
        return programme.castChanges(house.id(), performances);
    }

    /** Keeps what is being typed; while typing, only a word comes back. */
    @POST
    @Path("h/{house}/sheets/{sheet}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(
            @PathParam("house") String slug,
            @PathParam("sheet") String sheet,
            @HeaderParam("HX-Request") @Nullable String whileTyping,
            MultivaluedMap<String, String> form) {
        House house = access.house(slug, Role.EDITOR);
        String seen = form.getFirst("seen");
        SheetWords words = SheetForm.read(form);
        boolean kept = api.keep(house, sheet, words, seen == null ? null : SheetSeen.read(seen));
        if (whileTyping != null) {
            return Response.ok(toldWhileTyping(house, sheet, kept)).build();
        }
        if (!kept) {
            ShowSheet both = api.withTyped(house, sheet, words);
            return show(409, house, both, List.of(changed(house, both)), null);
        }
        if (!form.containsKey("publish")) {
            return to(house, sheet + "?done=kept");
        }
        ShowSheet.Published published = api.publish(house, sheet);
        return published.problems().isEmpty()
                ? to(house, sheet + "?done=published")
                : show(422, house, api.of(house, sheet), published.problems(), null);
    }

    private String toldWhileTyping(House house, String sheet, boolean kept) {
        Language language = frames.language();
        if (!kept) {
            ShowSheet now = api.of(house, sheet);
            return language.say("sheet_not_kept", now.savedBy(), savedWhen(house, now));
        }
        String at = language.formats().moment(node.get().settings().clock().instant(), house.zone());
        return language.say("sheet_kept_at", at);
    }

    private String savedWhen(House house, ShowSheet sheet) {
        return frames.language().formats().moment(sheet.savedAt(), house.zone());
    }

    private Problem changed(House house, ShowSheet sheet) {
        return Problem.stops("sheet-changed", Place.of(""), sheet.savedBy(), savedWhen(house, sheet));
    }

    @POST
    @Path("h/{house}/sheets/{sheet}/versions/{version}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(
            @PathParam("house") String slug, @PathParam("sheet") String sheet, @PathParam("version") String version) {
        House house = access.house(slug, Role.EDITOR);
        api.restore(house, sheet, version);
        return to(house, sheet + "?done=restored");
    }

    /** What is already there and looks like what is being typed: options of a field, or shows to open. */
    @GET
    @Path("h/{house}/sheets/proposals")
    public Response proposals(
            @PathParam("house") String slug,
            @QueryParam("kind") @DefaultValue("production") String kind,
            @QueryParam("words") @DefaultValue("") String words) {
        House house = access.house(slug, Role.EDITOR);
        Language language = frames.language();
        boolean revived = "revived".equals(kind);
        Proposal.Kind of = revived ? Proposal.Kind.PRODUCTION : SheetsResource.kind(kind);
        Map<Boolean, List<ProposalsView.Found>> found = intake.sheets().propose(house.id(), of, words).stream()
                .map(proposal -> found(language, proposal, revived ? RevivalWords.of(proposal) : proposal.words()))
                .collect(Collectors.partitioningBy(one -> one.house() == null));
        return screen.show(
                "parts/proposals",
                frames.frame(language.say("nav_sheets"), house),
                new ProposalsView(
                        "/h/" + house.slug(),
                        "production".equals(kind),
                        found.getOrDefault(true, List.of()),
                        found.getOrDefault(false, List.of())));
    }

    private static ProposalsView.Found found(Language language, Proposal proposal, String words) {
        return new ProposalsView.Found(
                proposal.id(),
                words,
                proposal.beside(),
                proposal.last() == null
                        ? null
                        : language.say("sheet_last", language.formats().longDay(proposal.last())),
                proposal.house());
    }
}
