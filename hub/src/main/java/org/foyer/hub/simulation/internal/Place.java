package org.foyer.hub.simulation.internal;

/**
 * A commune or a town abroad where people live.
 *
 * @param code INSEE code, or our own code abroad
 * @param postcodes as text, the most usual first
 * @param country ISO 3166-1 alpha-2
 */
record Place(
        String code,
        String name,
        String region,
        String country,
        String[] postcodes,
        int population,
        double longitude,
        double latitude) {

    private static final double KILOMETRES_A_DEGREE = 111.2;

    /** Distance in kilometres on a flat map, good enough below 1,000 km. */
    double kilometresTo(Place other) {
        double north = (latitude - other.latitude) * KILOMETRES_A_DEGREE;
        double east =
                (longitude - other.longitude) * KILOMETRES_A_DEGREE * StrictMath.cos(StrictMath.toRadians(latitude));
        return Math.sqrt(north * north + east * east);
    }
}
