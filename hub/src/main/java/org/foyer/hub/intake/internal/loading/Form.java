package org.foyer.hub.intake.internal.loading;

import java.util.List;

/**
 * How the values of one column are written.
 *
 * @param decimal decimal mark, {@code ,} or {@code .}
 * @param formats forms of dates as the engine's strptime wants them, the likeliest first; {@code epoch-seconds} or
 *     {@code epoch-milliseconds} alone; empty for ISO
 */
public record Form(char decimal, List<String> formats) {

    private static final List<String> ISO =
            List.of("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d");

    /** ISO dates and a decimal point. */
    public static final Form PLAIN = new Form('.', List.of());

    public Form {
        formats = formats.isEmpty() ? ISO : List.copyOf(formats);
    }

    /** Whether the values are instants by themselves, not hours of the hall. */
    boolean instant() {
        return epoch() || formats.stream().anyMatch(format -> format.endsWith("Z") || format.contains("%z"));
    }

    boolean offset() {
        return formats.stream().anyMatch(format -> format.contains("%z"));
    }

    boolean epoch() {
        return formats.get(0).startsWith("epoch-");
    }

    boolean milliseconds() {
        return formats.get(0).equals("epoch-milliseconds");
    }

    /** Whether the values have an hour. */
    boolean timed() {
        return epoch() || formats.stream().anyMatch(format -> format.contains("%H") || format.contains("%I"));
    }
}
