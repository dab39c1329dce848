package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Finds the performances that a file speaks of, and makes those that are new with their production and venue.
 *
 * <p>Use: {@link #prepare}, insert into the temporary table {@code given_performance} (several rows of one key are
 * allowed, the last value that is not null counts), {@link #findOrMake}, then join {@code known_performance (key,
 * performance, said_of)}. A key without a title whose reference is unknown gets no performance.
 */
public final class Performances {

    /** The id that a thing had before, or the next of the run; one parameter, the highest of the run so far. */
    private static final String OLD_OR_NEXT =
            "coalesce(any_value(r.id), ? + row_number() over (order by any_value(r.id) is not null, min(line)))";

    /** By which a venue is known again. */
    private static final String VENUE_WORDS = "plain_venue || chr(31) || coalesce(" + plain("city") + ", '')";

    private final Sql sql;
    private final Stage stage;
    private final Departed departed;
    private long moved;

    public Performances(Connection transaction, Stage stage) {
        this.sql = new Sql(transaction);
        this.stage = stage;
        this.departed = new Departed(sql, stage.house().value());
    }

    /** How words are compared: without case, accents and runs of spaces. */
    public static String plain(String expression) {
        return "lower(strip_accents(trim(regexp_replace(" + expression + ", '\\s+', ' ', 'g'))))";
    }

    /**
     * Makes the empty temporary table {@code given_performance}. {@code day} is needed only without {@code
     * starts_local}; {@code line} orders contradicting rows.
     */
    public void prepare() throws SQLException {
        sql.run("""
                create or replace temp table given_performance (
                  key ubigint not null, line bigint not null,
                  performance_ref varchar, production_ref varchar, title varchar, starts_local timestamp, day date,
                  venue varchar, hall varchar, street varchar, postcode varchar, city varchar, region varchar,
                  country varchar, venue_url varchar,
                  capacity integer, held integer, potential bigint, state varchar, season varchar, genre varchar,
                  event_type varchar, producer varchar, description varchar, url varchar,
                  own_performance varchar, own_production varchar)
                """);
    }

    /** Fills {@code known_performance}. Returns how many performances are new. */
    public long findOrMake() throws SQLException {
        foldKeys();
        GivenCounts given = GivenCounts.of(sql);
        long unknown = new KnownPerformances(sql, stage).find(given);
        makeVenues(given);
        long made = unknown == 0 ? 0 : makeNew(); // most files of sales name known ones alone: fewer statements to plan
        if (stage.isTypedHere()) {
            keepOwn(
                    "performance",
                    "select g.own_performance as ref, k.performance as thing, k.said_of from folded_performance g"
                            + " join known_performance k on k.key = g.key");
        }
        state();
        return made;
    }

    private void foldKeys() throws SQLException {
        sql.run("""
                create or replace temp table folded_performance as
                with folded as (
                  select key, min(line) as line,
                    arg_min(performance_ref, line) as performance_ref,
                    arg_min(production_ref, line) as production_ref, arg_min(title, line) as title,
                    arg_min(starts_local, line) as starts_local, arg_min(day, line) as given_day,
                    arg_max(venue, line) as venue, arg_max(hall, line) as hall, arg_max(street, line) as street,
                    arg_max(postcode, line) as postcode, arg_max(city, line) as city, arg_max(region, line) as region,
                    arg_max(country, line) as country, arg_max(venue_url, line) as venue_url,
                    arg_max(capacity, line) as capacity, arg_max(held, line) as held,
                    arg_max(potential, line) as potential, arg_max(state, line) as state,
                    arg_max(season, line) as season, arg_max(genre, line) as genre,
                    arg_max(event_type, line) as event_type, arg_max(producer, line) as producer,
                    arg_max(description, line) as description, arg_max(url, line) as url,
                    any_value(own_performance) as own_performance, any_value(own_production) as own_production
                  from given_performance group by key)
                select *, %s as plain_title, %s as plain_hall, %s as plain_venue,
                  coalesce(cast(starts_local - interval 5 hour as date), given_day) as day
                from folded
                """.formatted(plain("title"), plain("hall"), plain("venue")));
    }

