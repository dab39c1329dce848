package org.foyer.hub.intake.internal.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.intake.internal.programme.CalendarLines.Line;

/** What is kept of one VEVENT: of those it names or invites, nothing. */
final class CalendarEvent {

    /** What calendars of this software say of a date beside its status. */
    static final String STATE = "X-FOYER-STATE";

    private static final Set<String> KEPT = Set.of(
            "UID",
            "DTSTART",
            "DTEND",
            "DURATION",
            "GEO",
            STATE,
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "URL",
            "STATUS",
            "SEQUENCE",
            "LAST-MODIFIED",
            "RRULE",
            "RECURRENCE-ID");
    private static final Set<String> LISTS = Set.of("RDATE", "EXDATE", "CATEGORIES");

    /** Lists within one event. */
    private static final int LIST_MAX = 5_000;

    private static final Line NONE = new Line("", Map.of(), "");

    private final Map<String, Line> lines = new HashMap<>();
    private final Map<String, List<Line>> lists = new HashMap<>();

    /** Keeps a line if it is of use. Answers how many characters that takes. */
    int add(Line line) {
        if (KEPT.contains(line.name()) && lines.putIfAbsent(line.name(), line) == null) {
            return line.value().length();
        }
        if (LISTS.contains(line.name())) {
            List<Line> list = lists.computeIfAbsent(line.name(), name -> new ArrayList<>());
            if (list.size() < LIST_MAX) {
                list.add(line);
                return line.value().length();
            }
        }
        return 0;
    }

    Line line(String name) {
        return lines.getOrDefault(name, NONE);
    }

    List<Line> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    String text(String name) {
        return line(name).text().strip();
    }

    String uid() {
        return text("UID");
    }

    boolean isException() {
        return lines.containsKey("RECURRENCE-ID");
    }

    boolean repeats() {
        return lines.containsKey("RRULE") || lists.containsKey("RDATE");
    }

    /** Version of the event: the higher counts, then the later. */
    boolean replaces(CalendarEvent other) {
        long own = sequence();
        long others = other.sequence();
        return own > others || own == others && text("LAST-MODIFIED").compareTo(other.text("LAST-MODIFIED")) >= 0;
    }

    private long sequence() {
        String sequence = text("SEQUENCE");
        return sequence.matches("\\d{1,9}") ? Long.parseLong(sequence) : 0;
    }
}
