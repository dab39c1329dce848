package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.Likeness;

/** Dates of birth as numbers of eight digits: slips of the pen, parts that agree, years alone. */
final class BirthDates implements ValueComparison {

    static final int SLIP = 2;
    static final int TWO_PARTS = 3;
    static final int AS_FAR_AS_KNOWN = 4;
    static final int SAME_YEAR = 5;
    static final int NEAR_YEAR = 6;
    static final int DIFFERENT = 7;

    private static final int NEAR_YEARS_MAX = 2;
    private static final int DIGITS = 8;
    private static final int DIGIT_BITS = 4;
    private static final int MONTH_AND_DAY = 0xFFFF;
    private static final int LEAST_BITS = 0x1111_1111;

    @Override
    public List<String> levels() {
        return List.of("equal", "slip", "two-parts", "as-far-as-known", "same-year", "near-year", "different");
    }

    @Override
    public double[] usual() {
        return new double[] {0.79, 0.06, 0.05, 0.06, 0.02, 0.015, 0.005};
    }

    @Override
    public int level(String a, String b, Likeness likeness) {
        int dateA = Integer.parseInt(a);
        int dateB = Integer.parseInt(b);
        int yearA = dateA / 10_000;
        int yearB = dateB / 10_000;
        boolean whole = dateA % 10_000 != 0 && dateB % 10_000 != 0;
        if (!whole) {
            return partial(dateA, dateB, a, b, likeness);
        }
        boolean month = dateA / 100 % 100 == dateB / 100 % 100;
        boolean day = dateA % 100 == dateB % 100;
        boolean turned = dateA / 100 % 100 == dateB % 100 && dateA % 100 == dateB / 100 % 100;
        if (yearA == yearB && turned || likeness.slips(a, b, 1) == 1) {
            return SLIP;
        }
        if (yearA == yearB && (month || day) || month && day) {
            return TWO_PARTS;
        }
        return years(yearA, yearB);
    }

    @Override
    public boolean isSketched() {
        return true;
    }

    /** The date itself, four bits for each digit; 0, which tells nothing, where parts are unknown. */
    @Override
    public int sketch(String value) {
        boolean tells = value.length() == DIGITS && !value.endsWith("0000");
        return tells ? Integer.parseUnsignedInt(value, 1 << DIGIT_BITS) : 0;
    }

    /** One slip changes two digits at most. */
    @Override
    public boolean areApart(int sketchA, int sketchB) {
        if (sketchA == 0 || sketchB == 0) {
            return false;
        }
        int changed = sketchA ^ sketchB;
        int digits = Integer.bitCount((changed | changed >>> 1 | changed >>> 2 | changed >>> 3) & LEAST_BITS);
        return digits > 2 && (changed & MONTH_AND_DAY) != 0 && years(year(sketchA), year(sketchB)) == DIFFERENT;
    }

    private static int year(int sketch) {
        int year = 0;
        for (int shift = Integer.SIZE - DIGIT_BITS; shift >= Integer.SIZE / 2; shift -= DIGIT_BITS) {
            year = year * 10 + (sketch >>> shift & (1 << DIGIT_BITS) - 1);
        }
        return year;
    }

    private static int years(int yearA, int yearB) {
        if (yearA == yearB) {
            return SAME_YEAR;
        }
        return Math.abs(yearA - yearB) <= NEAR_YEARS_MAX ? NEAR_YEAR : DIFFERENT;
    }

    /** At least one date has no day: what is known of both is compared. */
    private static int partial(int dateA, int dateB, String a, String b, Likeness likeness) {
        int yearA = dateA / 10_000;
        int yearB = dateB / 10_000;
        if (yearA == yearB) {
            int monthA = dateA / 100 % 100;
            int monthB = dateB / 100 % 100;
            return monthA == 0 || monthB == 0 || monthA == monthB ? AS_FAR_AS_KNOWN : SAME_YEAR;
        }
        boolean slip = likeness.slips(a.substring(0, 4), b.substring(0, 4), 1) == 1;
        return slip || Math.abs(yearA - yearB) <= NEAR_YEARS_MAX ? NEAR_YEAR : DIFFERENT;
    }
}
