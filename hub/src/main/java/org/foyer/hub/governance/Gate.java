package org.foyer.hub.governance;

import java.util.List;
import java.util.function.Supplier;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which anything derived from another house's data leaves.
 *
 * <p>It checks that the asker's house and each contributing house take part in the purpose, applies the disclosure
 * rules and writes the audit line, whatever the answer.
 */
public interface Gate {

    /** Houses may be compared with their peers in safe figures. */
    String COMPARISON = "comparison";

    /**
     * What one house puts into a comparison.
     *
     * @param value its own figure
     * @param mass its share of the whole in the unit that dominance is judged by (tickets), at least 0
     */
    record Contribution(HouseId house, double value, double mass) {}

    /**
     * A safe answer.
     *
     * @param peers contributing houses other than the asker's
     * @param lowerQuartile and the following, rounded; null when withheld
     * @param withheld stable code of why nothing is given, null when it is
     */
    record SafeFigure(
            String question,
            int peers,
            @Nullable Double lowerQuartile,
            @Nullable Double median,
            @Nullable Double upperQuartile,
            @Nullable String withheld) {}

    /** Whether a house takes part in a purpose now. */
    boolean takesPart(HouseId house, String purpose);

    void join(HouseId house, String purpose, Actor actor);

    void leave(HouseId house, String purpose, Actor actor);

    /**
     * Answers a comparison.
     *
     * @param question stable text of the whole question (indicator, version, season, peer group)
     * @param group peer group as a fixed cell of the publication plan, never a free filter
     * @param contributions asked for only when the purpose allows it
     */
    SafeFigure compare(
            Actor actor,
            HouseId asker,
            String question,
            Season season,
            String group,
            Supplier<List<Contribution>> contributions);
}
