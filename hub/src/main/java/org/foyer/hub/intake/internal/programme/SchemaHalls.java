package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Set;
import org.foyer.hub.intake.internal.loading.PlainText;

/**
 * What schema.org tells of a hall: {@code maximumAttendeeCapacity}, and by {@code additionalProperty} the counts and configurations that
 * nodes of this software write. Where a hall tells the capacities of its configurations, its own is the highest of them and says nothing
 * more, unless it is told as such.
 */
final class SchemaHalls {

    private static final String CAPACITY = "capacity";
    private static final Set<String> COUNTS = Set.of(CAPACITY, "seats", "wheelchair");

    /** Configurations of one hall, and characters of the name of one. */
    private static final int CONFIGURATIONS_MAX = 50;

    private static final String NUMBER = "\\d{1,6}";

    private final LinkedGraph graph;

    SchemaHalls(LinkedGraph graph) {
        this.graph = graph;
    }

    /** The cell; empty when nothing is told. */
    String cell(Members hall) throws IOException {
        StringWriter written = new StringWriter();
        int told = 0;
        try (JsonGenerator json = Members.FACTORY.createGenerator(written)) {
            json.writeStartArray();
            boolean own = false;
            for (Members one : graph.things(hall, "additionalProperty").stream()
                    .limit(CONFIGURATIONS_MAX)
                    .toList()) {
                String which = one.text("propertyID");
                if (which.equals("configuration")) {
                    String name = PlainText.line(LinkedGraph.text(one.get("name")));
                    own |= !graph.things(one, "valueReference").isEmpty();
                    for (Members count : graph.things(one, "valueReference")) {
                        told += count(json, name, count.text("propertyID"), count.text("value"));
                    }
                } else {
                    own |= which.equals(CAPACITY);
                    told += count(json, "", which, one.text("value"));
                }
            }
            if (!own) {
                told += count(json, "", CAPACITY, hall.text("maximumAttendeeCapacity"));
            }
            json.writeEndArray();
        }
        return told == 0 ? "" : written.toString();
    }

    private static int count(JsonGenerator json, String configuration, String which, String value) throws IOException {
        if (!COUNTS.contains(which) || !value.matches(NUMBER) || configuration.length() > ListedRows.WORDS_MAX) {
            return 0;
        }
        json.writeStartObject();
        json.writeStringField("configuration", configuration);
        json.writeStringField("property", which);
        json.writeStringField("value", value);
        json.writeEndObject();
        return 1;
    }
}
