package org.foyer.hub.linking.internal.overlap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;

/**
 * A house's side of making pseudonyms: blinds the keys of its people, has them multiplied by both holders, takes the blinding off. What is
 * left is the same for the same person in every house, and nobody makes it who does not ask both holders.
 */
public final class Pseudonyms {

    /** Bytes of a pseudonym. */
    static final int BYTES = 16;

    private final byte[] scope;
    private final byte[] unblinding;
    private final Column blinded;
    private final Column made;

    public Pseudonyms(PseudonymScope scope, Iterator<String> keys, SecureRandom random) throws OverlapRefused {
        byte[] blinding = Curve.randomScalar(random);
        this.scope = scope.digest();
        this.unblinding = Curve.inverse(blinding);
        this.blinded = Blinding.ofKeys(keys, this.scope, blinding, SetRules.SET_MAX);
        SetRules.check(blinded.size());
        this.made = new Column(BYTES, blinded.size());
    }

    public int size() {
        return blinded.size();
    }

    public byte[] commitment() {
        return blinded.digest(scope);
    }

    /** For the first holder. */
    public Iterator<byte[]> points() {
        return Asking.messages(blinded, Message.Kind.ASKED_POINTS, scope);
    }

    /** Takes what came back from the second holder. */
    public void take(byte[] message) throws OverlapRefused {
        byte[] points = Message.read(message, Message.Kind.ASKED_POINTS, scope, Curve.BYTES)
                .content();
        if (made.size() + points.length / Curve.BYTES > blinded.size()) {
            throw new OverlapRefused("overlap-message");
        }
        byte[] bare = Blinding.ofPoints(points, unblinding);
        for (int at = 0; at < bare.length; at += Curve.BYTES) {
            made.add(pseudonym(scope, Arrays.copyOfRange(bare, at, at + Curve.BYTES)), 0);
        }
    }

    static byte[] pseudonym(byte[] scope, byte[] point) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(scope);
            return sha256.digest(point);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The sketch of all people of the house, for the pool alone.
     *
     * @throws OverlapRefused {@code overlap-message} before all came back; {@code overlap-sketch-small}
     */
    public byte[] sketch() throws OverlapRefused {
        if (made.size() != blinded.size()) {
            throw new OverlapRefused("overlap-message");
        }
        return Sketch.of(made).bytes(scope);
    }

    /** All of them, in the order of their bytes; they do not leave the house. */
    Column made() {
        made.sort();
        return made;
    }
}
