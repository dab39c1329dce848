package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/**
 * Keeps of which properties of which things a run had spoken that is taken back, so that their histories tell that it did. Its words go
 * with it: a run is taken back also because of what should never have been read.
 */
final class Unsaid {

    /** A statement on a performance repeats what its run found unchanged, so each value is compared with what was there before. */
    private static final String OF_STATEMENTS = """
            insert into unsaid
            with told as (
              select performance, run, source, precedence(source, run) as place, v.property as property, v.value as value
              from (select *, unnest([
                  {'property': 'start', 'value': coalesce(cast(starts_local as varchar), cast(day as varchar))},
                  {'property': 'venue', 'value': cast(venue as varchar)}, {'property': 'hall', 'value': hall},
                  {'property': 'state', 'value': state}, {'property': 'capacity', 'value': cast(capacity as varchar)},
                  {'property': 'held', 'value': cast(held as varchar)}, {'property': 'potential', 'value': cast(potential as varchar)},
                  {'property': 'season', 'value': season}, {'property': 'event_type', 'value': event_type}]) as v
                from performance_statement where house = $house and performance in (
                  select performance from performance_statement where house = $house and run = $run))
              where v.value is not null)
            select distinct $house, 'performance', t.performance, t.property, $run, $undo from told t
            where t.run = $run and t.value is distinct from coalesce(
              (select arg_max(o.value, o.run) from told o where o.performance = t.performance and o.property = t.property
                 and o.source is not distinct from t.source and o.run < $run),
              (select arg_max(o.value, o.place) from told o where o.performance = t.performance and o.property = t.property
                 and o.run < $run))
            """;

    /** What else is kept where it differs from what was said before. */
    private static final String OF_OTHERS = """
            insert into unsaid
            select distinct $house, kind, thing, property, $run, $undo from (
              select kind, coalesce(said_of, thing) as thing, property from description where house = $house and run = $run
              union all
              select kind, coalesce(said_of, thing), 'id:' || property from found_outside
              where house = $house and run = $run and not aside
              union all
              select 'performance', performance, case when position is null then 'credits' else 'writers' end from contribution
              where house = $house and run = $run and source is distinct from 'cast-change'
              union all
              select 'performance', performance, 'works' from programme_item where house = $house and run = $run
              union all
              select kind, unnest([thing, known_as]), 'joined' from same_thing where house = $house and run = $run and kind not in ('festival', 'series')
              union all
              select case kind when 'person' then 'name' else kind end, unnest([one, other]), 'apart' from told_apart
              where house = $house and run = $run and kind not in ('tour', 'festival', 'series')
              union all
              select 'name', unnest([name, known_as]), 'joined' from same_name where house = $house and run = $run
              union all
              select 'production', unnest([production, other]), 'tour' from same_show where house = $house and run = $run)
            """;

    private final Sql sql;
    private final int house;

    Unsaid(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /** To be called while everything of the run is still there. @param undo run that takes it back */
    void keep(int run, int undo) throws SQLException {
        for (String statement : new String[] {OF_STATEMENTS, OF_OTHERS}) {
            sql.run(statement
                    .replace("$house", Integer.toString(house))
                    .replace("$run", Integer.toString(run))
                    .replace("$undo", Integer.toString(undo)));
        }
    }
}
