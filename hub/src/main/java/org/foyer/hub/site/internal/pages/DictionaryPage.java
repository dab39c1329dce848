package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Networks;
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
    private final Networks networks;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public DictionaryPage(
            Access access, CurrentActor current, Figures figures, Networks networks, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.figures = figures;
        this.networks = networks;
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
        List<Networks.AdoptedDefinition> adopted = house == null ? List.of() : networks.definitions(house.id());
        ZoneId zone = house == null ? ZoneOffset.UTC : house.zone();
        return screen.show(
                "dictionary",
                frames.frame(language.say("nav_dictionary"), house),
                view(figures, language, indicator -> adopted(language, zone, adopted, indicator)));
    }

    static DictionaryView view(Figures figures, Language language) {
        return view(figures, language, indicator -> "");
    }

    private static DictionaryView view(Figures figures, Language language, Function<Indicator, String> adopted) {
        return new DictionaryView(figures.dictionary().stream()
                .map(one -> entry(language, one, adopted.apply(one)))
                .toList());
    }

    /** Who adopted a definition; the version is told, for a network may have stayed with an older one. */
    private static String adopted(
            Language language, ZoneId zone, List<Networks.AdoptedDefinition> adopted, Indicator indicator) {
        return adopted.stream()
                .filter(one -> one.decision().subject().equals(indicator.id()))
                .map(one -> language.say(
                        "dictionary_adopted_by",
                        one.network(),
                        one.decision().value(),
                        language.formats()
                                .longDay(one.decision().since().atZone(zone).toLocalDate())))
                .collect(Collectors.joining("; "));
    }

    private static DictionaryView.Entry entry(Language language, Indicator indicator, String adopted) {
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
                indicator.comparable(),
                adopted);
    }
}
