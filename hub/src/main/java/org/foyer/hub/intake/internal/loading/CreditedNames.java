package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.time.Instant;

/**
 * Keeps which spellings are credited, and which of them are one person or group: those that bear one identifier of a register of
 * persons, and those of which somebody said so; never because they look alike. What counts is what is said at the moment, not in which
 * order it was said, so that imports, decisions and undos in any order come to the same persons.
 *
 * <p>An identifier joins nobody when houses give a spelling two of one register (who bear one name are then two people), when the two
 * spellings differ in another register, when more than {@link #BEARERS_MAX} spellings bear it, or when somebody told the two apart.
 */
public final class CreditedNames {

    /** Spellings of one identifier; more are a mistake of whoever typed it. */
    static final int BEARERS_MAX = 30;

    /** Registers that number persons and groups; ARK and FRBNF are those of the Bibliothèque nationale de France. */
    private static final String REGISTERS = "'isni', 'viaf', 'wikidata', 'ark', 'frbnf'";

    /** Rounds in which spellings learn of whom they are; each doubles how far they see, at the least by one. */
    private static final int ROUNDS_MAX = 100;

    private static final String IDENTIFIERS = """
            create or replace temp table name_id as
            with said as (
              select distinct thing, property, value from found_outside_now
              where kind = 'name' and value is not null and property in (%s)),
            doubtful as (select thing from said group by thing, property having count(*) > 1)
            select thing, property, value from said where thing not in (select thing from doubtful)
            """.formatted(REGISTERS);

    private static final String EDGES = """
            create or replace temp table name_edge as
            with bearer as (select property, value from name_id group by all having count(*) between 2 and %d),
            by_id as (
              select distinct a.thing as one, b.thing as other from bearer r
              join name_id a on a.property = r.property and a.value = r.value
              join name_id b on b.property = r.property and b.value = r.value and b.thing > a.thing),
            contrary as (
              select i.one, i.other from by_id i join name_id a on a.thing = i.one
              join name_id b on b.thing = i.other and b.property = a.property and b.value <> a.value),
            pair as (
              select one, other from by_id where (one, other) not in (select (one, other) from contrary)
              union select least(name, known_as), greatest(name, known_as) from same_name),
            joined as (
              select one, other from pair
              where (one, other) not in (select (one, other) from told_apart where kind = 'person'))
            select one, other from joined union all select other, one from joined
            """.formatted(BEARERS_MAX);

    /** Each takes the least number that it or a neighbour knows, and then what the one with that number knows. */
    private static final String ROUND = """
            create or replace temp table next_label as
            with seen as (
              select l.name, least(l.label, min(o.label)) as label from name_label l
              join name_edge e on e.one = l.name join name_label o on o.name = e.other group by l.name, l.label)
            select s.name, t.label from seen s join seen t on t.name = s.label
            """;

    /** The one by which a person goes is credited somewhere; if it can be, nobody gave it up for another. */
    private static final String JOINED = """
            create or replace temp table joined_name as
            with kept as (
              select label, first(name order by name in (select name from same_name), name) as known_as
              from name_label where name in (select number from credited_name) group by label)
            select l.name, k.known_as from name_label l join kept k on k.label = l.label where l.name <> k.known_as
            """;

    private final Sql sql;
    private final int house;

    /** @param house whose run it is */
    public CreditedNames(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /** Follows what a run said: of whom it was the first to speak, and who is one person now. */
    public void follow(int run) throws SQLException {
        know(" and (run = " + run + " or source = '" + CastChanges.SOURCE + "')");
        join(run);
    }

    /** @param which condition on credits of the house; fixed text of this package */
    private void know(String which) throws SQLException {
        String credited = " from contribution where house = " + house + which;
        sql.run("insert into credited_name select distinct name, name_number(name)" + credited
                + " and name not in (select name from credited_name) order by name");
        sql.run("delete from departed where kind = 'person' and id in (select name_number(name)" + credited + ")");
    }

    /** Remembers who is credited by a run that will be taken back, or instead of somebody else: a cast may be another afterwards. */
    void beforeTakeBack(int run) throws SQLException {
        sql.run("create or replace temp table name_back as select distinct name from contribution where house = "
                + house + " and (run = " + run + " or source = '" + CastChanges.SOURCE + "')");
    }

    /** Forgets spellings that nobody is credited by any more; their numbers say for ever that they were given. */
    void afterTakeBack(int undo, Instant at) throws SQLException {
        know(" and source = '" + CastChanges.SOURCE + "'");
        sql.run("create or replace temp table name_left as select n.name, n.number from credited_name n"
                + " where n.name in (select name from name_back) and n.name not in (select name from contribution)");
        sql.run("delete from credited_name where name in (select name from name_left)");
        new Departed(sql, house)
                .leave(
                        "person",
                        "select distinct number as id, null as ref, null as words, null as production, null as venue,"
                                + " null as hall, null as day from name_left"
                                + " where number not in (select number from credited_name) order by number",
                        undo,
                        at);
        join(undo);
    }

    private void join(int run) throws SQLException {
        sql.run(IDENTIFIERS);
        sql.run(EDGES);
        sql.run("create or replace temp table name_label as select distinct one as name, one as label from name_edge");
        label();
        sql.run(JOINED);
        sql.run("""
                create or replace temp table renamed_name as
                select unnest([name, known_as]) as name from (
                  (from joined_name except from one_name) union all (from one_name except from joined_name))
                """);
        if (sql.number("select count(*) from renamed_name") == 0) {
            return;
        }
        sql.run("delete from one_name");
        sql.run("insert into one_name select name, known_as from joined_name order by name");
        sql.run("update performance set changed_run = " + run + " where house = " + house
                + " and id in (select c.performance from contribution c join credited_name n on n.name = c.name where c.house = "
                + house + " and n.number in (select name from renamed_name))");
    }

    private void label() throws SQLException {
        long moved = sql.number("select count(*) from name_label");
        for (int round = 0; moved > 0 && round < ROUNDS_MAX; round++) {
            sql.run(ROUND);
            moved = sql.number(
                    "select count(*) from name_label l join next_label n on n.name = l.name where n.label <> l.label");
            sql.run("create or replace temp table name_label as from next_label");
        }
    }
}
