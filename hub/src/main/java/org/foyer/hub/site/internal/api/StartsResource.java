package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SheetStart;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** When performances begin, for editors who move them. */
@Path("/api/houses/{house}/starts")
@Produces(MediaType.APPLICATION_JSON)
public class StartsResource {

    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private static final int LAST_YEAR = 9999;

    /** What somebody else did meanwhile. */
    private static final Set<String> CONFLICTS = Set.of("date-moved-since", "sheet-waits");

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Audit audit;

    @Inject
    public StartsResource(Access access, CurrentActor current, Intake intake, Audit audit) {
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * Where a performance is to be moved.
     *
     * @param seen when it began for whoever moves it, on the clock of the hall, as {@code 2026-12-04T20:00}, or its day alone where no
     *     hour is known
     * @param day to which it is to belong; after midnight, the evening before
     * @param time to the minute; left out, it keeps its hour
     */
    public record Start(
            @Nullable String seen,
            @Nullable String day,
            @Nullable String time) {}

    /**
     * Moves a performance to another day or hour and publishes that as the sheet of its show would (409 when it begins at another time
     * by now, or words of somebody else wait on the sheet; 422 with every other problem; then nothing was).
     */
    @PUT
    @Path("{performance}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RunReport move(
            @PathParam("house") String slug, @PathParam("performance") String performance, @Nullable Start start) {
        House house = access.house(slug, Role.EDITOR);
        if (start == null || start.seen() == null || start.day() == null) {
            throw Parameters.unreadable("start", "");
        }
        Sheets.Moved moved = move(
                house,
                performance,
                seen(start.seen()),
                evening(start.day()),
                start.time() == null ? null : hour(start.time()));
        return report(moved.published());
    }

    /**
     * The report of what was published.
     *
     * @throws Refused 409 when somebody else stands in the way, 422 {@code sheet-refused} with every other problem
     */
    static RunReport report(ShowSheet.Published published) {
        List<Problem> problems = published.problems();
        if (conflicts(problems)) {
            Problem problem = problems.get(0);
            throw new Refused(409, problem.code(), problem.arguments().toArray(String[]::new));
        }
        RunReport report = published.report();
        if (!problems.isEmpty() || report == null) {
            throw new Refused(422, "sheet-refused", problems);
        }
        return report;
    }

    /** Whether nothing was published because of what somebody else did meanwhile. */
    public static boolean conflicts(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> CONFLICTS.contains(problem.code()));
    }

    /**
     * The same for whoever checked the rights and tells the problems in their own way.
     *
     * @throws Refused 404 {@code no-such-performance}
     */
    public Sheets.Moved move(
            House house, String performance, SheetStart seen, LocalDate evening, @Nullable LocalTime hour) {
        if (!performance.matches("[0-9]{1,18}")) {
            throw new Refused(404, "no-such-performance");
        }
        Sheets.Moved moved = intake.sheets()
                .move(
                        house.id(),
                        Long.parseLong(performance),
                        seen,
                        evening,
                        hour,
                        current.get().login())
                .orElseThrow(() -> new Refused(404, "no-such-performance"));
        if (moved.published().problems().isEmpty()) {
            audit.write(current.get(), house.id(), "show-published", null, "moved performance " + performance);
        }
        return moved;
    }

    /** @throws Refused 400 {@code parameter-unreadable} */
    public static SheetStart seen(String text) {
        try {
            SheetStart start = SheetStart.read(text);
            if (start.day().getYear() > 0 && start.day().getYear() < LAST_YEAR) {
                return start;
            }
        } catch (DateTimeException e) {
            throw Parameters.unreadable("seen", text);
        }
        throw Parameters.unreadable("seen", text);
    }

    /** @throws Refused 400 {@code parameter-unreadable} */
    public static LocalDate evening(String text) {
        try {
            if (text.strip().matches(DAY)) {
                return LocalDate.parse(text.strip());
            }
        } catch (DateTimeException e) {
            throw Parameters.unreadable("day", text);
        }
        throw Parameters.unreadable("day", text);
    }

    /** Null where nothing is said. @throws Refused 400 {@code parameter-unreadable} */
    public static @Nullable LocalTime hour(String text) {
        try {
            return text.isBlank() ? null : LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw Parameters.unreadable("time", text);
        }
    }
}
