package org.foyer.hub.site.internal.pages;

import java.util.List;
import java.util.Objects;
import org.foyer.hub.catalogue.ProgrammeEntry;

/** Clashes in sentences. */
final class ClashesTold {

    private static final int TOLD_MAX = 20;

    private ClashesTold() {}

    /** @param halls address of the same by halls @param entries among which clashes are looked for */
    static CalendarView.Planning planning(
            Language language, CalendarRights rights, String halls, List<ProgrammeEntry> entries) {
        if (!rights.plans()) {
            return CalendarView.Planning.NONE;
        }
        List<Clashes.Clash> clashes = Clashes.of(entries);
        return new CalendarView.Planning(
                halls,
                rights.moves() && !entries.isEmpty(),
                clashes.isEmpty() ? null : language.count("calendar_clashed", clashes.size()),
                clashes.stream()
                        .limit(TOLD_MAX)
                        .map(clash -> told(language, clash))
                        .toList(),
                List.of(),
                null);
    }

    private static String told(Language language, Clashes.Clash clash) {
        return language.say(
                "calendar_clash",
                language.formats().longDay(clash.first().performance().day()),
                place(language, clash.first()),
                told(language, clash.first()),
                told(language, clash.second()));
    }

    private static String told(Language language, ProgrammeEntry entry) {
        return language.formats().time(Objects.requireNonNull(entry.startsLocal())) + " "
                + ProgrammeBill.title(language, entry);
    }

    /** Hall and venue; that no hall is said where none is. */
    static String place(Language language, ProgrammeEntry entry) {
        String hall = entry.performance().hall();
        String place = ProgrammeBill.place(entry.venue(), hall);
        if (place.isEmpty()) {
            return language.say("calendar_no_place");
        }
        return hall == null || hall.isBlank() ? language.say("calendar_no_hall", place) : place;
    }
}
