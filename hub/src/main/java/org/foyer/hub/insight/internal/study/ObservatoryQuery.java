package org.foyer.hub.insight.internal.study;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Given;
import org.foyer.hub.governance.ObservatoryGate.Wanted;
import org.foyer.hub.model.FrenchRegions;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.GenreCodes;

/**
 * What houses sold and played, cell by cell of the agreed tables, and how many buyers are behind it; exact, for the gate alone. All tables of a
 * measure are made of the same rows, so that what they share is equal.
 */
final class ObservatoryQuery {

    private static final String SHOWN = """
            create or replace temp table observed_show as
            select p.house, p.id, coalesce(g.code, 'unknown') as genre, p.day, p.capacity, h.region, h.discipline, h.size
            from performance p
            join (select unnest($1::smallint[]) as house, unnest($4::varchar[]) as region, unnest($5::varchar[]) as discipline,
              unnest($6::varchar[]) as size) h on h.house = p.house
            left join production r on r.house = p.house and r.id = p.production
            left join genre_code g on g.word = r.genre
            where p.day between $2 and $3
              and p.state not in ('cancelled', 'postponed') and p.set_aside is distinct from 'test'
            """;

    /** By what was paid for one ticket, in units of the house's currency. */
    private static final String SOLD = """
            create or replace temp table observed_sold as
            select s.house, s.performance, coalesce(o.one_person, s.person) as person, coalesce(t.kind, 'unknown') as tariff,
              case when s.amount = 0 then 'free'
                when abs(s.amount) < 10 * c.minor * abs(s.quantity) then 'to-10'
                when abs(s.amount) < 20 * c.minor * abs(s.quantity) then 'to-20'
                when abs(s.amount) < 35 * c.minor * abs(s.quantity) then 'to-35'
                when abs(s.amount) < 50 * c.minor * abs(s.quantity) then 'to-50'
                else 'over-50' end as price,
              sum(s.quantity) as tickets, bool_or(s.operation = 'sale') as bought
            from sale_line s
            join (select unnest($1::smallint[]) as house, unnest($2::bigint[]) as minor) c on c.house = s.house
            left join same_person o on o.house = s.house and o.person = s.person
            left join label t on t.house = s.house and t.id = s.tariff and t.field = 'tariff'
            where s.operation in ('sale', 'cancellation') and (s.house, s.performance) in (select (house, id) from observed_show)
            group by all
            """;

    /** A genre of which a house took more back than it sold is in no table, so that no cell is less than nothing. */
    private static final String LEVELLED = """
            delete from observed_sold where (house, performance) in (
              select (w.house, w.id) from observed_show w where (w.house, w.genre) in (
                select (x.house, x.genre) from observed_sold s join observed_show x on x.house = s.house and x.id = s.performance
                group by x.house, x.genre having sum(s.tickets) < 0))
            """;

    private static final String CELLS = """
            with told as (%3$s)
            , bought as (
              select w.house, %1$s as r, %2$s as c, count(distinct s.person) as buyers
              from observed_sold s join observed_show w on w.house = s.house and w.id = s.performance
              where s.person is not null and s.bought group by all)
            select t.house, t.r, t.c, t.value, coalesce(b.buyers, 0) as buyers
            from told t left join bought b on b.house = t.house and b.r = t.r and b.c = t.c
            """;

    private static final String FROM_SALES =
            "select w.house, %1$s as r, %2$s as c, sum(s.tickets) as value from observed_sold s"
                    + " join observed_show w on w.house = s.house and w.id = s.performance where %3$s group by all";
    private static final String FROM_SHOWS =
            "select w.house, %1$s as r, %2$s as c, %3$s as value from observed_show w where %4$s group by all";

    private ObservatoryQuery() {}

