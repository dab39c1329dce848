package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading with limits, and writing. */
final class Json {

    private static final int DEPTH_MAX = 40;
    private static final int TEXT_CHARACTERS_MAX = 64 << 10;

    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxStringLength(TEXT_CHARACTERS_MAX)
                        .build());
        return mapper;
    }

    /** An object; nothing when it is none, is nested too deep, or names something twice. */
    static Optional<ObjectNode> read(@Nullable String text) {
        try {
            JsonNode read = text == null ? null : MAPPER.readTree(text);
            return read instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    /** What this node wrote itself. */
    static ObjectNode own(@Nullable String text) {
        return read(text).orElseThrow(() -> new IllegalStateException("not what was stored"));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Whether a text can be the name of something: not blank, not too long, no letters that no register keeps. */
    static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= MessageCheck.NAME_CHARACTERS_MAX
                && text.codePoints()
                        .noneMatch(letter ->
                                Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE);
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }
}
