package org.foyer.hub.exchange.internal;

import java.time.Clock;
import org.foyer.hub.exchange.DataSpace;
import org.foyer.hub.exchange.Decisions;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Offering;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.store.Register;

/** Puts the parts of the room together. */
public final class Workings {

    private Workings() {}

    /** @param root address of the protocol on this node */
    public static DataSpace assembled(
            Register register,
            Identity identity,
            Offering offering,
            Decisions decisions,
            Post post,
            String root,
            Pace pace,
            Clock clock) {
        Grants grants = new Grants(register, clock, identity, root);
        Messages messages = new Messages(identity.self(), root);
        Outbox outbox = new Outbox(register, clock, identity, decisions, messages, grants, post, pace);
        Rounds rounds = new Rounds(outbox, clock, pace.atOnce());
        Openings openings = new Openings(register, clock, offering, pace);
        Inbox inbox = new Inbox(register, clock, identity.self(), pace);
        return new DataSpace(
                new ProtocolRoutes(
                        register,
                        identity,
                        openings,
                        inbox,
                        new CatalogAnswers(offering, identity.self(), root),
                        rounds,
                        pace.settling()),
                new RegisterConversations(
                        register, clock, identity, openings, outbox, grants, new Visits(identity, post), rounds),
                rounds::begin,
                () -> {
                    rounds.close();
                    post.close();
                });
    }
}
