package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.foyer.hub.governance.Followed;
import org.foyer.hub.governance.Followed.Standing;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.insight.Comparison;
import org.junit.jupiter.api.Test;

/** Six houses on three nodes, whose network votes on the version by which occupancy is told. */
class DefinitionsOverNodesTest extends ThreeNodes {

    private void adopted(String version) {
        propose(Kind.DEFINITION, Matter.decision("occupancy", version));
        carry();
    }

    private Comparison.Line kept() {
        return home.together
                .kept(founder.id(), SEASON)
                .orElseThrow()
                .comparison()
                .lines()
                .get(0);
    }

    @Test
    void theAnswerOfNodesSaysWhatTheNetworkAdoptedOnEachOfThem() {
        signedByAll();
        adopted("1");
        assertThat(ask().lines().get(0).definition().standing()).isEqualTo(Standing.ADOPTED);
        Comparison.Line elsewhere = far.together
                .ask(LEA, far.all.get(0).id(), SEASON, new TreeMap<>())
                .lines()
                .get(0);
        assertThat(elsewhere.peers()).isEqualTo(5);
        assertThat(elsewhere.definition().networks()).containsExactly(new Followed.By("Scènes d’Ouest", 1));
    }

    @Test
    void byAnotherVersionNoNodeAsksAndNoneGives() {
        signedByAll();
        adopted("2");
        assertThatThrownBy(this::ask).hasMessageContaining(Followed.OTHER_ADOPTED);
        assertThatThrownBy(() -> far.together.ask(LEA, far.all.get(0).id(), SEASON, new TreeMap<>()))
                .hasMessageContaining(Followed.OTHER_ADOPTED);
        assertThat(home.audit.left(founder.id(), 5)).isEmpty();
        assertThat(near.audit.left(near.all.get(0).id(), 5)).isEmpty();
    }

    @Test
    void anAskerThatDidNotHearOfItGetsNothingFromThoseThatDid() {
        signedByAll();
        adopted("2");
        far.register.write(handle -> handle.execute("delete from decision_abroad"));
        assertThatThrownBy(() -> far.together.ask(LEA, far.all.get(0).id(), SEASON, new TreeMap<>()))
                .hasMessageContaining("too-few-nodes")
                .hasMessageContaining(Followed.OTHER_ADOPTED);
        assertThat(home.audit.left(founder.id(), 5)).isEmpty();
    }

    @Test
    void anAnswerThatIsKeptIsNotShownOnceAnotherVersionIsAdopted() {
        signedByAll();
        ask();
        assertThat(kept().peers()).isEqualTo(5);
        adopted("2");
        assertThat(kept().withheld()).isEqualTo(Followed.OTHER_ADOPTED);
        assertThat(kept().median()).isNull();
        assertThat(kept().own()).as("what is the house's own stays").isNotNull();
        adopted("1");
        assertThat(kept().peers()).isEqualTo(5);
        assertThat(kept().definition().standing()).isEqualTo(Standing.ADOPTED);
    }
}
