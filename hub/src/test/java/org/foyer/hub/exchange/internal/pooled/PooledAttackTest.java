package org.foyer.hub.exchange.internal.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.exchange.internal.pooled.Messages.Hello;
import org.foyer.hub.exchange.internal.pooled.Messages.MaskedPart;
import org.foyer.hub.exchange.internal.pooled.Messages.Opening;
import org.foyer.hub.exchange.internal.pooled.Messages.RollCall;
import org.junit.jupiter.api.Test;

/** An asker, and members, who do not keep to the rules. */
class PooledAttackTest {

    @Test
    void keysThatTheAskerPutInAMembersPlaceAreRefused() {
        Circle circle = new Circle(6, 4);
        circle.members.forEach((name, member) -> circle.gathering.take(member.hello()));
        List<Hello> forged = new ArrayList<>(circle.gathering.hellos());
        Hello victim = forged.get(3);
        KeyPair own = AgreementKey.fresh(new SecureRandom());
        forged.set(
                3,
                new Hello(
                        victim.member(),
                        own.getPublic().getEncoded(),
                        own.getPublic().getEncoded(),
                        victim.seedDigest(),
                        victim.signature()));
        assertThatThrownBy(() -> circle.members.get("node-00").parcels(forged)).hasMessageContaining("signature-wrong");
    }

    @Test
    void helloOfAnotherQuestionIsNoneOfThisOne() {
        Circle circle = new Circle(6, 4);
        Round other = new Round("question-2", circle.round.members(), 4, "");
        byte[] here = circle.round.digest("hello", List.of("node-01"), new byte[1]);
        assertThat(other.digest("hello", List.of("node-01"), new byte[1])).isNotEqualTo(here);
        Hello hello = circle.members.get("node-01").hello();
        KeyPair pair = Circle.signing();
        Answering elsewhere =
                new Answering(other, "node-00", new PinnedKeys(Circle.signer(pair), Map.of()), new SecureRandom());
        elsewhere.hello();
        assertThatThrownBy(() -> elsewhere.parcels(List.of(hello))).hasMessageContaining("signature-wrong");
    }

    /** The dangerous one: two stories about who is present would open both masks of one part. */
    @Test
    void anAskerWhoTellsTwoStoriesGetsNoOpening() {
        Circle circle = new Circle(9, 4);
        masked(circle);
        TreeSet<String> all = new TreeSet<>(circle.gathering.present());
        TreeSet<String> withoutVictim = new TreeSet<>(all);
        withoutVictim.remove("node-04");
        List<RollCall> rolls = new ArrayList<>();
        int told = 0;
        for (String name : all) {
            rolls.add(
                    circle.members.get(name).rollCall(told++ % 2 == 0 || name.equals("node-04") ? all : withoutVictim));
        }
        int opened = 0;
        for (String name : all) {
            try {
                circle.members.get(name).opening(rolls);
                opened++;
            } catch (PooledRefused refused) {
                assertThat(refused.code()).isEqualTo("too-few-stayed");
            }
        }
        assertThat(opened).isZero();
    }

    @Test
    void nobodyOpensTwiceNorOutOfOrder() {
        Circle circle = new Circle(6, 2);
        circle.run(Map.of());
        Answering member = circle.members.get("node-02");
        assertThatThrownBy(() -> member.opening(circle.gathering.rolls())).hasMessageContaining("step-out-of-order");
        assertThatThrownBy(() -> member.part(Map.of(), new long[2])).hasMessageContaining("step-out-of-order");
        Answering early = new Circle(6, 2).members.get("node-02");
        assertThatThrownBy(() -> early.rollCall(List.of("node-02"))).hasMessageContaining("step-out-of-order");
        assertThatThrownBy(early::hello)
                .as("a member that was asked out of order answers no more")
                .isInstanceOf(PooledRefused.class);
    }

    @Test
    void anOpeningHoldsOfEachMemberOneSecretOnly() {
        Circle circle = new Circle(9, 2);
        circle.run(Map.of("node-05", 2));
        Circle again = new Circle(9, 2);
        masked(again);
        again.members.forEach((name, member) -> again.gathering.take(member.rollCall(again.gathering.present())));
        Opening opening = again.members.get("node-01").opening(again.gathering.rolls());
        assertThat(opening.seeds().keySet())
                .isEqualTo(again.round.members().stream().collect(java.util.stream.Collectors.toSet()));
        assertThat(opening.maskKeys()).isEmpty();
    }

