package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.ArrayUtil;
import org.foyer.hub.catalogue.SearchAnswer.Count;
import org.foyer.hub.catalogue.SearchAnswer.Facets;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.catalogue.internal.search.ShowOffer.Codes;

/**
 * Counts the shows that were found by language, by need that is met and by whom they are meant for. The dates of a show differ in their needs, so that many
 * shows have several sets of codes; each set is taken to pieces once in a segment, and pieces are counted as numbers: the needs in
 * their order, then languages and audiences as they come.
 */
final class CodeCounts {

    private static final Need[] NEEDS = Need.values();

    private final Map<String, Integer> languages = new TreeMap<>();
    private final Map<String, Integer> audiences = new TreeMap<>();
    private int[] counts = new int[NEEDS.length + 16];

    /** The last show that counted for a piece. */
    private int[] seen = new int[NEEDS.length + 16];

    private int[][] pieces = new int[0][];
    private int show;

    void start(LeafReader segment) throws IOException {
        pieces = new int[DocValues.getSorted(segment, ShowDocument.CODES).getValueCount()][];
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
            of = piecesOf(document.codes(label));
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
        int[] of = new int
                [codes.languages().size()
                        + codes.audiences().size()
                        + codes.needs().size()];
        int taken = 0;
        for (Need need : codes.needs()) {
            of[taken++] = need.ordinal();
        }
        for (String language : codes.languages()) {
            of[taken++] = languages.computeIfAbsent(language, made -> pieces());
        }
        for (String audience : codes.audiences()) {
            of[taken++] = audiences.computeIfAbsent(audience, made -> pieces());
        }
        counts = ArrayUtil.grow(counts, pieces());
        seen = ArrayUtil.grow(seen, pieces());
        return of;
    }

    /** Different pieces so far, which is the number of the next one. */
    private int pieces() {
        return NEEDS.length + languages.size() + audiences.size();
    }

    void add(CodeCounts other) {
        for (Need need : NEEDS) {
            counts[need.ordinal()] += other.counts[need.ordinal()];
        }
        other.languages.forEach((code, piece) -> add(languages, code, other.counts[piece]));
        other.audiences.forEach((code, piece) -> add(audiences, code, other.counts[piece]));
    }

    private void add(Map<String, Integer> numbered, String code, int shows) {
        int piece = numbered.computeIfAbsent(code, made -> pieces());
        counts = ArrayUtil.grow(counts, pieces());
        seen = ArrayUtil.grow(seen, pieces());
        counts[piece] += shows;
    }

    List<Count> languages() {
        return counted(languages);
    }

    List<Count> audiences() {
        return counted(audiences);
    }

    private List<Count> counted(Map<String, Integer> numbered) {
        List<Count> all = new ArrayList<>();
        numbered.forEach((code, piece) -> {
            if (counts[piece] > 0) {
                all.add(new Count(code, code, counts[piece]));
            }
        });
        return first(all);
    }

    List<Count> needs() {
        List<Count> all = new ArrayList<>();
        for (Need need : NEEDS) {
            if (counts[need.ordinal()] > 0) {
                String code = need.name().toLowerCase(Locale.ROOT);
                all.add(new Count(code, code, counts[need.ordinal()]));
            }
        }
        return first(all);
    }

    private static List<Count> first(List<Count> all) {
        all.sort(Comparator.comparingInt(Count::shows).reversed().thenComparing(Count::value));
        return List.copyOf(all.subList(0, Math.min(all.size(), Facets.VALUES_MAX)));
    }
}
