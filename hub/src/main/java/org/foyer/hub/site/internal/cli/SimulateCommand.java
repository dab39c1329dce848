package org.foyer.hub.site.internal.cli;

import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulatedNetwork;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.simulation.Simulator;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes files of imagined houses. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Writes files of imagined houses in the shapes of ticketing tools; the same seed, the same files.")
final class SimulateCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before it runs
    CommandSpec spec;

    @Option(names = "--houses", defaultValue = "12", paramLabel = "N", description = "From 1 to 200 (default: 12).")
    int houses;

    @Option(names = "--lines", defaultValue = "1000000", paramLabel = "N", description = "About how many sale lines.")
    long lines;

    @Option(names = "--seed", defaultValue = "1789", paramLabel = "S", description = "Seed (default: 1789).")
    long seed;

    @Option(names = "--seasons", defaultValue = "4", paramLabel = "N", description = "From 1 to 10 (default: 4).")
    int seasons;

    @Option(names = "--today", paramLabel = "DATE", description = "Day of the export (default: today).")
    @Nullable
    LocalDate today;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to, empty or new.")
    Path out = Path.of("");

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ProgressBar bar = console.progress("simulate")) {
            SimulatedNetwork network = Simulator.simulate(plan(), bar::written);
            long written =
                    network.houses().stream().mapToLong(SimulatedHouse::lines).sum();
            console.tell(
                    "simulated",
                    List.of(out.toString(), Integer.toString(network.houses().size()), Long.toString(written)));
            return ExitCode.OK;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof DirectoryNotEmptyException) {
                throw new Refused(409, "folder-not-empty", out.toString());
            }
            throw e;
        }
    }

    private SimulationPlan plan() {
        try {
            return new SimulationPlan(
                    houses,
                    lines,
                    seed,
                    today == null ? LocalDate.now(ZoneId.of("Europe/Paris")) : today,
                    seasons,
                    out);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
