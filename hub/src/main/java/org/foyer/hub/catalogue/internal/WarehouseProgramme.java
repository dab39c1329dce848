package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.EveningCast;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/** The programme as the warehouse holds it. */
public final class WarehouseProgramme implements Programme {

    private static final int PAGE_MAX = 1_000;

    private final Warehouse warehouse;
    private final EntryPages entries;
    private final ProgrammeGraph graph;
    private final ChangeTimes times;

    /** Without the times of changes. */
    public WarehouseProgramme(Warehouse warehouse) {
        this(warehouse, ChangeTimes.NONE);
    }

    public WarehouseProgramme(Warehouse warehouse, ChangeTimes times) {
        this.warehouse = warehouse;
        this.times = times;
        this.entries = new EntryPages(warehouse);
        this.graph = new ProgrammeGraph(warehouse);
    }

    /** At most 1,000 entries, whatever the limit asked for. */
    @Override
    public List<ProgrammeEntry> entries(HouseId house, LocalDate from, LocalDate to, int offset, int limit) {
        return entries.at(house, from, to, Math.max(0, offset), Math.max(0, Math.min(limit, PAGE_MAX)));
    }

    @Override
    public long count(HouseId house, LocalDate from, LocalDate to) {
        return warehouse
                .read(connection -> Rows.of(
                        connection,
                        "select count(*) as n from shown_performance where house = ? and day between ? and ?",
                        row -> row.getLong("n"),
                        house.value(),
                        from,
                        to))
                .get(0);
    }

    @Override
    public List<Day> days(HouseId house, LocalDate from, LocalDate to) {
        return warehouse.read(connection -> Rows.of(
                connection,
                """
                select day, count(*) as shown, count(*) filter (where state in ('cancelled', 'postponed')) as off
                from shown_performance where house = ? and day between ? and ? group by day order by day limit ?
                """,
                row -> new Day(row.getObject("day", LocalDate.class), row.getLong("shown"), row.getLong("off")),
                house.value(),
                from,
                to,
                DAYS_MAX));
    }

    @Override
    public Optional<ProgrammeEntry> entry(HouseId house, long performance) {
        return entries.one(house, performance).stream().findFirst();
    }

    @Override
    public Map<Long, List<CastChange>> castChanges(HouseId house, List<Long> performances) {
        List<Long> asked = performances.stream().limit(Shows.DATES_MAX).toList();
        return asked.isEmpty()
                ? Map.of()
                : warehouse.read(connection -> EveningCasts.changes(connection, HouseSpan.of(house), asked));
    }

    @Override
    public Map<Long, List<CastChange>> castChangesTold(HouseId house, List<Long> performances) {
        Map<Long, List<CastChange>> told = new HashMap<>();
        entries.of(house, performances.stream().limit(Shows.DATES_MAX).toList())
                .forEach(entry -> told.put(entry.performance().id(), entry.changesTold()));
        return told;
    }

    @Override
    public Optional<EveningCast> cast(HouseId house, long performance) {
        return entry(house, performance)
                .map(entry -> new EveningCast(
                        performance,
                        warehouse
                                .read(connection ->
                                        EveningCasts.usual(connection, HouseSpan.of(house), List.of(performance)))
                                .getOrDefault(Shows.idOf(entry), List.of()),
                        entry.changes(),
                        Stream.concat(
                                        entry.contributions().stream(),
                                        entry.items().stream().flatMap(item -> item.contributions().stream()))
                                .anyMatch(one -> !EventNodes.isWriting(one.role()))));
    }

    @Override
    public Optional<Span> span(HouseId house) {
        return warehouse
                .read(connection -> Rows.of(
                        connection,
                        """
                        select min(day) as first_day, max(day) as last_day
                        from shown_performance where house = ? having count(*) > 0
                        """,
                        row -> new Span(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        house.value()))
                .stream()
                .findFirst();
    }

    @Override
    public void writeJsonLd(House house, LocalDate from, LocalDate to, String base, OutputStream out)
            throws IOException {
        graph.write(house, from, to, base, out);
    }

    @Override
    public String jsonLd(House house, ProgrammeEntry entry, String base) {
        return ProgrammeGraph.one(house, entry, base);
    }

    @Override
    public void read(HouseId house, LocalDate from, LocalDate to, Pages pages) throws IOException {
        EntryPages.Key behind = EntryPages.Key.before(from);
        List<ProgrammeEntry> page;
        do {
            page = entries.behind(house, behind, to, PAGE_MAX, false);
            if (!page.isEmpty()) {
                pages.take(page);
                behind = EntryPages.Key.of(page.get(page.size() - 1));
            }
        } while (page.size() == PAGE_MAX);
    }

    @Override
    public void writeICalendar(House house, LocalDate from, LocalDate to, String base, OutputStream out)
            throws IOException {
        new ProgrammeCalendar(entries, new ChangeStamps(warehouse, times)).write(house, from, to, base, out);
    }
}
