package org.foyer.hub.intake.internal.doubles;

/**
 * Finds pairs of credited names that may be one person: alike and with a show or a role in common, or known by one identifier that did
 * not join them (they contradict each other elsewhere). Only names with a word in common that few bear are compared. Of names that are
 * one person already, the person is compared by each spelling. Two names that one source credits on one
 * date are two people, unless one of them shortens the other.
 */
final class PersonPairSql {

    /** Likeness from which names are alike. */
    private static final double LIKE_MIN = 0.9;

    /** A word that more people bear tells nothing (and would be compared with all of them). */
    private static final int BEARERS_MAX = 50;

    /** Every word of a name is a word of the other, or its initial. */
    private static final String FITS = """
            len(list_filter(%1$s.parts, lambda w: len(list_filter(%2$s.parts,
              lambda x: x = w or length(w) <= 2 and starts_with(x, w) or length(x) <= 2 and starts_with(w, x))) = 0)) = 0""";

    /** Every word of a name has its like in the other: one name that differs in a letter, not two that end alike. */
    private static final String NEAR = """
            len(list_filter(%1$s.parts, lambda w: len(list_filter(%2$s.parts,
              lambda x: jaro_winkler_similarity(w, x) >= $like or length(x) <= 2 and starts_with(w, x)
                or length(w) <= 2 and starts_with(x, w))) = 0)) = 0""";

    private static final String ASKED = """
            with credit as (
              select coalesce(o.known_as, n.number) as id, c.name, c.role, c.source, p.production, p.id as performance, p.day
              from contribution c join shown_performance p on p.house = c.house and p.id = c.performance
              join credited_name n on n.name = c.name left join one_name o on o.name = n.number where c.house = $house),
            spelling as (
              select id, name, count(*) as times,
                list_filter(string_split_regex(lower(strip_accents(name)), '[^\\p{L}0-9]+'), lambda w: w <> '') as parts
              from credit group by id, name),
            person as (
              select id, list_sort(list(distinct source) filter (where source is not null)) as sources,
                array_to_string(list_slice(list_sort(list(distinct role) filter (where role <> '')), 1, 3), ', ') as roles,
                count(distinct performance) as dates, min(day) as first, max(day) as last from credit group by id),
            called as (select id, first(name order by times desc, name) as name from spelling group by id),
            thing as (select p.*, c.name, nullif(p.roles, '') as beside from person p join called c on c.id = p.id),
            word as (select distinct id, name, unnest(parts) as word from spelling),
            telling as (
              select word from word where length(word) > 2 group by word having count(distinct id) between 2 and $bearers),
            compared as (
              select distinct x.id as one, x.name as one_name, y.id as other, y.name as other_name
              from word x join telling t on t.word = x.word join word y on y.word = t.word and y.id > x.id),
            alike as (
              select c.one, c.other, max(case when a.parts = b.parts then 1 else greatest(
                  jaro_winkler_similarity(array_to_string(a.parts, ' '), array_to_string(b.parts, ' ')),
                  case when $fits or $back then 0.93 else 0 end) end) as alike, bool_or($fits or $back) as shortened
              from compared c join spelling a on a.id = c.one and a.name = c.one_name
              join spelling b on b.id = c.other and b.name = c.other_name where $near or $nearBack group by c.one, c.other),
            outside as (
              select distinct coalesce(o.known_as, f.thing) as thing, f.property, f.value
              from found_outside_now f left join one_name o on o.name = f.thing
              where f.house = $house and f.kind = 'name' and f.value is not null
                and f.property not in ('position', 'siren', 'siret')),
            one_id as (
              select a.thing as one, b.thing as other,
                string_agg(upper(a.property) || ' ' || a.value, ', ' order by a.property) as ids
              from outside a join outside b on b.property = a.property and b.value = a.value and a.thing < b.thing group by all),
            pair as (
              select one, other, max(alike) as alike, bool_or(shortened) as shortened from (
                select one, other, alike, shortened from alike where alike >= $like
                union all select one, other, 0, false from one_id where one in (select id from thing) and other in (select id from thing))
              group by one, other),
            staged as (select distinct c.id, c.production, d.title from credit c
              join production d on d.house = $house and d.id = c.production),
            together as (
              select p.one, p.other, min(a.title) as show from pair p join staged a on a.id = p.one
              join staged b on b.id = p.other and b.production = a.production group by all),
            role as (select distinct id, lower(role) as plain, role from credit where role <> ''),
            alone as (
              select p.one, p.other, min(a.role) as role from pair p join role a on a.id = p.one
              join role b on b.id = p.other and b.plain = a.plain group by all),
            beside as (
              select distinct p.one, p.other from pair p join credit a on a.id = p.one
              join credit b on b.id = p.other and b.performance = a.performance and b.source = a.source),
            apart as (
              select coalesce(x.known_as, t.one) as one, coalesce(y.known_as, t.other) as other from told_apart t
              left join one_name x on x.name = t.one left join one_name y on y.name = t.other
              where t.house = $house and t.kind = 'person'),
            agent as (
              select thing, value from description_now
              where house = $house and kind = 'name' and property = 'agent' and value is not null)
            select p.one, p.other, p.alike, 0 as hours, o.ids, s.show as shows, null as people, r.role, false as street,
              null as town, not list_has_any(coalesce(a.sources, []), coalesce(b.sources, []))
                and len(a.sources) > 0 and len(b.sources) > 0 as apart, b.dates > a.dates as turned,
              a.name, a.beside, a.sources, a.dates, a.first, a.last, b.name as other_name, b.beside as other_beside,
              b.sources as other_sources, b.dates as other_dates, b.first as other_first, b.last as other_last
            from pair p join thing a on a.id = p.one join thing b on b.id = p.other
            left join one_id o on o.one = p.one and o.other = p.other
            left join together s on s.one = p.one and s.other = p.other
            left join alone r on r.one = p.one and r.other = p.other
            left join agent g on g.thing = p.one left join agent h on h.thing = p.other
            where (o.ids is not null or g.value is null or h.value is null or g.value = h.value)
              and (o.ids is not null or s.show is not null or r.role is not null)
              and (o.ids is not null or p.shortened or not exists (select 1 from beside d where d.one = p.one and d.other = p.other))
              and not exists (select 1 from apart t where t.one = p.one and t.other = p.other or t.one = p.other and t.other = p.one)
            order by o.ids is null, p.alike + case when s.show is null then 0 else 0.1 end desc, p.one, p.other
            limit ?
            """;

    private PersonPairSql() {}

    /** Question with one parameter, how many pairs at most. */
    static String of(int house) {
        return ASKED.replace("$nearBack", NEAR.formatted("b", "a"))
                .replace("$near", NEAR.formatted("a", "b"))
                .replace("$fits", FITS.formatted("a", "b"))
                .replace("$back", FITS.formatted("b", "a"))
                .replace("$house", Integer.toString(house))
                .replace("$bearers", Integer.toString(BEARERS_MAX))
                .replace("$like", Double.toString(LIKE_MIN));
    }
}
