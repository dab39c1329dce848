package org.foyer.hub.exchange.internal.pooled;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Members who answer one question, and an asker who carries everything, or what it says it carries. */
final class Circle {

    final Round round;
    final Gathering gathering;
    final Map<String, Answering> members = new LinkedHashMap<>();
    final Map<String, long[]> parts = new LinkedHashMap<>();

    Circle(int size, int cells) {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            names.add("node-%02d".formatted(number));
        }
        this.round = new Round("question-1", names, cells, "");
        Map<String, KeyPair> pairs = new HashMap<>();
        Map<String, List<String>> known = new HashMap<>();
        SecureRandom random = new SecureRandom();
        for (String name : names) {
            KeyPair pair = signing();
            pairs.put(name, pair);
            known.put(name, List.of(open(pair)));
        }
        this.gathering = new Gathering(round, new PinnedKeys(text -> new byte[0], known));
        for (String name : names) {
            members.put(name, new Answering(round, name, new PinnedKeys(signer(pairs.get(name)), known), random));
            parts.put(name, random.longs(cells, -1_000_000, 1_000_000).toArray());
        }
    }

    static KeyPair signing() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is told to others. */
    static String open(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    static java.util.function.Function<String, byte[]> signer(KeyPair pair) {
        return text -> {
            try {
                java.security.Signature signature = java.security.Signature.getInstance("Ed25519");
                signature.initSign(pair.getPrivate());
                signature.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                return signature.sign();
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Who goes before which step: 1 to 4, or nobody. */
    void run(Map<String, Integer> leaving) {
        members.forEach((name, member) -> gathering.take(member.hello()));
        members.forEach((name, member) -> {
            if (stays(leaving, name, 1)) {
                gathering.take(member.parcels(gathering.hellos()));
            }
        });
        members.forEach((name, member) -> {
            if (stays(leaving, name, 2)) {
                gathering.take(member.part(gathering.parcelsFor(name), parts.get(name)));
            }
        });
        members.forEach((name, member) -> {
            if (stays(leaving, name, 3)) {
                gathering.take(member.rollCall(gathering.present()));
            }
        });
        members.forEach((name, member) -> {
            if (stays(leaving, name, 4)) {
                gathering.take(member.opening(gathering.rolls()));
            }
        });
    }

    static boolean stays(Map<String, Integer> leaving, String name, int step) {
        return leaving.getOrDefault(name, Integer.MAX_VALUE) > step;
    }

    long[] plainSum(Set<String> of) {
        long[] sum = new long[round.cells()];
        of.forEach(name -> {
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += parts.get(name)[cell];
            }
        });
        return sum;
    }
}
