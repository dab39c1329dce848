package org.foyer.hub.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what became of a record.
 *
 * @param thing number by which it goes
 * @param name as it counts now
 * @param show production of a performance, else null
 * @param total changes in all
 * @param changes the latest first
 * @param related whose histories are told apart: where a show is played, what, and whom it credits; at most 150
 * @param sheet where the sheet of its show stands, null while there is none
 */
public record RecordHistory(
        History.Kind kind,
        long thing,
        String name,
        @Nullable Long show,
        long total,
        List<RecordChange> changes,
        List<Related> related,
        ShowSheet.@Nullable Seen sheet) {

    /** Another record with a history. */
    public record Related(History.Kind kind, long thing, String name) {}

    /** Without names of files, which may be those of people. */
    public RecordHistory withoutFiles() {
        return new RecordHistory(
                kind,
                thing,
                name,
                show,
                total,
                changes.stream().map(RecordChange::withoutFiles).toList(),
                related,
                sheet);
    }
}
