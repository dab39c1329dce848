package org.foyer.hub.catalogue.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.store.FestivalIds;
import org.foyer.hub.store.HallIds;
import org.foyer.hub.store.Warehouse;

/** Identifiers that were given and name nothing any more. */
final class DepartedThings {

    private static final String LAST = "select max(left_at) as left_at from departed where ";

    /** The last change of what credited a name that nothing credits at the moment. */
    private static final String NOT_NOW = """
            select max(p.changed_run) as changed_run from credited_name n join contribution c on c.name = n.name
            join performance p on p.house = c.house and p.id = c.performance
            where n.number = ? having max(p.changed_run) is not null
            """;

    /** The last change of what was once said to belong to a festival or series, on a day that it had then or has now. */
    private static final String FESTIVAL_NOT_NOW = """
            select max(p.changed_run) as changed_run from description d
            join performance p on p.house = d.house and p.id = d.thing
            left join performance_statement s on s.house = p.house and s.performance = p.id and s.day is not null
            where d.kind = 'performance' and d.property in (%s) and d.value <> '' and ? in (%s, %s, %s, %s)
            having max(p.changed_run) is not null
            """.formatted(
                    FestivalIds.KINDS,
                    FestivalIds.sql("d.house", "d.property", "d.value", "p.day"),
                    FestivalIds.sql("d.house", "d.property", "d.value", "s.day"),
                    FestivalIds.spelt("d.house", "d.property", "d.value", "p.day"),
                    FestivalIds.spelt("d.house", "d.property", "d.value", "s.day"));

    /** The last change of what was once said to be in a hall, at the venue that it had then or has now. */
    private static final String HALL_NOT_NOW =
            """
            select max(p.changed_run) as changed_run from performance p
            join performance_statement s on s.house = p.house and s.performance = p.id and s.hall is not null
            where ? in (%s, %s) having max(p.changed_run) is not null
            """.formatted(HallIds.sql("p.venue", "s.hall"), HallIds.sql("s.venue", "s.hall"));

    private final Warehouse warehouse;

    private final ChangeTimes times;

    DepartedThings(Warehouse warehouse, ChangeTimes times) {
        this.warehouse = warehouse;
        this.times = times;
    }

    Optional<Instant> of(String kind, long id) {
        return last("kind = ? and id = ?", kind, id).or(() -> switch (kind) {
            case "performance" ->
                changed(
                        "select changed_run from performance where id = ? and set_aside is not null and changed_run is not null",
                        id);
            case "person" -> changed(NOT_NOW, id);
            default -> Optional.empty();
        });
    }

    /** What is set aside, or said otherwise since, is kept, and gone for everybody outside. */
    private Optional<Instant> changed(String sql, long id) {
        List<Long> runs = warehouse.read(connection -> Rows.of(connection, sql, row -> row.getLong("changed_run"), id));
        return times.of(runs).values().stream().findFirst();
    }

    /** One whose last performance was taken back, set aside, or is said to belong to another since. */
    Optional<Instant> festival(String kind, long id) {
        return Stream.of(last("kind = ? and id = ?", kind, id), changed(FESTIVAL_NOT_NOW, id))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** One of which nothing is told any more, or whose performances are said to be elsewhere since. */
    Optional<Instant> hall(long id) {
        return Stream.of(last("kind = 'hall' and id = ?", id), changed(HALL_NOT_NOW, id))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** A run is gone with its last performance. */
    Optional<Instant> run(long production, int season, long venue) {
        return last(
                "kind = 'performance' and production = ? and coalesce(venue, 0) = ?"
                        + " and year(day) - case when month(day) < 9 then 1 else 0 end = ?",
                production,
                venue,
                season);
    }

    /** @param hall empty for the place as a whole */
    Optional<Instant> place(long venue, String hall) {
        return last(
                "kind = 'venue' and id = ? or ? <> '' and kind = 'performance' and venue = ? and hall = md5(?)",
                venue,
                hall,
                venue,
                hall);
    }

    private Optional<Instant> last(String which, Object... values) {
        List<Optional<Instant>> found = warehouse.read(connection -> Rows.of(
                connection,
                LAST + which,
                row -> Optional.ofNullable(row.getObject("left_at", LocalDateTime.class))
                        .map(at -> at.toInstant(ZoneOffset.UTC)),
                values));
        return found.get(0);
    }
}
