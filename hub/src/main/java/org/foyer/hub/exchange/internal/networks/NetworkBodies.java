package org.foyer.hub.exchange.internal.networks;

import java.util.List;
import org.foyer.hub.exchange.NetworkRefused;
import org.foyer.hub.exchange.internal.MessageBodies;
import org.foyer.hub.governance.NetworkGuests.Told;
import org.foyer.hub.governance.Networks.Fault;
import org.jspecify.annotations.Nullable;

/** What nodes tell each other about networks, as JSON: texts, policies and signatures, never figures and no names of people. */
final class NetworkBodies {

    static final String LOOK = "look";

    private NetworkBodies() {}

    /** @param uid of the invitation */
    record Look(String uid) {}

    /**
     * What came of a step.
     *
     * @param faults why it was not done
     * @param told to a look
     */
    record Heard(List<Fault> faults, @Nullable Told told) {}

    static String write(Object body) {
        return MessageBodies.write(body);
    }

    /** @throws NetworkRefused {@code network-message} when it is none */
    static <T> T read(String json, Class<T> type) {
        return MessageBodies.read(json, type).orElseThrow(() -> new NetworkRefused("network-message"));
    }

    /** What JSON lacks is null, whatever the record says. @throws NetworkRefused {@code network-message} */
    static void required(@Nullable Object... parts) {
        for (Object part : parts) {
            if (part == null) {
                throw new NetworkRefused("network-message");
            }
        }
    }
}
