package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.Comparisons;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.PeerGroup;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.api.PeerGroups;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.FollowedCells;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** What the charts show, as tables to take away. Amounts are in minor units, ratios from 0 to 1, days in ISO form. */
@Path("/")
@Produces("text/csv;charset=UTF-8")
public class TablesPage {

    private static final int LINES_MAX = 5_000;

    private final Access access;
    private final CurrentActor current;
    private final Figures figures;
    private final Comparisons comparisons;
    private final RunningNode node;

    @Inject
    public TablesPage(Access access, CurrentActor current, Figures figures, Comparisons comparisons, RunningNode node) {
        this.access = access;
        this.current = current;
        this.figures = figures;
        this.comparisons = comparisons;
        this.node = node;
    }

    @GET
    @Path("h/{house}/figures.csv")
    public Response figures(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf) {
        House house = access.house(slug, Role.READER);
        FigureSheet sheet = figures.season(house.id(), season(season, house), day(asOf, house));
        List<List<String>> rows = sheet.figures().stream()
                .map(figure -> List.of(
                        figure.indicator(),
                        Integer.toString(figure.version()),
                        figure.unit(),
                        figure.value() == null ? "" : number(figure.value()),
                        Long.toString(figure.basis()),
                        figure.notMeasured() == null ? "" : figure.notMeasured()))
                .toList();
        return Csv.answer(
                house,
                "figures-" + sheet.season().label(),
                List.of("figure", "version", "unit", "value", "basis", "not_measured"),
                rows);
    }

    @GET
    @Path("h/{house}/figures/{figure}.csv")
    public Response figure(
            @PathParam("house") String slug,
            @PathParam("figure") String id,
            @QueryParam("season") @Nullable String season,
            @QueryParam("performance") @Nullable Long performance,
            @QueryParam("as-of") @Nullable String asOf) {
        House house = access.house(slug, Role.READER);
        LocalDate day = day(asOf, house);
        FigureSheet sheet = performance == null
                ? figures.season(house.id(), season(season, house), day)
                : figures.performance(house.id(), performance, day).orElseThrow(TablesPage::unknown);
        Figure figure = sheet.figures().stream()
                .filter(found -> found.indicator().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "not-found"));
        List<List<String>> rows = figure.parts().stream()
                .map(part -> List.of(part.key(), number(part.value()), number(part.share())))
                .toList();
        return Csv.answer(house, figure.indicator(), List.of("class", "value", "share"), rows);
    }

    @GET
    @Path("h/{house}/weeks.csv")
    public Response weeks(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf) {
        House house = access.house(slug, Role.READER);
        Season asked = season(season, house);
        List<List<String>> rows = figures.weeks(house.id(), asked, day(asOf, house)).stream()
                .map(week -> List.of(
                        week.monday().toString(),
                        Long.toString(week.tickets()),
                        Long.toString(week.amount()),
                        Long.toString(week.ticketsBefore()),
                        Long.toString(week.amountBefore())))
                .toList();
        return Csv.answer(
                house,
                "weeks-" + asked.label(),
                List.of("monday", "tickets", "amount", "tickets_season_before", "amount_season_before"),
                rows);
    }

    @GET
    @Path("h/{house}/performances.csv")
    public Response performances(@PathParam("house") String slug, @QueryParam("season") @Nullable String season) {
        House house = access.house(slug, Role.READER);
        Season asked = season(season, house);
        List<List<String>> rows = figures.performances(house.id(), asked, day(null, house), 0, LINES_MAX).stream()
                .map(line -> List.of(
                        line.day().toString(),
                        text(line.startsLocal()),
                        line.title(),
                        text(line.genre()),
                        Show.place(line),
                        line.state(),
                        text(line.capacity()),
                        text(line.held()),
                        Long.toString(line.tickets()),
                        Long.toString(line.freeTickets()),
                        Long.toString(line.reserved()),
                        Long.toString(line.amount()),
                        line.occupancy() == null ? "" : number(line.occupancy())))
                .toList();
        return Csv.answer(
                house,
                "performances-" + asked.label(),
                List.of(
                        "day",
                        "starts",
                        "title",
                        "genre",
                        "place",
                        "state",
                        "capacity",
                        "held",
                        "tickets",
                        "free_tickets",
                        "reserved",
                        "amount",
                        "occupancy"),
                rows);
    }

    @GET
    @Path("h/{house}/performances/{performance}/curve.csv")
    public Response curve(
            @PathParam("house") String slug,
            @PathParam("performance") long performance,
            @QueryParam("as-of") @Nullable String asOf) {
        House house = access.house(slug, Role.READER);
        List<List<String>> rows = new ArrayList<>();
        figures.bookingCurve(house.id(), performance, day(asOf, house))
                .orElseThrow(TablesPage::unknown)
                .points()
                .forEach(point -> rows.add(List.of(
                        Integer.toString(point.daysBefore()),
                        text(point.tickets()),
                        text(point.perHundredSeats()),
                        text(point.low()),
                        text(point.median()),
                        text(point.high()))));
        return Csv.answer(
                house,
                "curve-" + performance,
                List.of("days_before", "tickets", "per_hundred_seats", "lower_quartile", "median", "upper_quartile"),
                rows);
    }

    @GET
    @Path("h/{house}/compare.csv")
    public Response compare(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("group") @Nullable String group) {
        House house = access.house(slug, Role.READER);
        PeerGroup peers =
                PeerGroups.named(group, comparisons.groups(house.id())).orElse(PeerGroup.ALL);
        Comparison comparison = comparisons.compare(current.get(), house.id(), season(season, house), peers);
        List<List<String>> rows = comparison.lines().stream()
                .map(line -> List.of(
                        line.indicator(),
                        Integer.toString(line.version()),
                        line.unit(),
                        text(line.own()),
                        Integer.toString(line.peers()),
                        text(line.lowerQuartile()),
                        text(line.median()),
                        text(line.upperQuartile()),
                        text(line.position()),
                        text(line.withheld()),
                        FollowedCells.standing(line.definition()),
                        FollowedCells.networks(line.definition())))
                .toList();
        return Csv.answer(
                house,
                "compare-" + PeerGroups.name(peers),
                List.of(
                        "figure",
                        "version",
                        "unit",
                        "own",
                        "peers",
                        "lower_quartile",
                        "median",
                        "upper_quartile",
                        "position",
                        "withheld",
                        FollowedCells.HEADS.get(0),
                        FollowedCells.HEADS.get(1)),
                rows);
    }

    private Season season(@Nullable String text, House house) {
        return Parameters.season(text, house, figures, node.get().settings().clock());
    }

    private LocalDate day(@Nullable String text, House house) {
        return Parameters.day(
                "as-of", text, Parameters.today(house, node.get().settings().clock()));
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Double number ? number(number) : value.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString(Math.round(value))
                : Double.toString(value);
    }

    private static Refused unknown() {
        return new Refused(404, "no-such-performance");
    }
}
