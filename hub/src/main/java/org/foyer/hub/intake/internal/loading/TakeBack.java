package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Takes everything of a run out of the warehouse, and what was made for it and nobody else uses. */
public final class TakeBack {

    private final Sql sql;
    private final int house;
    private final String zone;
    private final int run;

    public TakeBack(Connection transaction, int house, String zone, int run) {
        this.sql = new Sql(transaction);
        this.house = house;
        this.zone = zone;
        this.run = run;
    }

    /** Takes the run back. Returns how many tickets are left with a cancellation and without a sale. */
    public long all() throws SQLException {
        String ofRun = " where house = " + house + " and run = " + run;
        sql.run("create or replace temp table taken_back as select distinct performance from ("
                + "select performance from sale_line" + ofRun + " union all select performance from entry" + ofRun
                + " union all select performance from performance_statement" + ofRun + ")");
        Contacts contacts = new Contacts(sql, house, run);
        long changed = contacts.beforeTakeBack();
        sql.run("create or replace temp table ticket_back as select distinct ticket from sale_line" + ofRun);
        for (String table : List.of(
                "sale_line",
                "entry",
                "performance_statement",
                "programme_item",
                "contribution",
                "code_word",
                "personal.person_statement",
                "contact_column",
                "personal.quarantine",
                "run_mark")) {
            sql.run("delete from " + table + ofRun);
        }
        sql.run("delete from personal.mended where house = " + house + " and (run = " + run + " or by_run = " + run
                + ")");
        new Cubes(sql, house, zone).recount("taken_back");
        dropUnusedDimensions();
        Performances.refresh(sql, house, "select performance from taken_back");
        if (changed > 0) {
            contacts.refresh("select person from person_back");
        }
        dropUnusedPeople(changed);
        return sql.number("select count(*) from (select ticket from sale_line where house = " + house
                + " and ticket in (select ticket from ticket_back) and operation in ('sale', 'cancellation')"
                + " group by ticket having sum(quantity) < 0)");
    }

    /** What no living run made and nothing refers to; whoever made it, for runs may be taken back in any order. */
    private void dropUnusedDimensions() throws SQLException {
        String orphaned = " where house = " + house + " and run not in (select run from run_mark)";
        String used =
                "select performance from sale_line where house = %1$d union all select performance from entry where house = %1$d"
                        + " union all select performance from performance_statement where house = %1$d"
                        + " union all select performance from programme_item where house = %1$d"
                        + " union all select performance from contribution where house = %1$d";
        sql.run("delete from performance" + orphaned + " and id not in (" + used.formatted(house) + ")");
        sql.run("delete from production" + orphaned
                + " and id not in (select production from performance where house = " + house + ")");
        sql.run("delete from venue" + orphaned + " and id not in (select venue from performance where house = " + house
                + " and venue is not null union all select venue from performance_statement where house = " + house
                + " and venue is not null)");
        sql.run("delete from work" + orphaned + " and id not in (select work from programme_item where house = " + house
                + " and work is not null)");
        for (String field : List.of("tariff", "zone", "channel")) {
            sql.run("delete from label" + orphaned + " and field = '" + field + "' and id not in (select " + field
                    + " from sale_line where house = " + house + " and " + field + " is not null)");
        }
    }

    private void dropUnusedPeople(long changed) throws SQLException {
        long gone = sql.change("delete from personal.person where house = " + house
                + " and run not in (select run from run_mark) and person not in (select person from sale_line where house = "
                + house
                + " and person is not null union all select person from personal.person_statement where house = "
                + house + ")");
        if (gone + changed > 0) {
            People.recount(sql, house);
        }
    }
}
