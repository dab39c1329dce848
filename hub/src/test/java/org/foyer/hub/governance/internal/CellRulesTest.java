package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Hand-computed cases. */
class CellRulesTest {

    @Test
    void sixEvenHousesAreEnoughAndFiveAreNot() {
        assertThat(CellRules.refusal(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0))).isNull();
        assertThat(CellRules.refusal(List.of(1.0, 1.0, 1.0, 1.0, 1.0))).isEqualTo(CellRules.TOO_FEW);
        assertThat(CellRules.refusal(List.of())).isEqualTo(CellRules.TOO_FEW);
    }

    /** The second largest (20) takes itself away: of the 70 left the largest has 35, just half. */
    @Test
    void halfOfTheOthersMassIsTheMost() {
        assertThat(CellRules.refusal(List.of(35.0, 20.0, 10.0, 10.0, 10.0, 5.0)))
                .isNull();
        assertThat(CellRules.refusal(List.of(36.0, 20.0, 10.0, 10.0, 10.0, 5.0)))
                .isEqualTo(CellRules.DOMINATED);
    }

    /** Nobody has half, but the third sees two with 80 of 95 (84 %) or of 94 (85.1 %). */
    @Test
    void twoHousesMayNotDominateTogether() {
        assertThat(CellRules.refusal(List.of(40.0, 40.0, 40.0, 5.0, 5.0, 5.0))).isNull();
        assertThat(CellRules.refusal(List.of(40.0, 40.0, 40.0, 5.0, 5.0, 4.0))).isEqualTo(CellRules.DOMINATED);
    }

    @Test
    void housesWithoutMassDominateNobody() {
        assertThat(CellRules.refusal(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0))).isNull();
    }
}
