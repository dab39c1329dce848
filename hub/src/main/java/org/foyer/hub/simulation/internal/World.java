package org.foyer.hub.simulation.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.model.Season;
import org.foyer.hub.simulation.SimulationPlan;

/** What all houses of one simulation share. Nothing in it changes once it is made, so that houses can be made at once. */
final class World {

    /** Exports are made at six in the morning. */
    private static final int EXPORT_MINUTE = 6 * 60;

    private static final double MARGIN = 1.015;
    private static final double HOUSEHOLDS_A_LINE = 0.10;
    private static final int FEWEST_HOUSEHOLDS = 20;
    private static final int MOST_SHEET_LINES = 40_000;

    private final SimulationPlan plan;
    private final Words words;
    private final List<HouseSketch> houses;
    private final Population population;
    private final Contacts contacts;
    private final Repertoire repertoire;
    private final long now;
    private final double factor;
    private final int[] households;
    private final double expectedLines;

    World(SimulationPlan plan) {
        this.plan = plan;
        this.words = new Words();
        Places places = new Places();
        List<HouseSketch> sketched = Sketches.of(plan.houses(), plan.seed(), places, words);
        this.repertoire = new Repertoire(plan.seed(), words, plan.houses());
        this.now = plan.today().toEpochDay() * Night.DAY + EXPORT_MINUTE;
        double rough = plan.lines() * MARGIN / sum(expected(sketched, 1));
        this.factor = rough * plan.lines() * MARGIN / sum(expected(sketched, rough));
        double[] lines = expected(sketched, factor);
        this.expectedLines = sum(lines);
        this.households = new int[lines.length];
        this.houses = new ArrayList<>();
        for (HouseSketch house : sketched) {
            double own = lines[house.index()];
            households[house.index()] = (int) Math.max(FEWEST_HOUSEHOLDS, own * HOUSEHOLDS_A_LINE);
            boolean tooLong = house.tool() == Tool.XLSX && own / plan.seasons() > MOST_SHEET_LINES;
            houses.add(tooLong ? house.with(Tool.FRENCH_CSV) : house);
        }
        this.population = new Population(plan.seed(), places, houses);
        this.contacts = new Contacts(population, words);
    }

    private double[] expected(List<HouseSketch> sketched, double times) {
        double[] lines = new double[sketched.size()];
        for (HouseSketch house : sketched) {
            SeasonPlan seasons = new SeasonPlan(plan.seed(), house, repertoire, now);
            for (int season : seasons()) {
                for (Night night : seasons.nights(season, times)) {
                    lines[house.index()] += seasons.expectedLines(night);
                }
            }
        }
        return lines;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** First years of the seasons, the one of today last. */
    List<Integer> seasons() {
        int last = Season.of(plan.today()).firstYear();
        List<Integer> seasons = new ArrayList<>();
        for (int year = last - plan.seasons() + 1; year <= last; year++) {
            seasons.add(year);
        }
        return seasons;
    }

    List<HouseSketch> houses() {
        return houses;
    }

    Population population() {
        return population;
    }

    Contacts contacts() {
        return contacts;
    }

    Repertoire repertoire() {
        return repertoire;
    }

    Words words() {
        return words;
    }

    Neighbours neighbours(HouseSketch house) {
        return new Neighbours(house, houses, households);
    }

    long seed() {
        return plan.seed();
    }

    LocalDate today() {
        return plan.today();
    }

    /** Minute of the latest export. */
    long now() {
        return now;
    }

    /** How many times the usual number of performances each house plays. */
    double factor() {
        return factor;
    }

    double expectedLines() {
        return expectedLines;
    }
}