    private long makeNew() throws SQLException {
        long found = sql.change("""
                create or replace temp table new_performance as
                select *, coalesce('r' || performance_ref,
                    concat_ws(chr(31), 't', plain_title, starts_local, day, plain_hall)) as identity,
                  coalesce('o' || own_production, 'r' || production_ref, 't' || plain_title) as production_key
                from folded_performance
                where key not in (select key from known_performance) and title is not null and day is not null
                """);
        if (found == 0) {
            return 0;
        }
        makeProductions();
        int house = stage.house().value();
        departed.returning("performance", """
                select identity as key, min(performance_ref) as ref,
                  min(concat_ws(chr(31), plain_title, starts_local, day, plain_hall)) as words
                from new_performance group by identity""");
        long before = highest("performance");
        sql.change("""
                create or replace temp table made_performance as
                select identity, %s as id, min(line) as line
                from new_performance left join returning_performance r on r.key = identity group by identity
                """.formatted(OLD_OR_NEXT), before);
        long made = sql.change("""
                insert into performance
                select ?, m.id, g.performance_ref, d.id, null, g.hall,
                  cast(timezone('UTC', timezone(?, g.starts_local)) as timestamp), g.day, g.starts_local,
                  'scheduled', null, null, null, null, null, null, ?, ?, d.said_of
                from made_performance m
                join (select * from new_performance qualify row_number() over (partition by identity order by line) = 1)
                  g on g.identity = m.identity
                join production_of_key d on d.production_key = g.production_key
                order by m.id
                """, house, stage.zone(), stage.run(), stage.run());
        sql.run("""
                insert into known_performance
                select g.key, m.id, null from new_performance g join made_performance m on m.identity = g.identity
                """);
        keepOwn(
                "production",
                "select g.own_production as ref, d.id as thing, d.said_of from new_performance g"
                        + " join production_of_key d on d.production_key = g.production_key");
        return made;
    }

    /** Keeps what a sheet typed here calls what is now there. */
    private void keepOwn(String kind, String named) throws SQLException {
        sql.change(
                """
                insert into own_thing
                select ?, '%1$s', ref, min(thing), ?, arg_min(said_of, thing) from (%2$s)
                where not regexp_full_match(ref, '[0-9]+')
                  and ref not in (select ref from own_thing where house = ? and kind = '%1$s')
                group by ref order by ref
                """.formatted(kind, named),
                stage.house().value(),
                stage.run(),
                stage.house().value());
    }

    /** Of the run's own: what returned has the id of an earlier one. */
    private long highest(String table) throws SQLException {
        return stage.highest(sql, table);
    }

    private void makeVenues(GivenCounts given) throws SQLException {
        if (given.venues() == 0) {
            sql.run("create or replace temp table venue_of_key (key ubigint, venue bigint)");
            return;
        }
        int house = stage.house().value();
        String found = """
                create or replace temp table venue_of_key as
                select g.key, min(v.id) as venue
                from folded_performance g
                join (select id, %s as plain_name, %s as plain_city from any_venue where house = ?) v
                  on v.plain_name = g.plain_venue
                  and (v.plain_city is null or g.city is null or v.plain_city = %s)
                group by g.key
                """.formatted(plain("name"), plain("city"), plain("g.city"));
        sql.change(found, house);
        long unknown = sql.number(
                "select count(*) from folded_performance where venue is not null and key not in (select key from venue_of_key)");
        if (unknown == 0) {
            return;
        }
        departed.returning("venue", """
                select distinct %1$s as key, null as ref, %1$s as words
                from folded_performance
                where venue is not null and key not in (select key from venue_of_key)""".formatted(VENUE_WORDS));
        sql.change("""
                insert into venue
                select ?, %2$s, arg_min(venue, line), arg_min(street, line),
                  arg_min(postcode, line), arg_min(city, line), arg_min(region, line), arg_min(country, line),
                  arg_min(venue_url, line), null, null, ?
                from folded_performance g left join returning_venue r on r.key = %1$s
                where venue is not null and g.key not in (select key from venue_of_key)
                group by %1$s
                order by min(line)
                """.formatted(VENUE_WORDS, OLD_OR_NEXT), house, highest("venue"), stage.run());
        sql.change(found, house);
    }

