package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.OverlapGate.Told;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.OverlapResource;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints how many buyers a house shares with others, through the same gate and with the same audit line as the page. */
@Command(
        name = "overlap",
        mixinStandardHelpOptions = true,
        description = "Prints how many buyers a house shares with others that take part, moved and rounded.")
final class OverlapCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--house", required = true, paramLabel = "NAME", description = "Short name of the house.")
    String house = "";

    @Option(names = "--format", defaultValue = "json", description = "${COMPLETION-CANDIDATES} (default: json).")
    OutputFormat format = OutputFormat.json;

    @Option(names = "--crossing", description = "As CSV: genres of this house and of others instead of pairs of houses.")
    boolean crossing;

    OverlapCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = data.open()) {
            House found = DataOption.house(node, house);
            Actor reader = new Actor(Actor.commandLine().login(), true, Map.of(found.id(), Role.READER), true);
            Told told = OverlapResource.of(node, reader, found);
            console.data(
                    format == OutputFormat.csv
                            ? crossing ? crossings(told) : table(told)
                            : JsonFormat.mapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(told));
            return ExitCode.OK;
        }
    }

    private static String crossings(Told told) {
        CsvTable table = new CsvTable(
                "period", "genre", "other", "other_genre", "buyers", "about", "share", "lift", "within");
        for (HouseCrossing crossing : told.crossings()) {
            for (HouseCrossing.Cell cell : crossing.cells()) {
                table.row(
                        told.period(),
                        cell.genre(),
                        crossing.house(),
                        cell.otherGenre(),
                        cell.buyers(),
                        cell.about(),
                        cell.share(),
                        cell.lift(),
                        HouseCrossing.WITHIN);
            }
        }
        return table.toString();
    }

    private static String table(Told told) {
        CsvTable table = new CsvTable("period", "one", "other", "shared", "within", "withheld");
        told.cells()
                .forEach(cell -> table.row(
                        told.period(),
                        cell.one(),
                        cell.other(),
                        cell.shared().about(),
                        told.within(),
                        cell.shared().withheld()));
        return table.toString();
    }
}
