package org.foyer.hub.insight;

/**
 * What a customer, or several with the same past, did in a period of observation.
 *
 * @param repeats visits after the first, for BG/BB visits in all; for gamma-gamma visits whose mean value is known
 * @param lastAt when the last of them was, in the unit of {@code length}; 0 without any
 * @param length of the observation since the first visit; for BG/BB the number of occasions
 * @param value mean value of a visit, 0 when it plays no part
 * @param customers how many share this past
 */
public record CustomerHistory(double repeats, double lastAt, double length, double value, long customers) {}
