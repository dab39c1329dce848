package org.foyer.hub.insight.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.foyer.hub.insight.ExpectedMoney.Tried;
import org.foyer.hub.insight.internal.customers.PurchaseRow.Past;
import org.foyer.hub.insight.internal.customers.PurchaseWorth.Spent;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** What the buyers of {@link PurchaseQuery} paid, in sums of many and, buyer by buyer, only within the engine. */
final class MoneyQuery {

    /** Rows that gamma-gamma is fitted to, at most: means of about a tenth more stand in the next. */
    private static final int SPENT_MAX = 8_000;

    private static final String SPENT = PurchaseQuery.LAID + """
            , spent as (select repeats + 1 as purchases, paid / (repeats + 1.0) as mean from laid where paid > 0)
            select purchases, avg(mean), count(*), (select corr(purchases, mean) from spent where purchases > 1)
            from spent group by purchases, round(10 * ln(mean)) order by 3 desc, 1, 2 limit\s""" + SPENT_MAX;

    /** Parameters beside those of the pasts: $6 to $8 past, $9 purchases expected of it, $10 to $12 p, q and v. */
    private static final String TRIED =
            PurchaseQuery.LAID + """
            , outlook as (
              select unnest($6::integer[]) as repeats, unnest($7::integer[]) as last, unnest($8::integer[]) as observed,
                unnest($9::double[]) as purchases)
            , buyer as (
              select o.purchases * $10 * ($12 + l.paid) / ($10 * (l.repeats + 1) + $11 - 1) as told, l.paid_before, l.paid_later
              from laid l join outlook o on o.repeats = l.repeats and o.last = l.last_week::integer
                and o.observed = $length)
            select sum(paid_later), sum(told), avg(abs(told - paid_later)), sum(paid_before), avg(abs(paid_before - paid_later))
            from buyer
            """.replace("$length", PurchaseQuery.LENGTH.replace("last_week", "l.last_week"));

    private MoneyQuery() {}

    /** @param correlation of number and worth of the purchases of those who came back, null when it is not known */
    record Means(List<Spent> spent, @Nullable Double correlation) {}

    static Means means(Connection connection, HouseId house, LocalDate until, LocalDate end) throws SQLException {
        List<Spent> spent = new ArrayList<>();
        Double correlation = null;
        try (PreparedStatement query = connection.prepareStatement(SPENT)) {
            PurchaseQuery.bind(query, house, until, end, PurchaseQuery.ROWS_MAX);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    spent.add(new Spent(row.getInt(1), row.getDouble(2), row.getLong(3)));
                    double found = row.getDouble(4);
                    correlation = row.wasNull() || !Double.isFinite(found) ? null : found;
                }
            }
        }
        return new Means(spent, correlation);
    }

    /**
     * What is told of each buyer, against what they paid after the end.
     *
     * @param expected purchases of a buyer by past
     * @param worth parameters p, q and v of gamma-gamma
     */
    static Tried tried(
            Connection connection,
            HouseId house,
            LocalDate until,
            LocalDate end,
            Map<Past, Double> expected,
            Map<String, Double> worth)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TRIED)) {
            PurchaseQuery.bind(query, house, until, end, PurchaseQuery.ROWS_MAX);
            List<Map.Entry<Past, Double>> pasts = List.copyOf(expected.entrySet());
            query.setArray(6, whole(connection, pasts, Past::repeats));
            query.setArray(7, whole(connection, pasts, Past::lastWeek));
            query.setArray(8, whole(connection, pasts, Past::weeks));
            Object[] purchases = pasts.stream().map(Map.Entry::getValue).toArray();
            query.setArray(9, connection.createArrayOf("DOUBLE", purchases));
            query.setDouble(10, worth.getOrDefault("p", Double.NaN));
            query.setDouble(11, worth.getOrDefault("q", Double.NaN));
            query.setDouble(12, worth.getOrDefault("v", Double.NaN));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Tried(
                        row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5));
            }
        }
    }

    private static Array whole(
            Connection connection, List<Map.Entry<Past, Double>> pasts, Function<Past, Integer> number)
            throws SQLException {
        Object[] numbers =
                pasts.stream().map(past -> number.apply(past.getKey())).toArray();
        return connection.createArrayOf("INTEGER", numbers);
    }
}
