package org.foyer.hub.intake.internal.programme;

import java.sql.SQLException;
import org.foyer.hub.intake.internal.loading.Departed;
import org.foyer.hub.intake.internal.loading.Performances;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.loading.Stage;

/**
 * What performances play and whom they credit, out of {@code placed_row}: works, items, credits of items and credits of the
 * whole evening. Each of the last three is kept per performance as a whole, where it differs from the latest known.
 */
final class Bills {

    /** A work without a reference is the same only within a production: two symphonies no. 5 are two works. */
    private static final String WORKS_GIVEN = """
            create or replace temp table given_work as
            select work_ref, plain_title, case when work_ref is null then p.production end as production,
              arg_min(r.work_title, r.line) as title, min(r.line) as line
            from placed_row r join performance p on p.house = ? and p.id = r.performance
            where r.work_title is not null
            group by all
            """;

    private static final String WORKS_KNOWN = """
            create or replace temp table known_work as
            select g.work_ref, g.plain_title, g.production, min(w.goes_by) as work
            from given_work g
            join (select w.goes_by, w.source_ref, %s as plain_title,
                    case when w.source_ref is null then p.production end as production
                  from any_work w
                  left join programme_item i on i.house = w.house and i.work = w.goes_by and w.source_ref is null
                  left join performance p on p.house = i.house and p.id = i.performance
                  where w.house = ?) w
              on w.source_ref is not distinct from g.work_ref and w.plain_title = g.plain_title
              and w.production is not distinct from g.production
            group by all
            """.formatted(Performances.plain("w.title"));

    private static final String ITEMS = """
            create or replace temp table new_item as
            select r.performance, r.position, arg_min(coalesce(k.work, o.work), r.line) as work,
              arg_min(r.work_part, r.line) as part, coalesce(bool_or(r."interval"), false) as interval
            from placed_row r
            join performance p on p.house = ? and p.id = r.performance
            left join known_work k on k.work_ref is not distinct from r.work_ref and k.plain_title = r.plain_title
              and k.production is not distinct from (case when r.work_ref is null then p.production end)
            left join (select source_ref, min(goes_by) as work from any_work where house = ? group by source_ref) o
              on o.source_ref = r.work_ref and r.work_title is null
            where r.position is not null
            group by r.performance, r.position
            """;

    private static final String CREDITS = """
            create or replace temp table new_credit as
            select distinct performance, position, contributor as name, coalesce(role, '') as role, instrument
            from placed_row where contributor is not null
            """;

    /** What a source says is compared with what it said last; if it never spoke, with what counts. */
    private static final String OWN_FIRST = "case when source = ? then 8589934592 else 0 end + precedence(source, run)";

    private final Sql sql;
    private final Stage stage;

    Bills(Sql sql, Stage stage) {
        this.sql = sql;
        this.stage = stage;
    }

    void keep() throws SQLException {
        makeWorks();
        sql.run("create or replace temp table of_whom as select performance, case when bool_and(said_of is not null)"
                + " then min(said_of) end as said_of from known_performance group by performance");
        sql.change(ITEMS, stage.house().value(), stage.house().value());
        sql.run(CREDITS);
        keepItems();
        keepCredits("is null");
        keepCredits("is not null");
        markChanged();
    }

    private void makeWorks() throws SQLException {
        int house = stage.house().value();
        sql.change(WORKS_GIVEN, house);
        sql.change(WORKS_KNOWN, house);
        sql.run(
                "create or replace temp table unknown_work as select *, concat_ws(chr(31), coalesce(work_ref, ''), plain_title,"
                        + " production) as words from given_work g where not exists (select 1 from known_work k"
                        + " where k.plain_title = g.plain_title and k.work_ref is not distinct from g.work_ref"
                        + " and k.production is not distinct from g.production)");
        new Departed(sql, house).returning("work", "select words as key, null as ref, words from unknown_work");
        sql.change("""
                create or replace temp table made_work as
                select work_ref, plain_title, production, title,
                  coalesce(r.id, ? + row_number() over (order by r.id is not null, line, plain_title, production)) as id
                from unknown_work left join returning_work r on r.key = words
                """, stage.highest(sql, "work"));
        sql.change("insert into work select ?, id, work_ref, title, ? from made_work order by id", house, stage.run());
        sql.run("insert into known_work select work_ref, plain_title, production, id from made_work");
    }

    private void keepItems() throws SQLException {
        int house = stage.house().value();
        sql.change("""
                create or replace temp table old_item as
                select performance, position, work, part, "interval"
                from (select *, %s as place from programme_item where house = ? and performance in (select performance from new_item))
                qualify place = max(place) over (partition by performance)
                """.formatted(OWN_FIRST), stage.source(), house);
        compare("new_item", "old_item");
        deleteOwn("programme_item", "true");
        sql.change("""
                insert into programme_item
                select ?, n.performance, position, work, part, "interval", ?, ?, k.said_of, null
                from new_item n join of_whom k on k.performance = n.performance
                where n.performance in (select performance from changed_bill) order by n.performance, position
                """, house, stage.run(), stage.source());
    }

    /** @param kind condition on the position: credits of the whole evening, or those of its items */
    private void keepCredits(String kind) throws SQLException {
        int house = stage.house().value();
        sql.run("create or replace temp table kind_credit as select * from new_credit where position " + kind);
        sql.change("""
                create or replace temp table old_credit as
                select performance, position, name, role, instrument
                from (select *, %s as place from contribution
                      where house = ? and position %s and performance in (select performance from kind_credit))
                qualify place = max(place) over (partition by performance)
                """.formatted(OWN_FIRST, kind), stage.source(), house);
        compare("kind_credit", "old_credit");
        deleteOwn("contribution", "position " + kind);
        sql.change("""
                insert into contribution
                select ?, n.performance, position, name, role, instrument, ?, ?, k.said_of
                from kind_credit n join of_whom k on k.performance = n.performance
                where n.performance in (select performance from changed_bill)
                order by n.performance, position, role, name, instrument
                """, house, stage.run(), stage.source());
    }

    /** Fills {@code changed_bill} with the performances of which two tables, alike in their columns, differ. */
    private void compare(String given, String known) throws SQLException {
        sql.run("""
                create or replace temp table changed_bill as
                select distinct performance from (
                  (select * from %1$s except select * from %2$s) union all (select * from %2$s except select * from %1$s))
                """.formatted(given, known));
    }

    /** Performances of which this run said another bill than was known. */
    private void markChanged() throws SQLException {
        int house = stage.house().value();
        sql.change(
                "update performance set changed_run = ? where house = ? and id in (select performance from programme_item"
                        + " where house = ? and run = ? union all select performance from contribution where house = ? and run = ?)",
                stage.run(),
                house,
                house,
                stage.run(),
                house,
                stage.run());
    }

    /** A second file of the same run about the same performance replaces what the first said. */
    private void deleteOwn(String table, String kind) throws SQLException {
        sql.change(
                "delete from " + table + " where house = ? and run = ? and " + kind
                        + " and performance in (select performance from changed_bill)",
                stage.house().value(),
                stage.run());
    }
}
