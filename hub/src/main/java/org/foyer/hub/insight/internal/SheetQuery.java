package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.SqlWork;
import org.foyer.hub.store.Warehouse;

/** Figures of a season or of one performance, for one house or many at once. */
final class SheetQuery {

    private static final Chapter ENTRIES = new EntryChapter();

    private static final Chapter LEADS = new LeadChapter();
    private static final Chapter ORDERS = new OrderChapter();

    /** What is read beside the rest, which takes as long. */
    private static final Set<Chapter> BESIDE = Set.of(LEADS, ORDERS);

    static final List<Chapter> CHAPTERS = List.of(
            new SeatChapter(),
            new PriceChapter(),
            LEADS,
            new MixChapter(),
            ORDERS,
            ENTRIES,
            new CalendarChapter(),
            new QualityChapter());

    private static final int TIMES_MAX = 3;

    private final Dictionary dictionary;
    private final Standing standing;

    SheetQuery(Dictionary dictionary, Standing standing) {
        this.dictionary = dictionary;
        this.standing = standing;
    }

    /**
     * The figures of each house, in the order of the scope's houses and of the dictionary.
     *
     * @param wanted only figures of these indicators, since some cost more reading than others
     */
    List<List<Figure>> figures(Warehouse warehouse, Scope scope, Set<String> wanted) {
        List<Chapter> chapters = CHAPTERS.stream()
                .filter(chapter -> !Collections.disjoint(chapter.indicators(), wanted))
                .toList();
        boolean beside = chapters.stream().anyMatch(BESIDE::contains);
        List<Tallies> gathered = gathered(warehouse, scope, chapters, beside);
        Tallies tallies = gathered.get(0);
        gathered.stream().skip(1).forEach(tallies::addAll);
        List<List<Figure>> figures = new ArrayList<>();
        for (HouseId house : scope.houses()) {
            figures.add(written(chapters, tallies.of(house), wanted));
        }
        return figures;
    }

    /** Read again when an import came between, which may have changed what was remembered before; imports of one house are rare. */
    private List<Tallies> gathered(Warehouse warehouse, Scope scope, List<Chapter> chapters, boolean beside) {
        for (int time = 1; ; time++) {
            Standing.Of standing = this.standing.of(scope);
            List<SqlWork<Tallies>> halves = List.of(
                    connection -> gathered(connection, scope, standing, chapters, false),
                    connection -> gathered(connection, scope, standing, chapters, true));
            List<Tallies> gathered = warehouse.readBeside(beside ? halves : halves.subList(0, 1));
            if (!standing.isOver() || time == TIMES_MAX) {
                return gathered;
            }
        }
    }

    private static Tallies gathered(
            Connection connection, Scope scope, Standing.Of standing, List<Chapter> chapters, boolean beside)
            throws SQLException {
        Tallies tallies = new Tallies();
        if (!beside) {
            PerformanceSums.gather(connection, scope, standing, chapters.contains(ENTRIES), tallies);
        }
        for (Chapter chapter : chapters) {
            if (BESIDE.contains(chapter) == beside) {
                chapter.gather(connection, scope, standing, tallies);
            }
        }
        return tallies;
    }

    private List<Figure> written(List<Chapter> chapters, Tally tally, Set<String> wanted) {
        boolean sold = tally.sum("whole", "performances") > 0;
        List<Figure> figures = new ArrayList<>();
        for (Chapter chapter : chapters) {
            for (Figure figure : chapter.figures(tally, dictionary)) {
                boolean ofSales = !(chapter instanceof QualityChapter);
                figures.add(
                        ofSales && !sold ? dictionary.draft(figure.indicator()).notMeasured("no-sales") : figure);
            }
        }
        figures.removeIf(figure -> !wanted.contains(figure.indicator()));
        figures.sort(Comparator.comparingInt(figure -> dictionary.place(figure.indicator())));
        return List.copyOf(figures);
    }
}
