package org.foyer.hub.site.internal.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.PeerGroup;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.api.PeerGroups;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.FollowedCells;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.hub.site.internal.server.NodesDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a house beside its peers, through the same gate and with the same audit line as the page. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Prints how a house stands beside its peers; nobody sees another house's figures.")
final class CompareCommand implements Callable<Integer> {

    private static final String NODES = "nodes";

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(names = "--season", paramLabel = "S", description = "For instance 2024-25 (default: the present one).")
    @Nullable
    String season;

    @Option(
            names = "--group",
            paramLabel = "G",
            defaultValue = "all",
            description = "Peers: all, discipline, size, region, or nodes for houses of other nodes (default: all).")
    String group = "all";

    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "${env:FOYER_ADDRESS:-}",
            description = "Address of this node, for the group nodes (default: FOYER_ADDRESS).")
    String address = "";

    @Option(names = "--format", defaultValue = "json", description = "${COMPLETION-CANDIDATES} (default: json).")
    OutputFormat format = OutputFormat.json;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            House found = of.house(node);
            Season asked = Parameters.season(
                    season, found, node.figures(), node.settings().clock());
            Comparison comparison =
                    group.equals(NODES) ? acrossNodes(node, found, asked) : withinNode(node, found, asked);
            console.data(format == OutputFormat.csv ? table(comparison) : JsonFormat.pretty(comparison));
            return ExitCode.OK;
        }
    }

    private Comparison withinNode(Node node, House found, Season asked) {
        List<PeerGroup> groups = node.comparisons().groups(found.id());
        PeerGroup peers = PeerGroups.named(group, groups)
                .orElseThrow(() -> new Refused(400, "parameter-unreadable", "group", group));
        return node.comparisons().compare(reader(found), found.id(), asked, peers);
    }

    private Comparison acrossNodes(Node node, House found, Season asked) {
        if (address.isBlank()) {
            throw new Refused(404, "data-space-closed");
        }
        try (DataSpaceNode space = DataSpaceDesk.over(node, address)) {
            return NodesDesk.compare(space, reader(found), found, asked);
        }
    }

    /** The person at the machine, asking as a reader of this one house. */
    private static Actor reader(House house) {
        return new Actor(Actor.commandLine().login(), true, Map.of(house.id(), Role.READER), true);
    }

    private static String table(Comparison comparison) {
        CsvTable table = new CsvTable(
                "season",
                "indicator",
                "version",
                "unit",
                "own",
                "peers",
                "lower_quartile",
                "median",
                "upper_quartile",
                "position",
                "withheld",
                FollowedCells.HEADS.get(0),
                FollowedCells.HEADS.get(1));
        comparison
                .lines()
                .forEach(line -> table.row(
                        comparison.season().label(),
                        line.indicator(),
                        line.version(),
                        line.unit(),
                        line.own(),
                        line.peers(),
                        line.lowerQuartile(),
                        line.median(),
                        line.upperQuartile(),
                        line.position(),
                        line.withheld(),
                        FollowedCells.standing(line.definition()),
                        FollowedCells.networks(line.definition())));
        return table.toString();
    }
}
