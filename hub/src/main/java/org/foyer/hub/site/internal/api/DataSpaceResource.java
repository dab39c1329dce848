package org.foyer.hub.site.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.exchange.Step;
import org.foyer.hub.exchange.UseMade;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.jspecify.annotations.Nullable;

/** The data space, for whoever runs the node: who takes part, what is negotiated and handed over, and what a person says to it. */
@Path("/api/data-space")
@Produces(MediaType.APPLICATION_JSON)
public class DataSpaceResource {

    private final Access access;
    private final DataSpaceDesk desk;
    private final Audit audit;

    @Inject
    public DataSpaceResource(Access access, DataSpaceDesk desk, Audit audit) {
        this.access = access;
        this.desk = desk;
        this.audit = audit;
    }

    /**
     * How things stand.
     *
     * @param self how this node is called; the others need it, the key and the address of the protocol
     */
    public record Standing(
            String self,
            String publicKey,
            List<Named> participants,
            List<Talk> conversations,
            List<Agreement> agreements) {}

    /** A participant. */
    public record Named(
            String id,
            String name,
            String address,
            String publicKey,
            @Nullable String nextKey,
            Instant addedAt,
            @Nullable Instant seenAt,
            @Nullable Instant revokedAt) {}

    /** A conversation, without the secrets of its data address. */
    public record Talk(
            String kind,
            String side,
            String pid,
            String participant,
            String dataset,
            String state,
            @Nullable String agreement,
            @Nullable String problem,
            Instant changedAt) {}

    /** @param publicKey Ed25519, X.509, Base64 */
    public record ParticipantWish(
            @Nullable String id,
            @Nullable String name,
            @Nullable String address,
            @Nullable String publicKey) {}

    /** @param offer ODRL, as the catalogue of the provider has it */
    public record NegotiationWish(
            @Nullable String provider,
            @Nullable String dataset,
            @Nullable JsonNode offer) {}

    /** @param say name of a message, as in {@code AGREEMENT} */
    public record Word(@Nullable String say, @Nullable String reason) {}

    @GET
    public Standing standing() {
        access.operator();
        return of(node());
    }

    /** The same for whoever checked the rights. */
    public static Standing of(DataSpaceNode node) {
        Conversations all = node.space().conversations();
        return new Standing(
                node.self(),
                node.publicKey(),
                node.participants().all().stream()
                        .map(entry -> new Named(
                                entry.participant().id(),
                                entry.participant().name(),
                                entry.participant().address().toString(),
                                entry.publicKey(),
                                entry.nextKey(),
                                entry.addedAt(),
                                entry.seenAt(),
                                entry.revokedAt()))
                        .toList(),
                all.all(0, Conversations.PAGE_MAX).stream()
                        .map(DataSpaceResource::talk)
                        .toList(),
                all.agreements(0, Conversations.PAGE_MAX));
    }

    private static Talk talk(Conversation one) {
        return new Talk(
                one.kind().name().toLowerCase(Locale.ROOT),
                one.side().name().toLowerCase(Locale.ROOT),
                one.pid(),
                one.participant(),
                one.dataset(),
                one.state().name(),
                one.agreement(),
                one.problem(),
                one.changedAt());
    }

    /** Names a participant, with the key that was exchanged. */
    @POST
    @Path("participants")
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing name(@Nullable ParticipantWish wish) {
        Actor actor = access.operator();
        ParticipantWish said = wish == null ? new ParticipantWish(null, null, null, null) : wish;
        possible(node().participants()
                .add(text(said.id()), text(said.name()), text(said.address()), text(said.publicKey()), actor));
        return standing();
    }

    /** What a participant offers, as it tells it itself. */
    @GET
    @Path("participants/{participant}/catalogue")
    public String catalogue(@PathParam("participant") String participant) {
        access.operator();
        Conversations.Told told = node().space().conversations().catalogue(participant);
        possible(told.objections());
        return told.json();
    }

    /**
     * What a participant of many offers.
     *
     * @param problem why there is nothing; empty when there is none
     */
    public record Offered(String participant, List<String> datasets, String problem, long millis) {}

    /** What all participants offer, asked at one time. */
    @GET
    @Path("catalogues")
    public List<Offered> catalogues() {
        access.operator();
        return node().space().conversations().harvest(node().known()).stream()
                .map(one -> new Offered(
                        one.participant().id(),
                        one.datasets(),
                        one.problem(),
                        one.took().toMillis()))
                .toList();
    }

