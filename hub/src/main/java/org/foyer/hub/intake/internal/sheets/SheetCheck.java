package org.foyer.hub.intake.internal.sheets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.Vocabularies;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Everything that keeps a sheet from being published, each with the field of the form in which it stands. */
final class SheetCheck {

    private static final List<String> COUNTS =
            Stream.concat(Stream.of("capacity"), SheetWords.OF_HALL.stream()).toList();

    private static final String FILE = "";
    private static final Set<String> NUMBERS = Set.of("age_from", "age_to", "duration");
    private static final Set<String> STATES =
            Set.of("scheduled", "cancelled", "postponed", "rescheduled", "moved_online");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final List<String> ADDRESS = List.of("street", "postcode", "country");

    /** Characters; far above the longest of any country. */
    private static final int POSTCODE_MAX = 20;

    private static final int YEAR_MIN = 1700;
    private static final int YEAR_MAX = 2100;
    private static final int WORDS_MAX = 500;
    private static final int DESCRIPTION_MAX = 20_000;

    private final List<Problem> problems = new ArrayList<>();

    private SheetCheck() {}

    /**
     * @param shown the whole form
     * @param typed what of it was typed beside the files
     */
    static List<Problem> of(SheetWords shown, SheetWords typed) {
        SheetCheck check = new SheetCheck();
        check.show(shown);
        for (int i = 0; i < shown.dates().size(); i++) {
            check.date(i, shown.dates().get(i));
        }
        check.addresses(shown, typed);
        if (shown.dates().isEmpty()) {
            check.add("sheet-without-date", "dates", "");
        }
        if (shown.dates().size() > SheetWords.DATES_MAX) {
            check.problems.add(Problem.stops(
                    "sheet-dates-too-many", new Place(FILE, 0, "dates", null), Integer.toString(SheetWords.DATES_MAX)));
        }
        return List.copyOf(check.problems);
    }

    private void show(SheetWords shown) {
        if (shown.get("title").isBlank()) {
            add("title-missing", "title", "");
        }
        shown.show().forEach((property, value) -> {
            if (value.length() > (property.startsWith("description") ? DESCRIPTION_MAX : WORDS_MAX)) {
                add("programme-text-too-long", property, value);
            } else if (NUMBERS.contains(property) && !value.matches("[0-9]{0,4}")) {
                add("number-unreadable", property, value);
            } else if (property.startsWith("price_")
                    && !value.isEmpty()
                    && Prices.plain(value).isEmpty()) {
                add("amount-unreadable", property, value);
            } else if (property.equals("production_ids") || property.startsWith("ids ")) {
                identifiers(property, value);
            } else if ((property.equals("url") || property.equals("picture")) && !isAddress(value)) {
                add("address-unreadable", property, value);
            }
        });
    }

    private void identifiers(String field, String value) {
        for (ExternalIdCell.Said said : ExternalIdCell.read(null, value)) {
            boolean none = said.kind() != null && said.text().equals(ExternalIdCell.NONE);
            if (said.id() == null && !none) {
                add(said.kind() == null ? "register-unknown" : "sheet-identifier-wrong", field, said.text());
            }
        }
    }

    private static boolean isAddress(String value) {
        return value.isEmpty() || value.matches("(?i)https?://[^\\s<>\"'\\\\^`{|}]+");
    }

    private void date(int place, SheetWords.Date date) {
        String field = "date-" + place + "-";
        if (date.get("day").isEmpty()) {
            add("date-missing", field + "day", "");
        } else {
            day(field + "day", date.get("day"));
        }
        try {
            if (!date.get("time").isEmpty()) {
                LocalTime.parse(date.get("time"));
            }
        } catch (DateTimeException e) {
            add("time-unreadable", field + "time", date.get("time"));
        }
        for (String count : COUNTS) {
            if (!date.get(count).matches("[0-9]{0,6}")) {
                add("number-unreadable", field + count, date.get(count));
            }
        }
        if (!date.get("state").isEmpty() && !STATES.contains(date.get("state"))) {
            add("state-unknown", field + "state", date.get("state"));
        }
        place(field, date);
        cast(field + SheetWords.CAST_CHANGES, date.get(SheetWords.CAST_CHANGES));
        date.said().forEach((property, value) -> {
            if (value.length() > (property.equals(SheetWords.CAST_CHANGES) ? DESCRIPTION_MAX : WORDS_MAX)) {
                add("programme-text-too-long", field + property, value);
            }
        });
    }

    private void place(String field, SheetWords.Date date) {
        String country = date.get("country");
        if (!country.isEmpty() && !COUNTRIES.contains(country.toUpperCase(Locale.ROOT))) {
            add("country-unknown", field + "country", country);
        }
        if (date.get("postcode").length() > POSTCODE_MAX) {
            add("postcode-too-long", field + "postcode", date.get("postcode"));
        }
        String attendance = date.get("attendance");
        if (!attendance.isEmpty()
                && Vocabularies.of("attendance").concept(attendance).isEmpty()) {
            add("attendance-unknown", field + "attendance", attendance);
        }
        identifiers(field + "venue_ids", date.get("venue_ids"));
    }

    /** A venue has one address; which of two that were typed for it counts would not be known. */
    private void addresses(SheetWords shown, SheetWords typed) {
        Map<String, SheetWords.Date> said = new HashMap<>();
        typed.dates().forEach(date -> said.put(date.own(), date));
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < shown.dates().size(); i++) {
            SheetWords.Date date = shown.dates().get(i);
            SheetWords.Date own = said.getOrDefault(date.own(), new SheetWords.Date(date.own(), Map.of()));
            for (String part : ADDRESS) {
                String value = own.get(part);
                String venue = (date.get("venue") + "\n" + SheetDocument.townOf(date, shown)).toLowerCase(Locale.ROOT);
                String before = value.isEmpty() ? null : known.putIfAbsent(part + "\n" + venue, value);
                if (before != null && !before.equalsIgnoreCase(value)) {
                    add("sheet-address-twice", "date-" + i + "-" + part, value);
                }
            }
        }
    }

    /** What is said of changes of which one cannot be written. */
    static Problem untellable(List<CastChange> changes) {
        String text = changes.stream()
                .filter(change -> !change.tellable())
                .findFirst()
                .map(CastChange::text)
                .orElse("");
        return Problem.stops(
                "cast-change-unreadable",
                new Place(FILE, 0, SheetWords.CAST_CHANGES, text.substring(0, Math.min(200, text.length()))),
                text.substring(0, Math.min(200, text.length())));
    }

    private void cast(String field, String value) {
        CastChange.unreadable(value).ifPresent(part -> add("cast-change-unreadable", field, part));
        if (CastChange.read(value).size() > CastChange.CHANGES_MAX) {
            add("cast-changes-too-many", field, Integer.toString(CastChange.CHANGES_MAX));
        }
    }

    private void day(String field, String value) {
        try {
            int year = LocalDate.parse(value).getYear();
            if (year < YEAR_MIN || year > YEAR_MAX) {
                add("date-out-of-range", field, value);
            }
        } catch (DateTimeException e) {
            add("date-unreadable", field, value);
        }
    }

    private void add(String code, String field, String value) {
        problems.add(Problem.stops(code, new Place(FILE, 0, field, value.substring(0, Math.min(200, value.length())))));
    }
}
