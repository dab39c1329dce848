package org.foyer.hub.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.SignedPost;
import org.foyer.hub.exchange.internal.touring.AskedTours;
import org.foyer.hub.exchange.internal.touring.ParticipantGrants;
import org.foyer.hub.exchange.internal.touring.ShowDesk;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.ShowGrants.Done;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.governance.Touring;
import org.foyer.hub.insight.ShowFigures;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Shows of a company in houses of this node and of others: found, asked for, looked at. */
public interface Tours {

    /** Stops of one tour that are looked at. */
    int STOPS_MAX = 200;

    /** How long a look at a tour waits for all other nodes together; of those that take longer the last answer is told. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * A show that may be asked for.
     *
     * @param iri lasting identifier, on the node of its house
     * @param node participant whose node it is; empty for this one
     * @param house short name
     */
    record Found(
            String iri,
            String id,
            String node,
            String house,
            String houseName,
            String title,
            @Nullable String venue,
            LocalDate first,
            LocalDate last) {}

    /**
     * The show with a lasting identifier, here or on the node of a participant.
     *
     * @throws GrantRefused {@code tour-show-unknown}, {@code node-unknown}, {@code node-away}
     */
    Found find(String iri);

    /**
     * Asks the house that plays a show.
     *
     * @throws GrantRefused as {@link #find}, or when the other node refuses
     */
    Done ask(House asker, String iri, Wish wish, Actor actor);

    /** Withdraws a request; of one to another node, when that node said so too. @throws GrantRefused {@code node-away} */
    Done withdraw(House asker, long id, Actor actor);

    /** How the company calls its shows, by name. */
    List<String> names(House asker);

    /**
     * One of them, with what each house tells now.
     *
     * @param asOf day as known on which; null for the latest that each house tells
     */
    Optional<Tour> tour(House asker, String name, @Nullable LocalDate asOf, Actor actor);

    /**
     * This node's answer to a step of another.
     *
     * @param caller participant, as its token proves
     * @param step {@code find}, {@code ask}, {@code withdraw} or {@code look}
     * @throws GrantRefused when the step is not taken
     */
    String answer(String caller, String step, String json);

    /** The other nodes, as far as this service needs them. */
    interface Peers {

        /** The participant under whose address an identifier lies; empty when it is nobody's. */
        Optional<Participant> owner(String iri);

        /** What signs an answer to a participant, and opens one from it. */
        String sealed(String to, String step, String json);

        /** @throws GrantRefused {@code grant-message} when it is not signed by the key that was exchanged */
        String opened(String from, String step, String json);

        /** What an answer is signed as, so that no answer to another message passes for it. */
        static String answerTo(String step, String message) {
            return SignedPost.answerTo(step, message);
        }

        /** @throws GrantRefused {@code node-away} when no answer came, {@code node-refused} when it was a refusal */
        String call(String node, String step, String json);
    }

    /**
     * Those of a data space.
     *
     * @param keys folder of this node's keys
     */
    static Peers among(Identity identity, Participants participants, Post post, Path keys) {
        return new ParticipantGrants(identity, participants, post, NodeKey.there(keys));
    }

    /**
     * Puts it together.
     *
     * @param base address of this node, without a final slash; empty when it has none
     * @param peers empty while this node is in no data space
     * @param patience as {@link #PATIENCE}
     */
    static Tours over(
            Touring touring,
            ShowFigures figures,
            LinkedData data,
            Shows shows,
            Houses houses,
            String base,
            Supplier<Optional<Peers>> peers,
            Duration patience) {
        return new AskedTours(touring, figures, new ShowDesk(data, shows, houses, base), peers, patience);
    }
}
