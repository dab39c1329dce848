package org.foyer.hub.intake.internal.programme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an event of schema.org is a part of. A whole is the run of one show, or it gathers shows that have names of their own: a Festival,
 * or an EventSeries whose name has nothing in common with that of the event. Of what gathers, only the place is also that of its events.
 */
final class SchemaWholes {

    private static final Set<String> FESTIVALS = Set.of("Festival", "FestivalSeries");
    private static final Set<String> SERIES = Set.of("EventSeries", "Series");

    /** Wholes of wholes of one event. */
    private static final int WHOLES_MAX = 20;

    private final LinkedGraph graph;

    SchemaWholes(LinkedGraph graph) {
        this.graph = graph;
    }

    /**
     * What stands above an event.
     *
     * @param said what it may be silent about since the whole says it
     * @param wholes of which it is a part, the nearest first
     */
    record Above(Members said, List<Members> wholes) {
        static final Above NONE = new Above(Members.NONE, List.of());
    }

    /** What stands above a part of an event. @param inherited what the event and what is above it say */
    Above above(Members event, Above of, Members part, Members inherited) {
        List<Members> wholes = new ArrayList<>(List.of(event));
        wholes.addAll(of.wholes());
        boolean gathers = gathers(event, LinkedGraph.text(part.get("name")));
        return new Above(gathers ? placeOf(inherited) : inherited, wholes);
    }

    /** The same of an event that also names its wholes itself: the first that is a run says what the event is silent about. */
    Above above(Members event, Above given) {
        List<Members> wholes = new ArrayList<>(superEvents(event));
        if (wholes.isEmpty()) {
            return given;
        }
        String title = LinkedGraph.text(event.get("name"));
        boolean inRun = given.wholes().stream().anyMatch(whole -> !gathers(whole, title));
        Members said = given.said();
        if (!inRun) {
            said = graph.things(event, "superEvent").stream()
                    .filter(whole -> !gathers(whole, title))
                    .findFirst()
                    .map(run -> both(run, given.said()))
                    .orElse(said == Members.NONE ? placeOf(wholes.get(0)) : said);
        }
        wholes.addAll(given.wholes());
        return new Above(said, wholes);
    }

    /** The names of the festival and of the series of which an event is a part, the nearest of each. */
    Map<String, String> gathering(String title, Above above) {
        Map<String, String> names = new HashMap<>();
        for (Members whole : above.wholes()) {
            if (gathers(whole, title)) {
                names.putIfAbsent(kind(whole), LinkedGraph.text(whole.get("name")));
            }
        }
        return names;
    }

    private List<Members> superEvents(Members event) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Members> wholes = new ArrayList<>();
        Deque<Members> waiting = new ArrayDeque<>(graph.things(event, "superEvent"));
        while (!waiting.isEmpty() && wholes.size() < WHOLES_MAX) {
            Members whole = waiting.remove();
            if (seen.add(whole.map())) {
                wholes.add(whole);
                waiting.addAll(graph.things(whole, "superEvent"));
            }
        }
        return wholes;
    }

    /** Whether a whole gathers an event with others, as far as names tell; what has no name of its own is that of the whole. */
    private boolean gathers(Members whole, String title) {
        String name = folded(LinkedGraph.text(whole.get("name")));
        String own = folded(title);
        return !name.isEmpty()
                && !own.isEmpty()
                && switch (kind(whole)) {
                    case "festival" -> !name.equals(own);
                    case "series" -> !name.contains(own) && !own.contains(name);
                    default -> false;
                };
    }

    private String kind(Members whole) {
        List<String> types = Stream.concat(
                        graph.types(whole).stream(),
                        whole.list("additionalType").stream()
                                .map(type -> type instanceof String iri
                                        ? iri
                                        : Members.of(type).text("@id")))
                .map(type -> type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1))
                .toList();
        if (types.stream().anyMatch(FESTIVALS::contains)) {
            return "festival";
        }
        return types.stream().anyMatch(SERIES::contains) ? "series" : "";
    }

    private static String folded(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Members placeOf(Members whole) {
        Object place = whole.get("location");
        return place == null ? Members.NONE : new Members(Map.of("location", place));
    }

    /** What a part may be silent about because the whole says it. */
    static Members both(Members whole, Members above) {
        Map<Object, Object> both = new HashMap<>(above.map());
        whole.map().forEach(both::put);
        return new Members(both);
    }
}
