package org.foyer.hub.intake.internal.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.jspecify.annotations.Nullable;

/** What people typed, laid over what files say; and found again by comparing the two. */
final class Overlay {

    private Overlay() {}

    /** The files' word with what was typed over it; dates of the files first. */
    static SheetWords over(SheetWords files, SheetWords typed) {
        Map<String, Map<String, String>> dates = new LinkedHashMap<>();
        files.dates().forEach(date -> dates.put(date.own(), date.said()));
        typed.dates().forEach(date -> dates.merge(date.own(), date.said(), Overlay::over));
        return new SheetWords(
                over(files.show(), typed.show()),
                dates.entrySet().stream()
                        .map(date -> new SheetWords.Date(date.getKey(), date.getValue()))
                        .toList(),
                typed.works() == null ? files.works() : typed.works(),
                typed.credits() == null ? files.credits() : typed.credits());
    }

    /** The same, where what is said of the show also takes the place of what was said of single dates. */
    static SheetWords above(SheetWords below, SheetWords said) {
        List<SheetWords.Date> dates = below.dates().stream()
                .map(date -> {
                    Map<String, String> left = new HashMap<>(date.said());
                    left.keySet().removeAll(said.show().keySet());
                    return new SheetWords.Date(date.own(), left);
                })
                .toList();
        return over(new SheetWords(below.show(), dates, below.works(), below.credits()), said);
    }

    /** A form that was filled from an older state, laid over the newer one; its new dates that are there by now are not said twice. */
    static SheetWords late(SheetWords now, SheetWords form) {
        List<SheetWords.Date> dates = form.dates().stream()
                .filter(date -> !date.own().equals(SheetWords.NEW)
                        || now.dates().stream().noneMatch(known -> isSameHour(known, date)))
                .toList();
        return over(now, new SheetWords(form.show(), dates, form.works(), form.credits()));
    }

    private static boolean isSameHour(SheetWords.Date one, SheetWords.Date other) {
        return one.get("day").equals(other.get("day")) && one.get("time").equals(other.get("time"));
    }

    private static Map<String, String> over(Map<String, String> below, Map<String, String> above) {
        Map<String, String> both = new HashMap<>(below);
        both.putAll(above);
        return both;
    }

    /**
     * What a whole form says beside the files. What is kept with each date but stands once on the form, and was said of one date before,
     * stays said of it, unless the form now says something else of the whole show.
     *
     * @param before what was published before: said again even where it now equals the files' word, because it still counts
     */
    static SheetWords beside(SheetWords files, SheetWords whole, SheetWords before) {
        Map<String, SheetWords.Date> told = byOwn(files);
        Map<String, SheetWords.Date> typed = byOwn(before);
        List<String> unmoved = unmoved(over(files.show(), before.show()), whole.show());
        List<SheetWords.Date> dates = new ArrayList<>();
        for (SheetWords.Date date : whole.dates()) {
            Map<String, String> then = said(typed.get(date.own()));
            Map<String, String> said = beside(said(told.get(date.own())), date.said(), then);
            unmoved.stream()
                    .filter(property ->
                            then.containsKey(property) && !date.said().containsKey(property))
                    .forEach(property -> said.put(property, String.valueOf(then.get(property))));
            if (!said.isEmpty()) {
                dates.add(new SheetWords.Date(date.own(), said));
            }
        }
        return new SheetWords(
                beside(files.show(), whole.show(), before.show()),
                dates,
                before.works() == null && Objects.equals(orEmpty(files.works()), orEmpty(whole.works()))
                        ? null
                        : whole.works(),
                before.credits() == null && Objects.equals(orEmpty(files.credits()), orEmpty(whole.credits()))
                        ? null
                        : whole.credits());
    }

    private static Map<String, String> beside(
            Map<String, String> files, Map<String, String> whole, Map<String, String> before) {
        Map<String, String> said = new HashMap<>();
        whole.forEach((property, value) -> {
            if (before.containsKey(property) || !value.equals(files.getOrDefault(property, ""))) {
                said.put(property, value);
            }
        });
        return said;
    }

    /** What of each date the form says of the whole show as it did before. */
    private static List<String> unmoved(Map<String, String> before, Map<String, String> whole) {
        return SheetWords.OF_EACH_DATE.stream()
                .filter(property -> whole.getOrDefault(property, "").equals(before.getOrDefault(property, "")))
                .toList();
    }

    private static Map<String, SheetWords.Date> byOwn(SheetWords words) {
        Map<String, SheetWords.Date> dates = new HashMap<>();
        words.dates().forEach(date -> dates.put(date.own(), date));
        return dates;
    }

    private static Map<String, String> said(SheetWords.@Nullable Date date) {
        return date == null ? Map.of() : date.said();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /**
     * The files' word, and nothing where only people spoke. A date that only people told stays, set aside, because what was published
     * has an address. What was said of one date since is as the whole show was then.
     *
     * @param published what was said last
     */
    static SheetWords restored(ShowSheet sheet, SheetWords old, SheetWords published) {
        Map<String, String> show = new HashMap<>();
        sheet.shown()
                .show()
                .keySet()
                .forEach(property -> show.put(property, sheet.files().get(property)));
        Map<String, SheetWords.Date> told = new HashMap<>();
        sheet.files().dates().stream()
                .filter(date -> !date.get("day").isEmpty())
                .forEach(date -> told.put(date.own(), date));
        List<SheetWords.Date> dates = new ArrayList<>();
        for (SheetWords.Date date : sheet.shown().dates()) {
            Map<String, String> said = new HashMap<>(date.said());
            boolean then = old.dates().stream().anyMatch(was -> was.own().equals(date.own()));
            said.put("set_aside", then ? "" : "mistake");
            dates.add(told.getOrDefault(date.own(), new SheetWords.Date(date.own(), said)));
        }
        SheetWords back = over(
                new SheetWords(show, dates, sheet.files().works(), sheet.files().credits()), old);
        return over(new SheetWords(Map.of(), asTheShow(back, published), null, null), back);
    }

    private static List<SheetWords.Date> asTheShow(SheetWords back, SheetWords published) {
        return published.dates().stream()
                .map(date -> {
                    Map<String, String> said = new HashMap<>(back.show());
                    said.keySet().retainAll(SheetWords.OF_EACH_DATE);
                    said.keySet().retainAll(date.said().keySet());
                    said.values().removeIf(String::isEmpty);
                    return new SheetWords.Date(date.own(), said);
                })
                .filter(date -> !date.said().isEmpty())
                .toList();
    }
}
