package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Handover;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Offering;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;

/** Brings the data of transfers to the address that their consumer told, when they run. */
final class Pushes {

    /** Files on their way at one time; less than messages, so that a slow consumer holds up nobody else. */
    static final int AT_ONCE = 2;

    /** How often one file is tried; after it the transfer ends. */
    static final int TRIES_MAX = 5;

    private final Identity identity;
    private final Offering offering;
    private final Grants grants;
    private final Post post;
    private final Semaphore ways = new Semaphore(AT_ONCE);

    Pushes(Identity identity, Offering offering, Grants grants, Post post) {
        this.identity = identity;
        this.offering = offering;
        this.grants = grants;
        this.post = post;
    }

    /** What came of a try. */
    enum Outcome {
        BROUGHT,
        /** Passes, or was stopped on the way. */
        AGAIN,
        /** Not tried: too many are on their way. */
        BUSY,
        /** Would be the same next time. */
        REFUSED
    }

    /** @param why for a person; empty when it was brought */
    record Tried(Outcome outcome, String why) {}

    static boolean isOne(Conversation conversation) {
        return conversation.kind() == Kind.TRANSFER
                && conversation.side() == Side.PROVIDER
                && SharedDataset.PUSH.equals(conversation.format())
                && conversation.state() == State.STARTED;
    }

    /** Brings the data of one. Holds the thread as long as it takes. */
    Tried push(Conversation transfer) {
        if (!ways.tryAcquire()) {
            return new Tried(Outcome.BUSY, "");
        }
        try {
            return brought(transfer);
        } catch (IOException e) {
            return new Tried(Outcome.AGAIN, "not brought: " + e.getClass().getSimpleName());
        } finally {
            ways.release();
        }
    }

    private Tried brought(Conversation transfer) throws IOException {
        Optional<Participant> to = identity.find(transfer.participant());
        ObjectNode address = Json.read(transfer.dataAddress()).orElseGet(Json::object);
        Optional<URI> endpoint = DataAddresses.endpoint(address)
                .filter(uri -> to.isPresent() && to.get().owns(uri));
        if (to.isEmpty() || endpoint.isEmpty()) {
            return new Tried(Outcome.REFUSED, "the address of the data does not belong to the participant");
        }
        if (!grants.runs(transfer.pid()) || !grants.mayPush(transfer)) {
            return new Tried(Outcome.REFUSED, "the agreement does not let it through");
        }
        Optional<Handover.Handed> file = offering.data(transfer, () -> grants.runs(transfer.pid()));
        if (file.isEmpty()) {
            return new Tried(Outcome.REFUSED, "it is offered no longer");
        }
        String digest = Digests.of(file.get().file());
        int status = post.push(to.get(), endpoint.get(), "Bearer " + DataAddresses.secret(address), file.get(), digest);
        if (status >= 200 && status < 300) {
            return new Tried(Outcome.BROUGHT, "");
        }
        boolean passes = status >= 500 || status == 400 || status == 404 || status == 408 || status == 429;
        return new Tried(passes ? Outcome.AGAIN : Outcome.REFUSED, "the participant answered " + status);
    }
}
