package org.foyer.hub.simulation.internal;

import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.SizeClass;

/**
 * How houses of one kind play and sell. Shares are of the tickets of a night; lead shares are of single tickets.
 *
 * @param nights performances a season
 * @param run performances of one production in the house, on average
 * @param price full price of the best seats, in minor units
 * @param openDays days before the season (or the festival) on which single sale begins
 * @param opening share of single tickets bought in the rush of the first days
 * @param early share bought more than seven weeks before
 * @param late share bought in the last week
 * @param noShow share of tickets that nobody uses
 */
record Habits(
        int nights,
        double run,
        int price,
        int openDays,
        double opening,
        double early,
        double late,
        double subscribers,
        double schools,
        double groups,
        double invitations,
        double noShow) {

    static Habits of(Discipline discipline, SizeClass size, boolean festival) {
        if (festival) {
            return new Habits(44, 2.5, 3200, 110, 0.12, 0.13, 0.33, 0.10, 0.00, 0.04, 0.06, 0.07);
        }
        return switch (discipline) {
            case OPERA -> new Habits(52, 5, 9800, 75, 0.13, 0.20, 0.26, 0.26, 0.03, 0.05, 0.04, 0.05);
            case MUSIC -> new Habits(75, 1.4, 5400, 70, 0.05, 0.12, 0.36, 0.22, 0.03, 0.05, 0.05, 0.07);
            case DANCE -> new Habits(62, 2.4, 3600, 75, 0.06, 0.13, 0.37, 0.20, 0.06, 0.04, 0.05, 0.06);
            case CIRCUS -> new Habits(60, 5, 2800, 75, 0.03, 0.12, 0.39, 0.06, 0.12, 0.05, 0.05, 0.07);
            case MULTIDISCIPLINARY -> new Habits(105, 1.8, 3200, 75, 0.05, 0.11, 0.38, 0.20, 0.08, 0.05, 0.05, 0.07);
            case THEATRE ->
                size == SizeClass.SMALL
                        ? new Habits(105, 5, 1800, 60, 0.02, 0.09, 0.48, 0.05, 0.08, 0.03, 0.07, 0.09)
                        : new Habits(90, 2.6, 3000, 75, 0.05, 0.11, 0.40, 0.19, 0.09, 0.04, 0.05, 0.07);
        };
    }
}
