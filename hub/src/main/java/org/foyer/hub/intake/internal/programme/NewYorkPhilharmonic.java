package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.intake.internal.programme.PhilharmonicProgram.Concert;
import org.foyer.hub.intake.internal.programme.PhilharmonicProgram.PlayedWork;
import org.foyer.hub.intake.internal.programme.PhilharmonicProgram.Soloist;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.foyer.kit.Rows;
import org.foyer.kit.Source;

/**
 * The performance history of the New York Philharmonic (nyphilarchive/PerformanceHistory, JSON): one row for each
 * concert, work and person credited.
 *
 * <p>The day is the first ten characters of the date and the hour stands apart, both on the clock of the hall; its zone
 * follows from the location where that is certain. The archive's number of a programme is the production's reference,
 * since many evenings of the same composers would bear one title. The letters S and A are written out as the archive explains them.
 */
public final class NewYorkPhilharmonic implements Source {

    static final List<String> COLUMNS = List.of(
            "performance_ref",
            "production_ref",
            "title",
            "day",
            "time",
            "hall_zone",
            "venue",
            "city",
            "region",
            "country",
            "season",
            "genre",
            "event_type",
            "item_position",
            "work_ref",
            "work_title",
            "work_part",
            "interval",
            "contributor",
            "role",
            "instrument");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("(1[0-2]|0?[1-9]):([0-5]\\d) ?([AP]M)");
    private static final int DAY_LENGTH = 10;
    private static final int HALF_DAY = 12;

    /** Not an ensemble: what the orchestra presented with others on the stage. */
    private static final String PRESENTATION = "NYP Presentation";

    private static final Map<String, String> ROLES = Map.of("S", "soloist", "A", "assisting artist");

    private final PhilharmonicPlaces places = new PhilharmonicPlaces();

    @Override
    public String name() {
        return "nyphil-programmes";
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return beginning.contains("\"programs\"")
                && beginning.contains("\"programID\"")
                && beginning.contains("\"orchestra\"");
    }

    @Override
    public void read(String fileName, InputStream in, Rows rows) throws IOException {
        rows.columns(COLUMNS);
        try (PhilharmonicReading reading = new PhilharmonicReading(in)) {
            if (!reading.begin()) {
                rows.problem(Problem.stops("programmes-missing", Place.of(fileName)));
                return;
            }
            RowWriter writer = new RowWriter(rows);
            while (reading.next()) {
                long line = reading.line();
                PhilharmonicProgram program = reading.program();
                if (program.id().isEmpty()) {
                    rows.problem(
                            Problem.warns("programme-without-number", new Place(fileName, line, "programID", null)));
                } else {
                    write(program, writer);
                }
            }
            reading.end();
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            rows.problem(Problem.stops("json-broken", new Place(fileName, line, null, null)));
        }
    }

    private void write(PhilharmonicProgram program, RowWriter writer) throws IOException {
        Map<String, Integer> concertsOfDay = new HashMap<>();
        for (Concert concert : program.concerts()) {
            String day = day(concert.date());
            int place = concertsOfDay.merge(day, 1, Integer::sum);
            List<String> head = head(program, concert, program.id() + "/" + day + (place == 1 ? "" : "/" + place));
            String role = program.orchestra().equals(PRESENTATION) ? "presentation" : "orchestra";
            writer.write(head, List.of("", "", "", "", ""), List.of(program.orchestra(), role, ""));
            int position = 0;
            for (PlayedWork work : program.works()) {
                position++;
                List<String> item = item(position, work);
                List<List<String>> credits = credits(work);
                for (List<String> credit : credits.isEmpty() ? List.of(List.of("", "", "")) : credits) {
                    writer.write(head, item, credit);
                }
            }
        }
    }

    private List<String> head(PhilharmonicProgram program, Concert concert, String reference) {
        PhilharmonicPlaces.Place place = places.of(concert.location());
        // the archive calls all it lists concerts, the lectures among them included
        String genre = concert.eventType().contains("Lecture") ? "" : "concert";
        return List.of(
                reference,
                program.id(),
                program.title(),
                day(concert.date()),
                time(concert.time()),
                place.zone(),
                concert.venue(),
                place.city(),
                place.region(),
                place.country(),
                program.season(),
                genre,
                concert.eventType());
    }

    private static List<String> item(int position, PlayedWork work) {
        if (work.isInterval()) {
            return List.of(Integer.toString(position), "", "", "", "true");
        }
        String reference = work.title().isEmpty() ? "" : work.workId();
        return List.of(Integer.toString(position), reference, work.title(), work.movement(), "");
    }

    private static List<List<String>> credits(PlayedWork work) {
        List<List<String>> credits = new ArrayList<>();
        if (!work.composerName().isEmpty()) {
            credits.add(List.of(work.composerName(), "composer", ""));
        }
        for (String conductor : work.conductor().split(";")) {
            if (!conductor.isBlank()) {
                credits.add(List.of(conductor.strip(), "conductor", ""));
            }
        }
        for (Soloist soloist : work.soloists()) {
            if (!soloist.name().isEmpty()) {
                String role =
                        soloist.role().isEmpty() ? "performer" : ROLES.getOrDefault(soloist.role(), soloist.role());
                credits.add(List.of(soloist.name(), role, soloist.instrument()));
            }
        }
        return credits;
    }

    /** The day alone; a text that does not begin with one stays as it is, for the checks to refuse. */
    private static String day(String date) {
        String day = date.substring(0, Math.min(DAY_LENGTH, date.length()));
        return DAY.matcher(day).matches() ? day : date;
    }

    /** The hour on a 24-hour clock; a text that is none stays as it is, for the checks to refuse. */
    private static String time(String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            return time;
        }
        int hour = Integer.parseInt(matcher.group(1)) % HALF_DAY
                + (matcher.group(3).equals("PM") ? HALF_DAY : 0);
        return "%02d:%s".formatted(hour, matcher.group(2));
    }

    /** Numbers the rows: one programme of the file makes many. */
    private static final class RowWriter {
        private final Rows rows;
        private long number;

        private RowWriter(Rows rows) {
            this.rows = rows;
        }

        private void write(List<String> head, List<String> item, List<String> credit) throws IOException {
            List<String> values = new ArrayList<>(head);
            values.addAll(item);
            values.addAll(credit);
            rows.row(++number, values);
        }
    }
}
