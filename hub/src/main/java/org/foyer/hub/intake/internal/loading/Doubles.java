package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import org.foyer.hub.intake.internal.recipe.Field;

/** Takes rows of what people decided of doubles: kind, the thing, what it is known as, and whether they are the same or apart. */
final class Doubles {

    private final Connection connection;
    private final Sql sql;
    private final Loading loading;

    Doubles(Connection connection, Loading loading) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.loading = loading;
    }

    /** Keeps the good rows of a table. Returns how many changed something; what is gone or decided already changes nothing. */
    long keep(String table) throws SQLException {
        int house = loading.houseNumber();
        SameThings same = new SameThings(connection, house, loading.zone());
        same.note();
        sql.run("""
                create or replace temp table decided as
                select %1$s as kind, try_cast(%2$s as bigint) as thing, try_cast(%3$s as bigint) as known_as, %4$s as verdict, line
                from %5$s
                """.formatted(
                        Field.THING_KIND.key(), Field.THING.key(), Field.KNOWN_AS.key(), Field.VERDICT.key(), table));
        long merged = 0;
        for (String kind : new String[] {"performance", "production", "venue", "work"}) {
            merged += merge(kind, house);
        }
        for (String kind : new String[] {"festival", "series"}) {
            merged += spell(kind, house);
        }
        merged += join("same_name", "name, known_as", "person");
        merged += join("same_show", "production, other", "tour");
        long apart = sql.change("""
                insert into told_apart
                select distinct %1$d, kind, least(thing, known_as), greatest(thing, known_as), %2$d from decided
                where verdict = 'apart' and (kind, least(thing, known_as), greatest(thing, known_as)) not in (
                  select (kind, one, other) from told_apart where house = %1$d)
                """.formatted(house, loading.run()));
        same.follow(loading.run(), loading.begunAt());
        return merged + apart;
    }

    /** Spellings of one person, and productions of one tour: nothing is moved, so any two may be said to be one. */
    private long join(String table, String columns, String kind) throws SQLException {
        return sql.change("""
                insert into %3$s
                select distinct %1$d, thing, known_as, %2$d from decided
                where kind = '%5$s' and verdict = 'same' and thing <> known_as and (thing, known_as) not in (
                  select (%4$s) from %3$s where house = %1$d)
                """.formatted(loading.houseNumber(), loading.run(), table, columns, kind));
    }

    /**
     * Spellings of one festival or series, by the numbers of their names. Whether a date bears them at the moment does not matter, so that
     * it does not either in which order files come; one spelling goes by one other only, and none by itself.
     */
    private long spell(String kind, int house) throws SQLException {
        return sql.change("""
                insert into same_thing
                select %2$d, '%1$s', thing, min(known_as), %3$d from (
                  select d.thing, coalesce(g.known_as, d.known_as) as known_as from decided d
                  left join goes_by g on g.house = %2$d and g.kind = '%1$s' and g.thing = d.known_as
                  where d.kind = '%1$s' and d.verdict = 'same' and d.thing is not null and d.known_as is not null)
                where thing <> known_as
                  and thing not in (select s.thing from same_thing s where s.house = %2$d and s.kind = '%1$s')
                  and known_as not in (select o.thing from decided o where o.kind = '%1$s' and o.verdict = 'same' and o.thing is not null)
                group by thing
                """.formatted(kind, house, loading.run()));
    }

    /** One thing goes by one other only, and none by itself, whatever the rows say. */
    private long merge(String kind, int house) throws SQLException {
        return sql.change("""
                insert into same_thing
                select %2$d, '%1$s', d.thing, min(k.goes_by), %3$d
                from decided d
                join %1$s t on t.house = %2$d and t.id = d.thing
                join any_%1$s k on k.house = %2$d and k.id = d.known_as
                where d.kind = '%1$s' and d.verdict = 'same' and k.goes_by <> d.thing
                  and k.goes_by not in (select thing from decided where kind = '%1$s' and verdict = 'same')
                group by d.thing
                """.formatted(kind, house, loading.run()));
    }
}