    /**
     * The source's reference tells productions apart. A file without references means the production of that title that
     * has none, or the only one of that title.
     */
    private void makeProductions() throws SQLException {
        int house = stage.house().value();
        String found = """
                create or replace temp table production_of_key as
                select 'r' || source_ref as production_key, min(goes_by) as id, nullif(arg_min(id, goes_by), min(goes_by)) as said_of
                from any_production where house = ? and source_ref is not null group by source_ref
                union all
                select 'r' || r.ref, min(a.goes_by), null from further_reference r
                join any_production a on a.house = r.house and a.id = r.thing
                where r.house = ? and r.kind = 'production' and r.source = ?
                  and r.ref not in (select source_ref from any_production where house = r.house and source_ref is not null)
                group by r.ref
                union all
                select 't' || plain_title, coalesce(min(id) filter (where source_ref is null), min(id)),
                  case when not bool_or(said_id = id) then min(said_id) end from titled_production
                group by plain_title
                having count(*) filter (where source_ref is null) > 0 or count(distinct id) = 1
                union all
                select 'o' || id, goes_by, nullif(id, goes_by) from any_production where house = ?
                union all
                select 'o' || o.ref, p.id, o.said_of from own_thing o join production p on p.house = o.house and p.id = o.thing
                where o.house = ? and o.kind = 'production'
                """;
        sql.change(found, house, house, stage.source(), house, house);
        departed.returning("production", """
                select production_key as key, arg_min(production_ref, line) as ref, arg_min(plain_title, line) as words
                from new_performance
                where production_key not in (select production_key from production_of_key)
                group by production_key""");
        sql.change("""
                insert into production
                select ?, %s, arg_min(production_ref, line),
                  arg_min(title, line), arg_max(genre, line),
                  arg_max(producer, line), arg_max(description, line), arg_max(url, line), ?
                from new_performance left join returning_production r on r.key = production_key
                where production_key not in (select production_key from production_of_key)
                group by production_key
                order by min(line)
                """.formatted(OLD_OR_NEXT), house, highest("production"), stage.run());
        sql.change(
                "insert into titled_production select id, source_ref, " + plain("title")
                        + ", id from production where house = ? and run = ?",
                house,
                stage.run());
        sql.change(found, house, house, stage.source(), house, house);
        sql.change("""
                insert into production_of_key
                select any_value(g.production_key), p.id, null
                from new_performance g join production p on p.house = ? and p.run = ? and %s = g.plain_title
                where g.own_production is not null and g.production_key not in (select production_key from production_of_key)
                group by p.id
                """.formatted(plain("p.title")), house, stage.run());
    }

    /** What this source said last; of what it never spoke, what counts now is in the performance. */
    private void recallOwn() throws SQLException {
        sql.change("""
                create or replace temp table own_word as
                select performance, arg_max(venue, run) as venue, arg_max(hall, run) as hall, arg_max(state, run) as state,
                  arg_max(capacity, run) as capacity, arg_max(held, run) as held, arg_max(potential, run) as potential,
                  arg_max(season, run) as season, arg_max(event_type, run) as event_type,
                  arg_max({'local': starts_local, 'day': day}, run) filter (where day is not null) as start
                from performance_statement
                where house = ? and source = ? and performance in (select performance from known_performance)
                group by performance
                """, stage.house().value(), stage.source());
    }

