package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.PersonRights.Named;
import org.jspecify.annotations.Nullable;

/** Buyers by number and e-mail, many at once; the keyed digests are compared, so that nothing sealed is opened. */
public final class NamedBuyers {

    private static final String FOUND = """
            with name as (select unnest(?) as said, unnest(range(?)) as place),
              digest as (select place, personal.number_of(%1$d, 'person ' || ?, said) as person,
                case when contains(said, '@') then personal.number_of(%1$d, 'e-mail', lower(said)) end as email_key
                from name),
              known as (select person, email_key from personal.person where house = %1$d)
            select d.place, k.person from digest d left join (
              select d.place, k.person from digest d join known k on k.person = d.person
              union select d.place, k.person from digest d join known k on k.email_key = d.email_key) k using (place)
            order by all
            """;

    private final Sql sql;
    private final int house;
    private final String salt;

    /** @param salt secret of the house from which person keys are made */
    public NamedBuyers(Connection connection, int house, String salt) {
        this.sql = new Sql(connection);
        this.house = house;
        this.salt = salt;
    }

    /** A name of the list and a buyer whom it means. */
    private record Pair(int place, @Nullable Long person) {}

    /** @param names at most {@value PersonRights#NAMED_MAX} */
    public Named of(List<String> names) throws SQLException {
        List<Pair> pairs = sql.list(
                row -> new Pair(row.getInt(1), row.getObject(2, Long.class)),
                FOUND.formatted(house),
                sql.texts(names),
                names.size(),
                salt);
        Set<Long> persons = new LinkedHashSet<>();
        List<Integer> unknown = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.person() == null) {
                unknown.add(pair.place());
            } else {
                persons.add(pair.person());
            }
        }
        return new Named(
                List.copyOf(persons),
                unknown.size(),
                unknown.stream().limit(PersonRights.PEOPLE_MAX).toList());
    }
}
