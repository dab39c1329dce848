package org.foyer.hub.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One meaning of a controlled vocabulary (SKOS concept).
 *
 * @param scheme name of its vocabulary, for instance {@code genres}
 * @param code Foyer's own word for it, which lasts: the last part of its address
 * @param broader code of the wider concept of the same vocabulary; null at the top
 * @param labels its name by language: {@code fr}, {@code en}, {@code de}, {@code nl}
 * @param alternatives other names by language, to be shown
 * @param hidden other names by language, to be recognised only
 * @param notes what else there is to know, by language
 * @param codes its code in a list of somebody else, by code of that list in the vocabulary {@code registers}
 * @param others other values by name of the property: {@code exactMatch}, {@code closeMatch}, {@code broadMatch},
 *     {@code relatedMatch}, {@code uriSpace}, {@code seeAlso}; addresses of concepts of Foyer are like {@code event-types/concert}
 */
public record Concept(
        String scheme,
        String code,
        @Nullable String broader,
        Map<String, String> labels,
        Map<String, List<String>> alternatives,
        Map<String, List<String>> hidden,
        Map<String, String> notes,
        Map<String, String> codes,
        Map<String, List<String>> others) {

    /** Values of a property, empty where it has none. */
    public List<String> values(String property) {
        return others.getOrDefault(property, List.of());
    }

    /** All words for it, in all languages, those to be recognised only too. */
    public List<String> words() {
        return Stream.of(
                        labels.values().stream(),
                        alternatives.values().stream().flatMap(List::stream),
                        hidden.values().stream().flatMap(List::stream))
                .flatMap(words -> words)
                .toList();
    }

    /** Its address, behind that of the node: {@code /id/vocabulary/genres/opera}. */
    public String path() {
        return Vocabulary.PATH + scheme + "/" + code;
    }

    /** Its name in a language, in English where it has none in that. */
    public String label(String language) {
        return labels.getOrDefault(language, labels.getOrDefault("en", code));
    }
}
