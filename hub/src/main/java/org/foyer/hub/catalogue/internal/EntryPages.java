package org.foyer.hub.catalogue.internal;

import static org.foyer.hub.catalogue.internal.Rows.intOrNull;
import static org.foyer.hub.catalogue.internal.Rows.longOrNull;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Performance;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Production;
import org.foyer.hub.model.Venue;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * Pages of programme entries: some queries a page, whatever its length.
 *
 * <p>A run that says something new of what a performance plays or whom it credits keeps all of it anew, so the latest
 * run counts and the older ones wait for an undo.
 */
final class EntryPages {

    /** Where a page ended; the next begins behind it. */
    record Key(LocalDate day, long performance) {
        static Key before(LocalDate day) {
            return new Key(day, Long.MIN_VALUE);
        }

        static Key of(ProgrammeEntry entry) {
            return new Key(entry.performance().day(), entry.performance().id());
        }
    }

    private static final String SELECT = """
            select f.house, f.id, f.production, f.venue, f.hall, f.starts_at, f.starts_local, f.day, f.state, f.capacity, f.held,
                   f.season, f.event_type, p.title, p.genre, p.producer, p.description, p.url,
                   v.name as venue_name, v.street, v.postcode, v.city, v.region, v.country, v.url as venue_url,
                   v.latitude, v.longitude
            from shown_performance f
            join production p on p.house = f.house and p.id = f.production
            left join venue v on v.house = f.house and v.id = f.venue
            """;

    private static final String OF_HOUSE = SELECT + "where f.house = ? ";

    /** Of the first house only those behind a key. */
    private static final String OF_HOUSES = SELECT + """
            where f.house between ? and ? and f.house in (select unnest(?::smallint[])) and f.day between ? and ?
              and (f.house <> ? or (f.day, f.id) > (?, ?))
            order by list_position(?::smallint[], f.house), f.day, f.id limit ?
            """;

    private static final String VENUE =
            "select name, street, postcode, city, region, country, url, latitude, longitude from venue where house = ? and id = ?";

    private static final String ITEMS = """
            select i.performance, i.position, i.work, w.title, i.part, i.interval
            from programme_item i
            left join work w on w.house = i.house and w.id = i.work
            where i.house between ? and ? and i.performance in (select unnest(?::bigint[]))
            qualify precedence(i.source, i.run) = max(precedence(i.source, i.run)) over (partition by i.performance)
            order by i.performance, i.position
            """;

    private static final String CONTRIBUTIONS = """
            select distinct c.performance, c.position, c.name, c.role, c.instrument
            from (select * from contribution
                  where house between ? and ? and performance in (select unnest(?::bigint[]))
                  qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance, position is null)) c
            order by c.performance, c.position nulls first, c.role, c.name, c.instrument nulls first
            """;

    private final Warehouse warehouse;

