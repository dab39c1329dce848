package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What sources say of productions and performances beside their dates, value by value, each kept under the run and the source that
 * said it. What a source says is kept when it differs from what that source said last or, if it never spoke of it, from what
 * counts; what a person typed, in any case. So sources that contradict each other stay side by side, and the same file twice changes nothing. A title that files write in
 * other capitals or accents is the same; a person who types it means what they type.
 */
public final class Described {

    /** Columns of {@code programme_row} that speak of the production. */
    private static final List<String> OF_PRODUCTION = List.of(
            "title",
            "genre",
            "producer",
            "description",
            "url",
            "subtitle",
            "picture",
            "picture_credit",
            "picture_licence",
            "age_from",
            "age_to",
            "languages",
            "surtitles",
            "warnings",
            "revival_of");

    /** Columns of {@code programme_row} that speak of one performance. */
    private static final List<String> OF_PERFORMANCE = List.of(
            "duration",
            "accessibility",
            "audience",
            "history",
            "festival",
            "series",
            "configuration",
            "attendance",
            "availability",
            "price_from",
            "price_to",
            "cast_changes",
            "set_aside");

    /** What the production itself holds of what counts. */
    private static final List<String> IN_PRODUCTION = List.of("title", "genre", "producer", "description", "url");

    /**
     * A person who types what counts already decides for it, whatever files say later. A title that stands with new dates alone is not
     * typed: it tells of which show they are.
     */
    private static final String DECIDED = """
            d.value <> '' and (d.property <> 'title' or d.thing not in (
              select p.production from programme_row r join known_performance k on k.key = r.key
              join performance p on p.house = %d and p.id = k.performance where r.title is null))""";

    private final Sql sql;
    private final int house;

    public Described(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /** Keeps what the rows of {@code programme_row (key, line, …)} say of {@code known_performance}. */
    public void keep(Stage stage) throws SQLException {
        sql.run("""
                create or replace temp table described as
                select case when s.property in ('%s') then 'performance' else 'production' end as kind,
                  case when s.property in ('%s') then performance else production end as thing,
                  any_value(case when s.property in ('%s') then said_of else said_production end) as said_of,
                  s.property as property, coalesce(s.language, '') as language, arg_min(s.value, line) as value
                from (
                  select coalesce(m.production, p.production) as production, k.performance, k.said_of,
                    case when m.id is null then p.said_production else m.said_production end as said_production, r.line, unnest(list_concat([%s], coalesce(from_json(r.texts,
                    '[{"property": "VARCHAR", "language": "VARCHAR", "value": "VARCHAR"}]'), []))) as s
                  from programme_row r join known_performance k on k.key = r.key
                  join performance p on p.house = %d and p.id = k.performance
                  left join merged_performance m on m.house = p.house and m.id = k.said_of)
                where s.value is not null and s.property is not null
                group by all
                """.formatted(
                        String.join("', '", OF_PERFORMANCE),
                        String.join("', '", OF_PERFORMANCE),
                        String.join("', '", OF_PERFORMANCE),
                        listed(Stream.concat(OF_PRODUCTION.stream(), OF_PERFORMANCE.stream())
                                .toList()),
                        house));
        keepFirst(stage);
        long said = sql.change(
                """
                insert into description
                select ?, d.kind, d.thing, d.property, d.language, d.value, ?, ?, d.said_of
                from described d
                left join (select kind, thing, property, language, arg_max(value, run) as value from description
                           where house = ? and source = ? group by all) o
                  on o.kind = d.kind and o.thing = d.thing and o.property = d.property and o.language = d.language
                left join (select * from description_now where house = ?) n
                  on n.kind = d.kind and n.thing = d.thing and n.property = d.property and n.language = d.language
                where case when o.value is not null then d.value <> o.value
                  when d.property = 'title' and ? <> 'typed-here' then n.value is null or %s <> %s
                  else d.value is distinct from coalesce(n.value, '') or %s end
                order by d.kind, d.thing, d.property, d.language
                """.formatted(
                                Performances.plain("d.value"),
                                Performances.plain("n.value"),
                                stage.source().equals(Stage.TYPED_HERE) ? DECIDED.formatted(house) : "false"),
                house,
                stage.source(),
                stage.run(),
                house,
                stage.source(),
                house,
                stage.source());
        if (said > 0) {
            refresh(
                    "select kind, thing from description where house = " + house + " and run = " + stage.run(),
                    stage.run());
        }
    }

    private static String listed(List<String> properties) {
        return String.join(
                ", ",
                properties.stream()
                        .map(property ->
                                "{'property': '" + property + "', 'language': '', 'value': r." + property + "}")
                        .toList());
    }

    private void keepFirst(Stage stage) throws SQLException {
        keepFirst("run <> " + stage.run() + " and id in (select thing from described where kind = 'production')");
    }

    /**
     * What a production that nobody described had before is kept as the word of the run that made it.
     *
     * @param which condition on productions; fixed text of this package
     */
    void keepFirst(String which) throws SQLException {
        sql.change("""
                insert into description
                select house, 'production', id, s.property, '', s.value, '', run, null
                from (select house, id, run, unnest([%s]) as s from production r
                      where house = ? and %s
                        and id not in (select thing from description where house = ? and kind = 'production'))
                where s.value is not null
                order by id, s.property
                """.formatted(listed(IN_PRODUCTION), which), house, house);
    }

    /**
     * Brings productions and performances up to date with what counts.
     *
     * @param touched query of {@code kind, thing}
     * @param run by which they changed
     */
    void refresh(String touched, int run) throws SQLException {
        sql.run("create or replace temp table described_again as select distinct kind, thing from (" + touched + ")");
        String counts = " from description_now where house = " + house
                + " and (kind, thing) in (select (kind, thing) from described_again) and language = ''";
        sql.run("""
                update production set title = coalesce(s.title, production.title), genre = s.genre, producer = s.producer,
                  description = s.description, url = s.url
                from (select thing, any_value(value) filter (where property = 'title') as title,
                    any_value(value) filter (where property = 'genre') as genre,
                    any_value(value) filter (where property = 'producer') as producer,
                    any_value(value) filter (where property = 'description') as description,
                    any_value(value) filter (where property = 'url') as url
                  %s and kind = 'production' group by thing) s
                where production.house = %d and production.id = s.thing
                """.formatted(counts, house));
        sql.run("""
                update performance set set_aside = s.why
                from (select a.thing, any_value(n.value) as why from described_again a
                      left join (select thing, value %s and kind = 'performance' and property = 'set_aside') n
                        on n.thing = a.thing
                      where a.kind = 'performance' group by a.thing) s
                where performance.house = %d and performance.id = s.thing
                """.formatted(counts, house));
        sql.run("update performance set changed_run = " + run + " where house = " + house
                + " and (id in (select thing from described_again where kind = 'performance')"
                + " or production in (select thing from described_again where kind = 'production'))");
    }
}
