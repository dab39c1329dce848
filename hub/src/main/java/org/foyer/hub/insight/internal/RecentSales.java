package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.model.HouseId;

/** Performances from a year back to 60 days ahead, not cancelled, with what each has sold so far. */
final class RecentSales {

    /**
     * One performance.
     *
     * @param seats on sale, 0 when not known
     * @param onSale any movement is known
     */
    record Recent(long id, String title, LocalDate day, long seats, boolean onSale, long tickets, long scanned) {

        /** Tickets per 100 seats, rounded; 0 when seats are not known. */
        long percent() {
            return seats > 0 ? Math.round(100.0 * tickets / seats) : 0;
        }
    }

    /** Parameters: $1 house, $2 today. The latest 2,000, which no house exceeds in a year. */
    private static final String RECENT = """
            select p.id, staging.title, p.day, greatest(p.capacity - coalesce(p.held, 0), 0) as seats,
              coalesce(sums.lines, 0) > 0 as on_sale, sums.tickets, entries.scanned
            from performance p
            left join (select id, title from production where house = $1) staging on staging.id = p.production
            left join (
              select performance, sum(lines) as lines, sum(tickets) as tickets from daily_cube
              where house = $1 and day <= $2 group by performance) sums on sums.performance = p.id
            left join (
              select performance, sum(scanned) as scanned from entry_cube
              where house = $1 and day <= $2 group by performance) entries on entries.performance = p.id
            where p.house = $1 and p.day between $2::date - 365 and $2::date + 60 and p.state not in ('cancelled', 'postponed')
            order by p.day desc, p.starts_at desc, p.id desc limit 2000
            """;

    private RecentSales() {}

    /** Latest first. */
    static List<Recent> of(Connection connection, HouseId house, LocalDate today) throws SQLException {
        List<Recent> recent = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(RECENT)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, today);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String title = row.getString("title");
                    recent.add(new Recent(
                            row.getLong("id"),
                            title == null ? "" : title,
                            row.getDate("day").toLocalDate(),
                            row.getLong("seats"),
                            row.getBoolean("on_sale"),
                            row.getLong("tickets"),
                            row.getLong("scanned")));
                }
            }
        }
        return recent;
    }
}
