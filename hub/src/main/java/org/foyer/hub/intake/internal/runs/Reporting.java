package org.foyer.hub.intake.internal.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.Holds;
import org.foyer.hub.intake.PerformanceTotal;
import org.foyer.hub.intake.RecipeName;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.TotalDifference;
import org.foyer.hub.intake.ValueProof;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Writes the report of a run from what the warehouse holds of it, inside the run's transaction. */
final class Reporting {

    static final int PERFORMANCES_MAX = 5_000;
    static final int TO_CLASSIFY_MAX = 200;
    static final int ROW_PROBLEMS_MAX = 50;

    private final RunOrder order;
    private final HouseFacts house;
    private final Instant begunAt;

    Reporting(RunOrder order, HouseFacts house, Instant begunAt) {
        this.order = order;
        this.house = house;
        this.begunAt = begunAt;
    }

    Instant begunAt() {
        return begunAt;
    }

    /** Report of a run that changed nothing. */
    RunReport failed(
            @Nullable Integer run,
            @Nullable RecipeName recipe,
            @Nullable Holds holds,
            List<Problem> problems,
            Instant endedAt) {
        return new RunReport(
                run == null || order.dryRun() ? null : new IntakeRunId(run),
                house.id(),
                RunState.FAILED,
                order.dryRun(),
                order.files(),
                recipe,
                holds,
                0,
                0,
                0,
                0,
                Map.of(),
                0,
                0,
                house.currency(),
                List.of(),
                List.of(),
                List.of(),
                problems,
                order.actor(),
                begunAt,
                endedAt);
    }

    /** Report of a run that is ready to commit. */
    RunReport loaded(
            Sql sql,
            int run,
            RecipeName recipe,
            Holds holds,
            Tally tally,
            List<TotalDifference> differences,
            Instant endedAt)
            throws SQLException {
        String lines = "sale_line where house = " + house.id() + " and run = " + run
                + " and operation in ('sale', 'cancellation')";
        Map<String, Long> byProblem = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>(tally.problems);
        if (tally.quarantined > 0) {
            sql.list(
                    row -> byProblem.put(row.getString(1), row.getLong(2)),
                    "select code, count(*) from personal.quarantine where house = ? and run = ? group by code"
                            + " order by 2 desc, 1",
                    house.id().value(),
                    run);
            problems.addAll(firstRowProblems(sql, run));
        }
        Sums sums = sums(sql, lines);
        return new RunReport(
                order.dryRun() ? null : new IntakeRunId(run),
                house.id(),
                RunState.COMMITTED,
                order.dryRun(),
                order.files(),
                recipe,
                holds,
                tally.read,
                tally.taken,
                tally.unchanged,
                tally.quarantined,
                byProblem,
                sums.tickets(),
                sums.amount(),
                house.currency(),
                toClassify(sql, run),
                performances(sql, lines),
                differences,
                problems,
                order.actor(),
                begunAt,
                endedAt);
    }

    private record Sums(long tickets, long amount) {}

    private static Sums sums(Sql sql, String lines) throws SQLException {
        return sql.list(
                        row -> new Sums(row.getLong(1), row.getLong(2)),
                        "select coalesce(sum(quantity), 0), coalesce(sum(amount), 0) from " + lines)
                .get(0);
    }

    /** The first of the rows in quarantine; values stay there, for they may be personal. */
    private List<Problem> firstRowProblems(Sql sql, int run) throws SQLException {
        List<ArchivedFile> files = order.files();
        return sql.list(
                row -> new Problem(
                        row.getString("code"),
                        Problem.Severity.QUARANTINES_ROW,
                        new Place(
                                files.get(row.getInt("file")).name(),
                                row.getLong("line"),
                                row.getString("field"),
                                null),
                        List.of()),
                "select file, line, code, field from personal.quarantine where house = ? and run = ?"
                        + " order by file, line, code limit " + ROW_PROBLEMS_MAX,
                house.id().value(),
                run);
    }

    private List<PerformanceTotal> performances(Sql sql, String lines) throws SQLException {
        return sql.list(Reporting::total, """
                select d.title, p.starts_local, t.tickets, t.amount
                from (select performance, sum(quantity) as tickets, sum(amount) as amount from %2$s group by performance) t
                join performance p on p.house = %1$s and p.id = t.performance
                join production d on d.house = %1$s and d.id = p.production
                order by p.starts_local nulls first, d.title, p.id limit %3$d
                """.formatted(house.id(), lines, PERFORMANCES_MAX));
    }

    static PerformanceTotal total(ResultSet row) throws SQLException {
        Timestamp starts = row.getTimestamp(2);
        return new PerformanceTotal(
                row.getString(1), starts == null ? null : starts.toLocalDateTime(), row.getLong(3), row.getLong(4));
    }

    private List<ValueProof> toClassify(Sql sql, int run) throws SQLException {
        List<ValueProof> words = new ArrayList<>();
        if (sql.number("select count(*) from label where kind is null and house = " + house.id()) == 0) {
            return words;
        }
        for (String field : List.of("tariff", "channel")) {
            words.addAll(sql.list(row -> new ValueProof(field, row.getString(1), null, row.getLong(2)), """
                    select l.label, count(*) from sale_line s join label l on l.house = %1$s and l.field = '%2$s'
                      and l.id = s.%2$s
                    where s.house = %1$s and s.run = %3$d and l.kind is null
                    group by l.label order by 2 desc, 1 limit %4$d
                    """.formatted(
                            house.id(), field, run, TO_CLASSIFY_MAX)));
        }
        words.sort(
                java.util.Comparator.comparingLong(ValueProof::rows).reversed().thenComparing(ValueProof::label));
        return words.size() > TO_CLASSIFY_MAX ? List.copyOf(words.subList(0, TO_CLASSIFY_MAX)) : List.copyOf(words);
    }
}
