package org.foyer.hub.site.internal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.QualityDesk;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How complete programmes are, what to mend first, and what the files of a source lack. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description =
                "Prints how complete the programme of a house is, and what would be gained by which mend; with --all, of all houses "
                        + "together; with --source, what the dates lack of which one source tells, to be sent to whoever keeps it.")
final class QualityCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--house", paramLabel = "NAME", description = "Short name of the house.")
    @Nullable
    String house;

    @Option(names = "--all", description = "All houses of the node.")
    boolean all;

    @Option(
            names = "--source",
            paramLabel = "RECIPE",
            description = "Name of the recipe of a source, as --all --format json tells it.")
    @Nullable
    String source;

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
    public Integer call() {
        if (spec != null && (house != null ? all : !all && source == null)) {
            throw new ParameterException(spec.commandLine(), "One of --house, --all or --source is needed.");
        }
        try (Node node = data.open()) {
            QualityDesk desk = QualityDesk.of(node);
            List<House> houses = house == null ? node.houses().all() : List.of(DataOption.house(node, house));
            if (source != null) {
                QualityDesk.SourceReport told = desk.of(source, houses, from, to);
                return print(told, QualityDesk.table(told));
            }
            if (house == null) {
                QualityDesk.OfHouses told = desk.over(houses, from, to);
                return print(told, QualityDesk.table(told));
            }
            Quality.Report told = desk.of(houses.get(0), from, to);
            return print(told, table(told));
        }
    }

    private int print(Object told, String table) {
        console.data(format == OutputFormat.csv ? table : JsonFormat.pretty(told));
        return ExitCode.OK;
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
