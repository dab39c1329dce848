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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** All figures of a season, as known on a day. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class FiguresPage {

    private static final Map<String, List<String>> SECTIONS = sections();

    private final Access access;
    private final Figures figures;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public FiguresPage(Access access, Figures figures, RunningNode node, Frames frames, Screen screen) {
        this.access = access;
        this.figures = figures;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("filling", List.of("occupancy", "sold-utilisation", "financial-utilisation"));
        sections.put(
                "money",
                List.of(
                        "revenue",
                        "tickets",
                        "average-yield",
                        "average-price",
                        "revenue-per-seat",
                        "below-list-share",
                        "mean-discount",
                        "free-share",
                        "tariff-mix"));
        sections.put(
                "timing",
                List.of(
                        "lead-time",
                        "last-week-share",
                        "sold-thirty-days-before",
                        "booking-curve",
                        "purchase-horizon"));
        sections.put(
                "doors",
                List.of(
                        "online-share",
                        "subscription-share",
                        "known-buyer-share",
                        "tickets-per-order",
                        "channel-mix",
                        "order-size",
                        "zone-mix"));
        sections.put("calendar", List.of("seasonality-month", "seasonality-weekday", "place-in-run"));
        sections.put("care", List.of("no-show", "data-quality"));
        return sections;
    }

    @GET
    @Path("h/{house}/figures")
    public Response figures(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        LocalDate today = Parameters.today(house, node.get().settings().clock());
        Season asked =
                Parameters.season(season, house, figures, node.get().settings().clock());
        LocalDate day = Parameters.day("as-of", asOf, today);
        FiguresView view = view(figures, language, house, asked, day, today);
        return screen.show("figures", frames.frame(language.say("nav_figures"), house), view);
    }

    static FiguresView view(
            Figures figures, Language language, House house, Season season, LocalDate day, LocalDate today) {
        String base = "/h/" + house.slug();
        String asked = "?season=" + season.label() + "&as-of=" + day;
        FigureSheet sheet = figures.season(house.id(), season, day);
        Map<String, FigureCard> cards = cards(language, sheet, figures.dictionary(), base, asked);
        List<FiguresView.Section> shown = sectionsOf(language, cards);
        Chart trend = WeeksChart.ofSales(
                language,
                season,
                figures.weeks(house.id(), season, day),
                day.isAfter(season.to()) ? season.to() : day,
                sheet.currency(),
                base + "/weeks.csv" + asked);
        return new FiguresView(
                base,
                SeasonChoice.of(language, figures.seasons(house.id()), season),
                day.toString(),
                today.toString(),
                day.isBefore(today) ? language.formats().longDay(day) : null,
                trend,
                shown,
                base + "/figures.csv" + asked);
    }

    static Map<String, FigureCard> cards(
            Language language, FigureSheet sheet, List<Indicator> dictionary, String base, String asked) {
        Map<String, FigureCard> cards = new LinkedHashMap<>();
        for (Figure figure : sheet.figures()) {
            Indicator meaning = dictionary.stream()
                    .filter(indicator -> indicator.id().equals(figure.indicator()))
                    .findFirst()
                    .orElseThrow();
            String csv = base + "/figures/" + figure.indicator() + ".csv" + asked;
            cards.put(figure.indicator(), FigureCard.of(language, figure, meaning, sheet.currency(), base, csv));
        }
        return cards;
    }

    private static List<FiguresView.Section> sectionsOf(Language language, Map<String, FigureCard> cards) {
        Map<String, FigureCard> left = new LinkedHashMap<>(cards);
        List<FiguresView.Section> shown = new ArrayList<>();
        SECTIONS.forEach((id, ids) -> {
            List<FigureCard> own = new ArrayList<>();
            for (String one : ids) {
                FigureCard card = left.remove(one);
                if (card != null) {
                    own.add(card);
                }
            }
            shown.add(section(language, id, own));
        });
        if (!left.isEmpty()) {
            shown.add(section(language, "other", List.copyOf(left.values())));
        }
        return shown.stream()
                .filter(section ->
                        !section.values().isEmpty() || !section.pictures().isEmpty())
                .toList();
    }

    private static FiguresView.Section section(Language language, String id, List<FigureCard> cards) {
        return new FiguresView.Section(
                id,
                language.say("section_" + id),
                language.say("section_" + id + "_intro"),
                cards.stream().filter(card -> !picture(card)).toList(),
                cards.stream().filter(FiguresPage::picture).toList());
    }

    private static boolean picture(FigureCard card) {
        return card.bars() != null || card.chart() != null;
    }
}
