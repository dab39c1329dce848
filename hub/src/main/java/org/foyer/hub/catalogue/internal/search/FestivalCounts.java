package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.foyer.hub.catalogue.SearchAnswer.Count;

/**
 * Counts the shows that were found by the festivals and series to which their dates belong. A date may be of a festival and of a series, and
 * the dates of one show of several, each under the name that its house chose; each set of names is taken to pieces once in a segment, and names are counted as numbers.
 */
final class FestivalCounts {

    /** Names with their keys, as the index has them, by number. */
    private final Map<String, Integer> names = new HashMap<>();

    private int[] counts = new int[16];

    /** The last show that counted for a name. */
    private int[] seen = new int[16];

    private SortedDocValues values = DocValues.emptySorted();
    private int[][] ofLabel = new int[0][];
    private int show;

    void start(LeafReader segment) throws IOException {
        values = DocValues.getSorted(segment, ShowDocument.FESTIVAL);
        ofLabel = new int[values.getValueCount()][];
    }

    void startShow() {
        show++;
    }

    /** A document of the present show that is wanted, so that the show counts. */
    void add(ShowCursor document) throws IOException {
        int label = document.label(ShowCursor.Facet.FESTIVAL);
        if (label < 0) {
            return;
        }
        int[] of = ofLabel[label];
        if (of == null) {
            of = numbers(values.lookupOrd(label).utf8ToString());
            ofLabel[label] = of;
        }
        for (int name : of) {
            if (seen[name] != show) {
                seen[name] = show;
                counts[name]++;
            }
        }
    }

    private int[] numbers(String label) {
        String[] told = label.split(Character.toString(ShowDocument.FIELD));
        int[] numbers = new int[told.length];
        for (int i = 0; i < told.length; i++) {
            numbers[i] = number(told[i]);
        }
        return numbers;
    }

    private int number(String name) {
        int number = names.computeIfAbsent(name, made -> names.size());
        counts = ArrayUtil.grow(counts, names.size());
        seen = ArrayUtil.grow(seen, names.size());
        return number;
    }

    void add(FestivalCounts other) {
        other.names.forEach((name, number) -> counts[number(name)] += other.counts[number]);
    }

    List<Count> counts() {
        Map<String, Map<String, Integer>> byKey = new HashMap<>();
        names.forEach((name, number) -> {
            int mark = name.indexOf(ShowDocument.MARK);
            if (counts[number] > 0) {
                byKey.computeIfAbsent(name.substring(0, mark), key -> new TreeMap<>())
                        .put(name.substring(mark + 1), counts[number]);
            }
        });
        return FacetCounts.asMostWrite(byKey);
    }
}
