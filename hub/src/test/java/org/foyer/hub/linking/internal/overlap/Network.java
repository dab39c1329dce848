package org.foyer.hub.linking.internal.overlap;

import java.security.SecureRandom;
import java.util.Iterator;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;

/** Two holders of keys, and houses that have pseudonyms made by them. */
final class Network {

    static final PseudonymScope SCOPE = new PseudonymScope("reach", "2026-Q4");

    final KeyHolder one = new KeyHolder(Party.secret(11));
    final KeyHolder other = new KeyHolder(Party.secret(12));

    Pseudonyms made(PseudonymScope scope, Iterator<String> keys) throws OverlapRefused {
        byte[] blinding = new byte[32];
        new SecureRandom().nextBytes(blinding);
        Pseudonyms pseudonyms = new Pseudonyms(scope, keys, blinding);
        for (int number = 0; number < pseudonyms.messages(); number++) {
            pseudonyms.byFirst(number, multiplied(one, scope, pseudonyms, number));
        }
        for (int number = 0; number < pseudonyms.messages(); number++) {
            pseudonyms.bySecond(number, multiplied(other, scope, pseudonyms, number));
        }
        return pseudonyms;
    }

    static byte[] multiplied(KeyHolder holder, PseudonymScope scope, Pseudonyms pseudonyms, int number)
            throws OverlapRefused {
        return holder.multiply(scope, SetRules.pointsOf(pseudonyms.size(), number), pseudonyms.message(number));
    }
}
