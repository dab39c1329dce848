package org.foyer.hub.linking;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.HouseKeys;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/** A house with buyers in a real warehouse, told as lines of cells. */
final class BuyerStand implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    final Warehouse warehouse;
    final Register register;
    final SamePerson samePerson;
    private final RegisterHouses houses;
    private final HouseKeys keys;
    private int made;

    BuyerStand(Path folder) {
        keys = new HouseKeys(folder.resolve("keys"));
        warehouse = EmptyStores.warehouse(folder.resolve("warehouse.duckdb"), "512MB", keys);
        register = EmptyStores.register(folder.resolve("register.db"));
        samePerson = new SamePerson(warehouse, register, CLOCK);
        houses = new RegisterHouses(register, CLOCK, new SecureRandom());
    }

    House house() {
        made++;
        House house = houses.add(new House(
                new HouseId(1),
                "house-" + made,
                "House " + made,
                Discipline.values()[0],
                500,
                new PostalAddress("1 place du Théâtre", "69001", "Lyon", "Auvergne-Rhône-Alpes", "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false));
        keys.make(house.id());
        return house;
    }

    void destroyKey(House house) {
        keys.destroy(house.id());
    }

    @Override
    public void close() {
        warehouse.close();
    }

    /** Adds buyers: key|first|last|email|phone|street|postcode|city|year, empty cells for nothing. */
    void buyers(House house, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        warehouse.write(house.id(), connection -> {
            // all lines in one statement: one for each would take longer than what is tested
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into personal.person (house, person, sealed, with_birth_year, contact_key, run, line)
                    select house, person::bigint, personal.sealed(house, all_said), all_said[10] is not null,
                      cast(hash(all_said) >> 1 as bigint), 1, 1
                    from (select $1::smallint as house, c[1] as person,
                        ['ref-' || c[1], c[3], c[2], c[4], c[5], c[6], c[7], c[8], 'FR', c[9]] as all_said
                      from (select list_transform(string_split(line, '|'), lambda cell: nullif(cell, '')) as c
                        from (select unnest(string_split($2, chr(10))) as line)))
                    """)) {
                insert.setInt(1, house.id().value());
                insert.setString(2, lines.stream().map(BuyerStand::stripped).collect(Collectors.joining("\n")));
                return insert.executeUpdate();
            }
        });
    }

    private static String stripped(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).collect(Collectors.joining("|"));
    }

    void change(House house, String sql) {
        warehouse.write(house.id(), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, house.id().value());
                return statement.executeUpdate();
            }
        });
    }

    /** Key of a buyer → person and household, for those that stand together with others. */
    Map<Long, List<Long>> found(House house) {
        return warehouse.read(connection -> {
            Map<Long, List<Long>> found = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "select person, one_person, household from same_person where house = ?")) {
                query.setInt(1, house.id().value());
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getLong(1), List.of(row.getLong(2), row.getLong(3)));
                    }
                }
            }
            return found;
        });
    }

    long person(House house, long buyer) {
        return found(house).getOrDefault(buyer, List.of(buyer, buyer)).get(0);
    }

    long household(House house, long buyer) {
        return found(house).getOrDefault(buyer, List.of(buyer, buyer)).get(1);
    }

    /** Other people, so that what is rare and what is usual can be seen; keys from 10,000. */
    static List<String> crowd(int size) {
        String[] first = {"Anne", "Luc", "Marie", "Paul", "Zoé", "Hugo", "Inès", "Karim", "Léa", "Omar", "Rosa", "Tom"};
        String[] last = {
            "Martin", "Durand", "Petit", "Moreau", "Garnier", "Lopez", "Nguyen", "Roussel", "Blanc", "Faure"
        };
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lines.add("%d|%s|%sel%d|m%d@boite.example|06%08d|%d rue %s|%05d|Ville%d|%d"
                    .formatted(
                            10_000 + i,
                            first[random.nextInt(12)],
                            last[random.nextInt(10)],
                            random.nextInt(60),
                            i,
                            random.nextInt(100_000_000),
                            1 + random.nextInt(100),
                            last[random.nextInt(10)],
                            10_000 + random.nextInt(80_000),
                            random.nextInt(300),
                            1940 + random.nextInt(60)));
        }
        return lines;
    }
}
