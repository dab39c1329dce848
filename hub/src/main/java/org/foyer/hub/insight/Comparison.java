package org.foyer.hub.insight;

import java.util.List;
import org.foyer.hub.governance.Gate.SafeFigure;
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
            @Nullable String withheld) {

        /** A house's own value beside what the gate lets through. */
        public static Line of(@Nullable Double own, SafeFigure peers) {
            return new Line(
                    peers.question().indicator(),
                    peers.question().version(),
                    peers.question().unit(),
                    own,
                    peers.peers(),
                    peers.lowerQuartile(),
                    peers.median(),
                    peers.upperQuartile(),
                    position(own, peers),
                    peers.withheld());
        }

        private static @Nullable String position(@Nullable Double own, SafeFigure peers) {
            Double lower = peers.lowerQuartile();
            Double upper = peers.upperQuartile();
            if (own == null || lower == null || upper == null) {
                return null;
            }
            return own < lower ? "below" : own > upper ? "above" : "middle";
        }
    }
}
