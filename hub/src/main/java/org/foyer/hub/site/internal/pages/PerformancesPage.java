package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.FinalSales;
import org.foyer.hub.insight.Forecasts;
import org.foyer.hub.insight.PerformanceLine;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** The performances of a season, and one of them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class PerformancesPage {

    private static final int SHOWN = 100;
    private static final int OFFSET_MAX = 100_000;

    /** Figures that say nothing of a single performance. */
    private static final List<String> OF_SEASONS_ONLY =
            List.of("seasonality-month", "seasonality-weekday", "place-in-run", "booking-curve", "data-quality");

    private final Access access;
    private final Figures figures;
    private final Forecasts forecasts;
    private final LinkedData identifiers;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public PerformancesPage(
            Access access,
            Figures figures,
            Forecasts forecasts,
            LinkedData identifiers,
            RunningNode node,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.figures = figures;
        this.forecasts = forecasts;
        this.identifiers = identifiers;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/performances")
    public Response list(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        LocalDate today = Parameters.today(house, node.get().settings().clock());
        Season asked =
                Parameters.season(season, house, figures, node.get().settings().clock());
        int from = Math.max(0, Math.min(offset, OFFSET_MAX));
        return screen.show(
                "performances",
                frames.frame(language.say("nav_performances"), house),
                list(figures, language, house, asked, today, from));
    }

    static PerformancesView list(
            Figures figures, Language language, House house, Season season, LocalDate today, int from) {
        String base = "/h/" + house.slug();
        List<PerformanceLine> lines = figures.performances(house.id(), season, today, from, SHOWN + 1);
        boolean more = lines.size() > SHOWN;
        Map<String, List<Show>> months = new LinkedHashMap<>();
        lines.stream()
                .limit(SHOWN)
                .forEach(line -> months.computeIfAbsent(
                                language.formats().month(line.day()), month -> new ArrayList<>())
                        .add(Show.of(language, line, base, house.currency().getCurrencyCode())));
        String address = base + "/performances?season=" + season.label() + "&offset=";
        return new PerformancesView(
                base,
                SeasonChoice.of(language, figures.seasons(house.id()), season),
                months.entrySet().stream()
                        .map(month -> new PerformancesView.Month(month.getKey(), month.getValue()))
                        .toList(),
                new Pager(
                        "",
                        from > 0 ? address + Math.max(0, from - SHOWN) : null,
                        more ? address + (from + SHOWN) : null),
                base + "/performances.csv?season=" + season.label());
    }

    @GET
    @Path("h/{house}/performances/{performance}")
    public Response one(
            @PathParam("house") String slug,
            @PathParam("performance") long performance,
            @QueryParam("as-of") @Nullable String asOf) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        LocalDate today = Parameters.today(house, node.get().settings().clock());
        LocalDate day = Parameters.day("as-of", asOf, today);
        String joined = joined(house, performance, day);
        if (joined != null) {
            String asked = asOf == null ? "" : "?as-of=" + day;
            return Response.status(Response.Status.SEE_OTHER)
                    .header("Location", "/h/" + house.slug() + "/performances/" + joined + asked)
                    .build();
        }
        FinalSales forecast = forecasts.finalSales(house.id(), performance, day).orElse(null);
        PerformanceView view = one(figures, forecast, language, house, performance, day, today);
        Frame frame = frames.frame(view.show().title(), house);
        PerformanceView whole = node.get()
                .catalogue()
                .quality()
                .of(house.id(), performance)
                .map(one -> view.with(quality(language, one, frame.leadsTo("/sheets"))))
                .orElse(view);
        return screen.show("performance", frame, whole);
    }

    static PerformanceView.Quality quality(Language language, Quality.OfDate one, boolean mayType) {
        Formats formats = language.formats();
        String score = language.say("quality_date_told", formats.number(Math.round(one.score())));
        return new PerformanceView.Quality(
                one.missing().isEmpty()
                        ? score + " " + language.say("quality_date_whole")
                        : QualityWords.first(language, score, one.missing()),
                one.missing().stream()
                        .map(property -> new PerformanceView.Fact(
                                QualityWords.name(language, property.name()), formats.number(property.points())))
                        .toList(),
                mayType ? one.production() : null);
    }

    /** The performance of the house by which one goes that was joined to it; null for one that stands for itself, or is not known. */
    private @Nullable String joined(House house, long performance, LocalDate day) {
        return identifiers
                .goesBy("performance", Long.toString(performance))
                .filter(other -> figures.performanceLine(house.id(), Long.parseLong(other), day)
                        .isPresent())
                .orElse(null);
    }

    static PerformanceView one(
            Figures figures,
            @Nullable FinalSales forecast,
            Language language,
            House house,
            long performance,
            LocalDate day,
            LocalDate today) {
        PerformanceLine line = figures.performanceLine(house.id(), performance, day)
                .orElseThrow(() -> new Refused(404, "no-such-performance"));
        FigureSheet sheet = figures.performance(house.id(), performance, day)
                .orElseThrow(() -> new Refused(404, "no-such-performance"));
        String base = "/h/" + house.slug();
        String own = base + "/performances/" + performance;
        Show show = Show.of(language, line, base, sheet.currency());
        List<FigureCard> cards = FiguresPage.cards(
                        language, sheet, figures.dictionary(), base, "?performance=" + performance + "&as-of=" + day)
                .values()
                .stream()
                .filter(card -> !OF_SEASONS_ONLY.contains(card.id()))
                .toList();
        BookingCurve curve = figures.bookingCurve(house.id(), performance, day).orElse(null);
        return new PerformanceView(
                base,
                show,
                language.formats().longDay(line.day()),
                line.genre(),
                facts(language, line, show),
                forecast == null ? null : ForecastTold.view(language, forecast, day),
                curve == null || curve.points().isEmpty()
                        ? null
                        : CurveChart.of(language, curve, forecast, own + "/curve.csv?as-of=" + day),
                cards.stream()
                        .filter(card -> card.bars() == null && card.chart() == null)
                        .toList(),
                cards.stream()
                        .filter(card -> card.bars() != null || card.chart() != null)
                        .toList(),
                day.toString(),
                today.toString(),
                own,
                base + "/history/performance/" + performance,
                null);
    }

    private static List<PerformanceView.Fact> facts(Language language, PerformanceLine line, Show show) {
        Formats formats = language.formats();
        List<PerformanceView.Fact> facts = new ArrayList<>();
        String filled = show.filled();
        facts.add(fact(language, "occupancy_short", filled == null ? language.say("not_measured") : filled));
        facts.add(fact(language, "tickets", formats.number(line.tickets())));
        facts.add(fact(language, "revenue_short", show.revenue()));
        facts.add(fact(language, "free_tickets", formats.number(line.freeTickets())));
        if (line.reserved() > 0) {
            facts.add(fact(language, "reserved", formats.number(line.reserved())));
        }
        Integer held = line.held();
        if (held != null && held > 0) {
            facts.add(fact(language, "held", formats.number(held)));
        }
        return facts;
    }

    private static PerformanceView.Fact fact(Language language, String key, String value) {
        return new PerformanceView.Fact(language.say(key), value);
    }
}
