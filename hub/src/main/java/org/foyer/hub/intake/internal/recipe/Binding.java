package org.foyer.hub.intake.internal.recipe;

import java.util.List;

/**
 * From which columns of a file a field is filled.
 *
 * @param columns numbers of columns, from 1, in the order in which they are looked at
 * @param joined whether they are put together rather than looked at one after the other
 */
public record Binding(FieldRule rule, List<Integer> columns, boolean joined) {
    public Binding {
        columns = List.copyOf(columns);
    }
}
