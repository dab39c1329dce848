package org.foyer.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.Test;

class HallTest {

    private static final Hall.Places ROUND = new Hall.Places(300, null, null);

    @Test
    void aConfigurationIsFoundWhateverItsCaseAccentsAndSpaces() {
        Hall hall = new Hall(
                new HouseId(1),
                7,
                9,
                "Grande salle",
                Hall.Places.UNKNOWN,
                List.of(new Hall.Configuration("Arène  centrale", ROUND, 1)),
                1);
        assertThat(hall.of(" arene CENTRALE")).isEqualTo(ROUND);
        assertThat(hall.of("Arènes centrales")).isEqualTo(Hall.Places.UNKNOWN);
        assertThat(hall.of(null)).isEqualTo(Hall.Places.UNKNOWN);
    }
}
