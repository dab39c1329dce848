package org.foyer.bench;

import java.sql.Statement;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/**
 * One house with many buyers, made by SQL in the order in which imports leave rows. How often a buyer comes falls with their rank, as in
 * houses: most bought once, a few are there every month. A thirtieth of the tickets was given back. All names are made of numbers.
 */
final class BuyerRows {

    private static final long FIRST = 1_000_000_000L;
    private static final long FACTOR = 7_919;
    private static final long PRIME = 1_000_000_007;

    static final int PERFORMANCES = 2_000;

    private static final String MACROS = """
            create temp macro chance(a, b) as (hash(a::bigint, b::bigint) %% 1000003) / 1000003.0;
            create temp macro key(n) as %d + (n * %d) %% %d;
            """.formatted(FIRST, FACTOR, PRIME);

    /** Placeholders: 1 house, 2 buyers, 3 sales, 4 performances. */
    private static final String ROWS = """
            insert into production (house, id, title, genre, run)
            select %1$d, p, 'Spectacle ' || p, ['Théâtre', 'Concert', 'Danse', 'Opéra', 'Jazz', 'Cirque'][1 + (p %% 6)::int], 1 from range(1, 241) r(p);
            insert into performance (house, id, production, starts_local, day, state, capacity, run)
            select %1$d, n, 1 + n %% 240, day + interval 20 hour, day, case when n %% 50 = 0 then 'cancelled' else 'scheduled' end, 2600, 1
            from (select n, cast(date '2018-09-01' + cast(n * 3200 // %4$d as int) as date) as day from range(1, %4$d + 1) r(n)) order by n;
            insert into label (house, field, id, label, kind, run) values
              (%1$d, 'tariff', 1, 'Plein', 'full', 1), (%1$d, 'tariff', 2, 'Moins de 26 ans', 'youth', 1), (%1$d, 'tariff', 3, 'Abonnement', 'subscription', 1),
              (%1$d, 'channel', 7, 'Site', 'web', 1), (%1$d, 'channel', 8, 'Guichet', 'counter', 1);
            create temp table sold as
            select s, 1 + cast(floor(%4$d * chance(s, 1)) as bigint) as performance,
              key(cast(floor(%2$d * case when chance(s, 2) < 0.2 then s / %3$d::double else pow(chance(s, 3), 2) end) as bigint)) as person,
              cast(floor(-ln(1 - chance(s, 4)) * 35) as int) as lead, 800 + 100 * cast(floor(40 * chance(s, 5)) as int) as amount,
              1 + cast(floor(3 * chance(s, 6)) as int) as tariff, 7 + cast(floor(2 * chance(s, 7)) as int) as channel
            from range(%3$d) r(s);
            insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, tariff, channel, person, order_ref,
              ticket, run, line)
            select %1$d, performance, moved + interval 12 hour, moved, bought, operation::operation, quantity, quantity * amount, tariff, channel,
              person, 'o' || s, 't' || s, 1, s
            from (
              select d.*, p.day - lead as bought, unnest([
                {'operation': 'sale', 'quantity': 1, 'moved': p.day - lead},
                {'operation': 'cancellation', 'quantity': -1, 'moved': least(p.day, p.day - lead + 3)}], recursive := true)
              from sold d join performance p on p.house = %1$d and p.id = d.performance)
            where (quantity > 0 or s %% 30 = 0) and moved < current_date
            order by performance, moved, s;
            insert into personal.person (house, person, sealed, area, area_country, with_birth_year, contact_key, run, line)
            select %1$d, key(n), personal.sealed(%1$d, ['C' || n, 'Nom' || n, 'Prénom' || n, 'a' || n || '@example.org', '', n || ' rue', area, 'Ville', 'FR', '']),
              area, 'FR', false, n, 1, n
            from (select n, printf('%%05d', 1000 + cast(floor(94000 * chance(n, 9)) as int)) as area from range(%2$d) r(n)) order by n;
            drop table sold;
            """;

    private BuyerRows() {}

    /** The key of a buyer by number from 0; keys of neighbours lie far apart, as random ones do. */
    static long key(long number) {
        return FIRST + number * FACTOR % PRIME;
    }

    static void fill(Warehouse warehouse, HouseId house, long buyers, long sales) {
        warehouse.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(MACROS);
                for (String one : ROWS.formatted(house.value(), buyers, sales, PERFORMANCES)
                        .split(";")) {
                    if (!one.isBlank()) {
                        statement.execute(one);
                    }
                }
                return true;
            }
        });
    }
}
