package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/**
 * Finds the performances that a file speaks of among those that the house has, under any of their identifiers and titles. What goes
 * by another identifier is found under that one, and it is remembered of which the file spoke.
 */
final class KnownPerformances {

    private final Sql sql;
    private final Stage stage;

    KnownPerformances(Sql sql, Stage stage) {
        this.sql = sql;
        this.stage = stage;
    }

    /**
     * Makes {@code known_performance (key, performance, said_of)} from {@code folded_performance}. Where keys are left that no identifier
     * finds, makes {@code titled_production (id, source_ref, plain_title, said_id)} too, and looks for titles.
     *
     * @param given how much of what the file says of its performances
     * @return keys that are still unknown
     */
    long find(GivenCounts given) throws SQLException {
        sql.run("create or replace temp table known_performance (key ubigint, performance bigint, said_of bigint)");
        sql.run("create or replace temp table across_sources (key ubigint, id bigint)");
        if (given.ownNames() > 0) {
            byOwnName();
        }
        if (given.references() > 0) {
            byReference();
        }
        long unknown = unknown(given);
        if (unknown > 0 && given.references() > 0) {
            byFurtherReference();
            unknown = unknown(given);
        }
        if (unknown > 0) {
            candidates();
            byTitleAndStart();
            acrossSources();
            unknown = unknown(given);
        }
        if (given.productionReferences() > 0) {
            rememberProductions(stage.house().value());
        }
        return unknown;
    }

    private long unknown(GivenCounts given) throws SQLException {
        return given.keys() - sql.number("select count(distinct key) from known_performance");
    }

    /** A performance is known by each title that anyone gave its production; what is described bears the title that counts. */
    private void candidates() throws SQLException {
        int house = stage.house().value();
        sql.change("""
                create or replace temp table titled_production as
                select p.goes_by as id, p.source_ref, %s as plain_title, p.id as said_id
                from any_production p left join (select distinct thing from description where house = ?
                  and kind = 'production' and property = 'title' and language = '' and value <> '') t on t.thing = p.id
                where p.house = ? and t.thing is null
                union
                select d.id, d.source_ref, %s, coalesce(t.said_of, d.id) from production d
                join description t on t.house = d.house and t.kind = 'production' and t.thing = d.id
                  and t.property = 'title' and t.value <> ''
                where d.house = ?
                """.formatted(Performances.plain("p.title"), Performances.plain("t.value")), house, house, house);
        sql.change("""
                create or replace temp table old_performance as
                select p.goes_by as id, p.id as said_id, p.source_ref, p.starts_local, p.day, d.plain_title, %s as plain_hall
                from any_performance p
                join (select id, goes_by from any_production where house = ?) a on a.id = p.production
                join (select distinct id, plain_title from titled_production) d on d.id = a.goes_by
                where p.house = ?
                """.formatted(Performances.plain("p.hall")), house, house);
    }

    private void byOwnName() throws SQLException {
        int house = stage.house().value();
        sql.change("""
                insert into known_performance
                select g.key, p.goes_by as performance, nullif(p.id, p.goes_by) as said_of
                from folded_performance g join any_performance p on p.house = ? and cast(p.id as varchar) = g.own_performance
                union
                select g.key, p.id, o.said_of
                from folded_performance g join own_thing o on o.house = ? and o.kind = 'performance' and o.ref = g.own_performance
                join performance p on p.house = o.house and p.id = o.thing
                """, house, house);
    }

    private void byReference() throws SQLException {
        sql.change("""
                insert into known_performance
                select g.key, p.goes_by, nullif(p.id, p.goes_by)
                from folded_performance g join any_performance p on p.house = ? and p.source_ref = g.performance_ref
                qualify row_number() over (partition by g.key order by p.goes_by, p.id) = 1
                """, stage.house().value());
    }

    private void byFurtherReference() throws SQLException {
        sql.change("""
                insert into known_performance
                select g.key, min(p.goes_by), null
                from folded_performance g
                join further_reference r on r.house = ? and r.kind = 'performance' and r.source = ? and r.ref = g.performance_ref
                join any_performance p on p.house = r.house and p.id = r.thing
                where g.key not in (select key from known_performance)
                group by g.key
                """, stage.house().value(), stage.source());
    }

    private void byTitleAndStart() throws SQLException {
        String sameTitleAndStart = """
                insert into known_performance
                select g.key, min(o.id), case when count(*) filter (where o.said_id = o.id) = 0 then min(o.said_id) end
                from folded_performance g
                join old_performance o on o.plain_title = g.plain_title and o.day = g.day
                  and o.starts_local is not distinct from g.starts_local
                  and (o.source_ref is null or g.performance_ref is null)
                where g.key not in (select key from known_performance)
                """;
        sql.run(sameTitleAndStart + "and o.plain_hall is not distinct from g.plain_hall group by g.key");
        // a file that does not name the hall means the only performance of that title at that hour
        sql.run(sameTitleAndStart
                + "and (o.plain_hall is null or g.plain_hall is null) group by g.key having count(distinct o.id) = 1");
    }

    /**
     * Two sources with references of their own mean one performance when title and hour agree, the halls do not contradict, each has
     * just one such, this source never spoke of the other, and nobody told the two apart. The reference is remembered, so that the
     * performance is found when the source moves it.
     */
    private void acrossSources() throws SQLException {
        int house = stage.house().value();
        sql.change("""
                insert into across_sources
                select key, id from (
                  select g.key, o.id, count(distinct o.id) over (partition by g.key) as of_file,
                    count(distinct g.key) over (partition by o.id) as of_house
                  from folded_performance g
                  join old_performance o on o.plain_title = g.plain_title and o.starts_local = g.starts_local
                    and (o.plain_hall = g.plain_hall or o.plain_hall is null or g.plain_hall is null)
                  where g.performance_ref is not null and o.source_ref is not null
                    and g.key not in (select key from known_performance)
                    and o.id not in (select performance from known_performance)
                    and o.id not in (select performance from performance_statement where house = ? and source = ?)
                    and o.id not in (select thing from further_reference where house = ? and kind = 'performance' and source = ?))
                where of_file = 1 and of_house = 1 group by all
                """, house, stage.source(), house, stage.source());
        sql.run("insert into known_performance select key, id, null from across_sources");
        sql.change("""
                insert into further_reference
                select ?, 'performance', ?, g.performance_ref, min(a.id), ?
                from across_sources a join folded_performance g on g.key = a.key group by g.performance_ref
                """, house, stage.source(), stage.run());
    }

    /** A production whose dates all are of one known production is that one, also for its dates to come. */
    private void rememberProductions(int house) throws SQLException {
        sql.change("""
                insert into further_reference
                select ?, 'production', ?, g.production_ref, min(p.production), ?
                from folded_performance g join known_performance k on k.key = g.key
                join performance p on p.house = ? and p.id = k.performance
                join production d on d.house = p.house and d.id = p.production
                where g.production_ref is not null
                  and g.production_ref not in (select source_ref from any_production where house = ? and source_ref is not null)
                  and g.production_ref not in (
                    select ref from further_reference where house = ? and kind = 'production' and source = ?)
                group by g.production_ref
                having count(distinct p.production) = 1
                  and bool_or(d.source_ref is null or k.key in (select key from across_sources))
                """, house, stage.source(), stage.run(), house, house, house, stage.source());
    }
}
