package org.foyer.hub.simulation.internal;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.model.Discipline;

/**
 * What one house tells the public of its shows and dates. A touring production has the same text and people in every house; how much of
 * it is filled in differs from house to house. It follows from the seed alone and changes no sale.
 */
final class Announcements {

    /** From houses that fill in everything to one that fills in nothing. */
    private static final double[] CARE = {0.95, 0.9, 0.85, 0.6, 0.9, 0.75, 0.3, 1, 0.5, 0.7, 0.8, 0};

    private static final String[] EVERY_DATE = {"Accessible en fauteuil roulant", "Boucle magnétique"};
    private static final String[] SOME_DATES = {"Audiodescription", "Langue des signes", "Séance adaptée (relax)"};
    private static final double DATES_WITH_MORE = 0.12;
    private static final String FRENCH = "français";

    private final long seed;
    private final HouseSketch house;
    private final Words words;

    Announcements(long seed, HouseSketch house, Words words) {
        this.seed = seed;
        this.house = house;
        this.words = words;
    }

    Announcement of(Night night) {
        Show show = night.show();
        String kind = kind(show.genre());
        Dice production = Dice.of(seed, show.name().hashCode(), show.producer().hashCode());
        boolean young = show.genre().contains("jeune") || show.genre().startsWith("Jeune");
        String opening =
                production.pick(words.of("openings-" + (young ? "young" : kind.equals("opera") ? "stage" : kind)));
        String turn = production.pick(words.of("turns"));
        String ending = production.pick(words.of("endings"));
        List<String> people = people(words.of("roles-" + kind), production);
        Announcement.Facts facts = new Announcement.Facts(
                production.between(young ? 8 : 12, kind.equals("opera") ? 36 : 25) * 5,
                young ? production.between(3, 8) : production.chance(0.3) ? production.between(5, 8) * 2 : 0,
                kind.equals("dance") || kind.equals("circus") ? "" : kind.equals("opera") ? "italien" : FRENCH,
                kind.equals("opera") ? FRENCH : "");
        return Announcement.of(
                opening, turn, ending, people, facts, care(show.name().hashCode()));
    }

    private Announcement.Care care(long of) {
        return new Announcement.Care(CARE[house.index() % CARE.length], Dice.of(seed, 600_000L + house.index(), of));
    }

    private List<String> people(List<String> roles, Dice dice) {
        List<String> people = new ArrayList<>();
        for (String role : roles) {
            boolean woman = dice.chance(0.5);
            people.add(dice.pick(words.of(woman ? "first-women" : "first-men")) + " "
                    + dice.pick(words.of("artists-last")) + (woman ? " (simulée) (" : " (simulé) (") + role + ")");
        }
        return people;
    }

    /** What a house that tells of it offers to people who need it, on one date. */
    String accessibility(Night night) {
        Announcement.Care care = care(night.start());
        if (!care.tells()) {
            return "";
        }
        String always = String.join(", ", EVERY_DATE);
        return care.dice().chance(DATES_WITH_MORE)
                ? always + ", " + SOME_DATES[care.dice().below(SOME_DATES.length)]
                : always;
    }

    /** Whether a house tells the prices of a show. */
    boolean tellsPrices(Night night) {
        return Dice.of(seed, 700_000L + house.index(), night.show().name().hashCode())
                .chance(CARE[house.index() % CARE.length]);
    }

    private String kind(String genre) {
        String small = genre.toLowerCase(java.util.Locale.FRENCH);
        if (small.contains("opéra")) {
            return "opera";
        }
        if (small.contains("danse") || small.contains("ballet")) {
            return "dance";
        }
        if (small.contains("cirque")) {
            return "circus";
        }
        boolean music =
                small.contains("concert") || small.contains("musique") || house.discipline() == Discipline.MUSIC;
        return music ? "music" : "stage";
    }
}
