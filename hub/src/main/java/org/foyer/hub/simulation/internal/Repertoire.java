package org.foyer.hub.simulation.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.model.Discipline;

/** Which productions there are: those that tour from house to house in a season, and those that one house makes itself. */
final class Repertoire {

    private static final double TOURING = 0.5;
    private static final Discipline[] MIXED = {
        Discipline.THEATRE, Discipline.THEATRE, Discipline.DANCE, Discipline.CIRCUS, Discipline.MUSIC
    };

    private final long seed;
    private final Words words;
    private final int tours;

    Repertoire(long seed, Words words, int houses) {
        this.seed = seed;
        this.words = words;
        this.tours = 10 + houses;
    }

    /** Draws productions for one house and season, one after the other. */
    Draw of(HouseSketch house, int season) {
        return new Draw(house, season);
    }

    /** The productions of one house in one season. */
    final class Draw {
        private final HouseSketch house;
        private final int season;
        private final Dice dice;
        private final Map<String, Integer> titles = new HashMap<>();
        private int drawn;

        private Draw(HouseSketch house, int season) {
            this.house = house;
            this.season = season;
            this.dice = Dice.of(seed, 31 + house.index(), season);
        }

        Show next() {
            Discipline discipline = house.discipline() == Discipline.MULTIDISCIPLINARY
                    ? MIXED[dice.below(MIXED.length)]
                    : house.discipline();
            boolean touring = dice.chance(TOURING);
            Show show = touring
                    ? production(
                            Dice.of(seed, 1_000 + discipline.ordinal(), season * 1_000L + dice.below(tours)),
                            discipline,
                            "")
                    : production(dice, discipline, house.name());
            int times = titles.merge(show.title(), 1, Integer::sum);
            String title = touring ? respelt(show) : show.title();
            if (times > 1) {
                title = title + " (" + times + ")";
            }
            return new Show(drawn++, show.name(), title, show.genre(), show.producer(), show.appeal(), vatRate(show));
        }

        private String respelt(Show show) {
            String title = show.title();
            return switch (dice.below(10)) {
                case 0 -> title.toUpperCase(Locale.FRENCH);
                case 1 -> title + " - " + show.producer();
                case 2 -> moved(title);
                case 3 -> title + " (tournée)";
                default -> title;
            };
        }

        private int vatRate(Show show) {
            return switch (house.place().country()) {
                case "BE" -> 600;
                case "CH" -> 0;
                case "GB" -> 2000;
                default -> show.vatRate();
            };
        }
    }

    private static String moved(String title) {
        for (String article : List.of("Le ", "La ", "Les ", "Un ", "Une ")) {
            if (title.startsWith(article)) {
                String rest = title.substring(article.length());
                return rest.substring(0, 1).toUpperCase(Locale.FRENCH) + rest.substring(1) + " (" + article.trim()
                        + ")";
            }
        }
        return title;
    }

    private Show production(Dice dice, Discipline discipline, String house) {
        String title = title(dice, discipline);
        String producer = house.isEmpty() || dice.chance(0.3) ? dice.pick(words.of("companies")) : house;
        double appeal = Math.max(0.45, 1 + 0.21 * dice.bell());
        return new Show(0, title, title, genre(dice, discipline), producer, appeal, dice.chance(0.35) ? 210 : 550);
    }

    private String title(Dice dice, Discipline discipline) {
        String section = switch (discipline) {
            case OPERA -> "operas";
            case DANCE -> "dances";
            case MUSIC -> "concerts";
            default -> "classics";
        };
        double known = switch (discipline) {
            case OPERA -> 0.9;
            case MUSIC -> 0.75;
            case CIRCUS -> 0;
            default -> 0.3;
        };
        if (dice.chance(known)) {
            return dice.pick(words.of(section));
        }
        String noun = dice.pick(words.of(dice.chance(0.5) ? "nouns-f" : "nouns-m"));
        return noun + " " + dice.pick(words.of("complements"));
    }

    private static String genre(Dice dice, Discipline discipline) {
        boolean second = dice.chance(0.25);
        return switch (discipline) {
            case OPERA -> second ? "Opéra version concert" : "Opéra";
            case MUSIC -> second ? "Musique de chambre" : "Concert symphonique";
            case DANCE -> second ? "Ballet" : "Danse contemporaine";
            case CIRCUS -> second ? "Cirque jeune public" : "Cirque";
            default -> second ? "Jeune public" : "Théâtre";
        };
    }
}
