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
import org.foyer.hub.intake.SaidInFiles;
import org.foyer.hub.intake.TotalDifference;
import org.foyer.hub.intake.internal.loading.CastChanges;
import org.foyer.hub.intake.internal.loading.ConsentCells;
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
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Loads all files of a run into one transaction of a warehouse, with the mark and the report. */
public final class RunLoad {

    /** How much the files say of being contacted, before it is written down. */
    static final String CONSENTS_READ = "consents-read";

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
        consents(sql, tally);
        WordLabels.apply(sql, house.id(), words.beside(house.id(), order.matching()));
        List<TotalDifference> differences = totals.compare(sql, house, order.expected());
        Recipe recipe = main(tables);
        RunReport report = reporting.loaded(sql, run, recipe.id(), recipe.holds(), tally, differences, now.get());
        mark(sql, run, house, ReportText.write(report));
        return report;
    }

    /** Tells within the report that is kept with the rows how much is still to be written down: after a crash somebody must know. */
    private static void consents(Sql sql, Tally tally) throws SQLException {
        long said = ConsentCells.count(sql);
        if (said > SaidInFiles.SAID_MAX) {
            tally.problems.add(Problem.warns(
                    "consents-too-many-said",
                    Place.of(""),
                    Long.toString(said),
                    Integer.toString(SaidInFiles.SAID_MAX)));
        } else if (said > 0) {
            tally.problems.add(Problem.warns(CONSENTS_READ, Place.of(""), Long.toString(said)));
        }
    }

    /** What the files of a run that was loaded say of being contacted; nothing when it is too much. */
    static List<SaidInFiles.Cell> said(Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        return ConsentCells.count(sql) > SaidInFiles.SAID_MAX ? List.of() : ConsentCells.cells(sql);
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
        ConsentCells.prepare(sql);
        CastChanges casts = new CastChanges(sql, loading.house().value());
        casts.forget();
        for (RunTables.Entry entry : tables.entries()) {
            FileLoad load = new FileLoad(connection, loading, programme, progress);
            tally.add(load.load(entry.table(), entry.opened().file().name()));
        }
        casts.follow(loading.run());
        boolean salesAlone = tables.entries().stream()
                .allMatch(entry -> FileLoad.isOfSales(entry.table().fit().recipe()));
        if (!salesAlone || casts.areAny()) {
            new CreditedNames(sql, loading.house().value()).follow(loading.run());
        }
        casts.settle(loading.run());
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
