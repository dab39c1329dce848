package org.foyer.hub.model;

import java.time.LocalDate;
import java.time.Month;

/**
 * A season of the performing arts: from 1 September to 31 August.
 *
 * @param firstYear the year in which it begins
 */
public record Season(int firstYear) implements Comparable<Season> {

    private static final Month FIRST_MONTH = Month.SEPTEMBER;

    /** The season in which a day falls. */
    public static Season of(LocalDate day) {
        return new Season(day.getMonthValue() >= FIRST_MONTH.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /**
     * Reads "2024-25", "2024-2025" or "2024".
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static Season parse(String text) {
        if (!text.matches("\\d{4}(-(\\d{2}|\\d{4}))?")) {
            throw new IllegalArgumentException("not a season: " + text);
        }
        Season season = new Season(Integer.parseInt(text.substring(0, 4)));
        boolean agrees = text.length() == 4 || season.label().endsWith(text.substring(text.length() - 2));
        if (!agrees) {
            throw new IllegalArgumentException("not a season: " + text);
        }
        return season;
    }

    public LocalDate from() {
        return LocalDate.of(firstYear, FIRST_MONTH, 1);
    }

    /** The last day, included. */
    public LocalDate to() {
        return from().plusYears(1).minusDays(1);
    }

    public Season previous() {
        return new Season(firstYear - 1);
    }

    /** For instance "2024-25". */
    public String label() {
        return "%d-%02d".formatted(firstYear, (firstYear + 1) % 100);
    }

    @Override
    public int compareTo(Season other) {
        return Integer.compare(firstYear, other.firstYear);
    }

    @Override
    public String toString() {
        return label();
    }
}
