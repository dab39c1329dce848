package org.foyer.hub.site.internal.server;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Sha256;

/** How our words are written in JSON, by the API and the command line alike: days and instants in ISO 8601, ids plain. */
@Singleton
public class JsonFormat implements ObjectMapperCustomizer {

    /** A mapper for use outside the framework. */
    public static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());
        new JsonFormat().customize(mapper);
        return mapper;
    }

    /** For people to read. @param told a record of this project, or of records, lists and maps */
    public static String pretty(Object told) {
        try {
            return mapper().writerWithDefaultPrettyPrinter().writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(told.getClass() + " cannot be written as JSON", e);
        }
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.addMixIn(HouseId.class, NumberedHouse.class);
        mapper.addMixIn(IntakeRunId.class, NumberedRun.class);
        mapper.addMixIn(Season.class, LabelledSeason.class);
        mapper.addMixIn(Sha256.class, HexDigest.class);
    }

    private interface NumberedHouse {
        @JsonValue
        int value();
    }

    private interface NumberedRun {
        @JsonValue
        int value();
    }

    private interface LabelledSeason {
        @JsonValue
        String label();
    }

    /** A digest is also read from JSON, when a file received before is named. */
    private abstract static class HexDigest {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        HexDigest(String hex) {}

        @JsonValue
        abstract String hex();
    }
}
