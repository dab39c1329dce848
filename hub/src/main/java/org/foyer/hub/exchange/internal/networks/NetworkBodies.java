package org.foyer.hub.exchange.internal.networks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.foyer.hub.exchange.NetworkRefused;
import org.foyer.hub.governance.NetworkGuests.Told;
import org.foyer.hub.governance.Networks.Fault;
import org.jspecify.annotations.Nullable;

/** What nodes tell each other about networks, as JSON: texts, policies and signatures, never figures and no names of people. */
final class NetworkBodies {

    static final String LOOK = "look";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

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
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws NetworkRefused {@code network-message} when it is none */
    static <T> T read(String json, Class<T> type) {
        try {
            T body = JSON.readValue(json, type);
            if (body == null) {
                throw new NetworkRefused("network-message");
            }
            return body;
        } catch (JsonProcessingException | NullPointerException e) {
            throw new NetworkRefused("network-message");
        }
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
