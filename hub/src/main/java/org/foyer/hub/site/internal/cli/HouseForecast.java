package org.foyer.hub.site.internal.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.FileForecast;
import org.foyer.hub.insight.FileForecast.Bookings;
import org.foyer.hub.insight.FileForecast.OnSale;
import org.foyer.hub.insight.ForecastCheck;
import org.foyer.hub.insight.PerformanceLine;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;

/** What a house's next performances are expected to sell, in the shape that a file gives. */
final class HouseForecast {

    private HouseForecast() {}

    static FileForecast of(Node node, House house, LocalDate asOf, int limit) {
        List<OnSale> onSale = new ArrayList<>();
        for (PerformanceLine line : node.figures().upcoming(house.id(), asOf.plusDays(1), limit)) {
            node.forecasts()
                    .finalSales(house.id(), line.performance(), asOf)
                    .ifPresent(told -> onSale.add(new OnSale(
                            line.day() + " " + line.title(),
                            told.daysBefore(),
                            told.sold(),
                            told.verdict(),
                            told.expected(),
                            told.check() == null ? null : told.check().meanError())));
        }
        List<ForecastCheck> checks = node.forecasts().checks(house.id(), asOf);
        int played = checks.stream().mapToInt(ForecastCheck::performances).max().orElse(0);
        int productions =
                checks.stream().mapToInt(ForecastCheck::productions).max().orElse(0);
        return new FileForecast(new Bookings(played, productions, checks, onSale), null);
    }
}
