package org.foyer.hub.catalogue.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.UsualPart;
import org.foyer.hub.model.CastChange;

/**
 * Who usually plays in a run, and how single dates differ.
 *
 * <p>A role is usual that more than half of the dates credit of which anybody is credited; usually those play it who have it together on
 * most of them, and of two that are as many those who had it earlier. A date of which nobody is credited says nothing. Spellings of one
 * person are one. Of a musician the instrument is the role. Who wrote what is played is no cast.
 */
final class EveningCasts {

    /** Runs to which some performances belong, their dates in order, who plays what on each, and who does usually. */
    private static final String CASTS = """
            with asked as (select unnest(?::bigint[]) as id), place_of as (
              select f.*, coalesce(f.venue, 0) as place, season_year(f.day) as first_year
              from shown_performance f where f.house between ? and ?
            ), run as (
              select distinct production, place, first_year from place_of where id in (select id from asked)
            ), evening as (
              select f.id, f.production, f.place, f.first_year,
                row_number() over (order by f.day, f.starts_local nulls last, f.id) as turn
              from place_of f join run r on r.production = f.production and r.place = f.place and r.first_year = f.first_year
            ), credit as (
              select c.performance, coalesce(nullif(c.instrument, ''), c.role) as role, nullif(c.instrument, '') is not null as instrument, c.name,
                coalesce(o.known_as, name_number(c.name)) as person
              from (select * from contribution where house between ? and ? and performance in (select id from evening)
                    qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance, position is null)) c
              left join one_name o on o.name = name_number(c.name)
            ), called as (
              select e.production, e.place, e.first_year, c.person, first(c.name order by e.turn, c.name) as name
              from credit c join evening e on e.id = c.performance group by all
            ), part as (
              select performance, role, list_sort(list(distinct person)) as people from credit group by all
            ), together as (
              select e.production, e.place, e.first_year, p.role, p.people, count(*) as dates, min(e.turn) as turn
              from part p join evening e on e.id = p.performance group by all
            ), credited as (
              select e.production, e.place, e.first_year, count(distinct p.performance) as credited
              from part p join evening e on e.id = p.performance group by all
            ), counted as (
              select t.*, d.credited, sum(t.dates) over (partition by t.production, t.place, t.first_year, t.role) as total
              from together t join credited d on d.production = t.production and d.place = t.place and d.first_year = t.first_year
            ), usual as (
              select * from counted where 2 * total > credited
              qualify row_number() over (partition by production, place, first_year, role order by dates desc, turn) = 1
            )
            """;

    private static final String CHANGES = CASTS + """
            , known as (select * from evening where id in (select performance from part) and id in (select id from asked)
            ), played as (
              select k.id, k.production, k.place, k.first_year, k.turn, u.role from known k
              join usual u on u.production = k.production and u.place = k.place and u.first_year = k.first_year
              union select k.id, k.production, k.place, k.first_year, k.turn, p.role from known k join part p on p.performance = k.id
            ), compared as (
              select r.*, coalesce(u.people, []) as usually, coalesce(p.people, []) as now from played r
              left join usual u on u.production = r.production and u.place = r.place and u.first_year = r.first_year and u.role = r.role
              left join part p on p.performance = r.id and p.role = r.role
            ), changed as (
              select *, list_filter(now, lambda x: not list_contains(usually, x)) as plays,
                list_filter(usually, lambda x: not list_contains(now, x)) as missing
              from compared where now <> usually
            ), told as (
              select c.id, c.turn, c.role, 'plays' as side, n.name
              from (select *, unnest(plays) as person from changed) c
              join (select performance, role, person, min(name) as name from credit group by all) n
                on n.performance = c.id and n.role = c.role and n.person = c.person
              union all
              select c.id, c.turn, c.role, 'missing', n.name from (select *, unnest(missing) as person from changed) c
              join called n on n.production = c.production and n.place = c.place and n.first_year = c.first_year and n.person = c.person
            )
            select id, role, list_sort(coalesce(list(name) filter (where side = 'plays'), [])) as plays,
              list_sort(coalesce(list(name) filter (where side = 'missing'), [])) as missing
            from told group by id, turn, role order by turn, role
            """;

    private static final String USUAL = CASTS + """
            select u.production, u.first_year, u.place, u.role, u.dates,
              u.total = d.dates as always, i.instrument, list_sort(list(n.name)) as names
            from (select *, unnest(people) as person from usual) u
            join (select e.production, e.place, e.first_year, c.role, bool_or(c.instrument) as instrument
              from credit c join evening e on e.id = c.performance group by all) i
              on i.production = u.production and i.place = u.place and i.first_year = u.first_year and i.role = u.role
            join called n on n.production = u.production and n.place = u.place and n.first_year = u.first_year and n.person = u.person
            join (select e.production, e.place, e.first_year, count(*) as dates from evening e group by all) d
              on d.production = u.production and d.place = u.place and d.first_year = u.first_year
            group by all order by u.production, u.first_year, u.place, u.role
            """;

    private EveningCasts() {}

    /** How some performances differ from their runs, by performance; those that do not are left out. */
    static Map<Long, List<CastChange>> changes(Connection connection, HouseSpan span, List<Long> performances)
            throws SQLException {
        Map<Long, List<CastChange>> changes = new HashMap<>();
        Rows.of(connection, CHANGES, row -> add(changes, row), parameters(connection, span, performances));
        return changes;
    }

    private static boolean add(Map<Long, List<CastChange>> changes, ResultSet row) throws SQLException {
        String role = row.getString("role");
        return EventNodes.isWriting(role)
                || changes.computeIfAbsent(row.getLong("id"), made -> new ArrayList<>())
                        .add(new CastChange(role, texts(row, "plays"), texts(row, "missing")));
    }

    /** Who usually plays in the runs to which some performances belong, by run. */
    static Map<String, List<UsualPart>> usual(Connection connection, HouseSpan span, List<Long> performances)
            throws SQLException {
        Map<String, List<UsualPart>> usual = new HashMap<>();
        Rows.of(connection, USUAL, row -> addUsual(usual, row), parameters(connection, span, performances));
        return usual;
    }

    private static boolean addUsual(Map<String, List<UsualPart>> usual, ResultSet row) throws SQLException {
        String run = row.getLong("production") + "-" + row.getInt("first_year") + "-" + row.getLong("place");
        String role = row.getString("role");
        return EventNodes.isWriting(role)
                || usual.computeIfAbsent(run, made -> new ArrayList<>())
                        .add(new UsualPart(
                                role,
                                texts(row, "names"),
                                row.getLong("dates"),
                                row.getBoolean("always"),
                                row.getBoolean("instrument")));
    }

    private static Object[] parameters(Connection connection, HouseSpan span, List<Long> performances)
            throws SQLException {
        Object ids = connection.createArrayOf("BIGINT", performances.toArray());
        return new Object[] {ids, span.first(), span.last(), span.first(), span.last()};
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }
}
