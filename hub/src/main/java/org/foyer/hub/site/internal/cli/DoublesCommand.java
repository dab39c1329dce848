package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a house tells twice, and the word of a person on it. */
@Command(
        name = "doubles",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the shows, places, works, people, festivals and series that a house tells twice, with the reasons, or says of two whether they are one.",
            "A decision is an import: foyer undo takes it back."
        })
final class DoublesCommand implements Callable<Integer> {

    private static final int LISTED = 500;

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--house", required = true, paramLabel = "NAME", description = "Short name of the house.")
    String house = "";

    @Option(names = "--joined", description = "Spellings that are one person, with why they are.")
    boolean joined;

    @Option(names = "--announcements", description = "Dates that may be announcements and no performances.")
    boolean announcements;

    @Option(names = "--decided", description = "What was decided and not taken back.")
    boolean decided;

    @Option(names = "--kind", description = "${COMPLETION-CANDIDATES}: of the two that are decided.")
    DoublePair.@Nullable Kind kind;

    @Option(names = "--keep", paramLabel = "N", description = "Number of the one by whose identifier both go.")
    long keep;

    @Option(names = "--same", paramLabel = "N", description = "Number of the other, when the two are one.")
    long same;

    @Option(names = "--apart", paramLabel = "N", description = "Number of the other, when they are two.")
    long apart;

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    OutputFormat format = OutputFormat.csv;

    DoublesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = data.open()) {
            House found = DataOption.house(node, house);
            Doubles doubles = node.intake().doubles();
            if (kind != null) {
                return decide(node, found, doubles, kind);
            }
            if (announcements) {
                List<Doubles.Announcement> dates = doubles.announcements(found.id());
                return print(dates, announced(dates));
            }
            if (decided) {
                List<Doubles.Decided> said = doubles.decided(found.id(), LISTED);
                return print(said, decided(said));
            }
            List<DoublePair> pairs = joined ? doubles.joined(found.id()) : doubles.doubtful(found.id());
            return print(pairs, told(pairs));
        }
    }

    private int print(Object told, String table) throws JsonProcessingException {
        console.data(
                format == OutputFormat.json
                        ? JsonFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(told)
                        : table);
        return ExitCode.OK;
    }

    private static String announced(List<Doubles.Announcement> dates) {
        CsvTable table = new CsvTable("performance", "production", "title", "day", "starts");
        dates.forEach(one -> table.row(one.performance(), one.production(), one.title(), one.day(), one.starts()));
        return table.toString();
    }

    private int decide(Node node, House found, Doubles doubles, DoublePair.Kind of) {
        boolean one = same != 0;
        Optional<RunReport> report = doubles.decide(
                found.id(),
                of,
                keep,
                one ? same : apart,
                one,
                Actor.commandLine().login());
        if (report.isEmpty()) {
            console.tell("double-gone", List.of());
            return ExitCode.REFUSED;
        }
        if (report.get().state() != RunState.COMMITTED) {
            report.get().problems().forEach(problem -> console.tell(problem.code(), problem.arguments()));
            return ExitCode.REFUSED;
        }
        node.audit()
                .write(
                        Actor.commandLine(),
                        found.id(),
                        one ? "doubles-joined" : "doubles-told-apart",
                        null,
                        String.format(Locale.ROOT, "%s %d %d", of.word(), keep, one ? same : apart));
        return ExitCode.OK;
    }

    private static String told(List<DoublePair> pairs) {
        CsvTable table = new CsvTable("kind", "keep", "name", "other", "other_name", "reasons");
        for (DoublePair pair : pairs) {
            table.row(
                    pair.kind().word(),
                    pair.one().id(),
                    pair.one().name(),
                    pair.other().id(),
                    pair.other().name(),
                    pair.reasons().stream()
                            .map(reason -> (reason.code() + " " + reason.value()).strip())
                            .collect(Collectors.joining("; ")));
        }
        return table.toString();
    }

    private static String decided(List<Doubles.Decided> said) {
        CsvTable table = new CsvTable("kind", "verdict", "thing", "name", "other", "other_name", "run");
        for (Doubles.Decided one : said) {
            table.row(
                    one.kind().word(),
                    one.same() ? "same" : "apart",
                    one.thing(),
                    one.name(),
                    one.other(),
                    one.otherName(),
                    one.run());
        }
        return table.toString();
    }
}