    /** @param publicKey with which a participant will sign next: Ed25519, X.509, Base64 */
    public record KeyWish(@Nullable String publicKey) {}

    /** Pins the key that a participant will sign with next; both count. */
    @POST
    @Path("participants/{participant}/keys")
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing addKey(@PathParam("participant") String participant, @Nullable KeyWish wish) {
        Actor actor = access.operator();
        possible(node().participants().addKey(participant, text(wish == null ? null : wish.publicKey()), actor));
        return standing();
    }

    /** From now on the newer key of a participant is the only one. */
    @DELETE
    @Path("participants/{participant}/keys")
    public Standing dropOldKey(@PathParam("participant") String participant) {
        Actor actor = access.operator();
        if (!node().participants().dropOldKey(participant, actor)) {
            throw unknown(participant);
        }
        return standing();
    }

    /** Handovers and uses under an agreement, newest first. */
    @GET
    @Path("agreements/{agreement}/uses")
    public List<UseMade> uses(@PathParam("agreement") String agreement) {
        access.operator();
        return node().space().conversations().uses(agreement, Conversations.PAGE_MAX);
    }

    /** Speaks with a participant no longer. */
    @DELETE
    @Path("participants/{participant}")
    public Standing revoke(@PathParam("participant") String participant) {
        Actor actor = access.operator();
        if (!node().participants().revoke(participant, actor)) {
            throw unknown(participant);
        }
        return standing();
    }

    /** Asks a participant for an agreement. */
    @POST
    @Path("negotiations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Talk negotiate(@Nullable NegotiationWish wish) {
        Actor actor = access.operator();
        NegotiationWish said = wish == null ? new NegotiationWish(null, null, null) : wish;
        String provider = text(said.provider());
        Conversation begun = possible(node().space()
                .conversations()
                .negotiate(provider, address(provider), text(said.dataset()), Objects.toString(said.offer(), "")));
        audit.write(actor, null, "agreement-asked", null, begun.participant() + ", " + begun.dataset());
        return talk(begun);
    }

    /** Asks for the data of an agreement. @param push whether the other side brings it here */
    @POST
    @Path("agreements/{agreement}/transfers")
    public Talk transfer(@PathParam("agreement") String id, @QueryParam("push") boolean push) {
        Actor actor = access.operator();
        Agreement agreement = node().space().conversations().agreements(0, Conversations.PAGE_MAX).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
        Conversation begun = possible(node().space()
                .conversations()
                .transfer(
                        agreement.participant(),
                        address(agreement.participant()),
                        id,
                        push ? SharedDataset.PUSH : SharedDataset.PULL));
        audit.write(actor, null, "transfer-asked", null, begun.participant() + ", " + id);
        return talk(begun);
    }

    /** Ends an agreement now, and every transfer under it. */
    @DELETE
    @Path("agreements/{agreement}")
    public Standing end(@PathParam("agreement") String id) {
        Actor actor = access.operator();
        if (!node().space().conversations().revoke(id, "revoked")) {
            throw unknown(id);
        }
        audit.write(actor, null, "agreement-ended", null, id);
        return standing();
    }

    /** What a person says in a negotiation or transfer. */
    @POST
    @Path("conversations/{conversation}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Talk say(@PathParam("conversation") String pid, @Nullable Word word) {
        Actor actor = access.operator();
        Conversations all = node().space().conversations();
        Message message = message(word == null ? "" : text(word.say()));
        if (all.find(message.kind(), pid).isEmpty()) {
            throw unknown(pid);
        }
        Conversation said =
                possible(all.say(message.kind(), pid, new Step(message, null, word == null ? null : word.reason())));
        audit.write(actor, null, "conversation-said", null, message + " in " + said.pid());
        return talk(said);
    }

    private static Message message(String name) {
        try {
            return Message.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "data-space-not-possible", "no message is called so");
        }
    }

    private String address(String participant) {
        return node().participants()
                .find(participant)
                .map(entry -> entry.participant().address().toString())
                .orElseThrow(() -> unknown(participant));
    }

    private static Conversation possible(Conversations.Outcome outcome) {
        possible(outcome.objections());
        return outcome.conversation().orElseThrow();
    }

    private static void possible(List<String> objections) {
        if (!objections.isEmpty()) {
            throw new Refused(400, "data-space-not-possible", String.join("; ", objections));
        }
    }

    private static Refused unknown(String name) {
        return new Refused(404, "data-space-unknown", name.length() > 80 ? name.substring(0, 80) : name);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private DataSpaceNode node() {
        return desk.get().orElseThrow(() -> desk.closed(404));
    }
}
