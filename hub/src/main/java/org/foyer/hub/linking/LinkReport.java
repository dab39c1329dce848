package org.foyer.hub.linking;

import java.util.List;

/**
 * What came of one linking.
 *
 * @param records read
 * @param persons found
 * @param pairs that were compared and may be one person
 * @param problems what stopped it, or what is to be known
 */
public record LinkReport(long records, long persons, long pairs, List<LinkProblem> problems) {

    public LinkReport {
        problems = List.copyOf(problems);
    }

    /** Whether nothing was written. */
    public boolean stopped() {
        return problems.stream().anyMatch(LinkProblem::stops);
    }
}
