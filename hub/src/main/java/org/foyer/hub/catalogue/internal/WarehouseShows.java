package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.catalogue.Staging;
import org.foyer.hub.catalogue.Tour;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/** Shows as the warehouse has them. */
public final class WarehouseShows implements Shows {

    private static final String NEWEST = """
            select house, production || '-' || season || '-' || venue as id, last from (
              select house, production, season_year(day) as season,
                coalesce(venue, 0) as venue, max(day) as last
              from shown_performance group by all order by last desc, house, production, season, venue limit ?)
            """;

    private static final String ELSEWHERE = """
            select p.house, p.production || '-' || p.season || '-' || p.venue as run, d.title, v.name as place,
              p.first, p.last, p.dates
            from (
              select house, production, season_year(day) as season,
                coalesce(venue, 0) as venue, min(day) as first, max(day) as last, count(*) as dates
              from shown_performance where production in (select other from tour_member where one = ?) group by all) p
            join production d on d.house = p.house and d.id = p.production
            left join venue v on v.house = p.house and v.id = p.venue
            order by p.last desc, p.house, p.production, p.season, p.venue limit ?
            """;

    private final Warehouse warehouse;
    private final EntryPages entries;
    private final ChangeTimes times;

    public WarehouseShows(Warehouse warehouse, ChangeTimes times) {
        this.warehouse = warehouse;
        this.times = times;
        this.entries = new EntryPages(warehouse);
    }

    @Override
    public List<ProgrammeEntry> dates(HouseId house, String id) {
        Matcher parts = Descriptions.RUN.matcher(id);
        return parts.matches()
                ? entries.ofRun(
                        house,
                        Long.parseLong(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        DATES_MAX)
                : List.of();
    }

    @Override
    public List<Tour> elsewhere(String id) {
        Matcher parts = Descriptions.RUN.matcher(id);
        return !parts.matches()
                ? List.of()
                : warehouse.read(connection -> Rows.of(
                        connection,
                        ELSEWHERE,
                        row -> new Tour(
                                new HouseId(row.getInt("house")),
                                row.getString("run"),
                                row.getString("title"),
                                row.getString("place"),
                                row.getObject("first", LocalDate.class),
                                row.getObject("last", LocalDate.class),
                                row.getLong("dates")),
                        Long.parseLong(parts.group(1)),
                        Tour.TOLD_MAX));
    }

    @Override
    public Staging staging(String id) {
        Matcher parts = Descriptions.RUN.matcher(id);
        return parts.matches()
                ? StagedRuns.of(warehouse, Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)))
                : Staging.NONE;
    }

    @Override
    public void newest(int limit, Consumer<Listed> to) {
        warehouse
                .read(connection -> Rows.of(
                        connection,
                        NEWEST,
                        row -> new Listed(
                                new HouseId(row.getInt("house")),
                                row.getString("id"),
                                row.getObject("last", LocalDate.class)),
                        limit))
                .forEach(to);
    }

    @Override
    public void writeICalendar(House house, List<ProgrammeEntry> dates, String base, OutputStream out)
            throws IOException {
        new ProgrammeCalendar(entries, new ChangeStamps(warehouse, times)).write(house, dates, base, out);
    }
}
