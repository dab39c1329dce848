package org.foyer.hub.catalogue.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/**
 * A searcher that looks through the index in several parts at once, each of whole segments and about as large as the others; whoever asks
 * looks through one of them, and through those for which there is no helper.
 */
final class PartedSearcher extends IndexSearcher {

    /** More parts at once would take the processors of those who ask at the same moment. */
    static final int PARTS_MAX = 4;

    PartedSearcher(IndexReader reader, Executor helpers) {
        super(reader, helpers);
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
        List<LeafReaderContext> largestFirst = new ArrayList<>(leaves);
        largestFirst.sort(Comparator.comparingInt(leaf -> -leaf.reader().maxDoc()));
        int most = Math.min(PARTS_MAX, Runtime.getRuntime().availableProcessors());
        List<List<LeafReaderContext>> parts = new ArrayList<>();
        long[] sizes = new long[most];
        for (LeafReaderContext leaf : largestFirst) {
            int smallest = 0;
            for (int part = 1; part < most; part++) {
                smallest = sizes[part] < sizes[smallest] ? part : smallest;
            }
            if (smallest == parts.size()) {
                parts.add(new ArrayList<>());
            }
            parts.get(smallest).add(leaf);
            sizes[smallest] += leaf.reader().maxDoc();
        }
        return parts.stream().map(LeafSlice::new).toArray(LeafSlice[]::new);
    }
}
