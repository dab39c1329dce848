package org.foyer.hub.site.internal.pages;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import org.foyer.hub.model.Money;
import org.foyer.hub.model.Season;

/**
 * Numbers and dates as readers of a language write them: 12 345,67 € and 31/12/2026 in French (with the narrow and the
 * plain no-break space), €12,345.67 and 31 Dec 2026 in English.
 */
public final class Formats {

    private final Locale locale;
    private final boolean french;

    Formats(Locale locale) {
        this.locale = locale;
        this.french = "fr".equals(locale.getLanguage());
    }

    /** A whole number. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A number with at most one decimal. */
    public String decimal(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** A number with two decimals, for means near zero. */
    public String hundredths(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** @param ratio 1 is the whole; told with one decimal */
    public String percent(double ratio) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(ratio);
    }

    /** @param ratio 1 is the whole; told without decimals */
    public String wholePercent(double ratio) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(0);
        return format.format(ratio);
    }

    /** The difference of two ratios in percentage points, with its sign. */
    public String points(double difference) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        format.setMinimumFractionDigits(1);
        return signed(difference, format.format(Math.abs(difference * 100))) + (french ? "\u00a0pts" : "\u00a0pts");
    }

    /** A relative change, with its sign. */
    public String change(double ratio) {
        return signed(ratio, percent(Math.abs(ratio)));
    }

    private static String signed(double value, String size) {
        return (value < 0 ? "−" : "+") + size;
    }

    /** To the minor unit. */
    public String money(long minor, String currency) {
        NumberFormat format = money(currency);
        return format.format(new Money(minor, Currency.getInstance(currency)).amount());
    }

    /** Without minor units, for sums so large that they would only distract. */
    public String roundMoney(double minor, String currency) {
        NumberFormat format = money(currency);
        int digits = format.getMaximumFractionDigits();
        format.setMaximumFractionDigits(0);
        return format.format(minor / Math.pow(10, digits));
    }

    private NumberFormat money(String code) {
        Currency currency = Currency.getInstance(code);
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(0);
        format.setMaximumFractionDigits(digits);
        format.setMinimumFractionDigits(digits);
        return format;
    }

    /** 31/12/2026 or 31 Dec 2026. */
    public String day(LocalDate day) {
        return format(day, french ? "dd/MM/yyyy" : "d MMM yyyy");
    }

    /** jeudi 31 décembre 2026, or Thursday 31 December 2026. */
    public String longDay(LocalDate day) {
        return format(day, day.getDayOfMonth() == 1 && french ? "EEEE d'er' MMMM yyyy" : "EEEE d MMMM yyyy");
    }

    /** jeu. 31 déc., or Thu 31 Dec. */
    public String shortDay(LocalDate day) {
        return format(day, "EEE d MMM");
    }

    /** 31 déc., or 31 Dec, for the axis of a chart. */
    public String tick(LocalDate day) {
        return format(day, "d MMM");
    }

    /** décembre 2026. */
    public String month(LocalDate day) {
        return format(day, "MMMM yyyy");
    }

    /** déc., or Dec. */
    public String month(Month month) {
        return month.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /** lundi, or Monday. */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** 20 h 30, or 20:30. */
    public String time(LocalDateTime moment) {
        if (!french) {
            return format(moment, "HH:mm");
        }
        return format(moment, moment.getMinute() == 0 ? "H'\u00a0h'" : "H'\u00a0h\u00a0'mm");
    }

    /** Day and time in the zone of a house. */
    public String moment(Instant instant, ZoneId zone) {
        return moment(LocalDateTime.ofInstant(instant, zone));
    }

    /** Day and time as they stand. */
    public String moment(LocalDateTime local) {
        return day(local.toLocalDate()) + ", " + time(local);
    }

    /** 2025-2026. */
    public String season(Season season) {
        return season.firstYear() + (french ? "-" : "–") + (season.firstYear() + 1);
    }

    /** A decimal number as it is kept, 20.00, with the sign of the language and no digit lost. */
    public String point(String kept) {
        return french ? kept.replace('.', ',') : kept;
    }

    /** 4e trimestre 2026, or Q4 2026. */
    public String quarter(LocalDate day) {
        int quarter = (day.getMonthValue() + 2) / 3;
        return french
                ? quarter + (quarter == 1 ? "er" : "e") + " trimestre " + day.getYear()
                : "Q" + quarter + " " + day.getYear();
    }

    /** A length in bytes, in the largest unit that keeps it at least 1. */
    public String bytes(long bytes) {
        if (bytes < 1000) {
            return number(bytes) + (french ? "\u00a0octets" : " bytes");
        }
        double kilo = bytes / 1000.0;
        String unit = french ? "o" : "B";
        return kilo < 1000 ? decimal(kilo) + "\u00a0k" + unit : decimal(kilo / 1000) + "\u00a0M" + unit;
    }

    private String format(java.time.temporal.TemporalAccessor when, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, french ? Locale.FRANCE : Locale.UK)
                .format(when);
    }
}
