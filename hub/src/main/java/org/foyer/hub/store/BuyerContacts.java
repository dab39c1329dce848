package org.foyer.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.model.HouseId;

/** Opens contacts of the buyers asked for and of no others, and of these the cells asked for. The gate of contacts alone asks. */
public final class BuyerContacts {

    /** A contact, by its place in the sealed piece of a buyer. */
    public enum Field {
        LAST_NAME(2),
        FIRST_NAME(3),
        EMAIL(4),
        PHONE(5),
        STREET(6),
        POSTCODE(7),
        CITY(8),
        COUNTRY(9);

        private final int place;

        Field(int place) {
            this.place = place;
        }
    }

    /**
     * A buyer who stands for a person.
     *
     * @param one the person
     * @param buyer whose contacts may be used for them
     */
    public record Choice(long one, long buyer) {}

    /** One person's cells, in the order asked; empty where nothing is known. */
    public record Contact(Choice of, List<String> cells) {}

    /**
     * The view of the warehouse would open all buyers before it chooses. Of several buyers the one that a file told of last; of several
     * people with one address the first.
     */
    private static final String SQL = """
            with wanted as (select unnest($2::bigint[]) as one, unnest($3::bigint[]) as person)
            , refused as (
              select email_key from personal.person
              where house = $1 and email_key is not null and person in (select unnest($4::bigint[])))
            , chosen as materialized (
              select w.one, p.person, p.run, p.sealed from personal.person p join wanted w on w.person = p.person
              where p.house = $1 and (not $5 or p.email_key is null or p.email_key not in (select email_key from refused)))
            , opened as materialized (select one, person, run, personal.opened($1::integer, sealed) as b from chosen)
            , named as (
              select one, person, list_transform([%s], lambda cell: coalesce(trim(cell), '')) as cells from opened where %s
              qualify row_number() over (partition by one order by run desc, person) = 1)
            select one, person, cells from named
            qualify row_number() over (partition by lower(array_to_string(list_slice(cells, 1, %d), chr(9))) order by one) = 1
            order by hash(one)
            """;

    private BuyerContacts() {}

    /**
     * @param needed a buyer without one of these is left out; the first of the fields
     * @param fields what is opened, {@code needed} first
     * @param refused buyers who do not want it; whoever shares an e-mail address with them is left out
     */
    public static List<Contact> of(
            Connection connection,
            HouseId house,
            List<Choice> choices,
            List<Field> needed,
            List<Field> fields,
            Collection<Long> refused)
            throws SQLException {
        List<Contact> contacts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql(needed, fields))) {
            query.setShort(1, (short) house.value());
            query.setArray(2, keys(connection, choices.stream().map(Choice::one).toList()));
            query.setArray(
                    3, keys(connection, choices.stream().map(Choice::buyer).toList()));
            query.setArray(4, keys(connection, refused));
            query.setBoolean(5, needed.contains(Field.EMAIL));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    List<String> cells = new ArrayList<>();
                    for (Object cell : (Object[]) row.getArray(3).getArray()) {
                        cells.add(String.valueOf(cell));
                    }
                    contacts.add(new Contact(new Choice(row.getLong(1), row.getLong(2)), List.copyOf(cells)));
                }
            }
        }
        return contacts;
    }

    private static String sql(List<Field> needed, List<Field> fields) {
        return SQL.formatted(
                fields.stream().map(field -> "b[" + field.place + "]").collect(Collectors.joining(", ")),
                needed.stream()
                        .map(field -> "coalesce(trim(b[" + field.place + "]), '') <> ''")
                        .collect(Collectors.joining(" and ")),
                needed.contains(Field.EMAIL) ? needed.size() : fields.size());
    }

    private static java.sql.Array keys(Connection connection, Collection<Long> keys) throws SQLException {
        return connection.createArrayOf("BIGINT", keys.toArray());
    }
}
