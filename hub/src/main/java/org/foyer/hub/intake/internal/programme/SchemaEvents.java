package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.intake.internal.programme.SchemaWholes.Above;

/** Makes rows of the events of a JSON-LD document: one performance for each that has no event inside it. */
final class SchemaEvents {

    /** Events inside events inside events. */
    private static final int DEPTH_MAX = 8;

    /** Events that are none of a stage. */
    private static final Set<String> OTHERS =
            Set.of("PublicationEvent", "BroadcastEvent", "OnDemandEvent", "DeliveryEvent", "SaleEvent");

    private static final Set<String> WITHOUT_THE_WORD = Set.of(
            "Festival",
            "FestivalSeries",
            "EventSeries",
            "Hackathon",
            "CourseInstance",
            "PreshowTalk",
            "PostshowTalk",
            "SocialDance",
            "Competition",
            "LiveFilmConcert",
            "PowWow");

    private static final Map<String, String> STATES = TheirStates.ofSchema();

    private final LinkedGraph graph;
    private final ListedRows rows;
    private final SchemaCredits credits;
    private final SchemaPlaces places;
    private final SchemaDetails details;
    private final SchemaWholes wholes;
    private final SchemaStagings stagings;
    private final Set<Object> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Set<String>> startsOfId = new HashMap<>();

    SchemaEvents(LinkedGraph graph, ListedRows rows) {
        this.graph = graph;
        this.rows = rows;
        this.credits = new SchemaCredits(graph);
        this.places = new SchemaPlaces(graph);
        this.details = new SchemaDetails(graph, rows);
        this.wholes = new SchemaWholes(graph);
        this.stagings = new SchemaStagings(graph);
    }

