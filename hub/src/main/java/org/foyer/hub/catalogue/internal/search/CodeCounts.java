package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.foyer.hub.catalogue.SearchAnswer.Count;
import org.foyer.hub.catalogue.SearchAnswer.Facets;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.catalogue.internal.search.ShowOffer.Codes;

/** Counts the shows that were found by language and by need that is met. Most shows have one set of codes, counted as a number. */
final class CodeCounts {

    private final Map<String, Integer> languages = new TreeMap<>();
    private final Map<String, Integer> needs = new TreeMap<>();
    private final FacetCounts.Few ofShow = new FacetCounts.Few();
    private SortedDocValues values = DocValues.emptySorted();
    private int[] counts = new int[0];

    void start(LeafReader segment) throws IOException {
        values = DocValues.getSorted(segment, ShowDocument.CODES);
        counts = new int[values.getValueCount()];
    }

    void startShow() {
        ofShow.clear();
    }

    void add(ShowCursor document) throws IOException {
        int label = document.label(ShowCursor.Facet.CODES);
        if (label >= 0) {
            ofShow.add(label);
        }
    }

    void endShow() throws IOException {
        if (ofShow.count() == 1) {
            counts[ofShow.number(0)]++;
        } else if (ofShow.count() > 1) {
            Set<String> spoken = new TreeSet<>();
            Set<Need> met = new TreeSet<>();
            for (int i = 0; i < ofShow.count(); i++) {
                Codes codes = codes(ofShow.number(i));
                spoken.addAll(codes.languages());
                met.addAll(codes.needs());
            }
            count(spoken, met, 1);
        }
    }

    private Codes codes(int label) throws IOException {
        return Codes.of(values.lookupOrd(label).utf8ToString());
    }

    private void count(Set<String> spoken, Set<Need> met, int shows) {
        spoken.forEach(code -> languages.merge(code, shows, Integer::sum));
        met.forEach(need -> needs.merge(need.name().toLowerCase(Locale.ROOT), shows, Integer::sum));
    }

    void end() throws IOException {
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] > 0) {
                Codes codes = codes(label);
                count(codes.languages(), codes.needs(), counts[label]);
            }
        }
        counts = new int[0];
    }

    List<Count> languages() {
        return first(languages);
    }

    List<Count> needs() {
        return first(needs);
    }

    private static List<Count> first(Map<String, Integer> shows) {
        List<Count> all = new ArrayList<>();
        shows.forEach((code, count) -> all.add(new Count(code, code, count)));
        all.sort(Comparator.comparingInt(Count::shows).reversed().thenComparing(Count::value));
        return List.copyOf(all.subList(0, Math.min(all.size(), Facets.VALUES_MAX)));
    }
}
