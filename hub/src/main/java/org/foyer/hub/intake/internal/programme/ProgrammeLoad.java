package org.foyer.hub.intake.internal.programme;

import java.sql.Connection;
import java.sql.SQLException;
import org.foyer.hub.intake.internal.loading.Agents;
import org.foyer.hub.intake.internal.loading.Described;
import org.foyer.hub.intake.internal.loading.FoundOutside;
import org.foyer.hub.intake.internal.loading.Load;
import org.foyer.hub.intake.internal.loading.LoadCounts;
import org.foyer.hub.intake.internal.loading.Performances;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.loading.Stage;
import org.foyer.hub.intake.internal.loading.Stopped;
import org.foyer.hub.intake.internal.loading.ToldForms;
import org.foyer.hub.intake.internal.loading.ToldHalls;
import org.foyer.hub.intake.internal.loading.VenueAddresses;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/**
 * Takes the rows of a programme: performances, the works they play in order, and who is credited.
 *
 * <p>Several rows speak of one performance, one for each work and person. What a performance plays and whom it credits is
 * kept whole under the run that said it, and only when it differs from what was known; the latest run counts. So the same
 * programme twice changes nothing, and undoing a run brings back what was there before.
 */
public final class ProgrammeLoad implements Load {

    /** Performances that one file may make; the whole history of an orchestra has some 22,000. */
    private static final long NEW_MAX = 200_000;

    @Override
    public LoadCounts into(Connection transaction, Stage stage) throws SQLException {
        Sql sql = new Sql(transaction);
        Performances performances = new Performances(transaction, stage);
        performances.prepare();
        give(sql, stage);
        long made = performances.findOrMake();
        if (made > NEW_MAX) {
            throw new Stopped(
                    Problem.stops("too-many-performances", Place.of(""), Long.toString(made), Long.toString(NEW_MAX)));
        }
        placeRows(sql);
        new ListedBills(sql).place();
        tellZones(sql, stage);
        new Bills(sql, stage).keep();
        new Described(sql, stage.house().value()).keep(stage);
        new VenueAddresses(sql, stage.house().value()).keep(stage);
        new ToldHalls(sql, stage.house().value()).keep(stage);
        new FoundOutside(sql, stage.house().value()).keep(stage);
        new Agents(sql, stage.house().value()).keep(stage);
        new ToldForms(sql, stage.house().value()).keep(stage);
        return count(sql, stage, performances.moved());
    }

    private static void give(Sql sql, Stage stage) throws SQLException {
        tellClocks(sql, stage);
        sql.change(
                """
                create or replace temp table programme_row as
                select * replace (coalesce(title, show_title) as title),
                  case when own_performance is not null then hash('o', own_performance)
                  when performance_ref is not null then hash('r', performance_ref)
                  else hash('t', %s, starts_at, day, %s) end as key
                from clocked_row left join (
                  select show_ref, min(title) as show_title from (
                    select source_ref as show_ref, title from any_production where house = ? and source_ref is not null
                    union all
                    select r.ref, p.title from further_reference r join production p on p.house = r.house and p.id = r.thing
                    where r.house = ? and r.kind = 'production' and r.source = ?)
                  group by show_ref) on show_ref = production_ref
                """.formatted(Performances.plain("title"), Performances.plain("hall")),
                stage.house().value(),
                stage.house().value(),
                stage.source());
        sql.run("""
                insert into given_performance
                select key, line, performance_ref, production_ref, title, starts_at, day, venue, hall, street, postcode, city, region,
                  country, venue_url, capacity, held, potential, state, season, genre, event_type, producer,
                  description, url, own_performance, own_production
                from programme_row
                """);
    }

