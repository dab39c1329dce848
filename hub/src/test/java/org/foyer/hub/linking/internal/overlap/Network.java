package org.foyer.hub.linking.internal.overlap;

import java.security.SecureRandom;
import java.util.Iterator;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;

/** Two holders of keys, and houses that have pseudonyms made by them. */
final class Network {

    static final PseudonymScope SCOPE = new PseudonymScope("reach", "2026-Q4");

    final KeyHolder one = new KeyHolder(Party.secret(11), (question, commitment, size) -> {});
    final KeyHolder other = new KeyHolder(Party.secret(12), (question, commitment, size) -> {});

    Pseudonyms made(PseudonymScope scope, String house, Iterator<String> keys) throws OverlapRefused {
        Pseudonyms pseudonyms = new Pseudonyms(scope, keys, new SecureRandom());
        KeyHolder.Session first = session(one, scope, house, pseudonyms);
        KeyHolder.Session second = session(other, scope, house, pseudonyms);
        for (Iterator<byte[]> points = pseudonyms.points(); points.hasNext(); ) {
            pseudonyms.take(second.multiply(first.multiply(points.next())));
        }
        return pseudonyms;
    }

    private static KeyHolder.Session session(
            KeyHolder holder, PseudonymScope scope, String house, Pseudonyms pseudonyms) throws OverlapRefused {
        return holder.session(
                new OverlapQuestion(house, "holder", scope.purpose(), scope.period()),
                pseudonyms.commitment(),
                pseudonyms.size());
    }
}
