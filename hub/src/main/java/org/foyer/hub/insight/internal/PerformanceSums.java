package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.internal.Programme.Shown;

/** What each performance sold and who came, added up by the traits of performances. */
final class PerformanceSums {

    private record Key(int house, long performance) {}

    private record Sold(
            long tickets,
            long free,
            long reserved,
            long amount,
            long listed,
            long belowList,
            long knownBuyer,
            long discount,
            long discounted) {}

    /** Mean discounts are taken where every ticket of a cell has a list amount, else a sum would lack its other half. */
    private static final String SOLD = """
            select house, performance, sum(tickets), sum(free_tickets), sum(reserved), sum(amount), sum(listed), sum(below_list),
              sum(known_buyer), sum(case when listed = tickets then list_amount - amount end),
              sum(case when listed = tickets then listed end)
            from daily_cube
            where %1$s
            group by house, performance having sum(lines) > 0
            """;

    private static final String SCANNED = """
            select house, performance, sum(scanned) from entry_cube
            where %1$s
            group by house, performance
            """;

    private final Tally tally;

    private PerformanceSums(Tally tally) {
        this.tally = tally;
    }

    /**
     * @param standing remembers the programme
     * @param entries whether who came is asked for too
     */
    static void gather(Connection connection, Scope scope, Standing.Of standing, boolean entries, Tallies tallies)
            throws SQLException {
        List<Shown> programme = Programme.shown(connection, scope, standing);
        Map<Key, Sold> sold = sold(connection, scope);
        Map<Key, Long> scanned = entries ? scanned(connection, scope) : Map.of();
        for (Shown shown : programme) {
            PerformanceSums sums = new PerformanceSums(tallies.of(shown.house()));
            sums.programme(shown);
            Key key = new Key(shown.house(), shown.id());
            Sold one = sold.get(key);
            if (one != null) {
                sums.whole(one);
                sums.onStage(shown, one, scanned.getOrDefault(key, 0L));
            }
        }
    }

    private static Map<Key, Sold> sold(Connection connection, Scope scope) throws SQLException {
        Map<Key, Sold> sold = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(scope.in(SOLD))) {
            scope.bind(connection, query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sold.put(
                            new Key(row.getInt(1), row.getLong(2)),
                            new Sold(
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7),
                                    row.getLong(8),
                                    row.getLong(9),
                                    row.getLong(10),
                                    row.getLong(11)));
                }
            }
        }
        return sold;
    }

    private static Map<Key, Long> scanned(Connection connection, Scope scope) throws SQLException {
        Map<Key, Long> scanned = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(scope.in(SCANNED))) {
            scope.bind(connection, query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    scanned.put(new Key(row.getInt(1), row.getLong(2)), row.getLong(3));
                }
            }
        }
        return scanned;
    }

    private void programme(Shown shown) {
        tally.add("programme", "performances", 1);
        tally.add("programme", "genre", shown.genreKnown() ? 1 : 0);
        tally.add("programme", "capacity", shown.seats() > 0 ? 1 : 0);
    }

    private void whole(Sold sold) {
        tally.add("whole", "performances", 1);
        tally.add("whole", "tickets", sold.tickets);
        tally.add("whole", "free", sold.free);
        tally.add("whole", "amount", sold.amount);
        tally.add("whole", "listed", sold.listed);
        tally.add("whole", "below-list", sold.belowList);
        tally.add("whole", "known-buyer", sold.knownBuyer);
        tally.add("whole", "discount", sold.discount);
        tally.add("whole", "discounted", sold.discounted);
    }

    private void onStage(Shown shown, Sold sold, long scanned) {
        if (!shown.onStage()) {
            return;
        }
        tally.add("on-stage", "performances", 1);
        tally.add("weekday", Integer.toString(shown.day().getDayOfWeek().getValue()), sold.tickets);
        tally.add("month", Integer.toString(shown.day().getMonthValue()), sold.tickets);
        tally.add("place", shown.place(), sold.tickets);
        tally.add("place-performances", shown.place(), 1);
        if (shown.seats() > 0) {
            tally.add("seated", "performances", 1);
            tally.add("seated", "seats", shown.seats());
            tally.add("seated", "tickets", sold.tickets);
            tally.add("seated", "free", sold.free);
            tally.add("seated", "reserved", sold.reserved);
            tally.add("seated", "amount", sold.amount);
        }
        if (shown.potential() > 0) {
            tally.add("valued", "performances", 1);
            tally.add("valued", "potential", shown.potential());
            tally.add("valued", "amount", sold.amount);
        }
        if (shown.played() && sold.tickets > 0) {
            entries(sold.tickets, scanned);
        }
    }

    /** A scanner is held to have worked when at least half of the tickets were scanned. */
    private void entries(long tickets, long scanned) {
        tally.add("attended", "performances", 1);
        if (scanned * 2 >= tickets) {
            tally.add("controlled", "performances", 1);
            tally.add("controlled", "tickets", tickets);
            tally.add("controlled", "scanned", Math.min(scanned, tickets));
        }
    }
}
