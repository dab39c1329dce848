package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.Venue;
import org.foyer.hub.site.internal.pages.ProgrammeView.Credit;
import org.foyer.hub.site.internal.pages.ProgrammeView.Entry;
import org.foyer.hub.site.internal.pages.ProgrammeView.Item;
import org.jspecify.annotations.Nullable;

/** Writes one performance of a programme as a bill: when, where, what, who. Says nothing that the source did not say. */
final class ProgrammeBill {

    private static final Set<String> COMPOSERS = Set.of("composer", "compositeur", "author", "auteur");
    private static final int NAMES_SHOWN = 12;

    private ProgrammeBill() {}

    static Entry entry(Language language, ProgrammeEntry entry) {
        LocalDate day = entry.performance().day();
        LocalDateTime starts = entry.startsLocal();
        Formats formats = language.formats();
        PerformanceState state = entry.performance().state();
        Map<String, List<String>> roles = new LinkedHashMap<>();
        entry.contributions().forEach(person -> add(roles, role(language, person), person.name()));
        entry.items()
                .forEach(item -> item.contributions().stream()
                        .filter(person -> !COMPOSERS.contains(person.role().toLowerCase(Locale.ROOT)))
                        .filter(person -> everywhere(entry, person))
                        .forEach(person -> add(roles, role(language, person), person.name())));
        return new Entry(
                Integer.toString(day.getDayOfMonth()),
                day.getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale()),
                starts == null ? null : formats.time(starts),
                starts == null ? day.toString() : starts.toString(),
                title(language, entry),
                kind(language, entry),
                place(entry.venue(), entry.performance().hall()),
                state == PerformanceState.SCHEDULED ? null : Show.state(language, state.stored()),
                entry.items().stream().map(item -> item(language, entry, item)).toList(),
                roles.entrySet().stream()
                        .map(role -> credit(role.getKey(), role.getValue()))
                        .toList(),
                CastLines.told(language, entry.changesTold()),
                Shows.idOf(entry));
    }

    private static @Nullable String kind(Language language, ProgrammeEntry entry) {
        String type = Labels.eventType(language, entry.eventType());
        return type == null ? entry.production().genre() : type;
    }

    static String title(Language language, ProgrammeEntry entry) {
        String title = entry.production().title();
        return title.isBlank() ? language.say("untitled") : title;
    }

    private static Item item(Language language, ProgrammeEntry entry, ProgrammeEntry.Item item) {
        if (item.interval()) {
            return new Item(true, language.say("interval"), null, null, null);
        }
        String title = item.title() == null ? language.say("untitled") : item.title();
        String part = item.part();
        List<String> composers = new ArrayList<>();
        List<String> with = new ArrayList<>();
        for (Contribution person : item.contributions()) {
            if (COMPOSERS.contains(person.role().toLowerCase(Locale.ROOT))) {
                composers.add(person.name());
            } else if (!everywhere(entry, person)) {
                with.add(person.name() + " (" + role(language, person).toLowerCase(language.locale()) + ")");
            }
        }
        return new Item(
                false,
                part == null || part.isBlank() ? title : title + " – " + part,
                composers.isEmpty() ? null : String.join(", ", composers),
                with.isEmpty() ? null : String.join(", ", with),
                item.work() == null ? null : ToldForms.ofWork(language, entry.ids(), item.work()));
    }

    /** Whether a person takes part in every work, and so belongs to the whole evening. */
    private static boolean everywhere(ProgrammeEntry entry, Contribution person) {
        return entry.items().stream()
                .filter(item -> !item.interval())
                .allMatch(item -> item.contributions().stream()
                        .anyMatch(other -> other.name().equals(person.name())
                                && other.role().equals(person.role())));
    }

    /** An instrument says more than "soloist". */
    private static String role(Language language, Contribution person) {
        String instrument = person.instrument();
        return role(language, instrument == null || instrument.isBlank() ? person.role() : instrument);
    }

    /** A role or an instrument in the reader's language where there is a word for it. */
    static String role(Language language, String told) {
        String known =
                language.sayOr(told, "role_" + told.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_"));
        return known.isEmpty() ? known : known.substring(0, 1).toUpperCase(language.locale()) + known.substring(1);
    }

    private static void add(Map<String, List<String>> roles, String role, String name) {
        List<String> names = roles.computeIfAbsent(role, key -> new ArrayList<>());
        if (!names.contains(name)) {
            names.add(name);
        }
    }

    private static Credit credit(String role, List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return new Credit(
                role,
                names.size() > NAMES_SHOWN ? shown + "…" : shown,
                names.stream()
                        .map(name -> new ProgrammeView.Name(name, ListingPage.path(name)))
                        .toList());
    }

    static String place(@Nullable Venue venue, @Nullable String hall) {
        List<String> parts = new ArrayList<>();
        if (hall != null && !hall.isBlank()) {
            parts.add(hall);
        }
        if (venue != null) {
            if (!venue.name().equals(hall)) {
                parts.add(venue.name());
            }
            String city = venue.address().city();
            if (city != null && !parts.contains(city)) {
                parts.add(city);
            }
        }
        return String.join(", ", parts);
    }
}
