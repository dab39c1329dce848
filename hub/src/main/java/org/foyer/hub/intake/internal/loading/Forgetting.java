package org.foyer.hub.intake.internal.loading;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.RetentionDue;

/** Takes people out of the warehouse. Their movements stay, without them, so that every total stays what it was. */
public final class Forgetting {

    /** Under which contacts files may know people whose contacts were put right here. */
    private static final String CORRECTED = """
            select case when field = 'email' then word end, case when field = 'phone' then word end, null, null
            from remembered_word where field in ('email', 'phone')
            union all select null, null, l.word, f.word from (
                select person, word from remembered_word where field = 'last_name'
                union select person, last_name from remembered) l
              join (
                select person, word from remembered_word where field = 'first_name'
                union select person, first_name from remembered) f on f.person = l.person
              where l.person in (select person from remembered_word)
            """;

    private final Connection connection;
    private final Sql sql;
    private final int house;
    private final String zone;

    /** @param zone IANA name of the house's zone */
    public Forgetting(Connection transaction, int house, String zone) {
        this.connection = transaction;
        this.sql = new Sql(transaction);
        this.house = house;
        this.zone = zone;
    }

    /** How many rows lost what they said of the people. */
    public record Counts(long people, long statements, long saleLines, long quarantine) {}

    /**
     * How people are known, now and from before.
     *
     * @param references under which tools know them
     * @param digests for their tombstones: of the references, and of e-mails that nobody else of the house uses
     */
    public record Remembered(Traces traces, List<String> references, List<String> digests) {}

    /** What the warehouse knows of people. */
    public Remembered remembered(List<Long> persons) throws SQLException {
        sql.run("create or replace temp table remembered as " + Sealed.openPeople(house, keys(persons)));
        sql.run("create or replace temp table remembered_before as " + Sealed.openStatements(house, keys(persons)));
        sql.run("create or replace temp table remembered_word as " + Corrections.words(house, keys(persons)));
        String before = "remembered_before s join remembered p using (person)";
        List<Traces.Known> known = sql.list(
                row -> new Traces.Known(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                "select distinct lower(email), phone, lower(last_name), lower(first_name) from ("
                        + "select email, phone, last_name, first_name from remembered union all"
                        + " select s.email, s.phone, coalesce(s.last_name, p.last_name), coalesce(s.first_name, p.first_name)"
                        + " from " + before + " union all " + CORRECTED + ")");
        List<String> references = sql.list(row -> row.getString(1), "select distinct buyer_ref from remembered");
        // the box office's own address must not shut out its next customer
        List<String> digests = sql.list(
                row -> row.getString(1),
                "select " + Tombstone.ofReference(house, "buyer_ref") + " from remembered union select "
                        + Tombstone.ofEmail(house, "email")
                        + " from (select email from remembered union select email from remembered_before union"
                        + " select word from remembered_word where field = 'email')"
                        + " where email is not null and personal.number_of(" + house + ", 'e-mail', email) not in ("
                        + "select email_key from personal.person where house = " + house
                        + " and email_key is not null and person not in (" + keys(persons) + ")) order by 1");
        return new Remembered(new Traces(known), references, digests);
    }

    /** Of tombstones, those whose person did not come back since. */
    public List<Tombstone> stillAway(List<Tombstone> tombstones) throws SQLException {
        ForgottenBuyers.prepare(sql, tombstones);
        return sql.list(
                row -> new Tombstone(row.getString(1), row.getString(2)),
                "select digest, cast(until_day as varchar) from tombstone where digest not in (select "
                        + Tombstone.ofReference(house, "buyer_ref") + " from personal.buyer where house = " + house
                        + " union all select " + Tombstone.ofEmail(house, "email")
                        + " from personal.buyer where house = " + house + " and email is not null) order by digest");
    }

    /** Lines of a run's file that wait in the quarantine. */
    public static List<Long> waiting(Connection connection, int house, int run, int file) throws SQLException {
        return new Sql(connection)
                .list(
                        row -> row.getLong(1),
                        "select distinct line from personal.quarantine where house = " + house
                                + " and run = ? and file = ?",
                        run,
                        file);
    }

    /** Keys of those whose contacts have been kept as long as they may be, some of them where they are many. */
    public List<Long> due(LocalDate today, int months, RetentionDue.Days days, int limit) throws SQLException {
        RetentionDue.selectBuyers(connection, new HouseId(house), today, months, days);
        return sql.list(row -> row.getLong(1), "select person from person_due order by person limit " + limit);
    }

    /** Takes them out. */
    public Counts forget(List<Long> persons, Traces traces) throws SQLException {
        String of = " where house = " + house + " and person in (" + keys(persons) + ")";
        sql.run("create or replace temp table forgotten_from as select distinct performance from sale_line" + of);
        long lines = sql.change("update sale_line set person = null" + of);
        new Cubes(sql, house, zone).recount("forgotten_from");
        long statements = sql.change("delete from personal.person_statement" + of);
        sql.run("delete from personal.correction" + of);
        sql.run("delete from figures_objection" + of);
        long people = sql.change("delete from personal.person" + of);
        // who was one person with them is found anew: their keys stand in the rows of others too
        for (String table : List.of("same_person", "match_pair", "linked")) {
            sql.run("delete from " + table + " where house = " + house);
        }
        sql.run("delete from link_trace" + of);
        sql.run("delete from link_edge where house = " + house + " and (one in (" + keys(persons) + ") or other in ("
                + keys(persons) + "))");
        long waiting = sql.change("delete from personal.quarantine where house = " + house
                + " and (run, file, line) in (select (run, file, line) from personal.quarantine_row where house = "
                + house
                + " and (" + traces.namedIn("raw") + " or " + traces.namedIn("value") + "))");
        sql.run("delete from personal.mended where house = " + house
                + " and (run, file, line) not in (select (run, file, line) from personal.quarantine where house = "
                + house + ")");
        People.recount(sql, house);
        return new Counts(people, statements, lines, waiting);
    }

    /** Takes out of the quarantine rows of a file that name people who were forgotten before. */
    public long dropWaiting(int run, int file, List<Long> lines) throws SQLException {
        return lines.isEmpty()
                ? 0
                : sql.change(
                        "delete from personal.quarantine where house = " + house
                                + " and run = ? and file = ? and line in (select cast(unnest(?) as bigint))",
                        run,
                        file,
                        sql.texts(lines.stream().map(String::valueOf).toList()));
    }

    /** Empties the quarantine of some runs. */
    public long dropWaiting(Collection<Integer> runs) throws SQLException {
        String of = " where house = " + house + " and run in (select cast(unnest(?) as integer))";
        Array numbers = sql.texts(runs.stream().map(String::valueOf).toList());
        sql.change("delete from personal.mended" + of, numbers);
        return sql.change("delete from personal.quarantine" + of, numbers);
    }

    /** Brings the copies of reports of runs into line with the register. */
    public void reports(Map<Integer, String> reports) throws SQLException {
        for (Map.Entry<Integer, String> of : reports.entrySet()) {
            sql.change("update run_mark set report = ? where run = ? and house = " + house, of.getValue(), of.getKey());
        }
    }

    private static String keys(List<Long> persons) {
        return persons.isEmpty()
                ? "null"
                : persons.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
