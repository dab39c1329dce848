package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.jspecify.annotations.Nullable;

/**
 * A network of another node.
 *
 * @param told how the house stands, and when its home told last
 * @param waiting whether the home has still to be told what the house said
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
        boolean mayAnswer,
        boolean mayLeave) {

    /** @param node as people call it */
    public record Member(String name, String node) {}

    public record Row(String href, String title, String state, String tone, String standing) {}
}
