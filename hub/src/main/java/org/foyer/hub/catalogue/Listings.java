package org.foyer.hub.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/**
 * Performances that belong together for a reader: those of a venue or a hall, those of a festival, those that credit a name, those of shows that were found. Public:
 * holds nothing personal but the names that programmes credit.
 */
public interface Listings {

    /** Dates ahead in one listing, at most: the soonest. */
    int COMING_MAX = 1_000;

    /** Past dates in one listing, at most: the latest. */
    int PAST_MAX = 250;

    /** Characters of a credited name that is asked for, at most. */
    int NAME_MAX = 500;

    /** A performance of a house. */
    record Billed(House house, ProgrammeEntry entry) {

        /** Of the performance. */
        public LocalDate day() {
            return entry.performance().day();
        }
    }

    /**
     * Performances in order of day, past ones first.
     *
     * @param today from which day on a date is ahead: the earliest of the days that it is now in the houses
     * @param cut whether there are more than are listed
     */
    record Listing(List<Billed> dates, LocalDate today, boolean cut) {

        public List<Billed> coming() {
            return dates.stream().filter(date -> !date.day().isBefore(today)).toList();
        }

        /** The latest first. */
        public List<Billed> past() {
            List<Billed> past = new ArrayList<>(
                    dates.stream().filter(date -> date.day().isBefore(today)).toList());
            Collections.reverse(past);
            return past;
        }
    }

    /**
     * Dates of a show that are wanted.
     *
     * @param run id of the run
     * @param only the starts that are wanted, null for all between the two days; of a date without an hour, its midnight
     */
    record Wish(
            HouseId house,
            String run,
            LocalDate from,
            LocalDate to,
            @Nullable Set<LocalDateTime> only) {}

    /** A venue where something plays or played. */
    Optional<Venue> place(HouseId house, long id);

    /** What plays at a venue, in any of its halls. */
    Listing ofPlace(House house, long venue);

    /** The halls of a venue, by name. */
    List<Hall> halls(House house, long venue);

    /** A hall by its identifier; empty when nothing is told of it at the moment. */
    Optional<Hall> hall(long id);

    /** What plays in a hall. */
    Listing ofHall(House house, Hall hall);

    /** A festival or series by its identifier; empty when none has it at the moment. @param kind {@code festival} or {@code series} */
    Optional<Festival> festival(String kind, long id);

    /** What plays in a festival or series. */
    Listing ofFestival(House house, Festival festival);

    /** Festivals and series of all houses, those that play last first, at most so many. */
    List<Festival> festivals(int limit);

    /**
     * What credits a name, in any house, under each spelling that is the same person. People who share a name are told together,
     * since no source says who is who.
     */
    Listing ofName(String name);

    /** Who is credited by a name, or by its words in another order; empty when nobody is at the moment. */
    Optional<Credited> credited(String name);

    /** Who has a number; empty for one that goes by another, or whom nothing credits at the moment. */
    Optional<Credited> credited(long id);

    /** Address of the page of a credited name, on its node. */
    static String pathOf(String name) {
        return "/credits/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The dates wanted, in order of day; at most {@link #COMING_MAX}. */
    Listing ofShows(List<Wish> wishes);

    /** Names that programmes credit, those that play last first, at most so many. */
    List<String> names(int limit);

    /** Venues of all houses, those that play last first, at most so many. */
    List<Listed> places(int limit);

    /** Halls of all houses, those in which something plays last first, at most so many; none in which nothing is shown. */
    List<Listed> halls(int limit);

    /** A venue or a hall that has an address. @param id of it, as in {@code /id/place/} or {@code /id/hall/} */
    record Listed(HouseId house, long id) {}

    /**
     * Writes a listing as iCalendar (RFC 5545). A performance has the same UID in every calendar of the node.
     *
     * @param title of the calendar
     */
    void writeICalendar(String title, Listing listing, String base, OutputStream out) throws IOException;
}
