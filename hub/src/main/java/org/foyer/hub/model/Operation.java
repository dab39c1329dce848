package org.foyer.hub.model;

/** What a sale line did. The warehouse keeps the lower-case name. */
public enum Operation {
    /** A ticket was sold or given: +1. */
    SALE,
    /** A sold ticket was cancelled or refunded: −1. */
    CANCELLATION,
    /** A seat was reserved without being paid: +1, counted apart from sales. */
    RESERVATION,
    /** A reservation ended, because it lapsed or became a sale: −1. */
    RELEASE;

    public String stored() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
