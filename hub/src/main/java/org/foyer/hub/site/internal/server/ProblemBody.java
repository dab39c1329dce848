package org.foyer.hub.site.internal.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type {@code urn:foyer:problem:} and the code
 * @param title what happened, in the reader's language
 * @param status the HTTP status
 * @param code stable code
 * @param mend what to do about it, in the reader's language
 * @param problems everything that is wrong with a list that was sent, when it is refused for its items
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(String type, String title, int status, String code, String mend, List<Part> problems) {

    /**
     * What is wrong with one item.
     *
     * @param number of the item in the list that was sent, from 1; 0 for the list as a whole
     * @param field or column of it; null when it is about all of it
     * @param code stable code
     */
    public record Part(long number, @Nullable String field, String code, String title, String mend) {}

    static ProblemBody of(int status, String code, List<String> arguments, Locale language) {
        Sentences sentences = Sentences.in(language);
        return new ProblemBody(
                "urn:foyer:problem:" + code,
                sentences.sentence(code, arguments),
                status,
                code,
                sentences.mend(code, arguments),
                List.of());
    }

    /** The same with what is wrong with each item. */
    ProblemBody with(List<Problem> items, Locale language) {
        Sentences sentences = Sentences.in(language);
        return new ProblemBody(
                type,
                title,
                status,
                code,
                mend,
                items.stream()
                        .map(item -> new Part(
                                item.place().line(),
                                item.place().column(),
                                item.code(),
                                sentences.sentence(item.code(), item.arguments()),
                                sentences.mend(item.code(), item.arguments())))
                        .toList());
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
