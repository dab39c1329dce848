package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A house beside those of other nodes.
 *
 * @param known how many other nodes this one knows
 * @param steward whether the reader may join or leave
 * @param agreement how an agreement decides about the house, in a sentence; null when the house joins or leaves by itself
 * @param asked whether there is an answer, or a reason why there is none
 * @param kept when it was asked and as of when its figures are; null without an answer
 * @param newMonth whether another month began since
 * @param refusal why there is no answer, null when there is one
 * @param apart of each node that was asked just now and is not in the sum, a sentence why
 * @param follows as in {@link CompareView}
 */
public record NodesView(
        String base,
        SeasonChoice seasons,
        int known,
        boolean takesPart,
        boolean steward,
        @Nullable String agreement,
        boolean asked,
        @Nullable String kept,
        boolean newMonth,
        @Nullable String refusal,
        List<String> apart,
        List<CompareView.Line> lines,
        List<CompareView.Line> withheld,
        @Nullable String follows) {}
