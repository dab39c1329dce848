package org.foyer.hub.exchange.internal.pooled;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.exchange.internal.pooled.Messages.Hello;
import org.foyer.hub.exchange.internal.pooled.Messages.RollCall;
import org.jspecify.annotations.Nullable;

/** Steps of a question as JSON. Bytes are Base64. */
final class Bodies {

    static final String WILLING = "willing";
    static final String HELLO = "hello";
    static final String PARCELS = "parcels";
    static final String PART = "part";
    static final String ROLL_CALL = "roll-call";
    static final String OPENING = "opening";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private Bodies() {}

    /** @param why code of why not; null when it is */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Willing(boolean willing, @Nullable String why) {}

    record Hellos(String question, List<Hello> hellos) {}

    record Boxes(String question, Map<String, byte[]> parcels) {}

    record Present(String question, List<String> members) {}

    record Rolls(String question, List<RollCall> rolls) {}

    static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws PooledRefused when it is none */
    static <T> T read(String json, Class<T> type) {
        try {
            T body = JSON.readValue(json, type);
            if (body == null) {
                throw new PooledRefused("message-malformed", type.getSimpleName());
            }
            return body;
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof PooledRefused refused) {
                throw refused;
            }
            throw new PooledRefused("message-malformed", type.getSimpleName());
        } catch (NullPointerException missing) {
            throw new PooledRefused("message-malformed", type.getSimpleName());
        }
    }
}
