package org.foyer.hub.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A point on the earth (WGS 84).
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_KILOMETRES = 6_371;
    private static final double NORTH_MAX = 90;
    private static final double EAST_MAX = 180;
    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(?:[.,]\\d{1,20})?");

    /**
     * Reads degrees as people and tools write them, with a point or a comma. Empty when one of them is no number of degrees, or when both
     * are 0: that is a point in the sea by which tools say that they do not know.
     */
    public static Optional<GeoPoint> read(String latitude, String longitude) {
        String north = latitude.strip().replace('−', '-');
        String east = longitude.strip().replace('−', '-');
        if (!DEGREES.matcher(north).matches() || !DEGREES.matcher(east).matches()) {
            return Optional.empty();
        }
        GeoPoint point =
                new GeoPoint(Double.parseDouble(north.replace(',', '.')), Double.parseDouble(east.replace(',', '.')));
        boolean onEarth = Math.abs(point.latitude) <= NORTH_MAX && Math.abs(point.longitude) <= EAST_MAX;
        return onEarth && (point.latitude != 0 || point.longitude != 0) ? Optional.of(point) : Optional.empty();
    }

    /** Of two columns of which either may be unknown. */
    public static @Nullable GeoPoint of(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }

    /** Degrees as they are kept: six digits, a tenth of a metre. */
    public static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.6f", degrees);
    }

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
