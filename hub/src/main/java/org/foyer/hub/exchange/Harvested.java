package org.foyer.hub.exchange;

import java.time.Duration;
import java.util.List;

/**
 * What one participant of many was found to offer.
 *
 * @param datasets identifiers, as it tells them; at most {@link Offering#DATASETS_MAX}
 * @param problem why there is nothing; empty when there is none
 * @param took how long it took, or was waited for
 */
public record Harvested(Participant participant, List<String> datasets, String problem, Duration took) {}
