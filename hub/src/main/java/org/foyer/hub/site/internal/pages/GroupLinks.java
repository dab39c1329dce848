package org.foyer.hub.site.internal.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.foyer.hub.linking.Match;
import org.jspecify.annotations.Nullable;

/** Which links hold a group of buyers together, and whether one of them alone does. */
final class GroupLinks {

    private final int nodes;
    private final List<Link> links;

    /** @param a number of a buyer in the group, from 0 */
    record Link(int a, int b, Match.Edge edge) {
        boolean holds() {
            return edge.holds();
        }
    }

    /** A link without which its part of the group would fall into two sides, each in rising order. */
    record Bridge(Link link, List<Integer> side, List<Integer> otherSide) {
        private int smaller() {
            return Math.min(side.size(), otherSide.size());
        }
    }

    GroupLinks(int nodes, List<Link> links) {
        this.nodes = nodes;
        this.links = links;
    }

    /** Those that are joined by links that hold, each part in rising order. */
    List<List<Integer>> parts() {
        List<List<Integer>> parts = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            int wanted = node;
            if (parts.stream().noneMatch(part -> part.contains(wanted))) {
                parts.add(reached(node, null));
            }
        }
        return parts;
    }

    /** All of them, that which parts most buyers from the others first. */
    List<Bridge> bridges() {
        return links.stream()
                .filter(Link::holds)
                .flatMap(link -> bridge(link).stream())
                .sorted(Comparator.comparingInt(Bridge::smaller).reversed())
                .toList();
    }

    private Optional<Bridge> bridge(Link link) {
        List<Integer> side = reached(link.a(), link);
        return side.contains(link.b())
                ? Optional.empty()
                : Optional.of(new Bridge(link, side, reached(link.b(), link)));
    }

    private List<Integer> reached(int from, @Nullable Link without) {
        TreeSet<Integer> reached = new TreeSet<>(List.of(from));
        Deque<Integer> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            int at = open.remove();
            links.stream()
                    .filter(link -> !link.equals(without) && link.holds())
                    .flatMapToInt(link -> link.a() == at
                            ? IntStream.of(link.b())
                            : link.b() == at ? IntStream.of(link.a()) : IntStream.empty())
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return List.copyOf(reached);
    }
}
