package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns tickets in their present state into movements by comparing with what is known. What is seen for the first time is
 * dated by the file; what changed since then is dated by the file where it says when, else by the day on which it is seen.
 */
final class PresentState {

    private PresentState() {}

    private static final String KNOWN = """
            create or replace temp table known_ticket as
            select ticket, max(sold) as moved, max(sold) filter (where operation = 'sale') as last_sold,
              coalesce(sum(quantity) filter (where operation in ('sale', 'cancellation')), 0) as sold_now,
              coalesce(sum(quantity) filter (where operation in ('reservation', 'release')), 0) as reserved_now,
              arg_max({'performance': performance, 'said_of': said_of, 'amount': amount, 'vat': vat, 'list_amount': list_amount, 'fee': fee,
                'tariff': tariff, 'zone': zone, 'channel': channel, 'person': person, 'order_ref': order_ref}, sold)
                filter (where operation = 'sale') as sale,
              arg_max({'performance': performance, 'said_of': said_of, 'amount': amount, 'vat': vat, 'list_amount': list_amount, 'fee': fee,
                'tariff': tariff, 'zone': zone, 'channel': channel, 'person': person, 'order_ref': order_ref}, sold)
                filter (where operation = 'reservation') as reservation
            from sale_line
            where house = %d and ticket in (select ticket from stage where bits = 0)
            group by ticket
            """;

    /** Makes {@code movement}. */
    static void make(Sql sql, Loading loading) throws SQLException {
        sql.run(KNOWN.formatted(loading.houseNumber()));
        String begun = loading.begunLiteral();
        sql.run("create or replace temp table wish as select r.*, k.ticket is not null as seen, k.moved, k.last_sold,"
                + " coalesce(k.sold_now, 0) as sold_now, coalesce(k.reserved_now, 0) as reserved_now, k.sale, k.reservation,"
                // a first sight is dated by the file; later sights too, but never before what is known
                + " case when k.ticket is null or r.sold > k.moved then r.sold else " + begun + " end as from_file,"
                + " case when r.cancelled_at >= coalesce(k.moved, r.sold) then r.cancelled_at else greatest(" + begun
                + ", r.sold) end as until_file"
                + " from (" + Movements.resolved(", s.state, s.cancelled_at")
                + ") r left join known_ticket k on k.ticket = r.ticket");
        List<String> movements = new ArrayList<>();
        newOnes(movements);
        ended(movements);
        changed(movements, begun);
        // in one statement: see the engine's trap that Movements avoids
        sql.run("create or replace temp table movement as select *, " + Movements.days(loading) + " from (select "
                + Movements.COLUMNS + " from (" + String.join(" union all ", movements) + "))");
    }

    private static void newOnes(List<String> to) {
        add(to, "sale", "from_file", "1", "", "state = 'sold' and sold_now = 0 or state = 'cancelled' and not seen");
        add(to, "cancellation", "until_file", "-1", "", "state = 'cancelled' and not seen");
        add(
                to,
                "reservation",
                "from_file",
                "1",
                "",
                "state = 'reserved' and reserved_now = 0 or state = 'lapsed' and not seen");
        add(to, "release", "until_file", "-1", "", "state = 'lapsed' and not seen");
    }

    private static void ended(List<String> to) {
        add(to, "cancellation", "until_file", "-1", "sale.", "state <> 'sold' and sold_now > 0");
        add(to, "release", "until_file", "-1", "reservation.", "state <> 'reserved' and reserved_now > 0");
    }

    /** Another price or another performance: the old sale ends and a new one begins, on the day it is seen. */
    private static void changed(List<String> to, String begun) {
        String differs =
                "state = 'sold' and sold_now > 0 and (sale.amount <> amount or sale.performance <> performance)";
        add(to, "cancellation", begun, "-1", "sale.", differs);
        add(to, "sale", begun, "1", "", differs);
    }

    private static void add(List<String> to, String operation, String at, String sign, String from, String condition) {
        to.add("""
                (select line, %1$sperformance, '%2$s'::operation as op, %3$s as sold, %4$s::smallint as quantity,
                  %4$s * abs(%1$samount) as amount, %4$s * abs(%1$svat) as vat, %4$s * abs(%1$slist_amount) as list_amount,
                  %4$s * abs(%1$sfee) as fee, %1$stariff, %1$szone, %1$schannel, %1$sperson, %1$sorder_ref, ticket,
                  %1$ssaid_of
                from wish where %5$s)
                """.formatted(from, operation, at, sign, condition));
    }
}
