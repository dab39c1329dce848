package org.foyer.hub.exchange;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Negotiations and transfers, for the people of this node. */
public interface Conversations {

    /** Rows of one page. */
    int PAGE_MAX = 200;

    /** What came of a wish. @param objections all of them; nothing was changed if there are any */
    record Outcome(List<String> objections, Optional<Conversation> conversation) {}

    /** Newest first. @param limit at most {@link #PAGE_MAX} */
    List<Conversation> all(int offset, int limit);

    /** Transfers that are not over, newest first. @param limit at most {@link #PAGE_MAX} */
    List<Conversation> running(int limit);

    Optional<Conversation> find(Kind kind, String pid);

    /**
     * Asks a provider for an agreement.
     *
     * @param address where its endpoints lie, under the address that is registered for it
     * @param offer ODRL, as JSON, as its catalogue has it
     */
    Outcome negotiate(String provider, String address, String dataset, String offer);

    /** Asks a provider for the data of an agreement. */
    Outcome transfer(String provider, String address, String agreement, String format);

    /** A catalogue as it was told. @param objections why there is none */
    record Told(List<String> objections, String json) {}

    /** Asks a provider what it offers. */
    Told catalogue(String provider);

    /** Asks many at one time; one that is dead or slow keeps the others from nothing. One answer for each, in the same order. */
    List<Harvested> harvest(List<Participant> participants);

    /**
     * Uses the data of a transfer once, as its terms allow: what is not here yet is brought here, and it is said that it is complete.
     *
     * @param to file that is written anew; at most {@link org.foyer.hub.catalogue.Dumps#FILE_BYTES_MAX} bytes
     * @param purpose what for; needed where the terms name one
     */
    Outcome fetch(String pid, Path to, @Nullable String purpose);

    /**
     * Takes the data of a transfer that the provider brings.
     *
     * @param authorization the header of that name, with the secret of the data address that this node told
     * @param digest the header Repr-Digest (RFC 9530); null when it was not told
     * @return the objections; nothing was kept if there are any
     */
    List<String> receive(String pid, @Nullable String authorization, InputStream data, @Nullable String digest);

    /** Whether data may be handed over in a transfer right now. */
    boolean runs(String pid);

    /** Handovers and uses under an agreement, newest first. @param limit at most {@link #PAGE_MAX} */
    List<UseMade> uses(String agreement, int limit);

    /** Says something in a conversation, as a person decided. It is stored at once and sent soon. */
    Outcome say(Kind kind, String pid, Step step);

    /** Newest first. @param limit at most {@link #PAGE_MAX} */
    List<Agreement> agreements(int offset, int limit);

    /** Keeps an agreement that was reached elsewhere. Answers whether there was none of that name. */
    boolean keep(Agreement agreement);

    /**
     * Ends an agreement now: nothing is handed out any more, and its transfers are ended on the other side as well. Answers whether it
     * counted until now.
     */
    boolean revoke(String agreement, String reason);

    /**
     * Uses the secret of a transfer once.
     *
     * @return the transfer whose data may be handed out now; nothing when the secret is not its own, is used up or too old, the
     *     transfer does not run, or its agreement counts no longer
     */
    Optional<Conversation> open(String pid, String secret);
}
