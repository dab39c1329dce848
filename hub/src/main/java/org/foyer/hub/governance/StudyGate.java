package org.foyer.hub.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * The side of the gate for free questions: sums over the people of houses that take part in {@link Gate#STUDY}, in which nobody can tell
 * whether any one person is counted. Each answer costs a part of a budget; the same question costs nothing and has the same answer until the
 * period ends. docs/free-questions.md says what it holds against.
 */
public interface StudyGate {

    /** Buyers behind a number that is told, at least; a network may ask for more. */
    int BUYERS_MIN = 10;

    /** Numbers of one answer at most. */
    int CELLS_MAX = 200;

    /** What one answer may cost. */
    List<Epsilon> PRICES = List.of(new Epsilon(1, 4), new Epsilon(1, 2), new Epsilon(1, 1));

    /** Houses may be added up in answers to free questions of observers: funders and researchers that this node named. */
    String OBSERVERS = "observers";

    /** Nobody is told anything: the house takes no part. */
    String NOT_TAKING_PART = "not-taking-part";

    /** Nobody is told anything: no agreement in force that the house signed permits it. */
    String AGREEMENT = "study-agreement";

    /** A house withdrew that was in the answer: it is forgotten, and not counted again in its period. */
    String WITHDRAWN = "study-withdrawn";

    /** The budget of the period does not reach for the question. */
    String SPENT = "study-budget-spent";

    /**
     * A question.
     *
     * @param question in its one canonical form: two that are written alike are one
     * @param money whether amounts are added up, which are so in one currency alone
     * @param cells numbers of the answer, 1 to {@value #CELLS_MAX}, whatever the data are
     * @param cellsOfPerson in how many of them one person of a house counts at most, at least 1
     * @param mostOfPerson with how much in each of them, at least 1
     * @param epsilon what the answer costs, one of {@link #PRICES}
     */
    record Asked(
            String question,
            Season season,
            boolean money,
            int cells,
            int cellsOfPerson,
            int mostOfPerson,
            Epsilon epsilon) {

        public Asked {
            if (question.isBlank()
                    || cells < 1
                    || cells > CELLS_MAX
                    || cellsOfPerson < 1
                    || mostOfPerson < 1
                    || !PRICES.contains(epsilon)) {
                throw new IllegalArgumentException(question + ": " + cells + " cells, " + epsilon);
            }
        }

        /** By how much one person changes all numbers of a house together at most. */
        public long sensitivity() {
            return (long) Math.min(cells, cellsOfPerson) * mostOfPerson;
        }
    }

    /** Exact sums, cell by cell, of houses that take part; asked only for a question that is not answered yet. */
    @FunctionalInterface
    interface Sums {
        /** @param asOf as known on that day: one for all questions of a period */
        Map<HouseId, long[]> of(List<House> houses, LocalDate asOf);
    }

    /**
     * A number that is told.
     *
     * @param about null when {@code withheld} says why
     * @param within error in nineteen of twenty cases
     */
    record Cell(@Nullable Long about, long within, @Nullable String withheld) {}

    /**
     * What a house may know.
     *
     * @param withheld why nothing is told; null when {@code cells} are
     * @param period quarter of a year in which the answer stays
     * @param asOf day as of which everything was counted
     * @param houses that were added up
     * @param spent by this question now; nothing when it was answered before
     * @param left what the house may still spend in the period
     * @param opens first day of the next period, when there is a new budget
     */
    record Told(
            @Nullable String withheld,
            String period,
            LocalDate asOf,
            int houses,
            Epsilon spent,
            Epsilon left,
            LocalDate opens,
            List<Cell> cells) {}

    /**
     * A funder or researcher who asks.
     *
     * @param account its number, which pays
     * @param currency in which amounts are added up
     */
    record Observer(long account, boolean simulated, String currency) {}

    /** Answers; with a line of the audit, whatever the answer. */
    Told told(Actor actor, HouseId asker, Asked asked, Sums sums);

    /** The answer to a question that was answered in this period, to a house that takes part; it costs nothing. */
    Optional<Told> known(Actor actor, HouseId asker, Asked asked);

    /** The same without asking anything: what is left and when there is more. */
    Told budget(HouseId asker);

    /**
     * Answers an observer, over the houses that take part in {@link #OBSERVERS}; with a line of the audit for each of them. Observers have one
     * kept answer for all of them, and what they spend is of the same budget of all askers.
     */
    Told observed(Actor actor, Observer observer, Asked asked, Sums sums);

    /** As {@link #known}. */
    Optional<Told> knownToObserver(Actor actor, Observer observer, Asked asked);

    /** As {@link #budget}. */
    Told budgetOf(Observer observer);
}
