package org.foyer.hub.intake.internal.runs;

import java.util.List;
import org.foyer.hub.intake.internal.reading.JsonShape;
import org.foyer.hub.intake.internal.reading.Recognition;
import org.foyer.hub.intake.internal.recipe.Fit;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A file that was looked at, with the recipe that fits it best.
 *
 * @param house whose file it is
 * @param shape for JSON, how it is seen
 * @param fit null when no recipe fits at all
 * @param cleaned whether people were taken out of it, so that the archive keeps its table instead of the file
 */
record OpenedFile(
        HouseId house,
        ArchivedFile file,
        Recognition recognition,
        @Nullable JsonShape shape,
        @Nullable Fit fit,
        List<Problem> problems,
        boolean cleaned) {

    OpenedFile {
        problems = List.copyOf(problems);
    }

    Recognition seen() {
        return shape == null ? recognition : recognition.shapedAs(shape);
    }

    boolean ready() {
        return fit != null
                && fit.ready()
                && problems.stream().noneMatch(problem -> problem.severity() == Problem.Severity.STOPS_RUN);
    }

    /** Programmes come before the sales that refer to them. */
    int rank() {
        return fit != null
                        && (fit.recipe().holds() == org.foyer.hub.intake.Holds.PROGRAMME
                                || fit.recipe().holds() == org.foyer.hub.intake.Holds.DOUBLES
                                || fit.recipe().holds() == org.foyer.hub.intake.Holds.HOUSE
                                || fit.recipe().holds() == org.foyer.hub.intake.Holds.HALLS)
                ? 0
                : 1;
    }
}
