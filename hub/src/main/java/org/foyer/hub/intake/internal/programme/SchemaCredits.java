package org.foyer.hub.intake.internal.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;

/** Works and people of an event of schema.org: one part of a row for each, or one empty part. */
final class SchemaCredits {

    /** Parts of one event; a festival names some hundreds. */
    private static final int PARTS_MAX = 1_000;

    private static final List<String> OF_EVENT =
            List.of("performer", "performers", "actor", "director", "conductor", "composer", "contributor", "author");
    private static final List<String> OF_WORK = List.of("composer", "author", "lyricist", "choreographer");

    /** Of who is told by one of these and by a word for the same, the word is kept: the property says no more. */
    private static final Set<String> PLAIN = Set.of("performer", "director", "composer");

    /** Organisations of schema.org whose names do not end so. */
    private static final Set<String> GROUPS =
            Set.of("Corporation", "NGO", "PerformingArtsTheater", "CollegeOrUniversity", "School", "LocalBusiness");

    private static final String SCHEMA = "http://schema.org/";
    private static final Vocabulary ROLES = Vocabularies.of("roles");
    private static final Vocabulary FORMS = Vocabularies.of("work-forms");
    private static final Pattern FORM = Pattern.compile(".*/id/vocabulary/work-forms/([a-z0-9_-]+)");

    private final LinkedGraph graph;
    private final SchemaIdentifiers identifiers;
    private final SchemaStagings stagings;

    SchemaCredits(LinkedGraph graph) {
        this.graph = graph;
        this.identifiers = new SchemaIdentifiers(graph);
        this.stagings = new SchemaStagings(graph);
    }

    List<Map<String, String>> of(Members event, Members parent) {
        Set<Map<String, String>> parts = new LinkedHashSet<>();
        boolean own = event.has("workPerformed") || event.has("workFeatured");
        Members whole = own ? event : parent;
        for (String name : List.of("workPerformed", "workFeatured")) {
            for (Object value : whole.list(name)) {
                work(value, parts);
            }
        }
        boolean ownPeople = OF_EVENT.stream().anyMatch(event::has);
        for (String role : OF_EVENT) {
            people(ownPeople ? event : parent, role, Map.of(), parts);
        }
        Set<List<String>> worded = new HashSet<>();
        parts.forEach(part -> property(part).ifPresent(property -> worded.add(List.of(name(part), property))));
        parts.removeIf(part -> PLAIN.contains(part.getOrDefault("role", ""))
                && worded.contains(List.of(name(part), part.get("role"))));
        if (parts.isEmpty()) {
            parts.add(Map.of());
        }
        return parts.stream().limit(PARTS_MAX).toList();
    }

    /**
     * A whole without its people when they are but the sum of whom its parts name: then a part that names nobody is one of which nobody is
     * known, and not one in which all of them play.
     */
    Members withoutSum(Members whole, List<Members> parts) {
        Set<String> ofWhole = names(whole);
        if (ofWhole.isEmpty()
                || parts.stream().allMatch(part -> OF_EVENT.stream().anyMatch(part::has))) {
            return whole;
        }
        Set<String> ofParts = new HashSet<>();
        parts.forEach(part -> ofParts.addAll(names(part)));
        if (!ofParts.containsAll(ofWhole)) {
            return whole;
        }
        Map<Object, Object> left = new HashMap<>(whole.map());
        left.keySet().removeAll(OF_EVENT);
        return new Members(left);
    }

    private Set<String> names(Members event) {
        Set<String> names = new HashSet<>();
        for (String property : OF_EVENT) {
            for (Object value : event.list(property)) {
                person(value, property, 0).forEach(part -> names.add(name(part)));
            }
        }
        return names;
    }

    private static String name(Map<String, String> part) {
        return part.getOrDefault("contributor", "");
    }

    /** What the word for a role is as a property of schema.org, if the word is not that property itself. */
    private static Optional<String> property(Map<String, String> part) {
        String role = part.getOrDefault("role", "");
        return PLAIN.contains(role) || part.containsKey("work_title")
                ? Optional.empty()
                : ROLES.meaning(role).flatMap(concept -> ROLES.nameIn(SCHEMA, concept));
    }

