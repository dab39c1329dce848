package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Takes everything of a run out of the warehouse, and what was made for it and nobody else uses. */
public final class TakeBack {

    private static final String NOT_OF_PERFORMANCE = "null as production, null as venue, null as hall, null as day";

    private final Sql sql;
    private final int house;
    private final String zone;
    private final int run;
    private final int undo;
    private final Instant at;
    private final Departed departed;
    private final SameThings sameThings;
    private final CreditedNames names;
    private final CastChanges casts;
    private final Festivals festivals;
    private final Halls halls;

    /**
     * @param run that is taken back
     * @param undo run that takes it back
     * @param at when that began
     */
    public TakeBack(Connection transaction, int house, String zone, int run, int undo, Instant at) {
        this.sql = new Sql(transaction);
        this.house = house;
        this.zone = zone;
        this.run = run;
        this.undo = undo;
        this.at = at;
        this.departed = new Departed(sql, house);
        this.sameThings = new SameThings(transaction, house, zone);
        this.names = new CreditedNames(sql, house);
        this.casts = new CastChanges(sql, house);
        this.festivals = new Festivals(sql, house);
        this.halls = new Halls(sql, house);
    }

    /** Takes the run back. Returns how many tickets are left with a cancellation and without a sale. */
    public long all() throws SQLException {
        String ofRun = " where house = " + house + " and run = " + run;
        sql.run("create or replace temp table taken_back as select distinct performance from ("
                + "select performance from sale_line" + ofRun + " union all select performance from entry" + ofRun
                + " union all select performance from performance_statement" + ofRun + ")");
        sql.run("create or replace temp table told_back as select performance from performance_statement" + ofRun
                + " union select performance from programme_item" + ofRun
                + " union select performance from contribution"
                + ofRun);
        sql.run("create or replace temp table work_back as select i.work, min(p.production) as production"
                + " from programme_item i join performance p on p.house = i.house and p.id = i.performance"
                + " where i.house = " + house + " and i.run = " + run + " and i.work is not null group by i.work");
        sql.run("create or replace temp table described_back as select distinct kind, thing from description" + ofRun);
        sql.run("create or replace temp table outside_back as select distinct kind, thing from found_outside" + ofRun);
        new Unsaid(sql, house).keep(run, undo);
        sameThings.note();
        names.beforeTakeBack(run);
        festivals.beforeTakeBack();
        halls.beforeTakeBack();
        casts.forget();
        Contacts contacts = new Contacts(sql, house, run);
        long changed = contacts.beforeTakeBack();
        sql.run("create or replace temp table ticket_back as select distinct ticket from sale_line" + ofRun);
        for (String table : List.of(
                "sale_line",
                "entry",
                "performance_statement",
                "programme_item",
                "contribution",
                "description",
                "found_outside",
                "own_thing",
                "same_thing",
                "told_apart",
                "same_name",
                "same_show",
                "further_reference",
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
        sameThings.follow(undo, at);
        dropUnusedDimensions();
        sameThings.dropOrphans(undo, at);
        new Described(sql, house).refresh("select kind, thing from described_back", undo);
        new VenueAddresses(sql, house).refresh("select thing from described_back where kind = 'venue'", undo);
        new FoundOutside(sql, house).refresh("select kind, thing from outside_back", undo);
        new ToldHalls(sql, house).changed("select thing from described_back where kind = 'hall'", undo);
        new Agents(sql, house).markChanged("select thing from described_back where kind = 'name'", undo);
        new ToldForms(sql, house).markChanged("select kind, thing from described_back", undo);
        Performances.refresh(sql, house, "select performance from taken_back", undo);
        sql.run("update performance set changed_run = " + undo + " where house = " + house
                + " and id in (select performance from told_back)");
        casts.follow(undo);
        names.afterTakeBack(undo, at);
        festivals.afterTakeBack(undo, at);
        halls.afterTakeBack(undo, at);
        casts.settle(undo);
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
        drop(
                "performance",
                orphaned + " and id not in (" + used.formatted(house) + ")",
                "select p.id, p.source_ref as ref, concat_ws(chr(31), " + Performances.plain("d.title")
                        + ", p.starts_local, p.day, " + Performances.plain("p.hall")
                        + ") as words, p.production, p.venue, p.hall, p.day"
                        + " from performance p join production d on d.house = p.house and d.id = p.production");
        drop(
                "production",
                orphaned
                        + " and id not in (select unnest([production, said_production]) from performance where house = "
                        + house + " and production is not null)",
                "select p.id, p.source_ref as ref, " + Performances.plain("p.title") + " as words, "
                        + NOT_OF_PERFORMANCE + " from production p");
        drop(
                "venue",
                orphaned + " and id not in (select venue from performance where house = " + house
                        + " and venue is not null union all select venue from performance_statement where house = "
                        + house + " and venue is not null union all select thing from description where house = "
                        + house
                        + " and kind = 'hall')",
                "select p.id, null as ref, " + Performances.plain("p.name") + " || chr(31) || coalesce("
                        + Performances.plain("p.city") + ", '') as words, " + NOT_OF_PERFORMANCE + " from venue p");
        drop(
                "work",
                orphaned + " and id not in (select work from programme_item where house = " + house
                        + " and work is not null)",
                "select p.id, null as ref, concat_ws(chr(31), coalesce(p.source_ref, ''), "
                        + Performances.plain("p.title")
                        + ", case when p.source_ref is null then b.production end) as words, " + NOT_OF_PERFORMANCE
                        + " from work p left join work_back b on b.work = p.id");
        for (String field : List.of("tariff", "zone", "channel")) {
            sql.run("delete from label" + orphaned + " and field = '" + field + "' and id not in (select " + field
                    + " from sale_line where house = " + house + " and " + field + " is not null)");
        }
    }

    /**
     * Drops things and keeps their identifiers.
     *
     * @param which condition on the table alone
     * @param known query of what {@link Departed#leave} keeps, with the table as {@code p}
     */
    private void drop(String kind, String which, String known) throws SQLException {
        sql.run("create or replace temp table leaving as select id from " + kind + which);
        departed.leave(kind, known + " where p.house = " + house + " and p.id in (select id from leaving)", undo, at);
        sql.run("delete from " + kind + " where house = " + house + " and id in (select id from leaving)");
        if (kind.equals("venue")) {
            sql.run("delete from description where house = " + house
                    + " and kind = 'hall' and thing in (select id from leaving)");
        }
        for (String said : List.of("description", "found_outside")) {
            sql.run("delete from " + said + " where house = " + house + " and kind = '" + kind
                    + "' and thing in (select id from leaving)");
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
