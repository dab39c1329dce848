package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.foyer.hub.catalogue.SearchAnswer.Count;
import org.foyer.hub.catalogue.SearchAnswer.Facets;
import org.foyer.hub.catalogue.internal.search.ShowOffer.Codes;

/**
 * Counts the shows that were found by language and by need that is met. The dates of a show differ in their needs, so that many
 * shows have several sets of codes; each set is taken to pieces once in a segment, and pieces are counted as numbers.
 */
final class CodeCounts {

    private static final String LANGUAGE = "l";
    private static final String NEED = "n";

    private final Map<String, Integer> numbers = new TreeMap<>();
    private int[] counts = new int[16];

    /** The last show that counted for a piece. */
    private int[] seen = new int[16];

    private int[][] pieces = new int[0][];
    private SortedDocValues values = DocValues.emptySorted();
    private int show;

    void start(LeafReader segment) throws IOException {
        values = DocValues.getSorted(segment, ShowDocument.CODES);
        pieces = new int[values.getValueCount()][];
    }

    void startShow() {
        show++;
    }

    /** A document of the present show that is wanted, so that the show counts. */
    void add(ShowCursor document) throws IOException {
        int label = document.label(ShowCursor.Facet.CODES);
        if (label < 0) {
            return;
        }
        int[] of = pieces[label];
        if (of == null) {
            of = piecesOf(Codes.of(values.lookupOrd(label).utf8ToString()));
            pieces[label] = of;
        }
        for (int piece : of) {
            if (seen[piece] != show) {
                seen[piece] = show;
                counts[piece]++;
            }
        }
    }

    private int[] piecesOf(Codes codes) {
        int[] of = Stream.concat(
                        codes.languages().stream().map(code -> LANGUAGE + code),
                        codes.needs().stream().map(need -> NEED + need.name().toLowerCase(Locale.ROOT)))
                .mapToInt(piece -> numbers.computeIfAbsent(piece, made -> numbers.size()))
                .toArray();
        counts = ArrayUtil.grow(counts, numbers.size());
        seen = ArrayUtil.grow(seen, numbers.size());
        return of;
    }

    List<Count> languages() {
        return first(LANGUAGE);
    }

    List<Count> needs() {
        return first(NEED);
    }

    private List<Count> first(String beginning) {
        List<Count> all = new ArrayList<>();
        numbers.forEach((piece, number) -> {
            if (piece.startsWith(beginning)) {
                String code = piece.substring(beginning.length());
                all.add(new Count(code, code, counts[number]));
            }
        });
        all.sort(Comparator.comparingInt(Count::shows).reversed().thenComparing(Count::value));
        return List.copyOf(all.subList(0, Math.min(all.size(), Facets.VALUES_MAX)));
    }
}
