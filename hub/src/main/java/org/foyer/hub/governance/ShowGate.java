package org.foyer.hub.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The side of the gate by which figures of one show leave its house for the company that it granted them. Sales are told as they are;
 * of people nothing is told below {@link #BUYERS_MIN}, shares are moved by a secret amount and rounded, and a new number is only told when at least
 * {@link #BUYERS_MIN} people lie between it and every other that was told.
 */
public interface ShowGate {

    /** Its purpose, as in the register of purposes. */
    String PURPOSE = "shows-for-companies";

    /** Fewest buyers behind anything that is told of people. */
    int BUYERS_MIN = 10;

    /**
     * What may be read and told.
     *
     * @param show of the house
     * @param from the first day that may be told
     * @param asOf the last one
     */
    record Window(ShowGrant grant, String show, Set<ShowFigure> figures, LocalDate from, LocalDate asOf) {}

    /** @param withheld code of why nothing is told; null when {@code window} is there */
    record Opening(@Nullable Window window, @Nullable String withheld) {}

    /**
     * Counts of the buyers of a show as known on a day.
     *
     * @param buyers each person once
     * @param first of these, those who came to the house for the first time; −1 where nobody knows
     * @param years of history behind "first", at most 3
     * @param bands of buyers whose place is known, by distance; empty when none is
     */
    record Counts(long buyers, long first, int years, List<Band> bands) {}

    /** @param key of the band, see the catchment of a house */
    record Band(String key, long buyers) {}

    /** Counts people as known on a day; called only when something new may be told. */
    @FunctionalInterface
    interface Counting {
        Counts on(LocalDate day);
    }

    /**
     * What is told of people.
     *
     * @param day as known on which
     * @param about buyers, to the nearest ten
     * @param firstTimers share, moved and rounded; null when not granted, not known or of too few
     * @param years of history behind it
     * @param bands shares by distance, moved and rounded; without those of too few
     */
    record People(LocalDate day, long about, @Nullable Double firstTimers, int years, List<Share> bands) {}

    record Share(String key, double share) {}

    /** @param withheld code of why nothing is told of people; null when {@code people} is there */
    record Told(@Nullable People people, @Nullable String withheld) {}

    /**
     * Opens the door for a grant of a house of this node: only while it holds, only for its days. The audit of the house says so once a day
     * for each grant.
     *
     * @param asOf day asked for; null for the latest that may be told, and no other where sales by day are not granted: day by day, any
     *     sum becomes a curve
     * @return nothing for a request that is not of this node
     */
    Optional<Opening> open(Actor actor, long grant, @Nullable LocalDate asOf);

    /**
     * What may be told of people within a window.
     *
     * @param show identifier by which the show goes today, so that what was told of it under another is remembered
     */
    Told people(Window window, String show, Counting counting);
}
