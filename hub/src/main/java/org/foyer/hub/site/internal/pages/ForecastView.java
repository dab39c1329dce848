package org.foyer.hub.site.internal.pages;

import org.jspecify.annotations.Nullable;

/**
 * What a performance is expected to sell.
 *
 * @param told one or two sentences: the number with its error, or why there is none
 * @param knownUntil that the forecast is older than the page, if it is
 * @param checks how it went on past productions; null when nothing could be checked
 */
public record ForecastView(String told, @Nullable String knownUntil, Chart.@Nullable Table checks) {}
