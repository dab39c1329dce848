package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.jspecify.annotations.Nullable;

/**
 * A network of another node.
 *
 * @param told how the house stands, and when its home told last
 * @param waiting whether the home has still to be told what the house said
 * @param open votes in which the house sits or that it opened, the next to end first
 * @param ended the same that are over, the latest first
 * @param sent what the house proposed and the home did not open
 * @param decided what holds today
 * @param proposing what a steward of a member may propose; null for others
 * @param mayAnswer whether the house can say yes or no now
 * @param mayLeave whether it can leave now
 */
public record NetworkAbroadView(
        String base,
        String here,
        String name,
        String aim,
        String told,
        String home,
        boolean waiting,
        @Nullable String done,
        List<PoolingFault> faults,
        List<Member> members,
        List<Row> agreements,
        List<Vote> open,
        List<Vote> ended,
        List<Sent> sent,
        List<NetworkView.Decided> decided,
        @Nullable ProposingView proposing,
        boolean mayAnswer,
        boolean mayLeave) {

    /** @param node as people call it @param seats organs, in one line */
    public record Member(String name, String node, String seats) {}

    /** @param told that it is on its way, or that it was refused @param faults why; empty while it is on its way */
    public record Sent(String title, String kind, String told, List<PoolingFault> faults) {}

    /**
     * Something that the members decide.
     *
     * @param about what it is about
     * @param told until when, or what came of it
     * @param choice what the house said, as it is sent; empty when nothing
     * @param said the same in words
     * @param conflict that the house declared; empty when it did not
     * @param mayWithdraw whether the house opened it and may take it back
     */
    public record Vote(
            long number,
            String title,
            String kind,
            String about,
            String told,
            String reason,
            String choice,
            String said,
            String conflict,
            boolean mayVote,
            boolean mayWithdraw) {}

    public record Row(String href, String title, String state, String tone, String standing) {}
}