    /**
     * An hour of the world clock becomes one of the house, with its distance kept so that the night on which clocks are put
     * back has no doubtful hour. Where a source says that the hour is the house's, no zone is named.
     */
    private static void tellClocks(Sql sql, Stage stage) throws SQLException {
        sql.change("""
                create or replace temp table clocked_row as
                select * exclude (world, hours) replace (coalesce(world, starts_at) as starts_at,
                  coalesce(cast(world as date), day) as day,
                  case when hall_zone = 'house' then null
                    when hall_zone <> 'UTC' or starts_at is null then hall_zone
                    when world = starts_at then 'UTC'
                    when date_diff('minute', starts_at, world) %% 60 <> 0 then null
                    else 'Etc/GMT' || case when hours > 0 then '-' else '+' end || abs(hours) end as hall_zone)
                from (
                  select *, date_diff('hour', starts_at, world) as hours from (
                    select *, case when hall_zone = 'UTC' then timezone(?, timezone('UTC', starts_at)) end as world
                    from %s))
                """.formatted(stage.table()), stage.zone());
    }

    /** Joins rows to their performance and works to their place in it, which is that of their first row if not given. */
    private static void placeRows(Sql sql) throws SQLException {
        sql.run("""
                create or replace temp table placed_row as
                with known as (
                  select r.*, k.performance,
                    r.work_title is not null or r.work_ref is not null or r."interval" as played,
                    case when r."interval" then 'i' || r.line
                      else concat_ws(chr(31), r.work_ref, %s, r.work_part) end as work_key
                  from programme_row r join known_performance k on k.key = r.key
                ), first_seen as (
                  select *, min(line) over (partition by performance, work_key) as first_line from known
                  where played and item_position is null
                ), ranked as (
                  select performance, line, dense_rank() over (partition by performance order by first_line) as place
                  from first_seen
                ), last_given as (
                  select performance, coalesce(max(item_position), 0) as last from known group by performance
                )
                select k.performance, k.line, coalesce(k.item_position, cast(n.place + g.last as integer)) as position,
                  k.work_ref, k.work_title, %s as plain_title, k.work_part, k."interval",
                  k.contributor, k.role, k.instrument, k.hall_zone
                from known k
                join last_given g on g.performance = k.performance
                left join ranked n on n.performance = k.performance and n.line = k.line
                """.formatted(Performances.plain("r.work_title"), Performances.plain("k.work_title")));
    }

    /** Where the source names zones, an hour is an hour of that zone, and without a zone no instant is known. */
    private static void tellZones(Sql sql, Stage stage) throws SQLException {
        sql.change("""
                update performance_statement set starts_at = case when z.name is not null
                  then cast(timezone('UTC', timezone(z.name, starts_local)) as timestamp) end
                from (select performance, max(hall_zone) as zone from placed_row where hall_zone is not null
                      group by performance) r
                left join pg_timezone_names() z on z.name = r.zone
                where performance_statement.house = ? and performance_statement.run = ?
                  and performance_statement.performance = r.performance and performance_statement.starts_local is not null
                """, stage.house().value(), stage.run());
        sql.change("""
                update performance set starts_at = s.starts_at
                from (select performance, starts_at from performance_statement
                      where house = ? and run = ? and starts_local is not null) s
                where performance.house = ? and performance.id = s.performance
                """, stage.house().value(), stage.run(), stage.house().value());
    }

    private static LoadCounts count(Sql sql, Stage stage, long moved) throws SQLException {
        int house = stage.house().value();
        long all = sql.number("select count(*) from programme_row");
        long taken = sql.number(
                """
                select count(*) from programme_row r join known_performance k on k.key = r.key
                where k.performance in (
                  select id from performance where house = ? and run = ?
                  union select performance from performance_statement where house = ? and run = ?
                  union select performance from programme_item where house = ? and run = ?
                  union select performance from contribution where house = ? and run = ?
                  union select thing from description where house = ? and run = ? and kind = 'performance'
                  union select p.id from description d join performance p on p.house = d.house and p.production = d.thing
                    where d.house = ? and d.run = ? and d.kind = 'production'
                  union select p.id from description d join performance p on p.house = d.house and p.venue = d.thing
                    where d.house = ? and d.run = ? and d.kind in ('venue', 'hall'))
                  or r.line in (select line from outside_line)
                """,
                house,
                stage.run(),
                house,
                stage.run(),
                house,
                stage.run(),
                house,
                stage.run(),
                house,
                stage.run(),
                house,
                stage.run(),
                house,
                stage.run());
        return new LoadCounts(taken, all - taken, moved);
    }
}
