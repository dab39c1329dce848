package org.foyer.hub.simulation;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What to simulate. The same plan gives the same bytes.
 *
 * @param houses from 1 to {@value #MOST_HOUSES}; the first fourteen are always the same, the others follow from the seed
 * @param lines about how many sale lines in all; a house has at least two performances a season, so that very small
 *     plans come out larger
 * @param seed from which everything random follows
 * @param today the day on whose morning the files were exported: nothing later is known
 * @param seasons how many seasons, the one of today included; from 1 to 10
 * @param out folder to write to, made when missing, which must be empty
 */
public record SimulationPlan(int houses, long lines, long seed, LocalDate today, int seasons, Path out) {

    public static final int MOST_HOUSES = 200;
    public static final long MOST_LINES = 200_000_000;
    private static final int MOST_SEASONS = 10;

    public SimulationPlan {
        require(houses >= 1 && houses <= MOST_HOUSES, "houses");
        require(lines >= 1 && lines <= MOST_LINES, "lines");
        require(seasons >= 1 && seasons <= MOST_SEASONS, "seasons");
    }

    /** Lines of the demonstration, from which at least a million come out. */
    public static final long DEMONSTRATION_LINES = 980_000;

    /** The network of the demonstration: twelve houses, four seasons. */
    public static SimulationPlan demonstration(long lines, LocalDate today, Path out) {
        return new SimulationPlan(12, lines, 1789, today, 4, out);
    }

    /** The same people and houses, with eight more houses, which the other nodes of the demonstration hold; smaller and shorter. */
    public static SimulationPlan neighbours(long lines, LocalDate today, Path out) {
        return new SimulationPlan(20, lines, 1789, today, 2, out);
    }

    private static void require(boolean fits, String part) {
        if (!fits) {
            throw new IllegalArgumentException("out of range: " + part);
        }
    }
}
