package org.foyer.hub.catalogue.internal.publication;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Venue;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What agendas demand of a show, told in words where it is lacking. Nothing is put in its place. */
final class Demands {

    private final List<Problem> lacks = new ArrayList<>();
    private final List<Problem> advice = new ArrayList<>();

    void lacks(String code, String... arguments) {
        lacks.add(Problem.stops(code, Place.of(""), arguments));
    }

    void advises(String code, String... arguments) {
        advice.add(Problem.warns(code, Place.of(""), arguments));
    }

    List<Problem> lacks() {
        return lacks;
    }

    List<Problem> advice() {
        return advice;
    }

    /** Each date with its begin and its end, and none of which only half is known. */
    void dates(OutgoingShow show) {
        long hours = show.dates().stream().filter(date -> date.begin() == null).count();
        long ends = show.dates().stream()
                .filter(date -> date.begin() != null && date.end() == null)
                .count();
        if (hours > 0) {
            lacks("agenda-lacks-hour", Long.toString(hours));
        }
        if (ends > 0) {
            lacks("agenda-lacks-length", Long.toString(ends));
        }
        if (show.dates().stream().anyMatch(date -> date.state() == PerformanceState.MOVED_ONLINE)) {
            lacks("agenda-date-online");
        }
    }

    /** No date longer than a day, and none that begins before the one before it ended. */
    void apart(List<OutgoingDate> dates, Duration longest) {
        OffsetDateTime ended = null;
        boolean together = false;
        boolean tooLong = false;
        for (OutgoingDate date : dates) {
            OffsetDateTime begin = date.begin();
            OffsetDateTime end = date.end();
            if (begin != null && end != null) {
                together |= ended != null && begin.isBefore(ended);
                tooLong |= Duration.between(begin, end).compareTo(longest) > 0;
                ended = ended == null || end.isAfter(ended) ? end : ended;
            }
        }
        if (together) {
            lacks("agenda-dates-together");
        }
        if (tooLong) {
            lacks("agenda-length-long", Long.toString(longest.toHours()));
        }
    }

    /** Where it is: a venue with street, postcode and town. Null when that is not known. */
    @Nullable
    Venue place(OutgoingShow show) {
        Venue venue = show.venue();
        if (venue == null) {
            lacks("agenda-lacks-place");
            return null;
        }
        PostalAddress address = venue.address();
        if (address.street() == null || address.postcode() == null || address.city() == null) {
            lacks("agenda-lacks-address", venue.name());
            return null;
        }
        return venue;
    }
}
