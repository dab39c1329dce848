package org.foyer.hub.exchange.internal.pooled;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.exchange.internal.pooled.Messages.Hello;
import org.foyer.hub.exchange.internal.pooled.Messages.MaskedPart;
import org.foyer.hub.exchange.internal.pooled.Messages.Opening;
import org.foyer.hub.exchange.internal.pooled.Messages.Parcels;
import org.foyer.hub.exchange.internal.pooled.Messages.RollCall;

/**
 * One member's side of one question (Bonawitz and others, "Practical Secure Aggregation", CCS 2017, the form against an asker who
 * does not keep to the rules). Each step is taken once, in its order; a second call is refused, so that no asker sees two answers.
 *
 * <p>What it holds: as long as fewer than a third of the members work with the asker, the asker learns the sum of those who stayed
 * and nothing else. All others together can always take their parts from the sum: hence the three nodes at least, and the figures
 * that a house moves before it gives them.
 */
final class Answering {

    /** No number of a house is larger, so that sums of a hundred do not run over. */
    static final long VALUE_MAX = 1L << 40;

    private static final int SEED_BYTES = 32;

    /** A parcel: two shares, sealed with a number used once and a tag (AES-GCM). */
    static final int PARCEL_BYTES = 12 + 2 * SharedSecret.SHARE_BYTES + 16;

    private enum Step {
        HELLO,
        PARCELS,
        PART,
        ROLL_CALL,
        OPENING,
        DONE
    }

    private record Secrets(byte[] seed, byte[] maskKey) {}

    private final Round round;
    private final String self;
    private final PinnedKeys keys;
    private final SecureRandom random;
    private final KeyPair parcelPair;
    private final KeyPair maskPair;
    private final byte[] seed;
    private Step next = Step.HELLO;
    private final Map<String, Hello> hellos = new TreeMap<>();
    private final Map<String, Secrets> shares = new TreeMap<>();
    private SortedSet<String> present = new TreeSet<>();

    Answering(Round round, String self, PinnedKeys keys, SecureRandom random) {
        round.place(self);
        this.round = round;
        this.self = self;
        this.keys = keys;
        this.random = random;
        this.parcelPair = AgreementKey.fresh(random);
        this.maskPair = AgreementKey.fresh(random);
        this.seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
    }

    Hello hello() {
        take(Step.HELLO);
        byte[] parcel = parcelPair.getPublic().getEncoded();
        byte[] mask = maskPair.getPublic().getEncoded();
        byte[] digest = seedDigest(round, self, seed);
        return new Hello(
                self, parcel, mask, digest, keys.sign(round.digest("hello", List.of(self), parcel, mask, digest)));
    }

    static byte[] seedDigest(Round round, String member, byte[] seed) {
        return round.digest("seed", List.of(member), seed);
    }

    /** @throws PooledRefused when it is of no member, or not signed by the pinned key of that member */
    static void checkSigned(Round round, PinnedKeys keys, Hello hello) {
        round.place(hello.member());
        byte[] said =
                round.digest("hello", List.of(hello.member()), hello.parcelKey(), hello.maskKey(), hello.seedDigest());
        if (!keys.signed(hello.member(), said, hello.signature())) {
            throw new PooledRefused("signature-wrong", hello.member());
        }
    }

    /** Shares of the own secrets for all who said hello, each signed by its pinned key. */
    Parcels parcels(Collection<Hello> told) {
        take(Step.PARCELS);
        for (Hello hello : told) {
            checkSigned(round, keys, hello);
            if (hellos.put(hello.member(), hello) != null) {
                throw new PooledRefused("member-twice", hello.member());
            }
        }
        Hello own = hellos.get(self);
        if (own == null || !Arrays.equals(own.maskKey(), maskPair.getPublic().getEncoded())) {
            throw new PooledRefused("not-asked", self);
        }
        enough(hellos.size());
        return shared();
    }

    private Parcels shared() {
        int members = round.members().size();
        List<byte[]> ofSeed = SharedSecret.split(seed, members, round.needed(), random);
        List<byte[]> ofKey = SharedSecret.split(maskPair.getPrivate().getEncoded(), members, round.needed(), random);
        Map<String, byte[]> sealed = new TreeMap<>();
        for (Hello hello : hellos.values()) {
            int place = round.place(hello.member()) - 1;
            if (hello.member().equals(self)) {
                shares.put(self, new Secrets(ofSeed.get(place), ofKey.get(place)));
            } else {
                byte[] both = ByteBuffer.allocate(2 * SharedSecret.SHARE_BYTES)
                        .put(ofSeed.get(place))
                        .put(ofKey.get(place))
                        .array();
                sealed.put(hello.member(), sealed(self, hello.member(), hello, both));
            }
        }
        return new Parcels(self, sealed);
    }

