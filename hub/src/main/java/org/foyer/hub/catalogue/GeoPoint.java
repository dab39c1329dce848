package org.foyer.hub.catalogue;

/**
 * A point on the earth.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_KILOMETRES = 6_371;

    /** Great-circle distance by the haversine formula, in kilometres. */
    public double kilometres(GeoPoint other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
