package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a house for one season, as known on a day.
 *
 * @param performance null for the whole season, else the performance they are of
 */
public record FigureSheet(
        HouseId house,
        Season season,
        LocalDate asOf,
        @Nullable Long performance,
        String currency,
        boolean simulated,
        List<Figure> figures) {

    public Figure figure(String indicator) {
        return figures.stream()
                .filter(figure -> figure.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such figure: " + indicator));
    }
}
