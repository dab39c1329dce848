package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchAnswer.Facets;
import org.foyer.hub.catalogue.SearchAnswer.Hit;
import org.foyer.hub.catalogue.SearchAnswer.Silent;
import org.foyer.hub.catalogue.SearchAnswer.Words;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.foyer.hub.model.House;

/** One question put to one state of the index: all words as written, then near spellings where few have them, then most words. */
final class Asking {

    /** When fewer shows than this have all words as written, near spellings count too. */
    static final int FEW = 10;

    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final ShowColumns columns;
    private final SearchQuestion question;
    private final Map<Integer, House> houses;
    private final java.time.Clock clock;
    private final WordQueries words;
    private final long until = System.nanoTime() + Search.MILLISECONDS_MAX * 1_000_000L;

    /** @param searcher of one state of the index, for this question alone */
    Asking(
            IndexSearcher searcher,
            ShowColumns columns,
            SearchQuestion question,
            Map<Integer, House> houses,
            java.time.Clock clock) {
        this.reader = searcher.getIndexReader();
        this.columns = columns;
        this.question = question;
        this.houses = houses;
        this.clock = clock;
        this.words = new WordQueries(question);
        this.searcher = searcher;
        searcher.setQueryCache(null); // bounded memory, and no question pays for another
        searcher.setSimilarity(new PartSimilarity());
        searcher.setTimeout(() -> System.nanoTime() > until);
    }

    static SearchAnswer nothing(boolean complete) {
        return new SearchAnswer(
                0, 0, 0, 0, 0, Silent.NONE, Words.AS_WRITTEN, false, false, complete, List.of(), Facets.NONE);
    }

    SearchAnswer answer(HitReading.Naming naming, boolean complete) throws IOException {
        Wanted wanted = Wanted.of(question, houses.values(), clock);
        Words way = Words.AS_WRITTEN;
        int needed = words.count();
        ShowCollector found = found(wanted, false, needed, true);
        if (found.total() < FEW && words.mayBeMisspelt()) {
            ShowCollector near = found(wanted, true, needed, true);
            if (near.total() > found.total()) {
                found = near;
                way = Words.NEAR_SPELLINGS;
            }
        }
        int earlier = found.total() == 0 && question.when() == When.COMING ? earlier() : 0;
        while (found.total() == 0 && found.silent().shows() == 0 && needed > 1) {
            needed = needed == words.count() ? needed - 1 : needed / 2;
            found = found(wanted, words.mayBeMisspelt(), needed, true);
            way = found.total() == 0 ? Words.AS_WRITTEN : Words.MOST;
        }
        return new SearchAnswer(
                found.total(),
                found.dates(),
                found.weekendDates(),
                found.facets().houses(),
                earlier,
                found.silent(),
                way,
                words.cut(),
                searcher.timedOut(),
                complete,
                hits(found, wanted, naming),
                found.facets().facets(houses));
    }

    private List<Hit> hits(ShowCollector found, Wanted wanted, HitReading.Naming naming) throws IOException {
        List<FoundShow> first = found.first();
        List<Hit> hits = new ArrayList<>();
        HitReading reading = new HitReading(reader, wanted, houses);
        for (FoundShow show : first.subList(Math.min(question.offset(), first.size()), first.size())) {
            hits.add(reading.hit(show, naming));
        }
        return hits.stream().filter(Objects::nonNull).toList();
    }

    /** How many past shows have all words. */
    private int earlier() throws IOException {
        Wanted all = Wanted.of(question.during(When.ALL, null, null), houses.values(), clock);
        int written = found(all, false, words.count(), false).total();
        return written > 0 || !words.mayBeMisspelt()
                ? written
                : found(all, true, words.count(), false).total();
    }

    private ShowCollector found(Wanted wanted, boolean near, int needed, boolean telling) throws IOException {
        Query query = words.query(reader, wanted, houses, near, needed);
        Comparator<FoundShow> order = switch (question.order()) {
            case FITNESS -> FoundShow.BY_FITNESS;
            case DATE -> FoundShow.BY_DATE;
            case DISTANCE -> question.conditions().near() == null ? FoundShow.BY_DATE : FoundShow.BY_DISTANCE;
        };
        int kept = telling ? question.offset() + question.limit() : 0;
        return searcher.search(
                query, new Counting(columns, wanted, question.conditions(), houses, kept, order, telling));
    }
}
