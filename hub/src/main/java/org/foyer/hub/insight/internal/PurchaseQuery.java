package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.internal.customers.PurchaseRow;
import org.foyer.hub.insight.internal.customers.PurchaseRow.Past;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Counts the buyers of a house by what they bought when, in one pass over its sale lines. A purchase is a day on which a buyer
 * bought tickets that they hold at the end; buyers that linking found to be one person are one, and who objected to being
 * counted is nobody. The clock of each begins with their first purchase known: a purchase is a moment at which somebody surely
 * still comes, the edge of the data is not. Weeks are whole; who bought on two days came back after one week at least.
 */
final class PurchaseQuery {

    /** Rows a model is fitted to; beyond, weeks are put together. */
    static final int ROWS_MAX = 4_000;

    private static final int DAYS = 7 * ExpectedPurchases.WEEKS;

    /** Parameters: $1 house, $2 last day known, $3 day on which the observation ends, $4 first day, $5 most rows. */
    static final String LAID = """
            with line as materialized (
              select coalesce(o.one_person, s.person) as person, s.first_day as bought, sum(s.quantity) as held,
                coalesce(sum(s.quantity) filter (s.day <= $3), 0) as held_then, coalesce(sum(s.amount), 0) as paid,
                coalesce(sum(s.amount) filter (s.day <= $3), 0) as paid_then
              from sale_line s
              join (
                select id from performance where house = $1 and state not in ('cancelled', 'postponed') and $counted) p
                on p.id = s.performance
              left join (
                select person, one_person from same_person where house = $1 and one_person <> person) o on o.person = s.person
              where s.house = $1 and s.person is not null and s.day <= $2 and s.first_day >= $4
                and s.operation in ('sale', 'cancellation')
                and s.person not in (select person from uncounted_buyer where house = $1)
              group by coalesce(o.one_person, s.person), s.performance, s.first_day)
            , purchase as (
              select person, bought, bought <= $3 and max(held_then) > 0 as known, bought > $3 and max(held) > 0 as later,
                coalesce(sum(paid) filter (held > 0), 0) as paid, coalesce(sum(paid_then) filter (held_then > 0), 0) as paid_then
              from line group by person, bought)
            , past as materialized (
              select person, count(*) filter (known) - 1 as repeats, min(bought) filter (known) as first,
                date_diff('day', min(bought) filter (known), max(bought) filter (known)) as last,
                date_diff('day', min(bought) filter (known), $3::date) as length,
                count(*) filter (known and bought > $3::date - $days) as before, count(*) filter (later) as later,
                coalesce(sum(paid_then) filter (known), 0) as paid, coalesce(sum(paid) filter (later), 0) as paid_later,
                coalesce(sum(paid_then) filter (known and bought > $3::date - $days), 0) as paid_before
              from purchase group by person having count(*) filter (known) > 0)
            , width as (select unnest([1, 2, 4, 8, 16, 32, 64]) as weeks)
            , wide as (
              select weeks, count(*) as kept from (
                select distinct weeks, repeats, round(last / (7.0 * weeks)), round(length / (7.0 * weeks)) from past, width)
              group by weeks)
            , chosen as (select coalesce(min(weeks) filter (kept <= $5), max(weeks)) as weeks from wide)
            , laid as (
              select *, case when repeats = 0 then 0 else greatest(1, round(last / (7.0 * weeks))) * weeks end as last_week
              from past, chosen)
            """.replace("$counted", Scope.COUNTED).replace("$days", Integer.toString(DAYS));

    /** Weeks of the observation of a buyer of {@link #LAID}. */
    static final String LENGTH = "greatest(last_week, round(length / (7.0 * weeks)) * weeks)::integer";

    private static final String PASTS = LAID + """
            select repeats, last_week::integer, $length,
              before, later, count(*), count(*) filter (first < (select min(first) from past) + $days), min(first)
            from laid group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
            """.replace("$length", LENGTH).replace("$days", Integer.toString(DAYS));

    private PurchaseQuery() {}

    /**
     * @param rows in rising order of their past
     * @param since first day of which a purchase is known, null without any
     * @param early buyers first seen within a year of it
     */
    record Purchases(List<PurchaseRow> rows, @Nullable LocalDate since, long early) {}

    /** The day on which a year is held out. */
    static LocalDate cut(LocalDate until) {
        return until.minusDays(DAYS);
    }

    /**
     * @param until last day that is known
     * @param end on which the observation ends; what was bought after it and until then is {@code later}
     */
    static Purchases read(Connection connection, HouseId house, LocalDate until, LocalDate end, int rowsMax)
            throws SQLException {
        List<PurchaseRow> rows = new ArrayList<>();
        LocalDate since = null;
        long early = 0;
        try (PreparedStatement query = connection.prepareStatement(PASTS)) {
            bind(query, house, until, end, rowsMax);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new PurchaseRow(
                            new Past(row.getInt(1), row.getInt(2), row.getInt(3)),
                            row.getInt(4),
                            row.getInt(5),
                            row.getLong(6)));
                    early += row.getLong(7);
                    LocalDate first = row.getObject(8, LocalDate.class);
                    since = since == null || first.isBefore(since) ? first : since;
                }
            }
        }
        return new Purchases(rows, since, early);
    }

    /** The parameters of {@link #LAID}. */
    static void bind(PreparedStatement query, HouseId house, LocalDate until, LocalDate end, int rowsMax)
            throws SQLException {
        query.setShort(1, (short) house.value());
        query.setObject(2, until);
        query.setObject(3, end);
        query.setObject(4, end.minusYears(ExpectedPurchases.YEARS_MAX));
        query.setInt(5, rowsMax);
    }
}
