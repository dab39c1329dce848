package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foyer.hub.intake.internal.programme.CalendarLines.Line;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;

/** Turns the events of a calendar into performances: one for each date of each event, as its latest version says. */
final class CalendarRuns {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm", Locale.ROOT);

    /** Dates of all events together. */
    private static final int PERFORMANCES_MAX = 200_000;

    private static final Vocabulary KINDS = Vocabularies.of("event-types");
    private static final Vocabulary GENRES = Vocabularies.of("genres");
    private static final Vocabulary OWN_STATES = Vocabularies.of("states");
    private static final Pattern GEO = Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?);(-?\\d{1,3}(?:\\.\\d+)?)");

    /** Longer is no performance. */
    private static final long MINUTES_MAX = 1_440;

    private static final Map<String, String> STATES = TheirStates.ofCalendars();

    private final ListedRows rows;
    private final CalendarDates dates;
    private final Map<String, CalendarEvent> events = new LinkedHashMap<>();
    private final Map<String, Map<String, CalendarEvent>> exceptions = new HashMap<>();

    CalendarRuns(ListedRows rows, CalendarZones zones) {
        this.rows = rows;
        this.dates = new CalendarDates(zones);
    }

    int size() {
        return events.size() + exceptions.size();
    }

    void add(CalendarEvent event) {
        String uid = event.uid();
        if (uid.isEmpty()) {
            events.put(" " + events.size(), event);
        } else if (event.isException()) {
            keep(exceptions.computeIfAbsent(uid, key -> new LinkedHashMap<>()), event.text("RECURRENCE-ID"), event);
        } else {
            keep(events, uid, event);
        }
    }

    private void keep(Map<String, CalendarEvent> among, String key, CalendarEvent event) {
        CalendarEvent before = among.get(key);
        if (before != null) {
            rows.count("event-versions-left-out");
        }
        if (before == null || event.replaces(before)) {
            among.put(key, event);
        }
    }

    void write() throws IOException {
        for (Map.Entry<String, CalendarEvent> entry : events.entrySet()) {
            event(
                    entry.getValue(),
                    exceptions.getOrDefault(entry.getKey(), Map.of()).values());
            exceptions.remove(entry.getKey());
            if (rows.written() > PERFORMANCES_MAX) {
                throw new JsonLists.Broken("programme-too-large", 0);
            }
        }
        // changed dates of events that the file does not hold
        List<CalendarEvent> alone = new ArrayList<>();
        exceptions.values().forEach(of -> alone.addAll(of.values()));
        for (CalendarEvent exception : alone) {
            Optional<Moment> first = start(exception);
            if (first.isPresent()) {
                performance(exception, first.get(), reference(exception, original(exception, first.get())));
            }
        }
    }

    private void event(CalendarEvent event, Iterable<CalendarEvent> changed) throws IOException {
        Optional<Moment> first = start(event);
        if (first.isEmpty()) {
            return;
        }
        if (!event.repeats()) {
            performance(event, first.get(), event.uid());
            return;
        }
        CalendarDates.Dates found = dates.of(event, first.get());
        if (!found.readable()) {
            rows.refuse("recurrence-unreadable", "RRULE", event.text("RRULE"));
            return;
        }
        if (found.cut()) {
            rows.count("recurrence-endless");
        }
        Map<LocalDateTime, CalendarEvent> changes = new HashMap<>();
        changed.forEach(change -> changes.put(original(change, first.get()), change));
        for (LocalDateTime date : found.dates()) {
            CalendarEvent change = changes.remove(date);
            Optional<Moment> start = change == null ? Optional.of(at(first.get(), date)) : start(change);
            if (start.isPresent()) {
                performance(change == null ? event : change, start.get(), reference(event, date));
            }
        }
        for (Map.Entry<LocalDateTime, CalendarEvent> rest : new java.util.TreeMap<>(changes).entrySet()) {
            Optional<Moment> start = start(rest.getValue());
            if (start.isPresent()) {
                performance(rest.getValue(), start.get(), reference(event, rest.getKey()));
            }
        }
    }

    private static Moment at(Moment first, LocalDateTime date) {
        return new Moment(date.toLocalDate(), first.time() == null ? null : date.toLocalTime(), first.zone());
    }

    /** The date that an exception stands for, on the clock of the event. */
    private LocalDateTime original(CalendarEvent exception, Moment first) {
        Line line = exception.line("RECURRENCE-ID");
        return dates.moment(line, line.value())
                .map(moment -> CalendarDates.onClockOf(first, moment))
                .orElse(CalendarDates.local(first));
    }

    private static String reference(CalendarEvent event, LocalDateTime date) {
        return event.uid().isEmpty() ? "" : event.uid() + " " + DATE.format(date);
    }

    /** The start of an event; empty when it is reported that it has none that can be. */
    private Optional<Moment> start(CalendarEvent event) throws IOException {
        Line line = event.line("DTSTART");
        Optional<Moment> start = dates.moment(line, line.value());
        if (line.value().isBlank()) {
            rows.refuse("event-without-date", "SUMMARY", event.text("SUMMARY"));
        } else if (start.isEmpty()) {
            rows.refuse("date-unreadable", "DTSTART", line.value());
        } else if (event.text("STATUS").equalsIgnoreCase("TENTATIVE")
                && state(event).isEmpty()) {
            rows.count("options-left-out");
            return Optional.empty();
        } else {
            Line end = event.line("DTEND");
            Optional<Moment> ends = dates.moment(end, end.value());
            if (ends.isPresent() && ends.get().isBefore(start.get())) {
                rows.refuse("event-ends-before-start", "DTEND", end.value());
                return Optional.empty();
            }
        }
        return start;
    }

    private void performance(CalendarEvent event, Moment start, String reference) throws IOException {
        if (start.neverWas()) {
            rows.refuse("dst-gap", "DTSTART", CalendarDates.local(start).toString());
            return;
        }
        if (start.zone().isEmpty()) {
            rows.count("zones-unknown");
        }
        Map<String, String> row = new HashMap<>();
        start.into(row);
        row.put("performance_ref", reference);
        row.put("title", event.text("SUMMARY"));
        row.put("description", event.text("DESCRIPTION"));
        row.put("venue", event.text("LOCATION").replace("\n", ", "));
        row.put("url", event.line("URL").value().strip());
        categorised(row, categories(event));
        String status = event.text("STATUS").toUpperCase(Locale.ROOT);
        row.put("state", state(event).orElse(STATES.getOrDefault(status, status)));
        row.put("duration", minutes(event.text("DURATION")));
        Matcher geo = GEO.matcher(event.line("GEO").value().strip());
        if (geo.matches() && !row.get("venue").isEmpty()) {
            row.put("latitude", geo.group(1));
            row.put("longitude", geo.group(2));
        }
        rows.write(row);
    }

    /** The state that another node tells beside the status, in the words of recipes. */
    private static Optional<String> state(CalendarEvent event) {
        return OWN_STATES.concept(event.text(CalendarEvent.STATE)).map(Concept::code);
    }

    /** The length that an event says itself; an end is filled in by programs. Empty where it is longer than a day, or none. */
    private static String minutes(String said) {
        try {
            long minutes = said.isEmpty() ? 0 : Duration.parse(said).toMinutes();
            return minutes > 0 && minutes <= MINUTES_MAX ? Long.toString(minutes) : "";
        } catch (DateTimeException none) {
            return "";
        }
    }

    /**
     * A word that certainly names an audience is none of the genre, unless it is all that the event says and a kind of show as well. Of
     * several others the last one is the kind of event if it names a kind and no genre.
     */
    private static void categorised(Map<String, String> row, List<String> words) {
        List<String> genres =
                words.stream().filter(word -> !Audiences.names(word)).toList();
        boolean isKind = words.size() == 1 && KINDS.meaning(words.get(0)).isPresent();
        int last = genres.size() - 1;
        if (last > 0
                && KINDS.meaning(genres.get(last)).isPresent()
                && GENRES.meaning(genres.get(last)).isEmpty()) {
            row.put("event_type", genres.get(last));
            genres = genres.subList(0, last);
        }
        row.put("genre", String.join(", ", isKind ? words : genres));
        row.put("audience", words.stream().filter(Audiences::names).distinct().collect(Collectors.joining(", ")));
    }

    private static List<String> categories(CalendarEvent event) {
        List<String> words = new ArrayList<>();
        for (Line line : event.list("CATEGORIES")) {
            for (String word : line.value().split("(?<!\\\\),")) {
                String plain = new Line("", Map.of(), word).text().strip();
                if (!plain.isEmpty()) {
                    words.add(plain);
                }
            }
        }
        return words;
    }
}
