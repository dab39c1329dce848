package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;

/**
 * Counts the tickets of a season that are held on the day asked by zone, by price step and by whether prices moved. A ticket has the zone,
 * the tariff and the price of its last sale; what was given back is not held. Buyers are those of {@link VisitQuery}; where nobody is named
 * each order is one, and each ticket without an order.
 */
final class SensitivityQuery {

    static final String NO_ZONE = "unknown";
    static final String OTHER_ZONES = "other";

    /** The largest zones are told, the others together. */
    private static final int ZONES_MAX = 30;

    private static final String COUNTS = """
            with held as materialized (
              select s.performance, sum(s.quantity) as tickets,
                arg_max(s.zone, s.sold) filter (s.operation = 'sale') as zone,
                arg_max(s.tariff, s.sold) filter (s.operation = 'sale') as tariff,
                arg_max(s.amount // s.quantity, s.sold) filter (s.operation = 'sale') as price,
                any_value(date_diff('day', s.first_day, p.day)) as ahead,
                coalesce((arg_max(coalesce(o.one_person, s.person), s.sold) filter (s.operation = 'sale'))::varchar, 'o' || any_value(s.order_ref),
                  't' || s.performance || ' ' || s.ticket) as buyer
              from sale_line s
              join performance p on p.id = s.performance and p.house = $1
              left join (
                select person, one_person from same_person where house = $1 and one_person <> person) o on o.person = s.person
              where s.house = $1 and s.day <= $2 and s.operation in ('sale', 'cancellation')
                and p.state not in ('cancelled', 'postponed') and $counted and $told between $3 and $4
                and (s.person is null or s.person not in (select person from uncounted_buyer where house = $1))
              group by s.performance, s.ticket having sum(s.quantity) > 0)
            , largest as (
              select zone, row_number() over (order by sum(tickets) desc, zone) as place
              from held where zone is not null group by zone)
            , zoned as (
              select h.tickets, h.buyer, h.ahead, case when h.zone is null or l.label is null then '$none'
                when z.place > $zones then '$other' else l.label end as zone
              from held h left join largest z on z.zone = h.zone
              left join label l on l.house = $1 and l.field = 'zone' and l.id = h.zone)
            , moved as (
              select distinct performance from (
                select performance from held where tariff is not null and price > 0
                group by performance, zone, tariff having count(distinct price) > 1))
            select 'zone' as topic, zone as key, sum(tickets) as tickets, count(distinct buyer) as buyers,
              median(ahead) as place from zoned group by zone
            union all select 'step', case when price <= 0 then 'free' when price >= 100 * $unit then '100+'
                else (price // (10 * $unit)) * 10 || '-' || (price // (10 * $unit)) * 10 + 10 end,
              sum(tickets), count(distinct buyer), -min(price) from held group by 2
            union all select 'moves', case when performance in (select performance from moved) then 'moved' else 'still' end,
              sum(tickets), count(distinct buyer), 0 from held where tariff is not null group by 2
            union all select 'prices', 'levels', count(distinct price), 0, 0 from held where price > 0
            union all select 'whole', 'tickets', coalesce(sum(tickets), 0), count(distinct buyer), 0 from held
            order by topic, place desc, key
            """.replace("$counted", "p." + Scope.COUNTED)
            .replace("$zones", Integer.toString(ZONES_MAX))
            .replace("$none", NO_ZONE)
            .replace("$other", OTHER_ZONES);

    private SensitivityQuery() {}

    /** @param buyers who hold these tickets */
    record Count(String topic, String key, long tickets, long buyers) {}

    /** Zones that fill first stand first, then steps from the lowest price. */
    static List<Count> read(Connection connection, House house, Season season, LocalDate asOf, AudienceBasis basis)
            throws SQLException {
        String sql = COUNTS.replace("$told", basis == AudienceBasis.PERFORMANCE ? "p.day" : "s.first_day")
                .replace("$unit", Integer.toString(VisitQuery.minorUnits(house)));
        List<Count> counts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            VisitQuery.bind(query, house.id(), season, asOf);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    counts.add(new Count(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
                }
            }
        }
        return List.copyOf(counts);
    }
}