    private void work(Object value, Set<Map<String, String>> parts) {
        Members told = graph.thing(value);
        if (told.map().isEmpty()) {
            work(told, LinkedGraph.text(value), "", parts);
        } else {
            stagings.staged(told).forEach(one -> workOrExcerpt(one, parts));
        }
    }

    /** A work, or an excerpt that has no name of its own but is part of one: a movement, an aria. */
    private void workOrExcerpt(Members told, Set<Map<String, String>> parts) {
        Members whole = graph.thing(told.get("isPartOf"));
        String title = LinkedGraph.text(whole.get("name"));
        String own = LinkedGraph.text(told.get("name"));
        boolean isExcerpt =
                told.text("@id").matches("(_:.*)?") && OF_WORK.stream().noneMatch(told::has) && !title.isEmpty();
        work(isExcerpt ? whole : told, isExcerpt ? title : own, isExcerpt ? own : "", parts);
    }

    private void work(Members work, String title, String excerpt, Set<Map<String, String>> parts) {
        if (title.isEmpty() || title.matches("(?i)https?://.*")) {
            return;
        }
        Map<String, String> part = new HashMap<>();
        part.put("work_title", title);
        part.put("work_part", excerpt);
        String id = work.text("@id");
        part.put("work_ref", id.startsWith("_:") ? "" : id);
        part.put("work_ids", identifiers.of(work));
        part.put("work_type", type(work));
        part.put("work_genre", LinkedGraph.text(work.get("genre")));
        int before = parts.size();
        OF_WORK.forEach(role -> people(work, role, part, parts));
        if (parts.size() == before) {
            parts.add(part);
        }
    }

    /** Of the concepts of what works are, which this software tells beside the class, the French word. */
    private static String type(Members work) {
        return work.list("additionalType").stream()
                .map(SchemaStagings::reference)
                .flatMap(address -> Optional.of(FORM.matcher(address)).filter(Matcher::matches).stream())
                .flatMap(form -> FORMS.concept(form.group(1)).stream())
                .map(concept -> concept.label("fr"))
                .findFirst()
                .orElse("");
    }

    private void people(Members of, String property, Map<String, String> work, Set<Map<String, String>> parts) {
        for (Object value : of.list(property)) {
            String plain = property.equals("performers") ? "performer" : property;
            for (Map<String, String> person : person(value, plain, 0)) {
                Map<String, String> part = new HashMap<>(work);
                part.putAll(person);
                parts.add(part);
            }
        }
    }

    /** A role stands around the person who plays it. */
    private List<Map<String, String>> person(Object value, String role, int depth) {
        Members who = graph.thing(value);
        if (who.map().isEmpty() || who.has("@value")) {
            String name = LinkedGraph.text(value);
            boolean none = name.isEmpty() || name.matches("(?i)https?://.*");
            return none ? List.of() : List.of(Map.of("contributor", name, "role", role));
        }
        String property = role(who, role);
        if (property.isEmpty() || depth > 2) {
            String name = LinkedGraph.text(who.get("name"));
            return name.isEmpty()
                    ? List.of()
                    : List.of(Map.of(
                            "contributor",
                            name,
                            "role",
                            role,
                            "contributor_kind",
                            kind(who),
                            "contributor_ids",
                            identifiers.of(who)));
        }
        String roleName = LinkedGraph.text(who.get("roleName"));
        List<Map<String, String>> people = new ArrayList<>();
        for (Object inner : who.list(property)) {
            people.addAll(
                    person(inner, roleName.isEmpty() || roleName.startsWith("http") ? role : roleName, depth + 1));
        }
        return people;
    }

    /** What its types say; empty for none, and for both. */
    private String kind(Members who) {
        List<String> types = graph.types(who);
        boolean person = types.contains("Person");
        boolean group = types.stream().anyMatch(SchemaCredits::isGroup);
        return person == group ? "" : person ? "person" : "group";
    }

    private static boolean isGroup(String type) {
        return type.endsWith("Group") || type.endsWith("Organization") || GROUPS.contains(type);
    }

    private String role(Members who, String property) {
        boolean role = graph.types(who).stream().anyMatch(type -> type.endsWith("Role"));
        if (!role) {
            return "";
        }
        return List.of(property, "performer", "contributor", "actor", "author", "composer", "director").stream()
                .filter(who::has)
                .findFirst()
                .orElse("");
    }
}
