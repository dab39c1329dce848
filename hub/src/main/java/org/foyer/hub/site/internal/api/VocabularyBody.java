package org.foyer.hub.site.internal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * A vocabulary for programs.
 *
 * @param id its address as linked data
 * @param size how many concepts it has
 * @param concepts all of them; not in a list of vocabularies
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VocabularyBody(
        String name,
        String id,
        Map<String, String> titles,
        Map<String, String> descriptions,
        int size,
        @Nullable List<One> concepts) {

    /**
     * A concept.
     *
     * @param codes in the lists of others, by the code of the list in the vocabulary {@code registers}
     * @param matches addresses of others by kind of match ({@code exactMatch}, {@code closeMatch}, {@code broadMatch} …)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record One(
            String code,
            String id,
            @Nullable String broader,
            Map<String, String> labels,
            Map<String, List<String>> alternatives,
            Map<String, String> codes,
            Map<String, List<String>> matches) {}

    /** @param base address of the node, without a final slash */
    public static VocabularyBody of(Vocabulary vocabulary, String base, boolean whole) {
        List<Concept> concepts = vocabulary.concepts();
        return new VocabularyBody(
                vocabulary.name(),
                base + Vocabulary.PATH + vocabulary.name(),
                vocabulary.titles(),
                vocabulary.descriptions(),
                concepts.size(),
                whole ? concepts.stream().map(one -> concept(one, base)).toList() : null);
    }

    private static One concept(Concept concept, String base) {
        return new One(
                concept.code(),
                base + concept.path(),
                concept.broader(),
                concept.labels(),
                concept.alternatives(),
                concept.codes(),
                concept.others());
    }
}
