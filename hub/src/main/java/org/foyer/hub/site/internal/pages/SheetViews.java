package org.foyer.hub.site.internal.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.site.internal.api.SheetSeen;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Lays a sheet out as a form. */
final class SheetViews {

    private static final List<String> MAIN = List.of("title", "subtitle", "genre", "producer", "description", "url");
    private static final List<String> STATES =
            List.of("scheduled", "cancelled", "postponed", "rescheduled", "moved_online");
    private static final List<String> MORE_OF_DATE = List.of(
            "street",
            "postcode",
            "city",
            "country",
            "capacity",
            "configuration",
            "hall_capacity",
            "hall_seats",
            "hall_wheelchair",
            "accessibility",
            "audience",
            "festival",
            "series",
            "venue_ids");

    /** Where one of these is said of a date, its folded part is open. */
    private static final List<String> SELDOM = List.of(
            "configuration",
            "accessibility",
            "audience",
            "festival",
            "series",
            "attendance",
            "availability",
            "set_aside",
            SheetWords.CAST_CHANGES);

    private static final List<String> ATTENDANCE = List.of("", "offline", "online", "mixed");
    private static final List<String> AVAILABILITY = List.of("", "available", "few-left", "sold-out");
    private static final List<String> SET_ASIDE = List.of("", "announcement", "test", "twice", "mistake");
    private static final Map<String, String> PROPOSED =
            Map.of("title", "production", "venue", "venue", "audience", "audience", "revival_of", "revived");

    private final Language language;
    private final House house;
    private final ShowSheet sheet;
    private final Map<Long, List<CastChange>> casts;
    private final Map<String, SheetView.Problem> wrong = new HashMap<>();
    private final Map<String, SheetWords.Date> told = new HashMap<>();

    private SheetViews(
            Language language,
            House house,
            ShowSheet sheet,
            Map<Long, List<CastChange>> casts,
            List<Problem> problems) {
        this.casts = casts;
        this.language = language;
        this.house = house;
        this.sheet = sheet;
        sheet.files().dates().forEach(date -> told.put(date.own(), date));
        for (Problem problem : problems) {
            String field = fieldOf(
                    problem.place().column() == null ? "" : problem.place().column());
            Sentences sentences = Sentences.in(language.locale());
            List<String> arguments =
                    problem.arguments().isEmpty() && problem.place().value() != null
                            ? List.of(problem.place().value())
                            : problem.arguments();
            wrong.put(
                    field,
                    new SheetView.Problem(
                            field,
                            labelOf(field),
                            sentences.sentence(problem.code(), arguments),
                            sentences.mend(problem.code(), arguments)));
        }
    }

    /**
     * @param casts how casts differ as they stand, by performance
     * @param done what was done a moment ago
     */
    static SheetView of(
            Language language,
            House house,
            ShowSheet sheet,
            List<ShowSheet.Version> versions,
            Map<Long, List<CastChange>> casts,
            List<Problem> problems,
            @Nullable String done) {
        return new SheetViews(language, house, sheet, casts, problems).view(versions, done);
    }

    /** Identifiers are said by the words of whose they are; on the form they stand beside these. */
    private String fieldOf(String said) {
        List<SheetWords.Credit> credits = sheet.shown().credits();
        List<SheetWords.Work> works = sheet.shown().works();
        for (int i = 0; credits != null && i < credits.size(); i++) {
            if (said.equals(SheetWords.IDS_OF_NAME + credits.get(i).name())) {
                return "credit-" + i + "-ids";
            }
        }
        for (int i = 0; works != null && i < works.size(); i++) {
            if (said.equals(SheetWords.IDS_OF_WORK + works.get(i).title())) {
                return "work-" + i + "-ids";
            }
        }
        return said;
    }

