package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** Makes rows of the events of a Cap Data document. No reference is followed further than one step from what was asked for. */
final class CapDataEvents {

    /** Works and people of one event. */
    private static final int PARTS_MAX = 1_000;

    /** Credits of it count when they say in which role. */
    private static final String PRODUCING = "mentionProduction";

    private static final List<String> CREDITS = List.of(
            "auteur",
            "interpretation",
            "maitriseOeuvre",
            "collaboration",
            "partenariat",
            "programmation",
            PRODUCING,
            "participation");

    /** Classes that say nothing of what somebody did. */
    private static final Set<String> ANY = Set.of("collaboration", "participation");

    private static final List<String> WORK_GENRE = List.of("genreOeuvre", "genre");

    /** Columns of a work, and by which names each is said: those of the classes, or as their connector calls the fields. */
    private static final Map<String, List<String>> OF_WORK = Map.of(
            "work_type", List.of("typeOeuvre"),
            "work_genre", WORK_GENRE,
            "work_category", List.of("categorieOeuvre", "categorie"));

    private static final String FORM = "statutJuridique";

    private static final String YOUNG = "young-audience";

    private static final Set<String> TRUE = Set.of("true", "1", "oui");

    private final CapDataGraph graph;
    private final ListedRows rows;

    CapDataEvents(CapDataGraph graph, ListedRows rows) {
        this.graph = graph;
        this.rows = rows;
    }

    void write() throws IOException {
        List<Node> events = graph.ofClass("Evenement");
        if (events.isEmpty()) {
            rows.stop("rdf-without-events");
            return;
        }
        for (Node event : events) {
            event(event);
        }
    }

    private void event(Node event) throws IOException {
        Node run = graph.linked(event, "production").stream().findFirst().orElse(null);
        List<Node> told = Stream.of(Optional.of(event), Optional.ofNullable(run), primary(run))
                .flatMap(Optional::stream)
                .toList();
        Map<String, String> row = new HashMap<>();
        row.put("title", first(told, "titre"));
        String start = graph.text(event, "dateDebut");
        if (start.isEmpty()) {
            rows.refuse("event-without-date", "dateDebut", row.getOrDefault("title", ""));
            return;
        }
        Optional<Moment> begins = Moment.of(start);
        if (begins.isEmpty()) {
            rows.refuse("date-unreadable", "dateDebut", start);
            return;
        }
        Optional<Moment> ends = Moment.of(graph.text(event, "dateFin"));
        if (ends.isPresent() && ends.get().isBefore(begins.get())) {
            rows.refuse("event-ends-before-start", "dateFin", graph.text(event, "dateFin"));
            return;
        }
        begins.get().into(row);
        row.put("performance_ref", CapDataGraph.id(event));
        row.put(
                "production_ref",
                primary(run)
                        .or(() -> Optional.ofNullable(run))
                        .map(CapDataGraph::id)
                        .orElse(""));
        row.put("state", state(graph.text(event, "annulation").strip()));
        row.put("event_type", graph.label(event, "typeEvenement"));
        row.put("genre", genre(told));
        row.put("description", first(told, "description"));
        row.put("url", first(told, "pageWeb"));
        producer(event, told).ifPresent(producer -> {
            row.put("producer", name(producer));
            row.put("producer_form", graph.label(producer, FORM));
        });
        row.put("audience", audience(told));
        row.put("history", label(told, "historique"));
        place(event, row);
        row.put(
                "production_ids",
                primary(run)
                        .or(() -> Optional.ofNullable(run))
                        .map(graph::identifiers)
                        .orElse(""));
        for (Map<String, String> part : parts(told)) {
            Map<String, String> values = new HashMap<>(row);
            values.putAll(part);
            rows.write(values);
        }
    }

    /** Of an event that does not say whether it was cancelled nothing is said. */
    private static String state(String cancelled) {
        return cancelled.isEmpty() ? "" : TRUE.contains(cancelled) ? "cancelled" : "scheduled";
    }

    private Optional<Node> primary(@org.jspecify.annotations.Nullable Node run) {
        return run == null
                ? Optional.empty()
                : graph.linked(run, "productionPrimaire").stream().findFirst();
    }

