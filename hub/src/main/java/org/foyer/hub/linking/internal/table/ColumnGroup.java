package org.foyer.hub.linking.internal.table;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.LinkColumn;
import org.jspecify.annotations.Nullable;

/** Columns whose values come into fields together, because they share values or stand in for each other: the names; or one alone. */
final class ColumnGroup {

    private final List<FieldColumn> fields = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private final List<Integer> wholeNames = new ArrayList<>();
    private final int remembered;
    private final ValuePool pool = new ValuePool();
    private @Nullable FieldColumn first;
    private @Nullable FieldColumn last;

    private ColumnGroup(int remembered) {
        this.remembered = remembered;
    }

    /** The groups of a plan's columns. @param remembered cells that each column remembers, a power of two */
    static List<ColumnGroup> of(List<LinkColumn> columns, int remembered) {
        List<ColumnGroup> groups = new ArrayList<>();
        ColumnGroup names = new ColumnGroup(remembered);
        for (int i = 0; i < columns.size(); i++) {
            boolean isName = switch (columns.get(i).kind()) {
                case FIRST_NAME, LAST_NAME, FULL_NAME -> true;
                default -> false;
            };
            ColumnGroup group = isName ? names : new ColumnGroup(remembered);
            group.add(i, columns.get(i));
            if (!groups.contains(group)) {
                groups.add(group);
            }
        }
        columns.stream()
                .filter(column -> column.kind() == ColumnKind.FULL_NAME)
                .findFirst()
                .ifPresent(column -> names.complete(column.name()));
        return groups;
    }

    /** @param column position in the plan */
    private void add(int column, LinkColumn of) {
        if (of.kind() == ColumnKind.FULL_NAME) {
            wholeNames.add(column);
            return;
        }
        FieldColumn field = new FieldColumn(of.name(), of.kind(), pool, remembered);
        first = of.kind() == ColumnKind.FIRST_NAME ? field : first;
        last = of.kind() == ColumnKind.LAST_NAME ? field : last;
        columns.add(column);
        fields.add(field);
    }

    /** Whole names need both fields. @param name of the column with whole names */
    private void complete(String name) {
        if (first == null) {
            first = new FieldColumn(name, ColumnKind.FIRST_NAME, pool, remembered);
            fields.add(first);
        }
        if (last == null) {
            last = new FieldColumn(name, ColumnKind.LAST_NAME, pool, remembered);
            fields.add(last);
        }
    }

    List<FieldColumn> fields() {
        return fields;
    }

    /** @param batch column, record → cell */
    void take(Normaliser normaliser, String[][] batch, int records) {
        for (int record = 0; record < records; record++) {
            for (FieldColumn field : fields) {
                field.next();
            }
            for (int i = 0; i < columns.size(); i++) {
                fields.get(i).put(normaliser, batch[columns.get(i)][record]);
            }
            for (int column : wholeNames) {
                if (first != null && last != null && !batch[column][record].isBlank()) {
                    wholeName(normaliser, batch[column][record], first, last);
                }
            }
        }
    }

    private static void wholeName(Normaliser normaliser, String cell, FieldColumn first, FieldColumn last) {
        if (first.isEmpty() || last.isEmpty()) {
            var parts = normaliser.names().parts(cell);
            boolean nothing = first.isEmpty() && last.isEmpty();
            if (nothing || last.isEmpty() && !parts.last().equals(first.text())) {
                last.putPlain(parts.last());
            }
            if (nothing || first.isEmpty() && !parts.first().equals(last.text())) {
                first.putPlain(parts.first());
            }
        }
    }
}
