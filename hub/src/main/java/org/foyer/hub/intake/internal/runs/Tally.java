package org.foyer.hub.intake.internal.runs;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.intake.internal.loading.FileCounts;
import org.foyer.kit.Problem;

/** Adds up what became of the files of a run. */
final class Tally {

    long read;
    long taken;
    long unchanged;
    long quarantined;
    final List<Problem> problems = new ArrayList<>();

    void add(FileCounts counts) {
        read += counts.read();
        taken += counts.taken();
        unchanged += counts.unchanged();
        quarantined += counts.quarantined();
        problems.addAll(counts.warnings());
    }
}
