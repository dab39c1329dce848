package org.foyer.hub.catalogue.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.Tour;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Venue;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Pages of what the performances of a period share: places, works and runs. */
final class GraphPages {

    /** A venue, or one of its halls. */
    record Place(Venue venue, @Nullable String hall) {}

    /** A work with those who wrote it. */
    record PlayedWork(long id, String title, List<Contribution> credits) {}

    /**
     * A production in one season at one venue.
     *
     * @param venue 0 when unknown
     * @param state the state of all its performances, null when they differ
     * @param performances ids in order of day
     * @param performers names of those who perform in any of them
     */
    record Run(
            long production,
            int season,
            long venue,
            String title,
            @Nullable String description,
            @Nullable String url,
            Start start,
            @Nullable String state,
            List<Long> performances,
            List<String> performers) {

        /** Stands right before a run in the order of pages. */
        static Run before(long production, int season, long venue, Start start) {
            return new Run(production, season, venue - 1, "", null, null, start, null, List.of(), List.of());
        }
    }

    private static final String PLACES = """
            select v.id, v.name, v.street, v.postcode, v.city, v.region, v.country, v.url, v.latitude, v.longitude, h.hall
            from venue v
            join (select distinct f.venue, g.hall
                  from shown_performance f, (select unnest([null, f.hall]) as hall) g
                  where f.house = ? and f.day between ? and ?) h on h.venue = v.id
            where v.house = ?
            order by v.id, h.hall nulls first
            limit ? offset ?
            """;

    private static final String WORKS = """
            select w.id, w.title
            from work w
            where w.house = ? and w.id > ?
              and w.id in (select i.work
                           from (select * from programme_item where house = ?
                                 qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance)) i
                           join shown_performance f on f.house = i.house and f.id = i.performance
                           where f.day between ? and ?)
            order by w.id limit ?
            """;

    private static final String WRITERS = """
            with written as (
              select performance, position, work from programme_item where house = ?
              qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance)
            ), writer as (
              select performance, position, name, role from contribution where house = ? and position is not null
              qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance)
            )
            select distinct i.work, c.name, c.role
            from written i join writer c on c.performance = i.performance and c.position = i.position
            where i.work in (select unnest(?::bigint[])) and c.role in (select unnest(?::varchar[]))
            order by i.work, c.role, c.name
            """;

    private static final String RUNS = """
            with performed as (
              select *, year(day) - case when month(day) < 9 then 1 else 0 end as first_year,
                     coalesce(venue, 0) as place
              from shown_performance
              where house = ? and day between ? and ?
            ), run as (
              select production, first_year, place,
                     list(id order by day, starts_local nulls first, id) as performances,
                     first(day order by day, starts_local nulls first, id) as day,
                     first(starts_local order by day, starts_local nulls first, id) as starts_local,
                     first(starts_at order by day, starts_local nulls first, id) as starts_at,
                     case when min(state) = max(state) then min(state) end as state
              from performed
              group by production, first_year, place
            )
            select run.*, p.title, p.description, p.url
            from run join production p on p.house = ? and p.id = run.production
            where (run.production, run.first_year, run.place) > (?, ?, ?)
            order by run.production, run.first_year, run.place limit ?
            """;

    private static final String PERFORMERS = """
            with asked as (
              select unnest(?::integer[]) as run, unnest(?::bigint[]) as performance
            ), credited as (
              select performance, name, role from contribution
              where house = ? and performance in (select performance from asked)
              qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance, position is null)
            )
            select distinct r.run, c.name
            from asked r join credited c on c.performance = r.performance
            where c.role in (select unnest(?::varchar[]))
            order by r.run, c.name
            """;

    /** The least of the runs of the same show in other houses, with a limit. */
    private static final String ELSEWHERE = """
            select m.one as production, array_to_string(list_slice(list_sort(list(distinct p.production || '-'
                || (year(p.day) - case when month(p.day) < 9 then 1 else 0 end) || '-' || coalesce(p.venue, 0))), 1, %d), ' ') as runs
            from tour_member m join shown_performance p on p.production = m.other
            where m.one in (select unnest(?::bigint[])) group by m.one
            """.formatted(Tour.TOLD_MAX);

    private final Warehouse warehouse;

