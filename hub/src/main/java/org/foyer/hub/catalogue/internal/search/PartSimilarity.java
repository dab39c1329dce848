package org.foyer.hub.catalogue.internal.search;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Scores a word by how it was found and in which part of the show it stands, by nothing else. Statistics over all shows, as in
 * BM25, would make the order of an answer depend on what was deleted and not yet cleared away.
 */
final class PartSimilarity extends Similarity {

    /** Between one part and the next. */
    static final int STEP = 10;

    @Override
    public long computeNorm(FieldInvertState state) {
        return 1;
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        return new SimScorer() {
            @Override
            public float score(float part, long norm) {
                return boost + STEP * part;
            }
        };
    }
}
