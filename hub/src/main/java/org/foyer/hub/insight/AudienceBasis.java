package org.foyer.hub.insight;

/** What makes somebody a buyer of a season: a declared choice, since the two give different figures. */
public enum AudienceBasis {
    /** A performance of the season, whenever it was bought. */
    PERFORMANCE,
    /** A purchase within the season, whenever the performance is. */
    PURCHASE
}
