package org.foyer.hub.governance;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.OverlapGate.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Buyers of one show on tour, as a company may be told.
 *
 * @param withheld {@code overlap-not-taking-part}, {@code overlap-agreement}, {@code tour-audience-alone} (fewer than two houses of this node
 *     granted the show, joined and signed), {@code tour-audience-counted} (a show of it was counted this quarter with other shows), else null
 * @param period quarter of a year in which these figures stay
 * @param within error of each figure in nineteen of twenty cases
 * @param houses short names of those that are counted
 * @param asked houses that were asked for the tour, of all nodes
 * @param all people with an e-mail or a telephone in any of the houses
 * @param several those of them in two houses or more; too few when they, or the others, are
 * @param asOf what was sold up to this day; null where nothing is counted
 */
public record TourAudience(
        @Nullable String withheld,
        String period,
        int within,
        List<String> houses,
        int asked,
        Figure all,
        Figure several,
        @Nullable LocalDate asOf) {

    static TourAudience nothing(String why, String period, int asked) {
        return new TourAudience(why, period, OverlapGate.WITHIN, List.of(), asked, Figure.SMALL, Figure.SMALL, null);
    }
}
