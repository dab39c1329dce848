package org.foyer.hub.intake.internal.reading;

import java.util.List;

/**
 * One way to see a JSON file as a table.
 *
 * @param records dotted path of the array whose objects are the records, {@code results} for instance; empty when the
 *     file itself is that array, one record, or one record a line
 * @param exploded dotted path inside a record of the array that gives one row for each of its objects, for instance
 *     {@code positions}; empty for one row a record
 * @param columns dotted names, in order of first appearance in the part of the file that was looked at
 * @param sample at most 500 rows in these columns
 */
public record JsonShape(String records, String exploded, List<String> columns, List<List<String>> sample) {
    public JsonShape {
        columns = List.copyOf(columns);
        sample = List.copyOf(sample);
    }
}
