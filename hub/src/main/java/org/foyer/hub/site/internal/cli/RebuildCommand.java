package org.foyer.hub.site.internal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.site.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the warehouse again. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Makes the warehouse again from the archive and the register.")
final class RebuildCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    RebuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ProgressBar bar = console.progress("rebuild")) {
            Rebuild.run(data.settings(), bar);
        }
        console.tell("rebuilt", List.of());
        return ExitCode.OK;
    }
}
