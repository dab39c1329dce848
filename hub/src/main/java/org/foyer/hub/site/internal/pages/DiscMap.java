package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.foyer.hub.insight.AudienceSheet.Area;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.foyer.hub.model.FrenchRegions;
import org.foyer.hub.model.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A map: outlines of the French départements, a disc for each place whose surface is its number (of buyers, of shows), the names of the
 * largest. Nothing of it comes from elsewhere.
 *
 * @param width of the drawing, in its own units
 * @param height of the drawing
 * @param ground outlines as an SVG path
 * @param own outlines of a region that is shown apart, the same way; empty where there is none
 * @param scale what a bar of {@code scaleWidth} stands for
 */
public record DiscMap(
        int width,
        int height,
        String ground,
        String own,
        List<Disc> discs,
        List<Name> names,
        String scale,
        String scaleWidth) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 520;
    private static final double LARGEST_RADIUS = 34;
    private static final double SMALLEST_RADIUS = 2.2;
    private static final int NAMES = 6;
    /** A name stands in a large disc, above a small one. */
    private static final double ABOVE = 10;

    /** Share of all numbers that the map holds; the rest would make everything a dot. */
    private static final double HELD = 0.85;

    private static final double LEAST_DEGREES = 0.3;
    private static final double AIR = 1.12;
    private static final double KILOMETRES_A_DEGREE = 111.2;
    private static final double[] SCALES = {1, 2, 5, 10, 20, 50, 100, 200};

    /**
     * A disc.
     *
     * @param says what a reader of the screen hears and the mouse shows
     * @param href where it leads, null for nowhere
     * @param away whether it lies outside the region that is shown apart
     */
    public record Disc(
            String x,
            String y,
            String radius,
            String says,
            @Nullable String href,
            boolean away) {}

    /**
     * What is to be drawn.
     *
     * @param number that the surface of its disc stands for, at least 1
     * @param name that may stand beside it, may be empty
     * @param region code of INSEE, empty where it does not matter
     */
    record Spot(
            GeoPoint point,
            long number,
            String name,
            String says,
            @Nullable String href,
            String region) {

        Spot(GeoPoint point, long number, String name, String says, @Nullable String href) {
            this(point, number, name, says, href, "");
        }
    }

    public record Name(String x, String y, String text) {}

    /** Of where buyers live, with the region of the house apart. Null when no area has a known place. @param region its code */
    static @Nullable DiscMap of(Language language, List<Area> areas, @Nullable String region) {
        List<Spot> spots = areas.stream()
                .flatMap(area -> Stream.ofNullable(area.place()).map(place -> spot(language, area, place)))
                .toList();
        return spots.isEmpty() ? null : new Drawing(language, spots, SMALLEST_RADIUS, region).map();
    }

    private static Spot spot(Language language, Area area, Place place) {
        return new Spot(
                new GeoPoint(place.latitude(), place.longitude()),
                area.buyers(),
                place.name(),
                language.say(
                        "area_reading",
                        OriginsPanel.name(language, area),
                        language.formats().number(area.buyers())),
                null,
                place.region());
    }

    /** Of any places. Null when there is none. @param smallest radius of a disc, so that it can be seen or pressed */
    static @Nullable DiscMap of(Language language, List<Spot> spots, double smallest) {
        return spots.isEmpty() ? null : new Drawing(language, spots, smallest, null).map();
    }

    private static final class Drawing {

        private final Language language;
        private final List<Spot> spots;
        private final double smallest;
        private final double middleLongitude;
        private final double middleLatitude;
        private final double narrowing;
        /** Units of the drawing for one degree of latitude. */
        private final double zoom;

        private final @Nullable String own;

        Drawing(Language language, List<Spot> spots, double smallest, @Nullable String own) {
            this.own = own;
            this.language = language;
            this.spots = spots;
            this.smallest = smallest;
            this.middleLongitude = median(spots, true);
            this.middleLatitude = median(spots, false);
            this.narrowing = Math.cos(Math.toRadians(middleLatitude));
            this.zoom = Math.min(WIDTH, HEIGHT) / 2.0 / (AIR * reach());
        }

        /** Of all numbers. */
        private static double median(List<Spot> spots, boolean east) {
            List<Spot> sorted = spots.stream()
                    .sorted(Comparator.comparingDouble(area -> degrees(area, east)))
                    .toList();
            long half = sorted.stream().mapToLong(Spot::number).sum() / 2;
            for (Spot area : sorted) {
                half -= area.number();
                if (half < 0) {
                    return degrees(area, east);
                }
            }
            return degrees(sorted.get(sorted.size() - 1), east);
        }

        private static double degrees(Spot spot, boolean east) {
            return east ? spot.point().longitude() : spot.point().latitude();
        }

        /** Degrees of latitude from the middle that hold most buyers. */
        private double reach() {
            List<Spot> nearest = spots.stream()
                    .sorted(Comparator.comparingDouble(this::away))
                    .toList();
            double left = HELD * nearest.stream().mapToLong(Spot::number).sum();
            for (Spot area : nearest) {
                left -= area.number();
                if (left <= 0) {
                    return Math.max(LEAST_DEGREES, away(area));
                }
            }
            return LEAST_DEGREES;
        }

        private double away(Spot area) {
            return Math.max(
                    Math.abs(degrees(area, true) - middleLongitude) * narrowing,
                    Math.abs(degrees(area, false) - middleLatitude));
        }

        private double x(double longitude) {
            return WIDTH / 2.0 + (longitude - middleLongitude) * narrowing * zoom;
        }

        private double y(double latitude) {
            return HEIGHT / 2.0 - (latitude - middleLatitude) * zoom;
        }

        private boolean holds(Spot area) {
            double x = x(degrees(area, true));
            double y = y(degrees(area, false));
            return x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;
        }

        DiscMap map() {
            List<Spot> shown = spots.stream()
                    .filter(this::holds)
                    .sorted(Comparator.comparingLong(Spot::number).reversed())
                    .toList();
            double kilometre = zoom / KILOMETRES_A_DEGREE;
            double scale = DoubleStream.of(SCALES)
                    .filter(one -> one * kilometre <= WIDTH / 5.0)
                    .max()
                    .orElse(SCALES[0]);
            return new DiscMap(
                    WIDTH,
                    HEIGHT,
                    ground(false),
                    ground(true),
                    discs(shown),
                    names(shown),
                    language.say("kilometres", language.formats().number(Math.round(scale))),
                    number(scale * kilometre));
        }

        private List<Disc> discs(List<Spot> shown) {
            double largest = largest(shown);
            return shown.stream()
                    .map(spot -> new Disc(
                            number(x(degrees(spot, true))),
                            number(y(degrees(spot, false))),
                            number(radius(spot, largest)),
                            spot.says(),
                            spot.href(),
                            own != null && !spot.region().equals(own)))
                    .toList();
        }

        private static double largest(List<Spot> shown) {
            return shown.stream().mapToLong(Spot::number).max().orElse(1);
        }

        private double radius(Spot spot, double largest) {
            return Math.max(smallest, LARGEST_RADIUS * Math.sqrt(spot.number() / largest));
        }

        /** Of the largest areas, but none over another: namesakes say it once. */
        private List<Name> names(List<Spot> shown) {
            List<Name> names = new ArrayList<>();
            double largest = largest(shown);
            for (Spot area : shown) {
                double radius = radius(area, largest);
                double x = x(degrees(area, true));
                double y = y(degrees(area, false)) - (radius > LARGEST_RADIUS / 2 ? 0 : radius + ABOVE);
                String text = area.name();
                boolean free = names.stream()
                        .noneMatch(other -> other.text().equals(text)
                                || Math.abs(Double.parseDouble(other.y()) - y) < 18
                                        && Math.abs(Double.parseDouble(other.x()) - x) < 120);
                if (free
                        && !text.isEmpty()
                        && names.size() < NAMES
                        && y > 20
                        && y < HEIGHT - 30
                        && x > 50
                        && x < WIDTH - 50) {
                    names.add(new Name(number(x), number(y), text));
                }
            }
            return names;
        }

        /** Outlines that the map touches, of the region apart or of the others. */
        private String ground(boolean apart) {
            StringBuilder path = new StringBuilder();
            for (Outlines.Ring ring : Outlines.france()) {
                boolean inRegion = own != null
                        && FrenchRegions.ofDepartment(ring.department())
                                .filter(own::equals)
                                .isPresent();
                if (inRegion == apart && touches(ring.line())) {
                    draw(ring.line(), path);
                }
            }
            return path.toString();
        }

        private boolean touches(double[] ring) {
            double left = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            double top = Double.MAX_VALUE;
            double bottom = -Double.MAX_VALUE;
            for (int i = 0; i < ring.length; i += 2) {
                left = Math.min(left, x(ring[i]));
                right = Math.max(right, x(ring[i]));
                top = Math.min(top, y(ring[i + 1]));
                bottom = Math.max(bottom, y(ring[i + 1]));
            }
            return right >= 0 && left <= WIDTH && bottom >= 0 && top <= HEIGHT;
        }

        private void draw(double[] ring, StringBuilder path) {
            for (int i = 0; i < ring.length; i += 2) {
                path.append(i == 0 ? 'M' : 'L')
                        .append(number(x(ring[i])))
                        .append(' ')
                        .append(number(y(ring[i + 1])));
            }
            path.append('Z');
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
