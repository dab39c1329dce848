package org.foyer.hub.catalogue.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.Hall.Places;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.HallIds;
import org.foyer.hub.store.Warehouse;

/** Halls, as what is said of performances and of halls themselves makes them. */
final class HallPages {

    /** Halls with their configurations that are told of some venues, at most: rows of the question. */
    private static final int ROWS_MAX = 20_000;

    /** How many performances are in which hall, and how it is set up then. */
    private static final String PLACED = """
            select f.house, f.venue, f.hall as name, d.value as configuration, count(*) as dates
            from shown_performance f
            left join description_now d on d.house = f.house and d.kind = 'performance' and d.thing = f.id
              and d.property = 'configuration' and d.language = ''
            where f.hall is not null and f.venue is not null
            """;

    /** Each spelling once, for there are few of them. */
    private static final String SPELT = "select house, venue, " + HallIds.words("hall")
            + " as words from (select distinct house, venue, hall from shown_performance"
            + " where hall is not null and venue is not null)";

    /** What is told of halls themselves. */
    private static final String TOLD =
            """
            select house, thing as venue, %s as words, %s as configuration, %s as which, value
            from description_now where kind = 'hall' and value is not null
            """.formatted(HallIds.part("property", 1), HallIds.part("property", 2), HallIds.part("property", 3));

    /** Each hall, and behind it its configurations; conditions on the rows of the two questions are put in. */
    private static final String HALLS =
            "with placed as (select *, " + HallIds.words("name") + " as words from (" + PLACED
                    + " and %1$s group by all)), told as (select * from (" + TOLD
                    + ") f where %1$s)"
                    + """
            , spelt as (
              select house, venue, words, '' as configuration, name, sum(dates) as dates from placed group by all
              union all
              select house, venue, words, %2$s, configuration, sum(dates) from placed where configuration is not null group by all
              union all
              select house, venue, words, configuration, value, 0 from told where which = 'name'
            ), named as (
              select house, venue, words, configuration, arg_max(name, {'dates': dates, 'name': name}) as name,
                cast(sum(dates) as integer) as dates
              from spelt group by house, venue, words, configuration
            )
            select n.house, n.venue, %3$s as id, n.configuration, n.name, n.dates, t.capacity, t.seats, t.wheelchair
            from named n
            join venue v on v.house = n.house and v.id = n.venue
            left join (
              select house, venue, words, configuration, any_value(try_cast(value as integer)) filter (where which = 'capacity') as capacity,
                any_value(try_cast(value as integer)) filter (where which = 'seats') as seats,
                any_value(try_cast(value as integer)) filter (where which = 'wheelchair') as wheelchair
              from told group by all) t
              on t.house = n.house and t.venue = n.venue and t.words = n.words and t.configuration = n.configuration
            order by n.venue, n.words, n.configuration limit %4$d
            """;

    private static final String OF_VENUES = HALLS.formatted(
            "f.house between ? and ? and f.venue in (select unnest(?::bigint[]))",
            HallIds.words("configuration"),
            HallIds.ofWords("n.venue", "n.words"),
            ROWS_MAX);

    /** To which venue of which house a hall belongs. */
    private static final String WHERE = """
            select house, venue from (%1$s union select house, venue, words from (%2$s))
            where %3$s = ? order by house, venue limit 1
            """.formatted(SPELT, TOLD, HallIds.ofWords("venue", "words"));

    /** By which identifier a hall goes whose venue goes by another one. */
    private static final String GOES_BY =
            """
            select %3$s as id from goes_by g join (%1$s union select house, venue, words from (%2$s)) h on h.house = g.house and h.venue = g.known_as
            where g.kind = 'venue' and %4$s = ? limit 1
            """.formatted(SPELT, TOLD, HallIds.ofWords("g.known_as", "h.words"), HallIds.ofWords("g.thing", "h.words"));

