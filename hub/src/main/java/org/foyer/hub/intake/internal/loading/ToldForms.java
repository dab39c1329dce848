package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/**
 * What sources say that works are (their type, genre and category), and as what whoever is credited or produces is set up in law. Each
 * source's word is kept for the work or the spelling, under the run that said it, when it differs from what that source said last; of several
 * in one file the first counts.
 */
public final class ToldForms {

    /** Properties of works and of names; the first are also columns of a programme. */
    private static final String PROPERTIES = "('work_type', 'work_genre', 'work_category', 'legal_form')";

    private final Sql sql;
    private final int house;

    public ToldForms(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /**
     * Keeps what the rows of {@code programme_row (line, work_type, work_genre, work_category, contributor, contributor_form, producer,
     * producer_form, …)} say; adds to {@code outside_line}. Needs {@code placed_row} and {@code known_work}.
     */
    public void keep(Stage stage) throws SQLException {
        if (sql.number("select count(*) from programme_row where coalesce(work_type, work_genre, work_category,"
                        + " contributor_form, producer_form) is not null")
                == 0) {
            return;
        }
        said();
        sql.change("""
                delete from description where house = ? and run = ? and property in %s
                  and (kind, thing, property) in (select (kind, thing, property) from form_said)
                """.formatted(PROPERTIES), house, stage.run());
        sql.change("""
                create or replace temp table form_new as
                select f.* from form_said f
                left join (select kind, thing, property, arg_max(value, run) as value from description
                           where house = ? and source = ? and property in %s group by kind, thing, property) o
                  on o.kind = f.kind and o.thing = f.thing and o.property = f.property
                where f.value is distinct from o.value
                """.formatted(PROPERTIES), house, stage.source());
        sql.change(
                "insert into description select ?, kind, thing, property, '', value, ?, ?, null from form_new"
                        + " order by kind, thing, property",
                house,
                stage.source(),
                stage.run());
        sql.run("insert into outside_line select line from form_new");
        markChanged("select kind, thing from form_new", stage.run());
    }

    private void said() throws SQLException {
        sql.run("""
                create or replace temp table form_said as
                select kind, thing, property, arg_min(value, line) as value, min(line) as line from (
                  select 'work' as kind, k.work as thing, s.property as property, s.value as value, r.line
                  from (select line, unnest([{'property': 'work_type', 'value': work_type},
                      {'property': 'work_genre', 'value': work_genre}, {'property': 'work_category', 'value': work_category}]) as s
                    from programme_row) r
                  join (select distinct line, performance, work_ref, plain_title from placed_row where work_title is not null) w
                    on w.line = r.line
                  join performance f on f.house = %d and f.id = w.performance
                  join known_work k on k.work_ref is not distinct from w.work_ref and k.plain_title = w.plain_title
                    and k.production is not distinct from (case when w.work_ref is null then f.production end)
                  union all
                  select 'name', name_number(s.name), 'legal_form', s.value, line
                  from (select line, unnest([{'name': contributor, 'value': contributor_form},
                      {'name': producer, 'value': producer_form}]) as s from programme_row)
                  where s.name is not null)
                where value is not null
                group by kind, thing, property
                """.formatted(house));
    }

    /** Marks the performances that play works and name people of which something else is said. @param things query of {@code kind, thing} */
    void markChanged(String things, int run) throws SQLException {
        sql.run("create or replace temp table form_again as select distinct kind, thing from (" + things
                + ") where kind in ('work', 'name')");
        if (sql.number("select count(*) from form_again") == 0) {
            return;
        }
        sql.run("""
                update performance set changed_run = %1$d where house = %2$d and (
                  id in (select performance from programme_item where house = %2$d
                    and work in (select thing from form_again where kind = 'work'))
                  or id in (select performance from contribution where house = %2$d
                    and name_number(name) in (select thing from form_again where kind = 'name'))
                  or production in (select id from production where house = %2$d
                    and name_number(producer) in (select thing from form_again where kind = 'name')))
                """.formatted(run, house));
    }
}
