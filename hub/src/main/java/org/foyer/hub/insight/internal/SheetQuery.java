package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.foyer.hub.insight.Figure;

/** All figures of a season or of one performance. */
final class SheetQuery {

    private static final List<Chapter> CHAPTERS = List.of(
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

    /** In the order of the dictionary. */
    List<Figure> figures(Connection connection, Scope scope) throws SQLException {
        Tally tally = new Tally();
        PerformanceSums.gather(connection, scope, tally);
        boolean sold = tally.sum("whole", "performances") > 0;
        List<Figure> figures = new ArrayList<>();
        for (Chapter chapter : CHAPTERS) {
            chapter.gather(connection, scope, tally);
            for (Figure figure : chapter.figures(tally, dictionary)) {
                boolean ofSales = !(chapter instanceof QualityChapter);
                figures.add(
                        ofSales && !sold ? dictionary.draft(figure.indicator()).notMeasured("no-sales") : figure);
            }
        }
        figures.sort(Comparator.comparingInt(figure -> dictionary.place(figure.indicator())));
        return List.copyOf(figures);
    }
}
