package org.foyer.hub.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/** Shows: the performances of one production in one season at one venue (a run), under one address. Public. */
public interface Shows {

    /** Dates of one show that are told, at most. */
    int DATES_MAX = 400;

    /**
     * A show that has an address.
     *
     * @param id of the run
     * @param last day on which it plays
     */
    record Listed(HouseId house, String id, LocalDate last) {}

    /**
     * All dates of a show, at most {@link #DATES_MAX}, in order; none when there is no such show.
     *
     * @param id of the run
     */
    List<ProgrammeEntry> dates(HouseId house, String id);

    /** Runs of the same show in other houses, as people found; at most {@link Tour#TOLD_MAX}. @param id of the run */
    List<Tour> elsewhere(String id);

    /** What its production revives, its own other seasons, and what revives it. @param id of the run */
    Staging staging(String id);

    /** Id of the run in which a performance plays. */
    static String idOf(ProgrammeEntry entry) {
        return entry.performance().production() + "-"
                + org.foyer.hub.model.Season.of(entry.performance().day()).firstYear() + "-"
                + entry.performance().venue();
    }

    /** Tells the shows of all houses, those that play last first, at most so many. */
    void newest(int limit, Consumer<Listed> to);

    /** Writes the dates of a show as iCalendar (RFC 5545). */
    void writeICalendar(House house, List<ProgrammeEntry> dates, String base, OutputStream out) throws IOException;
}
