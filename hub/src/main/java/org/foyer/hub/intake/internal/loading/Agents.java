package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/**
 * What sources say of whoever they credit: a person, or a group. Each source's word is kept for the spelling, under the run that said it, when it
 * differs from what that source said last. A file that says both of one spelling says nothing of it.
 */
public final class Agents {

    private static final String OF_NAMES = " kind = 'name' and property = 'agent'";

    private final Sql sql;
    private final int house;

    public Agents(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /** Keeps what the rows of {@code programme_row (line, contributor, contributor_kind, …)} say; adds to {@code outside_line}. */
    public void keep(Stage stage) throws SQLException {
        sql.run("""
                create or replace temp table agent_said as
                select name_number(contributor) as thing, min(contributor_kind) as value, min(line) as line
                from programme_row where contributor is not null and contributor_kind in ('person', 'group')
                group by name_number(contributor) having count(distinct contributor_kind) = 1
                """);
        if (sql.number("select count(*) from agent_said") == 0) {
            return;
        }
        sql.change(
                "delete from description where house = ? and run = ? and" + OF_NAMES
                        + " and thing in (select thing from agent_said)",
                house,
                stage.run());
        sql.change("""
                create or replace temp table agent_new as
                select a.* from agent_said a
                left join (select thing, arg_max(value, run) as value from description where house = ? and source = ? and %s
                           group by thing) o on o.thing = a.thing
                where a.value is distinct from o.value
                """.formatted(OF_NAMES), house, stage.source());
        sql.change(
                "insert into description select ?, 'name', thing, 'agent', '', value, ?, ?, null from agent_new order by thing",
                house,
                stage.source(),
                stage.run());
        sql.run("insert into outside_line select line from agent_new");
        markChanged("select thing from agent_new", stage.run());
    }

    /** Marks the performances that credit names of which something else is said. @param names query of their numbers */
    void markChanged(String names, int run) throws SQLException {
        sql.run("update performance set changed_run = " + run + " where house = " + house
                + " and id in (select performance from contribution where house = " + house
                + " and name_number(name) in (" + names + "))");
    }
}
