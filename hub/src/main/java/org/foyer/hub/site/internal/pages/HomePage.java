package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.PerformanceLine;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.RunningNode;

/** The first page of a house. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomePage {

    private static final List<String> KEYS = List.of("occupancy", "tickets", "revenue", "average-yield");
    private static final int NEXT_SHOWN = 7;

    private final Access access;
    private final CurrentActor current;
    private final Figures figures;
    private final Programme programme;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public HomePage(
            Access access,
            CurrentActor current,
            Figures figures,
            Programme programme,
            RunningNode node,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.figures = figures;
        this.programme = programme;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}")
    public Response home(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        LocalDate today = Parameters.today(house, node.get().settings().clock());
        boolean editor = current.get().may(house.id(), Role.EDITOR);
        HomeView view =
                view(figures, ids -> programme.castChangesTold(house.id(), ids), language, house, today, editor);
        return screen.show("home", frames.frame(language.say("nav_home"), house), view);
    }

    /** @param casts how casts of performances differ, by performance */
    static HomeView view(
            Figures figures,
            Function<List<Long>, Map<Long, List<CastChange>>> casts,
            Language language,
            House house,
            LocalDate today,
            boolean editor) {
        String base = "/h/" + house.slug();
        Formats formats = language.formats();
        List<Season> seasons = figures.seasons(house.id());
        if (seasons.isEmpty()) {
            return new HomeView(base, null, formats.longDay(today), editor, List.of(), List.of(), null, List.of());
        }
        Season now = Season.of(today);
        Season season = seasons.stream()
                .filter(known -> known.compareTo(now) <= 0)
                .findFirst()
                .orElse(seasons.get(0));
        LocalDate asOf = season.to().isBefore(today) ? season.to() : today;
        String currency = house.currency().getCurrencyCode();
        List<AttentionItem> attention = figures.attention(house.id(), today).stream()
                .map(found -> AttentionItem.of(language, found, base))
                .toList();
        List<PerformanceLine> lines = figures.upcoming(house.id(), today, NEXT_SHOWN);
        Map<Long, List<CastChange>> changes =
                casts.apply(lines.stream().map(PerformanceLine::performance).toList());
        List<Show> next = lines.stream()
                .map(line -> Show.of(language, line, base, currency)
                        .with(CastLines.told(language, changes.getOrDefault(line.performance(), List.of()))))
                .toList();
        return new HomeView(
                base,
                formats.season(season),
                formats.longDay(today),
                editor,
                attention,
                keys(figures, language, house, season, asOf),
                WeeksChart.ofSales(
                        language,
                        season,
                        figures.weeks(house.id(), season, asOf),
                        asOf,
                        currency,
                        base + "/weeks.csv?season=" + season.label()),
                next);
    }

    private static List<HomeView.KeyFigure> keys(
            Figures figures, Language language, House house, Season season, LocalDate asOf) {
        FigureSheet now = figures.season(house.id(), season, asOf, Set.copyOf(KEYS));
        FigureSheet then = figures.season(house.id(), season.previous(), asOf.minusYears(1), Set.copyOf(KEYS));
        List<HomeView.KeyFigure> keys = new ArrayList<>();
        for (String id : KEYS) {
            Figure figure = now.figure(id);
            String name = figures.dictionary().stream()
                    .filter(indicator -> indicator.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .name()
                    .in(language.code());
            keys.add(new HomeView.KeyFigure(
                    name,
                    told(language, figure, now.currency()),
                    beside(language, figure, then.figure(id), now.currency()),
                    "/h/" + house.slug() + "/figures#" + id));
        }
        return keys;
    }

    private static String told(Language language, Figure figure, String currency) {
        return figure.value() == null
                ? language.say("not_measured")
                : Values.text(language, figure.indicator(), figure.unit(), figure.value(), currency);
    }

    private static String beside(Language language, Figure now, Figure then, String currency) {
        Double value = now.value();
        Double before = then.value();
        if (before == null || before == 0 || then.basis() == 0) {
            return language.say("no_season_before");
        }
        String told = Values.text(language, then.indicator(), then.unit(), before, currency);
        if (value == null) {
            return language.say("season_before", told);
        }
        String change = "ratio".equals(now.unit())
                ? language.formats().points(value - before)
                : language.formats().change(value / before - 1);
        return language.say("season_before_change", change, told);
    }
}
