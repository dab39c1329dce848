package org.foyer.hub.linking.internal.table;

import java.util.List;
import org.foyer.hub.linking.LinkPlan;

/** Brings one record after another into the form of a table that was learned from. */
public final class RecordForm {

    private final LinkPlan plan;
    private final List<Field> fields;
    private final Normaliser normaliser;

    public RecordForm(LinkPlan plan, List<Field> fields) {
        this.plan = plan;
        this.fields = fields;
        this.normaliser = new Normaliser(plan.country());
        fields.forEach(field -> field.pool().open());
    }

    /** The number of each field's value. @param cells in the order of the plan's columns */
    public int[] codes(List<String> cells) {
        String[][] batch = cells.stream().map(cell -> new String[] {cell}).toArray(String[][]::new);
        int[] codes = new int[fields.size()];
        int at = 0;
        for (ColumnGroup group : ColumnGroup.of(plan.columns(), 1)) {
            group.take(normaliser, batch, 1);
            for (FieldColumn column : group.fields()) {
                codes[at] = code(fields.get(at), column.text());
                at++;
            }
        }
        return codes;
    }

    private static int code(Field field, String text) {
        DateHabits habits = field.habits();
        if (text.isEmpty()) {
            return Field.MISSING;
        }
        if (habits == null) {
            return field.pool().add(text);
        }
        int date = habits.read(text);
        return date == org.foyer.hub.linking.internal.text.Dates.UNKNOWN
                ? Field.MISSING
                : field.pool().add(Integer.toString(date));
    }
}
