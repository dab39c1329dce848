package org.foyer.hub.insight.internal;

import static org.foyer.hub.insight.internal.Draft.part;

import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;

/** When people come: figure 30, by day of the week, by month, and by place in the run. */
final class CalendarChapter implements Chapter {

    private static final List<String> WEEKDAYS = List.of("1", "2", "3", "4", "5", "6", "7");
    private static final List<String> MONTHS = List.of("9", "10", "11", "12", "1", "2", "3", "4", "5", "6", "7", "8");
    private static final List<String> PLACES = List.of("first", "middle", "last", "only");

    @Override
    public Set<String> indicators() {
        return Set.of("seasonality-weekday", "seasonality-month", "place-in-run");
    }

    @Override
    public List<Figure> figures(Tally tally, Dictionary dictionary) {
        return List.of(
                byDate("seasonality-weekday", "weekday", WEEKDAYS, tally, dictionary),
                byDate("seasonality-month", "month", MONTHS, tally, dictionary),
                byPlace(tally, dictionary));
    }

    private static Figure byDate(String id, String topic, List<String> keys, Tally tally, Dictionary dictionary) {
        long tickets = tickets(tally, topic, keys);
        List<Part> parts = keys.stream()
                .map(key -> part(key, tally.sum(topic, key), tickets))
                .toList();
        return dictionary.draft(id).basis(tickets).parts(parts).distribution("no-tickets");
    }

    /** The value of each place is its tickets per performance, its share is of all tickets. */
    private static Figure byPlace(Tally tally, Dictionary dictionary) {
        long tickets = tickets(tally, "place", PLACES);
        List<Part> parts = PLACES.stream()
                .filter(place -> tally.sum("place-performances", place) > 0)
                .map(place -> new Part(
                        place,
                        (double) tally.sum("place", place) / tally.sum("place-performances", place),
                        tickets > 0 ? (double) tally.sum("place", place) / tickets : 0))
                .toList();
        return dictionary.draft("place-in-run").basis(tickets).parts(parts).distribution("no-tickets");
    }

    private static long tickets(Tally tally, String topic, List<String> keys) {
        return keys.stream().mapToLong(key -> tally.sum(topic, key)).sum();
    }
}
