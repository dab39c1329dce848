package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;

import java.nio.file.Path;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of orders in JSON: an order is one record of the file and one row for each of its tickets. */
class OrdersOfSeveralTicketsTest {

    private static final String HEAD = "{\"count\":2,\"next\":null,\"previous\":null,\"results\":[\n";

    @TempDir
    Path folder;

    IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        String night = "{\"id\":7,\"event\":\"lear\",\"date_from\":\"2025-06-21T18:30:00Z\",\"is_public\":true,"
                + "\"name\":{\"en\":\"Lear\"}}";
        assertThat(load("nights.json", night).problems()).isEmpty();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private static String order(String code, String status, String email, int tickets) {
        StringBuilder positions = new StringBuilder();
        for (int i = 1; i <= tickets; i++) {
            positions
                    .append(i == 1 ? "" : ",")
                    .append("{\"id\":%1$s%2$d,\"order\":\"O%1$s\",\"positionid\":%2$d,\"item\":1,\"variation\":null,"
                            .formatted(code, i))
                    .append("\"price\":\"10.00\",\"canceled\":false,\"tax_rate\":\"0.00\",\"tax_value\":\"0.00\",")
                    .append("\"secret\":\"s\",\"subevent\":7,\"checkins\":[]}");
        }
        return ("{\"code\":\"O%s\",\"event\":\"lear\",\"status\":\"%s\",\"testmode\":false,\"email\":\"%s\","
                        + "\"datetime\":\"2025-05-20T10:00:00Z\",\"sales_channel\":\"web\",\"customer\":\"C%s\","
                        + "\"last_modified\":\"2025-05-21T10:00:00Z\",\"positions\":[%s]}\n")
                .formatted(code, status, email, code, positions);
    }

    private RunReport load(String name, String... orders) {
        return stand.run(LONDON, stand.receive(name, HEAD + String.join(",", orders) + "]}"));
    }

    @Test
    void eachTicketIsARowAndTheBuyerIsOne() {
        RunReport first = load("a.json", order("1", "p", "ann@old.example", 3), order("2", "p", "bea@x.example", 1));
        assertThat(first.state()).as("%s", first.problems()).isEqualTo(RunState.COMMITTED);
        assertThat(first.read()).isEqualTo(4);
        assertThat(first.taken()).isEqualTo(4);
        assertThat(stand.query("select count(*) from personal.person")).containsExactly("2");
        assertThat(stand.query("select count(*), sum(amount) from sale_line")).containsExactly("4|4000");
    }

    @Test
    void contactsOfAnOrderAreToldOnceForAllItsTickets() {
        load("a.json", order("1", "p", "ann@old.example", 3), order("2", "p", "bea@x.example", 1));
        stand.now = stand.now.plusSeconds(86_400);
        RunReport second = load("b.json", order("1", "p", "ann@new.example", 3), order("2", "c", "bea@x.example", 1));
        assertThat(second.state()).as("%s", second.problems()).isEqualTo(RunState.COMMITTED);
        assertThat(second.read()).isEqualTo(4);
        assertThat(second.taken())
                .as("the row that tells the contacts, and the one called off")
                .isEqualTo(2);
        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(stand.query("select email from personal.buyer order by 1"))
                .containsExactly("ann@new.example", "bea@x.example");
        assertThat(stand.query("select count(*) from personal.buyer_statement where email = 'ann@new.example'"))
                .containsExactly("1");
        RunReport third = load("c.json", order("1", "p", "ann@new.example", 3), order("2", "c", "bea@x.example", 1));
        assertThat(third.taken()).isZero();
        assertThat(third.unchanged()).isEqualTo(4);
    }
}
