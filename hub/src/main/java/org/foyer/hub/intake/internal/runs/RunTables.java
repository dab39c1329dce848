package org.foyer.hub.intake.internal.runs;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.internal.loading.FileTable;
import org.foyer.hub.intake.internal.reading.WorkingTable;
import org.foyer.hub.intake.internal.recipe.Fit;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** The strict tables of all files of a run; they hold names and vanish with the run. */
final class RunTables implements AutoCloseable {

    /** A file, its table, how the table is written, and what its sample leaves open. */
    record Entry(OpenedFile opened, WorkingTable working, FileTable table, List<Problem> open) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private RunTables() {}

    static RunTables read(FileOpening opening, List<OpenedFile> opened, Progress progress) {
        RunTables tables = new RunTables();
        boolean whole = false;
        try {
            for (OpenedFile file : opened) {
                tables.add(file, opening.read(file, progress));
            }
            whole = true;
            return tables;
        } finally {
            if (!whole) {
                tables.close();
            }
        }
    }

    private void add(OpenedFile file, WorkingTable working) {
        Fit first = java.util.Objects.requireNonNull(file.fit());
        // a JSON file may show further columns once it is read to its end
        Fit fit = working.columns().equals(first.header()) ? first : Fit.of(first.recipe(), working.columns());
        ColumnForms forms = ColumnForms.of(file, fit);
        entries.add(new Entry(
                file, working, FileOpening.table(entries.size(), file, working, fit, forms), forms.problems()));
        working.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.STOPS_RUN)
                .forEach(problems::add);
        if (working.records() + working.refused() == 0 && problems.isEmpty()) {
            problems.add(Problem.stops("file-empty", Place.of(file.file().name())));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** What forbids using the tables. */
    List<Problem> problems() {
        return problems;
    }

    /** What a person should know of files that can be used. */
    List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        for (Entry entry : entries) {
            warnings.addAll(entry.opened().problems());
            entry.working().problems().stream()
                    .filter(problem -> !warnings.contains(problem))
                    .forEach(warnings::add);
            warnings.addAll(entry.open());
        }
        return warnings;
    }

    @Override
    public void close() {
        entries.forEach(entry -> entry.working().close());
    }
}
