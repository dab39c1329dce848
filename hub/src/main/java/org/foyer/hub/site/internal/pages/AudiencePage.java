package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Who comes, who comes back and from where, beside the same day a year before. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class AudiencePage {

    private static final List<String> PICTURES =
            List.of("frequency", "recency", "next-visit", "segments", "lifetime-spending");

    /** They need no buyer, so a house without names has them too. */
    private static final List<String> PRICES = List.of("price-moves", "zone-filling", "price-steps");

    private final Access access;
    private final Audience audience;
    private final Figures figures;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public AudiencePage(
            Access access, Audience audience, Figures figures, RunningNode node, Frames frames, Screen screen) {
        this.access = access;
        this.audience = audience;
        this.figures = figures;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/audience")
    public Response audience(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf,
            @QueryParam("basis") @Nullable String basis) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        Clock clock = node.get().settings().clock();
        LocalDate today = Parameters.today(house, clock);
        Season asked = Parameters.season(season, house, figures, clock);
        LocalDate day = Parameters.day("as-of", asOf, today);
        node.get().backgroundLinking().soonIfChanged(house.id());
        AudienceSheet sheet = audience.season(house.id(), asked, day, Parameters.basis(basis));
        AudienceSheet before = audience.season(house.id(), asked.previous(), day.minusYears(1), sheet.basis());
        return screen.show(
                "audience",
                frames.frame(language.say("nav_audience"), house),
                view(language, house, figures, sheet, before, today));
    }

    static AudienceView view(
            Language language,
            House house,
            Figures figures,
            AudienceSheet sheet,
            AudienceSheet before,
            LocalDate today) {
        String base = "/h/" + house.slug();
        boolean byPurchase = sheet.basis() == AudienceBasis.PURCHASE;
        String asked =
                "?season=" + sheet.season().label() + "&as-of=" + sheet.asOf() + (byPurchase ? "&basis=purchase" : "");
        List<FigureCard> values = new ArrayList<>();
        List<FigureCard> pictures = new ArrayList<>();
        List<FigureCard> prices = new ArrayList<>();
        for (Figure figure : sheet.figures()) {
            FigureCard card = card(language, figure, figures.dictionary(), before, house, asked);
            boolean picture = PICTURES.contains(figure.indicator());
            (PRICES.contains(figure.indicator()) ? prices : picture ? pictures : values).add(card);
        }
        return new AudienceView(
                base,
                SeasonChoice.of(language, figures.seasons(house.id()), sheet.season()),
                sheet.asOf().toString(),
                today.toString(),
                sheet.asOf().isBefore(today) ? language.formats().longDay(sheet.asOf()) : null,
                byPurchase,
                lead(language, sheet),
                linked(language, sheet),
                nobody(sheet),
                values,
                pictures,
                nobody(sheet) && prices.stream().noneMatch(FigureCard::measured) ? List.of() : prices,
                CrossingTable.of(language, sheet.crossover(), base + "/audience/crossover.csv" + asked),
                OriginsPanel.of(
                        language,
                        sheet.catchment(),
                        base + "/audience/areas.csv" + asked,
                        base + "/audience/regions.csv" + asked),
                base + "/audience/all.csv" + asked);
    }

    private static boolean nobody(AudienceSheet sheet) {
        List<Figure> ofBuyers = sheet.figures().stream()
                .filter(figure -> !PRICES.contains(figure.indicator()))
                .toList();
        return ofBuyers.stream().allMatch(figure -> figure.notMeasured() != null)
                && ofBuyers.stream().anyMatch(figure -> "buyers-unknown".equals(figure.notMeasured()));
    }

    private static @Nullable String linked(Language language, AudienceSheet sheet) {
        AudienceSheet.Linked linked = sheet.linked();
        return linked == null || linked.buyers() == 0
                ? null
                : language.say(
                        "audience_linked",
                        language.formats().number(linked.buyers()),
                        language.formats().number(linked.people()));
    }

    private static String lead(Language language, AudienceSheet sheet) {
        String since = sheet.since() == null
                ? ""
                : " " + language.say("audience_since", language.formats().longDay(sheet.since()));
        return language.count("audience_buyers", sheet.buyers()) + since;
    }

    /** With what the same figure was a year before, where both are known. */
    private static FigureCard card(
            Language language,
            Figure figure,
            List<Indicator> dictionary,
            AudienceSheet before,
            House house,
            String asked) {
        String base = "/h/" + house.slug();
        String currency = house.currency().getCurrencyCode();
        Indicator meaning = dictionary.stream()
                .filter(indicator -> indicator.id().equals(figure.indicator()))
                .findFirst()
                .orElseThrow();
        String csv = base + "/audience/" + figure.indicator() + ".csv" + asked;
        FigureCard card = FigureCard.of(language, figure, meaning, currency, base, csv);
        Double then = before.figure(figure.indicator()).value();
        if (figure.value() == null || then == null) {
            return card;
        }
        return card.saying(language.say(
                "audience_year_before", Values.text(language, figure.indicator(), figure.unit(), then, currency)));
    }
}
