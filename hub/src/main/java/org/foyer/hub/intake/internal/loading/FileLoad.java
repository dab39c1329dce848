package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.foyer.hub.intake.Holds;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.Recipe;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Loads one file of a run in the transaction of the run, step by step and set by set. */
public final class FileLoad {

    private static final Set<Holds> SMALL = EnumSet.of(Holds.PROGRAMME, Holds.DOUBLES, Holds.HOUSE, Holds.HALLS);

    private static final String MOVED = "performance-moved";

    private final Connection connection;
    private final Sql sql;
    private final Loading loading;
    private final Load programme;
    private final Progress progress;
    private final List<Problem> warnings = new ArrayList<>();

    /** @param programme what takes rows of programmes */
    public FileLoad(Connection connection, Loading loading, Load programme, Progress progress) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.loading = loading;
        this.programme = programme;
        this.progress = progress;
    }

    /** Loads a file; each of its rows is counted once. */
    public FileCounts load(FileTable file, String fileName) throws SQLException {
        warnings.clear();
        Quarantine quarantine = new Quarantine(sql, file, loading);
        quarantine.keepRefused();
        Recipe recipe = file.fit().recipe();
        return isOfSales(recipe)
                ? loadSales(file, fileName, quarantine, recipe.holds() == Holds.PRESENT_STATE)
                : loadSmall(file, fileName, quarantine);
    }

    /** Whether files of a recipe tell of sales alone, and neither of people who are credited nor of what somebody decided. */
    public static boolean isOfSales(Recipe recipe) {
        return recipe.explains() == null && !SMALL.contains(recipe.holds());
    }

    private FileCounts loadSmall(FileTable file, String fileName, Quarantine quarantine) throws SQLException {
        Field explains = file.fit().recipe().explains();
        Holds holds = file.fit().recipe().holds();
        TypedStage stage =
                new TypedStage(sql, file, loading, explains != null ? Checks::ofWords : Checks.ofSmall(holds));
        progress.at("check", 0, file.records());
        stage.judge();
        quarantine.keepChecked(stage.parse(), stage.checks(), "judged");
        Mended.close(sql, file, loading, "fetched");
        progress.at("load", 0, file.records());
        long good = sql.number("select count(*) from judged where bits = 0");
        long taken;
        if (explains != null) {
            taken = Labels.explain(sql, file, loading, explains);
        } else if (holds == Holds.DOUBLES) {
            stage.make();
            taken = new Doubles(connection, loading).keep(TypedStage.TABLE);
        } else if (holds == Holds.HOUSE) {
            stage.make();
            taken = new FoundOutside(sql, loading.houseNumber()).keepOfHouse(TypedStage.TABLE, loading.run());
            warnings.addAll(FoundOutside.setAside(sql, fileName));
        } else if (holds == Holds.HALLS) {
            stage.make();
            Markup.takeOut(sql, TypedStage.TABLE, stage.parse(), EnumSet.allOf(Field.class));
            taken = new HallsLoad()
                    .into(connection, loading.stage(file.fit().recipe().name(), TypedStage.TABLE))
                    .taken();
            stage.leftOut().forEach((code, cells) -> warn(code, fileName, cells));
        } else {
            stage.make();
            if (Markup.isIn(file.fit().recipe())) {
                Markup.takeOut(sql, TypedStage.TABLE, stage.parse(), EnumSet.allOf(Field.class));
                TextColumns.gather(sql, TypedStage.TABLE, stage.parse());
            }
            LoadCounts counts =
                    programme.into(connection, loading.stage(file.fit().recipe().name(), TypedStage.TABLE));
            if (counts.taken() + counts.unchanged() != good) {
                throw new IllegalStateException("programme rows unaccounted for");
            }
            warn(MOVED, fileName, counts.moved());
            warn("prices-of-another-currency", fileName, stage.pricesOfAnotherCurrency());
            warnings.addAll(FoundOutside.setAside(sql, fileName));
            stage.leftOut().forEach((code, cells) -> warn(code, fileName, cells));
            taken = counts.taken();
        }
        return counts(file, fileName, "judged", taken, good - taken);
    }

    private FileCounts loadSales(FileTable file, String fileName, Quarantine quarantine, boolean presentState)
            throws SQLException {
        SaleStage stage = new SaleStage(sql, file, loading, presentState);
        progress.at("check", 0, file.records());
        stage.make();
        List<Check> checks = new ArrayList<>(stage.checks());
        checks.add(Check.of("ticket", "", "duplicate-in-file"));
        checks.add(Check.of("performance_ref", "", "performance-unknown"));
        quarantine.keepChecked(stage.parse(), checks, "stage");
        if (Mended.isMended(file)) {
            sql.run("create or replace temp table mending as select * from " + file.scan());
            Mended.close(sql, file, loading, "mending");
        }
        progress.at("load", 0, file.records());
        long good = sql.number("select count(*) from stage where bits = 0");
        String source = file.fit().recipe().name();
        warn(
                MOVED,
                fileName,
                new GivenPerformances(sql, connection, stage, loading.stage(source, "stage")).findOrMake());
        new Labels(sql, file, loading, stage).findOrMake();
        warn(ForgottenBuyers.LEFT_OUT, fileName, new ForgottenBuyers(sql, loading).leaveOut(stage));
        new People(sql, stage, loading).findOrMake(file.number());
        warnings.addAll(ConsentCells.read(sql, stage, file, fileName));
        if (presentState) {
            PresentState.make(sql, loading);
        } else {
            Movements.make(sql, loading);
        }
        long taken = facts(fileName, presentState);
        return counts(file, fileName, "stage", taken, good - taken);
    }

    private long facts(String fileName, boolean presentState) throws SQLException {
        Facts facts = new Facts(sql, loading);
        sql.run("insert into touched_performance select distinct performance from known_performance");
        facts.insertEntries();
        warn("cancellation-without-sale", fileName, facts.insert());
        progress.at("count", 0, 0);
        facts.mergeCubes();
        warn("sold-after-performance", fileName, Movements.soldAfterwards(sql, loading));
        String lines = "select line from movement union select line from new_entry";
        long good = sql.number("select count(distinct line) from stage where bits = 0");
        if (!presentState && sql.number("select count(*) from (" + lines + ")") < good) {
            warn("movement-differs", fileName, Movements.contradictions(sql, loading));
        }
        return sql.number("select count(*) from (" + lines + " union select line from changed_contact)");
    }

    private FileCounts counts(FileTable file, String fileName, String bits, long taken, long unchanged)
            throws SQLException {
        long quarantined = file.refusedRecords() + sql.number("select count(*) from " + bits + " where bits > 0");
        long skipped = 0;
        List<Recipe.Skip> rules = file.fit().recipe().skip();
        for (int i = 0; i < rules.size(); i++) {
            long rows = sql.number("select count(*) from " + bits + " where bits = ?", -(i + 1L));
            warn(rules.get(i).why(), fileName, rows);
            skipped += rows;
        }
        return new FileCounts(
                file.records() + file.refusedRecords(), taken, unchanged + skipped, quarantined, List.copyOf(warnings));
    }

    private void warn(String code, String fileName, long rows) {
        if (rows > 0) {
            warnings.add(Problem.warns(code, Place.of(fileName), Long.toString(rows)));
        }
    }
}
