package org.foyer.hub.intake.internal.sheets;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyer.hub.intake.Proposal;
import org.foyer.hub.intake.internal.loading.Performances;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;

/**
 * What other houses of the node show and looks like what is being typed. Only what their public pages tell is looked at: dates that are
 * shown, their works and whoever counts as credited there. Real houses are proposed nothing of simulated ones.
 */
final class ShownElsewhere {

    /** Names whose dates are looked up: the likest, so that two letters do not ask after half of the node. */
    private static final int NAMES_MAX = 100;

    /** What there is of a kind: things, their dates, what the house has itself, and of which things registers speak. */
    private record Asked(String things, String shown, String own, String key, String outside) {}

    private static final Asked PRODUCTIONS = new Asked(
            "select id, id as thing, title as words, producer as of_thing from production where house in ($others)",
            """
            select house, production as thing, null as beside, max(day) as last from shown_performance
            where production in (select thing from near) group by all
            """,
            "select title as words from production where house = $house",
            Performances.plain("words"),
            "production");

    private static final Asked WORKS = new Asked(
            "select id, id as thing, title as words, null as of_thing from work where house in ($others)",
            """
            select i.house, i.work as thing, string_agg(distinct p.title, ', ' order by p.title) as beside, max(f.day) as last
            from (select * from programme_item
                  where performance in (select performance from programme_item where work in (select thing from near))
                  qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance)) i
            join shown_performance f on f.house = i.house and f.id = i.performance
            join production p on p.house = f.house and p.id = f.production
            where i.work in (select thing from near) group by all
            """,
            "select title as words from work where house = $house",
            Performances.plain("words"),
            "work");

    private static final Asked PEOPLE = new Asked(
            "select 0 as id, name as thing, name as words, null as of_thing from credited_name",
            """
            select c.house, c.name as thing, string_agg(distinct c.role, ', ' order by c.role) as beside, max(f.day) as last
            from (select * from contribution
                  where house in ($others)
                    and performance in (select performance from contribution where name in (select thing from near))
                  qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance, position is null)) c
            join shown_performance f on f.house = c.house and f.id = c.performance
            where c.name in (select thing from near) group by all
            """,
            "select name as words from contribution where house = $house",
            "name_number(words)",
            "name");

    private static final Asked VENUES = new Asked(
            "select id, id as thing, name as words, city as of_thing from venue where house in ($others)",
            """
            select house, venue as thing, null as beside, max(day) as last from shown_performance
            where venue in (select thing from near) group by all
            """,
            "select name as words from venue where house = $house",
            Performances.plain("words"),
            "venue");

    private static final String SQL = """
            with typed as (select $plainTyped as typed),
            outside as (
              select thing, string_agg(distinct property || ': ' || value, '; ' order by property || ': ' || value) as ids
              from found_outside_now where house in ($others) and kind = '$kind' and value is not null and property <> 'position'
              group by thing),
            told as (
              select k.*, $plainWords as plain, $key as one, o.ids from ($things) k
              left join outside o on o.thing = $number),
            near as (
              select t.*, case when list_contains(string_split(ids, '; '), ?) then 1.0 when starts_with(plain, typed) then 1.0
                when contains(plain, typed) then 0.95 else jaro_winkler_similarity(plain, typed) end as likeness
              from told t, typed where likeness >= ? and one not in (select $key from ($own))
              qualify dense_rank() over (order by likeness desc, plain) <= ?)
            select s.house, n.id, n.words, left(concat_ws(' · ', n.ids, n.of_thing, s.beside), 200) as beside, s.last, n.likeness
            from near n join ($shown) s on s.thing = n.thing
            qualify row_number() over (partition by n.one order by s.last desc, s.house, n.words, n.id) = 1
            order by n.likeness desc, s.last desc, n.words, n.id limit ?
            """;

    private ShownElsewhere() {}

    /** Names of the other houses of the node by their numbers, real ones for a real house and simulated ones for a simulated. */
    static Map<Integer, String> houses(Register register, HouseId house) {
        return register.read(handle -> handle
                .createQuery("select id, name from house where id <> :id"
                        + " and simulated = (select simulated from house where id = :id)")
                .bind("id", house.value())
                .map((row, context) -> Map.entry(row.getInt("id"), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, TreeMap::new)));
    }

    /** @param others names of the houses that are asked after, by their numbers */
    static List<Proposal> of(
            Connection connection, HouseId house, Map<Integer, String> others, Proposal.Kind kind, String typed)
            throws SQLException {
        if (others.isEmpty()) {
            return List.of();
        }
        return new Sql(connection)
                .list(
                        row -> proposal(kind, others, row),
                        sql(house, others, kind),
                        typed,
                        Proposals.identifier(typed),
                        Proposals.LIKE,
                        NAMES_MAX,
                        Proposals.SHOWN);
    }

    private static String sql(HouseId house, Map<Integer, String> others, Proposal.Kind kind) {
        Asked asked = switch (kind) {
            case PRODUCTION -> PRODUCTIONS;
            case WORK -> WORKS;
            case PERSON -> PEOPLE;
            case VENUE -> VENUES;
        };
        return SQL.replace("$things", asked.things())
                .replace("$shown", asked.shown())
                .replace("$own", asked.own())
                .replace("$key", asked.key())
                .replace("$kind", asked.outside())
                .replace("$number", kind == Proposal.Kind.PERSON ? "name_number(k.words)" : "k.thing")
                .replace("$plainTyped", Performances.plain("?"))
                .replace("$plainWords", Performances.plain("words"))
                .replace(
                        "$others", others.keySet().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .replace("$house", Integer.toString(house.value()));
    }

    private static Proposal proposal(Proposal.Kind kind, Map<Integer, String> others, ResultSet row)
            throws SQLException {
        return new Proposal(
                kind,
                row.getLong("id"),
                row.getString("words"),
                row.getString("beside"),
                row.getObject("last", LocalDate.class),
                row.getDouble("likeness"),
                others.get(row.getInt("house")));
    }
}
