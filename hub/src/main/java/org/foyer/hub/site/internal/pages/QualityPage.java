package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.QualityResource;
import org.foyer.hub.site.internal.security.Access;

/** How complete the programme of a house is, and what to mend first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class QualityPage {

    private final Access access;
    private final QualityResource api;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public QualityPage(Access access, QualityResource api, Frames frames, Screen screen) {
        this.access = access;
        this.api = api;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/quality")
    public Response quality(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        Frame frame = frames.frame(language.say("nav_quality"), house);
        return screen.show(
                "quality", frame, view(language, house, api.of(house, null, null), frame.leadsTo("/sheets")));
    }

    static QualityView view(Language language, House house, Quality.Report report, boolean mayType) {
        return new QualityView(
                "/h/" + house.slug(),
                told(language, report),
                report.performances() == 0 ? null : bars(language, report),
                report.shows().stream().map(show -> show(language, show)).toList(),
                mayType);
    }

    private static String told(Language language, Quality.Report report) {
        Formats formats = language.formats();
        if (report.performances() == 0) {
            return language.say("quality_nothing");
        }
        String score =
                language.count("quality_told", report.performances(), formats.number(Math.round(report.score())));
        Quality.Property first = report.properties().get(0);
        return first.gain() <= 0
                ? score
                : score + " "
                        + language.say("quality_first", name(language, first.name()), formats.decimal(first.gain()));
    }

    private static String name(Language language, String property) {
        return language.say("quality_" + property);
    }

    private static Bars bars(Language language, Quality.Report report) {
        List<Bars.Row> rows = report.properties().stream()
                .map(property -> {
                    double share = property.there() / (double) report.performances();
                    return new Bars.Row(
                            name(language, property.name()),
                            language.say("quality_gain", language.formats().decimal(property.gain())),
                            language.formats().wholePercent(share),
                            Bars.width(share, 1),
                            false);
                })
                .toList();
        return new Bars(language.say("quality_properties"), language.say("quality_share"), rows);
    }

    private static QualityView.Show show(Language language, Quality.Show show) {
        Formats formats = language.formats();
        return new QualityView.Show(
                show.production(),
                show.title(),
                formats.number(Math.round(show.score())),
                language.count("quality_dates", show.performances()),
                show.missing().stream()
                        .map(property -> name(language, property))
                        .collect(Collectors.joining(", ")),
                formats.decimal(show.gain()));
    }
}
