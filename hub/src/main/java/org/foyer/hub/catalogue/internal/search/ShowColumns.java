package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * Columns of the segments of the index, in memory as far as they have room there. Segments never change, so what is held of one
 * serves every state of the index that has it, and goes with it.
 */
final class ShowColumns {

    private final long most;
    private final Map<IndexReader.CacheKey, HeldColumns> held = new ConcurrentHashMap<>();

    /** @param most bytes of columns in memory, at most; what finds no room is read from the files */
    ShowColumns(long most) {
        this.most = most;
    }

    /** For one question. */
    ShowCursor of(LeafReader segment) throws IOException {
        IndexReader.CacheHelper core = segment.getCoreCacheHelper();
        HeldColumns columns = core == null ? null : held.get(core.getKey());
        return columns == null ? new FileColumns(segment) : columns.cursor();
    }

    /** Takes what has room into memory. To be called before questions read that state of the index. */
    void hold(IndexReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            IndexReader.CacheHelper core = leaf.reader().getCoreCacheHelper();
            if (core != null && !held.containsKey(core.getKey())) {
                HeldColumns columns = columns(leaf.reader());
                if (columns != null) {
                    held.put(core.getKey(), columns);
                    core.addClosedListener(held::remove);
                }
            }
        }
    }

    private @Nullable HeldColumns columns(LeafReader segment) throws IOException {
        long room = most - bytes();
        if (HeldColumns.leastBytes(segment) > room) {
            return null;
        }
        HeldColumns columns = HeldColumns.read(segment);
        return columns.bytes() > room ? null : columns;
    }

    /** Bytes of columns in memory. */
    long bytes() {
        return held.values().stream().mapToLong(HeldColumns::bytes).sum();
    }
}
