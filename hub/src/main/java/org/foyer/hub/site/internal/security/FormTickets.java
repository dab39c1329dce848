package org.foyer.hub.site.internal.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tickets in forms that anyone may send: each form is good for one sending, for some hours. A ticket is signed and holds no trace of who got
 * it; of a used one only the signature is kept, in memory, until it would have ended anyway. A restart ends all of them.
 */
public final class FormTickets {

    /** How long a form may lie open. */
    public static final Duration LIFE = Duration.ofHours(3);

    /** Used tickets that are remembered; while there are so many no other is taken. */
    static final int USED_MAX = 200_000;

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 16;
    private static final int BODY_BYTES = 3 * Long.BYTES;

    private final Clock clock;
    private final SecureRandom random;
    private final SecretKeySpec key;

    /** Signature and end, oldest use first. */
    private final Map<String, Long> used = new LinkedHashMap<>();

    public FormTickets(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, MAC);
    }

    /** A ticket for the form of this number. */
    public String give(long form) {
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .putLong(form)
                .putLong(clock.millis())
                .putLong(random.nextLong())
                .array();
        byte[] whole = Arrays.copyOf(body, BODY_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature(body), 0, whole, BODY_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Uses a ticket up. @return false when it is none of this form, is too old or was used already */
    public boolean use(String ticket, long form) {
        byte[] whole = bytes(ticket);
        if (whole.length != BODY_BYTES + SIGNATURE_BYTES) {
            return false;
        }
        byte[] body = Arrays.copyOf(whole, BODY_BYTES);
        byte[] signed = Arrays.copyOfRange(whole, BODY_BYTES, whole.length);
        if (!MessageDigest.isEqual(signed, signature(body))) {
            return false;
        }
        ByteBuffer read = ByteBuffer.wrap(body);
        boolean same = read.getLong() == form;
        long end = read.getLong() + LIFE.toMillis();
        return same && clock.millis() < end && isFirstUse(Base64.getEncoder().encodeToString(signed));
    }

    private synchronized boolean isFirstUse(String signature) {
        long now = clock.millis();
        Iterator<Long> ends = used.values().iterator();
        while (ends.hasNext() && ends.next() <= now) {
            ends.remove();
        }
        // kept for a whole life from its use, so that the oldest stands first
        return used.size() < USED_MAX && used.putIfAbsent(signature, now + LIFE.toMillis()) == null;
    }

    private static byte[] bytes(String ticket) {
        try {
            return ticket.length() > 100 ? new byte[0] : Base64.getUrlDecoder().decode(ticket);
        } catch (IllegalArgumentException unreadable) {
            return new byte[0];
        }
    }

    private byte[] signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(body), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
