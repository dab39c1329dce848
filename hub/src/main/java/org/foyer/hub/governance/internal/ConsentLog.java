package org.foyer.hub.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Event;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.Consents.Wish;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The events in the register, and the one rule that says which of them counts.
 *
 * <p>The latest counts. A consent from a file stands behind everything else, whenever it comes: it would otherwise take back what a
 * person said since the file was made.
 */
final class ConsentLog {

    /** What is known at a moment, per person, purpose and channel; the row with place 1 counts. */
    private static final String COUNTING = """
            with known as (
              select id, person, purpose, channel, said, at, way, wording, until_day, said_day,
                row_number() over (partition by person, purpose, channel
                  order by case when said = 'given' and way = 'file' then 1 else 0 end, id desc) as place
              from consent_event where house = :house %s)
            """;

    private static final String STILL_GIVEN = "said = 'given' and (until_day is null or until_day >= :day)";

    private static final String ADD = """
            insert into consent_event (house, person, purpose, channel, said, at, actor, way, wording, until_day, run, said_day)
            values (:house, :person, :purpose, :channel, :said, :at, :actor, :way, :wording, :until, :run, :day)
            """;

    private static final int ROWS_AT_ONCE = 1_000;

    private final Handle handle;
    private final long house;

    ConsentLog(Handle handle, HouseId house) {
        this.handle = handle;
        this.house = house.value();
    }

    /** A number of people whom a consent or an objection counts for. */
    record Total(String purpose, String channel, long given, long objected) {}

