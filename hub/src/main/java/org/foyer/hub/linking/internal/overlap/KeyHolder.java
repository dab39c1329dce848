package org.foyer.hub.linking.internal.overlap;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.foyer.hub.linking.OverlapLog;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;

/**
 * One of the two that make pseudonyms. It multiplies points which it cannot read by its key of a purpose and period; a pseudonym is made by
 * both keys, so that neither makes one alone. An oblivious pseudorandom function in the manner of Jarecki, Kiayias and Krawczyk (2014), with the key
 * shared by multiplication.
 */
public final class KeyHolder {

    private final byte[] master;
    private final OverlapLog log;

    /** @param master secret of the holder, 32 bytes @param log is told of each set once */
    public KeyHolder(byte[] master, OverlapLog log) {
        this.master = master.clone();
        this.log = log;
    }

    private byte[] key(PseudonymScope scope) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(master, "HmacSHA512"));
            return Curve.clamped(Arrays.copyOf(mac.doFinal(scope.digest()), Curve.BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Begins with a house's set of points.
     *
     * @param question with the house as asker, this holder as answerer and the scope's purpose and period
     * @param commitment to the points, 32 bytes
     * @param size how many there are: a house may not have more guesses than buyers
     */
    public Session session(OverlapQuestion question, byte[] commitment, int size) throws OverlapRefused {
        SetRules.check(size);
        log.asked(question, commitment, size);
        return new Session(new PseudonymScope(question.purpose(), question.period()), size);
    }

    /** Multiplies one set, message by message. */
    public final class Session {
        private final byte[] scope;
        private final byte[] key;
        private int left;

        private Session(PseudonymScope scope, int size) {
            this.scope = scope.digest();
            this.key = key(scope);
            this.left = size;
        }

        /** @return as many points in the order of their bytes */
        public byte[] multiply(byte[] message) throws OverlapRefused {
            byte[] points = Message.read(message, Message.Kind.ASKED_POINTS, scope, Curve.BYTES)
                    .content();
            left -= points.length / Curve.BYTES;
            if (left < 0) {
                throw new OverlapRefused("overlap-set-large");
            }
            Column checked = new Column(Curve.BYTES, points.length / Curve.BYTES);
            checked.takeAscending(points, 0);
            byte[] products = Blinding.ofPoints(points, key);
            Column sorted = new Column(Curve.BYTES, checked.size());
            for (int at = 0; at < products.length; at += Curve.BYTES) {
                sorted.add(products, at);
            }
            sorted.sort();
            return Message.of(Message.Kind.ASKED_POINTS, scope, sorted.slice(0, sorted.size()));
        }
    }
}
