package org.foyer.hub.site.internal.pooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Networks.Wish;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.insight.Observatory;
import org.junit.jupiter.api.Test;

/** Of what a network may adopt a version. */
class PoolingFaultsTest {

    private static final Indicator OCCUPANCY = new Indicator(
            "occupancy",
            1,
            3,
            "ratio",
            List.of(),
            true,
            new Indicator.Text("a", "b"),
            new Indicator.Text("c", "d"),
            new Indicator.Text("e", "f"));

    private static List<String> faults(String subject, String version) {
        Wish wish = new Wish(Kind.DEFINITION, "Titre", "Parce que", Matter.decision(subject, version), 7);
        return PoolingFaults.unknownDefinition(List.of(OCCUPANCY), wish).stream()
                .map(Fault::code)
                .toList();
    }

    @Test
    void anIndicatorAndATableOfTheObservatoryAreAdoptedInTheVersionThatIsComputedHere() {
        Observatory.Agreed table = Observatory.shipped().get(0);
        assertThat(faults("occupancy", "3")).isEmpty();
        assertThat(faults("occupancy", "2")).containsExactly("definition-unknown");
        assertThat(faults(table.id(), Integer.toString(table.version()))).isEmpty();
        assertThat(faults(table.id(), Integer.toString(table.version() + 1))).containsExactly("definition-unknown");
        assertThat(faults("nothing", "1")).containsExactly("definition-unknown");
    }

    @Test
    void aTableIsNoFigureOfAnAgreement() {
        assertThat(PoolingFaults.indicators(PoolingFaults.adoptable(List.of(OCCUPANCY))))
                .extracting(one -> one.id())
                .containsExactly("occupancy");
    }
}
