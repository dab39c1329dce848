package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vocabulary as people read it.
 *
 * @param identifier its address as linked data
 * @param file address of its Turtle
 * @param languages names of the languages, in the order of the names of each row
 */
public record VocabularyView(
        String title,
        String about,
        String identifier,
        String file,
        String api,
        List<String> languages,
        List<Row> rows) {

    /** All vocabularies. */
    public record All(List<Listed> vocabularies) {}

    /** One in the list of all. */
    public record Listed(String href, String title, String about, String size) {}

    /** @param broader name of the wider concept @param note null where there is nothing more to know */
    public record Row(
            String code,
            @Nullable String broader,
            List<Name> names,
            List<Elsewhere> elsewhere,
            @Nullable String note) {}

    /** @param others other names in that language, empty where there are none */
    public record Name(String language, String text, String others) {}

    /** @param whose name of the list @param href null for a code without an address @param how null where it is the same */
    public record Elsewhere(
            String whose,
            String text,
            @Nullable String href,
            @Nullable String how) {}
}
