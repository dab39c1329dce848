package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** What the page of the audience shows, as tables to take away: groups of people only. */
@Path("/")
@Produces("text/csv;charset=UTF-8")
public class AudienceTables {

    private final Access access;
    private final Audience audience;
    private final Figures figures;
    private final RunningNode node;

    @Inject
    public AudienceTables(Access access, Audience audience, Figures figures, RunningNode node) {
        this.access = access;
        this.audience = audience;
        this.figures = figures;
        this.node = node;
    }

    private record Asked(House house, AudienceSheet sheet) {
        Response answer(String name, List<String> header, List<List<String>> rows) {
            return Csv.answer(house, name + "-" + sheet.season().label(), header, rows);
        }
    }

    private Asked asked(String slug, @Nullable String season, @Nullable String asOf, @Nullable String basis) {
        House house = access.house(slug, Role.READER);
        Clock clock = node.get().settings().clock();
        return new Asked(
                house,
                audience.season(
                        house.id(),
                        Parameters.season(season, house, figures, clock),
                        Parameters.day("as-of", asOf, Parameters.today(house, clock)),
                        Parameters.basis(basis)));
    }

    @GET
    @Path("h/{house}/audience/crossover.csv")
    public Response crossover(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf,
            @QueryParam("basis") @Nullable String basis) {
        Asked asked = asked(slug, season, asOf, basis);
        List<List<String>> rows = asked.sheet().crossover().cells().stream()
                .map(cell -> List.of(cell.of(), cell.also(), number(cell.share()), number(cell.lift())))
                .toList();
        return asked.answer("crossover", List.of("genre", "also", "share", "lift"), rows);
    }

    @GET
    @Path("h/{house}/audience/areas.csv")
    public Response areas(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf,
            @QueryParam("basis") @Nullable String basis) {
        Asked asked = asked(slug, season, asOf, basis);
        List<List<String>> rows = asked.sheet().catchment().areas().stream()
                .map(area -> List.of(
                        area.commune() == null ? "" : area.commune(),
                        area.postcode() == null ? "" : area.postcode(),
                        area.country(),
                        area.place() == null ? "" : area.place().name(),
                        area.place() == null ? "" : area.place().department(),
                        Long.toString(area.buyers()),
                        number(area.perThousand()),
                        number(area.kilometres())))
                .toList();
        List<String> header = List.of(
                "commune", "postcode", "country", "place", "department", "buyers", "per_thousand", "kilometres");
        return asked.answer("areas", header, rows);
    }

    /** In which regions buyers live, and which of them is the house's. */
    @GET
    @Path("h/{house}/audience/regions.csv")
    public Response regions(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf,
            @QueryParam("basis") @Nullable String basis) {
        Asked asked = asked(slug, season, asOf, basis);
        AudienceSheet.Regions regions = asked.sheet().catchment().regions();
        List<List<String>> rows = new ArrayList<>();
        for (AudienceSheet.Region one : regions.lived()) {
            rows.add(List.of(
                    one.code(),
                    one.name(),
                    one.code().equals(regions.ofHouse()) ? "true" : "false",
                    Long.toString(one.buyers()),
                    number(one.share()),
                    number(one.perThousand())));
        }
        rows.add(List.of("", "", "", Long.toString(regions.apart()), "", ""));
        return asked.answer("regions", List.of("region", "name", "of_house", "buyers", "share", "per_thousand"), rows);
    }

    /** All figures when {@code topic} is {@code all}, else the classes of one. */
    @GET
    @Path("h/{house}/audience/{topic}.csv")
    public Response figure(
            @PathParam("house") String slug,
            @PathParam("topic") String id,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf,
            @QueryParam("basis") @Nullable String basis) {
        Asked asked = asked(slug, season, asOf, basis);
        List<Figure> wanted = asked.sheet().figures().stream()
                .filter(figure -> id.equals("all") || figure.indicator().equals(id))
                .toList();
        if (wanted.isEmpty()) {
            throw new Refused(404, "not-found");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Figure figure : wanted) {
            rows.add(List.of(
                    figure.indicator(),
                    Integer.toString(figure.version()),
                    "",
                    number(figure.value()),
                    "",
                    Long.toString(figure.basis()),
                    figure.notMeasured() == null ? "" : figure.notMeasured()));
            for (Figure.Part part : figure.parts()) {
                rows.add(List.of(
                        figure.indicator(),
                        Integer.toString(figure.version()),
                        part.key(),
                        number(part.value()),
                        number(part.share()),
                        "",
                        ""));
            }
        }
        List<String> header = List.of("figure", "version", "class", "value", "share", "basis", "not_measured");
        return asked.answer("audience-" + id, header, rows);
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        return value == Math.rint(value) ? Long.toString(value.longValue()) : String.format(Locale.ROOT, "%.4f", value);
    }
}
