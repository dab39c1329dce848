package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.PerformanceLine;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Performances with what each has sold; only the performances of the page asked for are summed. */
final class LineQuery {

    /** Parameters: $1 house, $2 as of which day, then those of the page. */
    private static final String LINES = """
            with page as materialized (%s)
            select page.id, title, genre, venue.name, hall, starts_local, day, state, capacity, held, set_aside,
              tickets, free_tickets, reserved, amount
            from page
            left join (select id, title, genre from production where house = $1) shown on shown.id = page.production
            left join (select id, name from venue where house = $1) venue on venue.id = page.venue
            left join (
              select performance, sum(tickets)::bigint as tickets, sum(free_tickets)::bigint as free_tickets,
                sum(reserved)::bigint as reserved, sum(amount)::bigint as amount
              from daily_cube
              where house = $1 and day <= $2 and performance in (select id from page)
              group by performance having sum(lines) > 0
            ) sums on sums.performance = page.id
            order by day, starts_at, page.id
            """;

    private static final String SPAN = """
            select * from performance where house = $1 and day between $3 and $4%s
            order by day, starts_at, id limit $5 offset $6""";
    private static final String OF_SPAN = LINES.formatted(SPAN.formatted(""));
    private static final String SHOWN_OF_SPAN = LINES.formatted(SPAN.formatted(" and set_aside is null"));
    private static final String OF_ONE = LINES.formatted("select * from performance where house = $1 and id = $3");

    private LineQuery() {}

    static List<PerformanceLine> page(
            Connection connection, HouseId house, LocalDate from, LocalDate to, LocalDate asOf, int offset, int limit)
            throws SQLException {
        return page(connection, OF_SPAN, house, from, to, asOf, offset, limit);
    }

    /** The next from a day on, as known on that day, without those that are set aside. */
    static List<PerformanceLine> next(Connection connection, HouseId house, LocalDate from, LocalDate to, int limit)
            throws SQLException {
        return page(connection, SHOWN_OF_SPAN, house, from, to, from, 0, limit);
    }

    private static List<PerformanceLine> page(
            Connection connection,
            String sql,
            HouseId house,
            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            int offset,
            int limit)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, asOf);
            query.setObject(3, from);
            query.setObject(4, to);
            query.setInt(5, limit);
            query.setInt(6, offset);
            return lines(query);
        }
    }

    static Optional<PerformanceLine> one(Connection connection, HouseId house, long performance, LocalDate asOf)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_ONE)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, asOf);
            query.setLong(3, performance);
            return lines(query).stream().findFirst();
        }
    }

    private static List<PerformanceLine> lines(PreparedStatement query) throws SQLException {
        List<PerformanceLine> lines = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                lines.add(line(row));
            }
        }
        return lines;
    }

    private static PerformanceLine line(ResultSet row) throws SQLException {
        String state = row.getString("state");
        Integer capacity = whole(row, "capacity");
        Integer held = whole(row, "held");
        long tickets = row.getLong("tickets");
        boolean sold = !row.wasNull();
        int seats = capacity == null ? 0 : capacity - (held == null ? 0 : held);
        Timestamp starts = row.getTimestamp("starts_local");
        Date day = row.getDate("day");
        return new PerformanceLine(
                row.getLong("id"),
                row.getString("title"),
                row.getString("genre"),
                row.getString("name"),
                row.getString("hall"),
                starts == null ? null : starts.toLocalDateTime(),
                day.toLocalDate(),
                state,
                capacity,
                held,
                tickets,
                row.getLong("free_tickets"),
                row.getLong("reserved"),
                row.getLong("amount"),
                sold && seats > 0 && !state.equals("cancelled") ? Double.valueOf((double) tickets / seats) : null,
                row.getString("set_aside"));
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
