package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.ExpectedTotals;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Page;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.QuarantinedRow;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.House;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CurrentLanguage;
import org.foyer.hub.store.ArchivedFile;
import org.jspecify.annotations.Nullable;

/** Receptions of files with their reports and the rows that wait, for editors. */
@Path("/api/houses/{house}/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {

    private static final int FILES_MAX = 100;
    private static final int KEY_CHARACTERS_MAX = 200;

    private final Access access;
    private final CurrentActor current;
    private final CurrentLanguage language;
    private final Intake intake;

    @Inject
    public RunsResource(Access access, CurrentActor current, CurrentLanguage language, Intake intake) {
        this.access = access;
        this.current = current;
        this.language = language;
        this.intake = intake;
    }

    /**
     * What to run.
     *
     * @param files files received before, read together in this order, from 1 to 100
     * @param expectedTickets the source's own net tickets, to compare
     * @param expectedAmount the source's own total in minor units, to compare
     */
    public record RunWish(
            List<FilesResource.FileName> files,
            @Nullable Matching matching,
            boolean dryRun,
            @Nullable Long expectedTickets,
            @Nullable Long expectedAmount) {}

    /**
     * Reads, checks and loads. 201 with the report of a run that was kept, 200 for a dry run, 422 with the report of
     * a run that changed nothing because of its problems. The same Idempotency-Key answers with the first report.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response run(
            @PathParam("house") String slug, @HeaderParam("Idempotency-Key") @Nullable String key, RunWish wish) {
        House house = access.house(slug, Role.EDITOR);
        if (key != null && (key.isBlank() || key.length() > KEY_CHARACTERS_MAX)) {
            throw Parameters.unreadable("Idempotency-Key", key);
        }
        if (wish.files() == null || wish.files().isEmpty() || wish.files().size() > FILES_MAX) {
            throw Parameters.unreadable("files", "");
        }
        List<ArchivedFile> files = wish.files().stream()
                .map(file -> FilesResource.received(intake, house, file))
                .toList();
        RunReport report = intake.run(
                new RunOrder(
                        house.id(),
                        files,
                        wish.matching() == null ? Matching.NONE : wish.matching(),
                        wish.dryRun(),
                        expected(wish),
                        current.get().login(),
                        key),
                Progress.NONE);
        return Response.status(statusOf(report)).entity(report).build();
    }

    private static int statusOf(RunReport report) {
        if (report.state() == RunState.FAILED) {
            return 422;
        }
        return report.dryRun() ? 200 : 201;
    }

    private static @Nullable ExpectedTotals expected(RunWish wish) {
        boolean none = wish.expectedTickets() == null && wish.expectedAmount() == null;
        return none ? null : new ExpectedTotals(wish.expectedTickets(), wish.expectedAmount(), null, List.of());
    }

    /** Runs, newest first. */
    @GET
    public Page<RunReport> runs(
            @PathParam("house") String slug,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue(Parameters.LIMIT) int limit) {
        House house = access.house(slug, Role.EDITOR);
        Parameters.checkPage(offset, limit);
        return intake.runs(house.id(), offset, limit);
    }

    /** The report of a run. */
    @GET
    @Path("{run}")
    public RunReport report(@PathParam("house") String slug, @PathParam("run") int run) {
        return ofHouse(access.house(slug, Role.EDITOR), run);
    }

    /** Takes a run back as a whole. */
    @POST
    @Path("{run}/undo")
    public RunReport undo(@PathParam("house") String slug, @PathParam("run") int run) {
        House house = access.house(slug, Role.EDITOR);
        return intake.undo(number(ofHouse(house, run)), current.get().login());
    }

    /** Rows that wait to be mended. */
    @GET
    @Path("{run}/quarantine")
    public Page<QuarantinedRow> quarantine(
            @PathParam("house") String slug,
            @PathParam("run") int run,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue(Parameters.LIMIT) int limit) {
        House house = access.house(slug, Role.EDITOR);
        Parameters.checkPage(offset, limit);
        return intake.quarantine(number(ofHouse(house, run)), offset, limit);
    }

    /** The same rows as a table to mend and send again. */
    @GET
    @Path("{run}/quarantine.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response quarantineTable(@PathParam("house") String slug, @PathParam("run") int run) {
        IntakeRunId number = number(ofHouse(access.house(slug, Role.EDITOR), run));
        Locale locale = language.get();
        StreamingOutput out = stream -> intake.writeQuarantine(number, locale, stream);
        return Response.ok(out)
                .header("Content-Disposition", "attachment; filename=\"quarantine-%d.csv\"".formatted(run))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A run of another house looks as if it did not exist. */
    private RunReport ofHouse(House house, int run) {
        if (run < 1) {
            throw new Refused(404, "run-unknown", Integer.toString(run));
        }
        return intake.report(new IntakeRunId(run))
                .filter(report -> report.house().equals(house.id()))
                .orElseThrow(() -> new Refused(404, "run-unknown", Integer.toString(run)));
    }

    private static IntakeRunId number(RunReport report) {
        IntakeRunId run = report.run();
        if (run == null) {
            throw new IllegalStateException("a kept report without a run");
        }
        return run;
    }
}