    /** What the asker has of one member is spread evenly over all numbers, whatever the member gave: counted over 256 values of the first byte. */
    @Test
    void aPartUnderItsMasksLooksLikeChance() {
        int cells = 10_000;
        Circle circle = new Circle(5, cells);
        circle.parts.values().forEach(part -> Arrays.fill(part, 1));
        List<MaskedPart> seen = masked(circle);
        for (MaskedPart part : seen) {
            int[] counts = new int[256];
            for (long value : part.cells()) {
                counts[(int) (value >>> 56)]++;
            }
            double square = 0;
            for (int count : counts) {
                square += Math.pow(count - cells / 256.0, 2) / (cells / 256.0);
            }
            assertThat(square)
                    .as("chi square of 255 degrees, 1 in 10 million above")
                    .isLessThan(390);
        }
    }

    @Test
    void aMemberWhoChangesASharedSecretIsFoundOut() {
        Circle circle = new Circle(6, 3);
        masked(circle);
        circle.members.forEach((name, member) -> circle.gathering.take(member.rollCall(circle.gathering.present())));
        circle.members.forEach((name, member) -> {
            Opening opening = member.opening(circle.gathering.rolls());
            if (name.equals("node-00")) {
                Map<String, byte[]> seeds = new HashMap<>(opening.seeds());
                byte[] changed = seeds.get("node-03").clone();
                changed[60] ^= 1;
                seeds.put("node-03", changed);
                opening = new Opening(name, seeds, opening.maskKeys());
            }
            circle.gathering.take(opening);
        });
        assertThatThrownBy(circle.gathering::sum).hasMessageContaining("shares-contradict");
    }

    @Test
    void aChangedParcelIsFoundOut() {
        Circle circle = new Circle(6, 3);
        circle.members.forEach((name, member) -> circle.gathering.take(member.hello()));
        circle.members.forEach((name, member) -> circle.gathering.take(member.parcels(circle.gathering.hellos())));
        Map<String, byte[]> parcels = new TreeMap<>(circle.gathering.parcelsFor("node-00"));
        parcels.put("node-01", parcels.get("node-02"));
        assertThatThrownBy(() -> circle.members.get("node-00").part(parcels, new long[3]))
                .hasMessageContaining("parcel-broken");
    }

    /** Points of small order give a secret that everybody knows. */
    @Test
    void aKeyOfSmallOrderIsRefused() throws Exception {
        AgreementKey key = AgreementKey.of(AgreementKey.fresh(new SecureRandom()));
        byte[] encoded = AgreementKey.fresh(new SecureRandom()).getPublic().getEncoded();
        for (int low : new int[] {0, 1}) {
            byte[] small = encoded.clone();
            Arrays.fill(small, small.length - 32, small.length, (byte) 0);
            small[small.length - 32] = (byte) low;
            assertThatThrownBy(() -> key.agreed(small, new byte[1])).hasMessageContaining("key-refused");
        }
        assertThatThrownBy(() -> key.agreed(new byte[44], new byte[1])).hasMessageContaining("key-refused");
    }

    @Test
    void valuesThatWouldRunOverAreNotGiven() {
        Circle circle = new Circle(5, 1);
        circle.members.forEach((name, member) -> circle.gathering.take(member.hello()));
        circle.members.forEach((name, member) -> circle.gathering.take(member.parcels(circle.gathering.hellos())));
        assertThatThrownBy(() -> circle.members
                        .get("node-00")
                        .part(circle.gathering.parcelsFor("node-00"), new long[] {Answering.VALUE_MAX + 1}))
                .hasMessageContaining("value-too-large");
    }

    private static List<MaskedPart> masked(Circle circle) {
        circle.members.forEach((name, member) -> circle.gathering.take(member.hello()));
        circle.members.forEach((name, member) -> circle.gathering.take(member.parcels(circle.gathering.hellos())));
        List<MaskedPart> parts = new ArrayList<>();
        circle.members.forEach((name, member) -> {
            MaskedPart part = member.part(circle.gathering.parcelsFor(name), circle.parts.get(name));
            circle.gathering.take(part);
            parts.add(part);
        });
        return parts;
    }
}
