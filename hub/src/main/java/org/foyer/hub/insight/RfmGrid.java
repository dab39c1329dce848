package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recency, frequency and money of a house's buyers, from 1 to 5. Numbers are told as those of {@link SegmentSize}.
 *
 * @param fixed whether by fixed thresholds instead of fifths of the buyers
 * @param buyers all people of the house who hold or held tickets
 * @param cells by recency and frequency, best recency first, then worst frequency first: 25
 * @param money by money alone, worst first: 5
 */
public record RfmGrid(
        LocalDate day, boolean fixed, @Nullable Long buyers, List<Cell> cells, List<Cell> money) {

    /**
     * @param query of the segment, for instance {@code rfm=54x}
     * @param share of all buyers, to the hundredth
     */
    public record Cell(
            SegmentDefinition query,
            @Nullable Long people,
            @Nullable Double share) {}
}
