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
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.ExpectedRows;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** What a house may expect of its buyers, for those who see its audience: groups of people only. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ExpectedPage {

    private final Access access;
    private final Audience audience;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ExpectedPage(Access access, Audience audience, RunningNode node, Frames frames, Screen screen) {
        this.access = access;
        this.audience = audience;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/audience/expected")
    public Response expected(@PathParam("house") String slug, @QueryParam("as-of") @Nullable String asOf) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        LocalDate today = today(house);
        node.get().backgroundLinking().soonIfChanged(house.id());
        ExpectedPurchases told = audience.expected(house.id(), Parameters.day("as-of", asOf, today));
        return screen.show(
                "expected",
                frames.frame(language.say("expected_title"), house),
                new ExpectedTold(language, told).view("/h/" + house.slug(), today));
    }

    /** The tenths, then what was tried on the year held out. */
    @GET
    @Path("h/{house}/audience/expected.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response table(@PathParam("house") String slug, @QueryParam("as-of") @Nullable String asOf) {
        House house = access.house(slug, Role.READER);
        ExpectedPurchases told = audience.expected(house.id(), Parameters.day("as-of", asOf, today(house)));
        return Csv.answer(house, "expected-" + told.asOf(), ExpectedRows.HEADER, ExpectedRows.of(told));
    }

    private LocalDate today(House house) {
        return Parameters.today(house, node.get().settings().clock());
    }
}
