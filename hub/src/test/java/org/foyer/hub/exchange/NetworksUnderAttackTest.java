package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.Test;

/** What a node, a home or whoever listens tries with a network over nodes. */
class NetworksUnderAttackTest extends ThreeNodes {

    @Test
    void aKeyOfAHouseForWhichItsNodeDoesNotAnswerIsNotBelieved() {
        signedByAll();
        home.register.write(handle -> handle.execute("update network_guest set vouched = (select max(g.vouched) from"
                + " network_guest g where g.house = 'e') where house = 'd'"));
        near.register.write(
                handle -> handle.execute("delete from agreement_abroad")); // as if it saw it for the first time
        near.networks.carry();
        assertThat(version(near, near.all.get(0)).parties().stream()
                        .filter(one -> one.slug().equals("d")))
                .extracting(Agreement.Party::standing)
                .containsExactly(Standing.BROKEN);
        far.networks.carry();
        assertThat(version(far, far.all.get(0)).state())
                .as("who knew the key before knows it still")
                .isEqualTo(Agreement.State.IN_FORCE);
    }

    @Test
    void aForgedSignatureOrWordIsRefused() {
        network();
        House guest = near.all.get(0);
        String uid = abroad(near, guest).uid();
        String policy = version(near, guest).uid();
        sign(near, near.all.get(1));
        near.networks.carry();
        String ofAnother = atHome().parties().stream()
                .filter(one -> one.slug().equals("c"))
                .findFirst()
                .orElseThrow()
                .jws();
        assertThat(codes(home.pooling.guests().sign(near.self(), new NetworkGuests.Signed(uid, policy, ofAnother))))
                .containsExactly("agreement-signature");
        assertThat(codes(home.pooling.guests().sign(far.self(), new NetworkGuests.Signed(uid, policy, ofAnother))))
                .as("another node speaks for its house")
                .containsExactly("network-not-member");
        assertThat(codes(home.pooling
                        .guests()
                        .hear(
                                near.self(),
                                new NetworkGuests.Said(
                                        uid, "leave", near.base + "/id/house/a", "A", null, null, ofAnother))))
                .containsExactly("network-word-forged");
        LinkedNode.Sent signed = home.heard.stream()
                .filter(one -> one.step().equals("sign"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> home.networks.answer(far.self(), "sign", signed.json()))
                .as("a message of another node")
                .hasMessageContaining("network-message");
        assertThatThrownBy(() ->
                        home.networks.answer(near.self(), "sign", signed.json().replace(policy, policy + "0")))
                .as("a message that was changed on the way")
                .hasMessageContaining("network-message");
        assertThat(atHome().state()).isEqualTo(Agreement.State.OPEN);
    }

    @Test
    void aTextThatTheHomeChangesIsSignedByNobodyElse() {
        network();
        House guest = near.all.get(0);
        home.register.write(
                handle -> handle.execute("update agreement_version set text_fr = text_fr || 'et aussi nos adresses'"));
        assertThat(sign(near, guest)).isEmpty(); // of the text that was told first
        near.networks.carry();
        assertThat(atHome().parties().stream().filter(one -> one.node().equals(near.self())))
                .extracting(Agreement.Party::standing)
                .as("the home does not get a signature under its new text")
                .containsOnly(Standing.WAITING);
        assertThat(version(near, guest).textFr()).doesNotContain("adresses");
    }

    @Test
    void aTextThatTheHomeChangesAfterwardsBreaksTheAgreementThereAlone() {
        signedByAll();
        home.register.write(handle ->
                handle.execute("update agreement_version set policy = replace(policy, '2026-06-30', '2099-06-30')"));
        carry();
        assertThat(atHome().state()).isEqualTo(Agreement.State.BROKEN);
        assertThat(version(near, near.all.get(0)).policy()).contains("2026-06-30");
        assertThatThrownBy(this::ask).hasMessageContaining("agreement-is-broken");
        clock.set(Instant.parse("2026-07-01T01:00:00Z"));
        assertThatThrownBy(() -> far.together.ask(LEA, far.all.get(0).id(), SEASON, new TreeMap<>()))
                .hasMessageContaining("agreement-is-expired");
    }

    @Test
    void anInvitationThatIsRepeatedOpensNothing() {
        House guest = near.all.get(0);
        invite(near, guest);
        String uid = abroad(near, guest).uid();
        assertThat(near.networks.answer(guest, uid, false, LEA)).isEmpty();
        near.networks.carry();
        LinkedNode.Sent invitation = near.heard.get(0);
        assertThat(invitation.step()).isEqualTo("invite");
        near.networks.answer(home.self(), "invite", invitation.json());
        assertThat(abroad(near, guest).state()).isEqualTo(State.DECLINED);
        assertThatThrownBy(() -> near.networks.answer(far.self(), "invite", invitation.json()))
                .hasMessageContaining("network-message");
        assertThatThrownBy(() -> far.networks.answer(home.self(), "invite", invitation.json()))
                .as("to another reader")
                .hasMessageContaining("network-message");
        assertThat(near.pooling.abroad().of(guest.id())).hasSize(1);
        assertThat(home.pooling
                        .networks()
                        .network(founder.id(), slug)
                        .orElseThrow()
                        .guests())
                .isEmpty();
        LinkedNode.Sent no = home.heard.stream()
                .filter(one -> one.step().equals("say"))
                .findFirst()
                .orElseThrow();
        home.networks.answer(near.self(), "say", no.json()); // a no that comes twice is a no
        assertThat(codes(near.networks.answer(guest, uid, true, LEA))).containsExactly("network-not-invited");
    }

    @Test
    void aHouseInANetworkIsNotCountedForWhoJoinedWithoutOne() {
        signedByAll();
        House alone = home.house("alone", 0.5);
        List.of(home, near, far)
                .forEach(node -> node.all.forEach(house -> node.doors.join(house.id(), PooledGate.PURPOSE, LEA)));
        assertThatThrownBy(() -> home.together.ask(LEA, alone.id(), SEASON, new TreeMap<>()))
                .hasMessageContaining("too-few-nodes")
                .hasMessageContaining("agreement-needed");
    }

    @Test
    void nobodyAsksInTheNameOfAHouseOfAnotherNode() {
        signedByAll();
        String question = far.self() + " 1 " + atHome().uid();
        String asked = """
                {"question":"%s","asker":"%s","members":["x","y","z"],"season":2025,"month":"2026-03","simulated":false,
                 "currency":"EUR","agreement":"%s","taker":"%s","figures":[{"indicator":"occupancy","version":1,"unit":"ratio"}]}
                """;
        assertThat(near.together.answer(
                        far.self(), "willing", asked.formatted(question, far.self(), atHome().uid(), "d")))
                .contains("\"willing\":true");
        assertThat(near.together.answer(
                        far.self(), "willing", asked.formatted(question, far.self(), atHome().uid(), "c")))
                .contains("use-not-signed");
        assertThat(near.together.answer(
                        far.self(), "willing", asked.formatted(question, far.self(), atHome().uid(), "b")))
                .contains("use-not-signed");
        assertThatThrownBy(() -> near.together.answer(
                        far.self(), "willing", asked.formatted(far.self() + " 1", far.self(), atHome().uid(), "d")))
                .as("a question that is not bound to its agreement")
                .hasMessageContaining("question-malformed");
    }

    @Test
    void garbageIsRefusedAndNothingElse() {
        for (String garbage : List.of("", "null", "{}", "[]", "no json", "{\"body\":\"{}\",\"signature\":\"AAAA\"}")) {
            for (String step : List.of("invite", "say", "sign", "look", "nothing")) {
                assertThatThrownBy(() -> home.networks.answer(near.self(), step, garbage))
                        .isInstanceOf(NetworkRefused.class);
            }
        }
    }
}
