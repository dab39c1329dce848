package org.foyer.hub.exchange.internal.pooled;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
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

    /** Strict: a number is no text, a name stands once, and nothing follows. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

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
            if (!isWhole(body)) {
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

    /** Whether nothing is missing that must be there, at any depth. */
    private static boolean isWhole(@Nullable Object value) {
        if (value instanceof Collection<?> all) {
            return all.stream().allMatch(Bodies::isWhole);
        }
        if (value instanceof Map<?, ?> all) {
            return isWhole(all.values());
        }
        return value instanceof Record
                ? Arrays.stream(value.getClass().getRecordComponents()).allMatch(part -> isWhole(value, part))
                : value != null;
    }

    private static boolean isWhole(Object body, RecordComponent part) {
        try {
            Object value = part.getAccessor().invoke(body);
            return isWhole(value) || value == null && part.getAnnotatedType().isAnnotationPresent(Nullable.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
