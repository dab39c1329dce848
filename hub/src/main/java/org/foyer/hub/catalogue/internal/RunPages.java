package org.foyer.hub.catalogue.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.Tour;
import org.foyer.hub.catalogue.internal.HouseRows.Told;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Pages of runs: productions in one season at one venue. */
final class RunPages {

    /**
     * A production in one season at one venue.
     *
     * @param venue 0 when unknown
     * @param state the state of all its performances, null when they differ
     * @param performances ids in order of day
     * @param performers names of those who perform in any of them
     * @param works what each of its dates plays as a whole, in order
     * @param revived the first run of what its production revives; at most one
     */
    record Run(
            HouseId house,
            long production,
            int season,
            long venue,
            String title,
            @Nullable String description,
            @Nullable String url,
            Start start,
            @Nullable String state,
            List<Long> performances,
            List<String> performers,
            List<Long> works,
            List<String> revived) {

        /** Stands right before a run in the order of pages. */
        static Run before(HouseId house, long production, int season, long venue, Start start) {
            return new Run(
                    house,
                    production,
                    season,
                    venue - 1,
                    "",
                    null,
                    null,
                    start,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    private static final String RUNS = """
            with performed as (
              select *, season_year(day) as first_year, coalesce(venue, 0) as place
              from shown_performance
              where house between ? and ? and house in (select unnest(?::smallint[])) and day between ? and ?
            ), run as (
              select house, production, first_year, place,
                     list(id order by day, starts_local nulls first, id) as performances,
                     first(day order by day, starts_local nulls first, id) as day,
                     first(starts_local order by day, starts_local nulls first, id) as starts_local,
                     first(starts_at order by day, starts_local nulls first, id) as starts_at,
                     case when min(state) = max(state) then min(state) end as state
              from performed
              where house <> ? or (production, first_year, place) > (?, ?, ?)
              group by house, production, first_year, place
            )
            select run.*, p.title, p.description, p.url
            from run join production p on p.house = run.house and p.id = run.production
            order by list_position(?::smallint[], run.house), run.production, run.first_year, run.place limit ?
            """;

    private static final String PERFORMERS = """
            with asked as (
              select unnest(?::integer[]) as run, unnest(?::bigint[]) as performance
            ), credited as (
              select performance, name, role from contribution
              where house between ? and ? and performance in (select performance from asked)
              qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance, position is null)
            )
            select distinct r.run, c.name
            from asked r join credited c on c.performance = r.performance
            where c.role in (select unnest(?::varchar[]))
            order by r.run, c.name
            """;

    private static final String WORKS = """
            with asked as (
              select unnest(?::integer[]) as run, unnest(?::bigint[]) as performance
            ), played as (
              select performance, position, work, part from programme_item
              where house between ? and ? and performance in (select performance from asked)
              qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance)
            )
            select a.run, p.work, count(distinct p.performance) as dates
            from asked a join played p on p.performance = a.performance
            where p.work is not null and p.part is null
            group by a.run, p.work order by a.run, min(p.position), p.work
            """;

    /** The least of the runs of the same show in other houses, with a limit. */
    private static final String ELSEWHERE = """
            select m.one as production, array_to_string(list_slice(list_sort(list(distinct p.production || '-'
                || season_year(p.day) || '-' || coalesce(p.venue, 0))), 1, %d), ' ') as runs
            from tour_member m join shown_performance p on p.production = m.other
            where m.one in (select unnest(?::bigint[])) group by m.one
            """.formatted(Tour.TOLD_MAX);

    private final Warehouse warehouse;

    RunPages(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * @param performing the words, among those of the houses, that make someone a performer
     * @param behind the last run of the page before, of the first house, or null
     */
    List<Told<Run>> runs(
            List<House> houses,
            LocalDate from,
            LocalDate to,
            List<String> performing,
            @Nullable Run behind,
            int limit) {
        AskedHouses asked = AskedHouses.of(houses);
        Map<Integer, House> byNumber =
                houses.stream().collect(Collectors.toMap(house -> house.id().value(), house -> house));
        return warehouse.read(connection -> {
            List<Run> runs = Rows.of(
                    connection,
                    RUNS,
                    row -> run(row, Objects.requireNonNull(byNumber.get(row.getInt("house")))),
                    asked.span().first(),
                    asked.span().last(),
                    asked.array(connection),
                    from,
                    to,
                    asked.firstAsked(),
                    behind == null ? Long.MIN_VALUE : behind.production(),
                    behind == null ? 0 : behind.season(),
                    behind == null ? 0L : behind.venue(),
                    asked.array(connection),
                    limit);
            if (!runs.isEmpty()) {
                Dates dates = Dates.of(connection, runs);
                addPerformers(connection, asked.span(), runs, dates, performing);
                addWorks(connection, asked.span(), runs, dates);
                addRevived(connection, asked.span(), runs);
            }
            return toldRuns(connection, runs);
        });
    }

    /** All performances of runs, each with the place of its run. */
    private record Dates(Array places, Array performances) {
        static Dates of(Connection connection, List<Run> runs) throws SQLException {
            List<Integer> places = new ArrayList<>();
            List<Long> performances = new ArrayList<>();
            for (int place = 0; place < runs.size(); place++) {
                for (Long performance : runs.get(place).performances()) {
                    places.add(place);
                    performances.add(performance);
                }
            }
            return new Dates(
                    connection.createArrayOf("INTEGER", places.toArray()),
                    connection.createArrayOf("BIGINT", performances.toArray()));
        }
    }

    private static void addPerformers(
            Connection connection, HouseSpan span, List<Run> runs, Dates dates, List<String> performing)
            throws SQLException {
        if (performing.isEmpty()) {
            return;
        }
        record Performer(int place, String name) {}
        List<Performer> performers = Rows.of(
                connection,
                PERFORMERS,
                row -> new Performer(row.getInt("run"), row.getString("name")),
                dates.places(),
                dates.performances(),
                span.first(),
                span.last(),
                connection.createArrayOf("VARCHAR", performing.toArray()));
        performers.forEach(performer -> runs.get(performer.place()).performers().add(performer.name()));
    }

    private static void addWorks(Connection connection, HouseSpan span, List<Run> runs, Dates dates)
            throws SQLException {
        record Played(int place, long work, int dates) {}
        List<Played> works = Rows.of(
                connection,
                WORKS,
                row -> new Played(row.getInt("run"), row.getLong("work"), row.getInt("dates")),
                dates.places(),
                dates.performances(),
                span.first(),
                span.last());
        for (Played played : works) {
            Run run = runs.get(played.place());
            if (played.dates() == run.performances().size()) {
                run.works().add(played.work());
            }
        }
    }

    private static void addRevived(Connection connection, HouseSpan span, List<Run> runs) throws SQLException {
        Map<Long, String> revived = new HashMap<>();
        Rows.of(
                connection,
                RevivedRuns.sql(span, "select unnest(?::bigint[])"),
                row -> revived.put(row.getLong("production"), row.getString("run")),
                connection.createArrayOf(
                        "BIGINT", runs.stream().map(Run::production).distinct().toArray()));
        for (Run run : runs) {
            String of = revived.get(run.production());
            if (of != null) {
                run.revived().add(of);
            }
        }
    }

    private static List<Told<Run>> toldRuns(Connection connection, List<Run> runs) throws SQLException {
        List<Long> productions = runs.stream().map(Run::production).distinct().toList();
        Map<HouseId, ExternalIds> ids = KnownOutside.read(
                connection,
                runs.stream().map(Run::house).distinct().toList(),
                new KnownOutside.Asked(
                        productions,
                        List.of(),
                        List.of(),
                        runs.stream()
                                .flatMap(run -> run.performers().stream())
                                .distinct()
                                .toList()));
        Map<Long, List<String>> elsewhere = new HashMap<>();
        Rows.of(
                connection,
                ELSEWHERE,
                row -> elsewhere.put(
                        row.getLong("production"), List.of(row.getString("runs").split(" "))),
                connection.createArrayOf("BIGINT", productions.toArray()));
        Map<Long, List<String>> kept = Map.copyOf(elsewhere);
        ids.replaceAll((house, known) ->
                new ExternalIds(known.byThing(), known.persons(), kept, known.agents(), known.forms()));
        return runs.stream().map(run -> Told.of(run.house(), run, ids)).toList();
    }

    private static Run run(ResultSet row, House house) throws SQLException {
        LocalDateTime startsAt = row.getObject("starts_at", LocalDateTime.class);
        Instant at = startsAt == null ? null : startsAt.toInstant(ZoneOffset.UTC);
        Object[] ids = (Object[]) row.getArray("performances").getArray();
        return new Run(
                house.id(),
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
                        house.zone()),
                row.getString("state"),
                Arrays.stream(ids).map(Long.class::cast).toList(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }
}
