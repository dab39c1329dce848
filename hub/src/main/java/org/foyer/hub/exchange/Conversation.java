package org.foyer.hub.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation or a transfer with another participant, as the register keeps it.
 *
 * @param side which side this node is
 * @param pid its name on this side, given by this node
 * @param counterPid its name on the other side; null until that side told it
 * @param callback address under which the other side wants its messages, without a final slash
 * @param version grows with each change
 * @param agreement name of the agreement that was reached, or under which is transferred
 * @param offer the last one, as JSON
 * @param dataAddress where the data is fetched, as JSON; consumer only
 * @param sent messages of this node that the other side took
 * @param pending message that is to be sent, with its body
 * @param tries how often the pending message was tried in vain
 * @param nextAt when it is looked at again; null when it waits for someone
 * @param problem what last went wrong, for a person to read
 */
public record Conversation(
        long id,
        Kind kind,
        Side side,
        String pid,
        @Nullable String counterPid,
        String participant,
        String callback,
        State state,
        long version,
        String dataset,
        @Nullable String agreement,
        @Nullable String format,
        @Nullable String offer,
        @Nullable String dataAddress,
        @Nullable String received,
        int sent,
        @Nullable Message pending,
        @Nullable String pendingBody,
        int tries,
        @Nullable Instant nextAt,
        @Nullable String problem,
        Instant openedAt,
        Instant changedAt) {

    public String providerPid() {
        return side == Side.PROVIDER ? pid : counterPid == null ? "" : counterPid;
    }

    public String consumerPid() {
        return side == Side.CONSUMER ? pid : counterPid == null ? "" : counterPid;
    }
}
