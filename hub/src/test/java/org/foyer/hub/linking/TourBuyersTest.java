package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.linking.TourBuyers.Counted;
import org.foyer.hub.linking.TourBuyers.Shown;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three houses that know the same hundred people, numbered from one, and play one show on dates 0 and 1; date 2 is another show. */
class TourBuyersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    private BuyerStand stand;
    private final List<House> houses = new ArrayList<>();

    @BeforeEach
    void threeHouses() {
        stand = new BuyerStand(folder);
        for (int house = 0; house < 3; house++) {
            List<String> lines = new ArrayList<>();
            for (int i = 1; i <= 100; i++) {
                lines.add("%d|Anne|Martin|%s|||||".formatted(i, i == 100 ? "" : "buyer" + i + "@boite.example"));
            }
            House made = stand.house();
            stand.buyers(made, lines);
            houses.add(made);
            for (int date = 0; date < 3; date++) {
                stand.change(made, """
                        insert into performance (house, id, production, day, state, run) values (?, %d, 1, date '2026-02-0%d', 'scheduled', 1)
                        """.formatted(date, date + 1));
            }
        }
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private void sold(int house, int date, int from, int to) {
        line(house, date, from, to, "sale", 1, "2026-01-10");
    }

    private void line(int house, int date, int from, int to, String operation, int quantity, String day) {
        stand.change(houses.get(house), """
                insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, person, ticket, run, line)
                select ?::smallint, %d, timestamp '2026-01-10', date '%s', date '2026-01-10', '%s', %d, 0, p, 't' || p, 1, p
                from range(%d, %d) r(p)
                """.formatted(date, day, operation, quantity, from, to + 1));
    }

    private Counted counted(int... of) throws OverlapRefused {
        List<Shown> shown = new ArrayList<>();
        for (int house : of) {
            shown.add(new Shown(houses.get(house), List.of(0L, 1L)));
        }
        return new TourBuyers(stand.warehouse).of(shown, DAY);
    }

    @Test
    void eachIsCountedOnceAndThoseOfTwoHousesAreTold() throws OverlapRefused {
        sold(0, 0, 1, 40);
        sold(0, 1, 30, 50); // twice in one house is one place
        sold(1, 0, 41, 60);
        sold(2, 0, 50, 70);
        assertThat(counted(0, 1, 2))
                .as("1 to 70; 41 to 50 in the first two, 50 to 60 in the last two, 50 in all three")
                .isEqualTo(new Counted(70, 20));
        assertThat(counted(0, 2)).isEqualTo(new Counted(70, 1));
        assertThat(counted(1)).isEqualTo(new Counted(20, 0));
    }

    @Test
    void otherShowsLaterSalesReturnsCancelledDatesAndObjectionsCountForNothing() throws OverlapRefused {
        sold(0, 0, 1, 20);
        sold(1, 0, 1, 20);
        sold(1, 2, 21, 40); // another show
        line(1, 0, 41, 50, "sale", 1, "2026-03-02"); // after the day
        line(1, 0, 1, 5, "cancellation", -1, "2026-02-01");
        sold(0, 0, 100, 100); // without a key
        stand.change(houses.get(0), "insert into figures_objection (house, person) values (?, 20)");
        sold(2, 0, 60, 80);
        stand.change(houses.get(2), "update performance set state = 'cancelled' where house = ? and id = 0");
        assertThat(counted(0, 1, 2))
                .as("1 to 19 in the first, 6 to 20 in the second")
                .isEqualTo(new Counted(20, 14));
    }

    @Test
    void twoBuyersThatAreOnePersonAreOne() throws OverlapRefused {
        sold(0, 0, 1, 2);
        sold(1, 0, 1, 1);
        stand.change(houses.get(0), "insert into same_person select ?::smallint, unnest([1, 2]), 1, 1");
        assertThat(counted(0, 1)).isEqualTo(new Counted(1, 1));
    }
}
