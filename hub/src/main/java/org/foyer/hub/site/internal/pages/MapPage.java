package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchAnswer.At;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.SearchAsked;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.hub.site.internal.server.RunningNode;

/** Where what one looks for plays: a map and the table of its places, for a question as the search takes it, or for a house. */
@Path("/map")
public class MapPage {

    static final String PATH = "/map";

    /** Large enough to be pressed. */
    private static final double SMALLEST_RADIUS = 7;

    /** Kilometres about a point within which its shows are listed; points in addresses are rounded to a hundredth of a degree. */
    private static final String WITHIN = "2";

    private final Search search;
    private final RunningNode node;
    private final PublicAddress address;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public MapPage(Search search, RunningNode node, PublicAddress address, Frames frames, Screen screen) {
        this.search = search;
        this.node = node;
        this.address = address;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(@BeanParam SearchAsked asked) {
        Language language = frames.language();
        if (asked.asksForUnknownTown(search.places())) {
            asked.near = "";
        }
        asked.offset = 0;
        SearchQuestion question = asked.question(0, search.places());
        SearchAnswer answer = SearchAsked.ask(search, question, address.get());
        String title = title(language, question);
        return screen.show("map", frames.frame(title), view(language, title, question, answer));
    }

    private String title(Language language, SearchQuestion question) {
        Optional<String> house = question.houses().size() == 1
                ? node.get().houses().bySlug(question.houses().get(0)).map(House::name)
                : Optional.empty();
        String of = house.orElse(question.words().strip());
        return of.isEmpty() ? language.say("map_title") : language.say("map_of", of);
    }

    static MapView view(Language language, String title, SearchQuestion question, SearchAnswer answer) {
        SearchLinks links = new SearchLinks(language, question);
        List<At> places = answer.facets().places();
        int placed = places.stream().mapToInt(At::shows).sum();
        List<DiscMap.Spot> spots = places.stream()
                .map(at -> new DiscMap.Spot(at.point(), at.shows(), at.name(), says(language, at), about(links, at)))
                .toList();
        DiscMap map = DiscMap.of(language, spots, SMALLEST_RADIUS);
        List<String> notes = new ArrayList<>();
        if (answer.total() > placed) {
            notes.add(language.count("map_nowhere", answer.total() - placed));
        }
        if (map != null && map.discs().size() < places.size()) {
            notes.add(language.count("map_beyond", places.size() - map.discs().size()));
        }
        if (answer.partial()) {
            notes.add(language.say("search_partial"));
        }
        if (!answer.complete()) {
            notes.add(language.say("search_incomplete"));
        }
        String found = answer.total() == 0
                ? language.say("search_none")
                : language.say(
                        "map_says",
                        language.count("search_shows", placed),
                        language.count("map_places", places.size()));
        return new MapView(
                title,
                found,
                notes,
                map,
                places.stream()
                        .map(at -> new MapView.Row(at.name(), language.formats().number(at.shows()), about(links, at)))
                        .toList(),
                links.with());
    }

    private static String says(Language language, At at) {
        return language.say("map_reading", at.name(), language.count("search_shows", at.shows()));
    }

    private static String about(SearchLinks links, At at) {
        String point = String.format(
                Locale.ROOT, "%.2f,%.2f", at.point().latitude(), at.point().longitude());
        return links.with("near", point, "within", WITHIN, "order", "distance");
    }
}
