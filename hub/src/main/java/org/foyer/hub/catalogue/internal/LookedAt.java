package org.foyer.hub.catalogue.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Quality;

/**
 * Questions over the performances that a quality looks at, with what each tells. Made of numbers, days and fixed text only: what a
 * person asks for goes in as a parameter.
 */
final class LookedAt {

    /** What people decided of doubles tells of no programme. */
    private static final String NO_SOURCE = "('', 'decided-doubles', 'typed-house', 'cast-change')";

    private static final String HAS = """
            with wanted(house, first_day, last_day) as (values $days),
            asked as (
              select a.house, a.id, a.production, a.starts_local, a.starts_at, a.venue, a.day, a.run, a.source_ref
              from shown_performance a join wanted w on w.house = a.house and a.day between w.first_day and w.last_day
              where a.house in ($houses) and a.state <> 'cancelled'
            ), said as (
              select house, kind, thing, property from description_now
              where house in ($houses) and value is not null and language = '' and property in
                ('picture', 'price_from', 'duration', 'age_from', 'languages', 'accessibility')
            ), of_production as (
              select house, thing, bool_or(property = 'picture') as picture, bool_or(property = 'age_from') as age_from,
                bool_or(property = 'languages') as languages
              from said where kind = 'production' group by all
            ), of_performance as (
              select house, thing, bool_or(property = 'price_from') as price_from, bool_or(property = 'duration') as duration,
                bool_or(property = 'accessibility') as accessibility
              from said where kind = 'performance' group by all
            ), credited as (select distinct house, performance from contribution where house in ($houses)
            ), has as (
              select a.house, a.id, a.production, a.day, a.starts_local, a.run, a.source_ref, p.title,
                coalesce(length(trim(p.description)) >= $long, false) as description,
                coalesce(d.picture, false) as picture,
                a.starts_local is not null or a.starts_at is not null as time,
                v.city is not null as venue,
                c.performance is not null as people,
                p.genre is not null as genre,
                coalesce(e.price_from, false) as price_from,
                coalesce(e.duration, false) as duration,
                coalesce(d.age_from, false) as age_from,
                coalesce(d.languages, false) as languages,
                p.url is not null as url,
                coalesce(e.accessibility, false) as accessibility
              from asked a join production p on p.house = a.house and p.id = a.production
              left join venue v on v.house = a.house and v.id = a.venue
              left join of_production d on d.house = a.house and d.thing = a.production
              left join of_performance e on e.house = a.house and e.thing = a.id
              left join credited c on c.house = a.house and c.performance = a.id
            ), pointed as (select *, $points as points from has)
            """;

    /** Which sources told of which performances: of its dates, of itself, of its people and works, or of its show. */
    private static final String TOLD = """
            , spoke as (
              select house, performance as id, source from performance_statement where house in ($houses)
              union select house, thing, source from description where house in ($houses) and kind = 'performance'
              union select d.house, a.id, d.source from description d join asked a on a.house = d.house and a.production = d.thing
                where d.house in ($houses) and d.kind = 'production'
              union select house, performance, source from contribution where house in ($houses)
              union select house, performance, source from programme_item where house in ($houses)
              union select house, thing, source from further_reference where house in ($houses) and kind = 'performance'
            ), told as (
              select h.*, s.source from pointed h join spoke s on s.house = h.house and s.id = h.id
              where s.source is not null and s.source not in $none)
            """;

    private final String houses;
    private final String days;

    /** @param days at least one */
    LookedAt(List<Quality.Days> days) {
        this.houses = days.stream().map(one -> one.house().toString()).collect(Collectors.joining(", "));
        this.days = days.stream()
                .map(one -> "(%d, date '%s', date '%s')".formatted(one.house().value(), one.from(), one.to()))
                .collect(Collectors.joining(", "));
    }

    /** Sums of all performances by some columns of {@code pointed}. */
    String sums(String by) {
        return filled(HAS + "select " + by + ", count(*) as performances, $sums from pointed group by " + by);
    }

    /** Sums of all performances that sources told of, by source. */
    String sourceSums() {
        return filled(
                HAS + TOLD
                        + "select source, count(distinct house) as houses, count(*) as performances, $sums from told group by source");
    }

    /** Performances that a source (first parameter) told of and that lack something, at most so many (second). */
    String lacking() {
        return filled(HAS + TOLD + """
                select t.house, t.id, t.title, t.day, t.starts_local, t.points, $names,
                  coalesce(
                    (select min(r.ref) from further_reference r
                     where r.house = t.house and r.kind = 'performance' and r.thing = t.id and r.source = t.source),
                    case when exists (from performance_statement f
                        where f.house = t.house and f.performance = t.id and f.run = t.run and f.source = t.source)
                      then t.source_ref end) as reference
                from told t where t.source = ? and t.points < 100
                order by t.points, t.house, t.day, t.starts_local nulls last, t.id limit ?
                """);
    }

    private String filled(String sql) {
        return sql.replace("$houses", houses)
                .replace("$days", days)
                .replace("$none", NO_SOURCE)
                .replace("$long", Integer.toString(Quality.DESCRIPTION_MIN))
                .replace(
                        "$points",
                        Quality.POINTS.entrySet().stream()
                                .map(one -> one.getValue() + " * " + one.getKey() + "::integer")
                                .collect(Collectors.joining(" + ")))
                .replace(
                        "$sums",
                        Quality.POINTS.keySet().stream()
                                .map(name -> "count(*) filter (where " + name + ") as n_" + name)
                                .collect(Collectors.joining(", ")))
                .replace("$names", String.join(", ", Quality.POINTS.keySet()));
    }
}
