package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.Callable;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ProgrammeDays;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How complete the programme of a house is, and what to mend first. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "Prints how complete the programme of a house is, and what would be gained by which mend.")
final class QualityCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--house", required = true, paramLabel = "NAME", description = "Short name of the house.")
    String house = "";

    @Option(names = "--from", paramLabel = "DATE", description = "First day (default: today).")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day, included.")
    @Nullable
    String to;

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    OutputFormat format = OutputFormat.csv;

    QualityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = data.open()) {
            House found = DataOption.house(node, house);
            ProgrammeDays days = ProgrammeDays.of(
                    node.catalogue().programme(),
                    found,
                    from,
                    to,
                    node.settings().clock());
            Quality.Report report = node.catalogue().quality().of(found.id(), days.from(), days.to());
            console.data(
                    format == OutputFormat.csv
                            ? table(report)
                            : JsonFormat.mapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(report));
            return ExitCode.OK;
        }
    }

    private static String table(Quality.Report report) {
        CsvTable table = new CsvTable("property", "points", "performances", "there", "gain");
        for (Quality.Property property : report.properties()) {
            table.row(
                    property.name(),
                    property.points(),
                    report.performances(),
                    property.there(),
                    Math.round(property.gain() * 100) / 100.0);
        }
        return table.toString();
    }
}
