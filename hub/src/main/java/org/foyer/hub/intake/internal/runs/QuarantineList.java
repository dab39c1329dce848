package org.foyer.hub.intake.internal.runs;

import java.util.List;
import org.foyer.hub.intake.Page;
import org.foyer.hub.intake.QuarantinedRow;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Rows of a run that wait to be mended. */
public final class QuarantineList {

    private static final int PAGE_MAX = 1_000;
    private static final int RAW_CHARS_MAX = 2_000;
    private static final String WAITING = """
            from personal.quarantine q where q.house = ? and q.run = ? and not exists (
              select 1 from personal.mended m where m.house = q.house and m.run = q.run and m.file = q.file and m.line = q.line)
            """;

    private final RunRegister rows;
    private final Warehouse warehouse;

    public QuarantineList(RunRegister rows, Warehouse warehouse) {
        this.rows = rows;
        this.warehouse = warehouse;
    }

    /** One problem of one row. */
    record Waiting(
            int file,
            long line,
            String code,
            @Nullable String column,
            @Nullable String value,
            String raw) {}

    public Page<QuarantinedRow> page(IntakeRunId run, int offset, int limit) {
        RunRow row = row(run);
        List<String> names = names(row);
        List<QuarantinedRow> found = waiting(row, offset, Math.min(limit, PAGE_MAX)).stream()
                .map(waiting -> new QuarantinedRow(
                        names.get(waiting.file()),
                        waiting.line(),
                        waiting.code(),
                        waiting.column(),
                        waiting.value(),
                        waiting.raw().length() > RAW_CHARS_MAX
                                ? waiting.raw().substring(0, RAW_CHARS_MAX)
                                : waiting.raw()))
                .toList();
        return new Page<>(found, offset, count(row));
    }

    RunRow row(IntakeRunId run) {
        return rows.byId(run)
                .filter(row -> !row.isUndo())
                .orElseThrow(() -> new IllegalArgumentException("no run " + run));
    }

    static List<String> names(RunRow row) {
        return row.readFiles().stream().map(file -> file.file().name()).toList();
    }

    long count(RunRow row) {
        return warehouse.read(connection -> new Sql(connection)
                .number("select count(*) " + WAITING, row.house().value(), row.id()));
    }

    List<Waiting> waiting(RunRow row, long offset, int limit) {
        return warehouse.read(connection -> new Sql(connection)
                .list(
                        found -> new Waiting(
                                found.getInt(1),
                                found.getLong(2),
                                found.getString(3),
                                found.getString(4),
                                found.getString(5),
                                java.util.Objects.requireNonNullElse(found.getString(6), "")),
                        "select file, line, code, field, row[1], row[2] from (select file, line, code, field,"
                                + " personal.opened(house, sealed) as row from (select q.* " + WAITING
                                + " order by q.file, q.line, q.code limit ? offset ?)) order by file, line, code",
                        row.house().value(),
                        row.id(),
                        limit,
                        offset));
    }
}
