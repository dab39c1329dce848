package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.BookingCurve.Point;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * The booking curve of a performance beside those of comparable ones: same house, same genre where it is known, already
 * played, the latest hundred.
 *
 * <p>Movements are counted on their own day, so that no later cancellation changes an earlier point. A quartile of fewer
 * than four curves is none.
 */
final class CurveQuery {

    /** Parameters: $1 house, $2 performance, $3 as of which day. At most 730 days before, 90 when nothing is sold yet. */
    private static final String CURVE = """
            with own as materialized (
              select p.id, p.day, p.starts_local::date as night, p.capacity - coalesce(p.held, 0) as seats,
                production.genre
              from performance p
              left join production on production.house = $1 and production.id = p.production
              where p.house = $1 and p.id = $2
            ),
            peer as materialized (
              select p.id, p.day, p.starts_local::date as night, p.capacity - coalesce(p.held, 0) as seats
              from performance p
              left join production on production.house = $1 and production.id = p.production
              cross join own
              where p.house = $1 and p.id <> $2 and p.day <= $3 and p.state <> 'cancelled'
                and p.capacity - coalesce(p.held, 0) > 0 and (own.genre is null or production.genre = own.genre)
                and p.id in (select performance from daily_cube where house = $1 and day <= $3)
              order by p.day desc, p.id desc limit 100
            ),
            member as materialized (select id, day, night, seats from own union all select * from peer),
            moved as materialized (
              select member.id,
                least(730, case when c.day > member.day and c.day = night then 0 else member.day - c.day end) as before,
                sum(c.tickets) as tickets
              from daily_cube c join member on member.id = c.performance
              where c.house = $1 and c.day <= $3
              group by member.id, before
            ),
            span as materialized (
              select coalesce((select max(before) from moved where id = $2 and before >= 0), 90) as longest
            ),
            step as (
              select id, least(before, longest) as before, sum(tickets) as tickets
              from moved cross join span where before >= 0 group by all
            ),
            curve as materialized (
              select member.id, member.seats, grid.before,
                coalesce(sum(step.tickets) over (partition by member.id order by grid.before desc), 0) as tickets
              from member
              cross join (select unnest(range(longest + 1))::integer as before from span) grid
              left join step on step.id = member.id and step.before = grid.before
            ),
            band as (
              select before, count(*) as peers, quantile_cont(100.0 * tickets / seats, [0.25, 0.5, 0.75]) as quartiles
              from curve where id <> $2 group by before having count(*) >= 4
            )
            select curve.before, case when own.day - curve.before <= $3 then curve.tickets::bigint end as tickets,
              own.seats, quartiles[1] as low, quartiles[2] as middle, quartiles[3] as high,
              (select count(*) from peer) as peers
            from curve join own on own.id = curve.id left join band on band.before = curve.before
            order by curve.before desc
            """;

    private CurveQuery() {}

    static Optional<BookingCurve> curve(Connection connection, HouseId house, long performance, LocalDate asOf)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(CURVE)) {
            query.setShort(1, (short) house.value());
            query.setLong(2, performance);
            query.setObject(3, asOf);
            List<Point> points = new ArrayList<>();
            int peers = 0;
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    points.add(point(row));
                    peers = row.getInt("peers");
                }
            }
            return points.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BookingCurve(performance, peers, List.copyOf(points)));
        }
    }

    private static Point point(ResultSet row) throws SQLException {
        long counted = row.getLong("tickets");
        Long tickets = row.wasNull() ? null : counted;
        int seats = row.getInt("seats");
        Double rate = tickets == null || seats <= 0 ? null : Double.valueOf(100.0 * tickets / seats);
        return new Point(
                row.getInt("before"), tickets, rate, number(row, "low"), number(row, "middle"), number(row, "high"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
