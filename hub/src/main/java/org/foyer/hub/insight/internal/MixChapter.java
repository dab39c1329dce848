package org.foyer.hub.insight.internal;

import static org.foyer.hub.insight.internal.Draft.part;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;
import org.jspecify.annotations.Nullable;

/**
 * By what door, at what tariff and in which seats: figures 21, 23, 37 and 38, in the kinds that the house gave to its own
 * words. Seat zones have no kinds and keep the house's words.
 */
final class MixChapter implements Chapter {

    private static final String TO_CLASSIFY = "to-classify";
    private static final String UNKNOWN = "unknown";
    private static final Set<String> UNCLASSIFIED = Set.of(TO_CLASSIFY, UNKNOWN);

    /** The largest zones are shown, the others together. */
    private static final int ZONES_MAX = 30;

    /** One scan for both: by tariff and channel, and by zone. */
    private static final String CELLS = """
            select house, tariff, channel, zone, grouping(zone) = 0 as of_zone, sum(tickets)::bigint as tickets,
              sum(amount)::bigint as amount
            from daily_cube
            where %1$s
            group by grouping sets ((house, tariff, channel), (house, zone))
            order by tickets desc, zone
            """;

    private static final String WORDS = "select house, field, id, label, kind from label where %2$s";

    /** What a house's own words mean. */
    record Word(String label, @Nullable String kind) {}

    /** A word of a house. @param field tariff, channel or zone */
    record Key(int house, String field, long id) {}

    @Override
    public Set<String> indicators() {
        return Set.of("channel-mix", "tariff-mix", "zone-mix", "online-share", "subscription-share");
    }

    @Override
    public void gather(Connection connection, Scope scope, Standing.Of standing, Tallies tallies) throws SQLException {
        Map<Key, Word> words = standing.words(connection);
        Map<Integer, Integer> zones = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(scope.in(CELLS))) {
            scope.bind(connection, query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    int house = row.getInt("house");
                    Tally tally = tallies.of(house);
                    long tickets = row.getLong("tickets");
                    if (row.getBoolean("of_zone")) {
                        boolean shown = zones.merge(house, 1, Integer::sum) <= ZONES_MAX;
                        tally.add("zone", zone(row, words, shown), tickets);
                    } else {
                        String tariff = kind(row, "tariff", words);
                        tally.add("tariff", tariff, tickets);
                        tally.add("tariff-amount", tariff, row.getLong("amount"));
                        tally.add("channel", kind(row, "channel", words), tickets);
                    }
                }
            }
        }
    }

    static Map<Key, Word> words(Connection connection, Scope scope) throws SQLException {
        Map<Key, Word> words = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(scope.in(WORDS))) {
            scope.bindHouses(connection, query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    words.put(
                            new Key(row.getInt("house"), row.getString("field"), row.getLong("id")),
                            new Word(row.getString("label"), row.getString("kind")));
                }
            }
        }
        return Map.copyOf(words);
    }

    private static @Nullable Word word(ResultSet row, String field, Map<Key, Word> words) throws SQLException {
        return words.get(new Key(row.getInt("house"), field, row.getLong(field)));
    }

    private static String kind(ResultSet row, String field, Map<Key, Word> words) throws SQLException {
        row.getLong(field);
        if (row.wasNull()) {
            return UNKNOWN;
        }
        Word word = word(row, field, words);
        String kind = word == null ? null : word.kind;
        return kind == null ? TO_CLASSIFY : kind;
    }

    private static String zone(ResultSet row, Map<Key, Word> words, boolean shown) throws SQLException {
        row.getLong("zone");
        if (row.wasNull()) {
            return UNKNOWN;
        }
        Word word = word(row, "zone", words);
        return !shown ? "other" : word == null ? UNKNOWN : word.label;
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
