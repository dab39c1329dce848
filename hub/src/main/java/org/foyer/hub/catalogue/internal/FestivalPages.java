package org.foyer.hub.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.catalogue.internal.HouseRows.Told;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.FestivalIds;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Pages of festivals and series, as what is said of performances makes them. */
final class FestivalPages {

    /** Performances that one tells of, at most: the first. Each performance tells of it as well. */
    static final int PERFORMANCES_TOLD_MAX = 1_000;

    /**
     * A festival or series with its performances.
     *
     * @param starts its first performance
     * @param ends the end of its last one where its length is known, else its beginning
     * @param venue where all of it is played, 0 where that is several or unknown
     * @param performances ids in order of day, at most {@link #PERFORMANCES_TOLD_MAX}
     */
    record Gathering(Festival festival, Start starts, Start ends, long venue, List<Long> performances) {}

    /** House, kind, id and name with each performance that is shown. */
    private static final String GATHERED = """
            select d.house, d.property as kind, %s as id, %s = name_number(d.value) as chosen, d.value as name, p.id as performance, p.day, p.starts_local, p.starts_at,
              coalesce(p.venue, 0) as venue
            from description_now d join shown_performance p on p.house = d.house and p.id = d.thing
            where d.kind = 'performance' and d.property in (%s) and d.value is not null
            """.formatted(
                    FestivalIds.sql("d.house", "d.property", "d.value", "p.day"),
                    FestivalIds.known("d.house", "d.property", "d.value"),
                    FestivalIds.KINDS);

    private static final String SUMMED = """
            , named as (
              select house, kind, id, name from gathered group by house, kind, id, name
              qualify row_number() over (partition by house, kind, id order by bool_or(chosen) desc, count(*) desc, name desc) = 1
            ), summed as (
              select house, kind, id, count(*) as dates, min(day) as first_day, max(day) as last_day,
                case when min(venue) = max(venue) then min(venue) else 0 end as venue,
                list(performance order by day, starts_local nulls first, performance) as performances,
                first(starts_local order by day, starts_local nulls first, performance) as starts_local,
                first(starts_at order by day, starts_local nulls first, performance) as starts_at,
                last(starts_local order by day, starts_local nulls first, performance) as last_local,
                last(starts_at order by day, starts_local nulls first, performance) as last_at
              from gathered group by house, kind, id
            )
            """;

    private static final String PAGE = "with gathered as (" + GATHERED
            + " and d.house between ? and ? and d.house in (select unnest(?::smallint[])))"
            + SUMMED
            + """
            select s.* exclude (performances), list_slice(s.performances, 1, %d) as performances, n.name,
              (select max(value) from description_now l where l.house = s.house and l.kind = 'performance' and l.property = 'duration'
                and l.thing = s.performances[-1]) as minutes
            from summed s join named n on n.house = s.house and n.kind = s.kind and n.id = s.id
            where s.first_day <= ? and s.last_day >= ? and (s.house <> ? or (s.kind, s.id) > (?, ?))
            order by list_position(?::smallint[], s.house), s.kind, s.id limit ?
            """.formatted(PERFORMANCES_TOLD_MAX);

    private static final String ONE = "with gathered as (select * from (" + GATHERED + ") where kind = ? and id = ?)"
            + SUMMED
            + "select s.house, s.kind, s.id, n.name, s.first_day, s.last_day, s.dates"
            + " from summed s join named n on n.house = s.house and n.kind = s.kind and n.id = s.id order by s.house limit 1";

    /** Those that play last first. */
    private static final String LAST = "with gathered as (" + GATHERED + ")" + SUMMED
            + "select s.house, s.kind, s.id, n.name, s.first_day, s.last_day, s.dates"
            + " from summed s join named n on n.house = s.house and n.kind = s.kind and n.id = s.id"
            + " order by s.last_day desc, s.house, s.kind, s.id limit ?";

