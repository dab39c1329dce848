package org.foyer.hub.governance;

import org.foyer.hub.governance.OverlapGate.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Of those who came to a house for the first time in a season, how many no other house of the network had seen before: 13 of the field's list, {@code
 * new-to-network} in the dictionary.
 *
 * @param withheld {@code history-too-short} (less than a year of data before the season, of the house or of every other), else null
 * @param season for instance 2026-27
 * @param firstTimers people with a key whose first visit is in the season, exactly; 0 when withheld
 * @param newToNetwork those of them whom no other house saw on an earlier day, moved and rounded
 * @param knownBefore the others, so that both make the first-timers
 * @param apart first-timers without an e-mail or a telephone, to the ten; nobody knows where else they were
 * @param years of data before the season over which could be looked, 3 at most; 0 when withheld
 * @param others houses besides the asker
 * @param lookingBack those of them with a year of data before the season or more
 */
public record Newcomers(
        @Nullable String withheld,
        String season,
        long firstTimers,
        Figure newToNetwork,
        Figure knownBefore,
        long apart,
        int years,
        int others,
        int lookingBack) {}
