package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.SheetStart;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.StartsResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Moves a date: what dragging sends, and the form beside each performance. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class MovePage {

    private static final int UNREADABLE = 400;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final Access access;
    private final StartsResource api;
    private final CalendarPage calendar;
    private final Frames frames;

    @Inject
    public MovePage(Access access, StartsResource api, CalendarPage calendar, Frames frames) {
        this.access = access;
        this.api = api;
        this.calendar = calendar;
        this.frames = frames;
    }

    /**
     * @param seen when it began on the page from which it is moved
     * @param day to which it is to belong
     * @param time empty to keep its hour
     * @param view {@code halls} to come back to the week by halls
     */
    @POST
    @Path("h/{house}/calendar/{performance}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(
            @PathParam("house") String slug,
            @PathParam("performance") String performance,
            @FormParam("seen") @DefaultValue("") String seen,
            @FormParam("day") @DefaultValue("") String day,
            @FormParam("time") @DefaultValue("") String time,
            @FormParam("view") @DefaultValue("") String view) {
        House house = access.house(slug, Role.EDITOR);
        SheetStart before = StartsResource.seen(seen);
        Sheets.Moved moved;
        try {
            moved = api.move(house, performance, before, StartsResource.evening(day), StartsResource.hour(time));
        } catch (Refused unreadable) {
            if (unreadable.status() != UNREADABLE) {
                throw unreadable;
            }
            Problem problem = Problem.stops(
                    "move-unreadable", Place.of(""), unreadable.arguments().get(1));
            return calendar.refused(UNPROCESSABLE, house, before.evening(), refusals(List.of(problem)));
        }
        List<Problem> problems = moved.published().problems();
        if (!problems.isEmpty()) {
            return calendar.refused(
                    StartsResource.conflicts(problems) ? CONFLICT : UNPROCESSABLE,
                    house,
                    before.evening(),
                    refusals(problems));
        }
        Object run = Objects.requireNonNull(
                Objects.requireNonNull(moved.published().report()).run());
        LocalDate evening = moved.to().evening();
        String back = "halls".equals(view) ? "/halls?week=" + evening : "/calendar?month=" + YearMonth.from(evening);
        return Response.status(303)
                .header(
                        "Location",
                        "/h/" + house.slug() + back + "&moved=" + MovedDates.text(performance, moved, run, before))
                .build();
    }

    private List<CalendarView.Refusal> refusals(List<Problem> problems) {
        Sentences sentences = Sentences.in(frames.language().locale());
        return problems.stream()
                .map(problem -> {
                    String value = problem.place().value();
                    List<String> arguments =
                            problem.arguments().isEmpty() && value != null ? List.of(value) : problem.arguments();
                    return new CalendarView.Refusal(
                            Reports.whole(sentences.sentence(problem.code(), arguments)),
                            Reports.whole(sentences.mend(problem.code(), arguments)));
                })
                .toList();
    }
}
