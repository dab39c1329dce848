package org.foyer.hub.insight.internal;

import static org.foyer.hub.insight.internal.Draft.part;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.Figure;

/** How many together: figure 22, from the cube of order sizes. */
final class OrderChapter implements Chapter {

    private static final List<String> SIZES = List.of("1", "2", "3-4", "5-9", "10-24", "25-49", "50+");
    private static final String SMALL_ORDERS = "small-orders";

    private static final String ORDERS = """
            select house, size, sum(orders)::bigint as orders
            from order_cube
            where %1$s
            group by house, size
            having sum(orders) > 0
            """;

    @Override
    public Set<String> indicators() {
        return Set.of("order-size", "tickets-per-order");
    }

    @Override
    public void gather(Connection connection, Scope scope, Standing.Of standing, Tallies tallies) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(scope.in(ORDERS))) {
            scope.bind(connection, query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Tally tally = tallies.of(row.getInt("house"));
                    long size = row.getLong("size");
                    long orders = row.getLong("orders");
                    tally.add("order", classOf(size), size * orders);
                    tally.add("orders", "tickets", size * orders);
                    if (size < 10) {
                        tally.add(SMALL_ORDERS, "orders", orders);
                        tally.add(SMALL_ORDERS, "tickets", size * orders);
                    }
                }
            }
        }
    }

    private static String classOf(long size) {
        if (size < 10) {
            return size < 3 ? Long.toString(size) : size < 5 ? "3-4" : "5-9";
        }
        return size < 25 ? "10-24" : size < 50 ? "25-49" : "50+";
    }

    @Override
    public List<Figure> figures(Tally tally, Dictionary dictionary) {
        long tickets = tally.sum("whole", "tickets");
        long ordered = tally.sum("orders", "tickets");
        long orders = tally.sum(SMALL_ORDERS, "orders");
        return List.of(
                dictionary
                        .draft("order-size")
                        .basis(ordered)
                        .coverage(ordered, tickets)
                        .parts(SIZES.stream()
                                .map(size -> part(size, tally.sum("order", size), ordered))
                                .toList())
                        .distribution("order-missing", "order_ref"),
                dictionary
                        .draft("tickets-per-order")
                        .basis(orders)
                        .coverage(ordered, tickets)
                        .quotient(
                                tally.sum(SMALL_ORDERS, "tickets"),
                                orders,
                                ordered > 0 ? "only-groups" : "order-missing",
                                ordered > 0 ? new String[0] : new String[] {"order_ref"}));
    }
}