    /** Newest first. */
    List<Event> events(long person) {
        return handle.createQuery("""
                        select e.id, e.purpose, e.channel, e.said, e.at, e.actor, e.way, e.until_day, e.said_day,
                          w.version, w.language, w.words, w.set_at
                        from consent_event e left join consent_wording w on w.id = e.wording
                        where e.house = :house and e.person = :person order by e.id desc limit :limit
                        """)
                .bind("house", house)
                .bind("person", person)
                .bind("limit", Consents.EVENTS_MAX)
                .map((row, context) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("id"),
                row.getString("purpose"),
                row.getString("channel"),
                Said.of(row.getString("said")).orElseThrow(),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("actor"),
                row.getString("way"),
                row.getString("words") == null ? null : ConsentWordings.wording(row),
                day(row.getString("until_day")),
                day(row.getString("said_day")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** Numbers of the events of a person that count, one for each purpose and channel of which something was said. */
    Set<Long> counting(long person) {
        return new HashSet<>(
                handle.createQuery(COUNTING.formatted("and person = :person") + "select id from known where place = 1")
                        .bind("house", house)
                        .bind("person", person)
                        .mapTo(Long.class)
                        .list());
    }

    /**
     * Those of some people whose consent counts; the register is read once, however many are asked about.
     *
     * @param before first millisecond of which nothing is known
     * @param day on which it must count
     */
    List<Long> given(Set<Long> asked, String purpose, String channel, long before, LocalDate day) {
        List<Long> given = new ArrayList<>();
        try (Stream<Long> people = handle
                .createQuery(COUNTING.formatted("and purpose = :purpose and channel = :channel and at < :before")
                        + "select person from known where place = 1 and " + STILL_GIVEN + " order by person")
                .bind("house", house)
                .bind("purpose", purpose)
                .bind("channel", channel)
                .bind("before", before)
                .bind("day", day.toString())
                .setFetchSize(ROWS_AT_ONCE)
                .mapTo(Long.class)
                .stream()) {
            people.filter(asked::contains).forEach(given::add);
        }
        return given;
    }

    /** What counts for a person; whether it came from a file. */
    record Counting(
            long person,
            String purpose,
            String channel,
            Said said,
            boolean file,
            long wording,
            String until,
            long at,
            String saidDay) {}

    /** What counts for each person, for purposes by channels, one after the other. */
    void eachCounting(List<String> purposes, List<String> channels, Consumer<Counting> taker) {
        try (Stream<Counting> all = handle
                .createQuery(COUNTING.formatted("and purpose in (<purposes>) and channel in (<channels>)")
                        + "select * from known where place = 1")
                .bind("house", house)
                .bindList("purposes", purposes)
                .bindList("channels", channels)
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> new Counting(
                        row.getLong("person"),
                        row.getString("purpose"),
                        row.getString("channel"),
                        Said.of(row.getString("said")).orElseThrow(),
                        row.getString("way").equals(Consents.FILE),
                        row.getLong("wording"),
                        until(row.getString("until_day")),
                        row.getLong("at"),
                        until(row.getString("said_day"))))
                .stream()) {
            all.forEach(taker);
        }
    }

    private static String until(@Nullable String day) {
        return day == null ? "" : day;
    }

    /** People who gave consent more often than a number of times. */
    Set<Long> givenMoreThan(int times) {
        return new HashSet<>(handle.createQuery("select person from consent_event where house = :house"
                        + " and said = 'given' group by person having count(*) > :times")
                .bind("house", house)
                .bind("times", times)
                .mapTo(Long.class)
                .list());
    }

    /**
     * What counts on a day for a purpose and a channel.
     *
     * @param given keys whose consent counts
     * @param refused keys who withdrew or objected
     */
    record Spoken(Set<Long> given, Set<Long> refused) {}

    Spoken spoken(String purpose, String channel, LocalDate day) {
        Set<Long> given = new HashSet<>();
        Set<Long> refused = new HashSet<>();
        handle.createQuery(COUNTING.formatted("and purpose = :purpose and channel = :channel")
                        + "select person, case when " + STILL_GIVEN + " then 1 else 0 end as given from known"
                        + " where place = 1 and (said <> 'given' or " + STILL_GIVEN + ")")
                .bind("house", house)
                .bind("purpose", purpose)
                .bind("channel", channel)
                .bind("day", day.toString())
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> (row.getInt("given") == 1 ? given : refused).add(row.getLong("person")))
                .forEach(added -> {});
        return new Spoken(given, refused);
    }

    List<Total> totals(LocalDate day) {
        return handle.createQuery(COUNTING.formatted("")
                        + "select purpose, channel, sum(case when " + STILL_GIVEN + " then 1 else 0 end) as given,"
                        + " sum(case when said = 'objected' then 1 else 0 end) as objected"
                        + " from known where place = 1 group by purpose, channel")
                .bind("house", house)
                .bind("day", day.toString())
                .map((row, context) -> new Total(
                        row.getString("purpose"),
                        row.getString("channel"),
                        row.getLong("given"),
                        row.getLong("objected")))
                .list();
    }

    /** Adds an event. */
    void add(long person, String purpose, String channel, Wish wish, @Nullable Long wording, Actor actor, long at) {
        unnumbered(bind(handle.createUpdate(ADD), person, purpose, channel, wish, wording, actor, at))
                .execute();
    }

    /** Many events to be added. */
    PreparedBatch batch() {
        return handle.prepareBatch(ADD);
    }

    /** Of no import. */
    static <S extends SqlStatement<S>> S unnumbered(S statement) {
        return statement.bindByType("run", null, Integer.class).bindByType("day", null, String.class);
    }

    /** Forgets what an import said. */
    long takeBack(int run) {
        return handle.createUpdate("delete from consent_event where house = :house and run = :run")
                .bind("house", house)
                .bind("run", run)
                .execute();
    }

    /** Binds an event to one statement of several. */
    <S extends SqlStatement<S>> S bind(
            S statement,
            long person,
            String purpose,
            String channel,
            Wish wish,
            @Nullable Long wording,
            Actor actor,
            long at) {
        return statement
                .bind("house", house)
                .bind("person", person)
                .bind("purpose", purpose)
                .bind("channel", channel)
                .bind("said", wish.said().key())
                .bind("at", at)
                .bind("actor", actor.login())
                .bind("way", wish.way())
                .bindByType("wording", wording, Long.class)
                .bindByType("until", wish.until() == null ? null : wish.until().toString(), String.class);
    }
}
