package org.foyer.hub.intake.internal.doubles;

import org.foyer.hub.intake.internal.loading.Performances;

/**
 * Finds shows of a house that may be what a later one revives: the same works by the same producer, in an earlier season, and nobody said of the
 * later one what it revives. Of several the nearest. A concert of one symphony may be found so too; a person decides.
 */
final class RevivalPairSql {

    /** Shows that play more than these are programmes of many works, not stagings. */
    private static final int WORKS_MAX = 5;

    private static final String ASKED = """
            with played as (
              select p.production, list_sort(list(distinct $work)) as plain, string_agg(distinct w.title, ', ' order by w.title) as works
              from programme_item i join shown_performance p on p.house = i.house and p.id = i.performance
              join work w on w.house = i.house and w.id = i.work
              where i.house = $house group by p.production having count(distinct $work) <= $most),
            spoke as (
              select p.production, list_sort(list(distinct s.source)) as sources from performance_statement s
              join shown_performance p on p.house = s.house and p.id = s.performance
              where s.house = $house and s.source is not null group by p.production),
            thing as (
              select d.id, d.title as name, d.producer as beside, $producer as producer, $plain as plain, count(*) as dates,
                min(p.day) as first, max(p.day) as last, min(season_year(p.day)) as from_season, max(season_year(p.day)) as to_season
              from production d join shown_performance p on p.house = d.house and p.production = d.id
              where d.house = $house and d.producer is not null group by all),
            pair as (
              select a.id as one, b.id as other, jaro_winkler_similarity(a.plain, b.plain) as alike, x.works,
                a.to_season || '-' || lpad(cast((a.to_season + 1) % 100 as varchar), 2, '0') as earlier
              from thing b join played y on y.production = b.id
              join played x on x.plain = y.plain join thing a on a.id = x.production
              where a.producer = b.producer and a.to_season < b.from_season
                and b.id not in (select thing from description where house = $house and kind = 'production' and property = 'revival_of')
                and (least(a.id, b.id), greatest(a.id, b.id)) not in (
                  select (one, other) from told_apart where house = $house and kind in ('revival', 'production'))
              qualify row_number() over (partition by b.id order by a.last desc, a.id) = 1)
            select p.one, p.other, p.alike, 0 as hours, null as ids, null as shows, null as people, false as street, null as town,
              false as apart, false as turned, a.beside as company, p.works, p.earlier,
              a.name, a.beside, coalesce(s.sources, []) as sources, a.dates, a.first, a.last, b.name as other_name,
              b.beside as other_beside, coalesce(t.sources, []) as other_sources, b.dates as other_dates, b.first as other_first,
              b.last as other_last
            from pair p join thing a on a.id = p.one join thing b on b.id = p.other
            left join spoke s on s.production = p.one left join spoke t on t.production = p.other
            order by p.alike desc, b.last desc, p.one, p.other limit ?
            """;

    private RevivalPairSql() {}

    /** Question with one parameter, how many pairs at most; the earlier show first. */
    static String of(int house) {
        return ASKED.replace("$plain", Performances.plain("d.title"))
                .replace("$producer", Performances.plain("d.producer"))
                .replace("$work", Performances.plain("w.title"))
                .replace("$most", Integer.toString(WORKS_MAX))
                .replace("$house", Integer.toString(house));
    }
}
