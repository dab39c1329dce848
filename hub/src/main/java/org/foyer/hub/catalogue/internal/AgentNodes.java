package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.model.Contribution;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is credited as schema.org: a {@code Person}, or a {@code PerformingGroup} if it performs or else an {@code Organization}, where a source says
 * which, or a role that only groups have. Of others no type is told.
 */
final class AgentNodes {

    private final SchemaWriter json;
    private final Iris iris;
    private final OutsideNodes outside;

    AgentNodes(SchemaWriter json, Iris iris) {
        this.json = json;
        this.iris = iris;
        this.outside = new OutsideNodes(json);
    }

    /** @param kind {@code person} or {@code group}; null when nobody said */
    static @Nullable String type(@Nullable String kind, boolean performing) {
        if (kind == null) {
            return null;
        }
        return kind.equals("person") ? "Person" : performing ? "PerformingGroup" : "Organization";
    }

    /** Names that are credited in a role of groups. */
    static Set<String> groups(List<Contribution> credits) {
        return credits.stream()
                .filter(credit -> Meanings.isGroup(credit.role()))
                .map(Contribution::name)
                .collect(Collectors.toSet());
    }

    /** What is said of a name comes before what follows from a role. */
    private static @Nullable String type(String name, boolean performing, boolean group, ExternalIds ids) {
        return type(ids.agents().getOrDefault(name, group ? "group" : null), performing || group);
    }

    /** @param groups names that a role tells to be groups */
    void all(String property, List<String> names, ExternalIds ids, Set<String> groups) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        json.startList(property);
        for (String name : names) {
            node(name, type(name, property.equals("performer"), groups.contains(name), ids), ids);
        }
        json.endList();
    }

    private void node(String name, @Nullable String type, ExternalIds ids) throws IOException {
        String person = person(name, ids);
        if (person == null && type == null && ids.ofName(name).isEmpty()) {
            json.named(name);
            return;
        }
        json.start();
        fields(person, name, type, ids);
        json.end();
    }

    private void fields(@Nullable String person, String name, @Nullable String type, ExternalIds ids)
            throws IOException {
        json.text("@id", person);
        json.text("@type", type);
        json.text("name", name);
        outside.identifiers(ids.ofName(name));
    }

    /** A credit with the house's words for the role. */
    void role(Contribution credit, ExternalIds ids) throws IOException {
        boolean performing = EventNodes.isPerforming(credit.role());
        String type = type(credit.name(), performing, Meanings.isGroup(credit.role()), ids);
        List<String> roleNames = Stream.of(credit.role(), credit.instrument())
                .filter(name -> name != null && !name.isEmpty())
                .toList();
        if (roleNames.isEmpty()) {
            node(credit.name(), type, ids);
            return;
        }
        json.start();
        json.text("@type", performing ? "PerformanceRole" : "Role");
        json.text(
                "additionalType",
                Meanings.role(credit.role()).map(iris::concept).orElse(null));
        json.texts("roleName", roleNames);
        json.start("contributor");
        fields(person(credit.name(), ids), credit.name(), type, ids);
        json.end();
        json.end();
    }

    private @Nullable String person(String name, ExternalIds ids) {
        Long id = ids.persons().get(name);
        return id == null ? null : iris.person(id);
    }
}
