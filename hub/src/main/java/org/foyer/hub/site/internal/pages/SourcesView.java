package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sources of a house that are pulled.
 *
 * @param told how they do, in a sentence
 * @param problems why one could not be added
 * @param form what was written, to be written on
 */
public record SourcesView(String base, String told, List<WordsView.Problem> problems, List<Source> sources, Form form) {

    /**
     * One source; the tone of its state is {@code good}, {@code bad} or {@code warn}.
     *
     * @param host and no more of the address, which may be long
     * @param last when something came last
     * @param next when it is asked again
     * @param run address of the last run, or null
     * @param why what is wrong, or null
     * @param held whether an answer waits for a word
     */
    public record Source(
            String slug,
            String name,
            String kind,
            String host,
            String state,
            String tone,
            String last,
            String next,
            @Nullable String records,
            @Nullable String run,
            WordsView.@Nullable Problem why,
            boolean held) {}

    /** What a person writes of a new one. A secret is not written back. */
    public record Form(
            String name,
            String address,
            String hosts,
            String recipe,
            String pages,
            List<ImportView.Option> kinds,
            List<ImportView.Option> every) {}
}
