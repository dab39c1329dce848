package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.store.FestivalIds;

/**
 * Carries out which identifiers are one thing: what was said of a thing lies with the thing that it goes by, and remembers of which it
 * was said. So a decision can be taken back, whatever files came meanwhile.
 *
 * <p>Use: {@link #note}, change {@code same_thing}, {@link #follow}.
 */
final class SameThings {

    /** Tables with rows of performances. */
    private static final List<String> OF_PERFORMANCE =
            List.of("performance_statement", "programme_item", "contribution", "sale_line", "entry");

    /** Kinds, the parts before the whole, so that a performance still lies with its own production when it is merged. */
    private static final List<String> KINDS = List.of("performance", "production", "venue", "work");

    private final Sql sql;
    private final int house;
    private final String zone;

    SameThings(Connection transaction, int house, String zone) {
        this.sql = new Sql(transaction);
        this.house = house;
        this.zone = zone;
    }

    /** Notes by what each thing goes now. */
    void note() throws SQLException {
        sql.run("create or replace temp table went_by as select kind, thing, known_as from goes_by where house = "
                + house);
    }

    /**
     * Brings everything to the things that it goes by.
     *
     * @param run by which that changed
     * @param at when it began
     */
    void follow(int run, Instant at) throws SQLException {
        chain();
        sql.run("""
                create or replace temp table renamed as
                select * from (
                  select coalesce(n.kind, w.kind) as kind, coalesce(n.thing, w.thing) as thing,
                    coalesce(w.known_as, w.thing, n.thing) as was, coalesce(n.known_as, n.thing, w.thing) as becomes
                  from (select kind, thing, known_as from goes_by where house = %d) n
                  full join went_by w on w.kind = n.kind and w.thing = n.thing)
                where was <> becomes
                """.formatted(house));
        if (sql.number("select count(*) from renamed") == 0) {
            return;
        }
        new Described(sql, house)
                .keepFirst("id in (select unnest([thing, was, becomes]) from renamed where kind = 'production')");
        new VenueAddresses(sql, house).keepFirstOfRenamed();
        for (String kind : KINDS) {
            moveThings(kind);
        }
        moveWhatWasSaid();
        bringUpToDate(run);
        tellDeparted(run, at);
    }

    /** Makes {@code goes_by} again if the chains lead elsewhere now. */
    private void chain() throws SQLException {
        sql.run("create or replace temp table chained as select kind, thing, known_as from goes_by_chain where house = "
                + house);
        long other = sql.number("""
                select count(*) from ((from chained except from went_by) union all (from went_by except from chained))
                """);
        if (other > 0) {
            sql.run("delete from goes_by where house = " + house);
            sql.run("insert into goes_by select " + house + ", kind, thing, known_as from chained order by all");
        }
    }

    private void moveThings(String kind) throws SQLException {
        move(kind, kind, "merged_" + kind, "becomes <> thing");
        move(kind, "merged_" + kind, kind, "becomes = thing");
    }

    private void move(String kind, String from, String to, String which) throws SQLException {
        String those = " where house = " + house + " and id in (select thing from renamed where kind = '" + kind
                + "' and " + which + ")";
        sql.run("insert into " + to + " select * from " + from + those);
        sql.run("delete from " + from + those);
    }

    private void moveWhatWasSaid() throws SQLException {
        for (String table : OF_PERFORMANCE) {
            point(table, "performance", "said_of", "performance", "true");
        }
        for (String kind : List.of("performance", "production")) {
            point("description", "thing", "said_of", kind, "description.kind = '" + kind + "'");
            point("own_thing", "thing", "said_of", kind, "own_thing.kind = '" + kind + "'");
        }
        point("description", "thing", "said_of", "venue", "description.kind in ('venue', 'hall')");
        for (String kind : List.of("production", "venue", "work")) {
            point("found_outside", "thing", "said_of", kind, "found_outside.kind = '" + kind + "'");
        }
        point("performance", "production", "said_production", "production", "true");
        point("merged_performance", "production", "said_production", "production", "true");
        point("programme_item", "work", "said_work", "work", "true");
    }

