package org.foyer.hub.intake.internal.runs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.TotalDifference;
import org.foyer.hub.intake.internal.loading.CreditedNames;
import org.foyer.hub.intake.internal.loading.FileLoad;
import org.foyer.hub.intake.internal.loading.ForgottenBuyers;
import org.foyer.hub.intake.internal.loading.Load;
import org.foyer.hub.intake.internal.loading.Loading;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.loading.Tombstone;
import org.foyer.hub.intake.internal.recipe.Recipe;
import org.foyer.hub.intake.internal.words.SaidWords;
import org.foyer.hub.intake.internal.words.WordLabels;
import org.foyer.hub.model.HouseId;

/** Loads all files of a run into one transaction of a warehouse, with the mark and the report. */
public final class RunLoad {

    private final Load programme;
    private final TotalsComparison totals;
    private final SaidWords words;
    private final Function<HouseId, List<Tombstone>> forgotten;

    /**
     * @param programme what takes rows of programmes
     * @param forgotten tombstones of a house
     */
    public RunLoad(
            Load programme, TotalsComparison totals, SaidWords words, Function<HouseId, List<Tombstone>> forgotten) {
        this.programme = programme;
        this.totals = totals;
        this.words = words;
        this.forgotten = forgotten;
    }

    RunReport load(
            Connection connection,
            RunOrder order,
            HouseFacts house,
            RunTables tables,
            int run,
            Reporting reporting,
            Supplier<Instant> now,
            Progress progress)
            throws SQLException {
        Sql sql = new Sql(connection);
        Loading loading = house.loading(run, reporting.begunAt());
        Tally tally = files(connection, tables, loading, progress);
        WordLabels.apply(sql, house.id(), words.beside(house.id(), order.matching()));
        List<TotalDifference> differences = totals.compare(sql, house, order.expected());
        Recipe recipe = main(tables);
        RunReport report = reporting.loaded(sql, run, recipe.id(), recipe.holds(), tally, differences, now.get());
        mark(sql, run, house, ReportText.write(report));
        return report;
    }

    /** The same without a report of its own, to make a warehouse again; what people said of words follows at the end. */
    void again(Connection connection, HouseFacts house, RunTables tables, RunRow row, String report)
            throws SQLException {
        files(connection, tables, house.loading(row.id(), row.begunAt()), Progress.NONE);
        mark(new Sql(connection), row.id(), house, report);
    }

    private Tally files(Connection connection, RunTables tables, Loading loading, Progress progress)
            throws SQLException {
        Tally tally = new Tally();
        tally.problems.addAll(tables.warnings());
        Sql sql = new Sql(connection);
        sql.run("create or replace temp table touched_performance (performance bigint)");
        ForgottenBuyers.prepare(sql, forgotten.apply(loading.house()));
        for (RunTables.Entry entry : tables.entries()) {
            FileLoad load = new FileLoad(connection, loading, programme, progress);
            tally.add(load.load(entry.table(), entry.opened().file().name()));
        }
        new CreditedNames(sql, loading.house().value()).follow(loading.run());
        return tally;
    }

    private static Recipe main(RunTables tables) {
        return tables.entries().stream()
                .max(java.util.Comparator.comparingInt(entry -> entry.opened().rank()))
                .map(entry -> entry.table().fit().recipe())
                .orElseThrow();
    }

    static void mark(Sql sql, int run, HouseFacts house, String report) throws SQLException {
        sql.change("insert into run_mark values (?, ?, ?)", run, house.id().value(), report);
    }
}
