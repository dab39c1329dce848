package org.foyer.hub.catalogue.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.internal.HouseRows.Told;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Venue;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Pages of what the performances of a period share: places and works; of runs see {@link RunPages}. */
final class GraphPages {

    /** A venue with its halls. */
    record Place(Venue venue, List<Hall> halls) {}

    /** A work with those who wrote it. */
    record PlayedWork(HouseId house, long id, String title, List<Contribution> credits) {}

    /** A house is known by its number; the rows of the first house only behind a key. */
    private static final String PLACES = """
            select v.house, v.id, v.name, v.street, v.postcode, v.city, v.region, v.country, v.url, v.latitude, v.longitude
            from venue v
            join (select distinct house, venue from shown_performance
                  where house between ? and ? and house in (select unnest(?::smallint[])) and day between ? and ?) h
              on h.house = v.house and h.venue = v.id
            where v.house <> ? or v.id > ?
            order by list_position(?::smallint[], v.house), v.id limit ?
            """;

    private static final String WORKS = """
            select w.house, w.id, w.title
            from work w
            where w.house between ? and ? and w.house in (select unnest(?::smallint[])) and (w.house <> ? or w.id > ?)
              and (w.house, w.id) in (
                select (i.house, i.work)
                from (select * from programme_item where house between ? and ?
                      qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance)) i
                join shown_performance f on f.house = i.house and f.id = i.performance
                where f.house between ? and ? and f.day between ? and ?)
            order by list_position(?::smallint[], w.house), w.id limit ?
            """;

    private static final String WRITERS = """
            with written as (
              select performance, position, work from programme_item where house between ? and ?
              qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance)
            ), writer as (
              select performance, position, name, role from contribution where house between ? and ? and position is not null
              qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance)
            )
            select distinct i.work, c.name, c.role
            from written i join writer c on c.performance = i.performance and c.position = i.position
            where i.work in (select unnest(?::bigint[])) and c.role in (select unnest(?::varchar[]))
            order by i.work, c.role, c.name
            """;

    private final Warehouse warehouse;

    GraphPages(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** @param behind the last place of the page before, of the first house, or null */
    List<Told<Place>> places(List<House> houses, LocalDate from, LocalDate to, @Nullable Place behind, int limit) {
        AskedHouses asked = AskedHouses.of(houses);
        return warehouse.read(connection -> toldPlaces(
                connection,
                Rows.of(
                        connection,
                        PLACES,
                        row -> venue(new HouseId(row.getInt("house")), row),
                        asked.span().first(),
                        asked.span().last(),
                        asked.array(connection),
                        from,
                        to,
                        asked.firstAsked(),
                        behind == null ? Long.MIN_VALUE : behind.venue().id(),
                        asked.array(connection),
                        limit)));
    }

    /** A venue as a whole; nothing when the house has none of this number. */
    List<Told<Place>> place(House house, long venue) {
        return warehouse.read(connection -> toldPlaces(
                connection,
                Rows.of(
                        connection,
                        "select id, name, street, postcode, city, region, country, url, latitude, longitude"
                                + " from venue where house = ? and id = ?",
                        row -> venue(house.id(), row),
                        house.id().value(),
                        venue)));
    }

    private static Venue venue(HouseId house, ResultSet row) throws SQLException {
        PostalAddress address = EntryPages.address(row);
        return new Venue(
                row.getLong("id"),
                house,
                row.getString("name"),
                address,
                row.getString("url"),
                EntryPages.position(row));
    }

    private static List<Told<Place>> toldPlaces(Connection connection, List<Venue> venues) throws SQLException {
        if (venues.isEmpty()) {
            return List.of();
        }
        List<HouseId> houses = venues.stream().map(Venue::house).distinct().toList();
        List<Long> numbers = venues.stream().map(Venue::id).distinct().toList();
        Map<HouseId, ExternalIds> ids =
                KnownOutside.read(connection, houses, new KnownOutside.Asked(List.of(), List.of(), numbers, List.of()));
        Map<Long, List<Hall>> halls = HallPages.ofVenues(connection, HouseSpan.of(houses), numbers);
        return venues.stream()
                .map(venue -> Told.of(venue.house(), new Place(venue, halls.getOrDefault(venue.id(), List.of())), ids))
                .toList();
    }

    /**
     * @param writing the words, among those of the houses, that make someone a writer of a work
     * @param behind the last work of the page before, of the first house
     */
    List<Told<PlayedWork>> works(
            List<House> houses, LocalDate from, LocalDate to, List<String> writing, long behind, int limit) {
        AskedHouses asked = AskedHouses.of(houses);
        HouseSpan span = asked.span();
        return warehouse.read(connection -> {
            List<PlayedWork> works = Rows.of(
                    connection,
                    WORKS,
                    row -> new PlayedWork(
                            new HouseId(row.getInt("house")),
                            row.getLong("id"),
                            row.getString("title"),
                            new ArrayList<>()),
                    span.first(),
                    span.last(),
                    asked.array(connection),
                    asked.firstAsked(),
                    behind,
                    span.first(),
                    span.last(),
                    span.first(),
                    span.last(),
                    from,
                    to,
                    asked.array(connection),
                    limit);
            addWriters(connection, span, works, writing);
            return toldWorks(connection, works);
        });
    }

    private static void addWriters(Connection connection, HouseSpan span, List<PlayedWork> works, List<String> writing)
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
                span.first(),
                span.last(),
                span.first(),
                span.last(),
                ids,
                roles);
        for (Contribution writer : writers) {
            PlayedWork work = byId.get(writer.work());
            if (work != null) {
                work.credits().add(writer);
            }
        }
    }

    private static List<Told<PlayedWork>> toldWorks(Connection connection, List<PlayedWork> works) throws SQLException {
        Map<HouseId, ExternalIds> ids = KnownOutside.read(
                connection,
                works.stream().map(PlayedWork::house).distinct().toList(),
                new KnownOutside.Asked(
                        List.of(),
                        works.stream().map(PlayedWork::id).toList(),
                        List.of(),
                        works.stream()
                                .flatMap(work -> work.credits().stream())
                                .map(Contribution::name)
                                .distinct()
                                .toList()));
        return works.stream().map(work -> Told.of(work.house(), work, ids)).toList();
    }

    /** By which other registers know the houses themselves, in one question. */
    Map<HouseId, List<ExternalId>> idsOfHouses() {
        return warehouse.read(KnownOutside::ofHouses);
    }

    /** The roles that houses credit, in their own words. */
    List<String> roles(List<House> houses) {
        AskedHouses asked = AskedHouses.of(houses);
        return warehouse.read(connection -> Rows.of(
                connection,
                "select distinct role from contribution where house between ? and ?"
                        + " and house in (select unnest(?::smallint[])) order by role limit 10000",
                row -> row.getString("role"),
                asked.span().first(),
                asked.span().last(),
                asked.array(connection)));
    }
}
