package org.foyer.hub.insight.internal.study;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.ObservatoryGate.Given;
import org.foyer.hub.governance.ObservatoryGate.Wanted;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** Tickets of houses by genre and calendar, and how many buyers are behind them; exact, for the gate alone. */
final class ObservatoryQuery {

    private static final String SQL = """
            with shown as (
              select p.house, p.id, coalesce(g.code, 'unknown') as genre, cast(%1$s as varchar) as part
              from performance p
              left join production r on r.house = p.house and r.id = p.production
              left join study_genre g on g.word = r.genre
              where p.house in (select unnest($1::smallint[])) and p.day between $2 and $3
                and p.state not in ('cancelled', 'postponed') and p.set_aside is distinct from 'test')
            , sold as (
              select w.house, w.genre, w.part, sum(c.tickets) as tickets
              from daily_cube c join shown w on w.house = c.house and w.id = c.performance group by all)
            , bought as (
              select house, genre, part, count(*) as buyers from (
                select distinct w.house, w.genre, w.part, coalesce(o.one_person, s.person) as person
                from sale_line s join shown w on w.house = s.house and w.id = s.performance
                left join same_person o on o.house = s.house and o.person = s.person
                where s.person is not null and s.operation = 'sale')
              group by all)
            select s.house, s.genre, s.part, greatest(s.tickets, 0) as tickets, coalesce(b.buyers, 0) as buyers
            from sold s left join bought b on b.house = s.house and b.genre = s.genre and b.part = s.part
            """;

    private ObservatoryQuery() {}

    static Map<HouseId, Map<String, Given>> sums(
            Connection connection, List<House> houses, Season season, List<Wanted> tables) throws SQLException {
        StudyWords.genres(connection, houses);
        Map<HouseId, Map<String, Given>> sums = new HashMap<>();
        houses.forEach(house -> sums.put(house.id(), new HashMap<>()));
        for (Wanted table : tables) {
            sums.forEach((house, given) -> given.put(table.id(), nothing(table)));
            try (PreparedStatement query = connection.prepareStatement(
                    SQL.formatted(part(table.columns().id())))) {
                query.setArray(1, StudyWords.ids(connection, houses));
                query.setObject(2, season.from());
                query.setObject(3, season.to());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        take(row, sums.getOrDefault(new HouseId(row.getInt("house")), Map.of()), table);
                    }
                }
            }
        }
        return sums;
    }

    private static void take(ResultSet row, Map<String, Given> house, Wanted table) throws SQLException {
        Given given = house.get(table.id());
        int genre = table.rows().codes().indexOf(row.getString("genre"));
        int part = table.columns().codes().indexOf(row.getString("part"));
        if (given != null && genre >= 0 && part >= 0) {
            given.values()[genre][part] += row.getLong("tickets");
            given.buyers()[genre][part] += row.getLong("buyers");
        }
    }

    private static Given nothing(Wanted table) {
        int rows = table.rows().codes().size();
        int columns = table.columns().codes().size();
        return new Given(new long[rows][columns], new long[rows][columns]);
    }

    private static String part(String columns) {
        return switch (columns) {
            case "weekday" -> "isodow(p.day)";
            case "month" -> "month(p.day)";
            default -> throw new IllegalStateException("no table is by " + columns);
        };
    }
}
