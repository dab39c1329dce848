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

/** Reads by which identifiers other registers know things and names: one query for a page of them. */
final class KnownOutside {

    private static final String KNOWN = """
            select n.kind, n.thing, cast(null as varchar) as name, n.property, n.value from found_outside_now n
            where n.house = $house and n.value is not null and n.property <> 'position' and (n.kind = 'house'
              or n.kind = 'production' and n.thing in (select unnest(?::bigint[]))
              or n.kind = 'work' and n.thing in (select unnest(?::bigint[]))
              or n.kind = 'venue' and n.thing in (select unnest(?::bigint[])))
            union all
            select n.kind, 0, a.name, n.property, n.value from (select unnest(?::varchar[]) as name) a
            join found_outside_now n on n.house = $house and n.kind = 'name' and n.thing = name_number(a.name) and n.value is not null
            """;

    private static final String PERSONS = """
            select c.name, coalesce(o.known_as, c.number) as person from credited_name c left join one_name o on o.name = c.number
            where c.name in (select unnest(?::varchar[]))
            """;

    private KnownOutside() {}

    /** What is asked of. */
    record Asked(
            Collection<Long> productions, Collection<Long> works, Collection<Long> venues, Collection<String> names) {}

    static ExternalIds read(Connection connection, HouseId house, Asked asked) throws SQLException {
        Map<String, Long> persons = persons(connection, asked.names());
        if (!isAny(connection, house)) {
            return persons.isEmpty() ? ExternalIds.NONE : new ExternalIds(Map.of(), persons, Map.of());
        }
        Map<String, List<ExternalId>> found = new HashMap<>();
        Rows.of(
                connection,
                KNOWN.replace("$house", Integer.toString(house.value())),
                row -> {
                    id(row).ifPresent(id -> found.computeIfAbsent(thing(row), made -> new ArrayList<>())
                            .add(id));
                    return 0;
                },
                connection.createArrayOf("BIGINT", asked.productions().toArray()),
                connection.createArrayOf("BIGINT", asked.works().toArray()),
                connection.createArrayOf("BIGINT", asked.venues().toArray()),
                connection.createArrayOf("VARCHAR", asked.names().toArray()));
        found.values().forEach(ids -> ids.sort(java.util.Comparator.comparing(ExternalId::kind)));
        return new ExternalIds(found, persons, Map.of());
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
    private static boolean isAny(Connection connection, HouseId house) throws SQLException {
        return !Rows.of(
                        connection,
                        "select 1 from found_outside where house = ? and not aside and property <> 'position' limit 1",
                        row -> 1,
                        house.value())
                .isEmpty();
    }

    /** Of all that a page of performances names. */
    static ExternalIds of(
            Connection connection,
            HouseId house,
            List<ProgrammeEntry> heads,
            Collection<ProgrammeEntry.Item> items,
            Collection<Contribution> credits)
            throws SQLException {
        return read(
                connection,
                house,
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
