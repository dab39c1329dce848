package org.foyer.hub.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.model.ChannelKind;
import org.foyer.hub.model.TariffKind;

/**
 * What a condition of a segment asks. Numbers can be chosen from few steps only: the finer the steps, the more two segments
 * that differ by one step would tell of the few between them.
 */
public enum SegmentKind {
    /** Recency and frequency, the rules of Purple Seven and TRG Arts; the same as on the page of the audience. */
    RF("rf", Form.CHOICE, List.of("new", "once-before", "convertee", "active", "super-active", "stale", "lapsed")),
    /** Number of performances attended, in the last months or ever. */
    VISITS("visits", Form.RANGE, numbers(1, 2, 3, 4, 5, 6, 8, 10, 11, 15, 20, 30, 50)),
    /** The last performance attended is less than so many months ago. */
    WITHIN("within", Form.MONTHS, Form.MONTHS_STEPS),
    /** The last performance attended is longer ago. */
    NOT_WITHIN("not-within", Form.MONTHS, Form.MONTHS_STEPS),
    /** The first of all performances falls in the season. */
    FIRST("first", Form.SEASON, List.of()),
    /** Came to, or holds tickets for, a performance of one of these genres, in the house's own words. */
    GENRE("genre", Form.WORD, List.of()),
    /** The same for productions, by number. */
    PRODUCTION("production", Form.NUMBER, List.of()),
    /** The same for seasons. */
    SEASON("season", Form.SEASON, List.of()),
    /** Held a ticket of one of these classes of tariff. */
    TARIFF(
            "tariff",
            Form.CHOICE,
            Arrays.stream(TariffKind.values()).map(TariffKind::stored).toList()),
    /** Held a ticket bought through one of these. */
    CHANNEL(
            "channel",
            Form.CHOICE,
            Arrays.stream(ChannelKind.values()).map(ChannelKind::stored).toList()),
    /** Lives in an area whose postcode begins like this. */
    AREA("area", Form.AREA, List.of()),
    /** Paid, in units of the house's currency, for the tickets held that were bought in the last months or ever. */
    SPEND("spend", Form.RANGE, numbers(10, 20, 50, 100, 150, 200, 300, 500, 1_000, 2_000, 5_000)),
    /** Recency, frequency and money, each from 1 to 5 by fifths of the house's buyers; x stands for any. */
    RFM("rfm", Form.CELL, List.of()),
    /** The same from 1 to 5 by fixed thresholds, which mean the same in each house. */
    RFM_FIXED("rfm-fixed", Form.CELL, List.of());

    /** How the values of a condition are written. */
    public enum Form {
        /** Some of a fixed list. */
        CHOICE,
        /** {@code from..to}, either of them left out, with {@code @months} behind it. */
        RANGE,
        /** A number of months. */
        MONTHS,
        /** Seasons such as 2024-25. */
        SEASON,
        /** Any words. */
        WORD,
        /** Whole numbers above 0. */
        NUMBER,
        /** Beginnings of postcodes. */
        AREA,
        /** Three of 1 to 5 or x. */
        CELL;

        /** Months that can be chosen. */
        public static final List<String> MONTHS_STEPS = numbers(1, 3, 6, 12, 18, 24, 36, 48, 60);
    }

    private final String key;
    private final Form form;
    private final List<String> choices;

    SegmentKind(String key, Form form, List<String> choices) {
        this.key = key;
        this.form = form;
        this.choices = choices;
    }

    private static List<String> numbers(int... numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).toList();
    }

    /** As it is written in a query, for instance {@code not-within}. */
    public String key() {
        return key;
    }

    public Form form() {
        return form;
    }

    /** The values, or the steps of numbers, that can be chosen; empty where the house's own data says it. */
    public List<String> choices() {
        return choices;
    }

    /** Whether a condition has several values of which one must hold. */
    public boolean takesSeveral() {
        return form != Form.RANGE && form != Form.MONTHS && this != FIRST;
    }

    public static Optional<SegmentKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** The keys of all. */
    public static List<String> keys() {
        return Stream.of(values()).map(SegmentKind::key).toList();
    }
}
