package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.BuyerAreas;

/**
 * Counts the people of segments, all definitions in one pass over a house's sale lines. People are those of the audience: buyers
 * that hold tickets for a performance that was neither cancelled nor postponed, those that linking found to be one counted once, without those who objected to it.
 */
final class SegmentQuery {

    /** Who lives where, as far as it is asked for; made by the store, gone with the connection. */
    static final String AREAS = "segment_area";

    private static final String LINES = """
            from sale_line s
            left join (select person, one_person from same_person where house = $1 and one_person <> person) o on o.person = s.person
            """;

    private static final String OF_BUYERS =
            "where s.house = $1 and s.person is not null and s.day <= $2 and s.operation in ('sale', 'cancellation')"
                    + " and s.person not in (select person from uncounted_buyer where house = $1)";

    private static final String PEOPLE =
            """
            with visit as materialized (
              select coalesce(o.one_person, s.person) as person, s.performance, any_value(p.day) as day, any_value(p.genre) as genre,
                any_value(p.production) as production, min(s.first_day) as bought,
                max(s.day) filter (s.operation = 'sale') as last_bought, sum(s.amount) as amount
              """ + LINES + """
              join (
                select f.id, f.day, f.production, g.genre from performance f
                left join (select id, genre from production where house = $1) g on g.id = f.production
                where f.house = $1 and f.state not in ('cancelled', 'postponed') and $counted) p on p.id = s.performance
              """.replace("$counted", Scope.COUNTED) + OF_BUYERS + """
               group by coalesce(o.one_person, s.person), s.performance having sum(s.quantity) > 0)
            , people as materialized (
              select *, """ + VisitQuery.SEGMENT + """
                as segment from (
                select person, count(*) as performances, min(day) as first_day, max(day) filter (day <= $2) as last_attended,
                  max(last_bought) as last_bought, sum(amount) as spent%s
                from visit group by person))
            """;

    private static final String TICKETS = """
            , held as materialized (
              select coalesce(o.one_person, s.person) as person, any_value(t.kind) as tariff_kind, any_value(c.kind) as channel_kind
              """ + LINES + """
              left join (select id, kind from label where house = $1 and field = 'tariff') t on t.id = s.tariff
              left join (select id, kind from label where house = $1 and field = 'channel') c on c.id = s.channel
              """ + OF_BUYERS + """
               and s.performance in (select performance from visit)
              group by coalesce(o.one_person, s.person), s.performance, s.tariff, s.channel having sum(s.quantity) > 0)
            , ticket as materialized (select person%s from held group by person)
            """;

    private static final String HOMES = ", home as materialized (select person%s from " + AREAS + " group by person)";

    /** How many, and what stands for who they are. */
    record Counted(long people, long who) {}

    private final SegmentPredicates predicates;
    private final String people;
    private final List<String> conditions;

    /** @param minorUnits of the house's currency in one unit */
    private SegmentQuery(List<SegmentDefinition> definitions, int minorUnits) {
        this.predicates = new SegmentPredicates(minorUnits);
        this.conditions = definitions.stream().map(predicates::of).toList();
        this.people = PEOPLE.formatted(predicates.visitColumns())
                + (predicates.ticketColumns().isEmpty() ? "" : TICKETS.formatted(predicates.ticketColumns()))
                + (predicates.areaColumns().isEmpty() ? "" : HOMES.formatted(predicates.areaColumns()))
                + (predicates.needsScores() ? RfmScores.scored(minorUnits) : "");
    }

    private String from() {
        return " from " + (predicates.needsScores() ? "scored" : "people") + " p"
                + (predicates.ticketColumns().isEmpty() ? "" : " left join ticket t on t.person = p.person")
                + (predicates.areaColumns().isEmpty() ? "" : " left join home a on a.person = p.person");
    }

