package org.foyer.hub.catalogue.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.News;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** News out of the numbers of changes that performances carry, the same that the feed of changes tells. */
public final class WarehouseNews implements News {

    private static final String SEASON = "year(day) - case when month(day) < 9 then 1 else 0 end";

    /** The groups that are told are found first, so that their dates and titles are read for few. */
    private static final String NEWS = """
            with f as (
              select house, id, production, SEASON as season, coalesce(venue, 0) as venue, changed_run, run, day, state
              from shown_performance where changed_run is not null WHICH),
            g as (
              select house, production, season, venue, changed_run, count(*) as dates, min(day) as first_day,
                count(*) filter (run = changed_run) as added, count(*) filter (state = 'cancelled') as cancelled
              from f group by house, production, season, venue, changed_run having max(day) >= ?
              order by changed_run desc, first_day, house, production, season, venue limit ?),
            first as (
              select s.house, s.production, s.season, s.venue, min(s.run) as first_run
              from (select house, production, SEASON as season, coalesce(venue, 0) as venue, run from shown_performance) s
              semi join g on g.house = s.house and g.production = s.production and g.season = s.season and g.venue = s.venue
              group by s.house, s.production, s.season, s.venue)
            select g.*, first.first_run, p.title, p.genre, v.name as place, v.city,
              d.day, d.starts_local, d.starts_at, d.state
            from g
            join first on first.house = g.house and first.production = g.production and first.season = g.season
              and first.venue = g.venue
            join f on f.house = g.house and f.production = g.production and f.season = g.season and f.venue = g.venue
              and f.changed_run = g.changed_run
            join shown_performance d on d.house = f.house and d.id = f.id
            join production p on p.house = g.house and p.id = g.production
            left join venue v on v.house = g.house and v.id = g.venue
            qualify row_number() over (
              partition by g.house, g.production, g.season, g.venue, g.changed_run order by d.day, d.starts_local, d.id) <= ?
            order by g.changed_run desc, g.first_day, g.house, g.production, g.season, g.venue, d.day,
              d.starts_local nulls last, d.id
            """;

    private final Warehouse warehouse;
    private final ChangeTimes times;
    private final Supplier<List<House>> houses;
    private final Clock clock;

    public WarehouseNews(Warehouse warehouse, ChangeTimes times, Supplier<List<House>> houses, Clock clock) {
        this.warehouse = warehouse;
        this.times = times;
        this.houses = houses;
        this.clock = clock;
    }

    @Override
    public List<Item> ofAll() {
        return news("", List.of());
    }

    @Override
    public List<Item> ofHouse(House house) {
        return news("and house = ?", List.of(house.id().value()));
    }

    @Override
    public List<Item> ofPlace(House house, long venue) {
        return news("and house = ? and venue = ?", List.of(house.id().value(), venue));
    }

    @Override
    public List<Item> ofHall(Hall hall) {
        return news("and " + HallPages.OF_ONE, List.of(hall.house().value(), hall.venue(), hall.id()));
    }

    @Override
    public List<Item> ofFestival(Festival festival) {
        return news("and " + FestivalPages.OF_ONE, List.of(festival.house().value(), festival.kind(), festival.id()));
    }

    @Override
    public List<Item> ofName(String name) {
        if (name.isBlank() || name.length() > Listings.NAME_MAX) {
            return List.of();
        }
        String[] spellings = new CreditedPeople(warehouse).spellings(name);
        return news("and (house, id) in (" + WarehouseListings.CREDITED + ")", List.of(spellings, spellings));
    }

    @Override
    public List<Item> ofShows(List<ShowKey> shows) {
        String[] keys = shows.stream()
                .map(show -> show.house().value() + " " + show.run())
                .toArray(String[]::new);
        return keys.length == 0
                ? List.of()
                : news(
                        "and house || ' ' || production || '-' || " + SEASON
                                + " || '-' || coalesce(venue, 0) in (select unnest(?::varchar[]))",
                        List.of((Object) keys));
    }

    /** A row: one date of an item. */
    private record Row(int house, String run, long change, Item item) {}

    private List<Item> news(String which, List<Object> values) {
        Map<HouseId, House> known = houses.get().stream().collect(Collectors.toMap(House::id, house -> house));
        LocalDate today = known.values().stream()
                .map(house -> LocalDate.now(clock.withZone(house.zone())))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.now(clock));
        String sql = NEWS.replace("SEASON", SEASON).replace("WHICH", which);
        List<Row> rows = warehouse.read(connection -> {
            List<Object> all = new ArrayList<>();
            for (Object value : values) {
                all.add(value instanceof String[] array ? connection.createArrayOf("VARCHAR", array) : value);
            }
            all.addAll(List.of(today, ITEMS_MAX, DATES_MAX));
            return read(connection, sql, known, all);
        });
        Map<Long, Instant> ends = times.of(rows.stream().map(Row::change).collect(Collectors.toSet()));
        Map<String, List<Item>> items = new LinkedHashMap<>();
        rows.forEach(row -> items.computeIfAbsent(
                        row.house() + " " + row.run() + " " + row.change(), key -> new ArrayList<>())
                .add(row.item()));
        return items.values().stream().map(dates -> joined(dates, ends)).toList();
    }

    private static List<Row> read(Connection connection, String sql, Map<HouseId, House> known, List<Object> values)
            throws SQLException {
        return Rows.of(connection, sql, row -> row(row, known), values.toArray()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Row> row(ResultSet row, Map<HouseId, House> known) throws SQLException {
        House house = known.get(new HouseId(row.getInt("house")));
        if (house == null) {
            return Optional.empty();
        }
        String run = row.getLong("production") + "-" + row.getInt("season") + "-" + row.getLong("venue");
        LocalDateTime at = row.getObject("starts_at", LocalDateTime.class);
        Start start = Start.of(
                row.getObject("day", LocalDate.class),
                row.getObject("starts_local", LocalDateTime.class),
                at == null ? null : at.toInstant(ZoneOffset.UTC),
                house.zone());
        Date date = new Date(
                start.day(),
                start.local(),
                PerformanceState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
        long change = row.getLong("changed_run");
        Item item = new Item(
                house,
                run,
                row.getString("title"),
                row.getString("genre"),
                place(row.getString("place"), row.getString("city")),
                change,
                null,
                row.getLong("first_run") == change,
                row.getInt("dates"),
                row.getInt("added"),
                row.getInt("cancelled"),
                List.of(date));
        return Optional.of(new Row(house.id().value(), run, change, item));
    }

    private static @Nullable String place(@Nullable String venue, @Nullable String city) {
        return venue == null || city == null || venue.contains(city) ? venue : venue + ", " + city;
    }

    private static Item joined(List<Item> dates, Map<Long, Instant> ends) {
        Item one = dates.get(0);
        return new Item(
                one.house(),
                one.run(),
                one.title(),
                one.genre(),
                one.place(),
                one.change(),
                ends.get(one.change()),
                one.announced(),
                one.dates(),
                one.added(),
                one.cancelled(),
                dates.stream().flatMap(item -> item.told().stream()).toList());
    }
}