    /** By which identifier one goes whose spelling goes by another. */
    private static final String GOES_BY = """
            select %s as id from description_now d join shown_performance p on p.house = d.house and p.id = d.thing
            join goes_by g on g.house = d.house and g.kind = d.property and g.thing = name_number(d.value)
            where d.kind = 'performance' and d.property = ? and d.value is not null and %s = ? limit 1
            """.formatted(
                    FestivalIds.sql("d.house", "d.property", "d.value", "p.day"),
                    FestivalIds.spelt("d.house", "d.property", "d.value", "p.day"));

    /** Condition on performances: those of one, by house, kind and id. */
    static final String OF_ONE = "(house, id) in (select (house, performance) from (" + GATHERED
            + ") where house = ? and kind = ? and id = ?)";

    private final Warehouse warehouse;

    FestivalPages(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** One by its identifier. */
    Optional<Festival> one(String kind, long id) {
        return warehouse.read(connection -> Rows.of(connection, ONE, FestivalPages::festival, kind, id)).stream()
                .findFirst();
    }

    /** The identifier of what one is since a person said that its spelling is another's. */
    Optional<Long> knownAs(String kind, long id) {
        return warehouse.read(connection -> Rows.of(connection, GOES_BY, row -> row.getLong("id"), kind, id)).stream()
                .findFirst();
    }

    /** One of a house with all that it plays; nothing when the house has none of this identifier. */
    List<Told<Gathering>> one(House house, String kind, long id) {
        Festival before = new Festival(house.id(), kind, id - 1, "", LocalDate.MIN, LocalDate.MIN, 0);
        Start never = new Start(LocalDate.MIN, null, null);
        Gathering behind = new Gathering(before, never, never, 0, List.of());
        return gatherings(List.of(house), LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), behind, 1).stream()
                .filter(told -> told.thing().festival().kind().equals(kind)
                        && told.thing().festival().id() == id)
                .toList();
    }

    /** Of all houses, those that play last first. */
    List<Festival> last(int limit) {
        return warehouse.read(connection -> Rows.of(connection, LAST, FestivalPages::festival, limit));
    }

    /** Those that play on one of the days, with all that they play. @param behind the last of the page before, of the first house, or null */
    List<Told<Gathering>> gatherings(
            List<House> houses, LocalDate from, LocalDate to, @Nullable Gathering behind, int limit) {
        AskedHouses asked = AskedHouses.of(houses);
        Map<HouseId, House> known = houses.stream().collect(Collectors.toMap(House::id, house -> house));
        return warehouse
                .read(connection -> Rows.of(
                        connection,
                        PAGE,
                        row -> gathering(
                                row,
                                Objects.requireNonNull(known.get(new HouseId(row.getInt("house"))))
                                        .zone()),
                        asked.span().first(),
                        asked.span().last(),
                        asked.array(connection),
                        to,
                        from,
                        asked.firstAsked(),
                        behind == null ? "" : behind.festival().kind(),
                        behind == null ? Long.MIN_VALUE : behind.festival().id(),
                        asked.array(connection),
                        limit))
                .stream()
                .map(one -> new Told<>(one.festival().house(), one, ExternalIds.NONE))
                .toList();
    }

    private static Festival festival(ResultSet row) throws SQLException {
        return new Festival(
                new HouseId(row.getInt("house")),
                row.getString("kind"),
                row.getLong("id"),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("dates"));
    }

    private static Gathering gathering(ResultSet row, ZoneId zone) throws SQLException {
        Festival festival = festival(row);
        String minutes = row.getString("minutes");
        Start last = start(row, festival.last(), "last_local", "last_at", zone);
        Start end = last.after(minutes == null ? null : Integer.valueOf(minutes));
        Object[] ids = (Object[]) row.getArray("performances").getArray();
        return new Gathering(
                festival,
                start(row, festival.first(), "starts_local", "starts_at", zone),
                end == null ? last : end,
                row.getLong("venue"),
                Arrays.stream(ids).map(Long.class::cast).toList());
    }

    private static Start start(ResultSet row, LocalDate day, String local, String at, ZoneId zone) throws SQLException {
        LocalDateTime instant = row.getObject(at, LocalDateTime.class);
        Instant known = instant == null ? null : instant.toInstant(ZoneOffset.UTC);
        return Start.of(day, row.getObject(local, LocalDateTime.class), known, zone);
    }
}
