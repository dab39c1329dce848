package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.foyer.hub.catalogue.SearchAnswer.Count;
import org.foyer.hub.catalogue.SearchAnswer.Facets;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Counts the shows that were found by house, genre, kind of event, town, festival, language, need, audience and month; a show counts once for each value it has. */
final class FacetCounts {

    private static final int MONTHS_OF_YEAR = 12;

    /** Months from 1800 to 2199 are counted in an array, others in a map. */
    private static final int NEAR_FROM = 1800 * MONTHS_OF_YEAR;

    private static final int NEAR = 400 * MONTHS_OF_YEAR;
    private static final int NEAR_DAY = (int) LocalDate.of(1800, 1, 1).toEpochDay();

    /** The month of each day of these years, counted from the first: dates are what very large answers have most of. */
    private static final short[] MONTHS =
            months(NEAR_DAY, (int) LocalDate.of(2200, 1, 1).toEpochDay());

    private final boolean counting;
    private final int[] houses;
    private final int[] nearMonths = new int[NEAR];
    private final int[] seenInShow = new int[NEAR];
    private final Map<Integer, Integer> farMonths = new TreeMap<>();
    private final Labels genres = new Labels(ShowCursor.Facet.GENRE);
    private final Labels towns = new Labels(ShowCursor.Facet.TOWN);
    private final Labels eventTypes = new Labels(ShowCursor.Facet.EVENT_TYPE);
    private final @Nullable PlaceCounts places;
    private final CodeCounts codes = new CodeCounts();
    private final FestivalCounts festivals = new FestivalCounts();
    private final Few showTypes = new Few();
    private final Few farShowMonths = new Few();
    private int show;
    private int genre;
    private int town;

    /**
     * @param counting false to count houses only
     * @param placing whether places are counted too
     * @param houses more than the number of any house
     */
    FacetCounts(boolean counting, boolean placing, int houses) {
        this.counting = counting;
        this.places = counting && placing ? new PlaceCounts() : null;
        this.houses = new int[houses];
    }

    private static short[] months(int from, int to) {
        short[] months = new short[to - from];
        for (int day = 0; day < months.length; day++) {
            months[day] = (short) (month(from + day) - NEAR_FROM);
        }
        return months;
    }

    private static int month(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * MONTHS_OF_YEAR + date.getMonthValue() - 1;
    }

    /** Different numbers of one show; there are few, so that looking through them costs least. */
    private static final class Few {
        private int[] numbers = new int[8];
        private int count;

        void clear() {
            count = 0;
        }

        void add(int number) {
            for (int i = count - 1; i >= 0; i--) {
                if (numbers[i] == number) {
                    return;
                }
            }
            numbers = ArrayUtil.grow(numbers, count + 1);
            numbers[count++] = number;
        }
    }

    /** One facet: counts by the numbers of the present segment, put together by key at its end. */
    private static final class Labels {
        private final ShowCursor.Facet facet;
        private final Map<String, Map<String, Integer>> byKey = new HashMap<>();
        private SortedDocValues values = DocValues.emptySorted();
        private int[] counts = new int[0];

        Labels(ShowCursor.Facet facet) {
            this.facet = facet;
        }

        void start(LeafReader segment) throws IOException {
            values = DocValues.getSorted(segment, facet.field());
            counts = new int[values.getValueCount()];
        }

        int of(ShowCursor show) throws IOException {
            return show.label(facet);
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

        void add(Labels other) {
            other.byKey.forEach((key, labels) -> {
                Map<String, Integer> own = byKey.computeIfAbsent(key, made -> new TreeMap<>());
                labels.forEach((label, shows) -> own.merge(label, shows, Integer::sum));
            });
        }

        List<Count> counts() {
            return asMostWrite(byKey);
        }
    }

    void startSegment(LeafReader segment) throws IOException {
        if (places != null) {
            places.start(segment);
        }
        if (counting) {
            genres.start(segment);
            towns.start(segment);
            eventTypes.start(segment);
            codes.start(segment);
            festivals.start(segment);
        }
    }

