package org.foyer.hub.catalogue.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.Warehouse;

/** A warehouse filled from an SQL file, and the house it belongs to. */
final class Fixture {

    static final LocalDate FIRST = LocalDate.of(1800, 1, 1);
    static final LocalDate LAST = LocalDate.of(2200, 1, 1);
    static final String BASE = "https://node.example";

    /** Identifiers of other registers and a place on the earth, for things of the programme. */
    static final String OUTSIDE = """
            insert into found_outside
            select 1, kind, thing, property, value, false, 'a-source', 1, null from (values
              ('production', 1000001, 'rof', 'P-12'), ('production', 1000001, 'wikidata', 'Q12'),
              ('venue', 1000001, 'siret', '73282932000074'), ('venue', 1000001, 'isni', '000000012146438X'),
              ('venue', 1000001, 'openagenda', '1234'), ('house', 0, 'siren', '732829320'),
              ('work', (select min(work) from programme_item where house = 1), 'ark', 'ark:/12148/cb11907966z'),
              ('work', (select min(work) from programme_item where house = 1), 'frbnf', 'FRBNF11907966'),
              ('name', (select name_number(min(name)) from contribution where house = 1), 'viaf', '95216565'))
              t(kind, thing, property, value);
            update venue set latitude = 45.764043, longitude = 4.835659 where house = 1 and id = 1000001;
            """;

    private Fixture() {}

    static House house(String zone, boolean simulated) {
        return new House(
                new HouseId(1),
                "celestins",
                "Les Célestins",
                Discipline.THEATRE,
                700,
                PostalAddress.UNKNOWN,
                "https://house.example",
                ZoneId.of(zone),
                Currency.getInstance("EUR"),
                simulated);
    }

    static void fill(Warehouse warehouse, String sql) {
        warehouse.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    static String resource(String path) {
        try (InputStream in = Fixture.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String jsonLd(Warehouse warehouse, House house) {
        return text(out -> new WarehouseProgramme(warehouse).writeJsonLd(house, FIRST, LAST, BASE, out));
    }

    static String calendar(Warehouse warehouse, House house) {
        return text(out -> new WarehouseProgramme(warehouse).writeICalendar(house, FIRST, LAST, BASE, out));
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static String text(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
