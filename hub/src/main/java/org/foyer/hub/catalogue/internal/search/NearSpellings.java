package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Looks words up in the dictionary of the index: those spelt nearly alike, and those with one beginning. */
final class NearSpellings {

    /** Words found for one word of a question, at most. */
    static final int FOUND_MAX = 50;

    /** Words of the dictionary looked at for it, at most. */
    private static final int LOOKED_AT_MAX = 2_000;

    private static final int ONE_LETTER_FROM = 4;
    private static final int TWO_LETTERS_FROM = 8;

    private NearSpellings() {}

    /** @param letters how many are added, left out, changed or swapped with their neighbour */
    record Near(String word, int letters) {}

    /** How many letters may be off; the first never is. Words with digits are never misspelt. */
    static int letters(String word) {
        if (word.length() < ONE_LETTER_FROM || word.chars().anyMatch(Character::isDigit)) {
            return 0;
        }
        return word.length() < TWO_LETTERS_FROM ? 1 : 2;
    }

    /** The nearest first, then in alphabetical order; the word itself is not among them. */
    static List<Near> of(IndexReader reader, String field, String word) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        int letters = letters(word);
        if (terms == null || letters == 0) {
            return List.of();
        }
        List<Near> found = new ArrayList<>();
        FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(field, word), letters, 1, true);
        BoostAttribute likeness = near.attributes().addAttribute(BoostAttribute.class);
        int length = word.codePointCount(0, word.length());
        for (BytesRef term = near.next(); term != null && found.size() < LOOKED_AT_MAX; term = near.next()) {
            String spelt = term.utf8ToString();
            int shorter = Math.min(length, spelt.codePointCount(0, spelt.length()));
            int off = Math.round((1 - likeness.getBoost()) * shorter);
            if (off > 0) {
                found.add(new Near(spelt, off));
            }
        }
        found.sort(Comparator.comparingInt(Near::letters).thenComparing(Near::word));
        List<Near> living = new ArrayList<>();
        for (Near one : found) {
            if (living.size() < FOUND_MAX && isLiving(reader, field, one.word())) {
                living.add(one);
            }
        }
        return living;
    }

    /** In alphabetical order, without the beginning itself. */
    static List<String> beginningWith(IndexReader reader, String field, String beginning) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        List<String> found = new ArrayList<>();
        if (terms == null) {
            return found;
        }
        TermsEnum all = terms.iterator();
        BytesRef start = new BytesRef(beginning);
        int looked = 0;
        if (all.seekCeil(start) == TermsEnum.SeekStatus.END) {
            return found;
        }
        for (BytesRef term = all.term();
                term != null
                        && StringHelper.startsWith(term, start)
                        && looked < LOOKED_AT_MAX
                        && found.size() < FOUND_MAX;
                term = all.next()) {
            looked++;
            String word = term.utf8ToString();
            if (!word.equals(beginning) && isLiving(reader, field, word)) {
                found.add(word);
            }
        }
        return found;
    }

    /** Whether any show holds the word that was not deleted since: else an answer would depend on what is not cleared away yet. */
    private static boolean isLiving(IndexReader reader, String field, String word) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum shows = leaf.reader().postings(new Term(field, word), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            if (shows != null) {
                int show = shows.nextDoc();
                while (show != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(show)) {
                    show = shows.nextDoc();
                }
                if (show != DocIdSetIterator.NO_MORE_DOCS) {
                    return true;
                }
            }
        }
        return false;
    }
}
