package org.foyer.hub.intake.internal.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.intake.RecipeName;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.ArchivedFile;
import org.jspecify.annotations.Nullable;

/** Imports as a history names them: when, by whom, which files, and whether they were taken back. */
public final class RunNames {

    private final RunRegister rows;
    private final RunReports reports;

    public RunNames(RunRegister rows) {
        this.rows = rows;
        this.reports = new RunReports(rows);
    }

    /** Of these numbers of runs and of those that took runs back, what the house's register knows. */
    public Map<Integer, RecordChange.Run> of(HouseId house, Set<Integer> runs) {
        Map<Integer, RecordChange.Run> named = new HashMap<>();
        for (RunRow row : rows.byIds(house, List.copyOf(runs))) {
            named.put(row.id(), row.isUndo() ? undo(row) : run(row));
        }
        return named;
    }

    private RecordChange.Run run(RunRow row) {
        RecipeName recipe = row.report() == null ? null : reports.of(row).recipe();
        return new RecordChange.Run(
                row.id(),
                recipe == null ? "" : recipe.name(),
                row.begunAt(),
                row.actor(),
                row.readFiles().stream()
                        .map(RunRow.ReadFile::file)
                        .map(ArchivedFile::name)
                        .toList(),
                null,
                null);
    }

    private static RecordChange.Run undo(RunRow row) {
        return new RecordChange.Run(row.id(), RunRow.UNDO, row.begunAt(), row.actor(), List.of(), null, null);
    }

    /** A run as a change names it. @param undo run that took it back, null when it stands */
    public static RecordChange.Run told(
            int number, String source, RecordChange.@Nullable Run run, RecordChange.@Nullable Run undo) {
        if (run == null) {
            return new RecordChange.Run(number, source, null, null, List.of(), null, null);
        }
        return new RecordChange.Run(
                number,
                source.isEmpty() ? run.source() : source,
                run.at(),
                run.actor(),
                run.files(),
                undo == null ? null : undo.at(),
                undo == null ? null : undo.actor());
    }
}
