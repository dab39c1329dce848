package org.foyer.hub.linking.internal.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.text.Dates;

/**
 * What a column of dates shows about how it is written.
 *
 * @param monthFirst whether 03/04 is the fourth of March
 * @param newYearIsUnknown whether the first of January stands for a year of which no day is known
 * @param placeholders dates that stand for none, such as 1900-01-01, as numbers
 */
public record DateHabits(boolean monthFirst, boolean newYearIsUnknown, Set<Integer> placeholders) {

    /** First of January this many times likelier than another day is a habit and no chance. */
    private static final double NEW_YEAR_EXCESS = 5;

    /** A date is a placeholder if it is that share of all and that many times as frequent as the average one. */
    private static final double PLACEHOLDER_SHARE = 0.01;

    private static final double PLACEHOLDER_EXCESS = 100;

    static DateHabits seenIn(ValuePool pool, int[] codes, boolean monthFirstByDefault) {
        int[] counts = new int[pool.size()];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        long monthFirst = 0;
        for (int code = 0; code < counts.length; code++) {
            monthFirst += (long) counts[code] * Dates.monthFirst(pool.text(code));
        }
        boolean month = monthFirst == 0 ? monthFirstByDefault : monthFirst > 0;
        Map<Integer, Integer> dates = new HashMap<>();
        long whole = 0;
        for (int code = 0; code < counts.length; code++) {
            int date = Dates.read(pool.text(code), month);
            if (date % 10_000 != 0) {
                dates.merge(date, counts[code], Integer::sum);
                whole += counts[code];
            }
        }
        return of(month, dates, whole);
    }

    private static DateHabits of(boolean month, Map<Integer, Integer> dates, long whole) {
        Set<Integer> placeholders = new TreeSet<>();
        long newYears = 0;
        double average = whole / Math.max(1.0, dates.size());
        for (Map.Entry<Integer, Integer> date : dates.entrySet()) {
            if (date.getValue() > PLACEHOLDER_SHARE * whole && date.getValue() > PLACEHOLDER_EXCESS * average) {
                placeholders.add(date.getKey());
            } else if (date.getKey() % 10_000 == 101) {
                newYears += date.getValue();
            }
        }
        return new DateHabits(month, newYears > Math.max(20, NEW_YEAR_EXCESS * whole / 365.25), placeholders);
    }

    /** The date as a number with unknown parts 0; {@link Dates#UNKNOWN} for a placeholder. */
    int read(String written) {
        int date = Dates.read(written, monthFirst);
        if (placeholders.contains(date)) {
            return Dates.UNKNOWN;
        }
        return newYearIsUnknown && date % 10_000 == 101 ? date - 101 : date;
    }

    Field field(String name, ValuePool written, int[] codes) {
        ValuePool pool = new ValuePool();
        int[] read = new int[written.size()];
        for (int code = 0; code < read.length; code++) {
            int date = read(written.text(code));
            read[code] = date == Dates.UNKNOWN ? Field.MISSING : pool.add(Integer.toString(date));
        }
        for (int record = 0; record < codes.length; record++) {
            codes[record] = codes[record] < 0 ? Field.MISSING : read[codes[record]];
        }
        return new Field(name, ColumnKind.DATE, pool, codes).with(this);
    }
}
