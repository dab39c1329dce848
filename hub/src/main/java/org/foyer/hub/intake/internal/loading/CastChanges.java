package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import org.foyer.hub.model.CastChange;

/**
 * Keeps the cast of dates of which somebody said how it differs ({@code description.cast_changes}, as {@code CastChange} writes it): what
 * else is said of who is credited, with each change made in it. It is made again after each run, so that a file that comes later still
 * counts for everybody else, and a change that is taken back leaves what files say.
 *
 * <p>Use: {@link #forget} before anything of the run is read, {@link #follow} after all of it, and {@link #settle} once it is known which
 * spellings are one person now.
 */
public final class CastChanges {

    /** Under which name the rows stand that are made here; no recipe has it. */
    public static final String SOURCE = "cast-change";

    /** Dates of one house of which the cast was changed, at most; more are a mistake of whoever made the file. */
    private static final int CHANGES_MAX = 200_000;

    private static final String SAID = """
            create or replace temp table cast_said as
            select performance, run, trim(p.role) as role, nullif(trim(p.plays), '') as plays, nullif(trim(p.out), '') as out
            from (
              select performance, run, regexp_extract(part, '^%3$s$', ['role', 'plays', 'out']) as p
              from (
                select d.thing as performance, d.run, unnest(string_split_regex(d.value, '[;\\n]')) as part from description_now d
                where d.house = %1$d and d.kind = 'performance' and d.property = 'cast_changes' and d.value is not null
                  and d.thing in (select f.id from performance f where f.house = %1$d))
              where regexp_full_match(part, '%3$s'))
            order by performance, role, plays, out limit %2$d
            """;

    /** What counts without any change, of these dates. */
    private static final String BASE = """
            create or replace temp table cast_base as
            select c.performance, c.position, c.name, c.role, c.instrument,
              coalesce(o.known_as, name_number(c.name)) as person,
              lower(strip_accents(coalesce(nullif(c.instrument, ''), c.role))) as part
            from (select * from contribution
                  where house = %1$d and performance in (select performance from cast_said)
                  qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance, position is null)) c
            left join one_name o on o.name = name_number(c.name)
            """;

    /** All changes of a date are made at once, whatever their order; a change of no role is one of all roles. */
    private static final String MADE = """
            create or replace temp table cast_made as
            with change as (
              select s.*, row_number() over () as number, lower(strip_accents(s.role)) as part,
                coalesce(p.known_as, name_number(s.plays)) as who,
                case when s.out is not null then coalesce(o.known_as, name_number(s.out)) end as whom
              from cast_said s left join one_name o on o.name = name_number(s.out) left join one_name p on p.name = name_number(s.plays)),
            hit as (
              select b.*, c.plays, c.number from cast_base b left join change c
                on c.performance = b.performance and c.whom = b.person and c.part in ('', b.part)),
            line as (
              select performance, position, case when number is null then name else plays end as name, role, instrument from hit
              union
              select c.performance, null, c.plays, c.role, null from change c
              where c.number not in (select h.number from hit h where h.number is not null) and not exists (
                select 1 from cast_base b where b.performance = c.performance and b.person = c.who and c.part in ('', b.part)))
            select l.performance, l.position, l.name, l.role, l.instrument, s.run
            from line l join (select performance, max(run) as run from cast_said group by performance) s on s.performance = l.performance
            where l.name is not null
            """;

    private final Sql sql;
    private final int house;
    private boolean were;
    private boolean made;

    /** @param house whose run it is */
    public CastChanges(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /** Lets go of every changed cast, so that what is read is compared with what was said. */
    public void forget() throws SQLException {
        String ofChanges = " from contribution where house = " + house + " and source = '" + SOURCE + "'";
        were = sql.change("create or replace temp table cast_was as"
                        + " select performance, position, name, role, instrument, run" + ofChanges)
                > 0;
        if (were) {
            sql.run("delete" + ofChanges);
        }
    }

    /** Whether any date has a changed cast since {@link #follow}, or had one before. */
    public boolean areAny() {
        return were || made;
    }

    /** Makes them again by the spellings that are one person now, where there are any. @param run as in {@link #follow} */
    public void settle(int run) throws SQLException {
        if (made) {
            forget();
            follow(run);
        }
    }

    /**
     * Makes every changed cast again.
     *
     * @param run by which casts change that are not as they were
     */
    public void follow(int run) throws SQLException {
        made = false;
        if (!were && !areSaid()) {
            return; // most houses: fewer statements to plan
        }
        sql.run(SAID.formatted(house, CHANGES_MAX, CastChange.PATTERN));
        sql.run(BASE.formatted(house));
        made = sql.change(MADE) > 0;
        sql.run("insert into contribution select " + house + ", performance, position, name, role, instrument, run, '"
                + SOURCE + "', null from cast_made order by performance, position, role, name, instrument");
        sql.run("update performance set changed_run = " + run + " where house = " + house + """
                 and id in (select performance from (
                   (select * exclude (run) from cast_made except select * exclude (run) from cast_was)
                   union all (select * exclude (run) from cast_was except select * exclude (run) from cast_made)))
                """);
    }

    private boolean areSaid() throws SQLException {
        return sql.number("select count(*) from description where house = ? and property = 'cast_changes'", house) > 0;
    }
}
