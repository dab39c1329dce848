package org.foyer.hub.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Staging;
import org.foyer.hub.catalogue.Tour;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Revivals;
import org.foyer.hub.store.Warehouse;

/** Reads how a production stands to what it revives, to its own other seasons and to what revives it. */
final class StagedRuns {

    /** Of the production itself every run of another season, of others the first. */
    private static final String AROUND = Revivals.with() + """
            , near as (
              select 'revived' as what, original as production from revival where production = $production
              union all select 'revival', production from revival where original = $production
              union all select 'season', $production),
            run as (
              select n.what, f.house, f.production, season_year(f.day) as season, coalesce(f.venue, 0) as venue, min(f.day) as first,
                max(f.day) as last, count(*) as dates
              from near n join shown_performance f on f.production = n.production
              where n.what <> 'season' or season_year(f.day) <> $season group by all),
            told as (
              select *, row_number() over (partition by what order by first, production, venue) as place from (
                select * from run qualify what = 'season' or row_number() over (partition by what, production order by first, venue) = 1))
            select t.what, t.house, t.production || '-' || t.season || '-' || t.venue as run, d.title, v.name as venue_name,
              t.first, t.last, t.dates
            from told t join production d on d.house = t.house and d.id = t.production
            left join venue v on v.house = t.house and v.id = t.venue
            where t.place <= $most order by t.what, t.place
            """.replace("$most", Integer.toString(Staging.TOLD_MAX));

    private StagedRuns() {}

    private record Told(String what, Tour run) {}

    static Staging of(Warehouse warehouse, long production, int season) {
        String sql =
                AROUND.replace("$production", Long.toString(production)).replace("$season", Integer.toString(season));
        Map<String, List<Tour>> runs = warehouse.read(connection -> Rows.of(connection, sql, StagedRuns::told)).stream()
                .collect(Collectors.groupingBy(Told::what, Collectors.mapping(Told::run, Collectors.toList())));
        return new Staging(
                runs.getOrDefault("revived", List.of()),
                runs.getOrDefault("season", List.of()),
                runs.getOrDefault("revival", List.of()));
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getString("what"),
                new Tour(
                        new HouseId(row.getInt("house")),
                        row.getString("run"),
                        row.getString("title"),
                        row.getString("venue_name"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getLong("dates")));
    }
}
