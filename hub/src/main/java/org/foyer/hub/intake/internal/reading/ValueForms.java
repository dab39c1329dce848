package org.foyer.hub.intake.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a file are written, found from a sample of them and never from the language of the pages. A column
 * that leaves the order of dates or the decimal mark open takes it from the other columns when these agree.
 *
 * @param columns in the order of the header
 * @param decimal the mark on which all columns with decimals agree; null when none has any or they differ
 * @param dateOrder the order on which all columns of day, month and year agree; {@link DateOrder#AMBIGUOUS} when none
 *     tells or they differ
 * @param problems for each column still open: {@code date-order-ambiguous}, {@code decimal-mark-ambiguous}. They
 *     matter only for columns that a recipe reads as such
 */
public record ValueForms(
        List<ColumnForm> columns, @Nullable String decimal, DateOrder dateOrder, List<Problem> problems) {

    public ValueForms {
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
    }

    /** @param rows a sample, each row as long as the header */
    public static ValueForms examine(String fileName, List<String> header, List<List<String>> rows) {
        List<ColumnForm> own = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int at = i;
            own.add(examine(header.get(i), rows.stream().map(row -> row.get(at)).toList()));
        }
        String decimal = agreedDecimal(own);
        DateOrder order = agreedOrder(own);
        List<ColumnForm> settled =
                own.stream().map(column -> settled(column, decimal, order)).toList();
        return new ValueForms(settled, decimal, order, problems(fileName, settled));
    }

    /** How one column is written, by its own values only. */
    public static ColumnForm examine(String column, List<String> values) {
        List<String> filled = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        NumberSamples numbers = new NumberSamples();
        DateSamples dates = new DateSamples();
        for (String value : filled) {
            numbers.add(value);
            dates.add(value);
        }
        int fourInFive = (4 * filled.size() + 4) / 5;
        return new ColumnForm(
                column, filled.size(), numbers.form(fourInFive), dates.form(fourInFive), TruthForm.of(filled));
    }

    public Optional<ColumnForm> column(String word) {
        return columns.stream().filter(column -> column.column().equals(word)).findFirst();
    }

    private static @Nullable String agreedDecimal(List<ColumnForm> columns) {
        Set<String> marks = columns.stream()
                .map(ColumnForm::number)
                .flatMap(number -> number == null ? Stream.empty() : Stream.ofNullable(number.decimal()))
                .collect(Collectors.toSet());
        return marks.size() == 1 ? marks.iterator().next() : null;
    }

    private static DateOrder agreedOrder(List<ColumnForm> columns) {
        Set<DateOrder> orders = columns.stream()
                .flatMap(column -> Stream.ofNullable(column.date()))
                .map(DateForm::order)
                .filter(order -> order == DateOrder.DMY || order == DateOrder.MDY)
                .collect(Collectors.toSet());
        return orders.size() == 1 ? orders.iterator().next() : DateOrder.AMBIGUOUS;
    }

    private static ColumnForm settled(ColumnForm column, @Nullable String decimal, DateOrder order) {
        NumberForm number = column.number();
        if (number != null && decimal != null && number.mayTake(decimal)) {
            number = number.decided(decimal);
        }
        DateForm date = column.date();
        if (date != null && date.order() == DateOrder.AMBIGUOUS) {
            date = date.decided(order);
        }
        return new ColumnForm(column.column(), column.filled(), number, date, column.truth());
    }

    private static List<Problem> problems(String fileName, List<ColumnForm> columns) {
        List<Problem> problems = new ArrayList<>();
        for (ColumnForm column : columns) {
            Place place = new Place(fileName, 0, column.column(), null);
            DateForm date = column.date();
            if (date != null && date.order() == DateOrder.AMBIGUOUS) {
                problems.add(Problem.warns("date-order-ambiguous", place));
            }
            NumberForm number = column.number();
            if (number != null && number.ambiguous()) {
                problems.add(Problem.warns("decimal-mark-ambiguous", place));
            }
        }
        return problems;
    }
}
