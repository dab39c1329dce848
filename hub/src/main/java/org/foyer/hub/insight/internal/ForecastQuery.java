package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.insight.internal.forecast.PlayedShows;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Reads what forecasts of a house need: how the performances of three years back sold by days before, and one still ahead.
 * Movements count on their own day and not after the night, so that later ones change nothing.
 */
final class ForecastQuery {

    /** What is over by the day asked for, the latest 2,000, and how it stands. Parameters: $1 house, $2 as of which day. */
    private static final String PLAYED = """
            select p.id, p.production, genre, p.day, greatest(p.capacity - coalesce(p.held, 0), 0) as seats
            from performance p
            left join (select id, genre from production where house = $1) staging on staging.id = p.production
            where p.house = $1 and p.state not in ('cancelled', 'postponed') and $counted and p.day >= $2::date - 1096
              and greatest(p.day, coalesce(p.starts_local::date, p.day)) < $2
            order by p.day desc, p.id desc limit 2000
            """.replace("$counted", Scope.COUNTED);

    private static final String AHEAD = """
            select p.id, p.state, genre, p.day, greatest(p.capacity - coalesce(p.held, 0), 0) as seats
            from performance p
            left join (select id, genre from production where house = $1) staging on staging.id = p.production
            where p.house = $1 and p.id = $2
            """;

    /** Parameters: $1 house, $2 as of which day. */
    private static final String MOVED = """
            select c.performance, least(greatest(p.day - c.day, 0), 180) as before, sum(c.tickets)::bigint as tickets,
              sum(c.amount)::bigint as amount
            from daily_cube c join (
              select id, day, starts_local::date as night from performance
              where house = $1 and day between $2::date - 1096 and $2 and $counted) p on p.id = c.performance
            where c.house = $1 and c.day <= $2 and (c.day <= p.day or c.day = p.night)
            group by all
            """.replace("$counted", Scope.COUNTED);

    private static final String SOLD = """
            select coalesce(sum(tickets), 0)::bigint, coalesce(sum(amount), 0)::bigint from daily_cube
            where house = $1 and performance = $2 and day <= $3
            """;

    private static final String LAST = "select max(day) from daily_cube where house = $1 and day <= $2";

    /**
     * A performance asked about, as known on a day.
     *
     * @param seats 0 when not known
     * @param amount minor units, of the {@code sold} tickets
     */
    record Ahead(String state, @Nullable String genre, LocalDate day, int seats, long sold, long amount) {

        float price() {
            return sold > 0 ? (float) amount / sold : Float.NaN;
        }
    }

    /** What was played, and the numbers of its genres. */
    record Played(PlayedShows shows, Map<String, Integer> genres) {

        int genre(@Nullable String genre) {
            return genre == null ? -1 : genres.getOrDefault(genre, genres.size());
        }
    }

    private ForecastQuery() {}

    /** The last day until which sales are known; empty when none is. */
    static Optional<LocalDate> knownUntil(Connection connection, HouseId house, LocalDate asOf) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, asOf);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        }
    }

    static Optional<Ahead> ahead(Connection connection, HouseId house, long performance, LocalDate asOf)
            throws SQLException {
        long[] sold = sold(connection, house, performance, asOf);
        try (PreparedStatement query = connection.prepareStatement(AHEAD)) {
            query.setShort(1, (short) house.value());
            query.setLong(2, performance);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Ahead(
                                row.getString("state"),
                                row.getString("genre"),
                                row.getObject("day", LocalDate.class),
                                row.getInt("seats"),
                                sold[0],
                                sold[1]))
                        : Optional.empty();
            }
        }
    }

    private static long[] sold(Connection connection, HouseId house, long performance, LocalDate asOf)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SOLD)) {
            query.setShort(1, (short) house.value());
            query.setLong(2, performance);
            query.setObject(3, asOf);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new long[] {row.getLong(1), row.getLong(2)};
            }
        }
    }

    static Played played(Connection connection, HouseId house, LocalDate asOf) throws SQLException {
        Map<Long, long[][]> moved = moved(connection, house, asOf);
        Played played = new Played(new PlayedShows(), new HashMap<>());
        try (PreparedStatement query = connection.prepareStatement(PLAYED)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, asOf);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long[][] curve = moved.get(row.getLong("id"));
                    if (curve != null) {
                        add(played, row, curve);
                    }
                }
            }
        }
        return played;
    }

    private static void add(Played played, ResultSet row, long[][] curve) throws SQLException {
        String genre = row.getString("genre");
        int[] tickets = new int[PlayedShows.HORIZON + 1];
        float[] prices = new float[PlayedShows.HORIZON + 1];
        long sold = 0;
        long amount = 0;
        for (int before = PlayedShows.HORIZON; before >= 0; before--) {
            sold += curve[0][before];
            amount += curve[1][before];
            tickets[before] = (int) sold;
            prices[before] = sold > 0 ? (float) amount / sold : Float.NaN;
        }
        played.shows()
                .add(
                        row.getLong("production"),
                        genre == null
                                ? -1
                                : played.genres()
                                        .computeIfAbsent(
                                                genre, made -> played.genres().size()),
                        row.getObject("day", LocalDate.class).toEpochDay(),
                        row.getInt("seats"),
                        tickets,
                        prices);
    }

    private static Map<Long, long[][]> moved(Connection connection, HouseId house, LocalDate asOf) throws SQLException {
        Map<Long, long[][]> moved = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(MOVED)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, asOf);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long[][] curve =
                            moved.computeIfAbsent(row.getLong(1), made -> new long[2][PlayedShows.HORIZON + 1]);
                    curve[0][row.getInt(2)] = row.getLong(3);
                    curve[1][row.getInt(2)] = row.getLong(4);
                }
            }
        }
        return moved;
    }
}