    /** Those in which something is shown, the last first; each spelling is hashed once. */
    private static final String LAST = """
            select house, %s as id from (
              select house, venue, hall, max(day) as last from shown_performance where hall is not null and venue is not null group by all)
            group by 1, 2 order by max(last) desc, 1, 2 limit ?
            """.formatted(HallIds.sql("venue", "hall"));

    /** Condition on performances: those in one, by house, venue and id. */
    static final String OF_ONE = "house = ? and venue = ? and " + HallIds.sql("venue", "hall") + " = ?";

    private final Warehouse warehouse;

    HallPages(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    private record At(HouseId house, long venue) {}

    /** One by its identifier; empty when nothing belongs to it at the moment. */
    Optional<Hall> one(long id) {
        return warehouse.read(connection -> {
            List<At> found = Rows.of(
                    connection, WHERE, row -> new At(new HouseId(row.getInt("house")), row.getLong("venue")), id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            At at = found.get(0);
            return ofVenues(connection, HouseSpan.of(at.house()), List.of(at.venue()))
                    .getOrDefault(at.venue(), List.of())
                    .stream()
                    .filter(hall -> hall.id() == id)
                    .findFirst();
        });
    }

    /** Of a venue, by name. */
    List<Hall> ofVenue(HouseId house, long venue) {
        return warehouse
                .read(connection -> ofVenues(connection, HouseSpan.of(house), List.of(venue)))
                .getOrDefault(venue, List.of());
    }

    /** Of all houses, those in which something plays last first. */
    List<Listings.Listed> last(int limit) {
        return warehouse.read(connection -> Rows.of(
                connection,
                LAST,
                row -> new Listings.Listed(new HouseId(row.getInt("house")), row.getLong("id")),
                limit));
    }

    /** By which identifier one goes now, since its venue goes by another. */
    Optional<Long> knownAs(long id) {
        return warehouse.read(connection -> Rows.of(connection, GOES_BY, row -> row.getLong("id"), id)).stream()
                .findFirst();
    }

    /** The identifier of a name at a venue. */
    long idOf(long venue, String name) {
        return warehouse
                .read(connection -> Rows.of(
                        connection,
                        "select " + HallIds.sql("venue", "hall")
                                + " as id from (select cast(? as bigint) as venue, cast(? as varchar) as hall)",
                        row -> row.getLong("id"),
                        venue,
                        name))
                .get(0);
    }

    /** By venue; each by its words. */
    static Map<Long, List<Hall>> ofVenues(Connection connection, HouseSpan span, Collection<Long> venues)
            throws SQLException {
        Object ids = connection.createArrayOf("BIGINT", venues.toArray());
        Map<Long, Hall> halls = new LinkedHashMap<>();
        Rows.of(
                connection,
                OF_VENUES,
                row -> add(row, halls),
                span.first(),
                span.last(),
                ids,
                span.first(),
                span.last(),
                ids);
        return halls.values().stream().collect(Collectors.groupingBy(Hall::venue));
    }

    /** A row of a hall stands before those of its configurations. */
    private static boolean add(ResultSet row, Map<Long, Hall> halls) throws SQLException {
        long id = row.getLong("id");
        Places places = new Places(
                Rows.intOrNull(row, "capacity"), Rows.intOrNull(row, "seats"), Rows.intOrNull(row, "wheelchair"));
        int dates = row.getInt("dates");
        Hall hall = halls.get(id);
        if (row.getString("configuration").isEmpty()) {
            halls.put(
                    id,
                    new Hall(
                            new HouseId(row.getInt("house")),
                            row.getLong("venue"),
                            id,
                            row.getString("name"),
                            places,
                            List.of(),
                            dates));
        } else if (hall != null) {
            List<Hall.Configuration> all = new ArrayList<>(hall.configurations());
            all.add(new Hall.Configuration(row.getString("name"), places, dates));
            halls.put(
                    id, new Hall(hall.house(), hall.venue(), id, hall.name(), hall.places(), all, hall.performances()));
        }
        return true;
    }
}
