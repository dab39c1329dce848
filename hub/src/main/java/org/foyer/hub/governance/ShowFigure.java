package org.foyer.hub.governance;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a company may ask a house about one show. */
public enum ShowFigure {
    /** Tickets by day and by date. */
    DAILY_SALES,
    /** Tickets beside seats. */
    OCCUPANCY,
    REVENUE,
    /** How long before the performance tickets were bought. */
    LEAD_TIME,
    /** How far from the house buyers live. */
    CATCHMENT,
    /** Share of buyers who had never come to the house before. */
    FIRST_TIMERS;

    /** Its name in the API, in files and in the register. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is counted from people, so that it leaves only through the rules for them. */
    public boolean ofPeople() {
        return this == CATCHMENT || this == FIRST_TIMERS;
    }

    /** By its key, or as it stands in this list. */
    public static Optional<ShowFigure> of(String key) {
        String wanted = key.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(one -> one.key().equals(wanted)).findFirst();
    }

    /** In the order of this list, so that what is written of the same figures is the same. */
    static Set<ShowFigure> ordered(Set<ShowFigure> figures) {
        Set<ShowFigure> ordered = EnumSet.noneOf(ShowFigure.class);
        ordered.addAll(figures);
        return Collections.unmodifiableSet(ordered);
    }

    /** Keys with blanks between, in the order of this list. */
    public static String text(Set<ShowFigure> figures) {
        return figures.stream().sorted().map(ShowFigure::key).collect(Collectors.joining(" "));
    }

    /** The other way round; what is no key is left out. */
    public static Set<ShowFigure> read(String text) {
        Set<ShowFigure> read = EnumSet.noneOf(ShowFigure.class);
        for (String key : text.split("[\\s,]+")) {
            of(key).ifPresent(read::add);
        }
        return read;
    }
}
