package org.foyer.hub.catalogue.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.foyer.hub.catalogue.Listings.Wish;
import org.foyer.hub.catalogue.internal.WarehouseListings.Ref;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/** Which performances belong to shows that were found: one question for all shows. */
final class WishedDates {

    private static final String DATES = """
            select f.house, f.id, f.day from shown_performance f
            join (select unnest(?::integer[]) as house, unnest(?::bigint[]) as production, unnest(?::integer[]) as season,
                unnest(?::bigint[]) as venue, unnest(?::date[]) as first_day, unnest(?::date[]) as last_day) w
              on w.house = f.house and w.production = f.production and coalesce(f.venue, 0) = w.venue
              and season_year(f.day) = w.season
              and f.day between w.first_day and w.last_day
            order by f.day, f.starts_local nulls last, f.house, f.id limit ?
            """;

    private final Warehouse warehouse;

    WishedDates(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    List<Ref> of(List<Wish> wishes, int limit) {
        List<Object[]> columns = new ArrayList<>();
        for (Wish wish : wishes) {
            Matcher run = Descriptions.RUN.matcher(wish.run());
            if (run.matches()) {
                columns.add(new Object[] {
                    wish.house().value(),
                    Long.valueOf(run.group(1)),
                    Integer.valueOf(run.group(2)),
                    Long.valueOf(run.group(3)),
                    java.sql.Date.valueOf(wish.from()),
                    java.sql.Date.valueOf(wish.to())
                });
            }
        }
        return columns.isEmpty() ? List.of() : warehouse.read(connection -> read(connection, columns, limit));
    }

    private static List<Ref> read(Connection connection, List<Object[]> columns, int limit) throws SQLException {
        String[] types = {"INTEGER", "BIGINT", "INTEGER", "BIGINT", "DATE", "DATE"};
        Object[] values = new Object[types.length + 1];
        for (int i = 0; i < types.length; i++) {
            int column = i;
            values[i] = connection.createArrayOf(
                    types[i], columns.stream().map(row -> row[column]).toArray());
        }
        values[types.length] = limit;
        return Rows.of(
                connection,
                DATES,
                row -> new Ref(
                        new HouseId(row.getInt("house")), row.getLong("id"), row.getObject("day", LocalDate.class)),
                values);
    }
}
