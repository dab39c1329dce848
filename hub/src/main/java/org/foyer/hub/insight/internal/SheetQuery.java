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

/** Figures of a season or of one performance, for one house or many at once. */
final class SheetQuery {

    static final List<Chapter> CHAPTERS = List.of(
            new SeatChapter(),
            new PriceChapter(),
            new LeadChapter(),
            new MixChapter(),
            new OrderChapter(),
            new EntryChapter(),
            new CalendarChapter(),
            new QualityChapter());

    private final Dictionary dictionary;

    SheetQuery(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * The figures of each house, in the order of the scope's houses and of the dictionary.
     *
     * @param wanted only figures of these indicators, since some cost more reading than others
     */
    List<List<Figure>> figures(Connection connection, Scope scope, Set<String> wanted) throws SQLException {
        Tallies tallies = new Tallies();
        PerformanceSums.gather(connection, scope, tallies);
        List<Chapter> chapters = CHAPTERS.stream()
                .filter(chapter -> !Collections.disjoint(chapter.indicators(), wanted))
                .toList();
        for (Chapter chapter : chapters) {
            chapter.gather(connection, scope, tallies);
        }
        List<List<Figure>> figures = new ArrayList<>();
        for (HouseId house : scope.houses()) {
            figures.add(written(chapters, tallies.of(house), wanted));
        }
        return figures;
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
