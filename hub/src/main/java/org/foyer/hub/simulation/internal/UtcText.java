package org.foyer.hub.simulation.internal;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Writes minutes of a hall's clock as instants: {@code 2025-03-01T19:30:00Z}. */
final class UtcText {

    private final ZoneId zone;
    private long lastMinute = Long.MIN_VALUE;
    private String last = "";

    UtcText(ZoneId zone) {
        this.zone = zone;
    }

    String of(long minute) {
        if (minute != lastMinute) {
            LocalDateTime local = LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC);
            last = local.atZone(zone).toInstant().toString();
            lastMinute = minute;
        }
        return last;
    }
}
