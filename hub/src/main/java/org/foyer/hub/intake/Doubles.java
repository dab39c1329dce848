package org.foyer.hub.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Shows, places, works, people, festivals and series of a house that are told twice: found with their reasons, decided by a person. A decision goes the way of
 * every file, so that it is repeated by a rebuild and can be taken back by undoing its run. What goes by another identifier from then
 * on leads there.
 */
public interface Doubles {

    /** Pairs told at once. */
    int PAIRS_MAX = 200;

    /** Pairs that nobody decided, those with the strongest reasons first, at most {@link #PAIRS_MAX}. */
    List<DoublePair> doubtful(HouseId house);

    /**
     * Spellings that the house credits and that are one person, in pairs with why they are one, at most {@link #PAIRS_MAX}. Saying that two
     * of them are apart splits them; undoing that run joins them again.
     */
    List<DoublePair> joined(HouseId house);

    /**
     * Dates that may be no performances but announcements, by their titles and because nothing says that the public may come: no seats,
     * no price, no sale. At most {@link #PAIRS_MAX}, the last ones first. A person sets them aside on their sheet, or says there what
     * makes them performances.
     */
    List<Announcement> announcements(HouseId house);

    /** What was decided and not taken back, the last first. */
    List<Decided> decided(HouseId house, int limit);

    /**
     * Says whether two things are one. Of people, all spellings of the first are told apart from the other. Dates of two shows that are one become one where the hour is the same and the places do not
     * contradict.
     *
     * @param keep by whose identifier both go
     * @param other the other one
     * @return empty when the house has not both of them, or told two people apart that are to be one
     */
    Optional<RunReport> decide(HouseId house, DoublePair.Kind kind, long keep, long other, boolean same, String actor);

    /**
     * Says in one run of several productions of other houses whether they are one show on tour with one of the house.
     *
     * @param others at least one, at most {@link #PAIRS_MAX}
     * @return empty when one of them is not there (any more), or others are none or too many: then nothing is decided
     */
    Optional<RunReport> decideTour(HouseId house, long keep, List<Long> others, boolean same, String actor);

    /**
     * A date that may be an announcement.
     *
     * @param production whose sheet tells it
     * @param starts on the clock of the hall; null when no hour is known
     */
    record Announcement(
            long performance,
            long production,
            String title,
            LocalDate day,
            @Nullable LocalDateTime starts) {}

    /**
     * A decision.
     *
     * @param name of the thing that is left, or of the first of two
     * @param other number of the other
     * @param run to undo when the decision is to be taken back
     */
    record Decided(
            DoublePair.Kind kind, boolean same, long thing, String name, long other, String otherName, int run) {}
}
