package org.foyer.hub.site.internal.pages;

import java.util.Arrays;
import java.util.List;

/**
 * Where the nodes of a small graph are drawn, so that their distances on the page are as near as can be to the links between
 * them (stress majorisation: Gansner, Koren and North 2004), begun on a circle. The same graph is drawn alike every time.
 */
final class GroupPlaces {

    /** Room around the outermost nodes, and the least between two. */
    static final double RADIUS = 14;

    private static final double LEAST_APART = 2 * RADIUS + 4;
    private static final int ROUNDS = 200;

    private GroupPlaces() {}

    /**
     * @param links pairs of nodes
     * @return x and y of each node, within the width and height
     */
    static double[][] of(int nodes, List<int[]> links, double width, double height) {
        double[][] circle = circle(nodes);
        double[][] places = fitted(spread(circle, distances(nodes, links)), width, height);
        return tooNear(places) ? fitted(circle, width, height) : places;
    }

    private static double[][] circle(int nodes) {
        double[][] places = new double[nodes][];
        for (int node = 0; node < nodes; node++) {
            double angle = 2 * Math.PI * node / nodes - Math.PI / 2;
            places[node] = new double[] {Math.cos(angle), Math.sin(angle)};
        }
        return places;
    }

    /** Links on the shortest way between two nodes (Floyd 1962); one more than the longest such way where there is none. */
    private static double[][] distances(int nodes, List<int[]> links) {
        double[][] far = new double[nodes][nodes];
        for (int node = 0; node < nodes; node++) {
            Arrays.fill(far[node], Double.POSITIVE_INFINITY);
            far[node][node] = 0;
        }
        links.forEach(link -> {
            far[link[0]][link[1]] = 1;
            far[link[1]][link[0]] = 1;
        });
        for (int over = 0; over < nodes; over++) {
            for (int a = 0; a < nodes; a++) {
                for (int b = 0; b < nodes; b++) {
                    far[a][b] = Math.min(far[a][b], far[a][over] + far[over][b]);
                }
            }
        }
        double most = Arrays.stream(far)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        for (double[] row : far) {
            Arrays.setAll(row, at -> Double.isFinite(row[at]) ? row[at] : most + 1);
        }
        return far;
    }

    private static double[][] spread(double[][] from, double[][] far) {
        double[][] places = from;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] next = new double[places.length][];
            for (int node = 0; node < places.length; node++) {
                next[node] = moved(node, places, far[node]);
            }
            places = next;
        }
        return places;
    }

    /** The mean of where each other node would have it, near ones counting most. */
    private static double[] moved(int node, double[][] places, double[] far) {
        double x = 0;
        double y = 0;
        double weights = 0;
        for (int other = 0; other < places.length; other++) {
            if (other != node) {
                double dx = places[node][0] - places[other][0];
                double dy = places[node][1] - places[other][1];
                double apart = Math.max(1e-9, Math.hypot(dx, dy));
                double weight = 1 / (far[other] * far[other]);
                x += weight * (places[other][0] + far[other] * dx / apart);
                y += weight * (places[other][1] + far[other] * dy / apart);
                weights += weight;
            }
        }
        return weights == 0 ? places[node] : new double[] {x / weights, y / weights};
    }

    private static double[][] fitted(double[][] places, double width, double height) {
        double[] x = along(places, 0, width);
        double[] y = along(places, 1, height);
        double[][] fitted = new double[places.length][];
        Arrays.setAll(fitted, node -> new double[] {x[node], y[node]});
        return fitted;
    }

    /** What has no extent to speak of stands in the middle. */
    private static double[] along(double[][] places, int axis, double length) {
        double low =
                Arrays.stream(places).mapToDouble(place -> place[axis]).min().orElse(0);
        double high =
                Arrays.stream(places).mapToDouble(place -> place[axis]).max().orElse(0);
        double room = length - 2 * (RADIUS + 2);
        return Arrays.stream(places)
                .mapToDouble(place ->
                        high - low < 1e-3 ? length / 2 : RADIUS + 2 + (place[axis] - low) / (high - low) * room)
                .toArray();
    }

    private static boolean tooNear(double[][] places) {
        for (int a = 0; a < places.length; a++) {
            for (int b = 0; b < a; b++) {
                if (Math.hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]) < LEAST_APART) {
                    return true;
                }
            }
        }
        return false;
    }
}
