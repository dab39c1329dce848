package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.foyer.hub.intake.internal.programme.CalendarLines.Line;
import org.foyer.kit.Rows;
import org.foyer.kit.Source;

/**
 * iCalendar (RFC 5545): every event, and every date of those that repeat. All versions of an event must be known before the
 * first row, so what is of use is kept in memory, within a limit.
 */
public final class CalendarFile implements Source {

    private static final int EVENTS_MAX = 100_000;

    /** Characters that are kept of all events together. */
    private static final int CHARS_MAX = 32 << 20;

    private static final int NESTING_MAX = 20;
    private static final Pattern BEGIN = Pattern.compile("\\s*BEGIN:VCALENDAR\\s", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "icalendar-events";
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return BEGIN.matcher(beginning).lookingAt();
    }

    @Override
    public void read(String fileName, InputStream in, Rows rows) throws IOException {
        ListedRows listed = new ListedRows(fileName, rows);
        CalendarZones zones = new CalendarZones();
        CalendarRuns runs = new CalendarRuns(listed, zones);
        CalendarLines lines = new CalendarLines(in);
        try {
            if (new Reading(lines, runs, zones).toTheEnd()) {
                runs.write();
                listed.end();
            } else {
                listed.stopAt("file-truncated", lines.line());
            }
        } catch (JsonLists.Broken broken) {
            listed.stopAt(broken.code(), broken.line());
        }
    }

    /** One pass over the lines. */
    private static final class Reading {
        private final CalendarLines lines;
        private final CalendarRuns runs;
        private final CalendarZones zones;
        private final Deque<String> open = new ArrayDeque<>();
        private CalendarEvent event = new CalendarEvent();
        private String zone = "";
        private int chars;

        Reading(CalendarLines lines, CalendarRuns runs, CalendarZones zones) {
            this.lines = lines;
            this.runs = runs;
            this.zones = zones;
        }

        /** Answers whether the calendar ends where the file ends. */
        boolean toTheEnd() throws IOException {
            boolean any = false;
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (line.name().equals("BEGIN")) {
                    begin(line.value().strip().toUpperCase(Locale.ROOT));
                    any = true;
                } else if (line.name().equals("END")) {
                    end(line.value().strip().toUpperCase(Locale.ROOT));
                } else {
                    take(line);
                }
            }
            return any && open.isEmpty();
        }

        private void begin(String component) throws IOException {
            if (open.size() == NESTING_MAX) {
                throw new JsonLists.Broken("calendar-broken", lines.line());
            }
            open.push(component);
            if (component.equals("VEVENT")) {
                event = new CalendarEvent();
            }
        }

        private void end(String component) throws IOException {
            if (open.isEmpty() || !open.pop().equals(component)) {
                throw new JsonLists.Broken("calendar-broken", lines.line());
            }
            if (component.equals("VEVENT")) {
                runs.add(event);
                if (runs.size() > EVENTS_MAX) {
                    throw new JsonLists.Broken("programme-too-large", lines.line());
                }
            }
        }

        private void take(Line line) throws IOException {
            String in = open.isEmpty() ? "" : open.peek();
            if (in.equals("VEVENT")) {
                chars += event.add(line);
                if (chars > CHARS_MAX) {
                    throw new JsonLists.Broken("programme-too-large", lines.line());
                }
            } else if (in.equals("VTIMEZONE")) {
                if (line.name().equals("TZID")) {
                    zone = line.value();
                } else if (line.name().equals("X-LIC-LOCATION")) {
                    zones.tell(zone, line.value().strip());
                }
            }
        }
    }
}
