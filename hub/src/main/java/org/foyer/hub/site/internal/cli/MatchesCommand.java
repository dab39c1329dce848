package org.foyer.hub.site.internal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.linking.BuyerCard;
import org.foyer.hub.linking.Match;
import org.foyer.hub.linking.MatchList;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.MatchDesk;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Links the buyers of a house and prints the doubtful pairs. */
@Command(
        name = "matches",
        mixinStandardHelpOptions = true,
        description = {
            "Links the buyers of a house and prints the pairs of which it is doubtful whether they are one person.",
            "It prints names, so it writes a line in the audit."
        })
final class MatchesCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    OutputFormat format = OutputFormat.csv;

    @Option(
            names = "--learn-anew",
            description = {
                "Learns anew what agreements between buyers are worth,",
                "as it is done by itself once the buyers are a fifth more or less. People may change."
            })
    boolean learnAnew;

    @Option(
            names = "--pair",
            arity = "2",
            paramLabel = "CUSTOMER",
            description = {
                "Two customer numbers: what speaks for and against their being one person,",
                "doubtful or not."
            })
    List<String> pair = List.of();

    MatchesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            House found = of.house(node);
            if (learnAnew) {
                node.samePerson().learnAnew(found.id());
            }
            node.samePerson().link(found);
            if (!pair.isEmpty()) {
                Match match = new MatchDesk(node).pairOf(Actor.commandLine(), found, pair.get(0), pair.get(1));
                console.data(format == OutputFormat.csv ? steps(match) : JsonFormat.pretty(match));
                return ExitCode.OK;
            }
            MatchList list = new MatchDesk(node).doubtful(Actor.commandLine(), found, 0, MatchList.PAIRS_MAX);
            console.data(format == OutputFormat.csv ? table(list) : JsonFormat.pretty(list));
            return ExitCode.OK;
        }
    }

    /** One row for each step from what speaks beforehand to the weight. */
    private static String steps(Match match) {
        CsvTable table = new CsvTable("compared", "alike", "bits", "total");
        table.row("prior", "", rounded(match.prior()), rounded(match.prior()));
        for (Match.Step step : match.steps()) {
            String alike = step.levels().entrySet().stream()
                    .map(level -> level.getKey() + " " + level.getValue())
                    .collect(Collectors.joining("; "));
            table.row(step.of(), alike, rounded(step.bits()), rounded(step.total()));
        }
        return table.toString();
    }

    private static double rounded(double bits) {
        return Math.round(bits * 100) / 100.0;
    }

    /** One row for each pair; what differs stands after a bar. */
    private static String table(MatchList list) {
        CsvTable table = new CsvTable(
                "one",
                "other",
                "weight",
                "joined",
                "first_name",
                "last_name",
                "street",
                "postcode",
                "city",
                "email",
                "phone",
                "birth_year");
        for (Match match : list.matches()) {
            BuyerCard a = match.one();
            BuyerCard b = match.other();
            table.row(
                    a.person(),
                    b.person(),
                    rounded(match.weight()),
                    match.joined(),
                    both(a.firstName(), b.firstName()),
                    both(a.lastName(), b.lastName()),
                    both(a.street(), b.street()),
                    both(a.postcode(), b.postcode()),
                    both(a.city(), b.city()),
                    both(a.email(), b.email()),
                    both(a.phone(), b.phone()),
                    both(a.birthYear(), b.birthYear()));
        }
        return table.toString();
    }

    private static String both(@Nullable Object one, @Nullable Object other) {
        String a = one == null ? "" : one.toString();
        String b = other == null ? "" : other.toString();
        return a.equals(b) ? a : a + " | " + b;
    }
}
