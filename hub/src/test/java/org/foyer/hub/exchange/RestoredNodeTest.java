package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.NetworksAbroad;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose register is put back from last month's back-up: what its houses ended since stays ended, and what others lost they are told again. */
class RestoredNodeTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 30);

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private LinkedNode home;
    private LinkedNode near;
    private House guest;
    private SignedOverNodes network;

    @BeforeEach
    void twoNodes() {
        home = new LinkedNode("home", folder, clock);
        near = new LinkedNode("near", folder, clock);
        home.knows(near);
        near.knows(home);
        home.house("a", 0.40);
        home.house("b", 0.50);
        guest = near.house("c", 0.60);
        network = SignedOverNodes.network(side(home), List.of(side(near)));
    }

    @AfterEach
    void close() {
        home.close();
        near.close();
    }

    private static SignedOverNodes.Side side(LinkedNode node) {
        return new SignedOverNodes.Side(node.self(), node.base, node.pooling, node.networks, node.all);
    }

    private void saved(LinkedNode node, String name) {
        node.register.read(handle -> handle.execute("vacuum into '" + folder.resolve(name + ".saved") + "'"));
    }

    /** As operators do it: stopped, both files of one back-up put back, started. */
    private LinkedNode putBack(LinkedNode node, String name) throws IOException {
        node.close();
        node.register.close();
        for (String end : List.of(".db", ".db-wal", ".db-shm", ".end")) {
            Files.deleteIfExists(folder.resolve(name + end));
        }
        Files.copy(folder.resolve(name + ".saved"), folder.resolve(name + ".db"));
        LinkedNode fresh = new LinkedNode(name, folder, clock);
        fresh.replaces(node);
        return fresh;
    }

    private NetworkAbroad seen() {
        return near.pooling.abroad().of(guest.id()).get(0);
    }

    private Agreement.Version version() {
        return seen().agreements().get(0).versions().get(0);
    }

    private Standing here() {
        return version().party(guest.id()).orElseThrow().standing();
    }

    private Standing atHome() {
        return home.pooling.agreements().of(home.all.get(0).id()).get(0).versions().get(0).parties().stream()
                .filter(party -> party.node().equals(near.self()))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private void withdraw() {
        assertThat(near.networks.withdraw(guest, seen().uid(), version().uid(), LEA))
                .isEmpty();
        near.networks.carry();
        assertThat(atHome()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void whatAHouseWithdrewStaysWithdrawnWhenItsNodeForgot() throws IOException {
        network.signed("overlap", List.of("overlap"), UNTIL);
        saved(near, "near");
        withdraw();
        near = putBack(near, "near");
        assertThat(here()).as("what the back-up knows").isEqualTo(Standing.SIGNED);
        near.networks.carry();
        assertThat(here()).isEqualTo(Standing.WITHDRAWN);
        assertThat(near.audit.lines(guest.id(), 0, 5)).first().satisfies(line -> {
            assertThat(line.action()).isEqualTo("agreement-withdrawn");
            assertThat(line.actor()).isEqualTo("node " + home.self());
        });
        near.networks.carry();
        assertThat(atHome()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void aHouseThatLeftHasLeftWhenItsNodeForgot() throws IOException {
        network.signed("overlap", List.of("overlap"), UNTIL);
        saved(near, "near");
        near.networks.leave(guest, seen().uid(), LEA);
        near.networks.carry();
        near = putBack(near, "near");
        assertThat(seen().state()).isEqualTo(State.MEMBER);
        near.networks.carry();
        assertThat(seen().state()).isEqualTo(State.LEFT);
        assertThat(here()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void aHomeThatForgotAWithdrawalIsToldAgain() throws IOException {
        network.signed("overlap", List.of("overlap"), UNTIL);
        saved(home, "home");
        withdraw();
        home = putBack(home, "home");
        assertThat(atHome()).isEqualTo(Standing.SIGNED);
        near.networks.carry();
        near.networks.carry();
        assertThat(atHome()).isEqualTo(Standing.WITHDRAWN);
        assertThat(here()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void aHomeThatForgotASignatureIsToldAgainAndThenAsksNoMore() throws IOException {
        network.opened("overlap", List.of("overlap"), UNTIL);
        saved(home, "home");
        assertThat(near.networks.sign(
                        guest, seen().uid(), version().uid(), version().hash(), LEA))
                .isEmpty();
        near.networks.carry();
        assertThat(atHome()).isEqualTo(Standing.SIGNED);
        home = putBack(home, "home");
        assertThat(atHome()).isEqualTo(Standing.WAITING);
        near.networks.carry();
        near.networks.carry();
        assertThat(atHome()).isEqualTo(Standing.SIGNED);
        home.heard.clear();
        near.networks.carry();
        near.networks.carry();
        assertThat(home.heard).extracting(LinkedNode.Sent::step).containsOnly("look");
    }

    /** A home that lies can end what its own network may use; it can sign nothing for the house. */
    @Test
    void aHomeThatSaysThatAHouseSignedMakesNoSignature() {
        network.opened("overlap", List.of("overlap"), UNTIL);
        NetworkGuests.Told told =
                home.pooling.guests().tell(near.self(), seen().uid()).orElseThrow();
        Agreement agreement = told.agreements().get(0);
        Agreement.Version version = agreement.versions().get(0);
        Agreement lie = new Agreement(
                agreement.id(),
                agreement.network(),
                agreement.template(),
                agreement.title(),
                agreement.house(),
                agreement.madeAt(),
                List.of(version.with(
                        Agreement.State.IN_FORCE,
                        version.parties().stream()
                                .map(party -> party.with(
                                        party.node().equals(near.self()) ? guest.id() : null, Standing.SIGNED))
                                .toList())));
        near.pooling
                .abroad()
                .keep(
                        new NetworksAbroad.Membership(seen().uid(), home.self(), guest.id()),
                        new NetworkGuests.Told(
                                told.uid(),
                                told.state(),
                                told.name(),
                                told.aim(),
                                told.members(),
                                List.of(lie),
                                told.votes(),
                                told.decisions(),
                                told.vouched()));
        assertThat(here()).isEqualTo(Standing.WAITING);
        assertThat(version().state()).isNotEqualTo(Agreement.State.IN_FORCE);
    }
}
