package org.foyer.hub.linking.internal.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A number for each value of a table, which nobody makes without a secret (HMAC-SHA-256, RFC 2104, its first 64 bits): what is kept of
 * values in place of them. Serves one thread.
 */
public final class ValueDigests {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final List<Field> fields;
    private final long[][] byField;

    private ValueDigests(List<Field> fields, byte[] secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.fields = fields;
        this.byField = new long[fields.size()][];
    }

    /** @param secret at least 16 bytes */
    public static ValueDigests of(RecordTable table, byte[] secret) {
        ValueDigests digests = new ValueDigests(table.fields(), secret);
        for (int field = 0; field < digests.byField.length; field++) {
            digests.byField[field] = digests.all(digests.fields.get(field));
        }
        return digests;
    }

    private long[] all(Field field) {
        long[] all = new long[field.pool().size()];
        for (int code = 0; code < all.length; code++) {
            if (field.occurs(code)) {
                all[code] = first(mac.doFinal(field.pool().text(code).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return all;
    }

    private static long first(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }

    /** Of a value that occurs in the field. @param field its position */
    long of(int field, int code) {
        return byField[field][code];
    }

    /** How many bytes {@link #write} writes. */
    public int rowBytes() {
        return Long.BYTES * byField.length;
    }

    /** Writes what stands for each value of a row, 0 where nothing is known. */
    public void write(int row, ByteBuffer into) {
        for (int field = 0; field < byField.length; field++) {
            int code = fields.get(field).code(row);
            into.putLong(code < 0 ? 0 : byField[field][code]);
        }
    }

    /** One number for some bytes, made with the same secret. */
    public long sign(byte[] bytes) {
        return first(mac.doFinal(bytes));
    }
}
