package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the programme of a house goes.
 *
 * @param told how it does, in a sentence
 * @param ways in which anybody has it already
 * @param problems why an agenda could not be connected
 * @param form what was written, to be written on
 */
public record PublicationView(
        String base, String told, List<Way> ways, List<Agenda> agendas, List<WordsView.Problem> problems, Form form) {

    /**
     * A way that is open to anybody; the tone of its state is {@code good} or {@code warn}.
     *
     * @param says what it is for
     */
    public record Way(String name, String says, String state, String tone, List<Link> links) {}

    /** An address, and what it is called. */
    public record Link(String text, String href) {}

    /**
     * An agenda; the tone of its state is {@code good}, {@code bad} or {@code warn}.
     *
     * @param there how many events stand there
     * @param last when it was sent to last
     * @param next when it is sent to again, or that somebody must say so
     * @param did what the last run did, or null
     * @param why what is wrong, or null
     */
    public record Agenda(
            String slug,
            String name,
            String kind,
            String state,
            String tone,
            String there,
            String last,
            String next,
            @Nullable String did,
            WordsView.@Nullable Problem why) {}

    /** What a person writes of a new one. A secret is not written back. */
    public record Form(
            String name,
            String agenda,
            String client,
            String places,
            String address,
            String token,
            String search,
            List<ImportView.Option> kinds,
            List<ImportView.Option> languages,
            List<ImportView.Option> every) {}
}
