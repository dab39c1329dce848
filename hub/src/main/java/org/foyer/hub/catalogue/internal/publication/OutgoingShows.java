package org.foyer.hub.catalogue.internal.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;

/**
 * What of a programme may go out: what anybody may see, run by run. Sheets that were not published and dates that were set aside are
 * not in the programme.
 */
final class OutgoingShows {

    private static final int YEARS_AHEAD = 3;

    private final Programme programme;

    OutgoingShows(Programme programme) {
        this.programme = programme;
    }

    /**
     * What was found.
     *
     * @param whole false when there are more dates than are looked at: then nothing may be taken for gone
     */
    record Found(List<OutgoingShow> shows, boolean whole) {}

    private static final class Run {
        private ProgrammeEntry entry;
        private final List<OutgoingDate> dates = new ArrayList<>();

        Run(ProgrammeEntry first) {
            this.entry = first;
        }
    }

    /** All runs of the seasons from this one on, in the order of their first date. */
    Found of(House house, LocalDate today) {
        Map<String, Run> runs = new LinkedHashMap<>();
        boolean whole;
        try {
            whole = read(house, today, runs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<OutgoingShow> shows = new ArrayList<>();
        runs.forEach((thing, run) -> {
            run.dates.sort(Comparator.comparing(OutgoingDate::day)
                    .thenComparing(OutgoingDate::begin, Comparator.nullsLast(Comparator.naturalOrder())));
            shows.add(new OutgoingShow(thing, run.entry, run.dates));
        });
        return new Found(shows, whole);
    }

    /** There are more dates than are looked at. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private boolean read(House house, LocalDate today, Map<String, Run> runs) throws IOException {
        int[] dates = {0};
        try {
            programme.read(house.id(), Season.of(today).from(), today.plusYears(YEARS_AHEAD), page -> {
                for (ProgrammeEntry entry : page) {
                    if (++dates[0] > Agendas.DATES_MAX) {
                        throw new Enough();
                    }
                    add(runs, entry, house, today);
                }
            });
            return true;
        } catch (Enough enough) {
            return false;
        }
    }

    private static void add(Map<String, Run> runs, ProgrammeEntry entry, House house, LocalDate today) {
        LocalDate day = entry.performance().day();
        String thing = entry.performance().production() + "-" + Season.of(day).firstYear() + "-"
                + entry.performance().venue();
        Run run = runs.computeIfAbsent(thing, name -> new Run(entry));
        if (run.entry.performance().day().isBefore(today)) {
            run.entry = entry;
        }
        run.dates.add(OutgoingDate.of(entry, house.zone()));
    }
}
