package org.foyer.hub.store;

/**
 * What the daily cubes hold, as SQL: the one definition that loading, rebuilding and their tests share.
 *
 * <p>Amounts and list amounts of a cancellation are negative, as its quantity is, so that every sum is net.
 */
public final class DailyCube {

    /** The columns of {@code daily_cube} in order, computed over {@code sale_line}; a where clause and {@link #GROUPS} follow. */
    public static final String CELLS = """
            select house, performance, day, first_day, tariff, zone, channel,
              sum(case when operation in ('sale', 'cancellation') then quantity else 0 end)::integer as tickets,
              sum(case when operation in ('sale', 'cancellation') and amount = 0
                then quantity else 0 end)::integer as free_tickets,
              sum(case when operation in ('reservation', 'release') then quantity else 0 end)::integer as reserved,
              sum(case when operation in ('sale', 'cancellation') and abs(amount) < abs(list_amount)
                then quantity else 0 end)::integer as below_list,
              sum(case when operation in ('sale', 'cancellation') and list_amount is not null
                then quantity else 0 end)::integer as listed,
              sum(case when operation in ('sale', 'cancellation') and person is not null
                then quantity else 0 end)::integer as known_buyer,
              sum(case when operation in ('sale', 'cancellation') then amount else 0 end)::bigint as amount,
              sum(case when operation in ('sale', 'cancellation') then coalesce(vat, 0) else 0 end)::bigint as vat,
              sum(case when operation in ('sale', 'cancellation')
                then coalesce(list_amount, 0) else 0 end)::bigint as list_amount,
              sum(case when operation in ('sale', 'cancellation') then coalesce(fee, 0) else 0 end)::bigint as fee,
              count(*)::integer as lines
            from sale_line
            """;

    /** What a cell is told apart by; a null tariff, zone or channel is a group of its own. */
    public static final String GROUPS = "group by house, performance, day, first_day, tariff, zone, channel\n";

    /** Fills the empty cube of one house from its lines. Parameter: house. */
    public static final String FILL_HOUSE =
            "insert into daily_cube\n" + CELLS + "where house = ?\n" + GROUPS + "order by performance, day";

    /**
     * Fills the empty entry cube of one house: each ticket counts once per performance, on the local day of its first
     * scan. Parameters: the house's zone, house.
     */
    public static final String FILL_HOUSE_ENTRIES = """
            insert into entry_cube
            select house, performance, day, count(*)::integer as scanned
            from (
              select house, performance, ticket, timezone(?, timezone('UTC', min(scanned)))::date as day
              from entry
              where house = ?
              group by house, performance, ticket
            )
            group by house, performance, day
            order by performance, day
            """;

    private DailyCube() {}
}
