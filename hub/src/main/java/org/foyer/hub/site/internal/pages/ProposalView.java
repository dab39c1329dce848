package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.site.internal.document.Document;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.jspecify.annotations.Nullable;

/**
 * One vote.
 *
 * @param told what the picture shows
 * @param opened by whom, and when
 * @param tone of the outcome: {@code good}, {@code bad} or {@code warn}; empty while it is open
 * @param mine what the house may do; null when it may nothing
 * @param minutes null while it is open
 */
public record ProposalView(
        String network,
        String networkName,
        String here,
        String title,
        String kind,
        String reason,
        String told,
        String rule,
        String opened,
        String tone,
        @Nullable String done,
        List<PoolingFault> faults,
        NetworkView.Bar bar,
        List<Seat> seats,
        @Nullable Mine mine,
        @Nullable Minutes minutes) {

    /** @param tone of the vote, empty when there is none */
    public record Seat(String house, String college, String vote, String tone, String why) {}

    /** @param choice what the house said, or empty */
    public record Mine(boolean mayVote, String choice, boolean mayWithdraw, boolean mayClose) {}

    /** @param agrees whether the record still is what the audit holds */
    public record Minutes(Document told, boolean agrees, String state) {}
}
