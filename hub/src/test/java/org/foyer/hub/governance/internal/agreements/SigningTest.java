package org.foyer.hub.governance.internal.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.foyer.hub.governance.internal.agreements.Signing.Keys;
import org.foyer.hub.governance.internal.agreements.Signing.Signed;
import org.junit.jupiter.api.Test;

/** What was found true of one signature is remembered, and believed of nothing else. */
class SigningTest {

    private static final Signed SAID = new Signed("urn:a", 1, "urn:house", "texte", "text", "{}");

    private final Keys keys = Signing.make();
    private final String jws = Signing.sign(SAID, keys.privateKey());

    @Test
    void aSignatureThatHeldHoldsForNothingElse() {
        assertThat(Signing.holds(jws, SAID, keys.publicKey())).isTrue();
        assertThat(Signing.holds(jws, SAID, keys.publicKey())).isTrue();
        assertThat(Signing.holds(jws, new Signed("urn:a", 1, "urn:house", "autre", "text", "{}"), keys.publicKey()))
                .isFalse();
        assertThat(Signing.holds(jws, new Signed("urn:a", 2, "urn:house", "texte", "text", "{}"), keys.publicKey()))
                .isFalse();
        assertThat(Signing.holds(jws, SAID, Signing.make().publicKey())).isFalse();
        assertThat(Signing.holds(jws, SAID, null)).isFalse();
        assertThat(Signing.holds(cutShort(), SAID, keys.publicKey())).isFalse();
        assertThat(Signing.holds(jws, SAID, keys.publicKey())).isTrue();
    }

    @Test
    void aWordToANetworkIsNoSignatureUnderAnAgreement() {
        Map<String, String> claims = Map.of("agreement", "urn:a");
        String word = Signing.sign(claims, keys.privateKey());
        assertThat(Signing.holds(word, claims, keys.publicKey())).isTrue();
        assertThat(Signing.holds(word, SAID, keys.publicKey())).isFalse();
        assertThat(Signing.holds(word, Map.of("agreement", "urn:b"), keys.publicKey()))
                .isFalse();
    }

    private String cutShort() {
        return jws.substring(0, jws.length() - 2);
    }
}
