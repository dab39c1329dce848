package org.foyer.hub.catalogue;

import java.time.Duration;

/** Finds shows among the programmes of all houses of the node. Public: holds nothing personal. */
public interface Search {

    /** Characters of a question, at most. */
    int LENGTH_MAX = 200;

    /** Words of a question that count, at most; what comes behind them is left aside, and it is told. */
    int WORDS_MAX = 12;

    /** Shows in one answer, at most. */
    int LIMIT_MAX = 50;

    /** Shows that can be passed over, at most: whoever wants more narrows the question. */
    int OFFSET_MAX = 1_000;

    /** Milliseconds after which an answer is given as far as it came, and says so. */
    int MILLISECONDS_MAX = 1_000;

    /** Questions that are answered at the same moment. */
    int AT_ONCE = 8;

    /**
     * Answers by what is known at this moment. A change of a moment ago may be missing; an index that is still being made is told.
     *
     * @param base address of the node, without a final slash, from which identifiers are made
     * @throws Unanswered {@code search-long} or {@code search-busy}
     */
    SearchAnswer ask(SearchQuestion question, String base);

    /** Towns near which one can look. */
    Places places();

    /** The same programmes, asked for the things that names mean. */
    Reconciliation reconciliation();

    /**
     * Waits until every change of the programmes up to now is searched.
     *
     * @return false when it took longer
     */
    boolean settle(Duration most);
}