    private SheetView view(List<ShowSheet.Version> versions, @Nullable String done) {
        String base = "/h/" + house.slug();
        String title = sheet.shown().get("title");
        return new SheetView(
                base,
                base + "/sheets/" + sheet.id(),
                title.isBlank() ? language.say("sheet_new") : title,
                SheetSeen.text(sheet),
                told(),
                done,
                List.copyOf(wrong.values()),
                sheet.production() == null,
                MAIN.stream().map(this::ofShow).toList(),
                SheetWords.OF_SHOW.stream()
                        .filter(property -> !MAIN.contains(property))
                        .map(this::ofShow)
                        .toList(),
                SheetWords.LANGUAGES.stream().map(this::text).toList(),
                dates(),
                works(),
                credits(),
                roles(),
                Vocabularies.of("audiences").concepts().stream()
                        .map(audience -> audience.label(language.code()))
                        .toList(),
                sheet.billsDiffer(),
                sheet.draft(),
                versions.stream().map(this::version).toList(),
                sheet.production() == null ? null : base + "/history/show/" + sheet.production());
    }

    private String told() {
        String when = language.formats().moment(sheet.savedAt(), house.zone());
        if (sheet.draft()) {
            return language.say("sheet_waits", sheet.savedBy(), when);
        }
        return sheet.version() == 0
                ? language.say(sheet.production() == null ? "sheet_empty" : "sheet_of_files")
                : language.say("sheet_published", sheet.savedBy(), when);
    }

    private SheetView.Field ofShow(String property) {
        return field(
                property,
                "sheet_" + property,
                kind(property),
                sheet.shown().get(property),
                sheet.files().get(property));
    }

    private static String kind(String property) {
        return switch (property) {
            case "description" -> "textarea";
            case "url", "picture", "picture_licence" -> "url";
            default -> "text";
        };
    }

    private SheetView.Field field(String name, String label, String kind, String value, String files) {
        String property = name.substring(name.lastIndexOf('-') + 1);
        boolean differs = !files.isEmpty() && !files.equals(value);
        return new SheetView.Field(
                name,
                language.say(label),
                kind,
                value,
                language.knows(label + "_hint") ? language.say(label + "_hint") : null,
                differs ? language.say("sheet_files_say", files.substring(0, Math.min(200, files.length()))) : null,
                PROPOSED.get(property),
                wrong.containsKey(name));
    }

    private String labelOf(String field) {
        String property = field.substring(field.lastIndexOf('-') + 1);
        return language.sayOr(field.isEmpty() ? "" : property, "sheet_" + property);
    }

    private SheetView.Text text(String code) {
        String title = sheet.shown().get("title@" + code);
        String description = sheet.shown().get("description@" + code);
        return new SheetView.Text(
                code, language.say("language_" + code), title, description, !title.isEmpty() || !description.isEmpty());
    }

    private List<SheetView.Date> dates() {
        List<SheetView.Date> dates = new ArrayList<>();
        for (SheetWords.Date date : sheet.shown().dates()) {
            dates.add(date(dates.size(), date));
        }
        if (dates.size() < SheetWords.DATES_MAX) {
            dates.add(date(dates.size(), new SheetWords.Date(SheetWords.NEW, Map.of())));
        }
        return dates;
    }

    private SheetView.Date date(int number, SheetWords.Date date) {
        SheetWords.Date files = told.getOrDefault(date.own(), new SheetWords.Date(date.own(), Map.of()));
        String before = "date-" + number + "-";
        List<SheetView.Field> more = fields(before, MORE_OF_DATE, date, files);
        return new SheetView.Date(
                number,
                date.own(),
                legend(date),
                fields(before, List.of("day", "time", "venue", "hall"), date, files),
                select(before + "state", "sheet_state", STATES, "state_", date.get("state")),
                more,
                choices(before, date),
                more.stream().anyMatch(SheetView.Field::wrong)
                        || wrong.containsKey(before + SheetWords.CAST_CHANGES)
                        || SELDOM.stream()
                                .anyMatch(property -> !date.get(property).isEmpty()),
                cast(date),
                castNow(date),
                wrong.containsKey(before + SheetWords.CAST_CHANGES));
    }

