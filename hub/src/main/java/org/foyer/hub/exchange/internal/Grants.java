package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/**
 * Permissions to fetch the data of a transfer: a secret, known to the register by its digest alone, with an end and a number of uses. It
 * opens nothing once the transfer does not run or its agreement counts no longer.
 */
final class Grants {

    /** How long a secret opens something. */
    static final Duration VALID = Duration.ofHours(1);

    /** How often. */
    static final int USES = 5;

    private static final int SECRET_BYTES = 32;
    private static final Logger LOG = Logger.getLogger(Grants.class.getName());

    private final Register register;
    private final Clock clock;
    private final Identity identity;
    private final String root;
    private final SecureRandom random = new SecureRandom();

    /** @param root address of the protocol on this node */
    Grants(Register register, Clock clock, Identity identity, String root) {
        this.register = register;
        this.clock = clock;
        this.identity = identity;
        this.root = root;
    }

    /** Makes the permission of a transfer anew, and what its consumer is told of it. */
    ObjectNode open(Handle handle, Conversation transfer) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        handle.createUpdate("delete from dataspace_grant where conversation = :id")
                .bind("id", transfer.id())
                .execute();
        handle.createUpdate("insert into dataspace_grant (conversation, digest, expires_at, uses_left)"
                        + " values (:id, :digest, :expires, :uses)")
                .bind("id", transfer.id())
                .bind("digest", Digests.of(secret))
                .bind("expires", now().plus(VALID).toEpochMilli())
                .bind("uses", USES)
                .execute();
        ObjectNode address = Json.object()
                .put("@type", "DataAddress")
                .put("endpointType", "https://w3id.org/idsa/v4.1/HTTP")
                .put("endpoint", root + "/data/" + transfer.pid());
        property(address, "authorization", secret);
        property(address, "authType", "bearer");
        property(address, "endpoint", Json.text(address, "endpoint")); // where Eclipse EDC looks for it
        return address;
    }

    private static void property(ObjectNode address, String name, String value) {
        address.withArray("endpointProperties")
                .addObject()
                .put("@type", "EndpointProperty")
                .put("name", name)
                .put("value", value);
    }

    /** Uses a permission once: the transfer whose data may be handed out now, or nothing. */
    Optional<Conversation> use(String pid, String secret) {
        return register.write(handle -> ConversationRegister.byPid(handle, Kind.TRANSFER, pid)
                .filter(found -> found.side() == Side.PROVIDER && found.state() == State.STARTED)
                .filter(found -> agreementHolds(handle, found))
                .filter(found -> identity.find(found.participant()).isPresent())
                .filter(found -> isRight(handle, found, secret))
                .filter(found -> handle.createUpdate("update dataspace_grant set uses_left = uses_left - 1"
                                        + " where conversation = :id and uses_left > 0 and expires_at > :now")
                                .bind("id", found.id())
                                .bind("now", now().toEpochMilli())
                                .execute()
                        == 1)
                .filter(found -> mayUse(handle, found)));
    }

    /** Whether the start of a transfer is on its way to somebody who shows that he has it. */
    boolean isAboutToStart(String pid, String secret) {
        return register.read(handle -> ConversationRegister.byPid(handle, Kind.TRANSFER, pid)
                .filter(found -> found.side() == Side.PROVIDER && found.state() != State.STARTED)
                .filter(found -> found.pending() == Message.START)
                .filter(found -> isRight(handle, found, secret))
                .isPresent());
    }

    /** Counts a file that is brought as one that is fetched. */
    boolean mayPush(Conversation transfer) {
        return register.write(handle -> mayUse(handle, transfer));
    }

    /** What the terms do not let through is not handed out, whatever opens it. */
    private boolean mayUse(Handle handle, Conversation transfer) {
        List<String> against = AgreementRegister.find(handle, transfer.agreement() == null ? "" : transfer.agreement())
                .map(agreement -> UseRegister.use(handle, agreement, identity.self(), transfer.pid(), null, now()))
                .orElse(List.of("there is no agreement"));
        if (!against.isEmpty()) {
            LOG.log(Level.INFO, "transfer {0} is not handed over: {1}", new Object[] {transfer.pid(), against});
        }
        return against.isEmpty();
    }

    /** The transfer that a provider brings data for, when the secret is right: nothing else is looked at. */
    Optional<Conversation> expects(String pid, String secret) {
        return register.write(handle -> ConversationRegister.byPid(handle, Kind.TRANSFER, pid)
                .filter(found -> found.side() == Side.CONSUMER)
                .filter(found -> isRight(handle, found, secret))
                .filter(found -> handle.createUpdate("update dataspace_grant set uses_left = uses_left - 1"
                                        + " where conversation = :id and uses_left > 0 and expires_at > :now")
                                .bind("id", found.id())
                                .bind("now", now().toEpochMilli())
                                .execute()
                        == 1));
    }

    /** Whether data may flow in a transfer now, in either direction. */
    boolean runs(String pid) {
        return register.read(handle -> ConversationRegister.byPid(handle, Kind.TRANSFER, pid)
                .filter(Grants::flows)
                .filter(found -> agreementHolds(handle, found))
                .filter(found -> identity.find(found.participant()).isPresent())
                .isPresent());
    }

    /** What is to end or pause does so when it was said, not when the other side heard it. */
    private static boolean flows(Conversation transfer) {
        boolean early =
                transfer.side() == Side.CONSUMER && transfer.state() == State.REQUESTED; // before its start came
        return (transfer.state() == State.STARTED || early)
                && transfer.pending() != Message.SUSPENSION
                && transfer.pending() != Message.END_OF_TRANSFER;
    }

    private boolean agreementHolds(Handle handle, Conversation transfer) {
        Optional<Agreement> agreement =
                Optional.ofNullable(transfer.agreement()).flatMap(id -> AgreementRegister.find(handle, id));
        return agreement.filter(found -> found.holds(now())).isPresent();
    }

    private static boolean isRight(Handle handle, Conversation transfer, String secret) {
        byte[] given = Digests.of(secret).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return handle.createQuery("select digest from dataspace_grant where conversation = :id")
                .bind("id", transfer.id())
                .mapTo(String.class)
                .findOne()
                .map(digest -> digest.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .filter(digest -> MessageDigest.isEqual(digest, given))
                .isPresent();
    }

    private Instant now() {
        return clock.instant();
    }
}
