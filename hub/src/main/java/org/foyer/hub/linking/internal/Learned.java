package org.foyer.hub.linking.internal;

import java.util.List;
import org.foyer.hub.linking.LinkPlan;
import org.foyer.hub.linking.internal.block.BlockRule;
import org.foyer.hub.linking.internal.model.Model;
import org.foyer.hub.linking.internal.table.Field;

/**
 * What was learned from a table and stays as it is while records come and go, so that who is one person depends on the records alone.
 *
 * @param fields with the frequencies of their values and the habits of their dates
 */
public record Learned(LinkPlan plan, List<Field> fields, Model model, BlockRule rule) {

    public Learned {
        fields = List.copyOf(fields);
    }
}