    void startShow(ShowCursor first) throws IOException {
        if (counting) {
            genre = genres.of(first);
            town = towns.of(first);
        }
        if (places != null) {
            places.startShow(first);
        }
        show++;
        showTypes.clear();
        codes.startShow();
        festivals.startShow();
        farShowMonths.clear();
    }

    /** What only some documents of a show have. */
    void addDocument(ShowCursor document) throws IOException {
        if (counting) {
            codes.add(document);
            festivals.add(document);
            int type = eventTypes.of(document);
            if (type >= 0) {
                showTypes.add(type);
            }
        }
    }

    /** A day of the present show that is wanted, so that the show counts. */
    void addMonth(int day) {
        if (!counting) {
            return;
        }
        int near = day - NEAR_DAY;
        if (near < 0 || near >= MONTHS.length) {
            farShowMonths.add(month(day));
            return;
        }
        int month = MONTHS[near];
        if (seenInShow[month] != show) {
            seenInShow[month] = show;
            nearMonths[month]++;
        }
    }

    void endShow(int house) {
        houses[house]++;
        if (places != null) {
            places.endShow();
        }
        if (counting) {
            genres.add(genre);
            towns.add(town);
            for (int i = 0; i < showTypes.count; i++) {
                eventTypes.add(showTypes.numbers[i]);
            }
            for (int i = 0; i < farShowMonths.count; i++) {
                farMonths.merge(farShowMonths.numbers[i], 1, Integer::sum);
            }
        }
    }

    private Map<Integer, Integer> months() {
        Map<Integer, Integer> months = new TreeMap<>(farMonths);
        for (int near = 0; near < NEAR; near++) {
            if (nearMonths[near] > 0) {
                months.put(near + NEAR_FROM, nearMonths[near]);
            }
        }
        return months;
    }

    void endSegment() throws IOException {
        genres.end();
        towns.end();
        eventTypes.end();
        if (places != null) {
            places.end();
        }
    }

    /** Takes in what was counted in other segments; both have come to their end. */
    void add(FacetCounts other) {
        for (int house = 0; house < houses.length; house++) {
            houses[house] += other.houses[house];
        }
        for (int near = 0; near < NEAR; near++) {
            nearMonths[near] += other.nearMonths[near];
        }
        other.farMonths.forEach((month, shows) -> farMonths.merge(month, shows, Integer::sum));
        genres.add(other.genres);
        towns.add(other.towns);
        eventTypes.add(other.eventTypes);
        codes.add(other.codes);
        festivals.add(other.festivals);
        if (places != null && other.places != null) {
            places.add(other.places);
        }
    }

    int houses() {
        return (int) Arrays.stream(houses).filter(shows -> shows > 0).count();
    }

    Facets facets(Map<Integer, House> known) {
        List<Count> byHouse = new ArrayList<>();
        known.forEach((number, house) -> {
            if (number < houses.length && houses[number] > 0) {
                byHouse.add(new Count(house.slug(), house.name(), houses[number]));
            }
        });
        List<Count> byMonth = months().entrySet().stream()
                .limit(Facets.VALUES_MAX)
                .map(month -> {
                    String name = YearMonth.of(
                                    Math.floorDiv(month.getKey(), MONTHS_OF_YEAR),
                                    Math.floorMod(month.getKey(), MONTHS_OF_YEAR) + 1)
                            .toString();
                    return new Count(name, name, month.getValue());
                })
                .toList();
        return new Facets(
                firstOf(byHouse),
                genres.counts(),
                eventTypes.counts(),
                towns.counts(),
                festivals.counts(),
                codes.languages(),
                codes.needs(),
                codes.audiences(),
                byMonth,
                places == null ? List.of() : places.counts());
    }

    /** Under the way of writing that most shows have. @param byKey shows by key and way of writing */
    static List<Count> asMostWrite(Map<String, Map<String, Integer>> byKey) {
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

    private static List<Count> firstOf(List<Count> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(Count::shows).reversed().thenComparing(Count::label))
                .limit(Facets.VALUES_MAX)
                .toList();
    }
}
