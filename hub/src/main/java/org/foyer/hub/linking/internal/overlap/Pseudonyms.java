package org.foyer.hub.linking.internal.overlap;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Iterator;
import org.foyer.hub.linking.BlindedPeople;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;

/**
 * A house's side of making pseudonyms: blinds the keys of its people, has them multiplied by both holders, takes the blinding off. What is
 * left is the same for the same person in every house, and nobody makes it who does not ask both holders. Holds 48 bytes for each person.
 */
public final class Pseudonyms implements BlindedPeople {

    /** Bytes of a pseudonym. */
    static final int BYTES = 16;

    private final byte[] scope;
    private final byte[] unblinding;
    private final Column points;
    private final Column made;
    private int byFirst;
    private int bySecond;

    /**
     * @param blinding 32 random bytes; the same again when the same set is offered again after a break
     * @throws OverlapRefused {@code overlap-sketch-small} before anything leaves the house, {@code overlap-set-large}
     */
    public Pseudonyms(PseudonymScope scope, Iterator<String> keys, byte[] blinding) throws OverlapRefused {
        byte[] scalar = Curve.clamped(blinding.clone());
        this.scope = scope.digest();
        this.unblinding = Curve.inverse(scalar);
        this.points = Blinding.ofKeys(keys, this.scope, scalar, SetRules.SET_MAX);
        SetRules.checkSketched(points.size());
        this.made = new Column(BYTES, points.size());
    }

    @Override
    public int size() {
        return points.size();
    }

    @Override
    public int messages() {
        return SetRules.messages(points.size());
    }

    @Override
    public byte[] digests() {
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        for (int number = 0; number < messages(); number++) {
            digests.writeBytes(sha256().digest(message(number)));
        }
        return digests.toByteArray();
    }

    @Override
    public byte[] message(int number) {
        int from = number * Message.POINTS_MAX;
        return Message.of(
                Message.Kind.ASKED_POINTS, scope, points.slice(from, from + SetRules.pointsOf(points.size(), number)));
    }

    @Override
    public void byFirst(int number, byte[] answer) throws OverlapRefused {
        byte[] multiplied = read(number, byFirst, answer);
        points.put(number * Message.POINTS_MAX, multiplied);
        byFirst++;
    }

    @Override
    public void bySecond(int number, byte[] answer) throws OverlapRefused {
        if (byFirst != messages()) {
            throw new OverlapRefused("overlap-message");
        }
        byte[] bare = Blinding.ofPoints(read(number, bySecond, answer), unblinding);
        for (int at = 0; at < bare.length; at += Curve.BYTES) {
            made.add(pseudonym(scope, Arrays.copyOfRange(bare, at, at + Curve.BYTES)), 0);
        }
        bySecond++;
    }

    /** As many points as were sent, in the order of their bytes, none twice. */
    private byte[] read(int number, int due, byte[] answer) throws OverlapRefused {
        byte[] multiplied = Message.read(answer, Message.Kind.ASKED_POINTS, scope, Curve.BYTES)
                .content();
        if (number != due
                || number >= messages()
                || multiplied.length != SetRules.pointsOf(points.size(), number) * Curve.BYTES) {
            throw new OverlapRefused("overlap-message");
        }
        new Column(Curve.BYTES, multiplied.length / Curve.BYTES).takeAscending(multiplied, 0);
        return multiplied;
    }

    static byte[] pseudonym(byte[] scope, byte[] point) {
        MessageDigest sha256 = sha256();
        sha256.update(scope);
        return sha256.digest(point);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] sketch() throws OverlapRefused {
        if (made.size() != points.size()) {
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
