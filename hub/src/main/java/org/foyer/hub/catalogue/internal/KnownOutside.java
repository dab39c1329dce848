package org.foyer.hub.catalogue.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.ExternalIdKind;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Reads by which identifiers other registers know things and names: one query for a page of them, whosoever they are. */
final class KnownOutside {

    private static final String KNOWN = """
            select n.house, n.kind, n.thing, cast(null as varchar) as name, n.property, n.value from found_outside_now n
            where n.house between ? and ? and n.value is not null and n.property <> 'position' and (n.kind = 'house'
              or n.kind = 'production' and n.thing in (select unnest(?::bigint[]))
              or n.kind = 'work' and n.thing in (select unnest(?::bigint[]))
              or n.kind = 'venue' and n.thing in (select unnest(?::bigint[])))
            union all
            select n.house, n.kind, 0, a.name, n.property, n.value from (select unnest(?::varchar[]) as name) a
            join found_outside_now n on n.house between ? and ? and n.kind = 'name' and n.thing = name_number(a.name) and n.value is not null
            """;

    private static final String PERSONS = """
            select c.name, coalesce(o.known_as, c.number) as person from credited_name c left join one_name o on o.name = c.number
            where c.name in (select unnest(?::varchar[]))
            """;

    private KnownOutside() {}

    /** What is asked of. */
    record Asked(
            Collection<Long> productions, Collection<Long> works, Collection<Long> venues, Collection<String> names) {}

    /**
     * What is known, by house, of things that lie within a span of houses; of a name what each of them told.
     *
     * @return of each house asked of, also where nothing is known
     */
    static Map<HouseId, ExternalIds> read(Connection connection, Collection<HouseId> houses, Asked asked)
            throws SQLException {
        Map<HouseId, ExternalIds> known = new HashMap<>();
        if (houses.isEmpty()) {
            return known;
        }
        ExternalIds persons = new ExternalIds(Map.of(), persons(connection, asked.names()), Map.of());
        houses.forEach(house -> known.put(house, persons));
        HouseSpan span = HouseSpan.of(houses);
        if (isAny(connection, span)) {
            found(connection, span, asked)
                    .forEach((house, found) ->
                            known.put(house, new ExternalIds(found, persons.persons(), persons.elsewhere())));
        }
        return known;
    }

    private static Map<HouseId, Map<String, List<ExternalId>>> found(Connection connection, HouseSpan span, Asked asked)
            throws SQLException {
        Map<HouseId, Map<String, List<ExternalId>>> found = new HashMap<>();
        Rows.of(
                connection,
                KNOWN,
                row -> {
                    HouseId house = new HouseId(row.getInt("house"));
                    id(row).ifPresent(id -> found.computeIfAbsent(house, made -> new HashMap<>())
                            .computeIfAbsent(thing(row), made -> new ArrayList<>())
                            .add(id));
                    return 0;
                },
                span.first(),
                span.last(),
                connection.createArrayOf("BIGINT", asked.productions().toArray()),
                connection.createArrayOf("BIGINT", asked.works().toArray()),
                connection.createArrayOf("BIGINT", asked.venues().toArray()),
                connection.createArrayOf("VARCHAR", asked.names().toArray()),
                span.first(),
                span.last());
        found.values()
                .forEach(things ->
                        things.values().forEach(ids -> ids.sort(java.util.Comparator.comparing(ExternalId::kind))));
        return found;
    }

    private static Map<String, Long> persons(Connection connection, Collection<String> names) throws SQLException {
        Map<String, Long> persons = new HashMap<>();
        if (!names.isEmpty()) {
            Rows.of(
                    connection,
                    PERSONS,
                    row -> persons.put(row.getString("name"), row.getLong("person")),
                    connection.createArrayOf("VARCHAR", names.toArray()));
        }
        return persons;
    }

    private record OfHouse(HouseId house, Optional<ExternalId> id) {}

    /** Of all houses themselves, in the order of the registers. */
    static Map<HouseId, List<ExternalId>> ofHouses(Connection connection) throws SQLException {
        Map<HouseId, List<ExternalId>> found = new HashMap<>();
        for (OfHouse one : Rows.of(
                connection,
                "select house, kind, thing, property, value from found_outside_now where kind = 'house' and value is not null",
                row -> new OfHouse(new HouseId(row.getInt("house")), id(row)))) {
            one.id()
                    .ifPresent(id -> found.computeIfAbsent(one.house(), made -> new ArrayList<>())
                            .add(id));
        }
        found.values().forEach(ids -> ids.sort(java.util.Comparator.comparing(ExternalId::kind)));
        return found;
    }

    /** Most houses have none: then no page is asked about. */
    private static boolean isAny(Connection connection, HouseSpan span) throws SQLException {
        return !Rows.of(
                        connection,
                        "select 1 from found_outside where house between ? and ? and not aside and property <> 'position' limit 1",
                        row -> 1,
                        span.first(),
                        span.last())
                .isEmpty();
    }

    /** Of all that a page of performances names, by house. */
    static Map<HouseId, ExternalIds> of(
            Connection connection,
            List<ProgrammeEntry> heads,
            Collection<ProgrammeEntry.Item> items,
            Collection<Contribution> credits)
            throws SQLException {
        return read(
                connection,
                heads.stream()
                        .map(head -> head.performance().house())
                        .distinct()
                        .toList(),
                new Asked(
                        heads.stream()
                                .map(head -> head.production().id())
                                .distinct()
                                .toList(),
                        items.stream()
                                .map(ProgrammeEntry.Item::work)
                                .filter(java.util.Objects::nonNull)
                                .distinct()
                                .toList(),
                        heads.stream()
                                .map(head -> head.performance().venue())
                                .distinct()
                                .toList(),
                        Stream.concat(
                                        credits.stream().map(Contribution::name),
                                        heads.stream()
                                                .flatMap(head -> Stream.ofNullable(
                                                        head.production().producer())))
                                .distinct()
                                .toList()));
    }

    private static String thing(ResultSet row) {
        try {
            @Nullable String name = row.getString("name");
            return name == null ? row.getString("kind") + " " + row.getLong("thing") : "name " + name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A register that an older node does not know is left out. */
    static Optional<ExternalId> id(ResultSet row) throws SQLException {
        String register = row.getString("property");
        String value = row.getString("value");
        return Arrays.stream(ExternalIdKind.values())
                .filter(kind -> kind.word().equals(register))
                .flatMap(kind -> ExternalIdCell.read(kind, kind.word() + ": " + value).stream())
                .flatMap(said -> Stream.ofNullable(said.id()))
                .findFirst();
    }
}
