package org.foyer.hub.site.internal.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.AudienceSheet.Area;
import org.foyer.hub.insight.AudienceSheet.Cell;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ExpectedRows;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints who comes, who comes back and from where. */
@Command(
        name = "audience",
        mixinStandardHelpOptions = true,
        description = "Prints the audience of a house for a season, in groups of five people or more.")
final class AudienceCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(names = "--season", paramLabel = "S", description = "For instance 2024-25 (default: the present one).")
    @Nullable
    String season;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day as of which it is told (default: today).")
    @Nullable
    String asOf;

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "Tells a buyer's season by performance or by purchase (default: performance).")
    @Nullable
    String basis;

    @Option(
            names = "--expected",
            description = "Instead: purchases to be expected of the buyers known, in the 52 weeks after the day.")
    boolean expected;

    @Option(names = "--format", defaultValue = "json", description = "${COMPLETION-CANDIDATES} (default: json).")
    OutputFormat format = OutputFormat.json;

    AudienceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            House found = of.house(node);
            Clock clock = node.settings().clock();
            Season asked = Parameters.season(season, found, node.figures(), clock);
            LocalDate day = Parameters.day("as-of", asOf, Parameters.today(found, clock));
            node.samePerson().link(found);
            DataOption.figuresSeen(node, found, "audience");
            if (expected) {
                return expected(node.audience().expected(found.id(), day));
            }
            AudienceSheet sheet = node.audience().season(found.id(), asked, day, Parameters.basis(basis));
            console.data(format == OutputFormat.csv ? table(sheet) : JsonFormat.pretty(sheet));
            return ExitCode.OK;
        }
    }

    private int expected(ExpectedPurchases told) {
        CsvTable table = new CsvTable(ExpectedRows.HEADER.toArray(String[]::new));
        ExpectedRows.of(told).forEach(row -> table.row(row.toArray()));
        console.data(format == OutputFormat.csv ? table.toString() : JsonFormat.pretty(told));
        return ExitCode.OK;
    }

    /** One row for each figure, class, pair of genres and area. */
    private static String table(AudienceSheet sheet) {
        CsvTable table = new CsvTable("topic", "key", "other", "value", "share", "basis", "not_measured");
        for (Figure figure : sheet.figures()) {
            table.row(figure.indicator(), null, null, figure.value(), null, figure.basis(), figure.notMeasured());
            for (Figure.Part part : figure.parts()) {
                table.row(figure.indicator(), part.key(), null, part.value(), part.share(), null, null);
            }
        }
        for (Cell cell : sheet.crossover().cells()) {
            table.row("crossover", cell.of(), cell.also(), cell.lift(), cell.share(), null, null);
        }
        for (Area area : sheet.catchment().areas()) {
            String code = area.commune() == null ? area.postcode() : area.commune();
            table.row("area", code, area.country(), area.buyers(), null, null, null);
        }
        AudienceSheet.Regions regions = sheet.catchment().regions();
        for (AudienceSheet.Region one : regions.lived()) {
            String house = one.code().equals(regions.ofHouse()) ? "of-house" : null;
            table.row("region", one.code(), house, one.buyers(), one.share(), null, null);
        }
        return table.toString();
    }
}
