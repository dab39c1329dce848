package org.foyer.hub.intake.internal.doubles;

import org.foyer.hub.intake.DoublePair.Kind;
import org.foyer.hub.intake.internal.loading.Performances;
import org.foyer.hub.store.FestivalIds;

/**
 * Finds names of festivals, or of series, of a house that may be two spellings of one: a word that is not what every such name has is in
 * both, and what is left without these words is alike (Jaro and Winkler; Winkler 1990), or all words of one are in the other. Names with
 * different numbers are two editions, not two spellings.
 */
final class FestivalPairSql {

    /** Likeness of names, of which little else is known. */
    private static final String LIKE_MIN = "0.9";

    /** Names that are compared with each other, at most: those that play last. */
    private static final int NAMES_MAX = 2_000;

    /** Words of names of festivals and series that tell nothing of which it is. */
    private static final String COMMON =
            "'festival', 'festivals', 'festspiele', 'cycle', 'serie', 'series', 'reihe', 'reeks', 'concert',"
                    + " 'concerts', 'konzerte', 'saison', 'season', 'les', 'des', 'une', 'the', 'and', 'der', 'die', 'das', 'und', 'het', 'een'";

    private static final String ASKED = """
            with named as (
              select $known as id, name_number(d.value) as number, d.value as name, p.id as performance, p.production, p.day
              from description_now d join shown_performance p on p.house = d.house and p.id = d.thing
              where d.house = $house and d.kind = 'performance' and d.property = '$kind' and d.value is not null),
            spoke as (
              select n.id, list_sort(list(distinct d.source)) as sources from description d
              join named n on n.performance = d.thing and name_number(d.value) = n.number
              where d.house = $house and d.kind = 'performance' and d.property = '$kind' and d.source is not null group by n.id),
            spelt as (
              select id, arg_max(name, {'chosen': number = id, 'name': name}) as name, count(distinct performance) as dates,
                min(day) as first, max(day) as last
              from named group by id order by last desc, id limit $most),
            thing as (
              select *, list_filter(string_split_regex($plain, '[^\\p{L}0-9]+'), lambda w: length(w) > 2 and w not in ($common)) as words,
                regexp_extract_all(name, '[0-9]+') as numbers
              from spelt),
            word as (select id, unnest(list_distinct(words)) as word from thing),
            near as (select distinct a.id as one, b.id as other from word a join word b on a.word = b.word and a.id < b.id),
            apart as (
              select coalesce(x.known_as, t.one) as one, coalesce(y.known_as, t.other) as other from told_apart t
              left join goes_by x on x.house = t.house and x.kind = t.kind and x.thing = t.one
              left join goes_by y on y.house = t.house and y.kind = t.kind and y.thing = t.other
              where t.house = $house and t.kind = '$kind'),
            pair as (
              select n.one, n.other, greatest(jaro_winkler_similarity(array_to_string(a.words, ' '), array_to_string(b.words, ' ')) * 0.99,
                case when list_has_all(a.words, b.words) or list_has_all(b.words, a.words) then 0.93 else 0 end) as alike,
                (select min(d.title) from production d where d.house = $house
                   and d.id in (select production from named where id = n.one)
                   and d.id in (select production from named where id = n.other)) as shows,
                b.dates > a.dates as turned
              from near n join thing a on a.id = n.one join thing b on b.id = n.other
              where (len(a.numbers) = 0 or len(b.numbers) = 0 or a.numbers = b.numbers)
                and (n.one, n.other) not in (select (least(one, other), greatest(one, other)) from apart))
            select p.*, 0 as hours, null as ids, null as people, false as street, null as town,
              not list_has_any(coalesce(s.sources, []), coalesce(t.sources, [])) and len(s.sources) > 0 and len(t.sources) > 0 as apart,
              a.name, null as beside, coalesce(s.sources, []) as sources, a.dates, a.first, a.last, b.name as other_name,
              null as other_beside, coalesce(t.sources, []) as other_sources, b.dates as other_dates, b.first as other_first,
              b.last as other_last
            from pair p join thing a on a.id = p.one join thing b on b.id = p.other
            left join spoke s on s.id = p.one left join spoke t on t.id = p.other
            where p.alike >= $like
            order by p.alike + case when p.shows is null then 0 else 0.5 end desc, p.one, p.other limit ?
            """;

    /** Numbers and names of what the house calls its festivals and series, those that go by another among them. */
    static final String NAMES =
            "select property as kind, name_number(value) as number, max(value) as name from description"
                    + " where house = $house and kind = 'performance' and property in (" + FestivalIds.KINDS
                    + ") and value <> '' group by all";

    /** Which of two spellings a date of the house bears and go by no other. */
    static final String BORNE = """
            select count(distinct name_number(d.value)) from description_now d
            join shown_performance p on p.house = d.house and p.id = d.thing
            where d.house = ? and d.kind = 'performance' and d.property = ? and d.value is not null and name_number(d.value) in (?, ?)
              and name_number(d.value) not in (select thing from goes_by where house = d.house and kind = d.property)
            """;

    private FestivalPairSql() {}

    /** Question with one parameter, how many pairs at most; that with more dates first. */
    static String of(Kind kind, int house) {
        return ASKED.replace("$known", FestivalIds.known("d.house", "d.property", "d.value"))
                .replace("$plain", Performances.plain("name"))
                .replace("$common", COMMON)
                .replace("$most", Integer.toString(NAMES_MAX))
                .replace("$like", LIKE_MIN)
                .replace("$house", Integer.toString(house))
                .replace("$kind", kind.word());
    }
}
