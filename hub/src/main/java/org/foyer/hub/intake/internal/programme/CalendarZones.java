package org.foyer.hub.intake.internal.programme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The IANA names of the zones of a calendar, under whatever names its tool gives them. */
final class CalendarZones {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    /** Names of zones on Windows, which Outlook and Exchange write; from Unicode's CLDR, without those of few halls. */
    private static final Map<String, String> WINDOWS = windows();

    /** More zones than there are in the world. */
    private static final int NAMES_MAX = 2_000;

    private final Map<String, String> told = new HashMap<>();
    private final Map<String, String> found = new HashMap<>();

    /** Takes what the calendar itself says of a zone. */
    void tell(String name, String iana) {
        if (KNOWN.contains(iana) && told.size() < NAMES_MAX) {
            told.put(name, iana);
        }
    }

    /** IANA name, empty when nobody knows the zone. */
    String of(String name) {
        return found.size() < NAMES_MAX ? found.computeIfAbsent(name, this::find) : find(name);
    }

    private String find(String name) {
        if (KNOWN.contains(name)) {
            return name.equals("Z") || name.equals("GMT") || name.equals("Etc/UTC") ? Moment.WORLD : name;
        }
        if (told.containsKey(name)) {
            return told.getOrDefault(name, "");
        }
        String[] parts = name.split("/");
        for (int from = 1; from < parts.length; from++) {
            String end = String.join("/", java.util.Arrays.asList(parts).subList(from, parts.length));
            if (end.contains("/") && KNOWN.contains(end)) {
                return end;
            }
        }
        String iana = WINDOWS.getOrDefault(name, "");
        return KNOWN.contains(iana) ? iana : "";
    }

    private static Map<String, String> windows() {
        Map<String, String> zones = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CalendarZones.class.getResourceAsStream("/intake/windows-zones.csv")),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", 2)).forEach(cells -> zones.put(cells[0], cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(zones);
    }
}
