package org.foyer.hub.exchange.internal.pooled;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * The asking side of one question: carries what members tell each other and adds up. Whoever does not answer a step is left out of
 * the next ones. It holds no part of a house, only numbers under masks.
 */
final class Gathering {

    private static final int DIGEST_BYTES = 32;

    private final Round round;
    private final PinnedKeys keys;
    private final AgreementKey probe = AgreementKey.of(AgreementKey.fresh(new SecureRandom()));
    private final Map<String, Hello> hellos = new TreeMap<>();
    private final Map<String, Parcels> parcels = new TreeMap<>();
    private final Map<String, MaskedPart> parts = new TreeMap<>();
    private final Map<String, RollCall> rolls = new TreeMap<>();
    private final Map<String, Opening> openings = new TreeMap<>();

    Gathering(Round round, PinnedKeys keys) {
        this.round = round;
        this.keys = keys;
    }

    /** What the other members would refuse is not carried to them: one that answers garbage leaves, and not all the others. */
    void take(Hello hello) {
        Answering.checkSigned(round, keys, hello);
        for (byte[] key : List.of(hello.parcelKey(), hello.maskKey())) {
            if (key.length != AgreementKey.PUBLIC_BYTES) {
                throw new PooledRefused("key-refused", hello.member());
            }
            probe.agreed(key, hello.seedDigest());
        }
        if (hello.seedDigest().length != DIGEST_BYTES) {
            throw new PooledRefused("message-malformed", hello.member());
        }
        once(hellos.putIfAbsent(hello.member(), hello), hello.member());
    }

    /** For all who said hello. */
    List<Hello> hellos() {
        return List.copyOf(hellos.values());
    }

    void take(Parcels sent) {
        Set<String> others = new TreeSet<>(hellos.keySet());
        if (!others.remove(sent.from()) || !others.equals(sent.to().keySet())) {
            throw new PooledRefused("not-a-member", sent.from());
        }
        if (sent.to().values().stream().anyMatch(parcel -> parcel.length != Answering.PARCEL_BYTES)) {
            throw new PooledRefused("parcel-broken", sent.from());
        }
        once(parcels.putIfAbsent(sent.from(), sent), sent.from());
    }

    /** What others sealed for that member, by sender. */
    Map<String, byte[]> parcelsFor(String member) {
        Map<String, byte[]> addressed = new TreeMap<>();
        parcels.forEach((from, sent) -> {
            byte[] parcel = sent.to().get(member);
            if (parcel != null) {
                addressed.put(from, parcel);
            }
        });
        return addressed;
    }

    void take(MaskedPart part) {
        if (!parcels.containsKey(part.from()) || part.cells().length != round.cells()) {
            throw new PooledRefused("part-wrong", part.from());
        }
        once(parts.putIfAbsent(part.from(), part), part.from());
    }

    /** Whose parts are in the sum. */
    SortedSet<String> present() {
        return new TreeSet<>(parts.keySet());
    }

    void take(RollCall roll) {
        if (!parts.containsKey(roll.from())) {
            throw new PooledRefused("not-a-member", roll.from());
        }
        if (!keys.signed(roll.from(), round.digest("roll", present()), roll.signature())) {
            throw new PooledRefused("roll-wrong", roll.from());
        }
        once(rolls.putIfAbsent(roll.from(), roll), roll.from());
    }

    List<RollCall> rolls() {
        return List.copyOf(rolls.values());
    }

    void take(Opening opening) {
        if (!parts.containsKey(opening.from())) {
            throw new PooledRefused("not-a-member", opening.from());
        }
        once(openings.putIfAbsent(opening.from(), opening), opening.from());
    }

    private static void once(Object before, String member) {
        if (before != null) {
            throw new PooledRefused("member-twice", member);
        }
    }

    /**
     * The sum of the parts of {@link #present}, one number for each cell.
     *
     * @throws PooledRefused when too few stayed to open it, or shares were changed
     */
    long[] sum() {
        long[] sum = new long[round.cells()];
        for (MaskedPart part : parts.values()) {
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += part.cells()[cell];
            }
        }
        for (String member : parts.keySet()) {
            byte[] seed = joined(member, true, AgreementKey.SECRET_BYTES);
            if (!Arrays.equals(
                    Answering.seedDigest(round, member, seed), hello(member).seedDigest())) {
                throw new PooledRefused("shares-contradict", member);
            }
            Mask.apply(sum, seed, false);
        }
        Set<String> left = new TreeSet<>(parcels.keySet());
        left.removeAll(parts.keySet());
        for (String member : left) {
            AgreementKey key = AgreementKey.of(joined(member, false, AgreementKey.PRIVATE_BYTES));
            if (!key.belongsTo(hello(member).maskKey())) {
                throw new PooledRefused("shares-contradict", member);
            }
            for (String other : parts.keySet()) {
                byte[] between = key.agreed(hello(other).maskKey(), Answering.between(round, other, member));
                Mask.apply(
                        sum, between, other.compareTo(member) > 0); // the other way round than the member that stayed
            }
        }
        return sum;
    }

    private Hello hello(String member) {
        Hello said = hellos.get(member);
        if (said == null) {
            throw new PooledRefused("not-a-member", member);
        }
        return said;
    }

    private byte[] joined(String member, boolean ofSeed, int length) {
        Map<Integer, byte[]> shares = new TreeMap<>();
        List<Opening> opened = new ArrayList<>(openings.values());
        for (Opening opening : opened) {
            byte[] share = (ofSeed ? opening.seeds() : opening.maskKeys()).get(member);
            if (share != null && share.length == SharedSecret.SHARE_BYTES) {
                shares.put(round.place(opening.from()), share);
            }
        }
        return SharedSecret.join(shares, round.needed(), length);
    }
}
