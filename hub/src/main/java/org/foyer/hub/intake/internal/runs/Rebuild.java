package org.foyer.hub.intake.internal.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.loading.Stopped;
import org.foyer.hub.intake.internal.recipe.Recipe;
import org.foyer.hub.store.Warehouse;

/** Makes the warehouse again from the archive and the register, in a file beside it that takes its place at the end. */
public final class Rebuild {

    private final RunRegister rows;
    private final RecipeShelf shelf;
    private final Warehouse warehouse;
    private final FileOpening opening;
    private final RunLoad load;
    private final RunQueue queue;
    private final List<Consumer<Warehouse>> said;

    /** @param said give a warehouse made anew what people said, in their order */
    public Rebuild(
            RunRegister rows,
            RecipeShelf shelf,
            Warehouse warehouse,
            FileOpening opening,
            RunLoad load,
            RunQueue queue,
            List<Consumer<Warehouse>> said) {
        this.rows = rows;
        this.shelf = shelf;
        this.warehouse = warehouse;
        this.opening = opening;
        this.load = load;
        this.queue = queue;
        this.said = List.copyOf(said);
    }

    /**
     * Replays every committed run and every undo in their order, then what people said of words and of themselves. Pages keep reading the
     * old warehouse meanwhile. What came from a house whose key was destroyed cannot be made again and is left out.
     */
    public void rebuild(Progress progress) {
        try (RunQueue.Turn turn = queue.join()
                .orElseThrow(() -> new IllegalStateException("too many runs wait; rebuild when they are done"))) {
            turn.awaitWork();
            List<RunRow> chronicle = rows.chronicle();
            warehouse.replaceWith(fresh -> {
                for (int i = 0; i < chronicle.size(); i++) {
                    progress.at("load", i, chronicle.size());
                    replay(fresh, chronicle.get(i));
                }
                said.forEach(again -> again.accept(fresh));
                progress.at("load", chronicle.size(), chronicle.size());
            });
        }
    }

    private void replay(Warehouse fresh, RunRow row) {
        if (opening.isLostForGood(row.house())) {
            return;
        }
        HouseFacts house = HouseFacts.of(rows.register(), row.house());
        String report = java.util.Objects.requireNonNull(row.report());
        if (row.isUndo()) {
            fresh.write(connection -> {
                long left = UndoRuns.takeBack(connection, house, row);
                RunLoad.mark(new Sql(connection), row.id(), house, report);
                return left;
            });
            return;
        }
        List<OpenedFile> opened = new ArrayList<>();
        for (RunRow.ReadFile file : row.readFiles()) {
            Recipe recipe = shelf.byNumber(file.recipe());
            OpenedFile again = opening.again(row.house(), file, recipe);
            if (!again.ready()) {
                throw new Stopped(again.problems().get(0));
            }
            opened.add(again);
        }
        try (RunTables tables = RunTables.read(opening, opened, Progress.NONE)) {
            fresh.write(connection -> {
                load.again(connection, house, tables, row, report);
                return true;
            });
        }
    }
}
