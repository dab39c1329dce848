package org.foyer.hub.intake.internal.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects how the values of one column would be written as dates. */
final class DateSamples {

    private static final String TIME =
            "(?<hour>\\d{1,2})(?<mark>[:hH.])(?<minute>\\d{2})?(?<second>:\\d{2})?(?<fraction>[.,]\\d{1,9})?(?<half>\\s?[AaPp][Mm])?";
    private static final String ZONE = "(?<zone>\\s?(?:Z|[+-]\\d{2}(?::?\\d{2})?))?";
    private static final String REST = "(?:(?<between>T|[ ,\u00A0]+(?:à |at |um |- )?)" + TIME + ZONE + ")?";
    private static final Pattern NUMERIC =
            Pattern.compile("(?<a>\\d{1,4})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>(?<c>\\d{4}|\\d{2}|\\d)" + REST);
    private static final Pattern NAMED =
            Pattern.compile("(?<d>\\d{1,2})(?<sep>[- ])(?<month>[A-Za-z]{3,9})\\k<sep>(?<y>\\d{4})" + REST);
    private static final Pattern COMPACT = Pattern.compile("(19|20|21)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final Pattern COMPACT_TIME = Pattern.compile(COMPACT.pattern() + "([01]\\d|2[0-3])[0-5]\\d[0-5]\\d");
    /** Seconds from 2001 to 2065; the same in milliseconds. */
    private static final Pattern SECONDS = Pattern.compile("[12]\\d{9}");

    private static final Pattern MILLIS = Pattern.compile("[12]\\d{12}");
    private static final String MONTHS =
            " jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september october november december ";

    /** As in 1/2/24. */
    private static final int CHARS_MIN = 6;

    private final Map<String, Integer> templates = new LinkedHashMap<>();
    private int readable;
    private int zoned;
    private int timed;
    private int yearFirst;
    private int dayFirst;
    private int firstAbove12;
    private int secondAbove12;
    private int seconds;
    private int millis;

    void add(String value) {
        if (value.length() < CHARS_MIN || value.charAt(0) < '0' || value.charAt(0) > '9') {
            return; // most texts, without the cost of the patterns
        }
        if (SECONDS.matcher(value).matches()) {
            seconds++;
        } else if (MILLIS.matcher(value).matches()) {
            millis++;
        } else if (COMPACT.matcher(value).matches()) {
            took("%Y%m%d", false, false);
            yearFirst++;
        } else if (COMPACT_TIME.matcher(value).matches()) {
            took("%Y%m%d%H%M%S", true, false);
            yearFirst++;
        } else {
            Matcher numeric = NUMERIC.matcher(value);
            Matcher named = NAMED.matcher(value);
            if (numeric.matches()) {
                numeric(numeric);
            } else if (named.matches()) {
                named(named);
            }
        }
    }

    private void numeric(Matcher date) {
        String sep = date.group("sep");
        int first = Integer.parseInt(date.group("a"));
        int second = Integer.parseInt(date.group("b"));
        String template;
        if (date.group("a").length() == 4) {
            template = "%Y" + sep + "%m" + sep + "%d";
            yearFirst++;
        } else if (date.group("a").length() > 2 || date.group("c").length() == 1) {
            return;
        } else {
            template = "%d" + sep + "%m" + sep + (date.group("c").length() == 4 ? "%Y" : "%y");
            order(sep, first, second);
        }
        rest(date, template);
    }

    private void order(String sep, int first, int second) {
        if (sep.equals(".")) {
            dayFirst++; // no country writes the month first with points
        } else if (first > 12) {
            firstAbove12++;
        } else if (second > 12) {
            secondAbove12++;
        }
    }

    private void named(Matcher date) {
        String month = date.group("month");
        if (MONTHS.contains(" " + month.toLowerCase(java.util.Locale.ROOT) + " ")) {
            dayFirst++;
            rest(date, "%d" + date.group("sep") + (month.length() == 3 ? "%b" : "%B") + date.group("sep") + "%Y");
        }
    }

    private void rest(Matcher date, String template) {
        if (date.group("hour") == null) {
            took(template, false, false);
            return;
        }
        String time = time(date);
        String zone = date.group("zone");
        if (time != null) {
            took(template + date.group("between") + time + offset(zone), true, zone != null);
        }
    }

    /** The engine reads an offset with {@code %z}, but not the letter Z: that stands for itself. */
    private static String offset(@Nullable String zone) {
        if (zone == null || zone.endsWith("Z")) {
            return zone == null ? "" : zone;
        }
        return zone.startsWith(" ") ? " %z" : "%z";
    }

    private static @Nullable String time(Matcher date) {
        String mark = date.group("mark");
        boolean hours = mark.equalsIgnoreCase("h");
        if (date.group("minute") == null) {
            return hours ? "%H" + mark : null;
        }
        String half = date.group("half");
        String time = (half == null ? "%H" : "%I") + mark + "%M";
        if (date.group("second") != null) {
            time += ":%S";
        }
        String fraction = date.group("fraction");
        if (fraction != null) {
            time += fraction.charAt(0) + (fraction.length() > 7 ? "%n" : "%f");
        }
        return half == null ? time : time + (half.length() == 3 ? " %p" : "%p");
    }

    private void took(String template, boolean hasTime, boolean hasZone) {
        templates.merge(template, 1, Integer::sum);
        readable++;
        timed += hasTime ? 1 : 0;
        zoned += hasZone ? 1 : 0;
    }

    /** The form, when at least so many values are dates. */
    @Nullable
    DateForm form(int atLeast) {
        if (seconds + millis > readable) {
            int most = Math.max(seconds, millis);
            DateOrder epoch = seconds >= millis ? DateOrder.EPOCH_SECONDS : DateOrder.EPOCH_MILLIS;
            return most >= atLeast ? new DateForm(epoch, List.of(), true, true, most) : null;
        }
        if (readable == 0 || readable < atLeast) {
            return null;
        }
        return new DateForm(order(), sorted(), zoned == readable, timed > 0, readable);
    }

    private DateOrder order() {
        if (yearFirst == readable) {
            return DateOrder.YMD;
        }
        if (firstAbove12 == 0 && secondAbove12 == 0 && dayFirst == 0) {
            return DateOrder.AMBIGUOUS;
        }
        return firstAbove12 + dayFirst >= secondAbove12 ? DateOrder.DMY : DateOrder.MDY;
    }

    private List<String> sorted() {
        List<String> sorted = new ArrayList<>(templates.keySet());
        sorted.sort(Comparator.comparing((String template) -> !template.contains("%y"))
                .thenComparing(template -> -templates.getOrDefault(template, 0)));
        return sorted;
    }
}
