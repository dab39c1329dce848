package org.foyer.hub.site.internal.cli;

import java.nio.file.Path;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.site.internal.security.FiguresSeen;
import org.foyer.hub.site.internal.security.Refused;
import picocli.CommandLine.Option;

/** The option that every command on a data folder has. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:FOYER_DATA:-foyer-data}",
            description = "Data folder (default: ./foyer-data, or FOYER_DATA).")
    Path folder = Path.of("foyer-data");

    Node open() {
        return Node.open(settings());
    }

    NodeSettings settings() {
        return NodeSettings.of(folder, System::getenv);
    }

    /** The house of that short name or name; else says which there are. */
    static House house(Node node, String name) {
        return node.houses()
                .bySlug(name)
                .or(() -> node.houses().all().stream()
                        .filter(house -> house.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> new Refused(404, "house-not-here", name, known(node)));
    }

    private static String known(Node node) {
        String known = String.join(
                ", ", node.houses().all().stream().map(House::slug).limit(50).toList());
        return known.isEmpty() ? "–" : known;
    }

    /** Writes down that figures of people were looked at, as the pages do. */
    static void figuresSeen(Node node, House house, String figures) {
        node.audit().write(Actor.commandLine(), house.id(), FiguresSeen.ACTION, FiguresSeen.PURPOSE, figures);
    }
}
