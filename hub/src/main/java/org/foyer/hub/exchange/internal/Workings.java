package org.foyer.hub.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.DataSpace;
import org.foyer.hub.exchange.Decisions;
import org.foyer.hub.exchange.Handover;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Offering;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/** Puts the parts of the room together. */
public final class Workings {

    private static final int FINGERPRINT_DIGITS = 32;

    private Workings() {}

    /** The first 32 digits of the SHA-256 of the key as it is written, in groups of four. */
    public static String fingerprint(String publicKey) {
        return Digests.of(publicKey).substring(0, FINGERPRINT_DIGITS).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The bytes of a file, which break off when it may not be handed over any more. */
    public static InputStream watched(Path file, BooleanSupplier running) throws IOException {
        return new WatchedFile(Files.newInputStream(file), running);
    }

    /** Hands out what is offered, to whoever has the secret of a transfer. */
    public static Handover handover(Conversations conversations, Offering offering) {
        return (pid, authorization) -> secret(authorization)
                .flatMap(secret -> conversations.open(pid, secret))
                .flatMap(transfer -> offering.data(transfer, () -> conversations.runs(pid)));
    }

    private static Optional<String> secret(@Nullable String authorization) {
        return authorization != null && authorization.startsWith("Bearer ")
                ? Optional.of(authorization.substring("Bearer ".length()).strip())
                : Optional.empty();
    }

    /** @param root address of the protocol on this node */
    public static DataSpace assembled(
            Register register,
            Identity identity,
            Offering offering,
            Decisions decisions,
            Post post,
            String root,
            Path folder,
            Pace pace,
            Clock clock) {
        Grants grants = new Grants(register, clock, identity, root);
        Messages messages = new Messages(identity.self(), root);
        Pushes pushes = new Pushes(identity, offering, grants, post);
        Outbox outbox = new Outbox(register, clock, identity, decisions, messages, grants, pushes, post, pace);
        Received received = new Received(folder, register, identity.self(), clock);
        Rounds rounds = new Rounds(
                outbox, new Upkeep(register, received, pace.kept(), Upkeep.OVER_MAX, clock), clock, pace.atOnce());
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
                        register,
                        clock,
                        identity,
                        openings,
                        outbox,
                        grants,
                        new Visits(identity, post),
                        received,
                        rounds),
                rounds::begin,
                () -> {
                    rounds.close();
                    post.close();
                });
    }
}
