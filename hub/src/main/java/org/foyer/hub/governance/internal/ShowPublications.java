package org.foyer.hub.governance.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Options;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.ShowGate;
import org.foyer.hub.governance.ShowGate.Band;
import org.foyer.hub.governance.ShowGate.Counting;
import org.foyer.hub.governance.ShowGate.Counts;
import org.foyer.hub.governance.ShowGate.People;
import org.foyer.hub.governance.ShowGate.Share;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the buyers of one show. It is counted on Sundays alone, once for everybody, and only when the number of buyers
 * differs by at least {@link ShowGate#BUYERS_MIN} from that of each Sunday told before and after: whoever takes one answer from another is then
 * left with ten people or more, whichever days and grants the answers came by.
 */
final class ShowPublications {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final int NEAREST = 10;

    /** Sundays told of one show, at most. */
    private static final int TOLD_MAX = 200;

    private final Register register;
    private final Secrets secrets;
    private final Clock clock;
    private final House house;
    private final String show;

    ShowPublications(Register register, Secrets secrets, Clock clock, House house, String show) {
        this.register = register;
        this.secrets = secrets;
        this.clock = clock;
        this.house = house;
        this.show = show;
    }

    private record Row(LocalDate day, long buyers, People told) {}

    /** Empty while too few bought, or too few since. */
    Optional<People> told(LocalDate from, LocalDate asOf, Counting counting) {
        LocalDate sunday = asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        if (sunday.isBefore(from)) {
            return Optional.empty();
        }
        List<Row> before = rows();
        Optional<Row> latest = before.stream()
                .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(sunday))
                .reduce((one, other) -> other);
        if (before.size() >= TOLD_MAX
                || latest.filter(row -> row.day().equals(sunday)).isPresent()) {
            return latest.map(Row::told);
        }
        Counts counts = counting.on(sunday);
        if (counts.buyers() < ShowGate.BUYERS_MIN || isNear(before, counts.buyers())) {
            return latest.map(Row::told);
        }
        return published(sunday, counts).or(() -> latest.map(Row::told));
    }

    /** Whether any number that was told is too near. */
    private static boolean isNear(List<Row> told, long buyers) {
        return told.stream().anyMatch(row -> Math.abs(row.buyers() - buyers) < ShowGate.BUYERS_MIN);
    }

    private List<Row> rows() {
        return register.read(this::rows);
    }

    private List<Row> rows(Handle handle) {
        return handle.createQuery(
                        "select day, buyers, told from show_published where house = :house and show = :show order by day")
                .bind("house", house.id().value())
                .bind("show", show)
                .map((row, context) -> new Row(
                        LocalDate.parse(row.getString("day")), row.getLong("buyers"), read(row.getString("told"))))
                .list();
    }

    /** Looked at again within the transaction: of two that count at the same moment one is told. */
    private Optional<People> published(LocalDate day, Counts counts) {
        return register.write(handle -> {
            if (isNear(rows(handle), counts.buyers())) {
                return Optional.empty();
            }
            People people = people(BlurSecret.blur(handle, secrets), day, counts);
            handle.execute(
                    "insert into show_published (house, show, day, buyers, told, published_at) values (?, ?, ?, ?, ?, ?)",
                    house.id().value(),
                    show,
                    day.toString(),
                    counts.buyers(),
                    write(people),
                    clock.millis());
            return Optional.of(people);
        });
    }

    private People people(Blur blur, LocalDate day, Counts counts) {
        return new People(
                day,
                Math.round((double) counts.buyers() / NEAREST) * NEAREST,
                firstTimers(blur, day, counts),
                counts.years(),
                bands(blur, day, counts.bands()));
    }

    private @Nullable Double firstTimers(Blur blur, LocalDate day, Counts counts) {
        long known = counts.buyers() - counts.first();
        if (counts.first() < ShowGate.BUYERS_MIN || known < ShowGate.BUYERS_MIN) {
            return null;
        }
        Question question = new Question("show-first-timers " + show, 1, Gate.SHARE);
        double share = (double) counts.first() / counts.buyers();
        return Blur.rounded(blur.moved(share, house.id(), question, Season.of(day)), Gate.SHARE);
    }

    /** Bands of a whole are moved together, whether they are told or not, so that none moves because another grew. */
    private List<Share> bands(Blur blur, LocalDate day, List<Band> bands) {
        long whole = bands.stream().mapToLong(Band::buyers).sum();
        if (whole < ShowGate.BUYERS_MIN || bands.size() < 2) {
            return List.of();
        }
        List<Boolean> withheld =
                SmallGroups.withheld(bands.stream().map(Band::buyers).toList(), ShowGate.BUYERS_MIN);
        List<String> parts = bands.stream()
                .map(band -> "show-band " + show + " " + band.key())
                .toList();
        List<Share> told = new ArrayList<>();
        for (int place = 0; place < bands.size(); place++) {
            Band band = bands.get(place);
            if (!withheld.get(place) && band.buyers() > 0) {
                Question question = new Question(parts.get(place), 1, Gate.SHARE, new Options("show-bands", parts));
                double moved = blur.moved((double) band.buyers() / whole, house.id(), question, Season.of(day));
                told.add(new Share(band.key(), Blur.rounded(moved, Gate.SHARE)));
            }
        }
        return List.copyOf(told);
    }

    private static String write(People people) {
        try {
            return JSON.writeValueAsString(people);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static People read(String json) {
        try {
            return JSON.readValue(json, People.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was told of a show cannot be read", e);
        }
    }
}
