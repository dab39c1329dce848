package org.foyer.hub.exchange.internal;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Post;
import org.jspecify.annotations.Nullable;

/**
 * Signed messages to other participants and their signed answers. A token proves who calls, a signature that what was said is what came
 * (see {@link SignedMessages}).
 */
public final class SignedPost {

    private static final int OK = 200;

    private final Identity identity;
    private final Post post;
    private final SignedMessages messages;
    private final String path;

    /**
     * @param topic what messages are signed as, so that none passes for one of another topic
     * @param path below the address of a participant
     */
    public SignedPost(Identity identity, Participants participants, Post post, NodeKey key, String topic, String path) {
        this.identity = identity;
        this.post = post;
        this.messages = new SignedMessages(topic, participants, key);
        this.path = path;
    }

    /**
     * What came back.
     *
     * @param answered whether it was an answer, not a refusal
     * @param body null when it is not signed by whom it should be
     */
    public record Heard(boolean answered, @Nullable String body) {}

    /** What an answer is signed as, so that no answer to another message passes for it. */
    public static String answerTo(String step, String message) {
        return step + " " + Digests.of(message);
    }

    /** What signs a message to a participant. */
    public String sealed(String to, String step, String json) {
        return messages.sealed(to, step, json);
    }

    /** The body of a message; empty when it is not signed by a key that was exchanged, or is no message. */
    public Optional<String> opened(String from, String step, String json) {
        return messages.opened(from, step, json);
    }

    /** @throws IOException when no answer came */
    public Heard call(Participant to, String step, String json) throws IOException {
        URI address = URI.create(to.address() + path + step);
        String sent = sealed(to.id(), step, json);
        Post.Reply reply = post.send(to, address, identity.proofFor(to), sent);
        return reply.status() == OK
                ? new Heard(
                        true,
                        opened(to.id(), answerTo(step, sent), reply.body()).orElse(null))
                : new Heard(false, null);
    }
}
