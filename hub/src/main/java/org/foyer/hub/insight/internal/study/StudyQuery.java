package org.foyer.hub.insight.internal.study;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.StudyBank.Dimension;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.GenreCodes;

/**
 * Counts a question in one pass over the sale lines of all houses: what each person holds, cell by cell, no more of it than the bank says and in
 * no more cells, then the sum of each house. Which cells of a person count is decided by the person's own rows alone.
 */
final class StudyQuery {

    private static final String HOUSES = "(select unnest($1::smallint[]))";

    private static final String HELD = """
            with shown as materialized (
              select p.house, p.id, p.day, %1$s as genre from performance p%2$s
              where p.house in $houses and p.day between $3 and $4 and p.state not in ('cancelled', 'postponed')
                and p.set_aside is distinct from 'test')
            , held as materialized (
              select s.house, coalesce(o.one_person, s.person) as person, s.performance, t.kind as tariff, c.kind as channel,
                sum(s.quantity) as tickets, sum(s.amount) as amount
              from sale_line s
              left join (select house, person, one_person from same_person where house in $houses and one_person <> person) o
                on o.house = s.house and o.person = s.person
              left join (select house, id, kind from label where field = 'tariff') t on t.house = s.house and t.id = s.tariff
              left join (select house, id, kind from label where field = 'channel') c on c.house = s.house and c.id = s.channel
              where s.house in $houses and s.person is not null and s.day <= $2 and s.operation in ('sale', 'cancellation')
                and (s.house, s.person) not in (select (house, person) from uncounted_buyer where house in $houses)
                and (s.house, s.performance) in (select (house, id) from shown)
              group by s.house, coalesce(o.one_person, s.person), s.performance, t.kind, c.kind having sum(s.quantity) > 0)
            """;

    private static final String SUMS = """
            , cell as (
              select h.house, h.person%1$s, %2$s as value
              from held h join shown w on w.house = h.house and w.id = h.performance%3$s
              where true%4$s
              group by h.house, h.person%5$s)
            , bounded as (
              select house%5$s, least(value, $5) as value,
                row_number() over (partition by house, person order by hash(person%5$s)%5$s) as place
              from cell)
            select house, cast(sum(value) as bigint)%5$s from bounded where place <= $6 group by house%5$s
            """;

    private StudyQuery() {}

    /**
     * For each house one number for each cell.
     *
     * @param cellsOfPerson in how many cells of a house one person counts at most
     * @param minorUnits of the houses' currency in one unit
     */
    static Map<HouseId, long[]> sums(
            Connection connection,
            List<House> houses,
            FreeQuestion question,
            int cellsOfPerson,
            int minorUnits,
            LocalDate asOf)
            throws SQLException {
        StudyWords.prepare(connection, houses, question, asOf);
        List<String> conditions = new ArrayList<>(question.where().values());
        Map<HouseId, long[]> sums = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql(question, minorUnits))) {
            query.setArray(1, StudyWords.ids(connection, houses));
            query.setObject(2, asOf);
            query.setObject(3, question.season().from());
            query.setObject(4, question.season().to());
            query.setInt(5, question.measure().most());
            query.setInt(6, cellsOfPerson);
            for (int i = 0; i < conditions.size(); i++) {
                query.setString(7 + i, conditions.get(i));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    List<String> codes = new ArrayList<>();
                    for (int i = 0; i < question.by().size(); i++) {
                        codes.add(row.getString(3 + i));
                    }
                    long[] cells =
                            sums.computeIfAbsent(new HouseId(row.getInt(1)), house -> new long[question.cells()]);
                    cells[question.cell(codes)] += row.getLong(2);
                }
            }
        }
        return sums;
    }

    private static String sql(FreeQuestion question, int minorUnits) {
        StringBuilder selected = new StringBuilder();
        StringBuilder names = new StringBuilder();
        int place = 0;
        for (Dimension dimension : question.by()) {
            selected.append(", ").append(code(dimension.id())).append(" as d").append(place);
            names.append(", d").append(place++);
        }
        StringBuilder conditions = new StringBuilder();
        int parameter = 7;
        for (String id : question.where().keySet()) {
            conditions.append(" and ").append(code(id)).append(" = $").append(parameter++);
        }
        boolean genres = StudyWords.asks(question, "genre");
        String held = HELD.formatted(
                genres ? "g.code" : "null",
                genres
                        ? " left join production r on r.house = p.house and r.id = p.production left join "
                                + GenreCodes.TABLE + " g on g.word = r.genre"
                        : "");
        String homes = StudyWords.asks(question, "distance")
                ? " left join " + StudyWords.HOMES + " m on m.house = h.house and m.person = h.person"
                : "";
        return (held + SUMS.formatted(selected, value(question, minorUnits), homes, conditions, names))
                .replace("$houses", HOUSES);
    }

    private static String value(FreeQuestion question, int minorUnits) {
        return switch (question.measure().id()) {
            case "buyers" -> "1";
            case "visits" -> "count(distinct h.performance)";
            case "tickets" -> "sum(h.tickets)";
            case "revenue" -> "greatest(0, cast(floor(sum(h.amount) / " + minorUnits + ") as bigint))";
            default ->
                throw new IllegalStateException(
                        "not counted: " + question.measure().id());
        };
    }

    /** Of the dimensions of the bank; each is one expression over what a person holds. */
    private static String code(String dimension) {
        return switch (dimension) {
            case "genre" -> "coalesce(w.genre, 'unknown')";
            case "weekday" -> "cast(isodow(w.day) as varchar)";
            case "month" -> "cast(month(w.day) as varchar)";
            case "tariff" -> "coalesce(h.tariff, 'unknown')";
            case "channel" -> "coalesce(h.channel, 'unknown')";
            case "distance" -> "coalesce(m.code, 'unknown')";
            default -> throw new IllegalStateException("not counted by: " + dimension);
        };
    }
}
