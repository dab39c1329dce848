package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.WeekPoint;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/**
 * Sales by week for the performances of a season, beside those for the season before in the week 364 days earlier, which
 * begins on a Monday too. The week under way is set against as many days of its elder.
 */
final class WeekQuery {

    /**
     * Parameters: $1 house, $2 and $3 first and last day of the season, $4 as of which day, $5 first day of the season
     * before. At most the last 160 weeks.
     */
    private static final String WEEKS = """
            with shown as materialized (
              select id, day < $2 as elder from performance where house = $1 and day between $5 and $3 and $counted
            ),
            week as materialized (
              select date_trunc('week', case when elder then c.day + 364 else c.day end)::date as monday, elder,
                sum(c.tickets) as tickets, sum(c.amount) as amount
              from daily_cube c join shown on shown.id = c.performance
              where c.house = $1 and c.day <= $4 and (not elder or c.day + 364 <= $4)
              group by all
            ),
            span as (select greatest(min(monday), max(monday) - 7 * 159) as first, max(monday) as last from week)
            select grid.monday::date as monday,
              coalesce(sum(tickets) filter (where not elder), 0)::bigint as tickets,
              coalesce(sum(amount) filter (where not elder), 0)::bigint as amount,
              coalesce(sum(tickets) filter (where elder), 0)::bigint as tickets_before,
              coalesce(sum(amount) filter (where elder), 0)::bigint as amount_before
            from (select unnest(generate_series(first, last, interval 7 days)) as monday from span) grid
            left join week on week.monday = grid.monday
            group by grid.monday
            order by grid.monday
            """.replace("$counted", Scope.COUNTED);

    private WeekQuery() {}

    static List<WeekPoint> weeks(Connection connection, HouseId house, Season season, LocalDate asOf)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WEEKS)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, season.from());
            query.setObject(3, season.to());
            query.setObject(4, asOf);
            query.setObject(5, season.previous().from());
            List<WeekPoint> weeks = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    weeks.add(new WeekPoint(
                            row.getDate(1).toLocalDate(),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5)));
                }
            }
            return weeks;
        }
    }
}
