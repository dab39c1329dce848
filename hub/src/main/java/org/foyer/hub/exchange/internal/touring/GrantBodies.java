package org.foyer.hub.exchange.internal.touring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.exchange.GrantRefused;
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

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

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
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GrantRefused {@code grant-message} when it is none */
    static <T> T read(String json, Class<T> type) {
        try {
            T body = JSON.readValue(json, type);
            if (body == null) {
                throw new GrantRefused("grant-message");
            }
            return body;
        } catch (JsonProcessingException | NullPointerException e) {
            throw new GrantRefused("grant-message");
        }
    }
}
