package org.foyer.hub.intake.internal.programme;

import java.sql.SQLException;
import org.foyer.hub.intake.internal.loading.Performances;
import org.foyer.hub.intake.internal.loading.Sql;

/**
 * Places works and people that stand in one cell, as tables of this software write them ({@code Œdipe; Antigone}, {@code Anne Roy
 * (Nina); Luc Petit}), among the rows of a bill: the works behind those that have rows of their own, the people as those of the evening.
 * The last brackets hold the role, with whatever brackets stand in it.
 */
final class ListedBills {

    /** Names of one cell. */
    private static final int LISTED_MAX = 1_000;

    private static final String ROLE = "^(.+) \\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)$";

    private final Sql sql;

    ListedBills(Sql sql) {
        this.sql = sql;
    }

    void place() throws SQLException {
        if (sql.number("select count(*) from programme_row where works is not null or people is not null") == 0) {
            return;
        }
        sql.run("""
                insert into placed_row by name
                with cell as (
                  select k.performance, r.line, r.hall_zone, r.works from programme_row r join known_performance k on k.key = r.key
                  where r.works is not null qualify row_number() over (partition by k.performance order by r.line) = 1),
                given as (select performance, max(position) as last from placed_row group by performance),
                listed as (
                  select c.*, coalesce(g.last, 0) as last,
                    list_filter(list_transform(string_split(works, ';'), lambda w: trim(w)), lambda w: w <> '')[:%d] as titles
                  from cell c left join given g on g.performance = c.performance),
                work as (select *, generate_subscripts(titles, 1) as i, unnest(titles) as title from listed)
                select performance, line, cast(last + i as integer) as position, title as work_title, %s as plain_title,
                  false as "interval", hall_zone
                from work
                """.formatted(LISTED_MAX, Performances.plain("title")));
        sql.run("""
                insert into placed_row by name
                with cell as (
                  select k.performance, r.line, r.hall_zone, r.people from programme_row r join known_performance k on k.key = r.key
                  where r.people is not null),
                person as (
                  select performance, line, hall_zone, trim(unnest(string_split(people, ';')[:%1$d])) as who from cell)
                select performance, line, false as "interval", hall_zone,
                  case when regexp_matches(who, '%2$s') then trim(regexp_extract(who, '%2$s', 1)) else who end as contributor,
                  nullif(case when regexp_matches(who, '%2$s') then trim(regexp_extract(who, '%2$s', 2)) else '' end, '') as role
                from person where who <> ''
                """.formatted(LISTED_MAX, ROLE));
    }
}
