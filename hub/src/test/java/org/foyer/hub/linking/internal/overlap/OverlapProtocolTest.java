package org.foyer.hub.linking.internal.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;
import org.foyer.hub.linking.OverlapAnswer;
import org.foyer.hub.linking.OverlapLog;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.model.KeyedNoise;
import org.junit.jupiter.api.Test;

/** Two houses ask and answer through byte messages. */
class OverlapProtocolTest {

    private static final OverlapLog NO_LIMIT = (question, commitment, size) -> {};

    private final SecureRandom random = new SecureRandom();

    private Asking asking(int from, int to) throws OverlapRefused {
        return new Asking(Party.QUESTION, Party.buyers(from, to), Party.secret(1), random);
    }

    private Answering answering(int from, int to) throws OverlapRefused {
        return new Answering(Party.QUESTION, Party.buyers(from, to), Party.secret(2), random, NO_LIMIT);
    }

    @Test
    void sharedBuyersAreCountedUpToTheSecretAmounts() throws OverlapRefused {
        OverlapAnswer answer = new Party().ask(Party.buyers(0, 2_000), Party.buyers(1_200, 3_000));

        int moved = 800
                + KeyedNoise.of(Party.secret(2), Answering.label(Party.QUESTION.digest(), "answerer"))
                + KeyedNoise.of(Party.secret(1), Answering.label(Party.QUESTION.digest(), "asker"));
        assertThat(answer).isEqualTo(OverlapAnswer.of(moved));
        assertThat(answer.about()).isBetween(700L, 900L);
    }

    @Test
    void aBuyerWhoStandsTwiceInASetCountsOnce() throws OverlapRefused {
        Party party = new Party();
        List<String> twice = new java.util.ArrayList<>();
        Party.buyers(0, 1_000).forEachRemaining(key -> {
            twice.add(key);
            twice.add(key);
        });

        assertThat(party.ask(twice.iterator(), Party.buyers(200, 1_200)))
                .isEqualTo(new Party().ask(Party.buyers(0, 1_000), Party.buyers(200, 1_200)));
    }

    @Test
    void fewSharedBuyersAreNotTold() throws OverlapRefused {
        OverlapAnswer answer = new Party().ask(Party.buyers(0, 600), Party.buyers(599, 1_300));

        assertThat(answer.withheld()).isEqualTo("overlap-small");
        assertThat(answer.about()).isZero();
    }

    @Test
    void whatGoesOverTheWireIsLittle() throws OverlapRefused {
        Party party = new Party();
        party.ask(Party.buyers(0, 40_000), Party.buyers(20_000, 60_000));

        assertThat(party.bytes()).isLessThan(40_000L * 76 + 40_000);
        assertThat(party.wire).allSatisfy(message -> assertThat(message.length).isLessThanOrEqualTo(Message.BYTES_MAX));
    }

    @Test
    void smallSetsAreRefusedOnBothSides() {
        assertThatThrownBy(() -> asking(0, SetRules.SET_MIN - 1)).hasMessage("overlap-set-small");
        assertThatThrownBy(() -> answering(0, 1)).hasMessage("overlap-set-small");
    }

    @Test
    void anOfferOfAnotherQuestionIsRefused() throws OverlapRefused {
        OverlapQuestion next = new OverlapQuestion("https://one.example", "https://two.example", "overlap", "2027-Q1");
        byte[] offer = new Asking(next, Party.buyers(0, 600), Party.secret(1), random).offer();
        Answering answering = answering(0, 600);

        assertThatThrownBy(() -> answering.accept(offer)).hasMessage("overlap-other-question");
    }

    @Test
    void anotherSetThanThePromisedOneIsNotAnswered() throws OverlapRefused {
        Answering answering = answering(0, 600);
        answering.accept(asking(0, 600).offer());
        Asking other = asking(100, 700);
        other.accepted(answering(0, 600).accept(other.offer()));
        answering.take(other.points().next());

        assertThatThrownBy(answering::answer).hasMessage("overlap-commitment");
    }

    @Test
    void anAnswererWhoChangesItsSetIsFoundOut() throws OverlapRefused {
        Asking asking = asking(0, 600);
        Answering promised = answering(0, 600);
        Answering given = answering(0, 600);
        byte[] offer = asking.offer();
        asking.accepted(promised.accept(offer));
        given.accept(offer);
        given.take(asking.points().next());
        for (Iterator<byte[]> answer = given.answer(); answer.hasNext(); ) {
            asking.take(answer.next());
        }

        assertThatThrownBy(asking::answer).hasMessage("overlap-commitment");
    }

    @Test
    void pointsOfSmallOrderOfTheTwistOrOutOfOrderAreRefused() throws OverlapRefused {
        byte[] zero = new byte[Curve.BYTES];
        byte[] twist = new byte[Curve.BYTES];
        twist[0] = 2;
        byte[] high = new byte[Curve.BYTES];
        java.util.Arrays.fill(high, (byte) 0xff);
        for (byte[] point : List.of(zero, twist, high)) {
            Answering answering = answering(0, 600);
            answering.accept(asking(0, 600).offer());
            assertThatThrownBy(
                            () -> answering.take(Message.of(Message.Kind.ASKED_POINTS, Party.QUESTION.digest(), point)))
                    .hasMessage("overlap-point");
        }
        Answering answering = answering(0, 600);
        answering.accept(asking(0, 600).offer());
        byte[] twice = new byte[2 * Curve.BYTES];
        System.arraycopy(Curve.ofBase(Curve.randomScalar(random)), 0, twice, 0, Curve.BYTES);
        System.arraycopy(twice, 0, twice, Curve.BYTES, Curve.BYTES);
        assertThatThrownBy(() -> answering.take(Message.of(Message.Kind.ASKED_POINTS, Party.QUESTION.digest(), twice)))
                .hasMessage("overlap-order");
    }

    @Test
    void brokenMessagesAreRefused() throws OverlapRefused {
        byte[] offer = asking(0, 600).offer();
        for (int at = 0; at < 42; at++) {
            byte[] broken = offer.clone();
            broken[at] ^= 1;
            Answering answering = answering(0, 600);
            assertThatThrownBy(() -> answering.accept(broken)).isInstanceOf(OverlapRefused.class);
        }
        for (int length : new int[] {0, 5, 41, 42, offer.length - 1}) {
            Answering answering = answering(0, 600);
            assertThatThrownBy(() -> answering.accept(java.util.Arrays.copyOf(offer, length)))
                    .hasMessage("overlap-message");
        }
    }

    @Test
    void morePointsThanPromisedAreRefused() throws OverlapRefused {
        Answering answering = answering(0, 600);
        answering.accept(asking(0, 600).offer());
        Asking larger = asking(0, 700);
        larger.accepted(answering(0, 600).accept(larger.offer()));
        byte[] points = larger.points().next();

        assertThatThrownBy(() -> answering.take(points)).hasMessage("overlap-message");
        assertThatThrownBy(answering::answer).hasMessage("overlap-message");
    }
}
