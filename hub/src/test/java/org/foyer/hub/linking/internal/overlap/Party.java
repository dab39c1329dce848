package org.foyer.hub.linking.internal.overlap;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.foyer.hub.linking.OverlapAnswer;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;

/** Two houses in one test, which know of each other only the messages between them. */
final class Party {

    static final OverlapQuestion QUESTION =
            new OverlapQuestion("https://one.example", "https://two.example", "overlap", "2026-Q4");

    final byte[] askerSecret = secret(1);
    final byte[] answererSecret = secret(2);
    final List<byte[]> wire = new ArrayList<>();

    static byte[] secret(int number) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) number);
        return secret;
    }

    static Iterator<String> buyers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "e:buyer" + i + "@example.org")
                .iterator();
    }

    byte[] sent(byte[] message) {
        wire.add(message);
        return message;
    }

    long bytes() {
        return wire.stream().mapToLong(message -> message.length).sum();
    }

    OverlapAnswer ask(Iterator<String> asker, Iterator<String> answerer) throws OverlapRefused {
        SecureRandom random = new SecureRandom();
        Asking asking = new Asking(QUESTION, asker, askerSecret, random);
        Answering answering =
                new Answering(QUESTION, answerer, answererSecret, random, (question, commitment, size) -> {});
        return run(asking, answering);
    }

    OverlapAnswer run(Asking asking, Answering answering) throws OverlapRefused {
        asking.accepted(sent(answering.accept(sent(asking.offer()))));
        for (Iterator<byte[]> points = asking.points(); points.hasNext(); ) {
            answering.take(sent(points.next()));
        }
        for (Iterator<byte[]> answer = answering.answer(); answer.hasNext(); ) {
            asking.take(sent(answer.next()));
        }
        OverlapAnswer told = answering.result(sent(asking.result()));
        if (!told.equals(asking.answer())) {
            throw new AssertionError("the houses know different answers");
        }
        return told;
    }
}
