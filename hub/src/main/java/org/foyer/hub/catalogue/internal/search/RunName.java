package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The identifier of a run by its number within a segment. Its text lies packed in the index and is unpacked only when it is needed:
 * a question that finds very many shows would spend most of its time on that.
 */
final class RunName implements Comparable<RunName> {

    private final SortedDocValues runs;
    private final int number;
    private @Nullable BytesRef text;

    /** @param runs of one segment, one object for all names of it */
    RunName(SortedDocValues runs, int number) {
        this.runs = runs;
        this.number = number;
    }

    BytesRef text() {
        BytesRef known = text;
        if (known == null) {
            try {
                known = BytesRef.deepCopyOf(runs.lookupOrd(number));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            text = known;
        }
        return known;
    }

    /** Within a segment numbers are in the order of the texts. */
    @Override
    public int compareTo(RunName other) {
        return runs == other.runs ? Integer.compare(number, other.number) : text().compareTo(other.text());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunName name && compareTo(name) == 0;
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
