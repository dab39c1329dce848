package org.foyer.hub.intake.internal.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Productions among what events play. A work that is a PerformanceWork of schema.org (LivePerformanceWork of Artsdata) is a staging: that on
 * which it is based is what it stages or, if it is a staging too, what it revives. An event or its run may also be a version of another
 * ({@code isVersionOf} of DCMI Metadata Terms), as this software writes it.
 */
final class SchemaStagings {

    private static final Set<String> STAGINGS = Set.of("PerformanceWork", "LivePerformanceWork");

    private static final List<String> VERSION = List.of(
            "http://purl.org/dc/terms/isVersionOf",
            "https://purl.org/dc/terms/isVersionOf",
            "dct:isVersionOf",
            "dcterms:isVersionOf",
            "isVersionOf");

    private static final List<String> PLAYED = List.of("workPerformed", "workFeatured");

    private final LinkedGraph graph;

    SchemaStagings(LinkedGraph graph) {
        this.graph = graph;
    }

    /** Reference of what is revived; empty when nothing, or more than one, is told. */
    String revived(Members event, Members parent) {
        return Stream.of(event, parent)
                .map(this::revived)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private Optional<String> revived(Members event) {
        List<String> found = new ArrayList<>();
        for (String name : VERSION) {
            event.list(name).forEach(value -> found.add(reference(value)));
        }
        for (String name : PLAYED) {
            for (Members work : graph.things(event, name)) {
                if (isStaging(work)) {
                    bases(work).stream().filter(this::isStaging).forEach(base -> found.add(base.text("@id")));
                }
            }
        }
        List<String> named = found.stream()
                .filter(id -> !id.isEmpty() && !id.startsWith("_:"))
                .distinct()
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** What a staging stages, where it tells it; else the work itself. */
    List<Members> staged(Members work) {
        List<Members> based = isStaging(work)
                ? bases(work).stream()
                        .filter(base -> !isStaging(base)
                                && !LinkedGraph.text(base.get("name")).isEmpty())
                        .toList()
                : List.of();
        return based.isEmpty() ? List.of(work) : based;
    }

    private List<Members> bases(Members work) {
        return graph.things(work, "isBasedOn");
    }

    private boolean isStaging(Members work) {
        return Stream.concat(
                        graph.types(work).stream(),
                        work.list("additionalType").stream().map(SchemaStagings::reference))
                .map(type -> type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1))
                .anyMatch(STAGINGS::contains);
    }

    static String reference(Object value) {
        return value instanceof String iri ? iri.strip() : Members.of(value).text("@id");
    }
}
