package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** How the register keeps a problem: its code and what its sentence needs. */
record KeptProblem(String code, List<String> arguments) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static @Nullable String write(@Nullable Problem problem) {
        try {
            return problem == null
                    ? null
                    : JSON.writeValueAsString(new KeptProblem(problem.code(), problem.arguments()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static @Nullable Problem read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            KeptProblem kept = JSON.readValue(text, KeptProblem.class);
            return Problem.stops(kept.code(), Place.of(""), kept.arguments().toArray(String[]::new));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
