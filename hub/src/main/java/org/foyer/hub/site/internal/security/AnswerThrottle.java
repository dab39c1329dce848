package org.foyer.hub.site.internal.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How many answers one network address, or one tablet, gives to a survey. Addresses are digested under a key drawn each day and held in memory
 * alone; when the day is over key and counts are gone. A theatre's Wi-Fi and a telephone network share one address among many
 * people, so the limits are those of an interval, not of a person: they keep a survey from being flooded, not from being answered twice.
 */
public final class AnswerThrottle {

    /** From one network address: as many as a full house gives over its Wi-Fi in an interval. */
    public static final Limit PHONE = new Limit(30, 120);

    /** From one tablet: an answer every ten seconds for ten minutes. */
    public static final Limit TABLET = new Limit(60, 600);

    /** Addresses and tablets that are counted in a day; while there are so many no other is let in. */
    static final int COUNTED_MAX = 100_000;

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** Answers in ten minutes and in a day (UTC). */
    public record Limit(int inWindow, int inDay) {}

    private static final class Count {
        long window;
        int inWindow;
        int inDay;
    }

    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Count> counts = new HashMap<>();
    private SecretKeySpec key;
    private long day;

    public AnswerThrottle(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.key = drawn(random);
    }

    private static SecretKeySpec drawn(SecureRandom random) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        return new SecretKeySpec(secret, MAC);
    }

    /** Counts an answer. @return false when it is one too many: then it is not counted */
    public synchronized boolean take(String who, Limit limit) {
        long now = clock.millis();
        newDay(now / Duration.ofDays(1).toMillis());
        String digest = digest(who);
        Count count = counts.get(digest);
        if (count == null) {
            if (counts.size() >= COUNTED_MAX) {
                return false;
            }
            count = new Count();
            counts.put(digest, count);
        }
        long window = now / WINDOW.toMillis();
        if (count.window != window) {
            count.window = window;
            count.inWindow = 0;
        }
        if (count.inWindow >= limit.inWindow() || count.inDay >= limit.inDay()) {
            return false;
        }
        count.inWindow++;
        count.inDay++;
        return true;
    }

    /** An answer that was counted and could not be kept. */
    public synchronized void giveBack(String who) {
        Count count = counts.get(digest(who));
        if (count != null) {
            count.inWindow = Math.max(0, count.inWindow - 1);
            count.inDay = Math.max(0, count.inDay - 1);
        }
    }

    private void newDay(long today) {
        if (day != today) {
            day = today;
            key = drawn(random);
            counts.clear();
        }
    }

    private String digest(String who) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(who.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What counts as one network: of an IPv6 address the first four groups, since one household has all the others. */
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String whole = address.replaceAll("[\\[\\]]", "").replaceAll("%.*", "");
        try {
            byte[] bytes = InetAddress.getByName(whole).getAddress();
            return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, Math.min(8, bytes.length)));
        } catch (UnknownHostException notAnAddress) {
            return whole;
        }
    }
}
