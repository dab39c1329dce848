package org.foyer.hub.site.internal.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the figures of a season. */
@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        description = "Prints the figures of a house for a season, as known on a day.")
final class FiguresCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(names = "--season", paramLabel = "S", description = "For instance 2024-25 (default: the present one).")
    @Nullable
    String season;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day as of which it is told (default: today).")
    @Nullable
    String asOf;

    @Option(names = "--format", defaultValue = "json", description = "${COMPLETION-CANDIDATES} (default: json).")
    OutputFormat format = OutputFormat.json;

    FiguresCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            House found = of.house(node);
            Season asked = Parameters.season(
                    season, found, node.figures(), node.settings().clock());
            LocalDate day = Parameters.day(
                    "as-of", asOf, Parameters.today(found, node.settings().clock()));
            FigureSheet sheet = node.figures().season(found.id(), asked, day);
            console.data(format == OutputFormat.csv ? table(sheet) : JsonFormat.pretty(sheet));
            return ExitCode.OK;
        }
    }

    /** One row for each figure, and for a distribution one for each of its parts. */
    private static String table(FigureSheet sheet) {
        CsvTable table = new CsvTable(
                "season", "as_of", "indicator", "version", "unit", "part", "value", "share", "basis", "not_measured");
        for (Figure figure : sheet.figures()) {
            table.row(
                    sheet.season().label(),
                    sheet.asOf(),
                    figure.indicator(),
                    figure.version(),
                    figure.unit(),
                    null,
                    figure.value(),
                    null,
                    figure.basis(),
                    figure.notMeasured());
            for (Figure.Part part : figure.parts()) {
                table.row(
                        sheet.season().label(),
                        sheet.asOf(),
                        figure.indicator(),
                        figure.version(),
                        figure.unit(),
                        part.key(),
                        part.value(),
                        part.share(),
                        null,
                        null);
            }
        }
        return table.toString();
    }
}
