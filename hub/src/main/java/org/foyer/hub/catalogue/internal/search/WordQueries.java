package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.model.House;

/**
 * Makes queries of a question.
 *
 * <p>A word scores by its best way of being found: 1,000 as written, a little less without its ending, less as the beginning of a
 * word, and far less as a near spelling, so that a show with one word more as written always comes first. To this comes the part of
 * the show in which it stands, 10 to 60.
 */
final class WordQueries {

    private static final float AS_WRITTEN = 1_000;
    private static final float STEM = 995;
    private static final float BEGINNING = 980;
    private static final float ONE_LETTER_OFF = 100;
    private static final float TWO_LETTERS_OFF = 50;
    private static final float WHOLE_TITLE = 5;

    /**
     * Dates of a longer span are not looked up: most shows have some, and counting leaves out those that have none, while a list of
     * all of them would be made for each question.
     */
    private static final int DAYS_LOOKED_UP = 100;

    private final SearchQuestion question;
    private final List<Folding.Word> words;
    private final boolean cut;
    private final boolean lastIsOpen;

    /** Looked up once for all passes of a question: it is what costs most. */
    private final Map<String, List<NearSpellings.Near>> spellings = new HashMap<>();

    WordQueries(SearchQuestion question) {
        this.question = question;
        List<Folding.Word> all = Folding.words(question.words(), false, Search.WORDS_MAX + 1);
        this.cut = all.size() > Search.WORDS_MAX;
        List<Folding.Word> counted = cut ? all.subList(0, Search.WORDS_MAX) : all;
        List<Folding.Word> telling =
                counted.stream().filter(word -> !word.small()).toList();
        String asked = question.words();
        boolean spaceFollows = !asked.isEmpty() && Character.isWhitespace(asked.charAt(asked.length() - 1));
        this.words = telling.isEmpty() ? counted : telling;
        this.lastIsOpen = !cut
                && !spaceFollows
                && !words.isEmpty()
                && words.get(words.size() - 1) == counted.get(counted.size() - 1);
    }

    boolean cut() {
        return cut;
    }

    int count() {
        return words.size();
    }

    /** Whether any word is long enough to be misspelt. */
    boolean mayBeMisspelt() {
        return words.stream().anyMatch(word -> NearSpellings.letters(word.plain()) > 0);
    }

    /**
     * The query.
     *
     * @param near whether near spellings count
     * @param needed how many of the words are needed
     */
    Query query(IndexReader reader, Wanted wanted, Map<Integer, House> houses, boolean near, int needed)
            throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (words.isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        for (int i = 0; i < words.size(); i++) {
            boolean open = lastIsOpen && i == words.size() - 1;
            all.add(word(reader, words.get(i), open, near), needed == words.size() ? Occur.MUST : Occur.SHOULD);
        }
        if (needed < words.size()) {
            all.setMinimumNumberShouldMatch(needed);
        } else if (words.size() > 1) {
            all.add(wholeTitle(WHOLE_TITLE), Occur.SHOULD);
        }
        narrow(all, reader, wanted, houses);
        return all.build();
    }

    private Query wholeTitle(float score) {
        Query whole = new TermQuery(new Term(ShowDocument.WHOLE_TITLE, Folding.key(question.words())));
        return new BoostQuery(new ConstantScoreQuery(whole), score);
    }

    private Query word(IndexReader reader, Folding.Word word, boolean open, boolean near) throws IOException {
        List<Query> ways = new ArrayList<>();
        if (words.size() == 1) { // one way more costs less than a second query beside each document
            ways.add(wholeTitle(AS_WRITTEN + PartSimilarity.STEP * Part.TITLE.weight() + WHOLE_TITLE));
        }
        for (String form : word.forms()) {
            ways.add(scored(ShowDocument.WORD, form, AS_WRITTEN));
            Folding.stems(form).forEach(stem -> ways.add(scored(ShowDocument.STEM, stem, STEM)));
            if (open) {
                beginning(reader, form, ways);
            }
        }
        if (near) {
            for (NearSpellings.Near spelling : spellings(reader, word.plain())) {
                ways.add(scored(
                        ShowDocument.WORD,
                        spelling.word(),
                        spelling.letters() == 1 ? ONE_LETTER_OFF : TWO_LETTERS_OFF));
            }
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private List<NearSpellings.Near> spellings(IndexReader reader, String word) throws IOException {
        List<NearSpellings.Near> known = spellings.get(word);
        if (known == null) {
            known = NearSpellings.of(reader, ShowDocument.WORD, word);
            spellings.put(word, known);
        }
        return known;
    }

    private static void beginning(IndexReader reader, String form, List<Query> ways) throws IOException {
        if (form.length() >= ShowDocument.PREFIX_MIN && form.length() <= ShowDocument.PREFIX_MAX) {
            ways.add(scored(ShowDocument.PREFIX, form, BEGINNING));
        } else if (form.length() > ShowDocument.PREFIX_MAX) {
            for (String word : NearSpellings.beginningWith(reader, ShowDocument.WORD, form)) {
                ways.add(scored(ShowDocument.WORD, word, BEGINNING));
            }
        }
    }

    private static Query scored(String field, String word, float score) {
        return new BoostQuery(new TermQuery(new Term(field, word)), score);
    }

    private void narrow(BooleanQuery.Builder all, IndexReader reader, Wanted wanted, Map<Integer, House> houses)
            throws IOException {
        if (wanted.days() <= DAYS_LOOKED_UP) {
            long from = ShowDates.first(wanted.first());
            long to = ShowDates.last(wanted.last());
            all.add(
                    new IndexOrDocValuesQuery(
                            LongPoint.newRangeQuery(ShowDocument.DATES, from, to),
                            SortedNumericDocValuesField.newSlowRangeQuery(ShowDocument.DATES, from, to)),
                    Occur.FILTER);
        }
        if (!question.houses().isEmpty()) {
            List<BytesRef> numbers = houses.values().stream()
                    .filter(house -> question.houses().contains(house.slug()))
                    .map(house -> new BytesRef(house.id().toString()))
                    .toList();
            all.add(new TermInSetQuery(ShowDocument.HOUSE, numbers), Occur.FILTER);
        }
        facet(all, ShowDocument.GENRE, question.genre());
        facet(all, ShowDocument.EVENT_TYPE, question.eventType());
        facet(all, ShowDocument.TOWN, question.town());
        facet(all, ShowDocument.FESTIVAL, question.festival());
        for (Folding.Word word : Folding.words(question.place(), false, Search.WORDS_MAX)) {
            BooleanQuery.Builder one = new BooleanQuery.Builder();
            for (String form : word.forms()) {
                one.add(new TermQuery(new Term(ShowDocument.PLACE, form)), Occur.SHOULD);
                if (form.length() >= ShowDocument.PREFIX_MIN) {
                    for (String begun : NearSpellings.beginningWith(reader, ShowDocument.PLACE, form)) {
                        one.add(new TermQuery(new Term(ShowDocument.PLACE, begun)), Occur.SHOULD);
                    }
                }
            }
            all.add(one.build(), Occur.FILTER);
        }
    }

    private static void facet(BooleanQuery.Builder all, String field, String label) {
        if (!label.isBlank()) {
            all.add(new TermQuery(new Term(field, Folding.key(label.strip()))), Occur.FILTER);
        }
    }
}
