package org.foyer.hub.site.internal.cli;

import java.util.concurrent.Callable;
import org.foyer.hub.intake.Page;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of a house. */
@Command(name = "runs", mixinStandardHelpOptions = true, description = "Lists the imports of a house, newest first.")
final class RunsCommand implements Callable<Integer> {

    private static final int RUNS_MAX = 500;

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    OutputFormat format = OutputFormat.csv;

    RunsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            Page<RunReport> runs = node.intake().runs(of.house(node).id(), 0, RUNS_MAX);
            console.data(format == OutputFormat.csv ? table(runs) : JsonFormat.pretty(runs));
            return ExitCode.OK;
        }
    }

    private static String table(Page<RunReport> runs) {
        CsvTable table = new CsvTable("run", "begun_at", "state", "read", "taken", "unchanged", "quarantined", "files");
        runs.items()
                .forEach(run -> table.row(
                        run.run() == null ? null : run.run().value(),
                        run.begunAt(),
                        run.state().name().toLowerCase(java.util.Locale.ROOT),
                        run.read(),
                        run.taken(),
                        run.unchanged(),
                        run.quarantined(),
                        run.files().stream().map(file -> file.name()).toList()));
        return table.toString();
    }
}
