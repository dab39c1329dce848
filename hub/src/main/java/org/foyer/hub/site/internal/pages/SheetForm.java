package org.foyer.hub.site.internal.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.model.CastChange;
import org.jspecify.annotations.Nullable;

/** A sheet's form as it is sent, made into what is said of a show. */
final class SheetForm {

    private static final Pattern CREDITED = Pattern.compile("\\s*(.*?)\\s*(?:\\(([^()]*)\\)\\s*)?");
    private static final List<String> TEXTS = List.of("title", "description");

    private final MultivaluedMap<String, String> form;

    private SheetForm(MultivaluedMap<String, String> form) {
        this.form = form;
    }

    static SheetWords read(MultivaluedMap<String, String> form) {
        SheetForm sent = new SheetForm(form);
        return new SheetWords(sent.show(), sent.dates(), sent.works(), sent.credits());
    }

    private String get(String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    private Map<String, String> show() {
        Map<String, String> show = new HashMap<>();
        SheetWords.OF_SHOW.stream().filter(form::containsKey).forEach(name -> show.put(name, get(name)));
        for (String property : TEXTS) {
            for (String language : SheetWords.LANGUAGES) {
                String name = property + "@" + language;
                if (form.containsKey(name)) {
                    show.put(name, get(name));
                }
            }
        }
        identifiers(show, "work-", "-title", SheetWords.IDS_OF_WORK, SheetWords.WORKS_MAX);
        identifiers(show, "credit-", "-name", SheetWords.IDS_OF_NAME, SheetWords.CREDITS_MAX);
        return show;
    }

    /** Identifiers of people and works are said of their words, so that typing them does not type who is credited. */
    private void identifiers(Map<String, String> show, String row, String words, String before, int most) {
        for (int i = 0; i < most && form.containsKey(row + i + words); i++) {
            String of = get(row + i + words);
            if (!of.isEmpty() && form.containsKey(row + i + "-ids")) {
                show.merge(before + of, get(row + i + "-ids"), (one, other) -> one.isEmpty() ? other : one);
            }
        }
    }

    /** A new date without a day was not meant. */
    private List<SheetWords.Date> dates() {
        List<SheetWords.Date> dates = new ArrayList<>();
        for (int i = 0; i <= SheetWords.DATES_MAX && form.containsKey("date-" + i + "-own"); i++) {
            Map<String, String> said = new HashMap<>();
            for (String property : SheetWords.OF_DATE) {
                if (form.containsKey("date-" + i + "-" + property)) {
                    said.put(property, get("date-" + i + "-" + property));
                }
            }
            cast("date-" + i + "-cast-", said);
            SheetWords.Date date = new SheetWords.Date(get("date-" + i + "-own"), said);
            if (date.hasNumber() || isMeant(said)) {
                dates.add(date);
            }
        }
        return dates;
    }

    /** A row in which nobody plays and nobody is missing was not meant. */
    private void cast(String row, Map<String, String> said) {
        List<CastChange> changes = new ArrayList<>();
        for (int i = 0; i <= CastChange.CHANGES_MAX && form.containsKey(row + i + "-plays"); i++) {
            CastChange change = CastChange.of(get(row + i + "-role"), get(row + i + "-plays"), get(row + i + "-out"));
            if (!change.plays().isEmpty() || !change.inPlaceOf().isEmpty()) {
                changes.add(change);
            }
        }
        if (form.containsKey(row + "0-plays")) {
            said.put(SheetWords.CAST_CHANGES, CastChange.text(changes));
        }
    }

    /** The state is chosen beforehand, so it alone says nothing. */
    private static boolean isMeant(Map<String, String> said) {
        return said.entrySet().stream()
                .anyMatch(
                        one -> !one.getKey().equals("state") && !one.getValue().isEmpty());
    }

    private @Nullable List<SheetWords.Work> works() {
        if (!form.containsKey("work-0-title")) {
            return null;
        }
        List<SheetWords.Work> works = new ArrayList<>();
        for (int i = 0; i < SheetWords.WORKS_MAX && form.containsKey("work-" + i + "-title"); i++) {
            String title = get("work-" + i + "-title");
            if (!title.isEmpty()) {
                works.add(new SheetWords.Work(title, credited(get("work-" + i + "-writers"))));
            }
        }
        return works;
    }

    private static List<SheetWords.Credit> credited(String text) {
        List<SheetWords.Credit> credits = new ArrayList<>();
        for (String one : text.split(";")) {
            Matcher parts = CREDITED.matcher(one);
            if (parts.matches() && !parts.group(1).isEmpty()) {
                credits.add(new SheetWords.Credit(
                        parts.group(1),
                        parts.group(2) == null ? "" : parts.group(2).strip()));
            }
        }
        return credits;
    }

    /** The other way round. */
    static String told(List<SheetWords.Credit> credits) {
        return String.join(
                "; ",
                credits.stream()
                        .map(credit ->
                                credit.role().isEmpty() ? credit.name() : credit.name() + " (" + credit.role() + ")")
                        .toList());
    }

    private @Nullable List<SheetWords.Credit> credits() {
        if (!form.containsKey("credit-0-name")) {
            return null;
        }
        List<SheetWords.Credit> credits = new ArrayList<>();
        for (int i = 0; i < SheetWords.CREDITS_MAX && form.containsKey("credit-" + i + "-name"); i++) {
            String name = get("credit-" + i + "-name");
            if (!name.isEmpty()) {
                credits.add(new SheetWords.Credit(name, get("credit-" + i + "-role")));
            }
        }
        return credits;
    }
}
