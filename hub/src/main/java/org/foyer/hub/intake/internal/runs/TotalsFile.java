package org.foyer.hub.intake.internal.runs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.foyer.hub.intake.PerformanceTotal;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.internal.loading.Stopped;
import org.foyer.hub.intake.internal.loading.TotalRows;
import org.foyer.hub.intake.internal.reading.WorkingTable;
import org.foyer.hub.intake.internal.recipe.BuiltInRecipes;
import org.foyer.hub.intake.internal.recipe.Fit;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.kit.Problem;

/** Reads the source's own totals from a small table: title, date, tickets, amount. */
public final class TotalsFile {

    private final FileOpening opening;
    private final BuiltInRecipes recipes;

    public TotalsFile(FileOpening opening, BuiltInRecipes recipes) {
        this.opening = opening;
        this.recipes = recipes;
    }

    List<PerformanceTotal> read(ArchivedFile file, HouseFacts house) throws SQLException {
        OpenedFile opened = opening.open(house.id(), file, List.of(recipes.totals()));
        Fit fit = opened.fit();
        if (fit == null || !opened.ready()) {
            throw new Stopped(opened.problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.STOPS_RUN)
                    .findFirst()
                    .orElseThrow());
        }
        try (WorkingTable table = opening.read(opened, Progress.NONE);
                Connection apart = DriverManager.getConnection("jdbc:duckdb:")) {
            return TotalRows.read(
                    apart,
                    FileOpening.table(0, opened, table, fit, ColumnForms.of(opened, fit)),
                    house.loading(0, java.time.Instant.EPOCH),
                    Reporting::total);
        }
    }
}
