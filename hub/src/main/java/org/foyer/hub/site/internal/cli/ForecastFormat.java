package org.foyer.hub.site.internal.cli;

/** How forecasts are printed. */
enum ForecastFormat {
    text,
    csv,
    json
}