    private byte[] sealed(String from, String to, Hello other, byte[] text) {
        try {
            byte[] purpose = round.digest("parcel", List.of(from, to));
            return new AesGcmJce(AgreementKey.of(parcelPair).agreed(other.parcelKey(), purpose)).encrypt(text, purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] opened(String from, Hello other, byte[] sealed) {
        try {
            byte[] purpose = round.digest("parcel", List.of(from, self));
            return new AesGcmJce(AgreementKey.of(parcelPair).agreed(other.parcelKey(), purpose))
                    .decrypt(sealed, purpose);
        } catch (GeneralSecurityException e) {
            throw new PooledRefused("parcel-broken", from);
        }
    }

    /**
     * The own numbers under all masks.
     *
     * @param parcels what others sealed for this member, by sender; those are from now on who shares masks
     * @param own one number for each cell, from −{@link #VALUE_MAX} to that
     */
    MaskedPart part(Map<String, byte[]> parcels, long[] own) {
        take(Step.PART);
        checkValues(own);
        for (Map.Entry<String, byte[]> parcel : parcels.entrySet()) {
            Hello sender = hellos.get(parcel.getKey());
            if (sender == null || parcel.getKey().equals(self)) {
                throw new PooledRefused("not-a-member", parcel.getKey());
            }
            byte[] both = opened(parcel.getKey(), sender, parcel.getValue());
            if (both.length != 2 * SharedSecret.SHARE_BYTES) {
                throw new PooledRefused("parcel-broken", parcel.getKey());
            }
            shares.put(
                    parcel.getKey(),
                    new Secrets(
                            Arrays.copyOf(both, SharedSecret.SHARE_BYTES),
                            Arrays.copyOfRange(both, SharedSecret.SHARE_BYTES, both.length)));
        }
        enough(shares.size());
        long[] masked = own.clone();
        Mask.apply(masked, seed, true);
        AgreementKey key = AgreementKey.of(maskPair);
        for (String other : shares.keySet()) {
            if (!other.equals(self)) {
                byte[] between = key.agreed(hello(other).maskKey(), between(round, self, other));
                Mask.apply(masked, between, self.compareTo(other) < 0);
            }
        }
        return new MaskedPart(self, masked);
    }

    private Hello hello(String member) {
        Hello said = hellos.get(member);
        if (said == null) {
            throw new PooledRefused("not-a-member", member);
        }
        return said;
    }

    /** What the mask between two members is for, the same for both. */
    static byte[] between(Round round, String one, String other) {
        return round.digest("mask", new TreeSet<>(List.of(one, other)));
    }

    private void checkValues(long[] own) {
        if (own.length != round.cells()) {
            throw new PooledRefused("cells-other", Integer.toString(own.length));
        }
        for (long value : own) {
            if (value > VALUE_MAX || value < -VALUE_MAX) {
                throw new PooledRefused("value-too-large", "");
            }
        }
    }

    /** Says whose parts it was told are in the sum. */
    RollCall rollCall(Collection<String> told) {
        take(Step.ROLL_CALL);
        present = new TreeSet<>(told);
        if (!present.contains(self) || !shares.keySet().containsAll(present)) {
            throw new PooledRefused("roll-wrong", self);
        }
        enough(present.size());
        return new RollCall(self, present, keys.sign(round.digest("roll", present)));
    }

    /**
     * Opens the sum: of each member one of its two secrets and never both, once enough others have signed that they were told the
     * same.
     */
    Opening opening(Collection<RollCall> rolls) {
        take(Step.OPENING);
        SortedSet<String> agreed = new TreeSet<>();
        for (RollCall roll : rolls) {
            if (present.contains(roll.from())
                    && keys.signed(roll.from(), round.digest("roll", present), roll.signature())) {
                agreed.add(roll.from());
            }
        }
        enough(agreed.size());
        Map<String, byte[]> seeds = new HashMap<>();
        Map<String, byte[]> maskKeys = new HashMap<>();
        shares.forEach((member, secrets) -> {
            if (present.contains(member)) {
                seeds.put(member, secrets.seed());
            } else {
                maskKeys.put(member, secrets.maskKey());
            }
        });
        return new Opening(self, seeds, maskKeys);
    }

    private void enough(int members) {
        if (members < round.needed()) {
            throw new PooledRefused("too-few-stayed", members + " of " + round.needed());
        }
    }

    /** A step that was refused is not asked for again either. */
    private void take(Step step) {
        boolean now = next == step;
        List<Step> steps = new ArrayList<>(List.of(Step.values()));
        next = now ? steps.get(step.ordinal() + 1) : Step.DONE;
        if (!now) {
            throw new PooledRefused("step-out-of-order", step.name());
        }
    }
}
