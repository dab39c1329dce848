package org.foyer.hub.insight.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellsTest {

    private static Map<List<String>, Double> targets(Object... codes) {
        Map<List<String>, Double> targets = new LinkedHashMap<>();
        for (int i = 0; i < codes.length; i += 2) {
            targets.put(List.of((String) codes[i]), (Double) codes[i + 1]);
        }
        return targets;
    }

    @Test
    void targetsBecomeSharesOfThoseThatAreKnown() {
        Cells cells = new Cells(targets("a", 30.0, "b", 50.0, "c", 20.0), Map.of("a", 10L, "b", 20L, "c", 30L));
        assertThat(cells.targets()).containsExactly(new double[] {0.3, 0.5, 0.2}, within(1e-9));
        assertThat(cells.places()).isEqualTo(Map.of("a", 0, "b", 1, "c", 2));
    }

    @Test
    void aCellWithoutAnswersGoesToTheNeighbourWithFewer() {
        Cells cells = new Cells(targets("a", 30.0, "b", 10.0, "c", 60.0), Map.of("a", 40L, "c", 20L));
        assertThat(cells.codes()).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(cells.targets()).containsExactly(new double[] {0.3, 0.7}, within(1e-9));
    }

    @Test
    void aCellWithoutBuyersGoesToItsNeighbourToo() {
        Cells cells = new Cells(targets("a", 70.0, "b", 30.0, "c", 0.0), Map.of("a", 40L, "b", 20L, "c", 15L));
        assertThat(cells.codes()).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(cells.places()).containsEntry("c", 1);
    }

    @Test
    void oneCellAloneTellsNothing() {
        assertThat(new Cells(targets("a", 70.0, "b", 30.0), Map.of("a", 40L, "b", 3L)).tell())
                .isFalse();
        assertThat(new Cells(targets("a", 70.0, "b", 30.0), Map.of("a", 40L, "b", 10L)).tell())
                .isTrue();
    }
}
