package org.foyer.hub.catalogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PerformanceState;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total shows found
 * @param dates dates of these shows that are asked for
 * @param weekendDates of these, on the Saturday and Sunday of this weekend
 * @param houses houses that play them
 * @param earlier when no show lies ahead that has all words: how many past ones do
 * @param silent shows that are not found because they do not say what is asked
 * @param words how the words were found
 * @param wordsCut whether words behind the last that counts were left aside
 * @param partial whether time ran out, so that there may be more
 * @param complete whether all programmes are searched; false while the index is being made
 */
public record SearchAnswer(
        int total,
        long dates,
        long weekendDates,
        int houses,
        int earlier,
        Silent silent,
        Words words,
        boolean wordsCut,
        boolean partial,
        boolean complete,
        List<Hit> hits,
        Facets facets) {

    /** How the words were found. */
    public enum Words {
        /** Every show has all words as they are written, but for accents, capitals and plurals. */
        AS_WRITTEN,
        /** Few shows have, so that near spellings count too; those as written come first. */
        NEAR_SPELLINGS,
        /** No show has all of the words; these have most. */
        MOST
    }

    /**
     * Shows that would be found if they said what is asked and it were so; a show that is silent on two things counts for both.
     *
     * @param shows of them, each once
     */
    public record Silent(
            int shows, int age, int price, int accessibility, int audience, int language, int surtitles, int place) {

        /** None is. */
        public static final Silent NONE = new Silent(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * What a show says to whoever might come, at the dates asked for; null and empty where it says nothing.
     *
     * @param ageFrom years, included
     * @param ageTo years, included
     * @param priceFrom cheapest ticket, in minor units of the currency of the house
     * @param languages of the stage, as ISO 639-1
     * @param surtitles the same
     * @param accessibility needs that are met
     * @param audiences whom its dates are meant for, by codes of the vocabulary of audiences
     * @param where the middle of its commune
     * @param kilometres from the place asked for to there
     */
    public record Offer(
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable Long priceFrom,
            List<String> languages,
            List<String> surtitles,
            List<SearchConditions.Need> accessibility,
            List<String> audiences,
            @Nullable GeoPoint where,
            @Nullable Double kilometres) {}

    /**
     * A show: a production in one season at one place.
     *
     * @param iri identifier of the run
     * @param works at most {@link #LINES_MAX} of those played
     * @param people at most {@link #LINES_MAX} of those credited
     * @param offer what it says to whoever might come
     * @param dates the next that are asked for, or the last ones when none lies ahead, at most {@link #DATES_MAX}
     * @param dateCount how many dates are asked for
     * @param last the last day asked for
     */
    public record Hit(
            String iri,
            House house,
            String title,
            @Nullable String genre,
            @Nullable String eventType,
            @Nullable String venue,
            @Nullable String hall,
            @Nullable String town,
            List<Work> works,
            List<Person> people,
            Offer offer,
            List<Date> dates,
            int dateCount,
            LocalDate last) {

        /** Works, and people, that a hit tells. */
        public static final int LINES_MAX = 6;

        /** Dates that a hit tells. */
        public static final int DATES_MAX = 4;
    }

    /** A work with those who wrote it. */
    public record Work(String title, List<String> writers) {}

    /** Someone credited. */
    public record Person(String name, String role) {}

    /**
     * A date.
     *
     * @param day to which it belongs; after midnight, the day before
     * @param startsLocal by the clock of the hall, null when only the day is known
     * @param coming whether it is today or later, where the house is
     */
    public record Date(LocalDate day, @Nullable LocalDateTime startsLocal, PerformanceState state, boolean coming) {}

    /**
     * How many of the shows found have which value, the most frequent first, at most {@link #VALUES_MAX} of each.
     *
     * @param festivals and series to which dates of them belong
     * @param places where they play, at most {@link #PLACES_MAX}; told only when no hit is asked for
     */
    public record Facets(
            List<Count> houses,
            List<Count> genres,
            List<Count> eventTypes,
            List<Count> towns,
            List<Count> festivals,
            List<Count> languages,
            List<Count> accessibility,
            List<Count> audiences,
            List<Count> months,
            List<At> places) {

        /** Of nothing found. */
        public static final Facets NONE = new Facets(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());

        /** Values of one facet. */
        public static final int VALUES_MAX = 20;

        /** Places. */
        public static final int PLACES_MAX = 500;
    }

    /** Shows at one point: a venue that somebody placed, or the middle of a commune. */
    public record At(GeoPoint point, String name, int shows) {}

    /**
     * Shows with one value.
     *
     * @param value with which to narrow the question: a slug, a word, a code, or a month as {@code 2026-11}
     * @param label for people
     */
    public record Count(String value, String label, int shows) {}
}
