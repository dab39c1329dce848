package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.BuyerAreas;

/** Counts the people of segments, all definitions and all days that are asked for in one pass over a house's sale lines; see {@link SegmentVisits}. */
final class SegmentQuery {

    /** Who lives where, as far as it is asked for; made by the store, gone with the connection. */
    static final String AREAS = "segment_area";

    private static final String PEOPLE = """
            , people as materialized (
              select *, """ + VisitQuery.SEGMENT + """
                as segment from (
                select person, count(*) as performances, min(day) as first_day, max(day) filter (day <= $2) as last_attended,
                  max(last_bought) as last_bought, sum(amount) as spent%s
                from visit group by person))
            """;

    private static final String TICKETS = """
            , held as materialized (
              select s.person, any_value(t.kind) as tariff_kind, any_value(c.kind) as channel_kind
              from segment_ticket s
              left join (select id, kind from label where house = $1 and field = 'tariff') t on t.id = s.tariff
              left join (select id, kind from label where house = $1 and field = 'channel') c on c.id = s.channel
              where s.month <= $3 and s.performance in (select performance from visit)
              group by s.person, s.performance, s.tariff, s.channel having sum(s.tickets) > 0)
            , ticket as materialized (select person%s from held group by person)
            """;

    private static final String HOMES = ", home as materialized (select person%s from " + AREAS + " group by person)";

    /** How many, and what stands for who they are. */
    record Counted(long people, long who) {}

    private final SegmentPredicates predicates;
    private final String people;
    private final List<String> conditions;

    private final int months;

    /**
     * @param minorUnits of the house's currency in one unit
     * @param months before that of the day that are told apart
     */
    private SegmentQuery(List<SegmentDefinition> definitions, int minorUnits, int months) {
        this.months = months;
        this.predicates = new SegmentPredicates(minorUnits);
        this.conditions = definitions.stream().map(predicates::of).toList();
        this.people = "with " + SegmentVisits.visit(months) + PEOPLE.formatted(predicates.visitColumns())
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
        return counts(connection, house, definitions, minorUnits, day, 0).get(0);
    }

    /**
     * The people of each definition at the ends of so many months before a day, the first first, and on that day.
     *
     * @param months at least 0
     */
    static List<List<Counted>> counts(
            Connection connection,
            HouseId house,
            List<SegmentDefinition> definitions,
            int minorUnits,
            LocalDate day,
            int months)
            throws SQLException {
        SegmentQuery asked = new SegmentQuery(definitions, minorUnits, months);
        StringBuilder flags = new StringBuilder();
        StringBuilder sums = new StringBuilder();
        for (int at = 0; at < definitions.size(); at++) {
            flags.append(", ").append(asked.conditions.get(at)).append(" as d").append(at);
            sums.append(at == 0 ? "" : ", ").append(sums("d" + at));
        }
        String sql = asked.flagged(flags) + "select " + sums + " from flagged";
        asked.gather(connection, house, day);
        List<List<Counted>> counts = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            LocalDate end =
                    YearMonth.from(day).minusMonths((long) months - month).atEndOfMonth();
            counts.add(asked.read(connection, house, end, month, sql));
        }
        counts.add(asked.read(connection, house, day, months, sql));
        SegmentVisits.drop(connection);
        return counts;
    }

    /** The people of each pair of definitions, the first with itself and each after it, then the second with itself and so on. */
    static List<Counted> countPairs(
            Connection connection, HouseId house, List<SegmentDefinition> definitions, int minorUnits, LocalDate day)
            throws SQLException {
        SegmentQuery asked = new SegmentQuery(definitions, minorUnits, 0);
        StringBuilder flags = new StringBuilder();
        List<String> sums = new ArrayList<>();
        for (int at = 0; at < definitions.size(); at++) {
            flags.append(", ").append(asked.conditions.get(at)).append(" as d").append(at);
            for (int other = at; other < definitions.size(); other++) {
                sums.add(sums("d" + at + " and d" + other));
            }
        }
        asked.gather(connection, house, day);
        List<Counted> counted = asked.read(
                connection,
                house,
                day,
                0,
                asked.flagged(flags) + "select " + String.join(", ", sums) + " from flagged");
        SegmentVisits.drop(connection);
        return counted;
    }

    private void gather(Connection connection, HouseId house, LocalDate day) throws SQLException {
        SegmentVisits.gather(
                connection, house, day, months, !predicates.ticketColumns().isEmpty());
        if (!predicates.areas().isEmpty()) {
            BuyerAreas.livingIn(connection, house, predicates.areas(), AREAS);
        }
    }

    private static String sums(String condition) {
        return "count(*) filter (where %s), coalesce(bit_xor(person) filter (where %s), 0)"
                .formatted(condition, condition);
    }

    private String flagged(StringBuilder flags) {
        return people + ", flagged as (select p.person" + flags + from() + ") ";
    }

    /** @param month the number of the last month that counts, that of the day */
    private List<Counted> read(Connection connection, HouseId house, LocalDate day, int month, String sql)
            throws SQLException {
        List<Counted> counted = new ArrayList<>();
        try (PreparedStatement query = prepared(connection, house, day, month, sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            for (int column = 1; column < row.getMetaData().getColumnCount(); column += 2) {
                counted.add(new Counted(row.getLong(column), row.getLong(column + 1)));
            }
        }
        return counted;
    }

    private PreparedStatement prepared(Connection connection, HouseId house, LocalDate day, int month, String sql)
            throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setShort(1, (short) house.value());
        query.setObject(2, day);
        query.setInt(3, month);
        int place = SegmentPredicates.FIRST_PARAMETER;
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
        SegmentQuery asked = new SegmentQuery(List.of(definition), minorUnits, 0);
        String sql = asked.people + ", chosen as (select p.person" + asked.from() + " where "
                + asked.conditions.get(0) + """
                ) select one, key from (
                  select person as one, person as key from chosen
                  union select c.person, s.person from chosen c join same_person s on s.one_person = c.person where s.house = $1)
                order by one, key limit\s""" + (keysMax + 1);
        asked.gather(connection, house, day);
        List<List<Long>> people = new ArrayList<>();
        try (PreparedStatement query = asked.prepared(connection, house, day, 0, sql);
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
        SegmentVisits.drop(connection);
        return people;
    }
}
