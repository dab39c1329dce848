package org.foyer.hub.site.internal.pages;

import org.jspecify.annotations.Nullable;

/**
 * What a house may expect of the buyers it knows.
 *
 * @param asOf ISO day, as a date field takes it
 * @param today last day that may be asked
 * @param asKnown the day in words when it is not today
 * @param lead the number in one sentence, or why there is none
 * @param error how far it was off on the year held out, beside the naive rule; null when nothing could be tried
 * @param edge who may have come before the data begins; null when nobody or too few to tell
 * @param nobody whether no file of the house says who bought
 * @param finding what the picture shows; null without it
 * @param trials what was tried; null when nothing could be
 * @param money what they may be worth and how far that was off on the year held out, or why no sum is said; null without a number of
 *     purchases
 */
public record ExpectedView(
        String base,
        String asOf,
        String today,
        @Nullable String asKnown,
        String lead,
        @Nullable String error,
        @Nullable String edge,
        boolean nobody,
        @Nullable String finding,
        @Nullable Bars tenths,
        Chart.@Nullable Table trials,
        @Nullable String money,
        String csv) {}
