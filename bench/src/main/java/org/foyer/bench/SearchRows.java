package org.foyer.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.foyer.hub.catalogue.internal.WarehouseSearch;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.Warehouse;

/**
 * Programmes of many houses made by SQL, house by house as imports leave them. Words are made of syllables; a few are frequent and most are rare, as in a language (the
 * rank of a word is drawn so that its frequency falls with its rank). Nobody's name is in them.
 */
final class SearchRows {

    static final int HOUSES = 500;

    /** Different words of titles and descriptions. */
    static final int WORDS = 30_000;

    static final int NAMES = 8_000;

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-28T11:00:00Z"), ZoneOffset.UTC);

    private static final int DATES_PER_RUN = 5;

    private static final String MACROS = """
            create temp macro chance(a, b) as (hash(a::bigint, b::bigint) %% 1000003) / 1000003.0;
            create temp macro syllable(n) as
              substr('rolamitesovanukipadelobaricasunetomivepoluganiferadoquichoustrantendelbermonval', 1 + 2 * (n %% 38)::int, 2);
            create temp macro word(n) as syllable(n) || syllable(n // 38 + 7) || syllable(n // 5 + n // 1444)
              || case when n %% 3 = 0 then syllable(n // 11 + 3) else '' end || case when n %% 5 = 0 then 's' else '' end;
            create temp macro drawn(a, b) as word(cast(floor(pow(%1$d, chance(a, b))) as bigint));
            create temp macro person(n) as upper(substr(word(n * 7 + 1), 1, 1)) || substr(word(n * 7 + 1), 2) || ' '
              || upper(substr(word(n * 13 + 5), 1, 1)) || substr(word(n * 13 + 5), 2);
            """.formatted(WORDS);

    private static final String ROWS = """
            insert into production (house, id, title, genre, producer, description, run)
            select 1 + p %% %1$d, p, upper(substr(drawn(p, 1), 1, 1)) || substr(drawn(p, 1), 2)
                || case when chance(p, 2) < 0.7 then ' ' || drawn(p, 3) else '' end
                || case when chance(p, 4) < 0.4 then ' ' || drawn(p, 5) else '' end,
              ['Théâtre', 'Concert', 'Danse', 'Opéra', 'Jazz', 'Cirque', 'Jeune public', 'Humour'][1 + (p %% 97 %% 8)],
              case when chance(p, 6) < 0.3 then person(p %% 300) end,
              (select string_agg(drawn(p, 100 + w), ' ') from range(25) r(w)), 1
            from range(%2$d) r(p) order by 1;
            insert into venue (house, id, name, postcode, city, region, country, run)
            select 1 + v %% %1$d, v + 1, 'Salle ' || word(v * 3 + 2), t.postcode, t.nom, 'Région ' || t.region, 'FR', 1
            from range(%1$d * 3) r(v) join towns t on t.place = v %% 700 order by 1;
            insert into performance (house, id, production, venue, hall, starts_local, day, state, event_type, run)
            select house, row_number() over (order by p, d), p, 1 + (house - 1) + %1$d * (p %% 3), null, day + interval 20 hour, day,
              'scheduled', case when chance(p, 9) < 0.2 then 'Représentation scolaire' else 'Représentation' end, 1
            from (
              select 1 + p %% %1$d as house, p, d,
                cast(date '2021-09-01' + cast(floor(chance(p, 7) * 2400) as int) + cast(d * (1 + p %% 3) as int) as date) as day
              from range(%2$d) r(p), range(40) s(d)
              where d < 1 + floor(-ln(1 - chance(p, 8)) * (%3$d - 1) + 0.5)
            ) order by 1;
            insert into work (house, id, title, run)
            select 1 + p %% %1$d, p, drawn(p, 20) || ' ' || drawn(p, 21), 1 from range(%2$d) r(p) where p %% 3 = 0 order by 1;
            insert into programme_item (house, performance, position, work, interval, run)
            select house, id, 1, production, false, 1 from performance where production %% 3 = 0 order by 1;
            insert into contribution (house, performance, position, name, role, run)
            select house, id, 1, person(cast(floor(pow(%4$d, chance(production, 30))) as bigint)), 'compositeur', 1
            from performance where production %% 3 = 0 order by 1;
            insert into contribution (house, performance, position, name, role, run)
            select house, id, null, person(cast(floor(pow(%4$d, chance(production, 40 + n))) as bigint)), 'interprète', 1
            from performance, range(4) r(n) order by 1;
            insert into description (house, kind, thing, property, language, value, source, run)
            select house, 'production', id, s.property, '', s.value, 'bench', 1 from (
              select house, id, unnest([
                {'property': 'age_from', 'value': case when chance(id, 50) < 0.6 then cast(cast(floor(chance(id, 51) * 14) as int) as varchar) end},
                {'property': 'age_to', 'value': case when chance(id, 50) < 0.1 then cast(15 + cast(floor(chance(id, 52) * 80) as int) as varchar) end},
                {'property': 'languages', 'value': case when chance(id, 53) < 0.5 then ['fr', 'fr', 'fr', 'en', 'de, fr', 'nl'][1 + id %% 6] end},
                {'property': 'surtitles', 'value': case when chance(id, 54) < 0.1 then ['fr', 'en', 'fr, en'][1 + id %% 3] end}]) as s
              from production) where s.value is not null order by 1, 3;
            insert into description (house, kind, thing, property, language, value, source, run)
            select house, 'performance', id, s.property, '', s.value, 'bench', 1 from (
              select house, id, unnest([
                {'property': 'price_from', 'value': case when chance(production, 60) < 0.7 then
                  cast(500 * cast(floor(chance(production, 61) * 9) as int) + case when chance(production, 62) < 0.2 and dayofweek(day) in (0, 6) then 500 else 0 end as varchar) end},
                {'property': 'availability', 'value': case when chance(id, 63) < 0.1 then 'sold-out' when chance(id, 63) < 0.15 then 'few-left' end},
                {'property': 'accessibility', 'value': case when chance(id, 64) < 0.1 then ['LSF', 'Audiodescription', 'Relax', 'hi, vi'][1 + id %% 4] end},
                {'property': 'festival', 'value': case when chance(production, 66) < 0.15 then 'Festival ' || word(production %% 200 * 17 + 3) end},
                {'property': 'series', 'value': case when chance(id, 67) < 0.1 then 'Les ' || word(house * 5 + 1) end},
                {'property': 'attendance', 'value': case when chance(production, 65) < 0.02 then 'mixed' end}]) as s
              from performance) where s.value is not null order by 1, 3;
            """;

