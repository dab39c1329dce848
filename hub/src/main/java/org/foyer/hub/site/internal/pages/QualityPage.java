package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.QualityDesk;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.RunningNode;

/** How complete the programme of a house is, and what to mend first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class QualityPage {

    private final Access access;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public QualityPage(Access access, RunningNode node, Frames frames, Screen screen) {
        this.access = access;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/quality")
    public Response quality(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        Frame frame = frames.frame(language.say("nav_quality"), house);
        QualityDesk desk = QualityDesk.of(node.get());
        QualityView view = view(
                language,
                house,
                desk.of(house, null, null),
                desk.over(List.of(house), null, null).sources(),
                frame.leadsTo("/sheets"));
        return screen.show("quality", frame, view);
    }

    static QualityView view(
            Language language, House house, Quality.Report report, List<Quality.OfSource> sources, boolean mayType) {
        return new QualityView(
                "/h/" + house.slug(),
                told(language, report),
                QualityWords.bars(language, report.performances(), report.properties()),
                report.shows().stream().map(show -> show(language, show)).toList(),
                QualityWords.sources(language, sources, house.slug()),
                mayType);
    }

    private static String told(Language language, Quality.Report report) {
        if (report.performances() == 0) {
            return language.say("quality_nothing");
        }
        String score = language.count(
                "quality_told", report.performances(), language.formats().number(Math.round(report.score())));
        return QualityWords.first(language, score, report.properties());
    }

    private static QualityView.Show show(Language language, Quality.Show show) {
        Formats formats = language.formats();
        return new QualityView.Show(
                show.production(),
                show.title(),
                formats.number(Math.round(show.score())),
                language.count("quality_dates", show.performances()),
                QualityWords.names(language, show.missing()),
                formats.decimal(show.gain()));
    }
}
