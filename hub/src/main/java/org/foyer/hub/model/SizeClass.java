package org.foyer.hub.model;

/** Size of a house by the seats of all its halls; one of the traits that make houses comparable. */
public enum SizeClass {
    /** Fewer than 300 seats. */
    SMALL,
    /** From 300 to 899 seats. */
    MEDIUM,
    /** 900 seats and more. */
    LARGE;

    /** @param seats seats of all halls of the house, at least 0 */
    public static SizeClass ofSeats(int seats) {
        if (seats < 300) {
            return SMALL;
        }
        return seats < 900 ? MEDIUM : LARGE;
    }
}
