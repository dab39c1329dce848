package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ContactGate;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Groups of a house's buyers by what they did: how many they are, never who; who leaves through the gate of contacts alone. */
public interface Segments {

    /**
     * How many people a segment has.
     *
     * @param day for a day that is not the end of a month, the end of the month before is told, except for {@code today}: with a number
     *     for each day, one day less the next would tell of single people
     */
    SegmentSize size(HouseId house, SegmentDefinition definition, LocalDate day, LocalDate today);

    /**
     * Counts the size of a segment on a day as asked for, before it is told to somebody, kept or compared.
     *
     * @throws SegmentBudget.Spent when the house asked for too many others today
     */
    void ask(HouseId house, SegmentDefinition definition, LocalDate day, LocalDate today);

    /** How many people each of some segments that are kept has today, in their order. */
    List<@Nullable Long> sizes(HouseId house, List<SegmentDefinition> definitions, LocalDate today);

    /** Who of each segment is in each other; at most {@value SegmentOverlap#SEGMENTS_MAX} are told. */
    SegmentOverlap overlap(HouseId house, List<SegmentDefinition> definitions, LocalDate today);

    /** All cells of recency, frequency and money. */
    RfmGrid rfm(HouseId house, boolean fixed, LocalDate today);

    /** What the house's own data offers for conditions. */
    SegmentChoices choices(HouseId house);

    /** The contacts of those of a segment who may be contacted, through the gate. */
    ContactGate.Answer contacts(Actor actor, House house, SegmentDefinition definition, ContactGate.Wish wish);
}
