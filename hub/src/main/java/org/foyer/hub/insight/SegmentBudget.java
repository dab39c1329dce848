package org.foyer.hub.insight;

import java.time.LocalDate;
import org.foyer.hub.model.HouseId;

/**
 * How many sizes of segments a house may ask for on a day. Each size is rounded at random, but the mean of many that differ by the same few people comes near how
 * many these are; so there are not many. The same question again is free, since it tells the same.
 */
public interface SegmentBudget {

    /** Sizes of a house in a day unless FOYER_SEGMENT_QUESTIONS says otherwise. */
    int QUESTIONS = 40;

    /** No limit, for those who only count. */
    SegmentBudget NONE = (house, question, today) -> {};

    /**
     * Counts a question.
     *
     * @param today of the house
     * @throws Spent when the house has asked for as many others today as it may
     */
    void ask(HouseId house, String question, LocalDate today);

    /** Nothing more is told today. */
    final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int questions;
        private final transient LocalDate again;

        /** @param again first day on which others may be asked, in the zone of the house */
        public Spent(int questions, LocalDate again) {
            super("segment-questions-spent", null, false, false); // an answer, not a bug
            this.questions = questions;
            this.again = again;
        }

        public int questions() {
            return questions;
        }

        public LocalDate again() {
            return again;
        }
    }
}
