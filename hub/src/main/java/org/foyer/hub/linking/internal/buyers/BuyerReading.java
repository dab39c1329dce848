package org.foyer.hub.linking.internal.buyers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.linking.BuyerCard;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/**
 * Reads the contacts of buyers; in this room only the keys of shared buyers (internal/overlap) are made from contacts besides. They are opened for the buyers asked for alone: the view of
 * the warehouse would open all of them before it chooses.
 */
final class BuyerReading {

    /** Buyers that are read at once, about; more are read in parts, so that memory is bounded. */
    private static final int AT_ONCE = 50_000;

    private static final String OPENED = "b[3] as first_name, b[2] as last_name, b[6] as street, b[7] as postcode,"
            + " b[8] as city, b[4] as email, b[5] as phone, b[10] as birth_year";

    /** The number of all contacts of a buyer says whether they are other ones; nothing is opened for it. */
    private static final String SUM =
            "select count(*), cast(coalesce(bit_xor(hash(person, contact_key)), 0) as varchar)"
                    + " from personal.person where house = ?";

    private static final String PART = "select person, b[1] as buyer_ref, " + OPENED
            + " from (select person, personal.opened(house, sealed) as b from personal.person"
            + " where house = ? and hash(person) % ? = ?)";

    private static final String CARDS = "select person, b[1] as buyer_ref, " + OPENED
            + " from (select person, personal.opened(house, sealed) as b from personal.person"
            + " where house = ? and person in (select unnest(cast(string_split(?, ',') as bigint[]))))";

    private static final String REFERENCES = "select person, reference"
            + " from (select person, personal.opened(house, sealed)[1] as reference from personal.person where house = ?)"
            + " where reference in (?, ?) order by person limit 10";

    private static final String KNOWN = "select count(*) from personal.person where house = ? and person in (?, ?)";

    private BuyerReading() {}

    /**
     * How many buyers there are, and a sum over all that they are compared by.
     *
     * @param sum the same as long as no buyer comes, goes or changes
     */
    record Sum(int buyers, String sum) {}

    static Sum sum(Connection connection, HouseId house) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SUM)) {
            query.setShort(1, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Sum(row.getInt(1), row.getString(2));
            }
        }
    }

    /** @param buyers how many there are @param said of whom somebody decided something */
    static BuyerTable table(Connection connection, House house, int buyers, Decisions said) throws SQLException {
        BuyerTable.Filling filling = new BuyerTable.Filling(house, buyers, said);
        int parts = buyers / AT_ONCE + 1;
        try (PreparedStatement query = connection.prepareStatement(PART)) {
            for (int part = 0; part < parts; part++) {
                query.setShort(1, (short) house.id().value());
                query.setInt(2, parts);
                query.setInt(3, part);
                try (ResultSet row = query.executeQuery()) {
                    add(row, filling);
                }
            }
        }
        return filling.finish();
    }

    /** Some buyers alone, those of them who are there. @param people their keys */
    static BuyerTable table(Connection connection, House house, List<Long> people, Decisions said) throws SQLException {
        BuyerTable.Filling filling = new BuyerTable.Filling(house, people.size(), said);
        try (PreparedStatement query = connection.prepareStatement(CARDS)) {
            query.setShort(1, (short) house.id().value());
            query.setString(2, people.stream().map(String::valueOf).collect(Collectors.joining(",")));
            try (ResultSet row = query.executeQuery()) {
                add(row, filling);
            }
        }
        return filling.finish();
    }

    /**
     * Keys of the buyers who have one of two customer numbers, by number. Two tools of a house may give one number to two buyers. All
     * buyers of the house are opened for it.
     */
    static Map<String, List<Long>> keys(Connection connection, HouseId house, String one, String other)
            throws SQLException {
        Map<String, List<Long>> keys = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(REFERENCES)) {
            query.setShort(1, (short) house.value());
            query.setString(2, one);
            query.setString(3, other);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    keys.computeIfAbsent(row.getString(2), number -> new ArrayList<>())
                            .add(row.getLong(1));
                }
            }
        }
        return keys;
    }

    private static void add(ResultSet row, BuyerTable.Filling filling) throws SQLException {
        while (row.next()) {
            String[] cells = new String[BuyerPlan.COLUMNS.size()];
            for (int i = 0; i < cells.length; i++) {
                String cell = row.getString(i + 3);
                cells[i] = cell == null ? "" : cell;
            }
            filling.add(row.getLong(1), row.getString(2), cells);
        }
    }

    /** The contacts of some buyers by key. */
    static Map<Long, BuyerCard> cards(Connection connection, HouseId house, Collection<Long> people)
            throws SQLException {
        Map<Long, BuyerCard> cards = new HashMap<>();
        if (people.isEmpty()) {
            return cards;
        }
        try (PreparedStatement query = connection.prepareStatement(CARDS)) {
            query.setShort(1, (short) house.value());
            query.setString(2, people.stream().map(String::valueOf).collect(Collectors.joining(",")));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    cards.put(row.getLong("person"), card(row));
                }
            }
        }
        return cards;
    }

    private static BuyerCard card(ResultSet row) throws SQLException {
        String year = row.getString("birth_year");
        return new BuyerCard(
                Long.toString(row.getLong("person")),
                row.getString("buyer_ref"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("street"),
                row.getString("postcode"),
                row.getString("city"),
                row.getString("email"),
                row.getString("phone"),
                year == null ? null : Integer.valueOf(year));
    }

    /** Whether both are buyers of the house. */
    static boolean knows(Connection connection, HouseId house, long one, long other) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
            query.setShort(1, (short) house.value());
            query.setLong(2, one);
            query.setLong(3, other);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1) == 2;
            }
        }
    }
}