    private String first(List<Node> told, String property) {
        return told.stream()
                .map(thing -> graph.text(thing, property))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String genre(List<Node> told) {
        String type = label(told, "typeProduction");
        return !type.isEmpty()
                ? type
                : works(told).stream()
                        .map(work -> graph.label(work, WORK_GENRE))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private void place(Node event, Map<String, String> row) {
        for (Node place : graph.linked(event, "lieu")) {
            row.put("venue", graph.text(place, "libelle"));
            row.put("venue_url", graph.text(place, "pageWeb"));
            row.put("venue_ids", graph.identifiers(place));
            Stream.of("adresse", "adressePostale")
                    .flatMap(property -> graph.linked(place, property).stream())
                    .findFirst()
                    .ifPresent(address -> {
                        row.put("street", graph.text(address, "adressePostale"));
                        row.put("postcode", graph.text(address, "codePostal"));
                        row.put("city", graph.text(address, "commune"));
                    });
            return;
        }
    }

    private String label(List<Node> told, String property) {
        return told.stream()
                .map(thing -> graph.label(thing, property))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Of the first that says one: of the event, of what it is of. A mark for young audiences counts where there are no words. */
    private String audience(List<Node> told) {
        for (Node thing : told) {
            List<String> labels = graph.labels(thing, "typePublic");
            if (!labels.isEmpty()) {
                return Audiences.told(labels);
            }
        }
        return told.stream()
                        .anyMatch(thing ->
                                TRUE.contains(graph.text(thing, "jeunePublic").strip()))
                ? YOUNG
                : "";
    }

    /** Whoever is named with what is played, whatever for; with the event alone only who is named for nothing else. */
    private Optional<Node> producer(Node event, List<Node> told) {
        return told.stream()
                .flatMap(thing -> graph.linked(thing, "mentionProduction").stream()
                        .filter(credit -> thing != event
                                || graph.label(credit, "fonction").isEmpty()))
                .flatMap(credit -> graph.linked(credit, "participant").stream())
                .filter(participant -> !name(participant).isEmpty())
                .findFirst();
    }

    private String name(Node participant) {
        String names = (graph.text(participant, "prenom") + " " + graph.text(participant, "nom")).strip();
        return names.isEmpty() ? graph.text(participant, "libelle") : names;
    }

    /** Every name without a class of its own is written as a Personne, by others too: a first name tells that it is one. */
    private String kind(Node participant) {
        boolean person = graph.isOf(participant, "Personne")
                && !graph.text(participant, "prenom").isBlank();
        boolean group = graph.isOf(participant, "Collectivite");
        return person == group ? "" : person ? "person" : "group";
    }

    private List<Node> works(List<Node> told) {
        return told.stream()
                .flatMap(thing -> graph.linked(thing, "oeuvreRepresentee").stream())
                .distinct()
                .toList();
    }

    /**
     * One part of a row for each work, writer and credit, or one that is empty. Whom an event names in a role of its own plays in the
     * place of whom its production names there.
     */
    private List<Map<String, String>> parts(List<Node> told) {
        Set<Map<String, String>> parts = new LinkedHashSet<>();
        for (Node work : works(told)) {
            Map<String, String> played = new HashMap<>();
            played.put("work_ref", CapDataGraph.id(work));
            played.put("work_title", graph.text(work, "titre"));
            played.put("work_ids", graph.identifiers(work));
            OF_WORK.forEach((column, names) -> played.put(column, graph.label(work, names)));
            if (graph.text(work, "titre").isEmpty()) {
                continue; // told in another document
            }
            List<Map<String, String>> writers = credits(work, "auteur");
            for (Map<String, String> writer : writers.isEmpty() ? List.of(Map.<String, String>of()) : writers) {
                Map<String, String> part = new HashMap<>(played);
                part.putAll(writer);
                parts.add(part);
            }
        }
        Set<List<String>> ofEvent = new HashSet<>();
        for (Node thing : told) {
            boolean event = thing == told.get(0);
            for (String property : CREDITS) {
                for (Map<String, String> credit : credits(thing, property)) {
                    List<String> part = List.of(property, credit.getOrDefault("role", ""));
                    if (event) {
                        ofEvent.add(part);
                    }
                    if (event || !ofEvent.contains(part)) {
                        parts.add(credit);
                    }
                }
            }
        }
        if (parts.isEmpty()) {
            parts.add(Map.of());
        }
        return parts.stream().limit(PARTS_MAX).toList();
    }

    private List<Map<String, String>> credits(Node thing, String property) {
        List<Map<String, String>> credits = new ArrayList<>();
        for (Node credit : graph.linked(thing, property)) {
            String role = graph.label(credit, "fonction");
            if (role.isEmpty() && property.equals(PRODUCING)) {
                continue; // the producer, who stands with what is played
            }
            for (Node participant : graph.linked(credit, "participant")) {
                String name = name(participant);
                if (!name.isEmpty()) {
                    credits.add(Map.of(
                            "contributor",
                            name,
                            "role",
                            role.isEmpty() && !ANY.contains(property) ? property : role,
                            "instrument",
                            graph.label(credit, "role"),
                            "contributor_form",
                            graph.label(participant, FORM),
                            "contributor_kind",
                            kind(participant),
                            "contributor_ids",
                            graph.identifiers(participant)));
                }
            }
        }
        return credits;
    }
}
