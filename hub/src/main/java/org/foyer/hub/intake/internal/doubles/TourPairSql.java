package org.foyer.hub.intake.internal.doubles;

import org.foyer.hub.intake.internal.loading.Performances;

/**
 * Finds productions of other houses that may be the same show on tour: titles alike, and a director, a performer, a company or another
 * credited name in common, the same producer, or one identifier of another register. Who wrote it says nothing: two companies play one
 * play.
 */
final class TourPairSql {

    private static final double LIKE_MIN = 0.85;

    /** A word that more titles have tells nothing. */
    private static final int BEARERS_MAX = 200;

    /** Whoever wrote a work is credited by every company that plays it. */
    private static final String WRITERS =
            "'composer', 'compositeur', 'compositrice', 'author', 'auteur', 'autrice', 'writer',"
                    + " 'librettist', 'librettiste', 'komponist', 'komponistin', 'componist', 'autor', 'autorin', 'texte', 'text', 'musique', 'music',"
                    + " 'auteure', 'schrijver', 'schrijfster', 'traduction', 'translation', 'translator', 'traducteur', 'traductrice',"
                    + " 'lyricist', 'paroles', 'd’après', 'after', 'nach'";

    private static final String ASKED = """
            with thing as (
              select d.house, d.id, d.title as name, d.producer as beside, $plain as plain, $producer as producer,
                list_filter(string_split_regex($plain, '[^\\p{L}0-9]+'), lambda w: length(w) > 2) as words,
                count(*) as dates, min(p.day) as first, max(p.day) as last
              from production d join shown_performance p on p.house = d.house and p.production = d.id group by all),
            word as (select distinct house, id, unnest(words) as word from thing),
            telling as (select word from word group by word having count(*) between 2 and $bearers),
            outside as (
              select house, thing, property, value from found_outside_now
              where kind = 'production' and value is not null and property <> 'position'),
            one_id as (
              select a.thing as one, b.thing as other,
                string_agg(upper(a.property) || ' ' || a.value, ', ' order by a.property) as ids
              from outside a join outside b on b.property = a.property and b.value = a.value and b.house <> a.house
              where a.house = $house group by all),
            near as (
              select x.id as one, y.id as other from word x join telling t on t.word = x.word
              join word y on y.word = t.word and y.house <> x.house where x.house = $house
              union select one, other from one_id),
            alike as (
              select n.one, n.other, case when a.plain = b.plain then 1 else greatest(jaro_winkler_similarity(a.plain, b.plain),
                case when len(a.words) > 0 and len(b.words) > 0 and (list_has_all(a.words, b.words) or list_has_all(b.words, a.words))
                  then 0.93 else 0 end) end as alike, a.producer = b.producer as company
              from near n join thing a on a.id = n.one join thing b on b.id = n.other),
            pair as (
              select a.*, o.ids from alike a left join one_id o on o.one = a.one and o.other = a.other
              where a.alike >= $like or o.ids is not null),
            credit as (
              select distinct p.production as thing, coalesce(o.known_as, n.number) as person, c.name
              from contribution c join shown_performance p on p.house = c.house and p.id = c.performance
              join credited_name n on n.name = c.name left join one_name o on o.name = n.number
              where lower(c.role) not in ($writers)
                and p.production in (select one from pair union select other from pair)),
            common as (
              select p.one, p.other, string_agg(distinct a.name, '; ' order by a.name) as people from pair p
              join credit a on a.thing = p.one join credit b on b.thing = p.other and b.person = a.person group by all)
            select p.one, p.other, p.alike, 0 as hours, p.ids, null as shows, c.people, false as street, null as town, false as apart,
              false as turned, case when p.company then a.beside end as company, b.house as other_house,
              a.name, a.beside, cast([] as varchar[]) as sources, a.dates, a.first, a.last, b.name as other_name,
              b.beside as other_beside, cast([] as varchar[]) as other_sources, b.dates as other_dates, b.first as other_first,
              b.last as other_last
            from pair p join thing a on a.id = p.one join thing b on b.id = p.other
            left join common c on c.one = p.one and c.other = p.other
            where (p.ids is not null or c.people is not null or p.company)
              and (least(p.one, p.other), greatest(p.one, p.other)) not in (select (one, other) from told_apart where kind = 'tour')
              and (p.one, p.other) not in (select (one, other) from tour_member)
            order by p.ids is null, p.alike desc, p.one, p.other limit ?
            """;

    private TourPairSql() {}

    /** Question with one parameter, how many pairs at most. */
    static String of(int house) {
        return ASKED.replace("$plain", Performances.plain("d.title"))
                .replace("$producer", Performances.plain("d.producer"))
                .replace("$house", Integer.toString(house))
                .replace("$bearers", Integer.toString(BEARERS_MAX))
                .replace("$writers", WRITERS)
                .replace("$like", Double.toString(LIKE_MIN));
    }
}
