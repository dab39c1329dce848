package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.jspecify.annotations.Nullable;

/** What each figure means: the dictionary, inside a house's pages or on its own. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class DictionaryPage {

    private final Access access;
    private final CurrentActor current;
    private final Figures figures;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public DictionaryPage(Access access, CurrentActor current, Figures figures, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.figures = figures;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("dictionary")
    public Response dictionary() {
        current.get();
        return show(null);
    }

    @GET
    @Path("h/{house}/dictionary")
    public Response ofHouse(@PathParam("house") String slug) {
        return show(access.house(slug, Role.READER));
    }

    private Response show(@Nullable House house) {
        Language language = frames.language();
        return screen.show("dictionary", frames.frame(language.say("nav_dictionary"), house), view(figures, language));
    }

    static DictionaryView view(Figures figures, Language language) {
        return new DictionaryView(
                figures.dictionary().stream().map(one -> entry(language, one)).toList());
    }

    private static DictionaryView.Entry entry(Language language, Indicator indicator) {
        return new DictionaryView.Entry(
                indicator.id(),
                indicator.name().in(language.code()),
                indicator.formula().in(language.code()),
                indicator.trap().in(language.code()),
                language.sayOr(indicator.unit(), "unit_" + indicator.unit()),
                String.join(
                        ", ",
                        indicator.needs().stream()
                                .map(need -> Labels.column(language, need))
                                .toList()),
                language.formats().number(indicator.version()),
                indicator.comparable());
    }
}
