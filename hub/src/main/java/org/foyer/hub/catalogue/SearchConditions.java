package org.foyer.hub.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.foyer.hub.model.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What a show must offer to whoever looks for it. What belongs to a date (price, seats, accessibility, audience, attendance) must hold of one
 * and the same date. Everything that is empty or null does not narrow the search.
 *
 * @param age of a child in years, 0 to {@link #AGE_MAX}
 * @param price that the cheapest ticket costs at most, in {@code currency}, 0 to {@link #PRICE_MAX}; 0 for what is free
 * @param currency in which {@code price} is meant, as ISO 4217; empty for the one that most houses of the node have
 * @param accessibility needs that are met, all of them
 * @param audience whom it is meant for, by its code in the vocabulary of audiences, narrower ones included; empty for anybody
 * @param language in which it is played, as ISO 639-1; empty for any
 * @param surtitles the same for its surtitles
 * @param seats only dates of which nobody says that they are sold out, cancelled or put off
 * @param near place from which it is not farther than {@code kilometres}
 * @param nearName how one can ask for that place again; empty without
 * @param kilometres radius around {@code near}, 1 to {@link #KILOMETRES_MAX}
 * @param silentToo whether shows that do not say what is asked are found too
 */
public record SearchConditions(
        @Nullable Integer age,
        @Nullable BigDecimal price,
        String currency,
        List<Need> accessibility,
        String audience,
        String language,
        String surtitles,
        boolean seats,
        @Nullable Attendance attendance,
        @Nullable GeoPoint near,
        String nearName,
        int kilometres,
        boolean silentToo) {

    public static final int AGE_MAX = 120;

    public static final int PRICE_MAX = 1_000_000;

    /** Of a radius. */
    public static final int KILOMETRES_MAX = 500;

    /** Kilometres where nothing is said. */
    public static final int KILOMETRES = 20;

    /** Nothing asked. */
    public static final SearchConditions NONE =
            new SearchConditions(null, null, "", List.of(), "", "", "", false, null, null, "", KILOMETRES, false);

    /** A need that a performance meets, in the codes of OpenAgenda. */
    public enum Need {
        /** Hearing: sign language, induction loop, surtitles made for it. */
        HI,
        /** Sight: audio description, touch tour. */
        VI,
        /** Of the mind: relaxed performances. */
        PI,
        /** Motion: seats for wheelchairs. */
        MI,
        /** Understanding: relaxed performances, easy language. */
        II
    }

    /** Where one takes part. */
    public enum Attendance {
        /** At the venue; also what says nothing else. */
        OFFLINE,
        /** On a screen; only what says so. */
        ONLINE
    }

    public SearchConditions {
        accessibility = accessibility.stream().distinct().sorted().toList();
        kilometres = Math.max(1, Math.min(kilometres, KILOMETRES_MAX));
    }

    /** The same, with shows that do not say what is asked, or without. */
    public SearchConditions withSilent(boolean too) {
        return new SearchConditions(
                age,
                price,
                currency,
                accessibility,
                audience,
                language,
                surtitles,
                seats,
                attendance,
                near,
                nearName,
                kilometres,
                too);
    }

    /** Whether nothing is asked. */
    public boolean isNone() {
        return age == null
                && price == null
                && accessibility.isEmpty()
                && audience.isEmpty()
                && language.isEmpty()
                && surtitles.isEmpty()
                && !seats
                && attendance == null
                && near == null;
    }
}
