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

/** The performances of a season, with what figures need to know of each. */
final class Programme {

    /**
     * One performance of a house.
     *
     * @param onStage not cancelled
     * @param played on stage, and its day has come
     * @param seats on sale, 0 when not known
     * @param potential minor units, 0 when not known
     * @param place in its run: first, middle, last or only; empty when cancelled
     */
    record Shown(
            int house,
            long id,
            LocalDate day,
            boolean onStage,
            boolean played,
            long seats,
            long potential,
            boolean genreKnown,
            String place) {}

    /** A performance and what it is a date of. */
    record Found(Shown shown, long production) {
        private Run run() {
            return new Run(shown.house, production);
        }
    }

    private record Run(int house, long production) {}

    private static final String SEASON = """
            select p.house, p.id, p.day, p.state not in ('cancelled', 'postponed') as on_stage, greatest(p.capacity - coalesce(p.held, 0), 0) as seats,
              p.potential, p.production, staging.genre is not null as genre_known
            from performance p
            left join (select house, id, genre from production where %2$s) staging
              on staging.house = p.house and staging.id = p.production
            where p.%2$s and p.day between $2 and $3 and ($counted or p.id = $asked)
            order by p.day, p.starts_at, p.id
            """;

    private Programme() {}

    /** The performances of the scope in order of day. */
    static List<Shown> shown(Connection connection, Scope scope, Standing.Of standing) throws SQLException {
        List<Found> season = standing.programme(connection, 0);
        Long asked = scope.performance();
        if (asked != null && season.stream().noneMatch(found -> found.shown.id == asked)) {
            season = standing.programme(connection, asked); // a test that is asked for by itself is told
        }
        Map<Run, Integer> lengths = new HashMap<>();
        for (Found found : season) {
            if (found.shown.onStage) {
                lengths.merge(found.run(), 1, Integer::sum);
            }
        }
        Map<Run, Integer> places = new HashMap<>();
        List<Shown> shown = new ArrayList<>();
        for (Found found : season) {
            String place = "";
            if (found.shown.onStage) {
                int number = places.merge(found.run(), 1, Integer::sum);
                place = place(number, lengths.getOrDefault(found.run(), 0));
            }
            if (scope.performance() == null || scope.performance() == found.shown.id) {
                shown.add(placed(found.shown, place, scope.asOf()));
            }
        }
        return shown;
    }

    private static String place(int number, int length) {
        if (length == 1) {
            return "only";
        }
        if (number == 1) {
            return "first";
        }
        return number == length ? "last" : "middle";
    }

    private static Shown placed(Shown shown, String place, LocalDate asOf) {
        return new Shown(
                shown.house,
                shown.id,
                shown.day,
                shown.onStage,
                shown.onStage && !shown.day.isAfter(asOf),
                shown.seats,
                shown.potential,
                shown.genreKnown,
                place);
    }

    /** The performances of the scope's season, of which those that are played hang on the day and are told later. */
    static List<Found> season(Connection connection, Scope scope, long extra) throws SQLException {
        List<Found> season = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql(scope, extra))) {
            scope.bindHouses(connection, query);
            query.setObject(2, scope.season().from());
            query.setObject(3, scope.season().to());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    season.add(found(row));
                }
            }
        }
        return List.copyOf(season);
    }

    private static String sql(Scope scope, long extra) {
        return scope.in(SEASON.replace("$counted", Scope.COUNTED).replace("$asked", Long.toString(extra)));
    }

    private static Found found(ResultSet row) throws SQLException {
        LocalDate day = row.getDate("day").toLocalDate();
        boolean onStage = row.getBoolean("on_stage");
        Shown shown = new Shown(
                row.getInt("house"),
                row.getLong("id"),
                day,
                onStage,
                false,
                row.getLong("seats"),
                row.getLong("potential"),
                row.getBoolean("genre_known"),
                "");
        return new Found(shown, row.getLong("production"));
    }
}
