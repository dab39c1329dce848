package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.foyer.hub.insight.AudienceSheet.Area;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.jspecify.annotations.Nullable;

/**
 * A map of where buyers live: outlines of départements, a disc for each area whose surface is its number of buyers, the names
 * of the largest.
 *
 * @param width of the drawing, in its own units
 * @param height of the drawing
 * @param ground outlines as an SVG path
 * @param scale what a bar of {@code scaleWidth} stands for
 */
public record CatchmentMap(
        int width, int height, String ground, List<Disc> discs, List<Name> names, String scale, String scaleWidth) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 520;
    private static final double LARGEST_RADIUS = 34;
    private static final double SMALLEST_RADIUS = 2.2;
    private static final int NAMES = 6;
    /** A name stands in a large disc, above a small one. */
    private static final double ABOVE = 10;

    /** Share of the buyers that the map holds; the rest would make everybody a dot. */
    private static final double HELD = 0.85;

    private static final double LEAST_DEGREES = 0.3;
    private static final double AIR = 1.12;
    private static final double KILOMETRES_A_DEGREE = 111.2;
    private static final double[] SCALES = {1, 2, 5, 10, 20, 50, 100, 200};

    /** @param says what a reader of the screen hears and the mouse shows */
    public record Disc(String x, String y, String radius, String says) {}

    public record Name(String x, String y, String text) {}

    /** Null when no area has a known place. */
    static @Nullable CatchmentMap of(Language language, List<Area> areas) {
        List<Area> placed = areas.stream().filter(area -> area.place() != null).toList();
        return placed.isEmpty() ? null : new Drawing(language, placed).map();
    }

    private static final class Drawing {

        private final Language language;
        private final List<Area> areas;
        private final double middleLongitude;
        private final double middleLatitude;
        private final double narrowing;
        /** Units of the drawing for one degree of latitude. */
        private final double zoom;

        Drawing(Language language, List<Area> areas) {
            this.language = language;
            this.areas = areas;
            this.middleLongitude = median(areas, true);
            this.middleLatitude = median(areas, false);
            this.narrowing = Math.cos(Math.toRadians(middleLatitude));
            this.zoom = Math.min(WIDTH, HEIGHT) / 2.0 / (AIR * reach());
        }

        /** Of all buyers. */
        private static double median(List<Area> areas, boolean east) {
            List<Area> sorted = areas.stream()
                    .sorted(Comparator.comparingDouble(area -> degrees(area, east)))
                    .toList();
            long half = sorted.stream().mapToLong(Area::buyers).sum() / 2;
            for (Area area : sorted) {
                half -= area.buyers();
                if (half < 0) {
                    return degrees(area, east);
                }
            }
            return degrees(sorted.get(sorted.size() - 1), east);
        }

        private static double degrees(Area area, boolean east) {
            Place place = area.place();
            return place == null ? 0 : east ? place.longitude() : place.latitude();
        }

        /** Degrees of latitude from the middle that hold most buyers. */
        private double reach() {
            List<Area> nearest = areas.stream()
                    .sorted(Comparator.comparingDouble(this::away))
                    .toList();
            double left = HELD * nearest.stream().mapToLong(Area::buyers).sum();
            for (Area area : nearest) {
                left -= area.buyers();
                if (left <= 0) {
                    return Math.max(LEAST_DEGREES, away(area));
                }
            }
            return LEAST_DEGREES;
        }

        private double away(Area area) {
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

        private boolean holds(Area area) {
            double x = x(degrees(area, true));
            double y = y(degrees(area, false));
            return x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;
        }

        CatchmentMap map() {
            List<Area> shown = areas.stream()
                    .filter(this::holds)
                    .sorted(Comparator.comparingLong(Area::buyers).reversed())
                    .toList();
            double kilometre = zoom / KILOMETRES_A_DEGREE;
            double scale = DoubleStream.of(SCALES)
                    .filter(one -> one * kilometre <= WIDTH / 5.0)
                    .max()
                    .orElse(SCALES[0]);
            return new CatchmentMap(
                    WIDTH,
                    HEIGHT,
                    ground(),
                    discs(shown),
                    names(shown),
                    language.say("kilometres", language.formats().number(Math.round(scale))),
                    number(scale * kilometre));
        }

        private List<Disc> discs(List<Area> shown) {
            double largest = largest(shown);
            return shown.stream()
                    .map(area -> new Disc(
                            number(x(degrees(area, true))),
                            number(y(degrees(area, false))),
                            number(radius(area, largest)),
                            language.say(
                                    "area_reading",
                                    area.postcode(),
                                    name(area),
                                    language.formats().number(area.buyers()))))
                    .toList();
        }

        private static double largest(List<Area> shown) {
            return shown.stream().mapToLong(Area::buyers).max().orElse(1);
        }

        private static double radius(Area area, double largest) {
            return Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(area.buyers() / largest));
        }

        /** Of the largest areas, but none over another: a second postcode of a town does not say its name again. */
        private List<Name> names(List<Area> shown) {
            List<Name> names = new ArrayList<>();
            double largest = largest(shown);
            for (Area area : shown) {
                double radius = radius(area, largest);
                double x = x(degrees(area, true));
                double y = y(degrees(area, false)) - (radius > LARGEST_RADIUS / 2 ? 0 : radius + ABOVE);
                String text = name(area);
                boolean free = names.stream()
                        .noneMatch(other -> other.text().equals(text)
                                || Math.abs(Double.parseDouble(other.y()) - y) < 18
                                        && Math.abs(Double.parseDouble(other.x()) - x) < 120);
                if (free && names.size() < NAMES && y > 20 && y < HEIGHT - 30 && x > 50 && x < WIDTH - 50) {
                    names.add(new Name(number(x), number(y), text));
                }
            }
            return names;
        }

        private static String name(Area area) {
            Place place = area.place();
            return place == null ? area.postcode() : place.name();
        }

        /** Outlines that the map touches. */
        private String ground() {
            StringBuilder path = new StringBuilder();
            for (double[] ring : Outlines.france()) {
                if (touches(ring)) {
                    draw(ring, path);
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
