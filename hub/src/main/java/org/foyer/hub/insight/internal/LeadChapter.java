package org.foyer.hub.insight.internal;

import static org.foyer.hub.insight.internal.Draft.part;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;

/**
 * How long before: figures 9 to 11. Leads count tickets still valid from the day on which each was first sold; curves
 * count each movement on its own day, so that they never rewrite their past.
 */
final class LeadChapter implements Chapter {

    private static final List<Integer> CURVE_DAYS = List.of(365, 180, 90, 60, 30, 14, 7, 3, 1, 0);

    /** A ticket for a performance after midnight that is sold that same night is sold on its day, not a day late. */
    private static final String MOVED = """
            select c.house, played,
              case when c.first_day > p.day and c.first_day = night then 0 else p.day - c.first_day end as lead,
              case when c.day > p.day and c.day = night then 0 else p.day - c.day end as before,
              sum(c.tickets)::bigint as tickets
            from (select house, performance, day, first_day, tickets from daily_cube where %1$s) c
            join (
              select house, id, day, starts_local::date as night, day <= $2 and state not in ('cancelled', 'postponed') as played
              from performance where %2$s
            ) p on p.house = c.house and p.id = c.performance
            group by all
            """;

    @Override
    public Set<String> indicators() {
        return Set.of("lead-time", "purchase-horizon", "last-week-share", "booking-curve", "sold-thirty-days-before");
    }

    @Override
    public void gather(Connection connection, Scope scope, Standing.Of standing, Tallies tallies) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(scope.in(MOVED))) {
            scope.bind(connection, query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Tally tally = tallies.of(row.getInt("house"));
                    int lead = row.getInt("lead");
                    long tickets = row.getLong("tickets");
                    tally.addDays("lead", lead, tickets);
                    if (row.getBoolean("played")) {
                        tally.addDays("played-lead", lead, tickets);
                        tally.addDays("played-before", row.getInt("before"), tickets);
                    }
                }
            }
        }
    }

    @Override
    public List<Figure> figures(Tally tally, Dictionary dictionary) {
        NavigableMap<Integer, Long> before = tally.days("played-before");
        NavigableMap<Integer, Long> lead = tally.days("played-lead");
        long played = total(lead);
        return List.of(
                leadTime(tally.days("lead"), dictionary),
                horizon(tally.days("lead"), dictionary),
                dictionary
                        .draft("last-week-share")
                        .basis(played)
                        .quotient(total(lead.headMap(7, true)), played, "not-played-yet"),
                curve(before, dictionary),
                dictionary
                        .draft("sold-thirty-days-before")
                        .basis(played)
                        .quotient(total(before.tailMap(30, true)), played, "not-played-yet"));
    }

    private static Figure leadTime(NavigableMap<Integer, Long> leads, Dictionary dictionary) {
        NavigableMap<Integer, Long> valid = new TreeMap<>(leads);
        valid.values().removeIf(tickets -> tickets <= 0);
        long tickets = total(valid);
        Draft draft = dictionary.draft("lead-time").basis(tickets);
        if (tickets <= 0) {
            return draft.notMeasured("no-tickets");
        }
        int median = quantile(valid, tickets, 2);
        List<Part> quartiles = List.of(
                new Part("lower-quartile", quantile(valid, tickets, 1), 0.25),
                new Part("median", median, 0.5),
                new Part("upper-quartile", quantile(valid, tickets, 3), 0.75),
                part("tickets-after-start", total(valid.headMap(0, false)), tickets));
        return draft.parts(quartiles).value(median);
    }

    /** The smallest lead by which at least so many quarters of the tickets are counted. */
    static int quantile(NavigableMap<Integer, Long> leads, long tickets, int quarters) {
        long upTo = 0;
        for (Map.Entry<Integer, Long> lead : leads.entrySet()) {
            upTo += lead.getValue();
            if (upTo * 4 >= tickets * quarters) {
                return lead.getKey();
            }
        }
        return leads.lastKey();
    }

    private static Figure horizon(NavigableMap<Integer, Long> leads, Dictionary dictionary) {
        long tickets = total(leads);
        List<Part> parts = List.of(
                part("same-day-or-later", total(leads.headMap(0, true)), tickets),
                part("within-7", total(leads.subMap(0, false, 7, true)), tickets),
                part("within-30", total(leads.subMap(7, false, 30, true)), tickets),
                part("within-90", total(leads.subMap(30, false, 90, true)), tickets),
                part("within-180", total(leads.subMap(90, false, 180, true)), tickets),
                part("earlier", total(leads.tailMap(180, false)), tickets));
        return dictionary.draft("purchase-horizon").basis(tickets).parts(parts).distribution("no-tickets");
    }

    private static Figure curve(NavigableMap<Integer, Long> before, Dictionary dictionary) {
        long tickets = total(before);
        List<Part> parts = new ArrayList<>();
        for (Integer days : CURVE_DAYS) {
            parts.add(part(days.toString(), total(before.tailMap(days, true)), tickets));
        }
        return dictionary.draft("booking-curve").basis(tickets).parts(parts).distribution("not-played-yet");
    }

    private static long total(Map<Integer, Long> tickets) {
        return tickets.values().stream().mapToLong(Long::longValue).sum();
    }
}
