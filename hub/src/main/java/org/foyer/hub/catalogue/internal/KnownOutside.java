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

    /** By which number a name goes, whatever the house, and what the sources of a house say that it is; the same of works. */
    private static final String NAMES = """
            with asked as (select unnest(?::varchar[]) as name),
            said as (
              select house, kind, thing, property, value from description_now
              where house between ? and ? and value is not null and (kind = 'name' and property in ('agent', 'legal_form')
                or kind = 'work' and thing in (select unnest(?::bigint[])) and property in ('work_type', 'work_genre', 'work_category')))
            select null as house, c.name, coalesce(o.known_as, c.number) as thing, null as property, null as value
            from credited_name c left join one_name o on o.name = c.number where c.name in (select name from asked)
            union all
            select s.house, a.name, 0, s.property, s.value from said s join asked a on name_number(a.name) = s.thing where s.kind = 'name'
            union all
            select house, null, thing, property, value from said where kind = 'work'
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
        HouseSpan span = HouseSpan.of(houses);
        Names names = Names.read(connection, span, asked);
        houses.forEach(house -> known.put(house, names.with(house, Map.of())));
        if (isAny(connection, span)) {
            found(connection, span, asked).forEach((house, found) -> known.put(house, names.with(house, found)));
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

    /** What is known of names. @param agents what they are, by house @param forms of them and of works, by house */
    private record Names(
            Map<String, Long> persons,
            Map<HouseId, Map<String, String>> agents,
            Map<HouseId, Map<String, Map<String, String>>> forms) {

        static Names read(Connection connection, HouseSpan span, Asked asked) throws SQLException {
            Names known = new Names(new HashMap<>(), new HashMap<>(), new HashMap<>());
            if (!asked.names().isEmpty() || !asked.works().isEmpty()) {
                Rows.of(
                        connection,
                        NAMES,
                        known::add,
                        connection.createArrayOf("VARCHAR", asked.names().toArray()),
                        span.first(),
                        span.last(),
                        connection.createArrayOf("BIGINT", asked.works().toArray()));
            }
            return new Names(Map.copyOf(known.persons), known.agents, known.forms);
        }

        private int add(ResultSet row) throws SQLException {
            String property = row.getString("property");
            String name = row.getString("name");
            if (property == null) {
                persons.put(name, row.getLong("thing"));
            } else if (property.equals("agent")) {
                agents.computeIfAbsent(new HouseId(row.getInt("house")), made -> new HashMap<>())
                        .put(name, row.getString("value"));
            } else {
                forms.computeIfAbsent(new HouseId(row.getInt("house")), made -> new HashMap<>())
                        .computeIfAbsent(
                                name == null ? "work " + row.getLong("thing") : "name " + name, made -> new HashMap<>())
                        .put(property, row.getString("value"));
            }
            return 0;
        }

        ExternalIds with(HouseId house, Map<String, List<ExternalId>> found) {
            return new ExternalIds(
                    found,
                    persons,
                    Map.of(),
                    agents.getOrDefault(house, Map.of()),
                    forms.getOrDefault(house, Map.of()));
        }
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
