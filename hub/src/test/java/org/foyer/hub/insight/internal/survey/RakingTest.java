package org.foyer.hub.insight.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.foyer.hub.insight.internal.survey.Raking.Margin;
import org.foyer.hub.insight.internal.survey.Raking.Weights;
import org.junit.jupiter.api.Test;

class RakingTest {

    private static final Offset<Double> NEAR = within(1e-4);

    /**
     * Ten answers: 4 × (A, x), 1 × (A, y), 2 × (B, x), 3 × (B, y); targets A 0.5, x 0.4. Raking keeps the odds ratio 4·3 / (1·2) = 6, so the share t of
     * (A, x) solves t (0.1 + t) = 6 (0.5 − t)(0.4 − t): t = 0.3; hence shares 0.3, 0.2, 0.1, 0.4 and weights 3/4, 2/1, 1/2, 4/3.
     */
    @Test
    void aTableOfFourCellsComesOutAsByHand() {
        int[] rows = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        int[] columns = {0, 0, 0, 0, 1, 0, 0, 1, 1, 1};
        Weights raked = Raking.of(
                10, List.of(new Margin(rows, new double[] {0.5, 0.5}), new Margin(columns, new double[] {0.4, 0.6})));
        assertThat(raked.weights()[0]).isCloseTo(0.75, NEAR);
        assertThat(raked.weights()[4]).isCloseTo(2, NEAR);
        assertThat(raked.weights()[5]).isCloseTo(0.5, NEAR);
        assertThat(raked.weights()[9]).isCloseTo(4.0 / 3, NEAR);
        assertThat(raked.off()).isLessThanOrEqualTo(Raking.NEAR);
        assertThat(raked.capped()).isZero();
        // Σw² = 4·9/16 + 4 + 2·1/4 + 3·16/9 = 12.0833…; 100 / 12.0833 = 8.2759
        double squares = Arrays.stream(raked.weights()).map(w -> w * w).sum();
        assertThat(Intervals.effective(10, squares)).isCloseTo(8.2759, within(1e-3));
    }

    @Test
    void oneMarginIsMetInOneRound() {
        Weights raked = Raking.of(4, List.of(new Margin(new int[] {0, 0, 0, 1}, new double[] {0.5, 0.5})));
        assertThat(raked.rounds()).isEqualTo(1);
        assertThat(raked.weights()).containsExactly(new double[] {2.0 / 3, 2.0 / 3, 2.0 / 3, 2}, within(1e-9));
    }

    @Test
    void whoDidNotSayKeepsTheWeight() {
        Weights raked = Raking.of(4, List.of(new Margin(new int[] {0, 0, 1, -1}, new double[] {0.5, 0.5})));
        // known ones: 3 answers, 1.5 for each cell: 0.75, 0.75, 1.5; the mean is 1 with the fourth at 1
        assertThat(raked.weights()).containsExactly(new double[] {0.75, 0.75, 1.5, 1}, within(1e-9));
    }

    @Test
    void marginsAreMetOnAnySampleWhoseCellsAreFilled() {
        for (int seed = 0; seed < 50; seed++) {
            Random dice = new Random(seed);
            int answers = 400;
            List<Margin> margins =
                    List.of(margin(dice, answers, 4), margin(dice, answers, 3), margin(dice, answers, 2));
            Weights raked = Raking.of(answers, margins);
            assertThat(raked.off()).as("seed " + seed).isLessThanOrEqualTo(Raking.NEAR);
            assertThat(Arrays.stream(raked.weights()).average().orElseThrow()).isCloseTo(1, within(1e-9));
            for (Margin margin : margins) {
                double[] sums = new double[margin.targets().length];
                for (int i = 0; i < answers; i++) {
                    sums[margin.cellOf()[i]] += raked.weights()[i] / answers;
                }
                assertThat(sums).containsExactly(margin.targets(), within(1e-5));
            }
        }
    }

    private static Margin margin(Random dice, int answers, int cells) {
        double[] targets = new double[cells];
        for (int i = 0; i < cells; i++) {
            targets[i] = 1 + dice.nextDouble();
        }
        double sum = Arrays.stream(targets).sum();
        return new Margin(
                dice.ints(answers, 0, cells).toArray(),
                Arrays.stream(targets).map(target -> target / sum).toArray());
    }

    @Test
    void noWeightIsHeavierThanTheLimitAndWhatIsMissedIsSaid() {
        int[] cells = new int[100];
        Arrays.fill(cells, 0, 98, 0);
        Arrays.fill(cells, 98, 100, 1);
        Weights raked = Raking.of(100, List.of(new Margin(cells, new double[] {0.5, 0.5})));
        assertThat(Arrays.stream(raked.weights()).max().orElseThrow()).isLessThanOrEqualTo(Raking.RATIO_MAX);
        assertThat(raked.capped()).isEqualTo(2);
        assertThat(raked.off()).isGreaterThan(0.3);
        assertThat(raked.rounds()).isEqualTo(Raking.ROUNDS_MAX);
    }

    @Test
    void withoutAMarginEveryWeightIsOne() {
        assertThat(Raking.of(3, List.of()).weights()).containsExactly(1, 1, 1);
        assertThat(Raking.of(0, List.of()).weights()).isEmpty();
    }
}
