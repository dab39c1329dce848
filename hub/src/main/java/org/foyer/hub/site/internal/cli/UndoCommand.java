package org.foyer.hub.site.internal.cli;

import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a run back. */
@Command(name = "undo", mixinStandardHelpOptions = true, description = "Takes an import back as a whole.")
final class UndoCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Parameters(paramLabel = "RUN", description = "Number of the run, as its report and the command runs say it.")
    int run;

    UndoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = data.open()) {
            if (run < 1 || node.intake().report(new IntakeRunId(run)).isEmpty()) {
                throw new Refused(404, "run-unknown", Integer.toString(run));
            }
            RunReport report =
                    node.intake().undo(new IntakeRunId(run), Actor.commandLine().login());
            console.data(ReportText.of(report, console.language()));
            return ReportText.exitCode(report);
        }
    }
}
