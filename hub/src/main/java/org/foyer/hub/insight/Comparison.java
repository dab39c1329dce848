package org.foyer.hub.insight;

import java.util.List;
import java.util.Objects;
import org.foyer.hub.governance.Followed;
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
     * @param definition whether networks adopted the version by which it was computed
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
            @Nullable String withheld,
            Followed definition) {

        /** What was kept by an edition that did not ask is as if no network had adopted any version. */
        public Line {
            definition = Objects.requireNonNullElse(definition, Followed.NONE);
        }

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
                    peers.withheld(),
                    peers.definition());
        }

        /** The same with what networks say of its definition today; of peers nothing is told where that refuses it. */
        public Line following(Followed followed) {
            return followed.refused()
                    ? new Line(
                            indicator, version, unit, own, 0, null, null, null, null, Followed.OTHER_ADOPTED, followed)
                    : new Line(
                            indicator,
                            version,
                            unit,
                            own,
                            peers,
                            lowerQuartile,
                            median,
                            upperQuartile,
                            position,
                            withheld,
                            followed);
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