    static Map<HouseId, Map<String, Given>> sums(
            Connection connection, List<House> houses, Season season, List<Wanted> tables) throws SQLException {
        prepare(connection, houses, season);
        Map<HouseId, Map<String, Given>> sums = new HashMap<>();
        houses.forEach(house -> sums.put(house.id(), new HashMap<>()));
        for (Wanted table : tables) {
            sums.forEach((house, given) -> given.put(table.id(), nothing(table)));
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery(sql(table))) {
                while (row.next()) {
                    take(row, sums.getOrDefault(new HouseId(row.getInt("house")), Map.of()), table);
                }
            }
            sums.values().forEach(given -> levelled(Objects.requireNonNull(given.get(table.id()))));
        }
        return sums;
    }

    private static void prepare(Connection connection, List<House> houses, Season season) throws SQLException {
        GenreCodes.prepare(connection, houses.stream().map(House::id).toList());
        try (PreparedStatement made = connection.prepareStatement(SHOWN)) {
            made.setArray(1, StudyWords.ids(connection, houses));
            made.setObject(2, season.from());
            made.setObject(3, season.to());
            made.setArray(4, words(connection, houses, ObservatoryQuery::region));
            made.setArray(5, words(connection, houses, house -> word(house.discipline())));
            made.setArray(6, words(connection, houses, house -> word(house.size())));
            made.execute();
        }
        try (PreparedStatement made = connection.prepareStatement(SOLD)) {
            made.setArray(1, StudyWords.ids(connection, houses));
            made.setArray(
                    2,
                    connection.createArrayOf(
                            "BIGINT",
                            houses.stream().map(GatedQuestions::minorUnits).toArray()));
            made.execute();
        }
        try (Statement levelled = connection.createStatement()) {
            levelled.execute(LEVELLED);
        }
    }

    private static java.sql.Array words(Connection connection, List<House> houses, Function<House, String> trait)
            throws SQLException {
        return connection.createArrayOf("VARCHAR", houses.stream().map(trait).toArray());
    }

    private static String region(House house) {
        return FrenchRegions.of(house.address().country(), house.address().postcode())
                .orElse(StudyFile.UNKNOWN);
    }

    static String word(Enum<?> trait) {
        return trait.name().toLowerCase(Locale.ROOT);
    }

    private static String sql(Wanted table) {
        String rows = part(table.rows().id());
        String columns = part(table.columns().id());
        String told = switch (table.measure()) {
            case "tickets" -> FROM_SALES.formatted(rows, columns, "true");
            case "filled" -> FROM_SALES.formatted(rows, columns, "w.capacity > 0");
            case "performances" -> FROM_SHOWS.formatted(rows, columns, "count(*)", "true");
            case "seats" -> FROM_SHOWS.formatted(rows, columns, "sum(w.capacity)", "w.capacity > 0");
            default -> throw new IllegalStateException("no table is of " + table.measure());
        };
        return CELLS.formatted(rows, columns, told);
    }

    private static String part(String dimension) {
        return switch (dimension) {
            case "weekday" -> "cast(isodow(w.day) as varchar)";
            case "month" -> "cast(month(w.day) as varchar)";
            case "genre", "region", "discipline", "size" -> "w." + dimension;
            case "tariff", "price" -> "s." + dimension;
            default -> throw new IllegalStateException("no table is by " + dimension);
        };
    }

    private static void take(ResultSet row, Map<String, Given> house, Wanted table) throws SQLException {
        Given given = house.get(table.id());
        if (given != null) {
            int r = place(table.rows(), row.getString("r"));
            int c = place(table.columns(), row.getString("c"));
            given.values()[r][c] += row.getLong("value");
            given.buyers()[r][c] += row.getLong("buyers");
        }
    }

    /** A code of no list is unknown, the last of them. */
    private static int place(Axis axis, String code) {
        int place = axis.codes().indexOf(code);
        return place < 0 ? axis.codes().size() - 1 : place;
    }

    /** What was taken back elsewhere than sold is taken from the largest of the row, so that no cell is less than nothing and its sum stays. */
    private static void levelled(Given given) {
        for (long[] row : given.values()) {
            for (int cell = 0; cell < row.length; cell++) {
                while (row[cell] < 0) {
                    int largest = 0;
                    for (int other = 1; other < row.length; other++) {
                        largest = row[other] > row[largest] ? other : largest;
                    }
                    long moved = Math.min(-row[cell], row[largest]);
                    if (moved <= 0) {
                        row[cell] = 0;
                    } else {
                        row[cell] += moved;
                        row[largest] -= moved;
                    }
                }
            }
        }
    }

    private static Given nothing(Wanted table) {
        int rows = table.rows().codes().size();
        int columns = table.columns().codes().size();
        return new Given(new long[rows][columns], new long[rows][columns]);
    }
}
