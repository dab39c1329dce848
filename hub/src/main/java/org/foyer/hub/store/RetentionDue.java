package org.foyer.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Whose contacts, and which rows of the quarantine, have been kept as long as the house keeps them. Counts are all that leaves;
 * who erases takes the selection itself, inside the warehouse.
 *
 * <p>A period of months ends with the day of the same number, or with the last day of a month that has none (Regulation
 * 1182/71, art. 3): what began on 15 March 2023 and is kept for 36 months is due on 16 March 2026.
 */
public final class RetentionDue {

    /**
     * What comes from the person counts: the last sale or reservation, or what they said since ({@link LastSaid}). Whoever
     * holds a ticket is kept until its performance is over. People without an order count from the import that brought them;
     * when the register does not know its day and they said nothing, they have no due day.
     */
    private static final String BUYERS = """
            select p.person, greatest(
                cast(greatest(coalesce(o.ordered, r.day), s.day) + to_months($3) as date) + 1,
                coalesce(o.last_held + 1, date '0001-01-01')) as due
            from personal.person p
            left join (
              select l.person, max(l.ordered) as ordered, max(f.day) filter (where l.held > 0) as last_held
              from (
                select person, performance, sum(quantity) as held,
                  max(day) filter (where operation in ('sale', 'reservation')) as ordered
                from sale_line where house = $1 and person is not null
                group by person, performance) l
              left join (select id, day from performance where house = $1) f on f.id = l.performance
              group by l.person) o on o.person = p.person
            left join run_day r on r.run = p.run
            left join (
              select unnest($5::bigint[]) as person, date '1970-01-01' + unnest($6::integer[]) as day) s
              on s.person = p.person
            where p.house = $1 and coalesce(o.ordered, r.day, s.day) is not null
            """;

    /** Rows that were mended are among them: they are in the tables now, and their first wording is kept as long. */
    private static final String QUARANTINE = """
            select q.run, cast(r.day + to_months($3) as date) + 1 as due, q.waiting as rows
            from quarantine_waiting q join run_day r on r.run = q.run where q.house = $1
            """;

    private static final String COUNT = """
            with run_day as (select unnest(from_json($4, '[{"run": "INTEGER", "day": "DATE"}]'), recursive := true)),
            due as materialized (%s),
            next as (select min(due) as day from due where due > $2)
            select coalesce(sum(%2$s) filter (where due <= $2), 0), (select day from next),
              coalesce(sum(%2$s) filter (where due = (select day from next)), 0), coalesce(sum(%2$s), 0)
            from due
            """;

    private RetentionDue() {}

    /**
     * What is due.
     *
     * @param held of all that have a due day
     * @param now due today or before
     * @param next the next day after today on which something is due; null when there is none
     * @param then how many on that day
     */
    public record Count(long held, long now, @Nullable LocalDate next, long then) {}

    /**
     * What the register knows of the buyers of a house, in days of its zone.
     *
     * @param runs day of each import of the house
     * @param said day on which people last said something themselves, by their key
     */
    public record Days(Map<Integer, LocalDate> runs, Map<Long, LocalDate> said) {}

    /** Counts buyers whose contacts are due. */
    public static Count buyers(Connection connection, HouseId house, LocalDate today, int months, Days days)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COUNT.formatted(BUYERS, "1"))) {
            bind(query, house, today, months, days.runs());
            bindSaid(query, days.said());
            return count(query);
        }
    }

    /** Counts rows of the quarantine that are due. */
    public static Count quarantine(
            Connection connection, HouseId house, LocalDate today, int months, Map<Integer, LocalDate> runDays)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COUNT.formatted(QUARANTINE, "rows"))) {
            bind(query, house, today, months, runDays);
            return count(query);
        }
    }

    /**
     * Fills the temporary table {@code person_due (person)} with the buyers of a house whose contacts are due, for the work
     * that erases them in the same transaction. Nothing leaves the warehouse.
     *
     * @return how many
     */
    public static long selectBuyers(Connection connection, HouseId house, LocalDate today, int months, Days days)
            throws SQLException {
        String sql = """
                create or replace temp table person_due as
                with run_day as (select unnest(from_json($4, '[{"run": "INTEGER", "day": "DATE"}]'), recursive := true))
                select person from (%s) where due <= $2
                """.formatted(BUYERS);
        try (PreparedStatement make = connection.prepareStatement(sql)) {
            bind(make, house, today, months, days.runs());
            bindSaid(make, days.said());
            make.execute();
        }
        try (PreparedStatement count = connection.prepareStatement("select count(*) from person_due");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Imports of a house whose rows in quarantine are due. */
    public static List<Integer> quarantineRuns(
            Connection connection, HouseId house, LocalDate today, int months, Map<Integer, LocalDate> runDays)
            throws SQLException {
        String sql = """
                with run_day as (select unnest(from_json($4, '[{"run": "INTEGER", "day": "DATE"}]'), recursive := true))
                select run from (%s) where due <= $2 order by run
                """.formatted(QUARANTINE);
        List<Integer> runs = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, house, today, months, runDays);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    runs.add(row.getInt(1));
                }
            }
        }
        return runs;
    }

    private static Count count(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return new Count(row.getLong(4), row.getLong(1), row.getObject(2, LocalDate.class), row.getLong(3));
        }
    }

    /** Keys and days side by side: there may be as many as buyers. */
    private static void bindSaid(PreparedStatement statement, Map<Long, LocalDate> said) throws SQLException {
        List<Map.Entry<Long, LocalDate>> all = List.copyOf(said.entrySet());
        Object[] people = all.stream().map(Map.Entry::getKey).toArray();
        Object[] days =
                all.stream().map(one -> (int) one.getValue().toEpochDay()).toArray();
        statement.setArray(5, statement.getConnection().createArrayOf("BIGINT", people));
        statement.setArray(6, statement.getConnection().createArrayOf("INTEGER", days));
    }

    private static void bind(
            PreparedStatement statement, HouseId house, LocalDate today, int months, Map<Integer, LocalDate> runDays)
            throws SQLException {
        statement.setShort(1, (short) house.value());
        statement.setObject(2, today);
        statement.setInt(3, months);
        statement.setString(
                4,
                runDays.entrySet().stream()
                        .map(run -> "{\"run\": %d, \"day\": \"%s\"}".formatted(run.getKey(), run.getValue()))
                        .collect(Collectors.joining(",", "[", "]")));
    }
}
