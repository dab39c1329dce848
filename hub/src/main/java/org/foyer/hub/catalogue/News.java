package org.foyer.hub.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PerformanceState;
import org.jspecify.annotations.Nullable;

/** What was announced and what changed, show by show, the latest first: only of shows that have a date ahead. Public. */
public interface News {

    /** Items, at most. */
    int ITEMS_MAX = 50;

    /** Dates that an item tells, at most. */
    int DATES_MAX = 8;

    /**
     * What one change did to a show. A date tells its last change only, so that an older item loses the dates that changed again.
     *
     * @param run id of the run
     * @param change number of the change
     * @param at when it happened, null when that is not known
     * @param announced whether the show came with it
     * @param dates how many dates it touched
     * @param added how many of them it brought
     * @param cancelled how many of them are cancelled
     * @param told the first of them, at most {@link #DATES_MAX}
     */
    record Item(
            House house,
            String run,
            String title,
            @Nullable String genre,
            @Nullable String place,
            long change,
            @Nullable Instant at,
            boolean announced,
            int dates,
            int added,
            int cancelled,
            List<Date> told) {}

    /** A date. @param startsLocal null when only the day is known */
    record Date(LocalDate day, @Nullable LocalDateTime startsLocal, PerformanceState state) {}

    /** A show of a house. @param run id of the run */
    record ShowKey(HouseId house, String run) {}

    List<Item> ofAll();

    List<Item> ofHouse(House house);

    /** Of what plays at a venue. */
    List<Item> ofPlace(House house, long venue);

    /** Of what plays in a hall. */
    List<Item> ofHall(Hall hall);

    /** Of what plays in a festival or series. */
    List<Item> ofFestival(Festival festival);

    /** Of what credits a name. */
    List<Item> ofName(String name);

    /** Of some shows. */
    List<Item> ofShows(List<ShowKey> shows);
}
