package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.store.HallIds;

/**
 * What sources say of halls themselves, each value under the run and the source that said it: capacity, seats and wheelchair places, of the
 * hall or of one of its configurations. It lies with the venue, kind {@code hall}, so that it goes with it when two venues are found to be
 * one; the name of its property tells the hall and the configuration ({@link HallIds#part}).
 */
public final class ToldHalls {

    /** Columns of {@code programme_row} that speak of the hall, or of its configuration where the row names one, by property. */
    private static final List<String> COUNTS = List.of("capacity", "seats", "wheelchair");

    private final Sql sql;
    private final int house;

    public ToldHalls(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /** Keeps what the rows of {@code programme_row (key, line, …)} say. Needs {@code known_performance} and {@code venue_of_key}. */
    public void keep(Stage stage) throws SQLException {
        keep(stage, false);
    }

    /** The same of rows that are a list of halls: each is one, whatever else it tells. */
    void keepListed(Stage stage) throws SQLException {
        keep(stage, true);
    }

    private void keep(Stage stage, boolean listed) throws SQLException {
        long told = sql.change("""
                create or replace temp table hall_row as
                select v.goes_by as thing, nullif(v.id, v.goes_by) as said_of, r.line, coalesce(r.hall, p.hall) as hall,
                  coalesce(r.configuration, %4$s) as configuration, unnest(list_concat([%3$s],
                    coalesce(from_json(r.hall_words, '[{"configuration": "VARCHAR", "property": "VARCHAR", "value": "VARCHAR"}]'), []))) as s
                from programme_row r
                left join known_performance k on k.key = r.key
                left join performance p on p.house = %1$d and p.id = k.performance
                left join venue_of_key y on y.key = r.key
                join any_venue v on v.house = %1$d and v.id = coalesce(y.venue, p.venue)
                left join description_now c on c.house = %1$d and c.kind = 'performance' and c.thing = k.performance
                  and c.property = 'configuration' and c.language = ''
                where coalesce(r.hall, p.hall) is not null and (r.hall_words is not null or %2$s or %5$s)
                """.formatted(
                house,
                COUNTS.stream().map(count -> "r.hall_" + count + " is not null").collect(Collectors.joining(" or ")),
                COUNTS.stream()
                                .map(count -> "{'configuration': cast(null as varchar), 'property': '" + count
                                        + "', 'value': r.hall_" + count + "}")
                                .collect(Collectors.joining(", "))
                        + (listed ? ", {'configuration': null, 'property': 'listed', 'value': 'yes'}" : ""),
                stage.isTypedHere() ? "c.value" : "cast(null as varchar)",
                listed));
        if (told == 0) {
            return;
        }
        name();
        if (add(stage) > 0) {
            changed(
                    "select thing from description where house = " + house + " and kind = 'hall' and run = "
                            + stage.run(),
                    stage.run());
        }
    }

    /** Gives each value the name of its property, and the spellings of hall and configuration beside it. */
    private void name() throws SQLException {
        sql.run("""
                create or replace temp table told_hall as
                with one as (
                  select thing, said_of, line, hall, coalesce(s.configuration, configuration, '') as configuration, s.property as which,
                    s.value as value
                  from hall_row where s.value is not null and s.property in ('listed', '%2$s')
                ), named as (
                  select thing, said_of, line, hall, configuration, which, value from one where which <> 'listed'
                  union all select thing, said_of, line, hall, '', 'name', hall from one
                  union all select thing, said_of, line, hall, configuration, 'name', configuration from one where configuration <> '')
                select thing, %3$s || %1$s || case when configuration = '' then '' else %4$s end || %1$s || which as property,
                  arg_min(value, line) as value, arg_min(said_of, line) as said_of
                from named group by all
                """.formatted(
                HallIds.BETWEEN, String.join("', '", COUNTS), HallIds.words("hall"), HallIds.words("configuration")));
    }

    private long add(Stage stage) throws SQLException {
        return sql.change("""
                insert into description
                select ?, 'hall', t.thing, t.property, '', t.value, ?, ?, t.said_of
                from told_hall t
                left join (select thing, property, arg_max(value, run) as value from description
                           where house = ? and kind = 'hall' and source = ? group by all) o
                  on o.thing = t.thing and o.property = t.property
                left join (select * from description_now where house = ? and kind = 'hall') n
                  on n.thing = t.thing and n.property = t.property
                where t.value is distinct from coalesce(o.value, n.value)
                order by t.thing, t.property
                """, house, stage.source(), stage.run(), house, stage.source(), house);
    }

    /** Performances at these venues tell of their halls. @param venues query of {@code thing} */
    void changed(String venues, int run) throws SQLException {
        sql.run("update performance set changed_run = " + run + " where house = " + house
                + " and hall is not null and venue in (" + venues + ")");
    }
}
