package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** The programme of a house month by month, for everyone; week by week and hall by hall, for the house. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class CalendarPage {

    private static final String MONTH = "(?!0000)[0-9]{4}-(0[1-9]|1[0-2])";
    private static final int VALUE_TOLD = 80;
    private static final int LAST_YEAR = 9999;

    private final Access access;
    private final CurrentActor current;
    private final Programme programme;
    private final MovedDates moved;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public CalendarPage(
            Access access,
            CurrentActor current,
            Programme programme,
            MovedDates moved,
            RunningNode node,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.programme = programme;
        this.moved = moved;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    /**
     * @param month as 2026-12; without it the month of today, or the nearest in which something is shown
     * @param done what was moved a moment ago, as {@link MovedDates} writes it
     */
    @GET
    @Path("h/{house}/calendar")
    public Response calendar(
            @PathParam("house") String slug,
            @QueryParam("month") @Nullable String month,
            @QueryParam("moved") @Nullable String done) {
        House house = access.publicHouse(slug);
        return show(200, house, month(house, read(month)), done, List.of());
    }

    /** @param week a day of it; without it the week of today */
    @GET
    @Path("h/{house}/halls")
    public Response halls(
            @PathParam("house") String slug,
            @QueryParam("week") @Nullable String week,
            @QueryParam("moved") @Nullable String done) {
        House house = access.house(slug, Role.READER);
        LocalDate day = Parameters.day("week", week, today(house));
        if (day.getYear() < 1 || day.getYear() >= LAST_YEAR) {
            throw new Refused(400, "parameter-unreadable", "week", day.toString());
        }
        HallsView view = new HallsViews(programme, frames.language(), house, today(house), rights(house)).week(day);
        return screen.show(
                "halls",
                frames.frame(frames.language().say("calendar_halls_title"), house),
                view.planned(view.planning().after(done(house, done))));
    }

    private CalendarView month(House house, @Nullable YearMonth month) {
        return new CalendarViews(programme, frames.language(), house, today(house), rights(house)).month(month);
    }

    private Response show(
            int status, House house, CalendarView view, @Nullable String done, List<CalendarView.Refusal> refused) {
        return screen.show(
                status,
                "calendar",
                frames.frame(frames.language().say("calendar_title"), house),
                view.planned(view.planning().after(done(house, done)).because(refused)));
    }

    /** The month to which a date belongs that could not be moved, and why. */
    public Response refused(int status, House house, LocalDate day, List<CalendarView.Refusal> why) {
        return show(status, house, month(house, YearMonth.from(day)), null, why);
    }

    private CalendarView.@Nullable Done done(House house, @Nullable String done) {
        return done == null || !rights(house).moves()
                ? null
                : moved.told(frames.language(), house, done).orElse(null);
    }

    private CalendarRights rights(House house) {
        return current.find()
                .map(actor ->
                        new CalendarRights(actor.may(house.id(), Role.READER), actor.may(house.id(), Role.EDITOR)))
                .orElse(CalendarRights.NONE);
    }

    private LocalDate today(House house) {
        return Parameters.today(house, node.get().settings().clock());
    }

    /** @throws Refused 400 {@code parameter-unreadable} */
    static @Nullable YearMonth read(@Nullable String month) {
        if (month == null || month.isBlank()) {
            return null;
        }
        if (!month.matches(MONTH)) {
            throw new Refused(
                    400, "parameter-unreadable", "month", month.substring(0, Math.min(VALUE_TOLD, month.length())));
        }
        return YearMonth.parse(month);
    }
}
