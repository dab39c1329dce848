package org.foyer.hub.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated customers whose parameters are known. */
class CustomerModelsTest {

    @TempDir
    Path folder;

    private final RandomGenerator random = new Well19937c(16);

    private CustomerFit fit(CustomerModelKind kind, String csv) throws IOException {
        Path file = folder.resolve("customers.csv");
        Files.writeString(file, csv);
        return CustomerModels.fit(new CustomerOrder(kind, file, 10.0, folder.resolve("scores.csv")));
    }

    private double gamma(double shape, double rate) {
        return new GammaDistribution(random, shape, 1 / rate).sample();
    }

    private double beta(double a, double b) {
        return new BetaDistribution(random, a, b).sample();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    @Test
    void bgNbdFindsTheParametersOfSimulatedCustomers() throws IOException {
        StringBuilder csv = new StringBuilder("x,t_x,T\n");
        for (int customer = 0; customer < 3_000; customer++) {
            double length = 30 + customer % 10;
            double rate = gamma(0.8, 6);
            double leaves = beta(0.9, 2.5);
            int visits = 0;
            double last = 0;
            for (double at = -Math.log(random.nextDouble()) / rate; at <= length; ) {
                visits++;
                last = at;
                at += random.nextDouble() < leaves ? length : -Math.log(random.nextDouble()) / rate;
            }
            csv.append("%d,%s,%s%n".formatted(visits, number(last), number(length)));
        }
        CustomerFit fit = fit(CustomerModelKind.BG_NBD, csv.toString());
        assertThat(fit.customers()).isEqualTo(3_000);
        assertThat(fit.parameters().get("r")).isCloseTo(0.8, within(0.12));
        assertThat(fit.parameters().get("alpha")).isCloseTo(6, within(1.2));
        double leaves = fit.parameters().get("a")
                / (fit.parameters().get("a") + fit.parameters().get("b"));
        assertThat(leaves).isCloseTo(0.9 / 3.4, within(0.05));
        assertThat(fit.holdOut()).isNull();
        List<String> scores = Files.readAllLines(folder.resolve("scores.csv"));
        assertThat(scores).hasSize(3_001).element(0).isEqualTo("customer,expected,p_alive");
    }

    /** Many share a past, so one row stands for several; the likelihood is that of all. */
    /** Where everybody pays the same, no parameters are the likeliest. */
    @Test
    void whatHasNoSummitEndsAndSaysThatItStandsAtTheEdge() throws IOException {
        CustomerFit fit =
                fit(CustomerModelKind.GAMMA_GAMMA, "x,m_x,customers\n1,1234.5,10\n2,1234.5,20\n5,1234.5,50\n");
        assertThat(fit.warnings()).containsExactly("model-parameter-at-edge");
        assertThat(fit.logLikelihood()).isFinite();
    }

    @Test
    void bgBbFindsTheShareThatComesAndCountsCustomersOfARow() throws IOException {
        StringBuilder csv = new StringBuilder("x,t_x,n,count\n");
        StringBuilder twice = new StringBuilder("x,t_x,n,count\n");
        for (int customer = 0; customer < 4_000; customer++) {
            double comes = beta(1.2, 0.75);
            double leaves = beta(0.66, 2.8);
            int visits = 0;
            int last = 0;
            for (int season = 1; season <= 6 && random.nextDouble() >= leaves; season++) {
                if (random.nextDouble() < comes) {
                    visits++;
                    last = season;
                }
            }
            csv.append("%d,%d,6,1%n".formatted(visits, last));
            twice.append("%d,%d,6,2%n".formatted(visits, last));
        }
        CustomerFit once = fit(CustomerModelKind.BG_BB, csv.toString());
        double mean = once.parameters().get("alpha")
                / (once.parameters().get("alpha") + once.parameters().get("beta"));
        assertThat(mean).isCloseTo(1.2 / 1.95, within(0.04));
        CustomerFit both = fit(CustomerModelKind.BG_BB, twice.toString());
        assertThat(both.customers()).isEqualTo(8_000);
        assertThat(both.logLikelihood()).isCloseTo(2 * once.logLikelihood(), within(0.01));
    }

    /** Regular visitors every two weeks who never leave: the later third is told better than by counting. */
    @Test
    void visitsAreJudgedByTheirLaterThird() throws IOException {
        StringBuilder csv = new StringBuilder("customer,date,amount\n");
        Random days = new Random(9);
        LocalDate first = LocalDate.of(2024, 1, 1);
        for (int customer = 0; customer < 400; customer++) {
            int gap = 10 + days.nextInt(90);
            for (int day = days.nextInt(60); day < 700; day += 1 + days.nextInt(2 * gap)) {
                csv.append("c%d,%s,20%n".formatted(customer, first.plusDays(day)));
            }
        }
        CustomerFit fit = fit(CustomerModelKind.PARETO_NBD, csv.toString());
        CustomerFit.HoldOut holdOut = fit.holdOut();
        assertThat(holdOut).isNotNull();
        assertThat(holdOut.length()).isCloseTo(33, within(1.0));
        assertThat(holdOut.expectedTotal()).isCloseTo(holdOut.seenTotal(), within(holdOut.seenTotal() * 0.15));
        assertThat(holdOut.error()).isLessThan(holdOut.naiveError());
    }

    @Test
    void aHoldOutColumnIsCompared() throws IOException {
        CustomerFit fit = fit(CustomerModelKind.BG_NBD, "x,t_x,T,x_star\n3,20,30,1\n0,0,30,0\n1,4,30,0\n6,29,30,2\n");
        assertThat(fit.holdOut()).isNotNull();
        assertThat(fit.holdOut().seenTotal()).isEqualTo(3);
        // naive: 3/30, 0, 1/30 and 6/30 a week for ten weeks: 1, 0, 1/3 and 2; wrong by 0, 0, 1/3 and 0
        assertThat(fit.holdOut().naiveError()).isCloseTo(1 / 12.0, within(1e-9));
    }

    @Test
    void everythingThatCannotBeIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> fit(CustomerModelKind.BG_NBD, "a,b\n1,2\n"))
                .isInstanceOfSatisfying(
                        CustomerFileRefused.class, e -> assertThat(e.code()).isEqualTo("model-columns-missing"));
        assertThatThrownBy(() -> fit(CustomerModelKind.BG_NBD, "x,t_x,T\n1,4,30\n2,31,30\n0,3,30\n"))
                .isInstanceOfSatisfying(CustomerFileRefused.class, e -> {
                    assertThat(e.code()).isEqualTo("model-row-bad");
                    assertThat(e.arguments()).startsWith("2").endsWith("2");
                });
        assertThatThrownBy(() -> fit(CustomerModelKind.BG_NBD, "x,t_x,T\n0,0,30\n"))
                .isInstanceOfSatisfying(
                        CustomerFileRefused.class, e -> assertThat(e.code()).isEqualTo("model-nobody-returned"));
        assertThatThrownBy(() -> fit(CustomerModelKind.PARETO_NBD, "customer,date\na,2024-01-01\nb,soon\n"))
                .isInstanceOfSatisfying(CustomerFileRefused.class, e -> {
                    assertThat(e.code()).isEqualTo("model-date-bad");
                    assertThat(e.arguments()).startsWith("2");
                });
    }
}
