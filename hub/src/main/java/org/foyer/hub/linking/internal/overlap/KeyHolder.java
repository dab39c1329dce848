package org.foyer.hub.linking.internal.overlap;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;

/**
 * One of the two that make pseudonyms. It multiplies points which it cannot read by its key of a purpose and period; a pseudonym is made by
 * both keys, so that neither makes one alone. An oblivious pseudorandom function in the manner of Jarecki, Kiayias and Krawczyk (2014), with the key
 * shared by multiplication. Whose points it multiplies, and how often, {@link PromisedPoints} says.
 */
public final class KeyHolder {

    private final byte[] master;

    /** @param master secret of the holder, 32 bytes */
    public KeyHolder(byte[] master) {
        this.master = master.clone();
    }

    private byte[] key(byte[] scope) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(master, "HmacSHA512"));
            return Curve.clamped(Arrays.copyOf(mac.doFinal(scope), Curve.BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param due how many points the message must hold, in the order of their bytes
     * @return as many points in the order of their bytes
     * @throws OverlapRefused {@code overlap-message}, {@code overlap-other-question}, {@code overlap-order}, {@code overlap-point}
     */
    public byte[] multiply(PseudonymScope asked, int due, byte[] message) throws OverlapRefused {
        byte[] scope = asked.digest();
        byte[] points = Message.read(message, Message.Kind.ASKED_POINTS, scope, Curve.BYTES)
                .content();
        if (points.length != due * Curve.BYTES) {
            throw new OverlapRefused("overlap-message");
        }
        new Column(Curve.BYTES, due).takeAscending(points, 0);
        byte[] products = Blinding.ofPoints(points, key(scope));
        Column sorted = new Column(Curve.BYTES, due);
        for (int at = 0; at < products.length; at += Curve.BYTES) {
            sorted.add(products, at);
        }
        sorted.sort();
        return Message.of(Message.Kind.ASKED_POINTS, scope, sorted.slice(0, sorted.size()));
    }
}
