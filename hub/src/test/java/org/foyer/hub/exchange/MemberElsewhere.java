package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foyer.hub.exchange.internal.MessageBodies;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.NetworkAbroad.Vote;
import org.foyer.hub.governance.NetworkErrands.Errand;
import org.foyer.hub.governance.NetworkGuests.Voted;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.BeforeEach;

/** A network of two houses of its home and one of another node. */
abstract class MemberElsewhere extends ThreeNodes {

    House guest;

    @BeforeEach
    void threeMembers() {
        Networks networks = home.pooling.networks();
        networks.invite(founder, slug, second.slug(), null, LEA);
        networks.join(second, slug, LEA);
        adopt();
        guest = near.all.get(0);
        comesIn(near, guest);
    }

    long open(Kind kind, Matter matter) {
        Networks.Done done = home.pooling
                .networks()
                .propose(founder, slug, new Networks.Wish(kind, "Titre", "Parce que", matter, 7), LEA);
        assertThat(done.faults()).isEmpty();
        near.networks.carry();
        return done.proposal();
    }

    Proposal atHome(long number) {
        return home.pooling.networks().proposal(founder.id(), slug, number).orElseThrow();
    }

    Vote seen(long number) {
        return abroad(near, guest).vote(number).orElseThrow();
    }

    List<Fault> says(long number, Choice choice) {
        return near.networks.vote(guest, abroad(near, guest).uid(), number, choice, LEA);
    }

    String seat() {
        return guest.slug() + "@" + near.self();
    }

    void homeSays(long number, Choice one, Choice two) {
        home.pooling.networks().vote(founder, slug, number, one, LEA);
        home.pooling.networks().vote(second, slug, number, two, LEA);
    }

    List<Fault> close(long number) {
        return home.pooling.networks().close(founder, slug, number, LEA).faults();
    }

    Voted waiting() {
        List<Errand> errands = near.pooling.errands().waiting();
        assertThat(errands).hasSize(1);
        return MessageBodies.read(errands.get(0).body(), Voted.class).orElseThrow();
    }
}
