package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import org.foyer.hub.model.HouseId;

/**
 * Who holds tickets for what, read once in a pass over a house's sale lines and kept in temporary tables for as many questions as are asked
 * of it: as of a day, and as of the ends of the months before. A visit all of whose lines are of one month was the same at each
 * of these ends, so it is summed once; the few whose lines are of several are summed for each.
 *
 * <p>People are those of the audience: buyers that hold tickets for a performance that was neither cancelled nor postponed, those
 * that linking found to be one counted once, without those who objected to it.
 */
final class SegmentVisits {

    /** Parameters: $1 house, $2 the last day, $3 a day of the first month that is told apart. */
    private static final String LINES = """
            from sale_line s
            left join (select person, one_person from same_person where house = $1 and one_person <> person) o on o.person = s.person
            where s.house = $1 and s.person is not null and s.day <= $2 and s.operation in ('sale', 'cancellation')
              and s.person not in (select person from uncounted_buyer where house = $1)
              and s.performance in (select id from performance
                where house = $1 and state not in ('cancelled', 'postponed') and $counted)
            """.replace("$counted", Scope.COUNTED);

    /** 0 for the first month and all before it, 1 for the next. */
    private static final String MONTH = "greatest(date_diff('month', $3::date, s.day), 0)";

    private static final String VISITS = """
            create or replace temp table segment_visit as
            select coalesce(o.one_person, s.person) as person, s.performance, min($month) as first_month, max($month) as last_month,
              sum(s.quantity)::integer as tickets, min(s.first_day) as bought, max(s.day) filter (s.operation = 'sale') as last_bought,
              sum(s.amount)::bigint as amount
            """.replace("$month", MONTH) + LINES + " group by 1, 2";

    private static final String MOVES = """
            create or replace temp table segment_move as
            select coalesce(o.one_person, s.person) as person, s.performance, $month as month, sum(s.quantity)::integer as tickets,
              min(s.first_day) as bought, max(s.day) filter (s.operation = 'sale') as last_bought, sum(s.amount)::bigint as amount
            """.replace("$month", MONTH) + LINES + """
             and (coalesce(o.one_person, s.person), s.performance) in (
                select (person, performance) from segment_visit where first_month < last_month)
            group by 1, 2, 3
            """;

    private static final String TICKETS = """
            create or replace temp table segment_ticket as
            select coalesce(o.one_person, s.person) as person, s.performance, s.tariff, s.channel, $month as month,
              sum(s.quantity)::integer as tickets
            """.replace("$month", MONTH) + LINES + " group by 1, 2, 3, 4, 5";

    private static final String OF_ONE_MONTH = """
            select person, performance, bought, last_bought, amount from segment_visit
                where first_month = last_month and last_month <= $3 and tickets > 0""";

    private static final String OF_SEVERAL = """
            select person, performance, min(bought) as bought, max(last_bought) as last_bought, sum(amount) as amount from segment_move
                where month <= $3 group by person, performance having sum(tickets) > 0""";

    private static final String VISIT = """
            visit as materialized (
              select v.person, v.performance, p.day, p.genre, p.production, v.bought, v.last_bought, v.amount
              from (
                $visits) v
              join (
                select f.id, f.day, f.production, g.genre from performance f
                left join (select id, genre from production where house = $1) g on g.id = f.production
                where f.house = $1) p on p.id = v.performance)
            """;

    private SegmentVisits() {}

    /**
     * The table {@code visit}, one row for each person and performance that they hold tickets for. Parameters: $1 house, $3 the number
     * of the last month that counts.
     *
     * @param months as in {@link #gather}
     */
    static String visit(int months) {
        return VISIT.replace("$visits", months == 0 ? OF_ONE_MONTH : OF_ONE_MONTH + " union all " + OF_SEVERAL);
    }

    /**
     * Makes the tables, to be taken away by {@link #drop}.
     *
     * @param months before that of the day that are told apart, at least 0; the number of the day's own month
     * @param tickets whether it is asked by which tariff or channel somebody bought
     */
    static void gather(Connection connection, HouseId house, LocalDate day, int months, boolean tickets)
            throws SQLException {
        LocalDate first = YearMonth.from(day).minusMonths(months).atDay(1);
        make(connection, VISITS, house, day, first);
        if (months > 0) {
            make(connection, MOVES, house, day, first);
        }
        if (tickets) {
            make(connection, TICKETS, house, day, first);
        }
    }

    private static void make(Connection connection, String sql, HouseId house, LocalDate day, LocalDate first)
            throws SQLException {
        try (PreparedStatement made = connection.prepareStatement(sql)) {
            made.setShort(1, (short) house.value());
            made.setObject(2, day);
            made.setObject(3, first);
            made.execute();
        }
    }

    /** Frees their memory; a connection lives longer than a question. */
    static void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "drop table if exists segment_visit; drop table if exists segment_move; drop table if exists segment_ticket");
        }
    }
}
