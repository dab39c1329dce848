package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.foyer.hub.exchange.Tour;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.TourTable;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a company's show in each house that said yes, through the same gate and with the same audit line as the page. */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description =
                "Prints the names of a company's tours, or one tour: what each house that was asked tells of the show.")
final class TourCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--house", required = true, paramLabel = "NAME", description = "Short name of the company.")
    String house = "";

    @Option(names = "--tour", paramLabel = "NAME", description = "Name of the tour; without it the names are printed.")
    @Nullable
    String tour;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "As known on a day (default: the latest that each tells).")
    @Nullable
    LocalDate asOf;

    @Option(names = "--curves", description = "Prints the booking curves instead, as CSV.")
    boolean curves;

    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "${env:FOYER_ADDRESS:-}",
            description = "Address of this node, for houses of other nodes (default: FOYER_ADDRESS).")
    String address = "";

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    OutputFormat format = OutputFormat.csv;

    TourCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = data.open()) {
            House company = DataOption.house(node, house);
            String name = tour;
            if (name == null) {
                return names(NodeTours.in(node, address, tours -> tours.names(company)));
            }
            Tour found = NodeTours.in(node, address, tours -> find(tours, company, name));
            console.data(
                    curves
                            ? TourTable.curves(found)
                            : format == OutputFormat.json ? NetworkCommand.json(found) : TourTable.of(found));
            return ExitCode.OK;
        }
    }

    private Tour find(Tours tours, House company, String name) {
        Actor reader = new Actor(Actor.commandLine().login(), true, Map.of(company.id(), Role.READER), true);
        return tours.tour(company, name, asOf, reader).orElseThrow(() -> new Refused(404, "tour-unknown", name));
    }

    private int names(List<String> names) throws JsonProcessingException {
        CsvTable table = new CsvTable("tour");
        names.forEach(table::row);
        console.data(format == OutputFormat.json ? NetworkCommand.json(names) : table.toString());
        return ExitCode.OK;
    }
}
