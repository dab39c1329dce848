package org.foyer.hub.fetching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.fetching.internal.AddressRules;
import org.foyer.hub.fetching.internal.Delivery;

/**
 * Brings one message at a time to a host that is known beforehand, by the same rules by which anything is fetched: only http and https,
 * only hosts that were named, only public addresses. Nothing is followed and nothing is tried again here.
 */
public final class Courier implements AutoCloseable {

    /** What came back. */
    public record Receipt(int status, String body) {}

    private final AddressRules rules;
    private final Delivery delivery;

    public Courier(FetchLimits limits, Outside outside) {
        this.rules = new AddressRules(outside);
        this.delivery = new Delivery(limits, rules);
    }

    /**
     * Posts a JSON message once.
     *
     * @param hosts that may be written to, in lower case, without ports
     * @param answerBytesMax how long the answer may be
     * @throws IOException when it cannot be brought, the answer is too long or takes too long, or the address is not allowed
     */
    public Receipt post(
            URI address, Set<String> hosts, Map<String, String> headers, String json, int answerBytesMax)
            throws IOException {
        rules.check(address, hosts);
        return delivery.post(address, headers, json, answerBytesMax);
    }

    @Override
    public void close() {
        try {
            delivery.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
