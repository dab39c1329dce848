package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.model.Season;

/** What is told as of a day is what would have been told on that day. */
class AsOfTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Season SEASON = new Season(2024);

    /** The life of one ticket: sold, perhaps cancelled, perhaps scanned, in days from the first. */
    record Ticket(
            int performance,
            int sold,
            int cancelledAfter,
            int scanned,
            int amount,
            int tariff,
            int channel,
            int order) {}

    private static Path folder;
    private static BoxOffice office;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("as-of");
        office = new BoxOffice(folder);
    }

    @AfterContainer
    static void close() throws IOException {
        office.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<List<Ticket>> tickets() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 45),
                        Arbitraries.integers().between(-20, 20),
                        Arbitraries.integers().between(20, 40),
                        Arbitraries.of(0, 1500, 2500),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 5))
                .as(Ticket::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    @Property(tries = 15, seed = "20250124", shrinking = ShrinkingMode.BOUNDED)
    void laterMovementsChangeNothingThatWasTold(@ForAll("tickets") List<Ticket> tickets, @ForAll("days") int days) {
        LocalDate asOf = FIRST.plusDays(days);
        BoxOffice.House whole = house(tickets, LocalDate.MAX);
        BoxOffice.House then = house(tickets, asOf);
        assertThat(told(whole, asOf)).isEqualTo(told(then, asOf));
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, 50);
    }

    private static List<Object> told(BoxOffice.House house, LocalDate asOf) {
        CubeFigures figures = house.figures();
        List<Object> told = new ArrayList<>();
        told.add(figures.season(house.id, SEASON, asOf).figures());
        told.add(figures.performance(house.id, 2, asOf).map(FigureSheet::figures));
        told.add(figures.performances(house.id, SEASON, asOf, 0, 10));
        told.add(figures.weeks(house.id, SEASON, asOf));
        Optional<BookingCurve> curve = figures.bookingCurve(house.id, 2, asOf);
        told.add(curve);
        return told;
    }

    private static BoxOffice.House house(List<Ticket> tickets, LocalDate upTo) {
        return office.house()
                .productions("1 | Phèdre | theatre\n2 | Gala | -")
                .performances("""
                        1 | 1 | 2025-01-22T20:00 | scheduled | 8 | - | 20000
                        2 | 1 | 2025-01-24T00:30 | scheduled | 9 | 1 | -
                        3 | 1 | 2025-02-05T20:00 | scheduled | - | - | -
                        4 | 2 | 2025-02-08T20:00 | cancelled | 8 | - | -
                        """)
                .labels("tariff | 1 | Plein | full\nchannel | 1 | Site | web\nchannel | 2 | Kiosque | -")
                .lines(lines(tickets, upTo))
                .entries(entries(tickets, upTo))
                .counted();
    }

    private static String lines(List<Ticket> tickets, LocalDate upTo) {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < tickets.size(); number++) {
            Ticket ticket = tickets.get(number);
            LocalDate sold = FIRST.plusDays(ticket.sold);
            LocalDate cancelled = sold.plusDays(ticket.cancelledAfter);
            if (!sold.isAfter(upTo)) {
                lines.append(line(ticket, number, sold, sold, "sale"));
            }
            if (ticket.cancelledAfter > 0 && !cancelled.isAfter(upTo)) {
                lines.append(line(ticket, number, cancelled, sold, "cancellation"));
            }
        }
        return lines.toString();
    }

    private static String line(Ticket ticket, int number, LocalDate day, LocalDate first, String operation) {
        int sign = operation.equals("sale") ? 1 : -1;
        return "%d | %s | %s | %s | %d | %s | %s | - | %s | - | %s | t%d%n"
                .formatted(
                        ticket.performance,
                        day,
                        first,
                        operation,
                        sign * ticket.amount,
                        ticket.order % 2 == 0 ? "-" : Integer.toString(sign * 2500),
                        word(ticket.tariff),
                        word(ticket.channel),
                        ticket.order == 0 ? "-" : "o" + ticket.order,
                        number);
    }

    private static String word(int id) {
        return id == 0 ? "-" : Integer.toString(id);
    }

    private static String entries(List<Ticket> tickets, LocalDate upTo) {
        return java.util.stream.IntStream.range(0, tickets.size())
                .filter(number -> tickets.get(number).scanned < 35)
                .filter(number -> !FIRST.plusDays(tickets.get(number).scanned).isAfter(upTo))
                .mapToObj(number -> "%d | t%d | %sT12:00:00"
                        .formatted(
                                tickets.get(number).performance, number, FIRST.plusDays(tickets.get(number).scanned)))
                .collect(Collectors.joining("\n"));
    }
}
