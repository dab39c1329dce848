package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** The programme of a house month by month, for everyone. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class CalendarPage {

    private static final String MONTH = "(?!0000)[0-9]{4}-(0[1-9]|1[0-2])";
    private static final int VALUE_TOLD = 80;

    private final Access access;
    private final Programme programme;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public CalendarPage(Access access, Programme programme, RunningNode node, Frames frames, Screen screen) {
        this.access = access;
        this.programme = programme;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    /** @param month as 2026-12; without it the month of today, or the nearest in which something is shown */
    @GET
    @Path("h/{house}/calendar")
    public Response calendar(@PathParam("house") String slug, @QueryParam("month") @Nullable String month) {
        House house = access.publicHouse(slug);
        Language language = frames.language();
        CalendarView view = new CalendarViews(
                        programme,
                        language,
                        house,
                        Parameters.today(house, node.get().settings().clock()))
                .month(read(month));
        return screen.show("calendar", frames.frame(language.say("calendar_title"), house), view);
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
