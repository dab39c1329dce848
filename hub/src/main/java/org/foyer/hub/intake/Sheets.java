package org.foyer.hub.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Shows that a house types here, once. What is published goes the way of every file: into the archive, through a run that can be
 * undone, and into the rebuild. It counts above what files say, and stays beside it.
 */
public interface Sheets {

    /** Characters of a form's content. */
    int CHARACTERS_MAX = 400_000;

    /** Sheets of a house, those typed last first; at most so many. */
    List<ShowSheet.Name> list(HouseId house, int limit);

    /** A sheet for a show that nobody told of yet. Returns its number. */
    long blank(HouseId house, String actor);

    /** The one sheet of a production, made when there is none; empty when the house has no such production. */
    Optional<Long> of(HouseId house, long production, String actor);

    Optional<ShowSheet> sheet(HouseId house, long sheet);

    /** How keeping ended. */
    enum Keeping {
        KEPT,
        /** The house has no such sheet. */
        UNKNOWN,
        /** The sheet was published, or somebody else typed on it, after who types now had looked; nothing was kept. */
        CHANGED_SINCE
    }

    /**
     * Keeps what is being typed; nothing of it is public.
     *
     * @param words everything that the form holds; what equals the files' word is not kept
     * @param seen what the form was filled from, null to type over whatever is there
     */
    Keeping keep(HouseId house, long sheet, SheetWords words, ShowSheet.@Nullable Seen seen, String actor);

    /** The same over whatever is there. False when the house has no such sheet. */
    default boolean keep(HouseId house, long sheet, SheetWords words, String actor) {
        return keep(house, sheet, words, null, actor) == Keeping.KEPT;
    }

    /**
     * The sheet as it is now with the words of a form that was opened before, laid over it; nothing is kept. A new date of the form
     * that the sheet has by now, at the same hour, is not said twice.
     */
    Optional<ShowSheet> withTyped(HouseId house, long sheet, SheetWords words);

    /** A word of the sheet's own for one more date, given to no other. */
    String nextDate(HouseId house, long sheet);

    /** Publishes what was typed. */
    ShowSheet.Published publish(HouseId house, long sheet, String actor);

    /** Published versions, newest first. */
    List<ShowSheet.Version> versions(HouseId house, long sheet);

    /** Puts a published version back into the form, to be published anew. False when there is none. */
    boolean restore(HouseId house, long sheet, int version, String actor);

    /**
     * What is already there and looks like what is being typed, the likest first: at most eight of the house, then at most eight that
     * other houses of the node show and whose names the house does not have.
     *
     * @param kind of what
     * @param words at least two letters
     */
    List<Proposal> propose(HouseId house, Proposal.Kind kind, String words);

    /** Where sources contradict each other and nobody decided, then what was decided; by show. */
    List<Contradiction> contradictions(HouseId house, int offset, int limit);

    /**
     * The last word of each source on one property, that which counts first.
     *
     * @param performance 0 when the whole show is meant
     */
    List<Contradiction.Said> values(HouseId house, long production, long performance, String property);

    /**
     * Says how the cast of one date differs, in the place of what was typed of it before, and publishes that.
     *
     * @param changes none: nothing that was typed of it counts any more
     * @return empty when the house has no such performance
     */
    Optional<ShowSheet.Published> changeCast(HouseId house, long performance, List<CastChange> changes, String actor);

    /**
     * How moving ended.
     *
     * @param sheet on which the date stands
     * @param to where it is now, if it was published
     */
    record Moved(long sheet, SheetStart to, ShowSheet.Published published) {}

    /**
     * Gives a performance another start and publishes that, as the sheet of its show would. Nothing is published when it begins at
     * another time by now than whoever moves it had seen ({@code date-moved-since}), when somebody else's words wait on the sheet
     * ({@code sheet-waits}), or when it begins then already ({@code date-not-moved}).
     *
     * @param seen when it began, for whoever moves it
     * @param evening to which it is to belong
     * @param hour null to keep the one it has
     * @return empty when the house has no such performance
     */
    Optional<Moved> move(
            HouseId house,
            long performance,
            SheetStart seen,
            LocalDate evening,
            @Nullable LocalTime hour,
            String actor);

    /** Where the sheet of a production stands; empty while there is none. */
    Optional<ShowSheet.Seen> seenOf(HouseId house, long production);

    /**
     * Says words of another house on the sheet of a production, beside what it says, and publishes that alone: an import whose file
     * names the other house.
     *
     * @param words a new date of theirs is called {@link SheetWords#NEW}; prices in minor units
     * @param from the other house, as addresses name it
     * @param seen the sheet as whoever takes them saw it, null for whatever is there
     */
    History.PuttingBack take(
            HouseId house, long production, SheetWords words, String from, ShowSheet.@Nullable Seen seen, String actor);

    /** How many contradictions nobody decided. */
    long undecided(HouseId house);

    /** Says that one of the values counts, and publishes that. */
    ShowSheet.Published decide(
            HouseId house, long production, long performance, String property, String value, String actor);
}
