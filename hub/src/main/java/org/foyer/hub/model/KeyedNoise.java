package org.foyer.hub.model;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret whole number for each question, small ones likelier: the discrete Laplace distribution of scale {@value #SCALE}, drawn with
 * integers alone after Canonne, Kamath and Steinke (2020, algorithm 2), so that nothing can be read from how doubles are rounded (Mironov
 * 2012). The same question gives the same number: asking again averages nothing away.
 */
public final class KeyedNoise {

    /** One buyer more or less changes the odds of any answer by a factor of at most e to the 1/{@value}. */
    public static final int SCALE = 5;

    private final Mac mac;
    private long count;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private final byte[] label;
    private final int scale;

    private KeyedNoise(byte[] secret, byte[] label, int scale) {
        this.scale = scale;
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            this.mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            this.label = label;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param secret of the node, 32 bytes, never told nor changed @param label the question and who draws */
    public static int of(byte[] secret, byte[] label) {
        return of(secret, label, SCALE);
    }

    /** @param scale from 1 to 1,000; one buyer more or less changes the odds by e to the 1/scale at most */
    public static int of(byte[] secret, byte[] label, int scale) {
        if (scale < 1 || scale > 1_000) {
            throw new IllegalArgumentException("scale out of range: " + scale);
        }
        return new KeyedNoise(secret, label, scale).laplace();
    }

    private int laplace() {
        while (true) {
            int within = below(scale);
            if (!oneInExp(within, scale)) {
                continue;
            }
            int times = 0;
            while (oneInExp(1, 1)) {
                times++;
            }
            int size = within + scale * times;
            boolean negative = below(2) == 1;
            if (size != 0 || !negative) {
                return negative ? -size : size;
            }
        }
    }

    /** True with probability exp(−over/under), where over is at most under. */
    private boolean oneInExp(int over, int under) {
        int k = 1;
        while (below(under * k) < over) {
            k++;
        }
        return k % 2 == 1;
    }

    /** Even from 0 to before the limit. */
    private int below(int limit) {
        int most = Integer.MAX_VALUE - Integer.MAX_VALUE % limit;
        int drawn;
        do {
            if (bytes.remaining() < Integer.BYTES) {
                mac.update(label);
                bytes = ByteBuffer.wrap(mac.doFinal(
                        ByteBuffer.allocate(Long.BYTES).putLong(count++).array()));
            }
            drawn = bytes.getInt() & Integer.MAX_VALUE;
        } while (drawn >= most);
        return drawn % limit;
    }
}
