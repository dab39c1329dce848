package org.foyer.hub.intake.internal.history;

import org.foyer.hub.intake.History;
import org.foyer.hub.intake.internal.loading.Performances;
import org.foyer.hub.model.HouseId;

/**
 * Changes of one record as SQL. A head makes {@code said (kind, thing, property, language, source, run, value, said_of)}, {@code dated (id,
 * day)} and {@code event}; what follows finds what counted before each statement. What was said of a record before it was joined is
 * compared with what was said of that one alone.
 */
final class HistorySql {

    /** What a performance's statements say, each property as text. */
    static final String STATEMENTS = """
            select 'performance' as kind, s.performance as thing, v.property as property, '' as language, coalesce(s.source, '') as source,
              s.run, v.value as value, s.said_of
            from (select *, unnest([
                {'property': 'start', 'value': coalesce(strftime(starts_local, '%Y-%m-%dT%H:%M'), cast(day as varchar))},
                {'property': 'venue', 'value': (select any_value(name) from any_venue x where x.house = $house and x.id = venue)},
                {'property': 'hall', 'value': hall}, {'property': 'state', 'value': state},
                {'property': 'capacity', 'value': cast(capacity as varchar)}, {'property': 'held', 'value': cast(held as varchar)},
                {'property': 'potential', 'value': cast(potential as varchar)}, {'property': 'season', 'value': season},
                {'property': 'event_type', 'value': event_type}]) as v
              from performance_statement where house = $house and performance in (select id from dated)) s
            where v.value is not null
            """;

    /** Whom and what each source bills, each bill whole; casts that changes made follow from these and from {@code cast_changes}. */
    private static final String BILLS = """
            select 'performance', performance, case when position is null then 'credits' else 'writers' end, '', coalesce(source, ''), run,
              left(string_agg(name || case when role = '' then '' else ' (' || role || ')' end, ', ' order by position, role, name), 4000),
              any_value(said_of)
            from contribution
            where house = $house and source is distinct from 'cast-change' and performance in (select id from dated)
            group by performance, position is null, source, run
            union all
            select 'performance', i.performance, 'works', '', coalesce(i.source, ''), i.run,
              left(string_agg(coalesce(w.title, i.part, '–'), ' / ' order by i.position), 4000), any_value(i.said_of)
            from programme_item i left join any_work w on w.house = i.house and w.id = i.work
            where i.house = $house and i.performance in (select id from dated)
            group by i.performance, i.source, i.run
            """;

    /** That a performance takes place is not said until something else is. */
    private static final String PLANNED = """
            select 'performance', p.id, 'state', '', '', p.run, 'scheduled', null
            from performance p join dated d on d.id = p.id
            where p.house = $house and p.run in (select run from run_mark where house = $house)
              and p.id in (select performance from performance_statement where house = $house and state is not null)
              and (p.id, p.run) not in (select (performance, run) from performance_statement where house = $house and state is not null)
            """;

    private static final String OF_PRODUCTION = """
            select kind, thing, property, language, source, run, value, said_of from description
            where house = $house and kind = 'production' and thing = $thing
            union all
            select 'production', id, s.property, '', '', run, s.value, null
            from (select id, run, unnest([{'property': 'title', 'value': title}, {'property': 'genre', 'value': genre},
                {'property': 'producer', 'value': producer}, {'property': 'description', 'value': description},
                {'property': 'url', 'value': url}]) as s
              from production where house = $house and id = $thing
                and id not in (select thing from description where house = $house and kind = 'production'))
            where s.value is not null
            union all
            select kind, thing, 'id:' || property, '', source, run, value, said_of from found_outside
            where house = $house and kind = 'production' and thing = $thing and not aside
            """;

    private static final String OF_DATES = """
            select kind, thing, property, language, source, run, value, said_of from description
            where house = $house and kind = 'performance' and thing in (select id from dated)
            union all
            """ + STATEMENTS + " union all " + BILLS + " union all " + PLANNED;

    private static final String JOINED_DATES = """
            select 'joined' as what, s.run, s.kind, coalesce(strftime(m.starts_local, '%Y-%m-%dT%H:%M'), cast(m.day as varchar)) as value,
              s.thing as other, g.known_as as thing
            from same_thing s join goes_by g on g.house = s.house and g.kind = s.kind and g.thing = s.thing
            join any_performance m on m.house = s.house and m.id = s.thing
            where s.house = $house and s.kind = 'performance' and g.known_as in (select id from dated)
            """;

    private static final String JOINED_SHOWS = """
            select 'joined', s.run, s.kind, m.title, s.thing, $thing from same_thing s
            join any_production m on m.house = s.house and m.id = s.thing and m.goes_by = $thing
            where s.house = $house and s.kind = 'production'
            union all
            select 'apart', t.run, 'production', m.title, m.id, $thing from told_apart t
            join any_production m on m.house = t.house and m.id = case when t.one in (select id from mine) then t.other else t.one end
            where t.house = $house and t.kind = 'production' and (t.one in (select id from mine) or t.other in (select id from mine))
            union all
            select 'tour', t.run, 'production', m.title, m.id, $thing from same_show t
            join any_production m on m.id = case when t.production in (select id from mine) then t.other else t.production end
            where t.house = $house and (t.production in (select id from mine) or t.other in (select id from mine))
            """;

    /** Ends {@code event}; what follows says of what. */
    static final String UNSAID = """
            ), unsaid_mine as (
              select u.*, coalesce(g.known_as, u.thing) as whole from unsaid u
              left join goes_by g on g.house = u.house and g.kind = u.kind and g.thing = u.thing where u.house = $house
            """;

