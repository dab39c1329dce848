package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.foyer.hub.catalogue.SearchAnswer.At;
import org.foyer.hub.catalogue.SearchAnswer.Facets;

/** Counts the shows that were found by the point at which they play. */
final class PlaceCounts {

    private final Map<String, Integer> byPlace = new HashMap<>();
    private SortedDocValues values = DocValues.emptySorted();
    private int[] counts = new int[0];
    private int place;

    void start(LeafReader segment) throws IOException {
        values = DocValues.getSorted(segment, ShowDocument.WHERE);
        counts = new int[values.getValueCount()];
    }

    void startShow(ShowCursor first) throws IOException {
        place = first.label(ShowCursor.Facet.WHERE);
    }

    void endShow() {
        if (place >= 0) {
            counts[place]++;
        }
    }

    void end() throws IOException {
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                byPlace.merge(values.lookupOrd(value).utf8ToString(), counts[value], Integer::sum);
            }
        }
        counts = new int[0];
    }

    void add(PlaceCounts other) {
        other.byPlace.forEach((place, shows) -> byPlace.merge(place, shows, Integer::sum));
    }

    List<At> counts() {
        return byPlace.entrySet().stream()
                .map(one -> new At(ShowOffer.point(one.getKey()), ShowOffer.name(one.getKey()), one.getValue()))
                .sorted(Comparator.comparingInt(At::shows)
                        .reversed()
                        .thenComparing(At::name)
                        .thenComparing(at -> at.point().toString()))
                .limit(Facets.PLACES_MAX)
                .toList();
    }
}
