package org.foyer.hub.linking;

import java.util.List;

/**
 * How the records of one table are to be linked.
 *
 * @param idColumn header of the column with the record's id, unique in the table
 * @param columns what is compared, in this order; at least one
 * @param country ISO 3166 code for telephone numbers without a country prefix
 * @param monthFirst whether dates such as 03/04/1970 begin with the month where the file does not show it
 */
public record LinkPlan(String idColumn, List<LinkColumn> columns, String country, boolean monthFirst) {

    public LinkPlan {
        columns = List.copyOf(columns);
    }
}
