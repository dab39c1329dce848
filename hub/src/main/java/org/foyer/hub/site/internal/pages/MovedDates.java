package org.foyer.hub.site.internal.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.SheetStart;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.model.House;

/** What was moved a moment ago, carried to the next page in its address: performance, sheet, import, and when it began before. */
@ApplicationScoped
public class MovedDates {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})_([0-9]{1,9})_([0-9]{1,9})_([0-9T:-]{10,16})");
    private static final int BEFORE = 4;

    private final Programme programme;
    private final Intake intake;

    @Inject
    public MovedDates(Programme programme, Intake intake) {
        this.programme = programme;
        this.intake = intake;
    }

    /** @param run import in which it was moved */
    static String text(String performance, Sheets.Moved moved, Object run, SheetStart before) {
        return performance + "_" + moved.sheet() + "_" + run + "_"
                + before.text().replace(' ', 'T');
    }

    /** Nothing for an address that somebody made up, or that is older than the last publication of the sheet. */
    public Optional<CalendarView.Done> told(Language language, House house, String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int run = Integer.parseInt(parts.group(3));
        boolean last = intake.sheets().versions(house.id(), Long.parseLong(parts.group(2))).stream()
                .limit(1)
                .anyMatch(version -> version.run() != null && version.run() == run);
        return last
                ? programme
                        .entry(house.id(), Long.parseLong(parts.group(1)))
                        .flatMap(entry -> told(language, house, entry, parts))
                : Optional.empty();
    }

    private static Optional<CalendarView.Done> told(
            Language language, House house, ProgrammeEntry entry, Matcher parts) {
        try {
            SheetStart before = SheetStart.read(parts.group(BEFORE));
            SheetStart now = SheetStart.of(entry.performance().day(), entry.startsLocal());
            String base = "/h/" + house.slug();
            return Optional.of(new CalendarView.Done(
                    language.say(
                            "calendar_moved",
                            ProgrammeBill.title(language, entry),
                            CalendarCells.told(language, before),
                            CalendarCells.told(language, now)),
                    base + "/sheets/" + parts.group(2),
                    base + "/runs/" + parts.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
