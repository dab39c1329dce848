package org.foyer.hub.catalogue.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Credited;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Who is credited, in all houses, under all spellings that are one person. */
final class CreditedPeople {

    private static final String PERSON_OF_NAME =
            "select coalesce((select known_as from one_name where name = name_number(a.name)), name_number(a.name)) as person"
                    + " from (select cast(? as varchar) as name) a";

    private static final String SPELLINGS = """
            select c.name from credited_name c left join one_name o on o.name = c.number
            where coalesce(o.known_as, c.number) = ? order by c.name limit
            """ + Credited.SPELLINGS_MAX;

    private static final String SAID = """
            select c.name, name_number(c.name) as number, c.role, c.house, count(distinct c.performance) as performances, max(f.day) as last
            from (
              select c.* from contribution c
              semi join (select house, performance from contribution where name in (select unnest(?::varchar[]))) n
                on n.house = c.house and n.performance = c.performance
              qualify precedence(c.source, c.run) = max(precedence(c.source, c.run)) over (partition by c.house, c.performance, c.position is null)) c
            join shown_performance f on f.house = c.house and f.id = c.performance
            where c.name in (select unnest(?::varchar[]))
            group by c.name, c.role, c.house order by performances desc, c.name, c.role, c.house limit 10000
            """;

    private static final String OUTSIDE = """
            select distinct property, value from found_outside_now
            where kind = 'name' and value is not null and thing in (select name_number(a.name) from (select unnest(?::varchar[]) as name) a)
            order by property, value limit 60
            """;

    private static final String AGENTS = """
            select distinct property, value from description_now
            where kind = 'name' and property in ('agent', 'legal_form') and value is not null
              and thing in (select name_number(a.name) from (select unnest(?::varchar[]) as name) a)
            """;

    private final Warehouse warehouse;

    CreditedPeople(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    private record Said(String name, long number, String role, HouseId house, long performances, LocalDate last) {}

    /** All spellings of who is credited by one of them; that one alone when nobody is. */
    String[] spellings(String name) {
        List<String> all = warehouse.read(connection -> spellings(connection, person(connection, name)));
        return all.isEmpty() ? new String[] {name} : all.toArray(String[]::new);
    }

    /** Who is credited by a spelling, or by its words in another order. */
    Optional<Credited> byName(String name) {
        return name.isBlank() || name.length() > Listings.NAME_MAX
                ? Optional.empty()
                : warehouse.read(connection -> read(connection, person(connection, name)));
    }

    /** Whose number it is; empty for one that goes by another number. */
    Optional<Credited> byId(long id) {
        return knownAs(id).isPresent() ? Optional.empty() : warehouse.read(connection -> read(connection, id));
    }

    /** By which number a spelling goes, when it is not its own. */
    Optional<Long> knownAs(long id) {
        return warehouse
                .read(connection -> Rows.of(
                        connection, "select known_as from one_name where name = ?", row -> row.getLong("known_as"), id))
                .stream()
                .findFirst();
    }

    private static long person(Connection connection, String name) throws SQLException {
        return Rows.of(connection, PERSON_OF_NAME, row -> row.getLong("person"), name)
                .get(0);
    }

    private static List<String> spellings(Connection connection, long person) throws SQLException {
        return Rows.of(connection, SPELLINGS, row -> row.getString("name"), person);
    }

    private static Optional<Credited> read(Connection connection, long person) throws SQLException {
        Object names = connection.createArrayOf(
                "VARCHAR", spellings(connection, person).toArray());
        List<Said> said = Rows.of(
                connection,
                SAID,
                row -> new Said(
                        row.getString("name"),
                        row.getLong("number"),
                        row.getString("role"),
                        new HouseId(row.getInt("house")),
                        row.getLong("performances"),
                        row.getObject("last", LocalDate.class)),
                names,
                names);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<ExternalId> ids = Rows.of(connection, OUTSIDE, KnownOutside::id, names).stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(ExternalId::kind).thenComparing(ExternalId::value))
                .toList();
        Map<String, List<String>> told = new HashMap<>();
        Rows.of(
                connection,
                AGENTS,
                row -> told.computeIfAbsent(row.getString("property"), made -> new ArrayList<>())
                        .add(row.getString("value")),
                names);
        return Optional.of(credited(person, said, ids, told));
    }

    private static Credited credited(
            long person, List<Said> said, List<ExternalId> ids, Map<String, List<String>> told) {
        Map<String, Long> names = new HashMap<>();
        Map<String, Long> roles = new HashMap<>();
        for (Said one : said) {
            names.merge(one.name(), one.performances(), Long::sum);
            if (!one.role().isBlank()) {
                roles.merge(one.role(), one.performances(), Long::sum);
            }
        }
        Map<String, Boolean> kept =
                said.stream().collect(Collectors.toMap(Said::name, one -> one.number() == person, (one, same) -> one));
        List<String> spellings = names.keySet().stream()
                .sorted(Comparator.<String, Boolean>comparing(name -> !kept.getOrDefault(name, false))
                        .thenComparing(name -> -names.getOrDefault(name, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Said last = said.stream()
                .max(Comparator.comparing(Said::last)
                        .thenComparing(one -> -one.house().value()))
                .orElseThrow();
        return new Credited(
                person,
                spellings.get(0),
                spellings,
                counted(roles),
                ids,
                kind(told.getOrDefault("agent", List.of()), roles),
                form(told.getOrDefault("legal_form", List.of())),
                last.house(),
                last.last());
    }

    private static @Nullable String kind(List<String> said, Map<String, Long> roles) {
        if (said.isEmpty()) {
            return roles.keySet().stream().anyMatch(Meanings::isGroup) ? "group" : null;
        }
        return said.size() == 1 ? said.get(0) : null;
    }

    /** Houses may say one thing in several words. */
    private static @Nullable String form(List<String> said) {
        long forms = said.stream()
                .map(word -> Meanings.legalForm(word).map(Concept::code).orElse(word))
                .distinct()
                .count();
        return forms == 1 ? said.get(0) : null;
    }

    private static List<Credited.Role> counted(Map<String, Long> roles) {
        return roles.entrySet().stream()
                .map(role -> new Credited.Role(role.getKey(), role.getValue()))
                .sorted(Comparator.comparingLong(Credited.Role::performances)
                        .reversed()
                        .thenComparing(Credited.Role::role))
                .limit(Credited.ROLES_MAX)
                .toList();
    }
}
