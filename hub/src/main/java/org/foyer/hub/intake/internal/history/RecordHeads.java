package org.foyer.hub.intake.internal.history;

import org.foyer.hub.store.HallIds;

/** What is said of venues, works and whoever is credited, in the shape that {@link HistorySql} takes. */
final class RecordHeads {

    private static final String NO_DATES = "with dated as (select 0::bigint as id, null::date as day where false), ";

    private static final String SAID = """
            said (kind, thing, property, language, source, run, value, said_of) as (
            """;

    private static final String OUTSIDE = """
            select kind, $thing, case when property = 'position' then property else 'id:' || property end, '', source, run, value, said_of
            from found_outside where house = $house and kind = '$kind' and thing in (select id from mine) and not aside
            """;

    private static final String DECIDED = """
            select 'joined' as what, s.run, s.kind, m.$name as value, s.thing as other, $thing as thing from same_thing s
            join any_$kind m on m.house = s.house and m.id = s.thing and m.goes_by = $thing
            where s.house = $house and s.kind = '$kind'
            union all
            select 'apart', t.run, t.kind, m.$name, m.id, $thing from told_apart t
            join any_$kind m on m.house = t.house and m.id = case when t.one in (select id from mine) then t.other else t.one end
            where t.house = $house and t.kind = '$kind' and (t.one in (select id from mine) or t.other in (select id from mine))
            """;

    private static final String MINE = "mine as (select id from any_$kind where house = $house and goes_by = $thing), ";

    private static final String OF_VENUE = """
            select kind, thing, property, language, source, run, value, said_of from description
            where house = $house and kind = 'venue' and thing = $thing and not (value = '' and source = '')
            union all
            select 'venue', id, s.property, '', '', run, s.value, null
            from (select id, run, unnest([{'property': 'name', 'value': name}, {'property': 'region', 'value': region},
                {'property': 'page', 'value': url}]) as s from venue where house = $house and id = $thing)
            where s.value is not null
            union all
            select 'venue', id, s.property, '', '', run, s.value, null
            from (select id, run, unnest([{'property': 'street', 'value': street}, {'property': 'postcode', 'value': postcode},
                {'property': 'city', 'value': city}, {'property': 'country', 'value': country}]) as s
              from venue where house = $house and id = $thing
                and id not in (select thing from description where house = $house and kind = 'venue'))
            where s.value is not null
            union all
            """;

    /** What is said of the halls of a venue; the property names the count, and behind a colon the hall and its configuration as they are spelt. */
    private static final String OF_HALLS = """
            select 'venue', d.thing, 'hall_' || %3$s || ':' || concat_ws(', ', h.value, nullif(c.value, '')), '', d.source, d.run, d.value, d.said_of
            from description d
            join description_now h on h.house = $house and h.kind = 'hall' and h.thing = $thing
              and h.property = %1$s || %4$s || %4$s || 'name'
            left join description_now c on c.house = $house and c.kind = 'hall' and c.thing = $thing and %2$s <> ''
              and c.property = %1$s || %4$s || %2$s || %4$s || 'name'
            where d.house = $house and d.kind = 'hall' and d.thing = $thing and %3$s <> 'name'
            union all
            """.formatted(
                    HallIds.part("d.property", 1),
                    HallIds.part("d.property", 2),
                    HallIds.part("d.property", 3),
                    HallIds.BETWEEN);

    /** That an import had spoken of halls of a venue. */
    private static final String UNSAID_HALLS = """

              union all
              select u.* replace ('venue' as kind, 'hall' as property), coalesce(g.known_as, u.thing) from unsaid u
              left join goes_by g on g.house = u.house and g.kind = 'venue' and g.thing = u.thing
              where u.house = $house and u.kind = 'hall' and coalesce(g.known_as, u.thing) = $thing)
            """;

    private static final String OF_WORK = """
            select 'work', id, 'title', '', '', run, title, null from work where house = $house and id = $thing
            union all
            select kind, thing, property, language, source, run, value, said_of from description
            where house = $house and kind = 'work' and thing = $thing
            union all
            """;

    private static final String OF_NAME = """
            select kind, $thing, property, language, source, run, value, said_of from description
            where house = $house and kind = 'name' and thing in (select id from mine)
            union all
            """;

    private static final String PLAYED = """
            union all
            select 'played', min(i.run), 'work', p.title, p.id, $thing from programme_item i
            join performance f on f.house = i.house and f.id = i.performance
            join production p on p.house = f.house and p.id = f.production
            where i.house = $house and i.work = $thing group by p.id, p.title
            """;

    private static final String CREDITED = """
            select 'credited' as what, min(c.run), 'name', concat_ws(', ', nullif(c.role, ''), p.title), p.id, $thing from contribution c
            join performance f on f.house = c.house and f.id = c.performance
            join production p on p.house = f.house and p.id = f.production
            where c.house = $house and c.source is distinct from 'cast-change' and name_number(c.name) in (select id from mine)
            group by c.role, p.id, p.title
            union all
            select 'joined', s.run, 'name', min(n.name), s.name, $thing from same_name s join credited_name n on n.number = s.name
            where s.house = $house and s.name in (select id from mine) and s.known_as in (select id from mine) group by s.run, s.name
            union all
            select 'apart', t.run, 'name', min(n.name), n.number, $thing from told_apart t join credited_name n
              on n.number = case when t.one in (select id from mine) then t.other else t.one end
            where t.house = $house and t.kind = 'person' and (t.one in (select id from mine) or t.other in (select id from mine))
            group by t.run, n.number
            """;

    /** Needs the end of {@code unsaid_mine}. */
    static final String VENUE = of("venue", "name", OF_VENUE + OF_HALLS, "", UNSAID_HALLS);

    static final String WORK = of("work", "title", OF_WORK, PLAYED, ")");

    static final String PERSON = NO_DATES
            + "mine as (select name as id from one_name where known_as = $thing union select $thing), " + SAID
            + OF_NAME + OUTSIDE.replace("$kind", "name") + "), event (what, run, kind, value, other, thing) as ("
            + CREDITED
            + HistorySql.UNSAID + "and u.kind = 'name' and u.thing in (select id from mine))";

    private RecordHeads() {}

    private static String of(String kind, String name, String said, String events, String end) {
        return (NO_DATES + MINE + SAID + said + OUTSIDE + "), event (what, run, kind, value, other, thing) as ("
                        + DECIDED + events + HistorySql.UNSAID
                        + "and u.kind = '$kind' and coalesce(g.known_as, u.thing) = $thing"
                        + end)
                .replace("$kind", kind)
                .replace("$name", name);
    }
}
