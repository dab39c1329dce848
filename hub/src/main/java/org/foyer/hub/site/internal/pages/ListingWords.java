package org.foyer.hub.site.internal.pages;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.Listings.Billed;
import org.foyer.hub.catalogue.Listings.Listing;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/** A listing in the words of a language: dates become shows, each told once. */
final class ListingWords {

    static final int COMING_SHOWN = 100;
    static final int PAST_SHOWN = 50;

    private final Language language;

    ListingWords(Language language) {
        this.language = language;
    }

    String told(Listing listing) {
        int ahead = listing.coming().size();
        return ahead == 0 ? language.say("listing_none") : language.count("listing_ahead", ahead);
    }

    /** Null when all is listed. */
    @Nullable
    String cut(Listing listing) {
        boolean more = listing.cut()
                || shows(listing.coming()).size() > COMING_SHOWN
                || shows(listing.past()).size() > PAST_SHOWN;
        return more
                ? language.say("listing_cut", COMING_SHOWN, PAST_SHOWN, Listings.COMING_MAX, Listings.PAST_MAX)
                : null;
    }

    List<ListingView.Show> shows(List<Billed> dates, int limit) {
        return shows(dates).values().stream().limit(limit).map(this::show).toList();
    }

    private static Map<String, List<Billed>> shows(List<Billed> dates) {
        Map<String, List<Billed>> shows = new LinkedHashMap<>();
        dates.forEach(date -> shows.computeIfAbsent(
                        date.house().slug() + "/shows/" + Shows.idOf(date.entry()), show -> new ArrayList<>())
                .add(date));
        return shows;
    }

    private ListingView.Show show(List<Billed> dates) {
        Billed first = dates.get(0);
        Formats formats = language.formats();
        LocalDateTime starts = first.entry().startsLocal();
        String weekday = formats.weekday(first.day().getDayOfWeek());
        String title = first.entry().production().title();
        PerformanceState state = first.entry().performance().state();
        return new ListingView.Show(
                "/h/" + first.house().slug() + "/shows/" + Shows.idOf(first.entry()),
                Integer.toString(first.day().getDayOfMonth()),
                formats.month(first.day()),
                starts == null ? weekday : weekday + ", " + formats.time(starts),
                starts == null ? first.day().toString() : starts.toString(),
                title.isBlank() ? language.say("untitled") : title,
                state == PerformanceState.SCHEDULED ? null : Show.state(language, state.stored()),
                first.house().simulated(),
                place(first),
                more(dates));
    }

    /** Dates ahead go on until a day, past ones go back to one. */
    private @Nullable String more(List<Billed> dates) {
        if (dates.size() == 1) {
            return null;
        }
        Billed last = dates.get(dates.size() - 1);
        return language.say(
                last.day().isBefore(dates.get(0).day()) ? "listing_since" : "listing_until",
                language.formats().number(dates.size()),
                language.formats().day(last.day()));
    }

    private static String place(Billed date) {
        Venue venue = date.entry().venue();
        List<String> parts = new ArrayList<>();
        Stream.of(
                        date.entry().performance().hall(),
                        venue == null ? null : venue.name(),
                        venue == null ? null : venue.address().city(),
                        date.house().name())
                .filter(part -> part != null && !part.isBlank() && !parts.contains(part))
                .forEach(parts::add);
        return String.join(", ", parts);
    }
}