    GraphPages(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    List<Place> places(House house, LocalDate from, LocalDate to, int offset, int limit) {
        int number = house.id().value();
        return warehouse.read(connection ->
                Rows.of(connection, PLACES, row -> place(house, row), number, from, to, number, limit, offset));
    }

    /** A venue as a whole; nothing when the house has none of this number. */
    List<Place> place(House house, long venue) {
        return warehouse.read(connection -> Rows.of(
                connection,
                "select id, name, street, postcode, city, region, country, url, latitude, longitude, cast(null as varchar) as hall from venue"
                        + " where house = ? and id = ?",
                row -> place(house, row),
                house.id().value(),
                venue));
    }

    private static Place place(House house, ResultSet row) throws SQLException {
        PostalAddress address = EntryPages.address(row);
        return new Place(
                new Venue(
                        row.getLong("id"),
                        house.id(),
                        row.getString("name"),
                        address,
                        row.getString("url"),
                        EntryPages.position(row)),
                row.getString("hall"));
    }

    /** @param writing the words, among the house's, that make someone a writer of a work */
    List<PlayedWork> works(House house, LocalDate from, LocalDate to, List<String> writing, long behind, int limit) {
        int number = house.id().value();
        return warehouse.read(connection -> {
            List<PlayedWork> works = Rows.of(
                    connection,
                    WORKS,
                    row -> new PlayedWork(row.getLong("id"), row.getString("title"), new ArrayList<>()),
                    number,
                    behind,
                    number,
                    from,
                    to,
                    limit);
            addWriters(connection, number, works, writing);
            return works;
        });
    }

    private static void addWriters(Connection connection, int house, List<PlayedWork> works, List<String> writing)
            throws SQLException {
        if (works.isEmpty() || writing.isEmpty()) {
            return;
        }
        Map<Long, PlayedWork> byId = new HashMap<>();
        works.forEach(work -> byId.put(work.id(), work));
        Array ids = connection.createArrayOf("BIGINT", byId.keySet().toArray());
        Array roles = connection.createArrayOf("VARCHAR", writing.toArray());
        List<Contribution> writers = Rows.of(
                connection,
                WRITERS,
                row -> new Contribution(row.getString("name"), row.getString("role"), null, row.getLong("work")),
                house,
                house,
                ids,
                roles);
        for (Contribution writer : writers) {
            PlayedWork work = byId.get(writer.work());
            if (work != null) {
                work.credits().add(writer);
            }
        }
    }

    /** By which other registers know some of the house's things and names. */
    ExternalIds ids(House house, KnownOutside.Asked asked) {
        return warehouse.read(connection -> KnownOutside.read(connection, house.id(), asked));
    }

    /** Of the house itself. */
    ExternalIds ids(House house) {
        return ids(house, new KnownOutside.Asked(List.of(), List.of(), List.of(), List.of()));
    }

    ExternalIds idsOfPlaces(House house, List<Place> places) {
        return ids(
                house,
                new KnownOutside.Asked(
                        List.of(),
                        List.of(),
                        places.stream()
                                .map(place -> place.venue().id())
                                .distinct()
                                .toList(),
                        List.of()));
    }

    ExternalIds idsOfWorks(House house, List<PlayedWork> works) {
        return ids(
                house,
                new KnownOutside.Asked(
                        List.of(),
                        works.stream().map(PlayedWork::id).toList(),
                        List.of(),
                        works.stream()
                                .flatMap(work -> work.credits().stream())
                                .map(Contribution::name)
                                .distinct()
                                .toList()));
    }

    ExternalIds idsOfRuns(House house, List<Run> runs) {
        List<Long> productions = runs.stream().map(Run::production).distinct().toList();
        ExternalIds ids = ids(
                house,
                new KnownOutside.Asked(
                        productions,
                        List.of(),
                        List.of(),
                        runs.stream()
                                .flatMap(run -> run.performers().stream())
                                .distinct()
                                .toList()));
        Map<Long, List<String>> elsewhere = new HashMap<>();
        warehouse.read(connection -> Rows.of(
                connection,
                ELSEWHERE,
                row -> elsewhere.put(
                        row.getLong("production"), List.of(row.getString("runs").split(" "))),
                connection.createArrayOf("BIGINT", productions.toArray())));
        return new ExternalIds(ids.byThing(), ids.persons(), elsewhere);
    }

    /** The roles a house credits, in its own words. */
    List<String> roles(House house) {
        return warehouse.read(connection -> Rows.of(
                connection,
                "select distinct role from contribution where house = ? order by role limit 10000",
                row -> row.getString("role"),
                house.id().value()));
    }

    /**
     * @param performing the words, among the house's, that make someone a performer
     * @param behind the last run of the page before, or null
     */
    List<Run> runs(
            House house, LocalDate from, LocalDate to, List<String> performing, @Nullable Run behind, int limit) {
        int number = house.id().value();
        return warehouse.read(connection -> {
            List<Run> runs = Rows.of(
                    connection,
                    RUNS,
                    row -> run(row, house.zone()),
                    number,
                    from,
                    to,
                    number,
                    behind == null ? Long.MIN_VALUE : behind.production(),
                    behind == null ? 0 : behind.season(),
                    behind == null ? 0L : behind.venue(),
                    limit);
            addPerformers(connection, number, runs, performing);
            return runs;
        });
    }

    private static void addPerformers(Connection connection, int house, List<Run> runs, List<String> performing)
            throws SQLException {
        if (runs.isEmpty() || performing.isEmpty()) {
            return;
        }
        List<Integer> places = new ArrayList<>();
        List<Long> performances = new ArrayList<>();
        for (int place = 0; place < runs.size(); place++) {
            for (Long performance : runs.get(place).performances()) {
                places.add(place);
                performances.add(performance);
            }
        }
        record Performer(int place, String name) {}
        List<Performer> performers = Rows.of(
                connection,
                PERFORMERS,
                row -> new Performer(row.getInt("run"), row.getString("name")),
                connection.createArrayOf("INTEGER", places.toArray()),
                connection.createArrayOf("BIGINT", performances.toArray()),
                house,
                connection.createArrayOf("VARCHAR", performing.toArray()));
        performers.forEach(performer -> runs.get(performer.place()).performers().add(performer.name()));
    }

    private static Run run(ResultSet row, ZoneId zone) throws SQLException {
        LocalDateTime startsAt = row.getObject("starts_at", LocalDateTime.class);
        Instant at = startsAt == null ? null : startsAt.toInstant(ZoneOffset.UTC);
        Object[] ids = (Object[]) row.getArray("performances").getArray();
        return new Run(
                row.getLong("production"),
                row.getInt("first_year"),
                row.getLong("place"),
                row.getString("title"),
                row.getString("description"),
                row.getString("url"),
                Start.of(
                        row.getObject("day", LocalDate.class),
                        row.getObject("starts_local", LocalDateTime.class),
                        at,
                        zone),
                row.getString("state"),
                Arrays.stream(ids).map(Long.class::cast).toList(),
                new ArrayList<>());
    }
}
