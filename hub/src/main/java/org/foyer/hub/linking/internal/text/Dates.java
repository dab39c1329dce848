package org.foyer.hub.linking.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Birth dates as numbers {@code year * 10000 + month * 100 + day}, unknown parts 0. Reads ISO, day.month.year, month/day/year, eight
 * digits and a year alone.
 */
public final class Dates {

    public static final int UNKNOWN = 0;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/. ](\\d{1,2})(?:[-/. ](\\d{1,2}))?(?:[T ].*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?:[T ].*)?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern EIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private Dates() {}

    /** @param monthFirst whether the first of three numbers is the month */
    public static int read(String text, boolean monthFirst) {
        String date = text.strip();
        Matcher found = YEAR_FIRST.matcher(date);
        if (found.matches()) {
            return of(found.group(1), found.group(2), found.group(3));
        }
        found = YEAR_LAST.matcher(date);
        if (found.matches()) {
            String year = found.group(3).length() == 2 ? century(found.group(3)) : found.group(3);
            return monthFirst ? of(year, found.group(1), found.group(2)) : of(year, found.group(2), found.group(1));
        }
        if (YEAR.matcher(date).matches()) {
            return of(date, null, null);
        }
        found = EIGHT.matcher(date);
        return found.matches() ? of(found.group(1), found.group(2), found.group(3)) : UNKNOWN;
    }

    /** 1 if the text shows that months stand first, −1 if it shows that they do not, 0 if it shows nothing. */
    public static int monthFirst(String text) {
        Matcher found = YEAR_LAST.matcher(text.strip());
        if (!found.matches()) {
            return 0;
        }
        boolean firstMayBeMonth = Integer.parseInt(found.group(1)) <= 12;
        boolean secondMayBeMonth = Integer.parseInt(found.group(2)) <= 12;
        return firstMayBeMonth == secondMayBeMonth ? 0 : firstMayBeMonth ? 1 : -1;
    }

    private static String century(String twoDigits) {
        return (Integer.parseInt(twoDigits) > 26 ? "19" : "20") + twoDigits;
    }

    private static int of(String yearText, @Nullable String monthText, @Nullable String dayText) {
        int year = Integer.parseInt(yearText);
        int month = monthText == null ? 0 : Integer.parseInt(monthText);
        int day = dayText == null ? 0 : Integer.parseInt(dayText);
        if (year < 1000 || year > 2200) {
            return UNKNOWN;
        }
        if (month > 12 && day >= 1 && day <= 12) { // the two stand the wrong way round
            int kept = month;
            month = day;
            day = kept;
        }
        return month < 1 || month > 12 || day > 31 ? year * 10_000 : year * 10_000 + month * 100 + day;
    }
}
