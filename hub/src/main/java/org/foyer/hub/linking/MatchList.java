package org.foyer.hub.linking;

import java.util.List;

/**
 * Pairs of buyers of which it is doubtful whether they are one person, most doubtful first, those put off last.
 *
 * @param standing how many buyers were found to be how many people
 * @param doubtful how many such pairs there are, at most {@value #PAIRS_MAX}
 * @param matches those asked for
 */
public record MatchList(LinkedPeople standing, int doubtful, List<Match> matches) {

    /** More are not kept: the most doubtful ones come first, and each decision makes room. */
    public static final int PAIRS_MAX = 200;
}
