package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Performances from two years back to 60 days ahead, not cancelled, with what each has sold so far. */
final class RecentSales {

    /** Sales earlier than so many days before a performance are not told apart. */
    static final int DAYS_AHEAD_MAX = 60;

    /**
     * One performance.
     *
     * @param seats on sale, 0 when not known
     * @param onSale any movement is known
     * @param sold tickets sold at least so many days before, for 0 to 60 days; later ones count as sold on the day
     */
    record Recent(
            long id,
            String title,
            @Nullable String genre,
            LocalDate day,
            long seats,
            boolean onSale,
            List<Long> sold,
            long scanned) {

        long tickets() {
            return sold.get(0);
        }

        /** Tickets per 100 seats, rounded; 0 when seats are not known. */
        long percent() {
            return seats > 0 ? Math.round(100.0 * tickets() / seats) : 0;
        }
    }

    /** Parameters: $1 house, $2 today. The latest 4,000, which no house exceeds in two years. */
    private static final String RECENT = """
            select p.id, staging.title, staging.genre, p.day, greatest(p.capacity - coalesce(p.held, 0), 0) as seats, scanned
            from performance p
            left join (select id, title, genre from production where house = $1) staging on staging.id = p.production
            left join (
              select performance, sum(scanned) as scanned from entry_cube
              where house = $1 and day <= $2 group by performance) entries on entries.performance = p.id
            where p.house = $1 and p.day between $2::date - 730 and $2::date + 60 and $counted and p.state not in ('cancelled', 'postponed')
            order by p.day desc, p.starts_at desc, p.id desc limit 4000
            """.replace("$counted", Scope.COUNTED);

    private static final String MOVED = """
            select c.performance, least(greatest(p.day - c.day, 0), 60) as before, sum(c.tickets)
            from daily_cube c join (
              select id, day from performance
              where house = $1 and day between $2::date - 730 and $2::date + 60 and $counted) p on p.id = c.performance
            where c.house = $1 and c.day <= $2
            group by all
            """.replace("$counted", Scope.COUNTED);

    private RecentSales() {}

    /** Latest first. */
    static List<Recent> of(Connection connection, HouseId house, LocalDate today) throws SQLException {
        Map<Long, long[]> moved = moved(connection, house, today);
        List<Recent> recent = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(RECENT)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, today);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String title = row.getString("title");
                    long[] sold = moved.get(row.getLong("id"));
                    recent.add(new Recent(
                            row.getLong("id"),
                            title == null ? "" : title,
                            row.getString("genre"),
                            row.getDate("day").toLocalDate(),
                            row.getLong("seats"),
                            sold != null,
                            cumulated(sold == null ? new long[DAYS_AHEAD_MAX + 1] : sold),
                            row.getLong("scanned")));
                }
            }
        }
        return recent;
    }

    private static Map<Long, long[]> moved(Connection connection, HouseId house, LocalDate today) throws SQLException {
        Map<Long, long[]> moved = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(MOVED)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, today);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long[] byDay = moved.computeIfAbsent(row.getLong(1), made -> new long[DAYS_AHEAD_MAX + 1]);
                    byDay[row.getInt(2)] = row.getLong(3);
                }
            }
        }
        return moved;
    }

    private static List<Long> cumulated(long[] byDay) {
        Long[] sold = new Long[byDay.length];
        long sum = 0;
        for (int before = byDay.length - 1; before >= 0; before--) {
            sum += byDay[before];
            sold[before] = sum;
        }
        return List.of(sold);
    }
}
