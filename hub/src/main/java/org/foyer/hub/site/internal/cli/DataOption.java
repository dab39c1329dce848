package org.foyer.hub.site.internal.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.site.internal.security.FiguresSeen;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that every command on a data folder has. */
final class DataOption {

    /** Action of the audit line that each command on a data folder leaves. */
    static final String COMMAND_RUN = "command-run";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:FOYER_DATA:-foyer-data}",
            description = "Data folder (default: ./foyer-data, or FOYER_DATA).")
    Path folder = Path.of("foyer-data");

    /** The command that has this option. */
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before it runs
    CommandSpec command;

    /** Opens the node and writes down which command did, for the houses that it names: who runs the node can read all of it. */
    Node open() {
        return open(command);
    }

    /** @param by the command itself, for options that have this one among them */
    Node open(CommandSpec by) {
        Node node = Node.open(settings());
        try {
            List<House> named = named(node, by);
            named.forEach(house -> commandRun(node, by, house.id()));
            if (named.isEmpty()) {
                commandRun(node, by, null);
            }
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private static void commandRun(Node node, CommandSpec command, @Nullable HouseId house) {
        String name = command.qualifiedName().replaceFirst("^foyer ", "");
        node.audit().write(Actor.commandLine(), house, COMMAND_RUN, null, name);
    }

    /** Houses that are named and known; that one is not known the command says itself. */
    private static List<House> named(Node node, CommandSpec command) {
        OptionSpec option = command.findOption("--house");
        Object said = option == null ? null : option.getValue();
        Collection<?> names =
                said instanceof Collection<?> several ? several : said == null ? List.of() : List.of(said);
        return names.stream()
                .flatMap(name -> found(node, name.toString()).stream())
                .distinct()
                .toList();
    }

    NodeSettings settings() {
        return NodeSettings.of(folder, System::getenv);
    }

    /** The house of that short name or name; else says which there are. */
    static House house(Node node, String name) {
        return found(node, name).orElseThrow(() -> new Refused(404, "house-not-here", name, known(node)));
    }

    private static Optional<House> found(Node node, String name) {
        return node.houses()
                .bySlug(name)
                .or(() -> node.houses().all().stream()
                        .filter(house -> house.name().equalsIgnoreCase(name))
                        .findFirst());
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
