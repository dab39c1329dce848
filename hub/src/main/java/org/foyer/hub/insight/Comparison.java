package org.foyer.hub.insight;

import java.util.List;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** A house beside its peers. */
public record Comparison(HouseId house, Season season, PeerGroup group, boolean simulated, List<Line> lines) {

    /**
     * One figure.
     *
     * @param own the house's own value, null when not measured
     * @param position {@code below}, {@code middle} or {@code above} the quartiles; null when not given
     * @param withheld stable code of why peers are not shown, null when they are
     */
    public record Line(
            String indicator,
            int version,
            String unit,
            @Nullable Double own,
            int peers,
            @Nullable Double lowerQuartile,
            @Nullable Double median,
            @Nullable Double upperQuartile,
            @Nullable String position,
            @Nullable String withheld) {}
}
