package org.foyer.hub.site.internal.pages;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.insight.PerformanceLine;
import org.jspecify.annotations.Nullable;

/**
 * A performance in a list.
 *
 * @param state null when it takes place as planned; that it is set aside comes before
 * @param filled for instance "78,4 %", null when the capacity is not known
 * @param width of its bar, from 0 to 100
 * @param changes who plays in whose place, where the list tells it
 * @param sold for instance "412 billets sur 526"
 */
public record Show(
        String href,
        String title,
        String day,
        @Nullable String time,
        String place,
        @Nullable String state,
        @Nullable String filled,
        String width,
        String sold,
        String revenue,
        List<String> changes) {

    /** The same with who plays in whose place. */
    Show with(List<String> cast) {
        return new Show(href, title, day, time, place, state, filled, width, sold, revenue, cast);
    }

    static Show of(Language language, PerformanceLine line, String base, String currency) {
        Formats formats = language.formats();
        LocalDateTime starts = line.startsLocal();
        Double occupancy = line.occupancy();
        Integer capacity = line.capacity();
        int seats = capacity == null ? 0 : capacity - (line.held() == null ? 0 : line.held());
        String sold = seats > 0
                ? language.count("sold_of", line.tickets(), formats.number(seats))
                : language.count("sold", line.tickets());
        return new Show(
                base + "/performances/" + line.performance(),
                line.title(),
                formats.shortDay(line.day()),
                starts == null ? null : formats.time(starts),
                place(line),
                state(language, line),
                occupancy == null ? null : formats.percent(occupancy),
                occupancy == null ? "0" : Long.toString(Math.round(Math.max(0, Math.min(1, occupancy)) * 100)),
                sold,
                formats.roundMoney(line.amount(), currency),
                List.of());
    }

    private static @Nullable String state(Language language, PerformanceLine line) {
        String aside = line.setAside();
        if (aside != null) {
            return language.say(aside.equals("test") ? "performance_test" : "performance_aside");
        }
        return "scheduled".equals(line.state()) ? null : state(language, line.state());
    }

    static String state(Language language, String state) {
        return language.sayOr(state, "state_" + state.toLowerCase(Locale.ROOT));
    }

    static String place(PerformanceLine line) {
        String venue = line.venue() == null ? "" : line.venue();
        String hall = line.hall() == null || line.hall().equals(venue) ? "" : line.hall();
        return venue.isEmpty() || hall.isEmpty() ? venue + hall : venue + ", " + hall;
    }
}
