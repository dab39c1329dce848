package org.foyer.hub.insight.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.foyer.hub.insight.SegmentCondition;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentKind.Form;
import org.jspecify.annotations.Nullable;

/** Writes a definition as a query string that {@link SegmentReading} reads. */
public final class SegmentWriting {

    private SegmentWriting() {}

    public static String query(SegmentDefinition definition) {
        return definition.conditions().stream()
                .map(condition -> condition.kind().key() + "=" + value(condition))
                .collect(Collectors.joining("&"));
    }

    private static String value(SegmentCondition condition) {
        if (condition.kind().form() == Form.RANGE) {
            return text(condition.from())
                    + ".."
                    + text(condition.to())
                    + (condition.months() == null ? "" : "@" + condition.months());
        }
        return condition.values().stream().map(SegmentWriting::encoded).collect(Collectors.joining(","));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
