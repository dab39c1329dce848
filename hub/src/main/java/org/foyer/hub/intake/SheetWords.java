package org.foyer.hub.intake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a show.
 *
 * @param show value by name of the property ({@code title}, {@code duration} …), of a text in another language followed by {@code @}
 *     and the language; an empty value says that there is none
 * @param dates performances, at most {@link #DATES_MAX}
 * @param works what all of them play, in order; null where nothing is said of it
 * @param credits who is credited in all of them; null where nothing is said of it
 */
public record SheetWords(
        Map<String, String> show,
        List<Date> dates,
        @Nullable List<Work> works,
        @Nullable List<Credit> credits) {

    /** What a form calls a date that has no word of its own yet; it gets one when the form is kept. */
    public static final String NEW = "new";

    public static final int DATES_MAX = 400;
    public static final int WORKS_MAX = 100;
    public static final int CREDITS_MAX = 200;

    /** Properties of the whole show, in the order of the form. */
    public static final List<String> OF_SHOW = List.of(
            "title",
            "subtitle",
            "genre",
            "producer",
            "description",
            "url",
            "picture",
            "picture_credit",
            "picture_licence",
            "languages",
            "surtitles",
            "age_from",
            "age_to",
            "warnings",
            "duration",
            "price_from",
            "price_to",
            "history",
            "revival_of",
            "production_ids");

    /** Before the words of whoever is credited, or of a work, whose identifiers in other registers are said among those of the show. */
    public static final String IDS_OF_NAME = "ids name ";

    public static final String IDS_OF_WORK = "ids work ";

    /** Of these, what is kept with each performance. */
    public static final List<String> OF_EACH_DATE = List.of("duration", "price_from", "price_to", "history");

    /** Languages in which the title and the description can be said beside the house's own. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "de", "nl");

    /** Who plays in whose place on a date, as {@link org.foyer.hub.model.CastChange} writes it. */
    public static final String CAST_CHANGES = "cast_changes";

    /** Of these, what is kept with the hall, in the configuration of the date: how many it holds, seated, and with a wheelchair. */
    public static final List<String> OF_HALL = List.of("hall_capacity", "hall_seats", "hall_wheelchair");

    /** Properties of one performance, in the order of the form. */
    public static final List<String> OF_DATE = List.of(
            "day",
            "time",
            "venue",
            "hall",
            "configuration",
            "hall_capacity",
            "hall_seats",
            "hall_wheelchair",
            "street",
            "postcode",
            "city",
            "country",
            "attendance",
            "state",
            "capacity",
            "availability",
            "accessibility",
            "audience",
            "festival",
            "series",
            CAST_CHANGES,
            "set_aside",
            "venue_ids");

    /** Nothing said. */
    public static final SheetWords NOTHING = new SheetWords(Map.of(), List.of(), null, null);

    /** What a document leaves out is nothing said. */
    public SheetWords {
        show = Map.copyOf(Objects.requireNonNullElse(show, Map.of()));
        dates = List.copyOf(Objects.requireNonNullElse(dates, List.of()));
        works = works == null ? null : List.copyOf(works);
        credits = credits == null ? null : List.copyOf(credits);
    }

    /**
     * One performance.
     *
     * @param own our number of it, or the sheet's own word for one that nobody knew before
     * @param said value by name of the property
     */
    public record Date(String own, Map<String, String> said) {
        public Date {
            own = Objects.requireNonNullElse(own, NEW);
            said = Map.copyOf(Objects.requireNonNullElse(said, Map.of()));
        }

        public String get(String property) {
            return said.getOrDefault(property, "");
        }

        /** Whether a file, or an earlier version, told of it. */
        public boolean hasNumber() {
            return own.matches("[0-9]+");
        }
    }

    /** A work with those who wrote it. */
    public record Work(String title, List<Credit> writers) {
        public Work {
            title = Objects.requireNonNullElse(title, "");
            writers = List.copyOf(Objects.requireNonNullElse(writers, List.of()));
        }
    }

    /** A person or group in a role, in the house's own words. */
    public record Credit(String name, String role) {
        public Credit {
            name = Objects.requireNonNullElse(name, "");
            role = Objects.requireNonNullElse(role, "");
        }
    }

    public String get(String property) {
        return show.getOrDefault(property, "");
    }
}
