package org.foyer.hub.governance;

import java.util.List;

/** What is to be told to other nodes about networks, in order; kept until they were told. */
public interface NetworkErrands {

    /** Steps: an invitation, a word of a house, a signature or its end, a word on a proposal, a proposal. */
    String INVITE = "invite";

    String SAY = "say";
    String SIGN = "sign";
    String VOTE = "vote";
    String PROPOSE = "propose";

    /** Errands that are taken at once. */
    int AT_ONCE_MAX = 200;

    /** @param step of the protocol between nodes @param body JSON */
    record Errand(long id, String node, String step, String body) {}

    /** Those of each node in the order in which they were made; the nodes by turns, so that one that is off for weeks keeps nothing from the others. */
    List<Errand> waiting();

    /** It was told, or refused for good. */
    void done(Errand errand);
}
