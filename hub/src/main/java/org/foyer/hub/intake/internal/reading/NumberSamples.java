package org.foyer.hub.intake.internal.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects how the values of one column would be written as numbers. */
final class NumberSamples {

    private static final Pattern NUMBER = Pattern.compile("(?:(?:[€$£]|[A-Z]{3})\\s?)?[-\u2212+]?(?<body>\\d[\\d.,"
            + NumberForm.GROUPING + "]*?)(?:[\\s\u00A0\u202F]?(?:[€$£%]|[A-Z]{3}))?");
    private static final Pattern SPACED = Pattern.compile("\\d{1,3}([" + NumberForm.GROUPING + "]\\d{3})+([.,]\\d*)?");

    private static final int CHARS_MAX = 60;

    private int readable;
    private int commaDecimals;
    private int pointDecimals;
    private int commaGroups;
    private int pointGroups;
    /** One mark, one to three digits before it, exactly three after it. */
    private int commaEither;

    private int pointEither;

    void add(String value) {
        if (value.length() > CHARS_MAX || value.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return; // most texts, without the cost of the pattern
        }
        Matcher number = NUMBER.matcher(value);
        if (!number.matches()) {
            return;
        }
        String body = number.group("body");
        boolean spaced = body.chars().anyMatch(c -> NumberForm.GROUPING.indexOf(c) >= 0);
        if (spaced && !SPACED.matcher(body).matches()) {
            return;
        }
        marks(spaced ? body.replaceAll("[" + NumberForm.GROUPING + "]", "") : body, spaced);
    }

    private void marks(String body, boolean spaced) {
        int commas = count(body, ',');
        int points = count(body, '.');
        if (commas == 0 && points == 0) {
            readable++;
        } else if (commas > 0 && points > 0) {
            both(body, commas, points);
        } else {
            one(body, commas > 0, commas + points, spaced);
        }
    }

    private void both(String body, int commas, int points) {
        boolean commaLast = body.lastIndexOf(',') > body.lastIndexOf('.');
        if (commaLast && commas == 1 && grouped(body.substring(0, body.indexOf(',')), '.')) {
            readable++;
            commaDecimals++;
            pointGroups++;
        } else if (!commaLast && points == 1 && grouped(body.substring(0, body.indexOf('.')), ',')) {
            readable++;
            pointDecimals++;
            commaGroups++;
        }
    }

    private void one(String body, boolean comma, int marks, boolean spaced) {
        char mark = comma ? ',' : '.';
        int after = body.length() - 1 - body.lastIndexOf(mark);
        if (marks > 1) {
            if (!grouped(body, mark)) {
                return;
            }
            commaGroups += comma ? 1 : 0;
            pointGroups += comma ? 0 : 1;
        } else if (after == 3 && !spaced && body.indexOf(mark) <= 3 && body.charAt(0) != '0') {
            commaEither += comma ? 1 : 0;
            pointEither += comma ? 0 : 1;
        } else {
            commaDecimals += comma ? 1 : 0;
            pointDecimals += comma ? 0 : 1;
        }
        readable++;
    }

    private static boolean grouped(String body, char mark) {
        return body.matches("\\d{1,3}(" + Pattern.quote("" + mark) + "\\d{3})+");
    }

    private static int count(String text, char mark) {
        return (int) text.chars().filter(c -> c == mark).count();
    }

    /** The form, when at least so many values are numbers. */
    @Nullable
    NumberForm form(int atLeast) {
        if (readable == 0 || readable < atLeast) {
            return null;
        }
        String decimal = decimal();
        boolean groupsByPoint = !".".equals(decimal) && pointGroups + pointEither > 0;
        boolean groupsByComma = !",".equals(decimal) && commaGroups + commaEither > 0;
        String thousands = NumberForm.GROUPING + (groupsByPoint ? "." : "") + (groupsByComma ? "," : "");
        boolean ambiguous =
                decimal == null && (commaEither > 0 && commaGroups == 0 || pointEither > 0 && pointGroups == 0);
        return new NumberForm(decimal, thousands, ambiguous, readable);
    }

    private @Nullable String decimal() {
        if (commaDecimals == 0 && pointDecimals == 0) {
            if (commaGroups > 0 && pointEither > 0 && pointGroups == 0) {
                return ".";
            }
            return pointGroups > 0 && commaEither > 0 && commaGroups == 0 ? "," : null;
        }
        return commaDecimals >= pointDecimals ? "," : ".";
    }
}