    /**
     * Keeps what this run said where it says something new, and brings the performances up to date. A person who types what counts already
     * says something: that it counts whatever files say later.
     */
    private void state() throws SQLException {
        int house = stage.house().value();
        recallOwn();
        long said = sql.change("""
                create or replace temp table said as
                select k.performance, arg_max(v.venue, g.line) as venue, arg_max(g.hall, g.line) as hall,
                  arg_max(g.state, g.line) as state, arg_max(g.capacity, g.line) as capacity,
                  arg_max(g.held, g.line) as held, arg_max(g.potential, g.line) as potential,
                  arg_max(g.season, g.line) as season, arg_max(g.event_type, g.line) as event_type,
                  arg_max({'local': g.starts_local, 'day': g.day}, g.line)
                    filter (where g.day is not null and (g.starts_local is not null or p.starts_local is null)) as start,
                  bool_or(p.run <> ? and g.starts_local <> coalesce(o.start.local, p.starts_local)) as moved,
                  case when bool_and(k.said_of is not null) then min(k.said_of) end as said_of
                from folded_performance g join known_performance k on k.key = g.key
                join performance p on p.house = ? and p.id = k.performance
                left join performance c on c.house = p.house and c.id = p.id and ? <> 'typed-here'
                left join own_word o on o.performance = k.performance
                left join venue_of_key v on v.key = g.key
                group by k.performance
                having bool_or(p.run = ?) or bool_or(v.venue <> coalesce(o.venue, c.venue, -1)
                  or g.hall <> coalesce(o.hall, c.hall, '') or g.state <> coalesce(o.state, c.state, '')
                  or g.capacity <> coalesce(o.capacity, c.capacity, -1) or g.held <> coalesce(o.held, c.held, -1)
                  or g.potential <> coalesce(o.potential, c.potential, -1) or g.season <> coalesce(o.season, c.season, '')
                  or g.event_type <> coalesce(o.event_type, c.event_type, '')
                  or g.starts_local <> coalesce(o.start.local, c.starts_local, timestamp '0001-01-01 00:00')
                  or coalesce(o.start.local, c.starts_local) is null
                    and g.day <> coalesce(o.start.day, c.day, date '0001-01-01'))
                """, stage.run(), house, stage.source(), stage.run());
        if (said == 0) {
            return;
        }
        sql.change("""
                create or replace temp table said_before as
                select * from performance_statement
                where house = ? and run = ? and performance in (select performance from said)
                """, house, stage.run());
        sql.change(
                "delete from performance_statement where house = ? and run = ? and performance in"
                        + " (select performance from said)",
                house,
                stage.run());
        sql.change("""
                insert into performance_statement
                select ?, n.performance, ?,
                  case when n.start is null then o.starts_local else n.start.local end,
                  case when n.start is null then o.starts_at
                    else cast(timezone('UTC', timezone(?, n.start.local)) as timestamp) end,
                  coalesce(n.start.day, o.day), coalesce(n.venue, o.venue), coalesce(n.hall, o.hall),
                  coalesce(n.state, o.state), coalesce(n.capacity, o.capacity), coalesce(n.held, o.held),
                  coalesce(n.potential, o.potential), coalesce(n.season, o.season),
                  coalesce(n.event_type, o.event_type), ?, n.said_of
                from said n left join said_before o on o.performance = n.performance
                order by n.performance
                """, house, stage.run(), stage.zone(), stage.source());
        refresh(sql, house, "select performance from said", stage.run());
        moved += sql.number("select count(*) from said where moved");
    }

    /** How many known performances were given another start. */
    public long moved() {
        return moved;
    }

    /**
     * Gives performances what counts of what runs said, or none.
     *
     * @param touched query that gives their ids; fixed text of this package
     * @param run by which they changed
     */
    static void refresh(Sql sql, int house, String touched, int run) throws SQLException {
        sql.change("""
                update performance set
                  starts_local = case when s.start is null then starts_local else s.start.local end,
                  starts_at = case when s.start is null then starts_at else s.start.at end,
                  day = coalesce(s.start.day, day), venue = coalesce(
                    (select known_as from goes_by where house = performance.house and kind = 'venue' and thing = s.venue), s.venue), hall = s.hall, state = coalesce(s.state, 'scheduled'),
                  capacity = s.capacity, held = s.held, potential = s.potential, season = s.season,
                  event_type = s.event_type, changed_run = ?
                from (
                  select performance, arg_max(venue, p) as venue, arg_max(hall, p) as hall, arg_max(state, p) as state,
                    arg_max(capacity, p) as capacity, arg_max(held, p) as held, arg_max(potential, p) as potential,
                    arg_max(season, p) as season, arg_max(event_type, p) as event_type,
                    arg_max({'local': starts_local, 'at': starts_at, 'day': day}, p) filter (where day is not null) as start
                  from (select *, precedence(source, run) as p from performance_statement where house = ? and performance in (%s))
                  group by performance) s
                where performance.house = ? and performance.id = s.performance
                """.formatted(touched), run, house, house);
    }
}
