package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.jspecify.annotations.Nullable;

/**
 * Requests for the figures of single shows, both sides.
 *
 * @param told how many wait, are open, were sent
 * @param bars by state; null without a request
 * @param steward whether the reader may ask and answer
 * @param ask form to ask; null for who may not
 */
public record GrantsView(
        String base,
        String told,
        @Nullable Bars bars,
        @Nullable String done,
        List<PoolingFault> faults,
        boolean steward,
        List<Request> received,
        List<Request> sent,
        @Nullable Ask ask) {

    /**
     * One request.
     *
     * @param who the other side
     * @param terms what was granted last; null when nothing was
     * @param said last word of the house; null when it gave none
     * @param answer form to answer with; null where nothing can be answered
     * @param mayStop whether something is open
     * @param mayDecline whether it waits for the house
     * @param mayWithdraw whether the one that asked may still withdraw it
     * @param tour page of the tour; null for a request to this house
     */
    public record Request(
            long id,
            String title,
            String who,
            String why,
            String wants,
            String state,
            String tone,
            @Nullable String terms,
            @Nullable String said,
            List<String> history,
            @Nullable Answer answer,
            boolean mayStop,
            boolean mayDecline,
            boolean mayWithdraw,
            @Nullable String tour) {}

    /** @param from first, and {@code until} last day, as the form begins with them */
    public record Answer(List<Box> figures, String from, String until, String delay) {}

    public record Box(String value, String text, boolean chosen) {}

    /**
     * @param words looked for
     * @param searched whether words were sent
     * @param shows that were found in other houses of this node
     */
    public record Ask(String words, boolean searched, List<Box> shows, List<Box> figures, String until) {}
}
