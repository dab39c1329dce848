package org.foyer.hub.intake.internal.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One programme as the file tells it, its texts cleaned: runs of spaces are one, the word "None" is nothing.
 *
 * @param id the orchestra's own number of the programme
 */
record PhilharmonicProgram(String id, String orchestra, String season, List<Concert> concerts, List<PlayedWork> works) {

    /**
     * One date. The instant in the file is midnight in New York written as UTC, so only its day counts.
     *
     * @param time on a 12-hour clock
     */
    record Concert(String eventType, String location, String venue, String date, String time) {}

    /**
     * A work, or an interval.
     *
     * @param id work, star, movement
     */
    record PlayedWork(
            String id,
            String composer,
            String title,
            String movement,
            String conductor,
            String interval,
            List<Soloist> soloists) {

        /** The part before the star: stable for the work, whatever movement was played. */
        String workId() {
            int star = id.indexOf('*');
            return star < 0 ? id : id.substring(0, star);
        }

        /** Whom the archive names as composer; empty where it says that nobody knows. */
        String composerName() {
            String name = composer.replaceAll("[,\\s]+$", "");
            return NO_COMPOSER.contains(name.toLowerCase(Locale.ROOT)) ? "" : name;
        }

        boolean isInterval() {
            return !interval.isEmpty();
        }
    }

    /**
     * Someone listed beside a work.
     *
     * @param role S for soloist, A for assisting artist
     */
    record Soloist(String name, String instrument, String role) {}

    private static final int TITLE_COMPOSERS_MAX = 6;

    /** What the archive writes where it knows no composer. */
    private static final Set<String> NO_COMPOSER = Set.of("unknown", "unspecified");

    /**
     * The archive gives programmes no title. This one names the composers of what was played, {@code Mozart, Mahler},
     * else the kind of evening, else who played.
     */
    String title() {
        Set<String> surnames = new LinkedHashSet<>();
        for (PlayedWork work : works) {
            String composer = work.composerName();
            if (!composer.isEmpty()) {
                surnames.add(composer.contains(",") ? composer.substring(0, composer.indexOf(',')) : composer);
            }
        }
        List<String> told = new ArrayList<>(surnames);
        if (told.size() > TITLE_COMPOSERS_MAX) {
            told = new ArrayList<>(told.subList(0, TITLE_COMPOSERS_MAX));
            told.add("…");
        }
        String kind = concerts.isEmpty() ? "" : concerts.get(0).eventType();
        return Stream.of(String.join(", ", told), kind, orchestra, "Program " + id)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
