package org.foyer.hub.catalogue.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/** Quality as the warehouse has it: one question a production, summed in the engine. */
public final class WarehouseQuality implements Quality {

    private static final int PRODUCTIONS_MAX = 20_000;

    private static final String LOOKED_AT = """
            with asked as (
              select id, production, starts_local, starts_at, venue from shown_performance
              where house = $house and day between ? and ? and state <> 'cancelled'
            ), said as (
              select kind, thing, property from description_now
              where house = $house and value is not null and language = '' and property in
                ('picture', 'price_from', 'duration', 'age_from', 'languages', 'accessibility')
            ), has as (
              select a.production, a.id,
                length(trim(p.description)) >= $long as description,
                exists (from said s where s.kind = 'production' and s.thing = a.production and s.property = 'picture') as picture,
                a.starts_local is not null or a.starts_at is not null as time,
                v.city is not null as venue,
                a.id in (select performance from contribution where house = $house) as people,
                p.genre is not null as genre,
                exists (from said s where s.kind = 'performance' and s.thing = a.id and s.property = 'price_from') as price_from,
                exists (from said s where s.kind = 'performance' and s.thing = a.id and s.property = 'duration') as duration,
                exists (from said s where s.kind = 'production' and s.thing = a.production and s.property = 'age_from') as age_from,
                exists (from said s where s.kind = 'production' and s.thing = a.production and s.property = 'languages') as languages,
                p.url is not null as url,
                exists (from said s where s.kind = 'performance' and s.thing = a.id and s.property = 'accessibility') as accessibility,
                p.title
              from asked a join production p on p.house = $house and p.id = a.production
              left join venue v on v.house = $house and v.id = a.venue
            )
            select production, any_value(title) as title, count(*) as performances, $sums
            from has group by production order by production limit %d
            """.formatted(PRODUCTIONS_MAX);

    private final Warehouse warehouse;

    public WarehouseQuality(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** @param there performances that have each property, in the order of {@link Quality#POINTS} */
    private record Counted(long production, String title, long performances, List<Long> there) {}

    @Override
    public Report of(HouseId house, LocalDate from, LocalDate to) {
        List<Counted> counted = warehouse.read(connection -> counted(connection, house, from, to));
        long all = counted.stream().mapToLong(Counted::performances).sum();
        if (all == 0) {
            return new Report(0, 0, List.of(), List.of());
        }
        List<String> names = List.copyOf(POINTS.keySet());
        List<Property> properties = new ArrayList<>();
        double score = 0;
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            int points = POINTS.getOrDefault(names.get(i), 0);
            long there =
                    counted.stream().mapToLong(show -> show.there().get(place)).sum();
            properties.add(new Property(names.get(i), points, there, points * (all - there) / (double) all));
            score += points * there / (double) all;
        }
        properties.sort(Comparator.comparingDouble(Property::gain).reversed());
        return new Report(
                all,
                score,
                properties,
                counted.stream()
                        .map(show -> show(show, names, all))
                        .filter(show -> show.gain() > 0)
                        .sorted(Comparator.comparingDouble(Show::gain)
                                .reversed()
                                .thenComparing(Show::production))
                        .limit(SHOWS_MAX)
                        .toList());
    }

    private static Show show(Counted show, List<String> names, long all) {
        double had = 0;
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            had += POINTS.getOrDefault(names.get(i), 0) * show.there().get(i);
            if (show.there().get(i) < show.performances()) {
                missing.add(names.get(i));
            }
        }
        double score = had / show.performances();
        return new Show(
                show.production(),
                show.title(),
                show.performances(),
                score,
                missing,
                (100 - score) * show.performances() / all);
    }

    private static List<Counted> counted(Connection connection, HouseId house, LocalDate from, LocalDate to)
            throws SQLException {
        String sums = POINTS.keySet().stream()
                .map(name -> "count(*) filter (where " + name + ") as n_" + name)
                .collect(Collectors.joining(", "));
        return Rows.of(
                connection,
                LOOKED_AT
                        .replace("$house", Integer.toString(house.value()))
                        .replace("$long", Integer.toString(DESCRIPTION_MIN))
                        .replace("$sums", sums),
                WarehouseQuality::counted,
                from,
                to);
    }

    private static Counted counted(ResultSet row) throws SQLException {
        List<Long> there = new ArrayList<>();
        for (String name : POINTS.keySet()) {
            there.add(row.getLong("n_" + name));
        }
        return new Counted(
                row.getLong("production"), row.getString("title"), row.getLong("performances"), List.copyOf(there));
    }
}
