package org.foyer.hub.linking.internal.buyers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** What was found, in the warehouse's tables without names. */
final class LinkedStore {

    private static final String SCHEMA = "main";

    private LinkedStore() {}

    /** @param of over which buyers and decisions it was found */
    record Linked(long buyers, long people, long households, double prior, String of) {}

    /** Puts what was found in the place of what was found before; of people and households only what changed. */
    static void keep(Connection transaction, HouseId house, Outcome outcome, String of) throws SQLException {
        for (String table : List.of("match_pair", "linked")) {
            try (PreparedStatement delete = transaction.prepareStatement("delete from " + table + " where house = ?")) {
                delete.setShort(1, (short) house.value());
                delete.executeUpdate();
            }
        }
        people(transaction, house, outcome);
        DuckDBConnection engine = transaction.unwrap(DuckDBConnection.class);
        pairs(engine, (short) house.value(), outcome.pairs());
        try (DuckDBAppender rows = engine.createAppender(SCHEMA, "linked")) {
            rows.beginRow();
            rows.append((short) house.value());
            rows.append(outcome.keys().length);
            rows.append((int) outcome.people());
            rows.append((int) outcome.households());
            rows.append(outcome.prior());
            rows.append(of);
            rows.endRow();
        }
    }

    /** Whom a buyer stands with. @param person least key of the person @param household least key of the household */
    private record Place(long person, long household) {}

    /** Only who stands together with others; groups have a row for each of their buyers. */
    private static Map<Long, Place> places(Outcome outcome) {
        Set<Long> shared = new HashSet<>();
        for (int i = 0; i < outcome.keys().length; i++) {
            if (outcome.household()[i] != outcome.keys()[i]) {
                shared.add(outcome.household()[i]);
            }
        }
        Map<Long, Place> places = new HashMap<>();
        for (int i = 0; i < outcome.keys().length; i++) {
            if (shared.contains(outcome.household()[i])) {
                places.put(outcome.keys()[i], new Place(outcome.person()[i], outcome.household()[i]));
            }
        }
        return places;
    }

    private static void people(Connection transaction, HouseId house, Outcome outcome) throws SQLException {
        Map<Long, Place> places = places(outcome);
        List<String> others = new ArrayList<>();
        try (PreparedStatement query =
                transaction.prepareStatement("select person, one_person, household from same_person where house = ?")) {
            query.setShort(1, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long person = row.getLong(1);
                    if (!places.remove(person, new Place(row.getLong(2), row.getLong(3)))) {
                        others.add(Long.toString(person));
                    }
                }
            }
        }
        leave(transaction, house, others);
        try (DuckDBAppender rows = transaction.unwrap(DuckDBConnection.class).createAppender(SCHEMA, "same_person")) {
            for (Map.Entry<Long, Place> place : new TreeMap<>(places).entrySet()) {
                rows.beginRow();
                rows.append((short) house.value());
                rows.append(place.getKey().longValue());
                rows.append(place.getValue().person());
                rows.append(place.getValue().household());
                rows.endRow();
            }
        }
    }

    private static void leave(Connection transaction, HouseId house, List<String> persons) throws SQLException {
        if (persons.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = transaction.prepareStatement("delete from same_person where house = ?"
                + " and person in (select unnest(cast(string_split(?, ',') as bigint[])))")) {
            delete.setShort(1, (short) house.value());
            delete.setString(2, String.join(",", persons));
            delete.executeUpdate();
        }
    }

    private static void pairs(DuckDBConnection engine, short house, List<WeighedPair> pairs) throws SQLException {
        try (DuckDBAppender rows = engine.createAppender(SCHEMA, "match_pair")) {
            for (WeighedPair pair : pairs) {
                rows.beginRow();
                rows.append(house);
                rows.append(pair.one());
                rows.append(pair.other());
                rows.append(pair.weight());
                for (double bits : pair.bits()) {
                    rows.append(bits);
                }
                rows.append(pair.family());
                rows.append(pair.levels());
                rows.endRow();
            }
        }
    }

    /** Null when the house's buyers were never linked. */
    static @Nullable Linked linked(Connection connection, HouseId house) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select buyers, people, households, prior, of from linked where house = ?")) {
            query.setShort(1, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new Linked(row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4), row.getString(5))
                        : null;
            }
        }
    }

    /** A pair that was kept, and the persons that its buyers count as. */
    record KeptPair(WeighedPair pair, long personOfOne, long personOfOther) {
        boolean joined() {
            return personOfOne == personOfOther;
        }
    }

    /** All pairs that were kept, at most some 20,000. */
    static List<KeptPair> pairs(Connection connection, HouseId house) throws SQLException {
        List<KeptPair> pairs = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select m.*, coalesce(a.one_person, m.one) as person_of_one, coalesce(b.one_person, m.other) as person_of_other
                from (select * from match_pair where house = $1) m
                left join (select person, one_person from same_person where house = $1) a on a.person = m.one
                left join (select person, one_person from same_person where house = $1) b on b.person = m.other
                order by m.one, m.other
                """)) {
            query.setShort(1, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    pairs.add(new KeptPair(pair(row), row.getLong("person_of_one"), row.getLong("person_of_other")));
                }
            }
        }
        return pairs;
    }

    /** The person as whom a buyer counts, by its key; a buyer who stands alone is one. */
    static long person(Connection connection, HouseId house, long buyer) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select one_person from same_person where house = ? and person = ?")) {
            query.setShort(1, (short) house.value());
            query.setLong(2, buyer);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : buyer;
            }
        }
    }

    private static WeighedPair pair(ResultSet row) throws SQLException {
        double[] bits = new double[BuyerPlan.FACTORS.size()];
        for (int factor = 0; factor < bits.length; factor++) {
            bits[factor] = row.getDouble(BuyerPlan.FACTORS.get(factor).name());
        }
        return new WeighedPair(
                row.getLong("one"),
                row.getLong("other"),
                row.getDouble("weight"),
                bits,
                row.getDouble("family"),
                row.getString("levels"));
    }

    /** @param person key of a person @return keys of buyers that count as that person, in order */
    static List<Long> members(Connection connection, HouseId house, long person, int limit) throws SQLException {
        List<Long> members = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select person from same_person where house = ? and one_person = ? order by person limit ?")) {
            query.setShort(1, (short) house.value());
            query.setLong(2, person);
            query.setInt(3, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    members.add(row.getLong(1));
                }
            }
        }
        return members.isEmpty() ? List.of(person) : members;
    }
}
