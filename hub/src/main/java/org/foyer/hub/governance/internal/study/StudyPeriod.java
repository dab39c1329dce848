package org.foyer.hub.governance.internal.study;

import java.time.LocalDate;

/**
 * A quarter of a year: one budget, and one day as of which everything is counted, so that two questions never show what came between them.
 *
 * @param from its first day
 */
record StudyPeriod(LocalDate from) {

    private static final int MONTHS = 3;

    static StudyPeriod of(LocalDate day) {
        int first = (day.getMonthValue() - 1) / MONTHS * MONTHS + 1;
        return new StudyPeriod(LocalDate.of(day.getYear(), first, 1));
    }

    /** For instance 2026-Q4. */
    String label() {
        return from.getYear() + "-Q" + ((from.getMonthValue() + 2) / MONTHS);
    }

    LocalDate asOf() {
        return from.minusDays(1);
    }

    LocalDate next() {
        return from.plusMonths(MONTHS);
    }
}
