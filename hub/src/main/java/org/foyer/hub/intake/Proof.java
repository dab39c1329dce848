package org.foyer.hub.intake;

import java.util.List;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How Foyer reads a file, shown before anything is taken.
 *
 * @param format {@code delimited}, {@code xlsx}, {@code json}, {@code json-lines} or the name of a source
 * @param encoding IANA name, for text
 * @param separator for delimited text
 * @param headerLine line of the header, from 1; 0 when there is none
 * @param recipe the recipe that fits best, or null when none fits
 * @param missing fields the recipe requires and no column gives
 * @param fields all fields a column may be matched to
 * @param values words of coded columns, most frequent first
 * @param problems everything found, all at once
 */
public record Proof(
        ArchivedFile file,
        String format,
        @Nullable String encoding,
        @Nullable String separator,
        int headerLine,
        @Nullable String decimal,
        @Nullable String dateOrder,
        @Nullable RecipeName recipe,
        @Nullable Holds holds,
        List<ColumnProof> columns,
        List<String> missing,
        List<String> fields,
        List<ValueProof> values,
        List<Problem> problems) {

    /** Whether a run can start: a recipe fits, nothing it requires is missing and nothing stops the run. */
    public boolean ready() {
        return recipe != null
                && missing.isEmpty()
                && problems.stream().noneMatch(problem -> problem.severity() == Problem.Severity.STOPS_RUN);
    }
}
