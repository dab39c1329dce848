package org.foyer.hub.intake.internal.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** Cells of a sheet as text: dates in ISO form by the cell's format, numbers with a point, texts as they are. */
final class SheetText {

    private static final Set<String> ERRORS = Set.of(
            "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA", "#SPILL!", "#CALC!");
    /** Spreadsheets compute with 15 significant digits and write 17. */
    private static final MathContext SHOWN_DIGITS = new MathContext(15);

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final long SECONDS_A_DAY = 86_400;

    private final LocalDateTime dayZero;

    SheetText(boolean from1904) {
        this.dayZero = from1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
    }

    /** The cell as text, empty when it has none; null when it holds an error or a formula without a value. */
    @Nullable
    String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue();
        return switch (cell.getType()) {
            case ERROR -> null;
            case STRING -> cell.getValue() == null ? "" : cell.asString();
            case BOOLEAN -> truth(raw);
            case NUMBER -> raw == null ? "" : number(raw, cell);
            case FORMULA -> formula(cell, raw);
            case EMPTY -> "";
        };
    }

    private @Nullable String formula(Cell cell, @Nullable String raw) {
        if (raw == null || ERRORS.contains(raw)) {
            return null;
        }
        Object value = cell.getValue();
        if (value instanceof Boolean) {
            return truth(raw);
        }
        return value instanceof BigDecimal ? number(raw, cell) : raw;
    }

    private static String truth(@Nullable String raw) {
        return "1".equals(raw) || "true".equalsIgnoreCase(raw) ? "true" : "false";
    }

    private @Nullable String number(String raw, Cell cell) {
        BigDecimal value;
        try {
            value = new BigDecimal(raw.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
        if (isDateFormat(cell.getDataFormatId(), cell.getDataFormatString())) {
            return date(value, showsHours(cell.getDataFormatId(), cell.getDataFormatString()));
        }
        BigDecimal shown = value.precision() > SHOWN_DIGITS.getPrecision() ? value.round(SHOWN_DIGITS) : value;
        boolean huge = Math.abs((long) shown.scale()) > 400;
        return huge ? null : plain(shown);
    }

    private static String plain(BigDecimal number) {
        String text = number.toPlainString();
        return text.contains(".") ? text.replaceFirst("0+$", "").replaceFirst("\\.$", "") : text;
    }

    /** Serial day numbers; a value below one day is a time of day. Midnight is written where the format shows hours. */
    private @Nullable String date(BigDecimal serial, boolean showsHours) {
        double days = serial.doubleValue();
        if (days < 0 || days > 2_958_466) {
            return null;
        }
        long seconds = Math.round(days * SECONDS_A_DAY);
        if (seconds < SECONDS_A_DAY) {
            LocalTime time = LocalTime.ofSecondOfDay(seconds);
            return time.getSecond() == 0 ? time.truncatedTo(ChronoUnit.MINUTES).toString() : time.toString();
        }
        LocalDateTime at = dayZero.plusSeconds(seconds);
        boolean dayOnly = seconds % SECONDS_A_DAY == 0 && !showsHours;
        return dayOnly ? at.toLocalDate().toString() : DATE_TIME.format(at);
    }

    private static boolean showsHours(@Nullable Integer id, @Nullable String format) {
        if (format == null || format.isEmpty()) {
            return id != null && (id >= 18 && id <= 22 || id >= 45 && id <= 47);
        }
        return format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"", "").contains("h");
    }

    /** Built-in date formats by number (ECMA-376, 18.8.30), own ones by the letters y, d, h, s outside quotes. */
    static boolean isDateFormat(@Nullable Integer id, @Nullable String format) {
        if (format == null || format.isEmpty()) {
            return id != null
                    && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58);
        }
        String letters = format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h|m|s)[^]]*]", "")
                .toLowerCase(Locale.ROOT);
        if (letters.contains("general") || letters.contains("standard")) {
            return false;
        }
        String first = letters.split(";", 2)[0];
        return first.matches(".*[ydhsmj].*") && !first.matches(".*[0#?].*[ymd].*") && !first.matches(".*0e.*");
    }
}
