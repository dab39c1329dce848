package org.foyer.hub.model;

/** Whether a performance takes place. Sold out is an availability, not a state. */
public enum PerformanceState {
    SCHEDULED,
    CANCELLED,
    POSTPONED,
    RESCHEDULED,
    MOVED_ONLINE;

    public String stored() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
