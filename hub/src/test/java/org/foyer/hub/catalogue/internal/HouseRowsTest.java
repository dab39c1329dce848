package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.foyer.hub.catalogue.internal.HouseRows.Told;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HouseRowsTest {

    private static final int LIMIT = 4;

    /** How many things each house has, by its number. */
    private final Map<Integer, Integer> things = Map.of(7, 3, 2, 9, 5, 0, 1, 4, 9, 1);

    private final List<House> houses = List.of(house(7), house(2), house(5), house(1), house(9));
    private int pages;

    private List<Told<String>> page(List<House> from, @Nullable String behind) {
        pages++;
        List<Told<String>> all = new ArrayList<>();
        for (House house : from) {
            IntStream.rangeClosed(1, things.get(house.id().value()))
                    .mapToObj(at -> house.id().value() + "." + at)
                    .filter(thing -> house != from.get(0) || behind == null || thing.compareTo(behind) > 0)
                    .forEach(thing -> all.add(Told.of(house.id(), thing, Map.of())));
        }
        return all.subList(0, Math.min(LIMIT, all.size()));
    }

    private static List<String> of(HouseRows<String> rows, House house) throws IOException {
        List<String> taken = new ArrayList<>();
        rows.each(house, (thing, ids) -> taken.add(thing));
        return taken;
    }

    @Test
    void eachHouseTakesItsOwnWhereverPagesEnd() throws IOException {
        HouseRows<String> rows = new HouseRows<>(houses, LIMIT, this::page);
        assertThat(of(rows, houses.get(0))).containsExactly("7.1", "7.2", "7.3");
        assertThat(of(rows, houses.get(1)))
                .containsExactly("2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9");
        assertThat(of(rows, houses.get(2))).isEmpty();
        assertThat(of(rows, houses.get(3))).containsExactly("1.1", "1.2", "1.3", "1.4");
        assertThat(of(rows, houses.get(4))).containsExactly("9.1");
        assertThat(pages).isEqualTo(17 / LIMIT + 1);
    }

    @Test
    void whatALeftOutHouseHasIsNotReadAndTakenByNobodyElse() throws IOException {
        HouseRows<String> rows = new HouseRows<>(houses, LIMIT, this::page);
        assertThat(of(rows, houses.get(0))).hasSize(3);
        assertThat(of(rows, houses.get(3))).containsExactly("1.1", "1.2", "1.3", "1.4");
        assertThat(pages)
                .as("of nine things of the second house none was read but the first")
                .isEqualTo(3);
    }

    static House house(int number) {
        return new House(
                new HouseId(number),
                "house-" + number,
                "Maison " + number,
                Discipline.THEATRE,
                100,
                PostalAddress.UNKNOWN,
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false);
    }
}
