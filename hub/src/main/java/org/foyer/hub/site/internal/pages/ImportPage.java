package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.ExpectedTotals;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.BodyLimits;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.hub.store.ArchivedFile;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * An import step by step: file, proof, columns, words, totals, check, commit. Every step is a plain form, so that the
 * keyboard alone does it; while a run goes on the page asks for its progress.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ImportPage {

    private static final int NAME_CHARACTERS_MAX = 200;

    /** What a form holds besides its file: the token, names, short answers. */
    private static final int FORM_BYTES_MAX = 8192;

    private final Access access;
    private final CurrentActor current;
    private final ImportDesk desk;
    private final Frames frames;
    private final Screen screen;
    private final BodyLimits limits;

    @Inject
    public ImportPage(
            Access access, CurrentActor current, ImportDesk desk, Frames frames, Screen screen, BodyLimits limits) {
        this.access = access;
        this.current = current;
        this.desk = desk;
        this.frames = frames;
        this.screen = screen;
        this.limits = limits;
    }

    @GET
    @Path("h/{house}/import")
    public Response upload(@PathParam("house") String slug) {
        House house = access.house(slug, Role.EDITOR);
        Language language = frames.language();
        ImportView view = new ImportView(
                base(house),
                base(house) + "/import",
                ImportSteps.steps(language, "upload"),
                "",
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                limit(language));
        return show("import-upload", house, "step_upload", view);
    }

    @POST
    @Path("h/{house}/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response receive(@PathParam("house") String slug, @RestForm("file") @Nullable FileUpload file)
            throws IOException {
        House house = access.house(slug, Role.EDITOR);
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            throw new Refused(422, "file-missing");
        }
        try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
            ImportDraft draft = desk.receive(house, current.get().login(), name(file), bytes);
            return go(base(house) + "/import/" + draft.id() + "/proof");
        }
    }

    private static String name(FileUpload file) {
        String name = file.fileName().replaceAll(".*[/\\\\]", "").strip();
        return name.length() > NAME_CHARACTERS_MAX ? name.substring(name.length() - NAME_CHARACTERS_MAX) : name;
    }

    @GET
    @Path("h/{house}/import/{draft}/proof")
    public Response proof(@PathParam("house") String slug, @PathParam("draft") String id) {
        return step(slug, id, "proof");
    }

    @GET
    @Path("h/{house}/import/{draft}/columns")
    public Response columns(@PathParam("house") String slug, @PathParam("draft") String id) {
        return step(slug, id, "columns");
    }

    @POST
    @Path("h/{house}/import/{draft}/columns")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response columns(
            @PathParam("house") String slug, @PathParam("draft") String id, MultivaluedMap<String, String> form) {
        House house = access.house(slug, Role.EDITOR);
        ImportDraft draft = draft(house, id);
        desk.match(draft, ImportSteps.columnsSaid(draft, flat(form)));
        String next = draft.proof().ready() ? ImportSteps.after("columns", draft) : "columns";
        return go(address(house, draft) + "/" + next);
    }

    @GET
    @Path("h/{house}/import/{draft}/values")
    public Response values(@PathParam("house") String slug, @PathParam("draft") String id) {
        return step(slug, id, "values");
    }

    @POST
    @Path("h/{house}/import/{draft}/values")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response values(
            @PathParam("house") String slug, @PathParam("draft") String id, MultivaluedMap<String, String> form) {
        House house = access.house(slug, Role.EDITOR);
        ImportDraft draft = draft(house, id);
        desk.match(draft, ImportSteps.valuesSaid(draft, flat(form)));
        return go(address(house, draft) + "/totals");
    }

    @GET
    @Path("h/{house}/import/{draft}/totals")
    public Response totals(@PathParam("house") String slug, @PathParam("draft") String id) {
        return step(slug, id, "totals");
    }

    @POST
    @Path("h/{house}/import/{draft}/totals")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response totals(
            @PathParam("house") String slug,
            @PathParam("draft") String id,
            @RestForm("tickets") @Nullable String tickets,
            @RestForm("amount") @Nullable String amount,
            @RestForm("file") @Nullable FileUpload file)
            throws IOException {
        House house = access.house(slug, Role.EDITOR);
        ImportDraft draft = draft(house, id);
        Long count = tickets == null || tickets.isBlank()
                ? null
                : TypedAmount.count(tickets).orElseThrow(() -> unread("tickets"));
        int digits = Math.max(0, house.currency().getDefaultFractionDigits());
        Long minor = amount == null || amount.isBlank()
                ? null
                : TypedAmount.minor(amount, digits).orElseThrow(() -> unread("amount"));
        ArchivedFile kept = kept(house, file);
        boolean none = count == null && minor == null && kept == null;
        draft.expect(none ? null : new ExpectedTotals(count, minor, kept, List.of()));
        desk.run(draft, true);
        return go(address(house, draft) + "/check");
    }

    private @Nullable ArchivedFile kept(House house, @Nullable FileUpload file) throws IOException {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            return null;
        }
        try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
            return desk.keep(house, name(file), bytes);
        }
    }

    @GET
    @Path("h/{house}/import/{draft}/check")
    public Response check(@PathParam("house") String slug, @PathParam("draft") String id) {
        House house = access.house(slug, Role.EDITOR);
        ImportDraft draft = draft(house, id);
        ImportDraft.Job job = draft.job();
        if (job == null) {
            return go(address(house, draft) + "/totals");
        }
        return job.dryRun() ? step(slug, id, "check") : go(address(house, draft) + "/commit");
    }

    @POST
    @Path("h/{house}/import/{draft}/commit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response commit(
            @PathParam("house") String slug, @PathParam("draft") String id, MultivaluedMap<String, String> form) {
        House house = access.house(slug, Role.EDITOR);
        ImportDraft draft = draft(house, id);
        ImportDraft.Job job = draft.job();
        if (job == null || job.dryRun()) {
            desk.run(draft, false);
        }
        return go(address(house, draft) + "/commit");
    }

    @GET
    @Path("h/{house}/import/{draft}/commit")
    public Response committed(@PathParam("house") String slug, @PathParam("draft") String id) {
        House house = access.house(slug, Role.EDITOR);
        ImportDraft draft = draft(house, id);
        ImportDraft.Job job = draft.job();
        if (job == null || job.dryRun()) {
            return go(address(house, draft) + "/check");
        }
        RunReport report = job.report();
        if (report != null && report.run() != null && report.state() == RunState.COMMITTED) {
            return go(base(house) + "/runs/" + report.run() + "?new=true");
        }
        return step(slug, id, "commit");
    }

    /** How far the run is, as a piece of the page. */
    @GET
    @Path("h/{house}/import/{draft}/progress")
    public Response progress(@PathParam("house") String slug, @PathParam("draft") String id) {
        House house = access.house(slug, Role.EDITOR);
        ImportDraft draft = draft(house, id);
        Language language = frames.language();
        return screen.show(
                "import-progress",
                frames.frame("", house),
                ImportSteps.view(language, base(house), "check", draft, limit(language)));
    }

    private Response step(String slug, String id, String step) {
        House house = access.house(slug, Role.EDITOR);
        ImportDraft draft = draft(house, id);
        String template = step.equals("commit") ? "import-check" : "import-" + step;
        Language language = frames.language();
        return show(
                template, house, "step_" + step, ImportSteps.view(language, base(house), step, draft, limit(language)));
    }

    private Response show(String template, House house, String title, ImportView view) {
        Language language = frames.language();
        return screen.show(
                template, frames.frame(language.say("nav_import") + " – " + language.say(title), house), view);
    }

    private ImportView.FileLimit limit(Language language) {
        List<String> bytes = List.of(Long.toString(limits.fileBytesMax()));
        Sentences sentences = Sentences.in(language.locale());
        return new ImportView.FileLimit(
                limits.fileBytesMax() - FORM_BYTES_MAX,
                sentences.sentence("file-too-large", bytes) + " " + sentences.mend("file-too-large", bytes));
    }

    private ImportDraft draft(House house, String id) {
        return desk.draft(house, current.get().login(), id);
    }

    private static Map<String, String> flat(MultivaluedMap<String, String> form) {
        Map<String, String> flat = new HashMap<>();
        form.forEach((name, values) -> flat.put(name, values.get(0)));
        return flat;
    }

    private static Refused unread(String name) {
        return new Refused(422, "typed-number-unreadable", name);
    }

    private static String base(House house) {
        return "/h/" + house.slug();
    }

    private static String address(House house, ImportDraft draft) {
        return base(house) + "/import/" + draft.id();
    }

    private static Response go(String address) {
        return Response.status(303).header("Location", address).build();
    }
}