    /** The people of each definition, in their order. */
    static List<Counted> count(
            Connection connection, HouseId house, List<SegmentDefinition> definitions, int minorUnits, LocalDate day)
            throws SQLException {
        SegmentQuery asked = new SegmentQuery(definitions, minorUnits);
        StringBuilder flags = new StringBuilder();
        StringBuilder sums = new StringBuilder();
        for (int at = 0; at < definitions.size(); at++) {
            flags.append(", ").append(asked.conditions.get(at)).append(" as d").append(at);
            sums.append(at == 0 ? "" : ", ").append(sums("d" + at));
        }
        return asked.read(connection, house, day, asked.flagged(flags) + "select " + sums + " from flagged");
    }

    /** The people of each pair of definitions, the first with itself and each after it, then the second with itself and so on. */
    static List<Counted> countPairs(
            Connection connection, HouseId house, List<SegmentDefinition> definitions, int minorUnits, LocalDate day)
            throws SQLException {
        SegmentQuery asked = new SegmentQuery(definitions, minorUnits);
        StringBuilder flags = new StringBuilder();
        List<String> sums = new ArrayList<>();
        for (int at = 0; at < definitions.size(); at++) {
            flags.append(", ").append(asked.conditions.get(at)).append(" as d").append(at);
            for (int other = at; other < definitions.size(); other++) {
                sums.add(sums("d" + at + " and d" + other));
            }
        }
        return asked.read(
                connection, house, day, asked.flagged(flags) + "select " + String.join(", ", sums) + " from flagged");
    }

    private static String sums(String condition) {
        return "count(*) filter (where %s), coalesce(bit_xor(person) filter (where %s), 0)"
                .formatted(condition, condition);
    }

    private String flagged(StringBuilder flags) {
        return people + ", flagged as (select p.person" + flags + from() + ") ";
    }

    private List<Counted> read(Connection connection, HouseId house, LocalDate day, String sql) throws SQLException {
        List<Counted> counted = new ArrayList<>();
        try (PreparedStatement query = prepared(connection, house, day, sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            for (int column = 1; column < row.getMetaData().getColumnCount(); column += 2) {
                counted.add(new Counted(row.getLong(column), row.getLong(column + 1)));
            }
        }
        return counted;
    }

    private PreparedStatement prepared(Connection connection, HouseId house, LocalDate day, String sql)
            throws SQLException {
        if (!predicates.areas().isEmpty()) {
            BuyerAreas.livingIn(connection, house, predicates.areas(), AREAS);
        }
        PreparedStatement query = connection.prepareStatement(sql);
        query.setShort(1, (short) house.value());
        query.setObject(2, day);
        int place = 3;
        for (List<?> list : predicates.lists()) {
            String type = list.get(0) instanceof Long ? "BIGINT" : "VARCHAR";
            query.setArray(place++, connection.createArrayOf(type, list.toArray()));
        }
        return query;
    }

    /**
     * The keys of buyers of each person of a definition, in ascending order. Whoever asks must be the gate.
     *
     * @param keysMax read at most, one more tells that there are more
     */
    static List<List<Long>> people(
            Connection connection,
            HouseId house,
            SegmentDefinition definition,
            int minorUnits,
            LocalDate day,
            int keysMax)
            throws SQLException {
        SegmentQuery asked = new SegmentQuery(List.of(definition), minorUnits);
        String sql = asked.people + ", chosen as (select p.person" + asked.from() + " where "
                + asked.conditions.get(0) + """
                ) select one, key from (
                  select person as one, person as key from chosen
                  union select c.person, s.person from chosen c join same_person s on s.one_person = c.person where s.house = $1)
                order by one, key limit\s""" + (keysMax + 1);
        List<List<Long>> people = new ArrayList<>();
        try (PreparedStatement query = asked.prepared(connection, house, day, sql);
                ResultSet row = query.executeQuery()) {
            long last = 0;
            while (row.next()) {
                if (people.isEmpty() || row.getLong(1) != last) {
                    people.add(new ArrayList<>(1));
                    last = row.getLong(1);
                }
                people.get(people.size() - 1).add(row.getLong(2));
            }
        }
        return people;
    }
}
