package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.intake.ExpectedTotals;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.hub.store.ArchivedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files of a house. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports files of a house: all of it or nothing; the same file twice changes nothing.")
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(names = "--recipe", paramLabel = "R", description = "Recipe (default: the one that fits best).")
    @Nullable
    String recipe;

    @Option(names = "--dry-run", description = "Does everything but keep it.")
    boolean dryRun;

    @Option(names = "--report", paramLabel = "FILE.json", description = "Writes the report there as JSON.")
    @Nullable
    Path reportFile;

    @Option(names = "--tickets", paramLabel = "N", description = "The source's own net tickets, to compare.")
    @Nullable
    Long expectedTickets;

    @Option(names = "--amount", paramLabel = "A", description = "The source's own total, for instance 1234.50.")
    @Nullable
    BigDecimal expectedAmount;

    @Option(names = "--totals", paramLabel = "FILE", description = "The source's own totals for each performance.")
    @Nullable
    Path totals;

    @Option(names = "--format", paramLabel = "json", description = "Prints the report as JSON.")
    @Nullable
    ReportFormat format;

    @Parameters(arity = "1..100", paramLabel = "FILE", description = "Files to read together, in this order.")
    List<Path> files = List.of();

    /** The only format for machines that a report has. */
    enum ReportFormat {
        json
    }

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new Refused(404, "file-not-here", file.toString());
            }
        }
        try (Node node = of.open()) {
            House found = of.house(node);
            RunReport report = run(node, found);
            if (reportFile != null) {
                Files.writeString(reportFile, json(report));
            }
            console.data(format == null ? ReportText.of(report, console.language()) : json(report));
            return ReportText.exitCode(report);
        }
    }

    private RunReport run(Node node, House found) throws IOException {
        Intake intake = node.intake();
        List<ArchivedFile> received = new ArrayList<>();
        for (Path file : files) {
            received.add(receive(intake, found, file));
        }
        Matching matching = recipe == null ? Matching.NONE : new Matching(recipe, Map.of(), List.of());
        RunOrder order = new RunOrder(
                found.id(),
                received,
                matching,
                dryRun,
                expected(intake, found),
                Actor.commandLine().login(),
                null);
        try (ProgressBar bar = console.progress(found.name())) {
            return intake.run(order, bar);
        }
    }

    private static ArchivedFile receive(Intake intake, House found, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return intake.receive(found.id(), file.getFileName().toString(), in);
        }
    }

    private @Nullable ExpectedTotals expected(Intake intake, House found) throws IOException {
        if (expectedTickets == null && expectedAmount == null && totals == null) {
            return null;
        }
        int digits = Math.max(0, found.currency().getDefaultFractionDigits());
        return new ExpectedTotals(
                expectedTickets,
                expectedAmount == null
                        ? null
                        : expectedAmount.movePointRight(digits).longValue(),
                totals == null ? null : receive(intake, found, totals),
                List.of());
    }

    private static String json(RunReport report) throws IOException {
        return JsonFormat.pretty(report);
    }
}
