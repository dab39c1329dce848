package org.foyer.hub.simulation.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers on paper, drawn one by one: where people live by the law of the buyers, everything else by shares that are plausible and invented. */
public final class Questionnaires {

    private static final List<String> HEADER = List.of(
            "day",
            "visit",
            "company",
            "heard",
            "motive",
            "overall",
            "show",
            "age",
            "education",
            "country",
            "postcode",
            "welcome",
            "price",
            "again");

    private static final double SAYS_NOTHING = 0.04;

    /** Of people from far away only so many take a questionnaire, for one from nearby. */
    private static final double FAR_ANSWER = 0.45;

    private static final double NEARBY_KILOMETRES = 12;

    private final Dice dice;

    /** What makes this house differ from others. */
    private final Dice house;

    private final double level;
    private final Map<String, Choices> known = new HashMap<>();
    private final LocalDate from;
    private final int days;
    private final Places places = new Places();
    private final Place centre;
    private final Catchment catchment;

    /** @param postcode of the house; of Paris when nobody lives under it */
    public Questionnaires(long seed, String postcode, LocalDate from, LocalDate to) {
        this.dice = Dice.of(seed, postcode.hashCode(), 17);
        this.house = Dice.of(seed, postcode.hashCode(), 18);
        this.level = 7.3 + 1.2 * house.unit();
        this.from = from;
        this.days = (int) Math.max(1, ChronoUnit.DAYS.between(from, to));
        this.centre = places.all().stream()
                .filter(place -> Arrays.asList(place.postcodes()).contains(postcode))
                .findFirst()
                .orElseGet(() -> places.at(0));
        this.catchment = new Catchment(places, centre);
    }

    /** The header and so many rows. */
    public List<List<String>> rows(int answers) {
        return Stream.concat(Stream.of(HEADER), Stream.generate(this::row).limit(answers))
                .toList();
    }

    private List<String> row() {
        Place home = home();
        boolean first = dice.chance(0.24);
        double mood = level + (first ? 0.4 : 0) + dice.bell() * 1.5;
        List<String> row = new ArrayList<>();
        row.add(from.plusDays(dice.below(days)).toString());
        row.add(said(first ? "first" : one("year 70|three-years 20|longer 10")));
        row.add(said(one("alone 14|partner 36|children 9|relatives 11|friends 24|group 6")));
        row.add(said(
                several("brochure 30|website 18|newsletter 16|social-media 9|press 10|poster 8|friends 26|school 5")));
        row.add(said(
                several("work 34|artists 28|genre 24|discover 22|entertainment 18|together 25|house 15|accompany 9")));
        row.add(said(Integer.toString(mark(mood, 0, 10))));
        row.add(said(rating(mood)));
        row.add(said(one("under-18 3|18-24 7|25-34 11|35-44 14|45-54 17|55-64 21|65-74 19|75-plus 8")));
        row.add(said(one("isced-0-2 6|isced-3-4 20|isced-5 17|isced-6 23|isced-7-8 34")));
        boolean silent = dice.chance(SAYS_NOTHING);
        row.add(silent ? "" : home.country());
        row.add(silent ? "" : home.postcodes()[0]);
        row.add(said(rating(mood + 0.6)));
        row.add(said(rating(mood - 0.9)));
        row.add(said(mood > 7 ? one("surely 78|perhaps 20|hardly 2") : one("surely 35|perhaps 45|hardly 20")));
        return row;
    }

    private Place home() {
        Place home = places.at(catchment.at(dice.unit()));
        while (home.kilometresTo(centre) > NEARBY_KILOMETRES && !dice.chance(FAR_ANSWER)) {
            home = places.at(catchment.at(dice.unit()));
        }
        return home;
    }

    private String said(String answer) {
        return dice.chance(SAYS_NOTHING) ? "" : answer;
    }

    private static int mark(double mood, int least, int most) {
        return (int) Math.max(least, Math.min(most, Math.round(mood)));
    }

    private static String rating(double mood) {
        return List.of("very-poor", "poor", "fair", "good", "very-good").get(mark(mood / 2, 1, 5) - 1);
    }

    /** Words and what each weighs in this house. */
    private record Choices(List<String> words, double[] weights) {}

    /** Houses differ: each word weighs between two thirds and four thirds of what it does on the whole. */
    private Choices choices(String written) {
        return known.computeIfAbsent(written, text -> {
            List<String> words = new ArrayList<>();
            double[] weights = new double[text.split("\\|").length];
            for (String word : text.split("\\|")) {
                String[] parts = word.split(" ");
                weights[words.size()] = Double.parseDouble(parts[1]) * (2 + 2 * house.unit()) / 3;
                words.add(parts[0]);
            }
            return new Choices(List.copyOf(words), weights);
        });
    }

    /** One of words with their shares. */
    private String one(String written) {
        Choices choices = choices(written);
        return choices.words().get(dice.pick(choices.weights()));
    }

    /** Each word with its own chance in percent; one at least. */
    private String several(String written) {
        Choices choices = choices(written);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < choices.words().size(); i++) {
            if (dice.chance(choices.weights()[i] / 100)) {
                said.add(choices.words().get(i));
            }
        }
        return said.isEmpty() ? one(written) : String.join("|", said);
    }
}
