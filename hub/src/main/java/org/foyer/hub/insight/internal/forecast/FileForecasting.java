package org.foyer.hub.insight.internal.forecast;

import java.nio.file.Path;
import java.sql.SQLException;
import org.foyer.hub.insight.FileForecast;

/** Reads a file and forecasts what it is about. */
public final class FileForecasting {

    private FileForecasting() {}

    public static FileForecast of(Path file, int ahead) {
        try (ForecastFile opened = ForecastFile.open(file)) {
            return opened.columns().bookings()
                    ? new FileForecast(BookingFile.forecast(opened), null)
                    : new FileForecast(null, WeekFile.forecast(opened, ahead));
        } catch (SQLException e) {
            throw new IllegalStateException("the engine refused a file of sales", e);
        }
    }
}
