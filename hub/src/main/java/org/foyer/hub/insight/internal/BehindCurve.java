package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.Attention;
import org.foyer.hub.model.HouseId;

/**
 * Performances of the next 60 days that book clearly later than comparable ones did: a fifth under the lower quartile of
 * tickets per 100 seats that at least four played performances of the same genre had as many days before, and by five
 * tickets at least.
 */
final class BehindCurve {

    /** Parameters: $1 house, $2 today. Comparable performances are those of the last two years. */
    private static final String BEHIND = """
            with member as materialized (
              select p.id, p.day, staging.title, staging.genre, p.capacity - coalesce(p.held, 0) as seats
              from performance p
              left join (select id, title, genre from production where house = $1) staging on staging.id = p.production
              where p.house = $1 and p.day between $2::date - 730 and $2::date + 60 and p.state not in ('cancelled', 'postponed')
                and p.capacity - coalesce(p.held, 0) > 0
            ),
            moved as materialized (
              select member.id, member.day - c.day as before, sum(c.tickets) as tickets
              from daily_cube c join member on member.id = c.performance
              where c.house = $1 and c.day <= $2
              group by all
            ),
            ahead as materialized (
              select member.id, member.day, title, genre, seats, member.day - $2::date as before, sum(tickets) as tickets
              from member join moved on moved.id = member.id
              where member.day > $2
              group by all
            ),
            then_sold as (
              select asked.genre, asked.before, member.id,
                100.0 * sum(case when moved.before >= asked.before then moved.tickets else 0 end) / member.seats as rate
              from (select distinct genre, before from ahead) asked
              join member on member.day <= $2 and (asked.genre is null or member.genre = asked.genre)
              join moved on moved.id = member.id
              group by asked.genre, asked.before, member.id, member.seats
            )
            select ahead.id, title, day::varchar as day, round(tickets * 100 / seats)::bigint as own,
              round(quartile)::bigint as theirs
            from ahead join (
              select genre, before, quantile_cont(rate, 0.25) as quartile
              from then_sold group by genre, before having count(*) >= 4
            ) band on band.genre is not distinct from ahead.genre and band.before = ahead.before
            where tickets * 100.0 < seats * quartile * 0.8 and seats * quartile / 100.0 - tickets >= 5
            order by day, ahead.id limit 20
            """;

    private BehindCurve() {}

    /** Soonest first. */
    static List<Attention> attention(Connection connection, HouseId house, LocalDate today) throws SQLException {
        List<Attention> behind = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(BEHIND)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, today);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    List<String> arguments = List.of(
                            row.getString("title"),
                            row.getString("day"),
                            Long.toString(row.getLong("own")),
                            Long.toString(row.getLong("theirs")));
                    behind.add(new Attention("attention-behind-curve", row.getLong("id"), arguments));
                }
            }
        }
        return behind;
    }
}
