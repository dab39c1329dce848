package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.Page;
import org.foyer.hub.intake.QuarantinedRow;
import org.foyer.hub.intake.RecipeName;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.House;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.hub.store.ArchivedFile;

/** Sources and runs: what was received, with reports, rows that wait, and taking back. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class RunsPage {

    private static final int RUNS_SHOWN = 50;
    private static final int ROWS_SHOWN = 50;
    private static final int OFFSET_MAX = 10_000_000;

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public RunsPage(Access access, CurrentActor current, Intake intake, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/runs")
    public Response runs(@PathParam("house") String slug, @QueryParam("offset") @DefaultValue("0") int offset) {
        House house = access.house(slug, Role.EDITOR);
        Language language = frames.language();
        String base = "/h/" + house.slug();
        Page<RunReport> page = intake.runs(house.id(), bounded(offset), RUNS_SHOWN);
        RunsView view = new RunsView(
                base,
                page.items().stream()
                        .map(report -> line(language, house, report))
                        .toList(),
                Pager.of(
                        language,
                        page.offset(),
                        page.items().size(),
                        page.total(),
                        RUNS_SHOWN,
                        base + "/runs?offset="));
        return screen.show("runs", frames.frame(language.say("nav_runs"), house), view);
    }

    @GET
    @Path("h/{house}/runs/{run}")
    public Response run(
            @PathParam("house") String slug,
            @PathParam("run") int run,
            @QueryParam("new") boolean fresh,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        House house = access.house(slug, Role.EDITOR);
        Language language = frames.language();
        RunReport report = ofHouse(house, run);
        IntakeRunId id = new IntakeRunId(run);
        boolean kept = report.state() == RunState.COMMITTED;
        Page<QuarantinedRow> rows = report.quarantined() > 0 && kept
                ? intake.quarantine(id, bounded(offset), ROWS_SHOWN)
                : new Page<>(List.of(), 0, 0);
        String base = "/h/" + house.slug();
        RecipeName recipe = report.recipe();
        RunsView.One view = new RunsView.One(
                base,
                Integer.toString(run),
                line(language, house, report),
                recipe == null ? null : Labels.recipe(language, recipe.name()),
                fresh && kept,
                Reports.of(language, report, !report.differences().isEmpty(), kept ? base + "/words" : null),
                kept ? base + "/runs/" + run + "/undo" : null,
                rows.total() > 0 ? "/api/houses/" + house.slug() + "/runs/" + run + "/quarantine.csv" : null,
                rows.items().stream().map(row -> waiting(language, row)).toList(),
                Pager.of(
                        language,
                        rows.offset(),
                        rows.items().size(),
                        rows.total(),
                        ROWS_SHOWN,
                        base + "/runs/" + run + "?offset="));
        return screen.show("run", frames.frame(language.say("run_title", run), house), view);
    }

    @POST
    @Path("h/{house}/runs/{run}/undo")
    public Response undo(@PathParam("house") String slug, @PathParam("run") int run) {
        House house = access.house(slug, Role.EDITOR);
        ofHouse(house, run);
        intake.undo(new IntakeRunId(run), current.get().login());
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/runs/" + run)
                .build();
    }

    /** A run of another house looks as if it did not exist. */
    private RunReport ofHouse(House house, int run) {
        String told = Integer.toString(run);
        if (run < 1) {
            throw new Refused(404, "run-unknown", told);
        }
        return intake.report(new IntakeRunId(run))
                .filter(report -> report.house().equals(house.id()))
                .orElseThrow(() -> new Refused(404, "run-unknown", told));
    }

    private static RunsView.Line line(Language language, House house, RunReport report) {
        String state = report.state().name().toLowerCase(Locale.ROOT);
        String tone = switch (report.state()) {
            case COMMITTED -> "good";
            case FAILED -> "bad";
            default -> "warn";
        };
        return new RunsView.Line(
                "/h/" + house.slug() + "/runs/" + report.run(),
                language.formats().moment(report.begunAt(), house.zone()),
                report.files().stream().map(ArchivedFile::name).collect(Collectors.joining(", ")),
                language.who(report.actor()),
                language.say("run_" + state),
                tone,
                language.count("rows", report.taken()),
                report.quarantined() > 0 ? language.count("rows_wait", report.quarantined()) : "");
    }

    private static RunsView.Waiting waiting(Language language, QuarantinedRow row) {
        Sentences sentences = Sentences.in(language.locale());
        List<String> arguments = row.value() == null ? List.of() : List.of(row.value());
        return new RunsView.Waiting(
                language.formats().number(row.line()),
                Reports.whole(sentences.sentence(row.code(), arguments)),
                Reports.whole(sentences.mend(row.code(), arguments)),
                row.column() == null ? "" : row.column(),
                row.value() == null ? "" : row.value(),
                row.raw());
    }

    private static int bounded(int offset) {
        return Math.max(0, Math.min(offset, OFFSET_MAX));
    }
}
