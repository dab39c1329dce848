package org.foyer.hub.insight.internal;

import static org.foyer.hub.insight.internal.Draft.part;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;

/**
 * By what door, at what tariff and in which seats: figures 21, 23, 37 and 38, in the kinds that the house gave to its own
 * words. Seat zones have no kinds and keep the house's words.
 */
final class MixChapter implements Chapter {

    private static final String TO_CLASSIFY = "to-classify";
    private static final String UNKNOWN = "unknown";
    private static final Set<String> UNCLASSIFIED = Set.of(TO_CLASSIFY, UNKNOWN);

    private static final String WORDS = """
            select house,
              case when tariff is null then 'unknown' else coalesce(t.kind, 'to-classify') end as tariff_kind,
              case when channel is null then 'unknown' else coalesce(c.kind, 'to-classify') end as channel_kind,
              tickets, amount
            from (
              select house, tariff, channel, sum(tickets)::bigint as tickets, sum(amount)::bigint as amount
              from daily_cube
              where %1$s
              group by house, tariff, channel
            ) cell
            left join (select house, id as tariff, kind from label where %2$s and field = 'tariff') t using (house, tariff)
            left join (select house, id as channel, kind from label where %2$s and field = 'channel') c using (house, channel)
            """;

    /** The thirty largest zones; the others together. */
    private static final String ZONES = """
            select house, case when zone is null then 'unknown' when place > 30 then 'other' else coalesce(label, 'unknown') end
              as word, sum(tickets)::bigint as tickets
            from (
              select house, zone, sum(tickets) as tickets,
                row_number() over (partition by house order by sum(tickets) desc, zone) as place
              from daily_cube
              where %1$s
              group by house, zone
            )
            left join (select house, id as zone, label from label where %2$s and field = 'zone') l using (house, zone)
            group by house, word
            """;

    @Override
    public Set<String> indicators() {
        return Set.of("channel-mix", "tariff-mix", "zone-mix", "online-share", "subscription-share");
    }

    @Override
    public void gather(Connection connection, Scope scope, Tallies tallies) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(scope.in(ZONES))) {
            scope.bind(connection, query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Tally tally = tallies.of(row.getInt("house"));
                    tally.add("zone", row.getString("word"), row.getLong("tickets"));
                }
            }
        }
        try (PreparedStatement query = connection.prepareStatement(scope.in(WORDS))) {
            scope.bind(connection, query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Tally tally = tallies.of(row.getInt("house"));
                    tally.add("tariff", row.getString("tariff_kind"), row.getLong("tickets"));
                    tally.add("tariff-amount", row.getString("tariff_kind"), row.getLong("amount"));
                    tally.add("channel", row.getString("channel_kind"), row.getLong("tickets"));
                }
            }
        }
    }

    @Override
    public List<Figure> figures(Tally tally, Dictionary dictionary) {
        return List.of(
                mix("channel-mix", "channel", tally, dictionary),
                mix("tariff-mix", "tariff", tally, dictionary),
                mix("zone-mix", "zone", tally, dictionary),
                online(tally, dictionary),
                subscription(tally, dictionary));
    }

    private static Figure mix(String id, String field, Tally tally, Dictionary dictionary) {
        long tickets = tally.sum("whole", "tickets");
        Draft draft = dictionary
                .draft(id)
                .basis(tickets)
                .coverage(tickets - tally.sum(field, UNKNOWN), tickets)
                .parts(parts(field, tally, tickets));
        return nothingSaid(tally, field)
                ? draft.notMeasured(field + "-missing", field)
                : draft.distribution("no-tickets");
    }

    private static List<Part> parts(String field, Tally tally, long tickets) {
        return tally.keys(field).stream()
                .sorted(Comparator.comparingLong((String kind) -> tally.sum(field, kind))
                        .reversed())
                .map(kind -> part(kind, tally.sum(field, kind), tickets))
                .toList();
    }

    private static Figure online(Tally tally, Dictionary dictionary) {
        long classified = classified(tally, "channel");
        return dictionary
                .draft("online-share")
                .basis(classified)
                .coverage(classified, tally.sum("whole", "tickets"))
                .quotient(tally.sum("channel", "web"), classified, whyNot(tally, "channel"), "channel");
    }

    private static Figure subscription(Tally tally, Dictionary dictionary) {
        long classified = classified(tally, "tariff");
        long subscribed = tally.sum("tariff", "subscription") + tally.sum("tariff", "pass");
        long paid = tally.sum("tariff-amount", "subscription") + tally.sum("tariff-amount", "pass");
        return dictionary
                .draft("subscription-share")
                .basis(classified)
                .coverage(classified, tally.sum("whole", "tickets"))
                .parts(List.of(
                        part("tickets", subscribed, classified),
                        part("revenue", paid, classified(tally, "tariff-amount"))))
                .quotient(subscribed, classified, whyNot(tally, "tariff"), "tariff");
    }

    private static long classified(Tally tally, String topic) {
        return tally.keys(topic).stream()
                .filter(kind -> !UNCLASSIFIED.contains(kind))
                .mapToLong(kind -> tally.sum(topic, kind))
                .sum();
    }

    private static String whyNot(Tally tally, String field) {
        return nothingSaid(tally, field) ? field + "-missing" : "words-to-classify";
    }

    private static boolean nothingSaid(Tally tally, String field) {
        return tally.keys(field).stream().allMatch(UNKNOWN::equals);
    }
}
