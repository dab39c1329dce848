package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;

/** What is asked of another participant while somebody waits for the answer. */
final class Visits {

    private final Identity identity;
    private final Post post;

    Visits(Identity identity, Post post) {
        this.identity = identity;
        this.post = post;
    }

    Conversations.Told catalogue(String provider) {
        Optional<Participant> participant = identity.find(provider);
        if (participant.isEmpty()) {
            return new Conversations.Told(List.of("there is no such participant"), "");
        }
        try {
            Post.Reply reply = post.send(
                    participant.get(),
                    URI.create(participant.get().address() + "/catalog/request"),
                    identity.proofFor(participant.get()),
                    Messages.typed("CatalogRequestMessage").toString());
            if (reply.status() != 200) {
                return new Conversations.Told(List.of("the participant answered " + reply.status()), "");
            }
            return Json.read(reply.body()).filter(Visits::isCatalogue).isPresent()
                    ? new Conversations.Told(List.of(), reply.body())
                    : new Conversations.Told(List.of("the answer is no catalogue"), "");
        } catch (IOException e) {
            return new Conversations.Told(List.of("no answer: " + e.getClass().getSimpleName()), "");
        }
    }

    /** Some write one data set where there is one, and a list where there are more. */
    private static boolean isCatalogue(ObjectNode json) {
        return json.path("dataset").isContainerNode() || "Catalog".equals(Json.text(json, "@type"));
    }

    /** Only from where the participant lives: an address is never believed for being in a message. */
    void fetch(Conversation transfer, Path to) {
        String told = transfer.dataAddress();
        if (transfer.side() != Side.CONSUMER || transfer.state() != State.STARTED || told == null) {
            throw new Refusal(409, "this transfer does not run, or was told no address");
        }
        Participant provider = identity.find(transfer.participant())
                .orElseThrow(() -> new Refusal(409, "there is no such participant"));
        ObjectNode address = Json.own(told);
        URI endpoint = DataAddresses.endpoint(address)
                .orElseThrow(() -> new Refusal(409, "the address of the data cannot be read"));
        if (!provider.owns(endpoint)) {
            throw new Refusal(409, "the data does not lie under the address that is registered for the participant");
        }
        try {
            int status =
                    post.fetch(provider, endpoint, "Bearer " + DataAddresses.secret(address), to, Dumps.FILE_BYTES_MAX);
            if (status != 200) {
                throw new Refusal(409, "the participant answered " + status);
            }
        } catch (IOException e) {
            throw new Refusal(503, "no whole answer: " + e.getClass().getSimpleName());
        }
    }
}
