package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.foyer.hub.insight.CustomerFit;
import org.foyer.hub.insight.CustomerModelKind;
import org.foyer.hub.insight.CustomerModels;
import org.foyer.hub.insight.CustomerOrder;
import org.foyer.hub.insight.ExpectedMoney;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.ExpectedPurchases.HoldOut;
import org.foyer.hub.insight.ExpectedPurchases.Trial;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.simulation.SimulationProgress;
import org.foyer.hub.simulation.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A simulated house on its way through the intake: what the year held out says is worked out again from the sale lines, one by one,
 * and with {@code foyer model} on a file.
 */
class SimulatedPurchasesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final HouseId ID = new HouseId(11);
    private static final int DAYS = 364;

    @TempDir
    Path folder;

    /** Days on which a buyer bought what they held, as known at the cut, and those after it of what they hold now. */
    private static final class Buyer {
        final TreeSet<LocalDate> known = new TreeSet<>();
        final Set<LocalDate> later = new HashSet<>();
    }

    @Test
    void theErrorOfTheYearHeldOutIsThatOfAnotherComputation() throws IOException {
        SimulatedHouse simulated = Simulator.simulate(
                        new SimulationPlan(1, 30_000, 1789, TODAY, 4, folder.resolve("files")), SimulationProgress.NONE)
                .houses()
                .get(0);
        try (IntakeStand stand = new IntakeStand(folder.resolve("node"))) {
            stand.now = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
            stand.addHouse(ID.value(), simulated.slug(), simulated.zone(), simulated.currency());
            load(stand, simulated);
            ExpectedPurchases told =
                    new AudienceFigures(stand.warehouse, new AnyHouse(Currency.getInstance("EUR"))).expected(ID, TODAY);
            HoldOut holdOut = told.holdOut();
            assertThat(holdOut).isNotNull();
            assertThat(told.verdict()).isEqualTo(ExpectedPurchases.Verdict.SHOWN);
            Map<String, Buyer> buyers = buyers(stand, told.knownUntil(), holdOut.cut());
            assertThat(holdOut.buyers()).isEqualTo(buyers.size());
            assertThat(holdOut.seen())
                    .isEqualTo(buyers.values().stream()
                            .mapToLong(buyer -> buyer.later.size())
                            .sum());
            assertThat(holdOut.models()).extracting(Trial::rule).containsExactlyInAnyOrder("bgnbd", "pareto-nbd");
            for (Trial trial : holdOut.models()) {
                CustomerFit.HoldOut again = byFile(buyers, holdOut.cut(), trial.rule());
                assertThat(trial.expected()).isCloseTo(again.expectedTotal(), within(0.05));
                assertThat(trial.meanError()).isCloseTo(again.error(), within(1e-4));
                assertThat(again.seenTotal()).isEqualTo(holdOut.seen());
            }
            LocalDate year = holdOut.cut().minusDays(DAYS);
            double errors = 0;
            for (Buyer buyer : buyers.values()) {
                errors += Math.abs(buyer.known.tailSet(year, false).size() - buyer.later.size());
            }
            assertThat(holdOut.naive().meanError()).isCloseTo(errors / buyers.size(), within(1e-9));
            moneyIsThatOfTheSaleLines(stand, told, holdOut.cut());
        }
    }

    /** What was paid for tickets first sold after the cut and held at the end, by those who had bought before it. */
    private static void moneyIsThatOfTheSaleLines(IntakeStand stand, ExpectedPurchases told, LocalDate cut) {
        ExpectedMoney money = told.money();
        assertThat(money).isNotNull();
        assertThat(Double.parseDouble(
                        stand.query("""
                        with held as (
                          select s.person, s.performance, s.first_day, sum(s.amount) as paid from sale_line s
                          join performance p on p.house = s.house and p.id = s.performance
                          where s.house = 11 and s.person is not null and s.operation in ('sale', 'cancellation')
                            and p.state not in ('cancelled', 'postponed') and s.day <= '%2$s'
                          group by all having sum(s.quantity) > 0)
                        select sum(paid)::double from held where first_day > '%1$s' and person in (
                          select person from (select person, performance, first_day, sum(quantity) as held
                            from sale_line where house = 11 and day <= '%1$s' and first_day <= '%1$s'
                              and operation in ('sale', 'cancellation')
                              and performance in (select id from performance where house = 11
                                and state not in ('cancelled', 'postponed'))
                            group by all) where held > 0)
                        """.formatted(cut, told.knownUntil())).get(0)))
                .isEqualTo(money.tried().seen());
        assertThat(money.expected() != null).isEqualTo(money.tried().better());
    }

    /** One row for each buyer, as {@code foyer model} takes them. */
    private CustomerFit.HoldOut byFile(Map<String, Buyer> buyers, LocalDate cut, String model) throws IOException {
        StringBuilder rows = new StringBuilder("x,t_x,T,x_star\n");
        for (Buyer buyer : buyers.values()) {
            int repeats = buyer.known.size() - 1;
            long last = repeats == 0 ? 0 : Math.max(1, weeks(buyer.known.first(), buyer.known.last()));
            long length = Math.max(last, weeks(buyer.known.first(), cut));
            rows.append("%d,%d,%d,%d%n".formatted(repeats, last, length, buyer.later.size()));
        }
        Path file = Files.writeString(folder.resolve(model + ".csv"), rows);
        CustomerFit fit = CustomerModels.fit(
                new CustomerOrder(CustomerModelKind.byKey(model).orElseThrow(), file, 52.0, null));
        assertThat(fit.holdOut()).isNotNull();
        return fit.holdOut();
    }

    private static long weeks(LocalDate from, LocalDate to) {
        return Math.round(ChronoUnit.DAYS.between(from, to) / 7.0);
    }

    /** From the lines themselves: buyer, performance and day on which a ticket was first sold, with what was held when. */
    private static Map<String, Buyer> buyers(IntakeStand stand, LocalDate until, LocalDate cut) {
        Map<String, int[]> held = new TreeMap<>();
        for (String row : stand.query("select s.person, s.performance, s.first_day, s.day, s.quantity from sale_line s"
                + " join performance p on p.house = s.house and p.id = s.performance where s.house = 11"
                + " and s.person is not null and s.operation in ('sale', 'cancellation')"
                + " and p.state not in ('cancelled', 'postponed')")) {
            String[] line = row.split("\\|");
            LocalDate day = LocalDate.parse(line[3]);
            if (!day.isAfter(until)) {
                int[] sums = held.computeIfAbsent(line[0] + " " + line[1] + " " + line[2], key -> new int[2]);
                int quantity = Integer.parseInt(line[4]);
                sums[0] += quantity;
                sums[1] += day.isAfter(cut) ? 0 : quantity;
            }
        }
        Map<String, Buyer> buyers = new TreeMap<>();
        held.forEach((key, sums) -> {
            Buyer buyer = buyers.computeIfAbsent(key.split(" ")[0], person -> new Buyer());
            LocalDate bought = LocalDate.parse(key.split(" ")[2]);
            if (bought.isAfter(cut) && sums[0] > 0) {
                buyer.later.add(bought);
            } else if (!bought.isAfter(cut) && sums[1] > 0) {
                buyer.known.add(bought);
            }
        });
        buyers.values().removeIf(buyer -> buyer.known.isEmpty());
        return buyers;
    }

    private void load(IntakeStand stand, SimulatedHouse house) throws IOException {
        for (SimulatedFile file : house.files()) {
            if (file.kind().isImported()) {
                Path path = folder.resolve("files").resolve(file.path());
                try (InputStream in = Files.newInputStream(path)) {
                    stand.run(ID, stand.intake.receive(ID, path.getFileName().toString(), in));
                }
            }
        }
    }
}
