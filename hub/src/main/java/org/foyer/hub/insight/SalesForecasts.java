package org.foyer.hub.insight;

import java.nio.file.Path;
import org.foyer.hub.insight.internal.forecast.FileForecasting;

/** Forecasts from a file of bookings or of weeks; needs no data folder. */
public final class SalesForecasts {

    private SalesForecasts() {}

    /**
     * @param file bookings ({@code performance, days_before, tickets}) or weeks ({@code week, tickets})
     * @param ahead weeks to forecast, from 1 to 52; of no use for bookings
     * @throws ForecastFileRefused when columns lack, cells cannot be read or a limit is passed
     */
    public static FileForecast ofFile(Path file, int ahead) {
        return FileForecasting.of(file, ahead);
    }
}
