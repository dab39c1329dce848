package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.foyer.hub.catalogue.SearchAnswer.Silent;
import org.jspecify.annotations.Nullable;

/**
 * Gathers documents to shows, in one pass: those of one run lie next to each other in one segment, so that the run is done when
 * another begins. Keeps the first of them and counts all.
 */
final class ShowCollector extends SimpleCollector {

    private final ShowColumns columns;
    private final Wanted wanted;
    private final Fitting fitting;
    private final int kept;
    private final Comparator<FoundShow> order;
    private final PriorityQueue<FoundShow> first;
    private final FacetCounts facets;
    private int total;
    private long dates;
    private long weekendDates;

    private Scorable scores = new Scorable() {
        @Override
        public float score() {
            return 0;
        }

        @Override
        public int docID() {
            return -1;
        }
    };
    private SortedDocValues runs = DocValues.emptySorted();
    private @Nullable ShowCursor shows;
    private int base;

    private final Undecided undecided = new Undecided();
    private int run = -1;
    private int silent;
    private double kilometres;
    private int house;
    private float score;
    private long next;
    private long last;
    private int runDates;
    private int best;
    private int[] documents = new int[8];
    private int documentCount;

    /** @param kept how many shows to keep, the first in that order */
    ShowCollector(
            ShowColumns columns,
            Wanted wanted,
            Fitting fitting,
            int kept,
            Comparator<FoundShow> order,
            boolean counting) {
        this.columns = columns;
        this.wanted = wanted;
        this.fitting = fitting;
        this.kept = kept;
        this.order = order;
        this.first = new PriorityQueue<>(Math.max(1, kept), order.reversed());
        this.facets = new FacetCounts(counting, kept == 0, wanted.from().length);
    }

    @Override
    public ScoreMode scoreMode() {
        return kept > 0 ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public void setScorer(Scorable scorer) {
        scores = scorer;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        endRun();
        facets.endSegment();
        runs = DocValues.getSorted(leaf.reader(), ShowDocument.RUN);
        shows = columns.of(leaf.reader());
        facets.startSegment(leaf.reader());
        fitting.start(leaf.reader());
        base = leaf.docBase;
    }

    @Override
    public void collect(int document) throws IOException {
        ShowCursor show = shows;
        if (show == null || !show.to(document, wanted.first())) {
            return;
        }
        int ofRun = show.run();
        if (ofRun != run) {
            endRun();
            house = show.house();
            if (!wanted.knows(house)) {
                return; // a house that was added a moment ago
            }
            facets.startShow(show);
            run = ofRun;
            kilometres = fitting.kilometres(show);
        }
        int unsaid = fitting.asksNothing() ? 0 : fitting.of(show, house);
        if (unsaid != 0) {
            silent |= unsaid > 0 && hasWanted(show) ? unsaid : 0;
        } else if (takeDates(show)) {
            float fits = kept > 0 ? scores.score() : 0;
            if (fits > score) {
                score = fits;
                best = base + document;
            }
            if (documentCount == documents.length) {
                documents = Arrays.copyOf(documents, documentCount * 2);
            }
            documents[documentCount++] = base + document;
            facets.addDocument(show);
        }
    }

    private boolean hasWanted(ShowCursor show) throws IOException {
        int count = show.dates();
        for (int position = 0; position < count; position++) {
            if (wanted.holds(house, show.date(position))) {
                return true;
            }
        }
        return false;
    }

    private boolean takeDates(ShowCursor show) throws IOException {
        int today = wanted.today()[house];
        int saturday = wanted.saturday()[house];
        boolean any = false;
        int count = show.dates();
        for (int position = 0; position < count; position++) {
            long date = show.date(position);
            if (!wanted.holds(house, date)) {
                continue;
            }
            any = true;
            int day = ShowDates.day(date);
            if (day >= today) {
                next = Math.min(next, date);
            }
            last = Math.max(last, date);
            runDates++;
            if (day == saturday || day == saturday + 1) {
                weekendDates++;
            }
            facets.addMonth(day);
        }
        return any;
    }

    private void endRun() {
        if (run >= 0 && documentCount > 0) {
            total++;
            dates += runDates;
            facets.endShow(house);
            if (kept > 0) {
                keep();
            }
        } else if (run >= 0 && silent != 0) {
            undecided.add(silent);
        }
        run = -1;
        silent = 0;
        score = -1;
        next = FoundShow.NONE_AHEAD;
        last = Long.MIN_VALUE;
        runDates = 0;
        documentCount = 0;
    }

    private void keep() {
        FoundShow worst = first.size() == kept ? first.peek() : null;
        if (worst != null
                && order == FoundShow.BY_FITNESS
                && (score < worst.score() || score == worst.score() && next > worst.next())) {
            return;
        }
        if (worst != null && order == FoundShow.BY_DATE && next > worst.next()) {
            return;
        }
        if (worst != null && order == FoundShow.BY_DISTANCE && isFarther(worst)) {
            return;
        }
        FoundShow show = new FoundShow(
                score,
                next,
                last,
                runDates,
                kilometres,
                best,
                Arrays.copyOf(documents, documentCount),
                new RunName(runs, run));
        if (worst == null) {
            first.add(show);
        } else if (order.compare(show, worst) < 0) {
            first.poll();
            first.add(show);
        }
    }

    private boolean isFarther(FoundShow worst) {
        return worst.kilometres() >= 0 && (kilometres < 0 || kilometres > worst.kilometres());
    }

    /** To be called once, when all segments are through or time ran out. */
    void end() throws IOException {
        endRun();
        facets.endSegment();
    }

    /** Takes in what another collector found in other segments; both have come to their end. */
    void add(ShowCollector other) {
        total += other.total;
        dates += other.dates;
        weekendDates += other.weekendDates;
        undecided.add(other.undecided);
        facets.add(other.facets);
        for (FoundShow show : other.first) {
            if (first.size() < kept) {
                first.add(show);
            } else if (order.compare(show, first.element()) < 0) {
                first.poll();
                first.add(show);
            }
        }
    }

    int total() {
        return total;
    }

    long dates() {
        return dates;
    }

    long weekendDates() {
        return weekendDates;
    }

    Silent silent() {
        return undecided.told();
    }

    FacetCounts facets() {
        return facets;
    }

    List<FoundShow> first() {
        List<FoundShow> found = new ArrayList<>(first);
        Collections.sort(found, order);
        return found;
    }
}
