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
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.site.internal.api.QualityDesk;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** How complete the programmes of several houses are together, and the report that goes back to a source. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class QualityOfHousesPage {

    /** Shows of a report on a page; the table of dates has them all. */
    private static final int SHOWS_MAX = 200;

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public QualityOfHousesPage(Access access, CurrentActor current, RunningNode node, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("quality")
    public Response quality() {
        List<House> houses = access.visible();
        Set<HouseId> own = current.get().roles().keySet();
        Language language = frames.language();
        QualityDesk.OfHouses told = desk().over(houses, null, null);
        Set<String> slugs = new TreeSet<>();
        houses.stream().filter(house -> own.contains(house.id())).forEach(house -> slugs.add(house.slug()));
        return screen.show(
                "quality-houses", frames.frame(language.say("nav_quality_houses")), view(language, told, slugs));
    }

    /** To be printed or sent to whoever keeps the source. */
    @GET
    @Path("quality/sources/{source}")
    public Response source(@PathParam("source") String source, @QueryParam("house") @Nullable String slug) {
        List<House> houses = QualityDesk.meant(access.visible(), slug);
        Language language = frames.language();
        QualityDesk.SourceReport told = desk().of(source, houses, null, null);
        String title = language.say("quality_of_source", QualityWords.source(language, source));
        House one = houses.size() == 1 ? houses.get(0) : null;
        boolean member = one != null && current.get().roles().containsKey(one.id());
        return screen.show(
                "quality-source",
                frames.frame(title, member ? one : null),
                view(language, told, slug, LocalDate.now(node.get().settings().clock())));
    }

    private QualityDesk desk() {
        return QualityDesk.of(node.get());
    }

    static QualityView.OfHouses view(Language language, QualityDesk.OfHouses told, Set<String> own) {
        Formats formats = language.formats();
        return new QualityView.OfHouses(
                told(language, told),
                QualityWords.bars(language, told.performances(), told.properties()),
                told.houses().stream()
                        .map(one -> new QualityView.House(
                                one.name(),
                                "/h/" + one.house() + (own.contains(one.house()) ? "/quality" : "/programme"),
                                one.simulated(),
                                language.count("quality_dates", one.performances()),
                                formats.number(Math.round(one.score())),
                                one.first() == null ? "–" : QualityWords.name(language, one.first()),
                                formats.decimal(one.gain())))
                        .toList(),
                QualityWords.sources(language, told.sources(), null));
    }

    private static String told(Language language, QualityDesk.OfHouses told) {
        Quality.Spread spread = told.spread();
        if (spread == null) {
            return language.say("quality_nothing");
        }
        Formats formats = language.formats();
        String score = language.count(
                "quality_houses_told",
                told.houses().size(),
                formats.number(Math.round(told.score())),
                language.count("quality_dates", told.performances()));
        if (told.houses().size() > 1) {
            score += " "
                    + language.say(
                            "quality_spread",
                            formats.number(Math.round(spread.lowest())),
                            formats.number(Math.round(spread.highest())),
                            formats.number(Math.round(spread.median())));
        }
        return QualityWords.first(language, score, told.properties());
    }

    static QualityView.OfSource view(
            Language language, QualityDesk.SourceReport told, @Nullable String slug, LocalDate today) {
        Formats formats = language.formats();
        String score = told.performances() == 0
                ? language.say("quality_source_nothing")
                : QualityWords.first(
                        language,
                        language.count(
                                "quality_source_told", told.performances(), formats.number(Math.round(told.score()))),
                        told.properties());
        List<QualityView.Lack> shows = shows(language, told.dates());
        boolean cut = shows.size() > SHOWS_MAX || told.more() > 0;
        return new QualityView.OfSource(
                score,
                "/api/quality/sources/" + QualityWords.encoded(told.source()) + "/dates.csv"
                        + (slug == null ? "" : "?house=" + slug),
                language.say("quality_state", formats.longDay(today)),
                QualityWords.bars(language, told.performances(), told.properties()),
                shows.stream().limit(SHOWS_MAX).toList(),
                cut ? language.say("quality_source_more") : null);
    }

    /** Dates of the same title in the same house together, in the order of the first of them. */
    private static List<QualityView.Lack> shows(Language language, List<QualityDesk.Lack> dates) {
        Map<List<String>, List<QualityDesk.Lack>> shows = new LinkedHashMap<>();
        dates.forEach(one -> shows.computeIfAbsent(List.of(one.house(), one.title()), key -> new ArrayList<>())
                .add(one));
        return shows.values().stream()
                .map(of -> {
                    QualityDesk.Lack first = of.get(0);
                    List<String> missing = Quality.POINTS.keySet().stream()
                            .filter(name ->
                                    of.stream().anyMatch(one -> one.missing().contains(name)))
                            .toList();
                    return new QualityView.Lack(
                            first.title(),
                            first.name(),
                            first.simulated(),
                            language.count("quality_dates", of.size()),
                            QualityWords.names(language, missing),
                            language.formats()
                                    .decimal(of.stream()
                                            .mapToDouble(QualityDesk.Lack::gain)
                                            .sum()));
                })
                .toList();
    }
}
