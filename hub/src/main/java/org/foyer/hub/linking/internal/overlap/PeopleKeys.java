package org.foyer.hub.linking.internal.overlap;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.foyer.hub.linking.internal.text.Contacts;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * One key for each person of a house who left an e-mail address or a telephone number: the address in one form, else the number. Of a person
 * of several buyers the first address in the order of letters counts, so that whoever gave the same ones to two houses is the same there.
 * Who objects to being counted is left out. Contacts are opened in parts and kept nowhere.
 */
public final class PeopleKeys implements Iterator<String> {

    /** People whose contacts are open at once, about. */
    private static final int AT_ONCE = 50_000;

    private static final String COUNT = "select count(*) from personal.person where house = ?";

    private static final String PART = """
            with mine as materialized (
              select p.person, coalesce(s.one_person, p.person) as one, p.sealed from personal.person p
              left join (select person, one_person from same_person where house = $1) s on s.person = p.person
              where p.house = $1 and hash(coalesce(s.one_person, p.person)) % $2 = $3
                and p.person not in (select person from uncounted_buyer where house = $1))
            select one, b[4] as email, b[5] as phone from (
              select one, personal.opened($1::integer, sealed) as b from mine)
            order by one
            """;

    private static final String FRANCE = "FR";

    private final Warehouse warehouse;
    private final House house;
    private final Contacts contacts;
    private final int parts;
    private int next;
    private Iterator<Map.Entry<String, List<Long>>> part =
            Map.<String, List<Long>>of().entrySet().iterator();
    private List<Long> people = List.of();

    private PeopleKeys(Warehouse warehouse, House house, int parts) {
        this.warehouse = warehouse;
        this.house = house;
        this.parts = parts;
        String country = house.address().country();
        this.contacts = new Contacts(
                country == null || country.strip().length() != 2
                        ? FRANCE
                        : country.strip().toUpperCase(Locale.ROOT));
    }

    public static PeopleKeys of(Warehouse warehouse, House house) {
        long people = warehouse.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(COUNT)) {
                query.setShort(1, (short) house.id().value());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
        return new PeopleKeys(warehouse, house, (int) (people / AT_ONCE) + 1);
    }

    @Override
    public boolean hasNext() {
        while (!part.hasNext() && next < parts) {
            int at = next++;
            part = warehouse.read(connection -> part(connection, at)).entrySet().iterator();
        }
        return part.hasNext();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map.Entry<String, List<Long>> next = part.next();
        people = next.getValue();
        return next.getKey();
    }

    /** Who has the key that came last: one person, or several whom linking did not find to be one. */
    List<Long> people() {
        return people;
    }

    private Map<String, List<Long>> part(Connection connection, int at) throws SQLException {
        Map<String, List<Long>> keys = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(PART)) {
            query.setShort(1, (short) house.id().value());
            query.setInt(2, parts);
            query.setInt(3, at);
            try (ResultSet row = query.executeQuery()) {
                long person = 0;
                String first = null;
                while (row.next()) {
                    if (row.getLong(1) != person && first != null) {
                        add(keys, first, person);
                        first = null;
                    }
                    person = row.getLong(1);
                    first = smaller(first, key(row.getString(2), row.getString(3)));
                }
                if (first != null) {
                    add(keys, first, person);
                }
            }
        }
        return keys;
    }

    private static void add(Map<String, List<Long>> keys, String key, long person) {
        keys.computeIfAbsent(key, known -> new ArrayList<>(1)).add(person);
    }

    /** Addresses come before numbers in the order of letters, by their mark. */
    private @Nullable String key(@Nullable String email, @Nullable String phone) {
        String address = email == null ? "" : Contacts.email(email);
        if (!address.isEmpty()) {
            return "e:" + address;
        }
        String number = phone == null ? "" : contacts.phone(phone);
        return number.isEmpty() ? null : "t:" + number;
    }

    private static @Nullable String smaller(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
