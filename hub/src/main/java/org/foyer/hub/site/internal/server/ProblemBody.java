package org.foyer.hub.site.internal.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type {@code urn:foyer:problem:} and the code
 * @param title what happened, in the reader's language
 * @param status the HTTP status
 * @param code stable code
 * @param mend what to do about it, in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(String type, String title, int status, String code, String mend) {

    static ProblemBody of(int status, String code, List<String> arguments, Locale language) {
        Sentences sentences = Sentences.in(language);
        return new ProblemBody(
                "urn:foyer:problem:" + code,
                sentences.sentence(code, arguments),
                status,
                code,
                sentences.mend(code, arguments));
    }

    /** The body as text, for answers given before the framework is asked. */
    String json() {
        try {
            return JsonFormat.mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