    EntryPages(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The next page in order of day and id, behind a key. @param casts whether casts are compared with the usual ones */
    List<ProgrammeEntry> behind(HouseId house, Key key, LocalDate to, int limit, boolean casts) {
        return page(
                casts,
                OF_HOUSE + "and f.day <= ? and (f.day > ? or (f.day = ? and f.id > ?)) order by f.day, f.id limit ?",
                house.value(),
                to,
                key.day(),
                key.day(),
                key.performance(),
                limit);
    }

    /** The next page over several houses in their order. @param key behind which to go on in the first of them */
    List<ProgrammeEntry> behind(List<House> houses, Key key, LocalDate from, LocalDate to, int limit) {
        AskedHouses asked = AskedHouses.of(houses);
        return warehouse.read(connection -> {
            Array numbers = asked.array(connection);
            List<ProgrammeEntry> heads = Rows.of(
                    connection,
                    OF_HOUSES,
                    EntryPages::head,
                    asked.span().first(),
                    asked.span().last(),
                    numbers,
                    from,
                    to,
                    asked.firstAsked(),
                    key.day(),
                    key.performance(),
                    numbers,
                    limit);
            return heads.isEmpty() ? heads : completed(connection, heads, false);
        });
    }

    /** A page in order of day and hour. */
    List<ProgrammeEntry> at(HouseId house, LocalDate from, LocalDate to, int offset, int limit) {
        return page(
                true,
                OF_HOUSE + "and f.day between ? and ? order by f.day, f.starts_local nulls last, f.id limit ? offset ?",
                house.value(),
                from,
                to,
                limit,
                offset);
    }

    /** Those of these performances that are there; for a page of them. */
    List<ProgrammeEntry> of(HouseId house, List<Long> performances) {
        String ids = performances.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return performances.isEmpty() ? List.of() : page(true, OF_HOUSE + "and f.id in (" + ids + ")", house.value());
    }

    /** The same of whichever houses, whose casts are not compared with the usual ones. */
    List<ProgrammeEntry> of(Collection<HouseId> houses, List<Long> performances) {
        if (performances.isEmpty()) {
            return List.of();
        }
        HouseSpan span = HouseSpan.of(houses);
        return warehouse.read(connection -> {
            List<ProgrammeEntry> heads = Rows.of(
                    connection,
                    SELECT + "where f.house between ? and ? and f.id in (select unnest(?::bigint[]))",
                    EntryPages::head,
                    span.first(),
                    span.last(),
                    connection.createArrayOf("BIGINT", performances.toArray()));
            return heads.isEmpty() ? heads : completed(connection, heads, false);
        });
    }

    /** Dates of one production in one season at one venue (0 for none), in order. */
    List<ProgrammeEntry> ofRun(HouseId house, long production, int season, long venue, int limit) {
        LocalDate from = LocalDate.of(season, 9, 1);
        return page(
                true,
                OF_HOUSE + "and f.production = ? and coalesce(f.venue, 0) = ? and f.day between ? and ?"
                        + " order by f.day, f.starts_local nulls last, f.id limit ?",
                house.value(),
                production,
                venue,
                from,
                from.plusYears(1).minusDays(1),
                limit);
    }

    /** Dates of some productions in order, of each those that play last. @param houses whose they are */
    List<ProgrammeEntry> ofProductions(Collection<HouseId> houses, List<Long> productions, int each) {
        HouseSpan span = HouseSpan.of(houses);
        return warehouse.read(connection -> {
            List<ProgrammeEntry> heads = Rows.of(
                    connection,
                    SELECT + "where f.house between ? and ? and f.production in (select unnest(?::bigint[]))"
                            + " qualify row_number() over (partition by f.production order by f.day desc, f.id desc) <= ?"
                            + " order by f.day, f.starts_local nulls last, f.id",
                    EntryPages::head,
                    span.first(),
                    span.last(),
                    connection.createArrayOf("BIGINT", productions.toArray()),
                    each);
            return heads.isEmpty() ? heads : completed(connection, heads, false);
        });
    }

    List<ProgrammeEntry> one(HouseId house, long performance) {
        return page(true, OF_HOUSE + "and f.id = ?", house.value(), performance);
    }

    /** A venue by its id. */
    Optional<Venue> venue(HouseId house, long id) {
        return warehouse
                .read(connection -> Rows.of(
                        connection,
                        VENUE,
                        row -> new Venue(
                                id, house, row.getString("name"), address(row), row.getString("url"), position(row)),
                        house.value(),
                        id))
                .stream()
                .findFirst();
    }

    private List<ProgrammeEntry> page(boolean casts, String sql, Object... parameters) {
        return warehouse.read(connection -> {
            List<ProgrammeEntry> heads = Rows.of(connection, sql, EntryPages::head, parameters);
            return heads.isEmpty() ? heads : completed(connection, heads, casts);
        });
    }

    private static List<ProgrammeEntry> completed(Connection connection, List<ProgrammeEntry> heads, boolean casts)
            throws SQLException {
        HouseSpan span = HouseSpan.of(
                heads.stream().map(head -> head.performance().house()).toList());
        Object ids = connection.createArrayOf(
                "BIGINT", heads.stream().map(head -> head.performance().id()).toArray());
        Map<Long, Map<Integer, List<Contribution>>> credits = new HashMap<>();
        Map<Long, List<ProgrammeEntry.Item>> items = new HashMap<>();
        for (Credit credit : Rows.of(connection, CONTRIBUTIONS, EntryPages::credit, span.first(), span.last(), ids)) {
            credits.computeIfAbsent(credit.performance, id -> new HashMap<>())
                    .computeIfAbsent(credit.position, position -> new ArrayList<>())
                    .add(credit.contribution);
        }
        for (Played played : Rows.of(connection, ITEMS, row -> played(row, credits), span.first(), span.last(), ids)) {
            items.computeIfAbsent(played.performance, id -> new ArrayList<>()).add(played.item);
        }
        DescribedEntries described = DescribedEntries.read(connection, span, heads);
        Map<HouseId, ExternalIds> known = KnownOutside.of(
                connection,
                heads,
                items.values().stream().flatMap(List::stream).toList(),
                credits.values().stream()
                        .flatMap(at -> at.values().stream())
                        .flatMap(List::stream)
                        .toList());
        Map<Long, List<CastChange>> changes = casts
                ? EveningCasts.changes(
                        connection,
                        span,
                        heads.stream().map(head -> head.performance().id()).toList())
                : Map.of();
        return heads.stream()
                .map(head -> whole(
                        head,
                        described.of(head),
                        known.getOrDefault(head.performance().house(), ExternalIds.NONE),
                        items.getOrDefault(head.performance().id(), List.of()),
                        creditsAt(credits, head.performance().id(), WHOLE),
                        changes.getOrDefault(head.performance().id(), List.of())))
                .toList();
    }

    private static ProgrammeEntry whole(
            ProgrammeEntry head,
            Map<String, String> described,
            ExternalIds ids,
            List<ProgrammeEntry.Item> items,
            List<Contribution> contributions,
            List<CastChange> changes) {
        return new ProgrammeEntry(
                head.performance(),
                head.production(),
                head.venue(),
                head.startsLocal(),
                head.season(),
                head.eventType(),
                items,
                contributions,
                described,
                ids,
                changes);
    }

    private static final int WHOLE = Integer.MIN_VALUE;

    private record Credit(long performance, int position, Contribution contribution) {}

    private record Played(long performance, ProgrammeEntry.Item item) {}

    private static Credit credit(ResultSet row) throws SQLException {
        Integer position = intOrNull(row, "position");
        return new Credit(
                row.getLong("performance"),
                position == null ? WHOLE : position,
                new Contribution(row.getString("name"), row.getString("role"), row.getString("instrument"), null));
    }

    private static Played played(ResultSet row, Map<Long, Map<Integer, List<Contribution>>> credits)
            throws SQLException {
        long performance = row.getLong("performance");
        int position = row.getInt("position");
        Long work = longOrNull(row, "work");
        List<Contribution> ofWork = creditsAt(credits, performance, position).stream()
                .map(c -> new Contribution(c.name(), c.role(), c.instrument(), work))
                .toList();
        return new Played(
                performance,
                new ProgrammeEntry.Item(
                        position,
                        work,
                        row.getString("title"),
                        row.getString("part"),
                        row.getBoolean("interval"),
                        ofWork));
    }

    private static List<Contribution> creditsAt(
            Map<Long, Map<Integer, List<Contribution>>> credits, long performance, int position) {
        return credits.getOrDefault(performance, Map.of()).getOrDefault(position, List.of());
    }

    private static ProgrammeEntry head(ResultSet row) throws SQLException {
        HouseId house = new HouseId(row.getInt("house"));
        LocalDateTime startsAt = row.getObject("starts_at", LocalDateTime.class);
        Long venue = longOrNull(row, "venue");
        Performance performance = new Performance(
                row.getLong("id"),
                house,
                row.getLong("production"),
                venue == null ? 0 : venue,
                row.getString("hall"),
                startsAt == null ? null : startsAt.toInstant(ZoneOffset.UTC),
                row.getObject("day", LocalDate.class),
                PerformanceState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                intOrNull(row, "capacity"),
                intOrNull(row, "held"));
        Production production = new Production(
                performance.production(),
                house,
                row.getString("title"),
                row.getString("genre"),
                row.getString("producer"),
                row.getString("description"),
                row.getString("url"));
        return new ProgrammeEntry(
                performance,
                production,
                venue(house, venue, row),
                row.getObject("starts_local", LocalDateTime.class),
                row.getString("season"),
                row.getString("event_type"),
                List.of(),
                List.of(),
                Map.of(),
                ExternalIds.NONE,
                List.of());
    }

    private static @Nullable Venue venue(HouseId house, @Nullable Long venue, ResultSet row) throws SQLException {
        String name = row.getString("venue_name");
        if (venue == null || name == null) {
            return null;
        }
        return new Venue(venue, house, name, address(row), row.getString("venue_url"), position(row));
    }

    static @Nullable GeoPoint position(ResultSet row) throws SQLException {
        return GeoPoint.of(row.getObject("latitude", Double.class), row.getObject("longitude", Double.class));
    }

    static PostalAddress address(ResultSet row) throws SQLException {
        return new PostalAddress(
                row.getString("street"),
                row.getString("postcode"),
                row.getString("city"),
                row.getString("region"),
                row.getString("country"));
    }
}
