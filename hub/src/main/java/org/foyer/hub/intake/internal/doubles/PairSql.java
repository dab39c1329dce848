package org.foyer.hub.intake.internal.doubles;

import org.foyer.hub.intake.DoublePair.Kind;
import org.foyer.hub.intake.internal.loading.Performances;

/**
 * Finds pairs of things that may be one. Names are compared by the likeness of Jaro and Winkler (Winkler 1990), and by whether the words
 * of one are all in the other; only pairs with a word, an hour or a street in common are compared at all.
 */
final class PairSql {

    /** Likeness from which names are alike when something else speaks for it. */
    static final double LIKE_MIN = 0.8;

    private static final String LIKE = Double.toString(LIKE_MIN);

    /** Likeness of places, of which little else is known. */
    private static final String LIKE_PLACE = "0.9";

    /** Days between two runs of one title from two sources that are still one show. */
    private static final int DAYS_APART_MAX = 60;

    private static final String ALIKE = """
            case when a.plain = b.plain then 1 else greatest(jaro_winkler_similarity(a.plain, b.plain),
              case when len(a.words) > 0 and len(b.words) > 0 and (list_has_all(a.words, b.words) or list_has_all(b.words, a.words))
                then 0.93 else 0 end) end""";

    private static final String WORDS =
            "list_distinct(list_filter(string_split_regex(%s, '[^\\p{L}0-9]+'), lambda w: length(w) > 2"
                    + " and w not in ('les', 'des', 'une', 'the', 'der', 'die', 'das', 'het', 'een')))";

    private static final String SHOWN = """
            with shown as (select * from shown_performance where house = $house),
            spoke as (
              select distinct p.production, p.venue, s.source, p.id from performance_statement s
              join shown p on p.id = s.performance where s.house = $house and s.source is not null),
            outside as (
              select thing, property, value from found_outside_now
              where house = $house and kind = '$kind' and value is not null and property not in ('position', 'siren')),
            one_id as (
              select a.thing as one, b.thing as other, string_agg(upper(a.property) || ' ' || a.value, ', ' order by a.property) as ids
              from outside a join outside b on b.property = a.property and b.value = a.value and a.thing < b.thing group by all)
            """;

    private static final String PRODUCTIONS = SHOWN
            + """
            , thing as (
              select d.id, d.title as name, d.producer as beside, %1$s as plain, %2$s as words,
                (select list_sort(list(distinct source)) from spoke where production = d.id) as sources,
                count(*) as dates, min(p.day) as first, max(p.day) as last,
                bool_or(p.id in (select performance from daily_cube where house = $house)) as sold
              from production d join shown p on p.production = d.id where d.house = $house group by all),
            together as (
              select a.production as one, b.production as other, count(distinct a.starts_local) as hours
              from shown a join shown b on a.starts_local = b.starts_local and a.production < b.production
              left join venue v on v.house = $house and v.id = a.venue left join venue w on w.house = $house and w.id = b.venue
              where a.venue = b.venue or a.venue is null or b.venue is null or jaro_winkler_similarity(v.name, w.name) > 0.85
                or contains(lower(v.name), lower(w.name)) or contains(lower(w.name), lower(v.name))
              group by all),
            near as (
              select one, other, max(hours) as hours from (
                select one, other, hours from together
                union all
                select one, other, 0 from one_id
                union all
                select a.id, b.id, 0 from thing a join thing b on a.plain = b.plain and a.id < b.id
                where not list_has_any(coalesce(a.sources, []), coalesce(b.sources, []))
                  and a.first <= b.last + %3$d and b.first <= a.last + %3$d)
              group by all),
            pair as (
              select n.*, %4$s as alike, null as town, false as street, null as shows
              from near n join thing a on a.id = n.one join thing b on b.id = n.other
              where %4$s >= %5$s or (n.one, n.other) in (select (one, other) from one_id)),
            people as (select distinct p.production as thing, c.name from contribution c join shown p on p.id = c.performance
              where c.house = $house)
            """.formatted(
                            Performances.plain("d.title"),
                            WORDS.formatted(Performances.plain("d.title")),
                            DAYS_APART_MAX,
                            ALIKE,
                            LIKE);

