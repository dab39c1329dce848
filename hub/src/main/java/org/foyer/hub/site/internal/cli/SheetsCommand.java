package org.foyer.hub.site.internal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.intake.Contradiction;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The sheets of a house; a show typed as a document goes through {@code foyer import}. */
@Command(
        name = "sheets",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the show sheets of a house, or where its sources contradict each other, or publishes a sheet.",
            "A show written as a document (docs/sheets.md) goes through foyer import."
        })
final class SheetsCommand implements Callable<Integer> {

    private static final int LISTED = 500;

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(names = "--contradictions", description = "Where sources contradict each other, one line for each value.")
    boolean contradictions;

    @Option(names = "--publish", paramLabel = "N", description = "Number of a sheet whose draft is published.")
    @Nullable
    Long publish;

    @Option(names = "--restore", paramLabel = "VERSION", description = "With --publish: an older version of it, anew.")
    @Nullable
    Integer restore;

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    OutputFormat format = OutputFormat.csv;

    SheetsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            House found = of.house(node);
            Sheets sheets = node.intake().sheets();
            if (publish != null) {
                return publish(node, found, sheets, publish);
            }
            Object told =
                    contradictions ? sheets.contradictions(found.id(), 0, LISTED) : sheets.list(found.id(), LISTED);
            console.data(
                    format == OutputFormat.json
                            ? JsonFormat.pretty(told)
                            : contradictions ? contradictions(sheets, found) : sheets(sheets, found));
            return ExitCode.OK;
        }
    }

    private int publish(Node node, House found, Sheets sheets, long sheet) {
        String actor = Actor.commandLine().login();
        if (sheets.sheet(found.id(), sheet).isEmpty()
                || restore != null && !sheets.restore(found.id(), sheet, restore, actor)) {
            console.tell("sheet-unknown", List.of(Long.toString(sheet)));
            return ExitCode.REFUSED;
        }
        ShowSheet.Published published = sheets.publish(found.id(), sheet, actor);
        if (!published.problems().isEmpty()) {
            published.problems().forEach(problem -> console.tell(problem.code(), problem.arguments()));
            return ExitCode.REFUSED;
        }
        node.audit().write(Actor.commandLine(), found.id(), "show-published", null, "sheet " + sheet);
        return ExitCode.OK;
    }

    private static String sheets(Sheets sheets, House house) {
        CsvTable table = new CsvTable("sheet", "production", "title", "version", "draft", "saved_by", "saved_at");
        for (ShowSheet.Name sheet : sheets.list(house.id(), LISTED)) {
            table.row(
                    sheet.id(),
                    sheet.production(),
                    sheet.title(),
                    sheet.version(),
                    sheet.draft(),
                    sheet.savedBy(),
                    sheet.savedAt());
        }
        return table.toString();
    }

    private static String contradictions(Sheets sheets, House house) {
        CsvTable table = new CsvTable(
                "production", "title", "performance", "day", "property", "decided", "value", "source", "run", "counts");
        for (Contradiction one : sheets.contradictions(house.id(), 0, LISTED)) {
            for (Contradiction.Said said : one.values()) {
                table.row(
                        one.production(),
                        one.title(),
                        one.performance() == 0 ? null : one.performance(),
                        one.day(),
                        one.property(),
                        one.decided(),
                        said.value(),
                        said.source(),
                        said.run(),
                        said.counts());
            }
        }
        return table.toString();
    }
}
