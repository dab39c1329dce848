package org.foyer.hub.exchange.internal.touring;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.internal.MessageBodies;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.insight.ShowSheet;
import org.jspecify.annotations.Nullable;

/** What nodes tell each other about single shows, as JSON: requests, states and figures, never rows and no names of people. */
final class GrantBodies {

    static final String FIND = "find";
    static final String ASK = "ask";
    static final String WITHDRAW = "withdraw";
    static final String LOOK = "look";

    private GrantBodies() {}

    /** @param id of the run */
    record Find(String id) {}

    /**
     * @param uid of the request, as the asking node made it
     * @param house short name of the house that asks, on its node
     */
    record Ask(String uid, String house, String houseName, String id, Wish wish) {}

    record Withdraw(String uid) {}

    /** @param asOf null for the latest */
    record Look(String uid, @Nullable LocalDate asOf) {}

    /**
     * How a request stands, and what is told.
     *
     * @param grant null when it was refused
     */
    record Told(
            @Nullable ShowGrant grant,
            List<Fault> faults,
            @Nullable ShowSheet sheet,
            @Nullable String withheld) {}

    static String write(Object body) {
        return MessageBodies.write(body);
    }

    /** @throws GrantRefused {@code grant-message} when it is none */
    static <T> T read(String json, Class<T> type) {
        return MessageBodies.read(json, type).orElseThrow(() -> new GrantRefused("grant-message"));
    }
}
