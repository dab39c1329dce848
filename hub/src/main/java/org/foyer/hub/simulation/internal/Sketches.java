package org.foyer.hub.simulation.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.ShortName;
import org.foyer.hub.simulation.internal.HouseSketch.Hall;

/** The houses of a network: first those of {@code simulation/houses.csv}, then as many imagined ones as needed. */
final class Sketches {

    private static final double[] DISCIPLINES = {0.42, 0.08, 0.10, 0.15, 0.07, 0.18};
    private static final double[] TOOLS = {0.40, 0.25, 0.15, 0.08, 0.12};
    private static final int LEAST_PEOPLE = 15_000;

    private final long seed;
    private final Places places;
    private final Words words;
    private final List<HouseSketch> sketches = new ArrayList<>();
    private final Set<String> slugs = new HashSet<>();

    private Sketches(long seed, Places places, Words words) {
        this.seed = seed;
        this.places = places;
        this.words = words;
    }

    static List<HouseSketch> of(int houses, long seed, Places places, Words words) {
        Sketches made = new Sketches(seed, places, words);
        Resource.lines("/simulation/houses.csv").stream().skip(1).limit(houses).forEach(made::known);
        List<Place> towns = places.all().stream()
                .filter(place ->
                        place.population() >= LEAST_PEOPLE && place.country().equals("FR"))
                .toList();
        while (made.sketches.size() < houses) {
            made.imagined(towns);
        }
        return List.copyOf(made.sketches);
    }

    private void known(String line) {
        String[] c = line.split(";", -1);
        List<Hall> halls = new ArrayList<>();
        for (String hall : c[2].split("\\|")) {
            int colon = hall.indexOf(':');
            halls.add(new Hall(hall.substring(0, colon), Integer.parseInt(hall.substring(colon + 1))));
        }
        add(
                c[0],
                Discipline.valueOf(c[1]),
                halls,
                c[3],
                places.byCode(c[4]),
                Tool.valueOf(c[5]),
                Double.parseDouble(c[6]),
                ZoneId.of(c[7]),
                c[8]);
    }

    private void imagined(List<Place> towns) {
        Dice dice = Dice.of(seed, 11, sketches.size());
        String name = dice.pick(words.of("house-kinds")) + " " + dice.pick(words.of("house-complements"));
        Discipline discipline = Discipline.values()[dice.pick(DISCIPLINES)];
        int seats = 10
                * switch (discipline) {
                    case OPERA, MUSIC -> dice.between(60, 140);
                    case THEATRE -> dice.chance(0.35) ? dice.between(9, 28) : dice.between(35, 95);
                    default -> dice.between(25, 90);
                };
        Tool tool = Tool.values()[dice.pick(TOOLS)];
        List<Hall> halls = List.of(new Hall("Grande salle", seats));
        String street = dice.between(1, 90) + " " + dice.pick(words.of("streets"));
        double occupancy = 0.55 + 0.35 * dice.unit();
        add(name, discipline, halls, street, dice.pick(towns), tool, occupancy, ZoneId.of("Europe/Paris"), "EUR");
    }

    private void add(
            String name,
            Discipline discipline,
            List<Hall> halls,
            String street,
            Place place,
            Tool tool,
            double occupancy,
            ZoneId zone,
            String currency) {
        String slug = ShortName.of(name);
        if (!slugs.add(slug)) {
            slug = ShortName.of(name + " " + place.name());
            if (!slugs.add(slug)) {
                slug = slug + "-" + (sketches.size() + 1);
                slugs.add(slug);
            }
        }
        boolean festival = name.startsWith("Festival");
        String told = name + (place.country().equals("GB") ? " (simulated)" : " (simulé)");
        sketches.add(new HouseSketch(
                sketches.size(),
                slug,
                told,
                discipline,
                halls,
                street,
                place,
                tool,
                occupancy,
                festival,
                zone,
                currency));
    }
}
