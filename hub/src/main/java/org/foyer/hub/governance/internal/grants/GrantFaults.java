package org.foyer.hub.governance.internal.grants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.ShowFigure;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Terms;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Show;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.jspecify.annotations.Nullable;

/** Reads what either side sends, and says everything that is wrong with it at once. */
final class GrantFaults {

    /** The first day that may be told, at the earliest: tickets of a show are not sold longer before. */
    private static final int DAYS_BACK_MAX = 3 * 366;

    final List<Fault> faults = new ArrayList<>();
    private final LocalDate today;

    GrantFaults(LocalDate today) {
        this.today = today;
    }

    /** A request, whole. */
    record Asked(String tour, String why, Set<ShowFigure> figures, LocalDate until) {}

    Asked asked(Show show, Wish wish) {
        String tour = text(wish.tour());
        String why = text(wish.why());
        tooLong("tour", tour, ShowGrants.TOUR_CHARACTERS_MAX);
        tooLong("why", why, ShowGrants.WORDS_CHARACTERS_MAX);
        String name = tour.isEmpty() ? show.title() : tour;
        LocalDate until = until(wish.until() == null ? today.plusDays(ShowGrants.DAYS_MAX) : wish.until());
        String shortened = name.substring(0, Math.min(name.length(), ShowGrants.TOUR_CHARACTERS_MAX));
        return new Asked(shortened, why, figures(wish.figures()), until);
    }

    Terms terms(ShowGrant request, Granting granting) {
        Set<ShowFigure> figures = granting.figures() == null ? request.wanted() : figures(granting.figures());
        LocalDate from = granting.from() == null ? today : granting.from();
        LocalDate until = until(
                granting.until() != null
                        ? granting.until()
                        : request.wantedUntil().isBefore(today)
                                ? today.plusDays(ShowGrants.DAYS_MAX)
                                : request.wantedUntil());
        int delay = granting.delay() == null ? 0 : granting.delay();
        if (delay < 0 || delay > ShowGrants.DELAY_DAYS_MAX) {
            faults.add(new Fault("delay", "grant-delay", Integer.toString(ShowGrants.DELAY_DAYS_MAX)));
        }
        if (from.isAfter(until) || from.isBefore(today.minusDays(DAYS_BACK_MAX))) {
            faults.add(new Fault("from", "grant-from", from.toString(), until.toString()));
        }
        tooLong("words", text(granting.words()), ShowGrants.WORDS_CHARACTERS_MAX);
        return new Terms(figures, from, until, delay);
    }

    String reason(@Nullable String reason) {
        String text = text(reason);
        tooLong("reason", text, ShowGrants.WORDS_CHARACTERS_MAX);
        return text;
    }

    private Set<ShowFigure> figures(@Nullable List<String> keys) {
        Set<ShowFigure> read = EnumSet.noneOf(ShowFigure.class);
        for (String key : keys == null ? List.<String>of() : keys) {
            ShowFigure figure = ShowFigure.of(key).orElse(null);
            if (figure == null) {
                faults.add(new Fault("figures", "grant-figure-unknown", key));
            } else {
                read.add(figure);
            }
        }
        if (read.isEmpty()) {
            faults.add(new Fault("figures", "grant-no-figure"));
        }
        return read;
    }

    private LocalDate until(LocalDate day) {
        if (day.isBefore(today) || day.isAfter(today.plusDays(ShowGrants.DAYS_MAX))) {
            faults.add(new Fault(
                    "until",
                    "grant-until",
                    today.toString(),
                    today.plusDays(ShowGrants.DAYS_MAX).toString()));
        }
        return day;
    }

    private void tooLong(String field, String text, int most) {
        if (text.length() > most) {
            faults.add(new Fault(field, "grant-text-long", Integer.toString(most)));
        }
    }

    static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
