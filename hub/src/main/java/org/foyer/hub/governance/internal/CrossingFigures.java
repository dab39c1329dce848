package org.foyer.hub.governance.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.HouseCrossing.Cell;
import org.foyer.hub.governance.OverlapGate.Counted;
import org.foyer.hub.governance.OverlapGate.Crossed;
import org.foyer.hub.governance.internal.OverlapPublications.Published;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.KeyedNoise;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.store.GenreCodes;
import org.jspecify.annotations.Nullable;

/**
 * Which genre of one house and which of another the same people came to. Only what may be told is kept; two houses of which this was done once in a quarter
 * are done with until it ends, so that nobody sees a number grow over the threshold.
 */
public final class CrossingFigures {

    /** A person changes eight numbers of two houses at most (two genres and all of each): their odds by a factor of e together. */
    private static final int SCALE = 8;

    private static final int STEP = 10;
    private static final char PART = '\t';

    private CrossingFigures() {}

    /** Figures of all pairs of houses that are not out yet, to be kept. */
    public static Map<String, Published> of(
            Counted counted, List<House> houses, Map<String, Published> known, String period, byte[] secret) {
        Map<String, Published> made = new HashMap<>();
        for (House one : houses) {
            for (House other : houses) {
                if (one.id().value() < other.id().value() && !known.containsKey(done(one.id(), other.id()))) {
                    made.put(done(one.id(), other.id()), new Published(0L, null));
                }
            }
        }
        Set<String> open = new HashSet<>(made.keySet());
        for (Crossed one : counted.crossed()) {
            Crossed cell = inOrder(one);
            String name = name(cell);
            byte[] label = (period + "|" + name).getBytes(StandardCharsets.UTF_8);
            long about = Math.floorDiv(cell.shared() + KeyedNoise.of(secret, label, SCALE) + STEP / 2, STEP) * STEP;
            if (about >= HouseCrossing.LEAST && open.contains(done(cell.one(), cell.other()))) {
                made.put(name, new Published(about, null));
            }
        }
        counted.people().forEach((house, people) -> made.put("taste:" + house + PART, new Published(people, null)));
        counted.tastes()
                .forEach(taste -> made.put(
                        "taste:" + taste.house() + PART + words(taste.genre()), new Published(taste.people(), null)));
        return made;
    }

    private static Crossed inOrder(Crossed cell) {
        return cell.one().value() < cell.other().value()
                ? cell
                : new Crossed(cell.other(), cell.otherGenre(), cell.one(), cell.genre(), cell.shared());
    }

    private static String done(HouseId one, HouseId other) {
        return "crossed:" + one + ":" + other;
    }

    private static String name(Crossed cell) {
        return done(cell.one(), cell.other()) + PART + words(cell.genre()) + PART + words(cell.otherGenre());
    }

    private static String words(String genre) {
        return genre.replace(PART, ' ');
    }

    /** What a house is told, the other houses in the order given. */
    public static List<HouseCrossing> told(Map<String, Published> known, House asker, List<House> others) {
        Map<String, Long> buyers = new HashMap<>();
        String mine = "taste:" + asker.id() + PART;
        known.forEach((figure, told) -> {
            if (figure.startsWith(mine)) {
                buyers.put(figure.substring(mine.length()), number(told));
            }
        });
        List<HouseCrossing> crossings = new ArrayList<>();
        for (House other : others) {
            List<Cell> cells = cells(known, asker.id(), other.id(), buyers);
            if (!cells.isEmpty()) {
                crossings.add(new HouseCrossing(other.slug(), cells));
            }
        }
        return List.copyOf(crossings);
    }

    /** Neither those who came to both nor the others of the own genre may be few. */
    private static List<Cell> cells(
            Map<String, Published> known, HouseId mine, HouseId other, Map<String, Long> buyers) {
        boolean first = mine.value() < other.value();
        String prefix = (first ? done(mine, other) : done(other, mine)) + PART;
        Map<List<String>, Long> numbers = new TreeMap<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        known.forEach((figure, told) -> {
            if (figure.startsWith(prefix)) {
                String[] genres = figure.substring(prefix.length()).split(String.valueOf(PART), -1);
                if (shared(genres[0]) && shared(genres[1])) {
                    numbers.put(first ? List.of(genres[0], genres[1]) : List.of(genres[1], genres[0]), number(told));
                }
            }
        });
        List<Cell> cells = new ArrayList<>();
        numbers.forEach((genres, about) -> {
            long of = buyers.getOrDefault(genres.get(0), 0L);
            if (!genres.get(1).isEmpty() && of - about >= HouseCrossing.LEAST) {
                double share = (double) about / of;
                Double lift = genres.get(0).isEmpty()
                        ? null
                        : lift(share, numbers.get(List.of("", genres.get(1))), buyers.getOrDefault("", 0L));
                cells.add(new Cell(genres.get(0), genres.get(1), of, about, share, lift));
            }
        });
        return cells;
    }

    /** A house's own word goes to nobody, not even when it was kept with the figures of the quarter. */
    private static boolean shared(String genre) {
        return genre.isEmpty()
                || genre.equals(GenreCodes.UNKNOWN)
                || Vocabularies.of("genres").concept(genre).isPresent();
    }

    /** To the tenth: more would say more than the error lets it. */
    private static @Nullable Double lift(double share, @Nullable Long ofAll, long people) {
        return ofAll == null || people == 0 ? null : Math.round(share / ((double) ofAll / people) * 10) / 10.0;
    }

    private static long number(Published told) {
        Long about = told.about();
        return about == null ? 0 : about;
    }
}
