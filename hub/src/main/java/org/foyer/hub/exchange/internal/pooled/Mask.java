package org.foyer.hub.exchange.internal.pooled;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Numbers modulo 2^64 that nobody can tell from chance without the seed (AES-256 in counter mode; a seed is used once). */
final class Mask {

    private static final int BLOCK_CELLS = 1_024;

    private Mask() {}

    /** Adds the numbers of a seed to those, or takes them away. */
    static void apply(long[] cells, byte[] seed, boolean add) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(seed, "AES"), new IvParameterSpec(new byte[16]));
            byte[] zeros = new byte[BLOCK_CELLS * Long.BYTES];
            for (int from = 0; from < cells.length; from += BLOCK_CELLS) {
                int count = Math.min(BLOCK_CELLS, cells.length - from);
                ByteBuffer numbers = ByteBuffer.wrap(cipher.update(zeros, 0, count * Long.BYTES));
                for (int cell = from; cell < from + count; cell++) {
                    cells[cell] += add ? numbers.getLong() : -numbers.getLong();
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
