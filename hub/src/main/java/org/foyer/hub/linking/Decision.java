package org.foyer.hub.linking;

import java.time.Instant;

/**
 * What someone said of two buyers of a house.
 *
 * @param one key of a buyer, a whole number as text since it has up to 19 digits
 * @param other key of the other, above it
 * @param by login of who said it
 */
public record Decision(String one, String other, Verdict verdict, String by, Instant at) {}