    /** The towns of the venues: the largest communes of France that have a postcode. */
    private static final String TOWNS = """
            create temp table towns as select row_number() over (order by population desc, code_insee) - 1 as place, nom, region,
              split_part(codes_postaux, '|', 1) as postcode
            from read_csv('hub/src/main/resources/data/geo-france/communes.csv.gz', all_varchar = false,
              types = {'codes_postaux': 'VARCHAR', 'code_insee': 'VARCHAR', 'region': 'VARCHAR'})
            where codes_postaux is not null and longitude is not null limit 700
            """;

    private SearchRows() {}

    /** @return how many performances were made, near the number asked for */
    static long fill(Warehouse warehouse, long performances) {
        warehouse.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(MACROS);
                statement.execute(TOWNS);
                for (String one : ROWS.formatted(HOUSES, performances / DATES_PER_RUN, DATES_PER_RUN, NAMES)
                        .split(";")) {
                    if (!one.isBlank()) {
                        statement.execute(one);
                    }
                }
                return true;
            }
        });
        return count(warehouse);
    }

    /** What is measured on a full index. */
    interface Measuring {
        /**
         * @param performances that were made
         * @param seconds in which the index was made anew
         */
        void on(Warehouse warehouse, WarehouseSearch search, Path index, long performances, double seconds)
                throws Exception;
    }

    /** What is measured without an index. */
    interface MeasuringRows {
        /** @param performances that were made */
        void on(Warehouse warehouse, long performances) throws Exception;
    }

    /** Measures on a warehouse of that size, which is made on first use and kept. */
    static void inWarehouse(Path work, long wanted, MeasuringRows measuring) throws Exception {
        Path folder = folder(work, wanted);
        boolean filled = Files.exists(folder.resolve("filled"));
        if (!filled) {
            BenchNode.delete(folder);
            Files.createDirectories(folder);
        }
        try (Warehouse warehouse = Warehouse.open(folder.resolve("warehouse.duckdb"), "1GB")) {
            long performances = filled ? count(warehouse) : fill(warehouse, wanted);
            if (!filled) {
                Files.createFile(folder.resolve("filled"));
            }
            measuring.on(warehouse, performances);
        }
    }

    /** The same with an index made anew. */
    static void inIndex(Path work, long wanted, Measuring measuring) throws Exception {
        Path index = folder(work, wanted).resolve("index");
        inWarehouse(work, wanted, (warehouse, performances) -> {
            BenchNode.delete(index);
            List<House> houses = houses();
            try (WarehouseSearch search = new WarehouseSearch(index, warehouse, () -> houses, () -> false, NOW)) {
                double made = Stopwatch.seconds(() -> settle(search));
                measuring.on(warehouse, search, index, performances, made);
            }
        });
    }

    private static Path folder(Path work, long wanted) {
        return work.resolve("described-" + wanted);
    }

    private static void settle(WarehouseSearch search) {
        if (!search.settle(Duration.ofMinutes(30))) {
            throw new IllegalStateException("the index was not made");
        }
    }

    static long count(Warehouse warehouse) {
        return warehouse.read(connection -> {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from performance")) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    static List<House> houses() {
        List<House> houses = new ArrayList<>();
        for (int number = 1; number <= HOUSES; number++) {
            houses.add(new House(
                    new HouseId(number),
                    "house-" + number,
                    "Maison " + number,
                    Discipline.THEATRE,
                    400,
                    PostalAddress.UNKNOWN,
                    null,
                    ZoneId.of("Europe/Paris"),
                    Currency.getInstance("EUR"),
                    true));
        }
        return houses;
    }
}
