package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.List;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/**
 * What sources say by which a thing is found outside of this node: identifiers in other registers, and where venues lie. Each source's
 * word is kept under the run that said it, when it differs from what that source said last; what was typed here counts before files, then
 * what was said last. What is no identifier of its register, as its check digit or form tell, is kept aside as it stood, and told.
 */
public final class FoundOutside {

    /** Property under which a place on the earth is kept. */
    static final String POSITION = "position";

    /** Source of what people typed here, which counts above files. */
    private static final String TYPED = "typed-here";

    /** Of what stays aside, how much is told cell by cell; the rest is counted. */
    private static final int TOLD_MAX = 20;

    private static final int SHOWN_MAX = 200;

    private final Sql sql;
    private final int house;

    public FoundOutside(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /**
     * Keeps what the rows of {@code programme_row (key, line, outside, …)} say; makes {@code outside_line}, the lines of what was new, and
     * {@code outside_told}. Needs {@code known_performance}, {@code venue_of_key}, {@code placed_row} and {@code known_work}.
     */
    public void keep(Stage stage) throws SQLException {
        sql.run("create or replace temp table outside_line (line bigint)");
        read("select line, key, outside from programme_row");
        if (sql.number("select count(*) from outside_told") == 0) {
            return;
        }
        things();
        long said = insert(stage.source(), stage.run());
        if (said > 0) {
            String ofRun = "select kind, thing from found_outside where house = " + house + " and run = " + stage.run();
            refresh(ofRun, stage.run());
            sql.run(
                    "insert into outside_line select distinct line from outside_thing where (kind, thing) in (select (kind, thing) from ("
                            + ofRun + "))");
        }
    }

    /**
     * Keeps what the rows of a table say of the house itself, as what was typed here.
     *
     * @param table with {@code line} and {@code outside}
     * @return lines that said something new
     */
    long keepOfHouse(String table, int run) throws SQLException {
        read("select line, cast(null as ubigint) as key, outside from " + table);
        sql.run(
                "create or replace temp table outside_thing as select line, kind, property, aside, value, 0::bigint as thing,"
                        + " cast(null as bigint) as said_of from outside_told where kind = 'house'");
        said();
        insert(TYPED, run);
        return sql.number(
                "select count(distinct t.line) from outside_thing t join found_outside f on f.house = ? and f.run = ?"
                        + " and f.kind = t.kind and f.thing = t.thing and f.property = t.property and f.value = t.value",
                house,
                run);
    }

    private long insert(String source, int run) throws SQLException {
        return sql.change("""
                insert into found_outside
                select ?, t.kind, t.thing, t.property, t.value, t.aside, ?, ?, t.said_of
                from outside_said t
                left join (select kind, thing, property, aside, arg_max(value, run) as value from found_outside
                           where house = ? and source = ? group by all) o
                  on o.kind = t.kind and o.thing = t.thing and o.property = t.property and o.aside = t.aside
                left join (select kind, thing, property from found_outside_now where house = ? and value is not null) n
                  on n.kind = t.kind and n.thing = t.thing and n.property = t.property and not t.aside
                where t.value is distinct from coalesce(o.value, case when t.value = '' and n.kind is null then '' end)
                order by t.kind, t.thing, t.property, t.aside
                """, house, source, run, house, source, house);
    }

    /** Each different cell is read once. */
    private void read(String rows) throws SQLException {
        sql.run("""
                create or replace temp table outside_cell as
                select line, key, c.kind as kind, c.hint as hint, c.field as field, c.cell as cell, c.whose as whose
                from (select line, key, unnest(outside) as c from (%s))
                """.formatted(rows));
        sql.run("""
                create or replace temp table outside_told as
                select c.line, c.key, c.kind, c.field, c.whose, split_part(r.one, chr(30), 1) as property, split_part(r.one, chr(30), 2) = '!' as aside,
                  split_part(r.one, chr(30), 3) as value
                from outside_cell c
                join (select hint, cell, unnest(string_split(found_outside_in(hint, cell), chr(31))) as one
                      from (select distinct hint, cell from outside_cell)) r on r.hint = c.hint and r.cell = c.cell
                where r.one <> ''
                """);
    }

    /** Whose they are; what is right takes back what the same source's cell said wrongly before. */
    private void things() throws SQLException {
        sql.run("""
                create or replace temp table outside_thing as
                select t.line, t.kind, t.property, t.aside, t.value,
                  case t.kind when 'production' then coalesce(m.production, p.production) when 'venue' then v.goes_by
                    when 'work' then coalesce(k.work, n.work) when 'name' then name_number(coalesce(t.whose, r.contributor)) when 'house' then 0
                    end as thing,
                  case t.kind when 'production' then case when m.id is null then p.said_production else m.said_production end
                    when 'venue' then nullif(v.id, v.goes_by) end as said_of
                from outside_told t
                join programme_row r on r.line = t.line
                join known_performance q on q.key = r.key
                join performance p on p.house = %1$d and p.id = q.performance
                left join merged_performance m on m.house = p.house and m.id = q.said_of
                left join venue_of_key y on y.key = t.key
                left join any_venue v on v.house = %1$d and v.id = coalesce(y.venue, p.venue)
                left join (select distinct w.line, k.work from placed_row w join performance f on f.house = %1$d and f.id = w.performance
                           join known_work k on k.work_ref is not distinct from w.work_ref and k.plain_title = w.plain_title
                             and k.production is not distinct from (case when w.work_ref is null then f.production end)) k
                  on k.line = t.line
                left join (select f.production, %2$s as plain, min(i.work) as work from performance f
                           join programme_item i on i.house = f.house and i.performance = f.id
                           join work w on w.house = i.house and w.id = i.work where f.house = %1$d group by all) n
                  on t.kind = 'work' and n.production = p.production and n.plain = %3$s
                """.formatted(house, Performances.plain("w.title"), Performances.plain("t.whose")));
        said();
    }

    private void said() throws SQLException {
        sql.run("""
                create or replace temp table outside_said as
                with said as (
                  select kind, thing, any_value(said_of) as said_of, property, aside, arg_min(value, line) as value
                  from outside_thing where thing is not null group by kind, thing, property, aside)
                select * from said
                union all
                select kind, thing, said_of, property, true, '' from said
                where not aside and (kind, thing, property) not in (select (kind, thing, property) from said where aside)
                """);
    }

    /** What of the file's cells was kept aside, told where it stands. */
    static List<Problem> setAside(Sql sql, String fileName) throws SQLException {
        List<Problem> told = sql.list(
                row -> Problem.warns(
                        row.getString("property").equals(POSITION)
                                ? "position-unreadable"
                                : row.getString("property").equals("unknown")
                                        ? "register-unknown"
                                        : "external-identifier-wrong",
                        new Place(fileName, row.getLong("line"), row.getString("field"), row.getString("value")),
                        row.getString("value"),
                        row.getString("register")),
                "select min(line) as line, field, property, upper(property) as register, left(value, " + SHOWN_MAX
                        + ") as value from outside_told where aside group by all order by 1, field, value limit "
                        + TOLD_MAX);
        long more = sql.number(
                        "select count(*) from (select distinct field, property, value from outside_told where aside)")
                - told.size();
        if (more > 0) {
            told.add(Problem.warns("external-identifiers-wrong", Place.of(fileName), Long.toString(more)));
        }
        return told;
    }

    /**
     * Brings venues up to date with where they lie, and marks the performances that show what changed.
     *
     * @param touched query of {@code kind, thing}
     * @param run by which they changed
     */
    void refresh(String touched, int run) throws SQLException {
        sql.run("create or replace temp table outside_again as select distinct kind, thing from (" + touched + ")");
        if (sql.number("select count(*) from outside_again") == 0) {
            return;
        }
        sql.run("""
                update venue set latitude = s.latitude, longitude = s.longitude
                from (select a.thing, try_cast(split_part(n.value, ',', 1) as double) as latitude,
                        try_cast(split_part(n.value, ',', 2) as double) as longitude
                      from outside_again a left join (select thing, value from found_outside_now
                        where house = %1$d and kind = 'venue' and property = 'position') n on n.thing = a.thing
                      where a.kind = 'venue') s
                where venue.house = %1$d and venue.id = s.thing
                """.formatted(house));
        String those = "select thing from outside_again where kind = '%s'";
        sql.run("update performance set changed_run = " + run + " where house = " + house + " and (production in ("
                + those.formatted("production") + ") or venue in (" + those.formatted("venue")
                + ") or id in (select performance from programme_item where house = " + house + " and work in ("
                + those.formatted("work") + ")) or id in (select performance from contribution where house = " + house
                + " and name_number(name) in (" + those.formatted("name") + ")))");
    }
}