    private List<SheetView.Select> choices(String before, SheetWords.Date date) {
        return List.of(
                select(before + "attendance", "sheet_attendance", ATTENDANCE, "attendance_", date.get("attendance")),
                select(
                        before + "availability",
                        "sheet_availability",
                        AVAILABILITY,
                        "availability_",
                        date.get("availability")),
                select(before + "set_aside", "sheet_set_aside", SET_ASIDE, "aside_", date.get("set_aside")));
    }

    private static List<SheetView.Change> cast(SheetWords.Date date) {
        List<SheetView.Change> rows = new ArrayList<>();
        for (CastChange change : CastChange.read(date.get(SheetWords.CAST_CHANGES))) {
            rows.add(new SheetView.Change(
                    rows.size(), change.role(), String.join("", change.plays()), String.join("", change.inPlaceOf())));
        }
        rows.add(new SheetView.Change(rows.size(), "", "", ""));
        return rows;
    }

    private @Nullable String castNow(SheetWords.Date date) {
        List<CastChange> changes = date.hasNumber() ? casts.get(Long.valueOf(date.own())) : null;
        return changes == null || changes.isEmpty()
                ? null
                : language.say("sheet_cast_now", String.join("; ", CastLines.told(language, changes)));
    }

    private List<String> roles() {
        List<SheetWords.Credit> shown = sheet.shown().credits();
        return shown == null
                ? List.of()
                : shown.stream()
                        .map(SheetWords.Credit::role)
                        .filter(role -> !role.isEmpty())
                        .distinct()
                        .toList();
    }

    private List<SheetView.Field> fields(
            String before, List<String> properties, SheetWords.Date date, SheetWords.Date files) {
        return properties.stream()
                .map(property -> field(
                        before + property,
                        "sheet_" + property,
                        kindOfDate(property),
                        date.get(property),
                        files.get(property)))
                .toList();
    }

    private static String kindOfDate(String property) {
        return property.equals("day") ? "date" : property.equals("time") ? "time" : "text";
    }

    private String legend(SheetWords.Date date) {
        try {
            String day = language.formats().longDay(LocalDate.parse(date.get("day")));
            return date.get("time").isEmpty() ? day : day + ", " + date.get("time");
        } catch (DateTimeException noDayYet) {
            return language.say("sheet_date_new");
        }
    }

    private SheetView.Select select(String name, String label, List<String> values, String words, String chosen) {
        return new SheetView.Select(
                name,
                language.say(label),
                values.stream()
                        .map(value -> new ImportView.Option(
                                value,
                                language.say(words + (value.isEmpty() ? "none" : value.replace('-', '_'))),
                                value.equals(chosen)))
                        .toList());
    }

    private List<SheetView.Work> works() {
        List<SheetView.Work> works = new ArrayList<>();
        List<SheetWords.Work> shown = sheet.shown().works();
        if (shown != null) {
            shown.forEach(work -> works.add(new SheetView.Work(
                    works.size(),
                    work.title(),
                    SheetForm.told(work.writers()),
                    sheet.shown().get(SheetWords.IDS_OF_WORK + work.title()),
                    wrong.containsKey("work-" + works.size() + "-ids"))));
        }
        works.add(new SheetView.Work(works.size(), "", "", "", false));
        return works;
    }

    private List<SheetView.Credit> credits() {
        List<SheetView.Credit> credits = new ArrayList<>();
        List<SheetWords.Credit> shown = sheet.shown().credits();
        if (shown != null) {
            shown.forEach(credit -> credits.add(new SheetView.Credit(
                    credits.size(),
                    credit.name(),
                    credit.role(),
                    sheet.shown().get(SheetWords.IDS_OF_NAME + credit.name()),
                    wrong.containsKey("credit-" + credits.size() + "-ids"))));
        }
        int blank = credits.isEmpty() ? 3 : 1;
        for (int i = 0; i < blank; i++) {
            credits.add(new SheetView.Credit(credits.size(), "", "", "", false));
        }
        return credits;
    }

    private SheetView.Version version(ShowSheet.Version version) {
        return new SheetView.Version(
                version.version(),
                language.say(
                        "sheet_version",
                        Integer.toString(version.version()),
                        version.actor(),
                        language.formats().moment(version.at(), house.zone())),
                version.run());
    }
}
