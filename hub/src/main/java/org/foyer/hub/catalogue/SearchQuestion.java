package org.foyer.hub.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone looks for. Everything that is empty or null does not narrow the search.
 *
 * @param words of title, people, works, place, genre or description; all of them are needed if any show has them all. The last
 *     one may be the beginning of a word unless a space follows it
 * @param when which dates; always by the clock of each house
 * @param from first day of a span; only with {@link When#SPAN}
 * @param to last day of a span, included; only with {@link When#SPAN}
 * @param houses slugs of houses, one of which is enough
 * @param place words of the venue, its hall or its town, all needed
 * @param genre a genre in the word of a house, whatever its capitals and accents
 * @param eventType the same for the kind of event
 * @param town the same for the town of the venue
 * @param festival the same for a festival or a series to which the dates belong
 * @param conditions what the shows must offer
 * @param offset shows to pass over, 0 to {@link Search#OFFSET_MAX}
 * @param limit shows in the answer, 0 to {@link Search#LIMIT_MAX}
 */
public record SearchQuestion(
        String words,
        When when,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> houses,
        String place,
        String genre,
        String eventType,
        String town,
        String festival,
        SearchConditions conditions,
        Order order,
        int offset,
        int limit) {

    /** Which dates. */
    public enum When {
        /** From today on. */
        COMING,
        TODAY,
        /** Today, beginning at 17:00 or later, or after midnight; dates without an hour are left out. */
        TONIGHT,
        TOMORROW,
        /** Saturday and Sunday, or what is left of them. */
        WEEKEND,
        /** Today and the six days after it. */
        WEEK,
        /** Today and the 29 days after it. */
        MONTH,
        /** From one day to another. */
        SPAN,
        /** Past dates too. */
        ALL
    }

    /** What comes first. */
    public enum Order {
        /** What fits the words best; then what is soonest. Without words the same as by date. */
        FITNESS,
        /** What is soonest. */
        DATE,
        /** What is nearest to {@link SearchConditions#near}; without it the same as by date. */
        DISTANCE
    }

    public SearchQuestion {
        houses = List.copyOf(houses);
        offset = Math.max(0, Math.min(offset, Search.OFFSET_MAX));
        limit = Math.max(0, Math.min(limit, Search.LIMIT_MAX));
        if (when != When.SPAN) {
            from = null;
            to = null;
        }
    }

    /** Words alone, from today on. */
    public static SearchQuestion of(String words) {
        return new SearchQuestion(
                words,
                When.COMING,
                null,
                null,
                List.of(),
                "",
                "",
                "",
                "",
                "",
                SearchConditions.NONE,
                Order.FITNESS,
                0,
                20);
    }

    /** The same about other dates. */
    public SearchQuestion during(When other, @Nullable LocalDate first, @Nullable LocalDate last) {
        return new SearchQuestion(
                words,
                other,
                first,
                last,
                houses,
                place,
                genre,
                eventType,
                town,
                festival,
                conditions,
                order,
                offset,
                limit);
    }

    /** The same with other conditions. */
    public SearchQuestion under(SearchConditions other) {
        return new SearchQuestion(
                words, when, from, to, houses, place, genre, eventType, town, festival, other, order, offset, limit);
    }

    /** The same in another order and another piece of the answer. */
    public SearchQuestion piece(Order other, int skipped, int shown) {
        return new SearchQuestion(
                words,
                when,
                from,
                to,
                houses,
                place,
                genre,
                eventType,
                town,
                festival,
                conditions,
                other,
                skipped,
                shown);
    }
}
