package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.foyer.hub.catalogue.SearchAnswer.Count;
import org.foyer.hub.catalogue.SearchAnswer.Facets;
import org.foyer.hub.model.House;

/** Counts the shows that were found by house, genre, kind of event, town and month; a show counts once for each value it has. */
final class FacetCounts {

    private final boolean counting;
    private final Map<Integer, Integer> houses = new HashMap<>();
    private final Map<Integer, Integer> months = new TreeMap<>();
    private final Labels genres = new Labels();
    private final Labels towns = new Labels();
    private final Labels eventTypes = new Labels();
    private final List<Integer> showTypes = new ArrayList<>();
    private final List<Integer> showMonths = new ArrayList<>();
    private int genre;
    private int town;
    private int dayMonth = -1;
    private int monthFrom = 1;
    private int monthTo;

    /** @param counting false to count houses only */
    FacetCounts(boolean counting) {
        this.counting = counting;
    }

    /** One facet: counts by the numbers of the present segment, put together by key at its end. */
    private static final class Labels {
        private final Map<String, Map<String, Integer>> byKey = new HashMap<>();
        private SortedDocValues values = DocValues.emptySorted();
        private int[] counts = new int[0];

        void start(LeafReader segment, String field) throws IOException {
            values = DocValues.getSorted(segment, field);
            counts = new int[values.getValueCount()];
        }

        int of(int document) throws IOException {
            return values.advanceExact(document) ? values.ordValue() : -1;
        }

        void add(int value) {
            if (value >= 0) {
                counts[value]++;
            }
        }

        void end() throws IOException {
            for (int value = 0; value < counts.length; value++) {
                if (counts[value] > 0) {
                    String text = values.lookupOrd(value).utf8ToString();
                    int mark = text.indexOf(ShowDocument.MARK);
                    byKey.computeIfAbsent(text.substring(0, mark), key -> new TreeMap<>())
                            .merge(text.substring(mark + 1), counts[value], Integer::sum);
                }
            }
            counts = new int[0];
        }

        /** Under the way of writing that most shows have. */
        List<Count> counts() {
            List<Count> all = new ArrayList<>();
            byKey.forEach((key, labels) -> {
                String most = labels.entrySet().stream()
                        .max(Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .orElseThrow()
                        .getKey();
                all.add(new Count(
                        most, most, labels.values().stream().mapToInt(n -> n).sum()));
            });
            return firstOf(all);
        }
    }

    void startSegment(LeafReader segment) throws IOException {
        if (counting) {
            genres.start(segment, ShowDocument.GENRE);
            towns.start(segment, ShowDocument.TOWN);
            eventTypes.start(segment, ShowDocument.EVENT_TYPE);
        }
    }

    void startShow(int document) throws IOException {
        if (counting) {
            genre = genres.of(document);
            town = towns.of(document);
        }
        showTypes.clear();
        showMonths.clear();
    }

    void addEventType(int document) throws IOException {
        if (counting) {
            int type = eventTypes.of(document);
            if (type >= 0 && !showTypes.contains(type)) {
                showTypes.add(type);
            }
        }
    }

    void addMonth(int day) {
        if (!counting) {
            return;
        }
        if (day < monthFrom || day > monthTo) {
            LocalDate date = LocalDate.ofEpochDay(day);
            monthFrom = (int) date.withDayOfMonth(1).toEpochDay();
            monthTo = monthFrom + date.lengthOfMonth() - 1;
            dayMonth = date.getYear() * 12 + date.getMonthValue() - 1;
        }
        if (!showMonths.contains(dayMonth)) {
            showMonths.add(dayMonth);
        }
    }

    void endShow(int house) {
        houses.merge(house, 1, Integer::sum);
        if (counting) {
            genres.add(genre);
            towns.add(town);
            showTypes.forEach(eventTypes::add);
            showMonths.forEach(month -> months.merge(month, 1, Integer::sum));
        }
    }

    void endSegment() throws IOException {
        genres.end();
        towns.end();
        eventTypes.end();
    }

    int houses() {
        return houses.size();
    }

    Facets facets(Map<Integer, House> known) {
        List<Count> byHouse = new ArrayList<>();
        houses.forEach((number, shows) -> {
            House house = known.get(number);
            if (house != null) {
                byHouse.add(new Count(house.slug(), house.name(), shows));
            }
        });
        List<Count> byMonth = months.entrySet().stream()
                .limit(Facets.VALUES_MAX)
                .map(month -> {
                    String name = YearMonth.of(Math.floorDiv(month.getKey(), 12), Math.floorMod(month.getKey(), 12) + 1)
                            .toString();
                    return new Count(name, name, month.getValue());
                })
                .toList();
        return new Facets(firstOf(byHouse), genres.counts(), eventTypes.counts(), towns.counts(), byMonth);
    }

    private static List<Count> firstOf(List<Count> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(Count::shows).reversed().thenComparing(Count::label))
                .limit(Facets.VALUES_MAX)
                .toList();
    }
}