    private static final String SHOW = """
            with mine as (select id from any_production where house = $house and goes_by = $thing),
            dated as (select id, day from performance where house = $house and production = $thing),
            said (kind, thing, property, language, source, run, value, said_of) as (
            """ + OF_PRODUCTION + " union all " + OF_DATES + "), event as (" + JOINED_DATES
            + " union all " + JOINED_SHOWS + UNSAID
            + "and (u.kind = 'production' and coalesce(g.known_as, u.thing) = $thing or u.kind = 'performance' and coalesce(g.known_as, u.thing) in (select id from dated)))";

    private static final String PERFORMANCE = """
            with dated as (select id, day from performance where house = $house and id = $thing),
            said (kind, thing, property, language, source, run, value, said_of) as (
            """ + OF_DATES + "), event as (" + JOINED_DATES + UNSAID
            + "and u.kind = 'performance' and coalesce(g.known_as, u.thing) = $thing)";

    private static final String CHANGES = """
            , joined as (
              select g.kind, g.known_as as thing, min(s.run) as run
              from goes_by g join same_thing s on s.house = g.house and s.kind = g.kind and s.thing = g.thing
              where g.house = $house group by all
            ), marked as (
              select s.*, precedence(s.source, s.run) as place, coalesce(j.run, 2147483647) as joined,
                max(precedence(s.source, s.run)) over whole as top, arg_max(s.value, precedence(s.source, s.run)) over whole as now,
                lag(s.value) over (partition by s.kind, s.thing, s.property, s.language, s.source, s.said_of order by s.run) as source_before,
                arg_max(s.value, precedence(s.source, s.run)) over (partition by s.kind, s.thing, s.property, s.language
                  order by s.run, precedence(s.source, s.run) rows between unbounded preceding and 1 preceding) as all_before,
                arg_max(s.value, precedence(s.source, s.run)) over (partition by s.kind, s.thing, s.property, s.language, s.said_of
                  order by s.run, precedence(s.source, s.run) rows between unbounded preceding and 1 preceding) as own_before
              from said s left join joined j on j.kind = s.kind and j.thing = s.thing
              window whole as (partition by s.kind, s.thing, s.property, s.language)
            ), changed as (
              select m.*, nullif(case when m.run > m.joined then m.all_before else m.own_before end, '') as before,
                case when m.kind <> 'performance' then m.said_of end as other, d.day
              from marked m left join dated d on m.kind = 'performance' and d.id = m.thing
            ), ambiguous as (
              select $plain(name) as name from venue where house = $house group by all having count(*) > 1
            ), line as (
              select 'said' as what, run, kind, property, language, source, before, value, other, bool_or(place = top) as counts,
                bool_and(case when property = 'title' then $plain(value) = $plain(now) else value = now end) as same,
                property <> 'venue' or $plain(value) not in (select name from ambiguous) as sayable,
                list_slice(list(thing order by day, thing), 1, 401) as things, count(*) as dates, min(day) as first, max(day) as last, 0 as undo
              from changed
              where case when source_before is null then value is distinct from coalesce(before, '') else value <> source_before end
              group by run, kind, property, language, source, before, value, other
              union all
              select e.what, e.run, e.kind, '', '', '', null, coalesce(e.value, ''), e.other, false, false, false,
                [e.thing], 1, d.day, d.day, 0
              from event e left join dated d on e.kind = 'performance' and d.id = e.thing
              union all
              select 'taken-back', run, kind, property, '', '', null, '', null, false, false, false,
                list_slice(list(whole order by day, whole), 1, 401), count(*), min(day), max(day), any_value(by_run)
              from (select string_agg(property, ',' order by property) as property, kind, whole, run, any_value(by_run) as by_run
                    from (select distinct property, kind, whole, run, by_run from unsaid_mine) group by kind, whole, run) t
              left join dated d on t.kind = 'performance' and d.id = t.whole
              group by run, kind, property
            ), numbered as (
              select l.*, l.run || '-' || left(md5(concat_ws(chr(31), what, kind, property, language, source, coalesce(before, chr(30)), value,
                coalesce(other, 0))), 16) as mark,
                coalesce(p.title, v.name, w.title) as other_name
              from line l left join any_production p on l.kind = 'production' and p.house = $house and p.id = l.other
              left join any_venue v on l.kind = 'venue' and v.house = $house and v.id = l.other
              left join any_work w on l.kind = 'work' and w.house = $house and w.id = l.other
            )
            """;

    private static final String PAGE = """
            select *, count(*) over () as total from numbered
            order by run desc, what, kind desc, property, language, first nulls first, value, mark limit ? offset ?
            """;

    private static final String ONE = "select *, 1 as total from numbered where mark = ? limit 1";

    private HistorySql() {}

    /** A page; its parameters are limit and offset. */
    static String page(HouseId house, History.Kind kind, long thing) {
        return of(house, kind, thing, PAGE);
    }

    /** One change; its parameter is the mark. */
    static String one(HouseId house, History.Kind kind, long thing) {
        return of(house, kind, thing, ONE);
    }

    private static String of(HouseId house, History.Kind kind, long thing, String end) {
        String head = switch (kind) {
            case SHOW -> SHOW;
            case PERFORMANCE -> PERFORMANCE;
            case VENUE -> RecordHeads.VENUE;
            case WORK -> RecordHeads.WORK;
            case PERSON -> RecordHeads.PERSON;
        };
        return (head + plain(CHANGES) + end)
                .replace("$house", Integer.toString(house.value()))
                .replace("$thing", Long.toString(thing));
    }

    private static String plain(String sql) {
        return sql.replaceAll(
                "\\$plain\\((\\w+)\\)",
                java.util.regex.Matcher.quoteReplacement(Performances.plain("@"))
                        .replace("@", "$1"));
    }
}
