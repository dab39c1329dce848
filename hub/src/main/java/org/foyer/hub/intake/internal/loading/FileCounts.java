package org.foyer.hub.intake.internal.loading;

import java.util.List;
import org.foyer.kit.Problem;

/**
 * What became of the rows of one file; {@code read = taken + unchanged + quarantined}.
 *
 * @param warnings what a person should look at
 */
public record FileCounts(long read, long taken, long unchanged, long quarantined, List<Problem> warnings) {

    public FileCounts {
        warnings = List.copyOf(warnings);
        if (read != taken + unchanged + quarantined) {
            throw new IllegalStateException("rows unaccounted for: read " + read + ", taken " + taken + ", unchanged "
                    + unchanged + ", quarantined " + quarantined);
        }
    }
}
