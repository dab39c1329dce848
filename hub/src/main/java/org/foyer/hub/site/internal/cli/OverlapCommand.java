package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.OverlapGate.Told;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.ReachTold;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.OverlapResource;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.pages.OverlapGenres;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.hub.site.internal.server.OverlapDesk;
import org.foyer.hub.site.internal.server.OverlapDesk.Beside;
import org.foyer.hub.site.internal.server.ReachDesk;
import org.foyer.hub.site.internal.server.ReachDesk.Standing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints how many buyers a house shares with others, through the same gate and with the same audit line as the page. */
@Command(
        name = "overlap",
        mixinStandardHelpOptions = true,
        description = "Prints how many buyers a house shares with others that take part, moved and rounded.")
final class OverlapCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--house", required = true, paramLabel = "NAME", description = "Short name of the house.")
    String house = "";

    @Option(
            names = "--with",
            paramLabel = "NODE/HOUSE",
            description = "A house of another node, as the data space calls the node; asked over the network, once a"
                    + " quarter.")
    @Nullable
    String with;

    @Option(names = "--name", description = "Only names the house given by --with, so that it may ask.")
    boolean name;

    @Option(names = "--nodes", description = "Prints what is known of houses of other nodes, and asks nobody.")
    boolean nodes;

    @Option(
            names = "--network",
            description = "Prints what is known of many houses at once, on many nodes, and asks nobody.")
    boolean network;

    @ArgGroup(exclusive = false)
    @Nullable
    Three three;

    /** The nodes that count with many houses at once. */
    static final class Three {
        @Option(
                names = "--first",
                required = true,
                paramLabel = "NODE",
                description = "With --network: names the nodes that count; this one holds a key, ...")
        String first = "";

        @Option(
                names = "--second",
                required = true,
                paramLabel = "NODE",
                description = "... this one the other key, ...")
        String second = "";

        @Option(names = "--pool", required = true, paramLabel = "NODE", description = "... and this one sketches.")
        String pool = "";
    }

    @Option(names = "--ask", description = "With --network: gives the sketch of the house, once a quarter, and asks.")
    boolean ask;

    @Option(names = "--stop", description = "With --network: counts no longer; the pool throws the sketch away.")
    boolean stop;

    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "${env:FOYER_ADDRESS:-}",
            description = "Address of this node, for --with, --nodes and --network (default: FOYER_ADDRESS).")
    String address = "";

    @Option(names = "--format", defaultValue = "json", description = "${COMPLETION-CANDIDATES} (default: json).")
    OutputFormat format = OutputFormat.json;

    @Option(
            names = "--crossing",
            description = "As CSV: genres of this house and of others instead of pairs of houses.")
    boolean crossing;

    OverlapCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = data.open()) {
            House found = DataOption.house(node, house);
            if (network) {
                return manyHouses(node, found);
            }
            if (with != null || nodes) {
                return acrossNodes(node, found);
            }
            Actor reader = new Actor(Actor.commandLine().login(), true, Map.of(found.id(), Role.READER), true);
            Told told =
                    OverlapGenres.labelled(Language.of(console.language()), OverlapResource.of(node, reader, found));
            console.data(
                    format == OutputFormat.csv
                            ? crossing ? crossings(told) : table(told)
                            : JsonFormat.mapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(told));
            return ExitCode.OK;
        }
    }

    private static String crossings(Told told) {
        CsvTable table =
                new CsvTable("period", "genre", "other", "other_genre", "buyers", "about", "share", "lift", "within");
        for (HouseCrossing crossing : told.crossings()) {
            for (HouseCrossing.Cell cell : crossing.cells()) {
                table.row(
                        told.period(),
                        cell.genre(),
                        crossing.house(),
                        cell.otherGenre(),
                        cell.buyers(),
                        cell.about(),
                        cell.share(),
                        cell.lift(),
                        HouseCrossing.WITHIN);
            }
        }
        return table.toString();
    }

    /** Names, asks, or only tells what is known. */
    private int acrossNodes(Node node, House found) throws JsonProcessingException {
        if (address.isBlank()) {
            throw new Refused(404, "data-space-closed");
        }
        try (DataSpaceNode space = DataSpaceDesk.over(node, address)) {
            if (with != null) {
                Other other = other(with);
                String wrong = name ? OverlapDesk.gate(node).name(Actor.commandLine(), found, other) : null;
                if (wrong != null) {
                    throw new Refused(422, wrong);
                }
                if (!name) {
                    ask(space, found, other);
                }
            }
            List<Beside> beside = OverlapDesk.beside(node, Optional.of(space), found);
            console.data(
                    format == OutputFormat.csv
                            ? table(beside)
                            : JsonFormat.mapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(beside));
            return ExitCode.OK;
        }
    }

    /** Names the nodes that count, asks them, stops, or only tells what is known. */
    private int manyHouses(Node node, House found) throws JsonProcessingException {
        if (address.isBlank()) {
            throw new Refused(404, "data-space-closed");
        }
        try (DataSpaceNode space = DataSpaceDesk.over(node, address)) {
            if (three != null) {
                ReachNetwork wish = new ReachNetwork(three.first, three.second, three.pool);
                ReachDesk.name(node, space, Actor.commandLine(), found, wish);
            }
            if (stop) {
                ReachDesk.stop(node, space, Actor.commandLine(), found);
            }
            if (ask) {
                Actor steward = steward(found);
                try (ProgressBar bar = console.progress(found.slug())) {
                    ReachDesk.ask(
                            space, steward, found, progress -> bar.at(progress.step(), progress.done(), progress.of()));
                }
            }
            Standing standing = ReachDesk.standing(node, Optional.of(space), found);
            console.data(
                    format == OutputFormat.csv
                            ? table(standing)
                            : JsonFormat.mapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(standing));
            return ExitCode.OK;
        }
    }

    private static Actor steward(House found) {
        return new Actor(Actor.commandLine().login(), true, Map.of(found.id(), Role.STEWARD), false);
    }

    private static String table(Standing standing) {
        CsvTable table = new CsvTable("period", "figure", "one", "other", "people", "within", "withheld");
        ReachTold told = standing.told();
        if (told == null) {
            return table.toString();
        }
        row(table, told, "reach", "", "", told.reach());
        told.atLeast().forEach(one -> row(table, told, "at-least-" + one.houses(), "", "", one.people()));
        told.pairs()
                .forEach(cell -> row(
                        table,
                        told,
                        "shared",
                        told.houses().get(cell.one()),
                        told.houses().get(cell.other()),
                        cell.shared()));
        return table.toString();
    }

    private static void row(
            CsvTable table, ReachTold told, String figure, String one, String other, ReachTold.Figure people) {
        table.row(told.period(), figure, one, other, people.about(), people.within(), people.withheld());
    }

    private void ask(DataSpaceNode space, House found, Other other) {
        Actor steward = steward(found);
        try (ProgressBar bar = console.progress(other.house())) {
            OverlapDesk.ask(
                    space, steward, found, other, progress -> bar.at(progress.step(), progress.done(), progress.of()));
        }
    }

    /** The name of a node may hold any letter, that of a house no slash. */
    private static Other other(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new Refused(400, "parameter-unreadable", "with", text);
        }
        return new Other(text.substring(0, slash), text.substring(slash + 1));
    }

    private static String table(List<Beside> beside) {
        CsvTable table = new CsvTable("period", "node", "house", "shared", "within", "withheld");
        beside.forEach(
                one -> table.row(one.period(), one.node(), one.house(), one.about(), one.within(), one.withheld()));
        return table.toString();
    }

    private static String table(Told told) {
        CsvTable table = new CsvTable("period", "one", "other", "shared", "within", "withheld");
        told.cells()
                .forEach(cell -> table.row(
                        told.period(),
                        cell.one(),
                        cell.other(),
                        cell.shared().about(),
                        told.within(),
                        cell.shared().withheld()));
        return table.toString();
    }
}