    private static final String VENUES = SHOWN
            + """
            , thing as (
              select v.id, v.name, v.city as beside, %1$s as plain, %2$s as words, %3$s as town, %4$s as street,
                (select list_sort(list(distinct source)) from spoke where venue = v.id) as sources,
                count(p.id) as dates, min(p.day) as first, max(p.day) as last, false as sold
              from venue v left join shown p on p.venue = v.id where v.house = $house group by all),
            word as (select id, unnest(words) as word from thing),
            near as (
              select a.id as one, b.id as other from word a join word b on a.word = b.word and a.id < b.id
              union
              select a.id, b.id from thing a join thing b on a.street = b.street and a.town = b.town and a.id < b.id
              union
              select one, other from one_id),
            pair as (
              select n.*, 0 as hours, %5$s as alike, case when a.town = b.town then a.beside end as town,
                coalesce(a.street = b.street, false) as street, null as shows
              from near n join thing a on a.id = n.one join thing b on b.id = n.other
              where (a.town is null or b.town is null or a.town = b.town)
                and (a.street is null or b.street is null or a.street = b.street)
                and (%5$s >= %6$s or a.street = b.street)
                or (n.one, n.other) in (select (one, other) from one_id)),
            people as (select 0 as thing, '' as name where false)
            """.formatted(
                            Performances.plain("v.name"),
                            WORDS.formatted(Performances.plain("v.name")),
                            Performances.plain("v.city"),
                            Performances.plain("v.street"),
                            ALIKE,
                            LIKE_PLACE);

    private static final String WORKS =
            SHOWN + """
            , played as (
              select i.work, i.position, p.id, p.production, p.day from programme_item i join shown p on p.id = i.performance
              where i.house = $house),
            thing as (
              select w.id, w.title as name, string_agg(distinct c.name, '; ') as beside, %1$s as plain, [] as words, w.source_ref,
                [] as sources, count(distinct p.id) as dates, min(p.day) as first, max(p.day) as last, false as sold
              from work w join played p on p.work = w.id
              left join contribution c on c.house = $house and c.performance = p.id and c.position = p.position
              where w.house = $house group by w.id, w.title, w.source_ref),
            staged as (select distinct p.work, p.production, d.title from played p
              join production d on d.house = $house and d.id = p.production),
            people as (select distinct p.work as thing, c.name from played p
              join contribution c on c.house = $house and c.performance = p.id and c.position = p.position),
            pair as (
              select a.id as one, b.id as other, 0 as hours, %2$s as alike, null as town, false as street,
                (select min(s.title) from staged s join staged t on t.production = s.production
                 where s.work = a.id and t.work = b.id) as shows
              from thing a join thing b on a.id < b.id and (a.plain = b.plain or (a.id, b.id) in (select (one, other) from one_id))
              where a.source_ref is null or b.source_ref is null or (a.id, b.id) in (select (one, other) from one_id))
            """.formatted(Performances.plain("w.title"), "jaro_winkler_similarity(a.plain, b.plain)");

    private static final String ASKED = """
            , common as (
              select p.one, p.other, string_agg(distinct x.name, '; ') as people from pair p
              join people x on x.thing = p.one join people y on y.thing = p.other and y.name = x.name group by all)
            select p.*, c.people, o.ids, a.name, a.beside, a.sources, a.dates, a.first, a.last,
              b.name as other_name, b.beside as other_beside, b.sources as other_sources, b.dates as other_dates, b.first as other_first,
              b.last as other_last, b.sold and not a.sold as turned,
              not list_has_any(coalesce(a.sources, []), coalesce(b.sources, [])) and len(a.sources) > 0 and len(b.sources) > 0 as apart
            from pair p join thing a on a.id = p.one join thing b on b.id = p.other
            left join common c on c.one = p.one and c.other = p.other
            left join one_id o on o.one = p.one and o.other = p.other
            where (p.one, p.other) not in (select (one, other) from told_apart where house = $house and kind = '$kind')
              and ('$kind' <> 'work' or p.shows is not null or c.people is not null or o.ids is not null)
            order by p.alike * 3 + least(p.hours, 3) + case when c.people is null then 0 else 0.5 end
              + case when p.street then 1 else 0 end + case when o.ids is null then 0 else 3 end desc, p.one, p.other
            limit ?
            """;

    private PairSql() {}

    /** Question with one parameter, how many pairs at most. */
    static String of(Kind kind, int house) {
        if (kind == Kind.PERSON) {
            return PersonPairSql.of(house);
        }
        if (kind == Kind.REVIVAL) {
            return RevivalPairSql.of(house);
        }
        if (kind == Kind.TOUR) {
            return TourPairSql.of(house);
        }
        if (kind == Kind.FESTIVAL || kind == Kind.SERIES) {
            return FestivalPairSql.of(kind, house);
        }
        String things = switch (kind) {
            case PRODUCTION -> PRODUCTIONS;
            case VENUE -> VENUES;
            case WORK -> WORKS;
            case PERSON, TOUR, REVIVAL, FESTIVAL, SERIES ->
                throw new IllegalStateException("a question of its own: " + kind);
        };
        return (things + ASKED).replace("$house", Integer.toString(house)).replace("$kind", kind.word());
    }
}
