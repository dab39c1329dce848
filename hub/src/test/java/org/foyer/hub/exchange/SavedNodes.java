package org.foyer.hub.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Nodes that know one another, written once into a folder and opened from it by every test anew, because votes take long. */
record SavedNodes(Path folder, List<String> names) {

    /** Ends nodes whose stores lie in the folder, and keeps what they hold. */
    void save(List<LinkedNode> nodes) {
        for (int at = 0; at < nodes.size(); at++) {
            nodes.get(at).save(folder.resolve(names.get(at) + ".saved"));
            nodes.get(at).close();
        }
    }

    /** @param to a folder of their own, to be made */
    List<LinkedNode> open(Path to, Clock clock) throws IOException {
        Files.createDirectories(to);
        for (String name : names) {
            Files.copy(folder.resolve(name + ".saved"), to.resolve(name + ".db"));
            Files.copy(folder.resolve(name + ".end"), to.resolve(name + ".end"));
            tree(folder.resolve(name + "-keys"), to.resolve(name + "-keys"));
            tree(folder.resolve(name + "-archive"), to.resolve(name + "-archive"));
        }
        List<LinkedNode> nodes =
                names.stream().map(name -> new LinkedNode(name, to, clock)).toList();
        nodes.forEach(node ->
                node.opened(nodes.stream().filter(other -> other != node).toList()));
        return nodes;
    }

    private static void tree(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one).toString()));
            }
        }
    }
}