    void write() throws IOException {
        List<Members> events = new ArrayList<>();
        for (Members root : graph.roots()) {
            if (isEvent(root)) {
                events.add(root);
                countStarts(root, 0);
            }
        }
        Set<Object> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Object> named = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Members event : events) {
            subEvents(event).forEach(part -> parts.add(part.map()));
            graph.things(event, "superEvent").forEach(whole -> named.add(whole.map()));
        }
        events.removeIf(event -> subEvents(event).isEmpty() && named.contains(event.map()));
        for (Members event : events) {
            if (!parts.contains(event.map())) {
                event(event, Above.NONE, 0);
            }
        }
        // events that only hold each other
        for (Members event : events) {
            if (!done.contains(event.map())) {
                event(event, Above.NONE, 0);
            }
        }
    }

    /** Whether something that stands by itself is an event of a stage. */
    boolean isEvent(Members root) {
        List<String> types = graph.types(graph.thing(root.map()));
        return types.stream().anyMatch(type -> !OTHERS.contains(type) && isEvent(type));
    }

    private static boolean isEvent(String type) {
        return type.endsWith("Event") || type.endsWith("Performance") || WITHOUT_THE_WORD.contains(type);
    }

    private void countStarts(Members event, int depth) {
        String id = event.text("@id");
        if (!id.isEmpty()) {
            startsOfId.computeIfAbsent(id, key -> new TreeSet<>()).add(LinkedGraph.text(event.get("startDate")));
        }
        if (depth < DEPTH_MAX) {
            subEvents(event).forEach(part -> countStarts(part, depth + 1));
        }
    }

    /** Whether rows were made of it, or of its parts. */
    boolean isDone(Members event) {
        return done.contains(event.map());
    }

    private List<Members> subEvents(Members event) {
        List<Members> parts = new ArrayList<>(graph.things(event, "subEvent"));
        parts.addAll(graph.things(event, "subEvents"));
        return parts;
    }

    private void event(Members event, Above above, int depth) throws IOException {
        if (!done.add(event.map())) {
            return;
        }
        List<Members> parts = new ArrayList<>(subEvents(event));
        boolean isWhole = !parts.isEmpty();
        parts.removeIf(part -> done.contains(part.map()) || graph.isTold(part.text("@id")));
        if (parts.isEmpty() || depth >= DEPTH_MAX) {
            if (!isWhole || depth > 0) { // else its parts were told with another whole
                performance(event, above);
            }
            return;
        }
        Members whole = credits.withoutSum(SchemaWholes.both(event, above.said()), parts);
        for (Members part : parts) {
            if (part.map().size() == 1 && part.has("@id")) {
                rows.count("subevents-elsewhere");
            } else {
                event(part, wholes.above(event, above, part, whole), depth + 1);
            }
        }
    }

    private void performance(Members event, Above given) throws IOException {
        Above above = wholes.above(event, given);
        Members parent = above.said();
        Map<String, String> row = new HashMap<>();
        String title = LinkedGraph.text(event.get("name"));
        row.put("title", title.isEmpty() ? LinkedGraph.text(parent.get("name")) : title);
        String start = LinkedGraph.text(event.get("startDate"));
        Optional<Moment> begins = Moment.of(start);
        if (start.isEmpty()) {
            rows.refuse("event-without-date", "startDate", row.getOrDefault("title", ""));
            return;
        }
        if (begins.isEmpty() || event.list("startDate").size() > 1) {
            rows.refuse("date-unreadable", "startDate", start);
            return;
        }
        Optional<Moment> ends = Moment.of(LinkedGraph.text(event.get("endDate")));
        if (ends.isPresent() && ends.get().isBefore(begins.get())) {
            rows.refuse("event-ends-before-start", "endDate", LinkedGraph.text(event.get("endDate")));
            return;
        }
        begins.get().into(row);
        ends.map(begins.get()::minutesTo)
                .filter(minutes -> minutes > 0)
                .ifPresent(minutes -> row.put("duration", Long.toString(minutes)));
        row.putAll(wholes.gathering(row.getOrDefault("title", ""), above));
        row.put("performance_ref", reference(event, start));
        row.put("production_ref", production(event, parent));
        row.put("revival_of", stagings.revived(event, parent));
        row.put("state", state(event));
        row.put("event_type", type(event));
        row.put("genre", LinkedGraph.text(either(event, parent, "genre")));
        row.put("description", LinkedGraph.text(either(event, parent, "description")));
        row.put("url", LinkedGraph.text(either(event, parent, "url")));
        capacity(event, row);
        details.put(event, parent, row);
        places.put(either(event, parent, "location"), row);
        row.put("production_ids", new SchemaIdentifiers(graph).of(parent));
        for (Map<String, String> credit : credits.of(event, parent)) {
            Map<String, String> values = new HashMap<>(row);
            values.putAll(credit);
            rows.write(values);
        }
    }

    private static @org.jspecify.annotations.Nullable Object either(Members event, Members parent, String name) {
        return event.has(name) ? event.get(name) : parent.get(name);
    }

    /** A site that gives many evenings one identifier means the evening of that start. */
    private String reference(Members event, String start) {
        String id = event.text("@id");
        if (id.isEmpty() || id.startsWith("_:")) {
            return "";
        }
        return startsOfId.getOrDefault(id, Set.of()).size() > 1 || graph.hasSeveralStarts(id) ? id + " " + start : id;
    }

    private String production(Members event, Members parent) {
        Set<String> ids = new LinkedHashSet<>();
        for (String name : List.of("workPerformed", "workFeatured")) {
            graph.things(event, name).forEach(work -> ids.add(work.text("@id")));
        }
        ids.removeIf(id -> id.isEmpty() || id.startsWith("_:"));
        String above = parent.text("@id");
        if (!above.isEmpty() && !above.startsWith("_:")) {
            return above;
        }
        // an evening of several works is none of them
        return ids.size() == 1 ? ids.iterator().next() : "";
    }

    private String state(Members event) {
        String said = event.object("eventStatus").has("@id")
                ? event.object("eventStatus").text("@id")
                : LinkedGraph.text(event.get("eventStatus"));
        String name = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf(':')) + 1);
        return STATES.getOrDefault(name, name);
    }

    private String type(Members event) {
        return graph.types(event).stream()
                .filter(type -> isEvent(type) && !type.equals("Event") && !type.equals("EventSeries"))
                .findFirst()
                .orElse("");
    }

    private static void capacity(Members event, Map<String, String> row) {
        String seats = event.text("maximumAttendeeCapacity");
        if (seats.matches("\\d{1,7}")) {
            row.put("capacity", seats);
        }
    }
}
