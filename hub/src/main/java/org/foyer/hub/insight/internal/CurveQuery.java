package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the booking curve of a performance needs: its own net tickets by day and those of comparable ones, which are
 * of the same house, of the same genre where it is known, already played and sold; the latest hundred.
 *
 * <p>Two small queries and {@link CurveSums}: one query with the curves in it took twice as long, most of it to plan.
 */
final class CurveQuery {

    private static final int PEERS_MAX = 100;

    /** Parameters: $1 house, $2 performance, $3 as of which day. The performance itself first, then the latest. */
    private static final String MEMBERS = """
            with staged as materialized (
              select p.id, p.day, p.starts_local::date as night, p.capacity - coalesce(p.held, 0) as seats, p.state, genre
              from performance p
              left join (select id, genre from production where house = $1) staging on staging.id = p.production
              where p.house = $1 and ($counted or p.id = $2)
            )
            select peer.id, peer.day, peer.night, peer.seats
            from staged peer, (select id, genre from staged where id = $2) own
            where peer.id = own.id or (peer.day <= $3 and peer.state not in ('cancelled', 'postponed') and peer.seats > 0
              and (own.genre is null or peer.genre = own.genre))
            order by peer.id <> own.id, peer.day desc, peer.id desc
            """.replace("$counted", Scope.COUNTED);

    /** Parameters: $1 house, $2 performances, $3 as of which day. */
    private static final String MOVED = """
            select performance, (day - date '1970-01-01')::integer as day, sum(tickets)::bigint as tickets
            from daily_cube
            where house = $1 and performance in (select unnest($2::bigint[])) and day <= $3
            group by performance, day
            """;

    private final Connection connection;
    private final HouseId house;
    private final LocalDate asOf;

    private CurveQuery(Connection connection, HouseId house, LocalDate asOf) {
        this.connection = connection;
        this.house = house;
        this.asOf = asOf;
    }

    static Optional<BookingCurve> curve(Connection connection, HouseId house, long performance, LocalDate asOf)
            throws SQLException {
        CurveQuery query = new CurveQuery(connection, house, asOf);
        List<CurveSums.Member> members = query.members(performance);
        if (members.isEmpty() || members.get(0).id() != performance) {
            return Optional.empty();
        }
        CurveSums sums = new CurveSums(members.get(0));
        int next = 0;
        while (next < members.size() && sums.peers() < PEERS_MAX) {
            int most = next + PEERS_MAX - sums.peers() + (next == 0 ? 1 : 0);
            List<CurveSums.Member> some = members.subList(next, Math.min(members.size(), most));
            query.addMoved(some, sums);
            next += some.size();
        }
        return Optional.of(sums.curve(asOf));
    }

    private List<CurveSums.Member> members(long performance) throws SQLException {
        List<CurveSums.Member> members = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(MEMBERS)) {
            query.setShort(1, (short) house.value());
            query.setLong(2, performance);
            query.setObject(3, asOf);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    members.add(new CurveSums.Member(
                            row.getLong("id"),
                            row.getObject("day", LocalDate.class).toEpochDay(),
                            night(row.getObject("night", LocalDate.class)),
                            row.getInt("seats")));
                }
            }
        }
        return members;
    }

    private static long night(@Nullable LocalDate night) {
        return night == null ? Long.MIN_VALUE : night.toEpochDay();
    }

    private void addMoved(List<CurveSums.Member> some, CurveSums sums) throws SQLException {
        Map<Long, Map<Long, Long>> moved = new LinkedHashMap<>();
        some.forEach(member -> moved.put(member.id(), new LinkedHashMap<>()));
        try (PreparedStatement query = connection.prepareStatement(MOVED)) {
            query.setShort(1, (short) house.value());
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "BIGINT", some.stream().map(CurveSums.Member::id).toArray()));
            query.setObject(3, asOf);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    moved.getOrDefault(row.getLong(1), new LinkedHashMap<>()).put(row.getLong(2), row.getLong(3));
                }
            }
        }
        some.forEach(member -> sums.add(member, moved.getOrDefault(member.id(), Map.of())));
    }
}
