package org.foyer.hub.intake.internal.sheets;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.foyer.hub.intake.Contradiction;
import org.foyer.hub.intake.internal.loading.Performances;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Where the last words of a house's sources differ, in more than case, accents and blanks. A source speaks once for each property;
 * what was typed here is a source too, and where it spoke the matter is decided.
 */
final class Contradictions {

    /** Values of one property are next to each other; the page is one of properties. */
    private static final String DIFFERENT = """
            with told as (
              select kind, thing, property, source, run, value from description
              where house = $house and language = '' and source <> '' and kind <> 'name'
              union all
              select 'performance', s.performance, v.property, s.source, s.run, v.value
              from (select *, unnest([
                  {'property': 'start', 'value': coalesce(strftime(starts_local, '%%Y-%%m-%%dT%%H:%%M'), cast(day as varchar))},
                  {'property': 'venue', 'value': (select name from venue x where x.house = $house and x.id = venue)},
                  {'property': 'hall', 'value': hall}, {'property': 'state', 'value': state},
                  {'property': 'capacity', 'value': cast(capacity as varchar)}]) as v
                from performance_statement where house = $house and source is not null) s
              where v.value is not null
            ), last as (
              select kind, thing, property, source, arg_max(value, run) as value, max(run) as run
              from told group by kind, thing, property, source
            ), marked as (
              select *, max(precedence(source, run)) over one = precedence(source, run) as counts,
                bool_or(source = 'typed-here') over one as decided,
                count(distinct %s) over one as different
              from last window one as (partition by kind, thing, property)
            )
            """.formatted(Performances.plain("value"));

    private static final String PAGE = DIFFERENT + """
            , page as (
              select distinct kind, thing, property, decided from marked where different > 1
              order by decided, kind desc, thing desc, property limit ? offset ?)
            select m.*, f.day, coalesce(f.production, m.thing) as production, p.title
            from marked m join page using (kind, thing, property)
            left join performance f on m.kind = 'performance' and f.house = $house and f.id = m.thing
            left join production p on p.house = $house and p.id = coalesce(f.production, m.thing)
            order by m.decided, m.kind desc, m.thing desc, m.property, m.counts desc, m.run desc, m.source
            """;

    private static final String UNDECIDED = DIFFERENT + """
            select count(*) from (select distinct kind, thing, property from marked where different > 1 and not decided)
            """;

    private static final String VALUES = DIFFERENT + """
            select * from marked where kind = ? and thing = ? and property = ? order by counts desc, run desc, source
            """;

    private Contradictions() {}

    private record Key(String kind, long thing, String property) {}

    /** @param begun when a run began */
    static List<Contradiction> page(
            Connection connection, HouseId house, int offset, int limit, IntFunction<@Nullable Instant> begun)
            throws SQLException {
        Map<Key, Contradiction> found = new LinkedHashMap<>();
        new Sql(connection)
                .list(
                        row -> {
                            Contradiction one = one(row, begun);
                            return found.merge(
                                    new Key(row.getString("kind"), row.getLong("thing"), one.property()),
                                    one,
                                    Contradictions::both);
                        },
                        of(PAGE, house),
                        limit,
                        offset);
        return List.copyOf(found.values());
    }

    static List<Contradiction.Said> values(
            Connection connection,
            HouseId house,
            long production,
            long performance,
            String property,
            IntFunction<@Nullable Instant> begun)
            throws SQLException {
        return new Sql(connection)
                .list(
                        row -> said(row, begun),
                        of(VALUES, house),
                        performance == 0 ? "production" : "performance",
                        performance == 0 ? production : performance,
                        property);
    }

    private static Contradiction.Said said(ResultSet row, IntFunction<@Nullable Instant> begun) throws SQLException {
        int run = row.getInt("run");
        return new Contradiction.Said(
                row.getString("value"), row.getString("source"), run, begun.apply(run), row.getBoolean("counts"));
    }

    static long undecided(Connection connection, HouseId house) throws SQLException {
        return new Sql(connection).number(of(UNDECIDED, house));
    }

    private static String of(String sql, HouseId house) {
        return sql.replace("$house", Integer.toString(house.value()));
    }

    private static Contradiction one(ResultSet row, IntFunction<@Nullable Instant> begun) throws SQLException {
        boolean ofDate = row.getString("kind").equals("performance");
        return new Contradiction(
                row.getLong("production"),
                String.valueOf(row.getString("title")),
                ofDate ? row.getLong("thing") : 0,
                row.getObject("day", LocalDate.class),
                row.getString("property"),
                row.getBoolean("decided"),
                List.of(said(row, begun)));
    }

    private static Contradiction both(Contradiction one, Contradiction other) {
        List<Contradiction.Said> values = new ArrayList<>(one.values());
        values.addAll(other.values());
        return new Contradiction(
                one.production(), one.title(), one.performance(), one.day(), one.property(), one.decided(), values);
    }
}
