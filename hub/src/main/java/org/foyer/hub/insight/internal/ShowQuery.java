package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Reads one show of one house: its dates, what each sold by day, and how long before. Never another show of the house. */
final class ShowQuery {

    static final int DATES_MAX = 400;

    private static final Pattern RUN = Pattern.compile("([0-9]{1,18})-([0-9]{1,4})-([0-9]{1,18})");

    /**
     * Parameters: $1 house, $2 production, $3 venue (0: none), $4 season. A production or venue that goes by another identifier
     * since people found the two to be one is found by it.
     */
    private static final String DATES = """
            with asked as (
              select coalesce((select known_as from goes_by where house = $1 and kind = 'production' and thing = $2), $2) as production,
                coalesce((select known_as from goes_by where house = $1 and kind = 'venue' and thing = $3), $3) as venue)
            select p.id, p.day, p.starts_local, p.starts_local::date as night, p.state, p.capacity - coalesce(p.held, 0) as seats,
              p.production, coalesce(p.venue, 0) as place, r.title, v.name, v.city, v.postcode, v.latitude, v.longitude
            from shown_performance p join asked a on p.production = a.production and coalesce(p.venue, 0) = a.venue
            left join (select id, title from production where house = $1) r on r.id = p.production
            left join (select id, name, city, postcode, latitude, longitude from venue where house = $1) v on v.id = p.venue
            where p.house = $1 and season_year(p.day) = $4
            order by p.day, p.starts_at, p.id limit $5
            """;

    /** Parameters: $1 house, $2 performances, $3 as of which day. */
    private static final String SOLD = """
            select performance, day, sum(tickets)::bigint as tickets, sum(amount)::bigint as amount
            from daily_cube
            where house = $1 and performance in (select unnest($2::bigint[])) and day <= $3
            group by performance, day order by day
            """;

    /** Tickets still valid by days before, of those first sold from a day on. $4 that day. */
    private static final String LEAD = """
            select case when c.first_day > p.day and c.first_day = p.starts_local::date then 0 else p.day - c.first_day end as lead,
              sum(c.tickets)::bigint as tickets
            from daily_cube c join (select id, day, starts_local from performance where house = $1) p on p.id = c.performance
            where c.house = $1 and c.performance in (select unnest($2::bigint[])) and c.day <= $3 and c.first_day >= $4
            group by 1 having sum(c.tickets) > 0
            """;

    /** A date. @param seats on sale; null when not known */
    record Date(
            long id,
            LocalDate day,
            @Nullable LocalDateTime starts,
            String state,
            @Nullable Long seats) {

        boolean isOnStage() {
            return !state.equals("cancelled") && !state.equals("postponed");
        }
    }

    /** The show itself. @param id by which it goes today */
    record Show(
            String id,
            String title,
            @Nullable String venue,
            @Nullable String town,
            @Nullable String postcode,
            @Nullable GeoPoint where,
            List<Date> dates) {

        List<Long> ids() {
            return dates.stream().map(Date::id).toList();
        }
    }

    record Moved(long performance, LocalDate day, long tickets, long amount) {}

    private final Connection connection;
    private final HouseId house;

    ShowQuery(Connection connection, HouseId house) {
        this.connection = connection;
        this.house = house;
    }

    /** Null when there is no such show any more. */
    @Nullable
    Show show(String id) throws SQLException {
        Matcher run = RUN.matcher(id);
        if (!run.matches()) {
            return null;
        }
        try (PreparedStatement query = connection.prepareStatement(DATES)) {
            query.setShort(1, (short) house.value());
            query.setLong(2, Long.parseLong(run.group(1)));
            query.setLong(3, Long.parseLong(run.group(3)));
            query.setInt(4, Integer.parseInt(run.group(2)));
            query.setInt(5, DATES_MAX);
            try (ResultSet row = query.executeQuery()) {
                return read(row, run.group(2));
            }
        }
    }

    private static @Nullable Show read(ResultSet row, String season) throws SQLException {
        List<Date> dates = new ArrayList<>();
        Show first = null;
        while (row.next()) {
            long seats = row.getLong("seats");
            boolean known = !row.wasNull() && seats > 0;
            dates.add(new Date(
                    row.getLong("id"),
                    row.getObject("day", LocalDate.class),
                    row.getObject("starts_local", LocalDateTime.class),
                    row.getString("state"),
                    known ? Long.valueOf(seats) : null));
            if (first == null) {
                first = new Show(
                        row.getLong("production") + "-" + season + "-" + row.getLong("place"),
                        String.valueOf(row.getString("title")),
                        row.getString("name"),
                        row.getString("city"),
                        row.getString("postcode"),
                        GeoPoint.of(degrees(row, "latitude"), degrees(row, "longitude")),
                        dates);
            }
        }
        return first;
    }

    private static @Nullable Double degrees(ResultSet row, String column) throws SQLException {
        double degrees = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(degrees);
    }

    /** In the order of days. */
    List<Moved> sold(List<Long> performances, LocalDate asOf) throws SQLException {
        List<Moved> sold = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SOLD)) {
            bind(query, performances, asOf);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sold.add(new Moved(
                            row.getLong(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getLong(4)));
                }
            }
        }
        return sold;
    }

    NavigableMap<Integer, Long> leads(List<Long> performances, LocalDate from, LocalDate asOf) throws SQLException {
        Map<Integer, Long> leads = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(LEAD)) {
            bind(query, performances, asOf);
            query.setObject(4, from);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    leads.merge(row.getInt(1), row.getLong(2), Long::sum);
                }
            }
        }
        return new TreeMap<>(leads);
    }

    private void bind(PreparedStatement query, List<Long> performances, LocalDate asOf) throws SQLException {
        query.setShort(1, (short) house.value());
        query.setArray(2, connection.createArrayOf("BIGINT", performances.toArray()));
        query.setObject(3, asOf);
    }
}
