package org.foyer.hub.insight.internal.forecast;

/**
 * A performance still on sale.
 *
 * @param genre number of the genre, −1 when not known
 * @param night epoch day, {@link PlayedShows#NIGHT_UNKNOWN} when not known
 * @param seats on sale, 0 when not known
 * @param sold net tickets so far
 * @param price their mean price, NaN when not known
 */
public record Asked(int genre, long night, int seats, long sold, float price) {}
