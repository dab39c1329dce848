package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.site.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does now what a serving node does at night. */
@Command(
        name = "dumps",
        mixinStandardHelpOptions = true,
        description = {
            "Writes today's whole programme of each house into the data folder, and deletes what is too old.",
            "Where the programmes are too many for memory, their graph for SPARQL is made anew too."
        })
final class DumpCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = "--address",
            required = true,
            defaultValue = "${env:FOYER_ADDRESS}",
            description = "Public address of the node, from which identifiers are made (default: FOYER_ADDRESS).")
    String address = "";

    DumpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (Node node = data.open()) {
            String base = address.replaceFirst("/$", "");
            Dumps.Written written =
                    node.catalogue().dumps().write(base, node.settings().dumpDays());
            long graph = node.catalogue().sparql().prepare(base);
            console.data("written,deleted,left,graph\n%d,%d,%s,%d"
                    .formatted(written.files(), written.deleted(), String.join(" ", written.left()), graph));
            return ExitCode.OK;
        }
    }
}
