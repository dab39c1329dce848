package org.foyer.hub.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/** The programme of a house, as people and machines read it. Public: holds nothing personal. */
public interface Programme {

    /** Performances in order of day. */
    List<ProgrammeEntry> entries(HouseId house, LocalDate from, LocalDate to, int offset, int limit);

    long count(HouseId house, LocalDate from, LocalDate to);

    /** Of each day on which something is shown, how much; in order, at most {@link #DAYS_MAX}. */
    List<Day> days(HouseId house, LocalDate from, LocalDate to);

    /** Days that are counted at once. */
    int DAYS_MAX = 400;

    /**
     * What one day shows.
     *
     * @param shown performances
     * @param off of these, cancelled or postponed
     */
    record Day(LocalDate day, long shown, long off) {}

    Optional<ProgrammeEntry> entry(HouseId house, long performance);

    /**
     * How the casts of some performances differ from the usual ones of their runs; those that do not are left out.
     *
     * @param performances at most {@link Shows#DATES_MAX}; what is shown of them counts
     */
    Map<Long, List<CastChange>> castChanges(HouseId house, List<Long> performances);

    /** Of the same what the public is told: {@link ProgrammeEntry#changesTold}. */
    Map<Long, List<CastChange>> castChangesTold(HouseId house, List<Long> performances);

    /** Who plays in a performance, as what is usual in its run and what is different; empty when no such performance is shown. */
    Optional<EveningCast> cast(HouseId house, long performance);

    /** First and last day of the programme, or empty when there is none. */
    Optional<Span> span(HouseId house);

    /** First and last day, both included. */
    record Span(LocalDate from, LocalDate to) {}

    /**
     * Writes the programme as schema.org JSON-LD, streaming.
     *
     * @param base address of the node, without a final slash, from which identifiers are made
     */
    void writeJsonLd(House house, LocalDate from, LocalDate to, String base, OutputStream out) throws IOException;

    /**
     * One performance as schema.org JSON-LD that stands on its own, safe inside a {@code script} element of a page.
     *
     * @param base address of the node, without a final slash
     */
    String jsonLd(House house, ProgrammeEntry entry, String base);

    /** Takes a page of performances. */
    interface Pages {
        void take(List<ProgrammeEntry> page) throws IOException;
    }

    /** Gives all performances of some days, page by page in order of day, so that memory does not grow with the programme. */
    void read(HouseId house, LocalDate from, LocalDate to, Pages pages) throws IOException;

    /** Writes the programme as iCalendar (RFC 5545). */
    void writeICalendar(House house, LocalDate from, LocalDate to, String base, OutputStream out) throws IOException;
}
