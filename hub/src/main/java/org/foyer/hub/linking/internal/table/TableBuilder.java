package org.foyer.hub.linking.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.LinkColumn;
import org.foyer.hub.linking.LinkPlan;

/** Takes records one by one, makes their values alike and keeps each distinct value once. */
public final class TableBuilder {

    private final List<LinkColumn> columns;
    private final Normaliser normaliser;
    private final boolean monthFirstByDefault;
    private final ValuePool ids = new ValuePool();
    private final List<FieldColumn> fields = new ArrayList<>();
    private final int[] target;
    private int first = -1;
    private int last = -1;

    public TableBuilder(LinkPlan plan) {
        this.columns = plan.columns();
        this.normaliser = new Normaliser(plan.country());
        this.monthFirstByDefault = plan.monthFirst();
        this.target = new int[columns.size()];
        ValuePool names = new ValuePool();
        for (int i = 0; i < target.length; i++) {
            LinkColumn column = columns.get(i);
            target[i] = switch (column.kind()) {
                case FIRST_NAME -> first(column.name(), names);
                case LAST_NAME -> last(column.name(), names);
                case FULL_NAME -> -1;
                default -> field(column.name(), column.kind(), new ValuePool());
            };
        }
        if (columns.stream().anyMatch(column -> column.kind() == ColumnKind.FULL_NAME)) {
            String name = columns.stream()
                    .filter(column -> column.kind() == ColumnKind.FULL_NAME)
                    .findFirst()
                    .orElseThrow()
                    .name();
            first = first < 0 ? first(name, names) : first;
            last = last < 0 ? last(name, names) : last;
        }
    }

    private int first(String name, ValuePool names) {
        first = field(name, ColumnKind.FIRST_NAME, names);
        return first;
    }

    private int last(String name, ValuePool names) {
        last = field(name, ColumnKind.LAST_NAME, names);
        return last;
    }

    private int field(String name, ColumnKind kind, ValuePool pool) {
        fields.add(new FieldColumn(name, kind, pool));
        return fields.size() - 1;
    }

    /**
     * @param cells in the order of the plan's columns; empty where nothing is known
     * @return the number of the record, from 0; the number of an earlier record with this id, which then stays as it was
     */
    public int add(String id, String... cells) {
        int number = ids.size();
        int known = ids.add(id);
        if (known < number) {
            return known;
        }
        fields.forEach(FieldColumn::next);
        for (int i = 0; i < target.length; i++) {
            if (target[i] >= 0) {
                fields.get(target[i]).put(normaliser, cells[i]);
            }
        }
        for (int i = 0; i < target.length; i++) {
            if (target[i] < 0 && !cells[i].isBlank()) {
                fullName(cells[i]);
            }
        }
        return number;
    }

    private void fullName(String cell) {
        FieldColumn firstName = fields.get(first);
        FieldColumn lastName = fields.get(last);
        if (firstName.isEmpty() || lastName.isEmpty()) {
            var parts = normaliser.names().parts(cell);
            boolean nothing = firstName.isEmpty() && lastName.isEmpty();
            if (nothing || lastName.isEmpty() && !parts.last().equals(firstName.text())) {
                lastName.putPlain(parts.last());
            }
            if (nothing || firstName.isEmpty() && !parts.first().equals(lastName.text())) {
                firstName.putPlain(parts.first());
            }
        }
    }

    public int size() {
        return ids.size();
    }

    /** The table, with its records in the order of their ids. */
    public RecordTable finish() {
        String[] texts = new String[ids.size()];
        Arrays.setAll(texts, ids::text);
        int[] order = IntStream.range(0, texts.length)
                .boxed()
                .sorted(Comparator.comparing(number -> texts[number]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Field> finished = new ArrayList<>();
        for (FieldColumn field : fields) {
            finished.add(field.finish(order, monthFirstByDefault));
        }
        return Rows.distinct(ids, order, finished);
    }
}