    private void point(String table, String column, String said, String kind, String which) throws SQLException {
        sql.run("""
                update %1$s set %2$s = r.becomes, %3$s = nullif(r.thing, r.becomes)
                from renamed r
                where r.kind = '%4$s' and %1$s.house = %5$d and coalesce(%1$s.%3$s, %1$s.%2$s) = r.thing and %6$s
                """.formatted(table, column, said, kind, house, which));
    }

    private void bringUpToDate(int run) throws SQLException {
        sql.run("create or replace temp table again as select distinct unnest([thing, was, becomes]) as performance"
                + " from renamed where kind = 'performance'");
        new Cubes(sql, house, zone).recount("again");
        sql.run("""
                insert into again
                select performance from performance_statement where house = %1$d
                  and venue in (select thing from renamed where kind = 'venue')
                union select performance from programme_item where house = %1$d
                  and (work in (select unnest([was, becomes]) from renamed where kind = 'work') or work in (
                    select thing from renamed where kind = 'work'))
                union select d.thing from description_now d join renamed r on r.kind = d.property and r.thing = name_number(d.value)
                where d.house = %1$d and d.kind = 'performance' and r.kind in (%2$s)
                union select id from performance where house = %1$d
                  and production in (select unnest([was, becomes]) from renamed where kind = 'production')
                """.formatted(house, FestivalIds.KINDS));
        Performances.refresh(sql, house, "select performance from again", run);
        new Described(sql, house)
                .refresh(
                        "select kind, unnest([thing, was, becomes]) as thing from renamed where kind in ('performance', 'production')",
                        run);
        new VenueAddresses(sql, house)
                .refresh("select unnest([thing, was, becomes]) from renamed where kind = 'venue'", run);
        new FoundOutside(sql, house)
                .refresh(
                        "select kind, unnest([thing, was, becomes]) as thing from renamed where kind <> 'performance'",
                        run);
        sql.run("update performance set changed_run = " + run + " where house = " + house
                + " and id in (select performance from again)");
    }

    /** Followers of the programme are told that a merged performance is no more, and that one set free is there again. */
    private void tellDeparted(int run, Instant at) throws SQLException {
        new Departed(sql, house)
                .leave(
                        "performance",
                        "select id, null as ref, null as words, production, venue, hall, day from merged_performance where house = "
                                + house
                                + " and id in (select thing from renamed where kind = 'performance' and was = thing)",
                        run,
                        at);
        sql.run("delete from departed where house = " + house
                + " and kind = 'performance' and ref is null and words is null"
                + " and id in (select thing from renamed where kind = 'performance' and becomes = thing)");
    }

    /** Lets go of what went by a thing that is no more; its reference has its identifier again when it returns. */
    void dropOrphans(int run, Instant at) throws SQLException {
        for (String kind : KINDS) {
            sql.run("create or replace temp table lost as select id from any_" + kind + " where house = " + house
                    + " and id <> goes_by and goes_by not in (select id from " + kind + " where house = " + house
                    + ")");
            if (sql.number("select count(*) from lost") == 0) {
                continue;
            }
            boolean referred = kind.equals("performance") || kind.equals("production");
            sql.run("delete from departed where house = " + house + " and kind = '" + kind
                    + "' and id in (select id from lost)");
            new Departed(sql, house)
                    .leave(
                            kind,
                            "select id, " + (referred ? "source_ref" : "null")
                                    + " as ref, null as words, null as production,"
                                    + " null as venue, null as hall, null as day from merged_" + kind
                                    + " where house = "
                                    + house + " and id in (select id from lost)",
                            run,
                            at);
            sql.run("delete from merged_" + kind + " where house = " + house + " and id in (select id from lost)");
            for (String said : List.of("same_thing", "goes_by")) {
                sql.run("delete from " + said + " where house = " + house + " and kind = '" + kind
                        + "' and thing in (select id from lost)");
            }
        }
    }
}
