package org.foyer.hub.site.internal.cli;

import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command on one house has. */
final class HouseOption {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--house", required = true, paramLabel = "NAME", description = "Short name of the house.")
    private String house = "";

    Node open() {
        return data.open();
    }

    NodeSettings settings() {
        return data.settings();
    }

    /** The house named; else says which there are. */
    House house(Node node) {
        return DataOption.house(node, house);
    }
}
