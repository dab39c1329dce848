package org.foyer.hub.site.internal.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.catalogue.ShowParts;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.model.Contribution;

/** Words of one side of a show in those of a sheet. What belongs together is taken together: a picture with its credit, a venue with its address. */
final class TakenWords {

    /** A date that the house does not have. */
    static final String DATE = "date";

    private static final List<String> PICTURE = List.of("picture", "picture_credit", "picture_licence");
    private static final List<String> PLACE = List.of("venue", "street", "postcode", "city", "country");
    private static final Set<String> OF_NEW_DATE =
            Set.of("start", "hall", "attendance", "state", "availability", "accessibility", "audience");
    private static final int CHARACTERS_OF_A_DAY = 10;

    private TakenWords() {}

    static SheetWords ofShow(ShowParts parts, ShowParts.Side side, ShowParts.Said said, String property) {
        return switch (property) {
            case "credits" -> new SheetWords(Map.of(), List.of(), null, credits(side.credits()));
            case "works" ->
                new SheetWords(
                        Map.of(),
                        List.of(),
                        side.works().stream()
                                .map(item -> new SheetWords.Work(
                                        String.valueOf(item.title()), credits(item.contributions())))
                                .toList(),
                        null);
            default ->
                new SheetWords(
                        PICTURE.contains(property)
                                ? together(PICTURE, parts.work(), side, true)
                                : Map.of(property, said.value()),
                        List.of(),
                        null,
                        null);
        };
    }

    /** @param own number of the date in the house that takes it, or {@link SheetWords#NEW} */
    static SheetWords ofDate(ShowParts.Evening evening, ShowParts.Side side, String property, String own) {
        Map<String, String> said = new HashMap<>();
        if (property.equals(DATE)) {
            OF_NEW_DATE.forEach(one -> said.putAll(together(List.of(one), evening.fields(), side, false)));
            said.putAll(together(PLACE, evening.fields(), side, false));
        } else {
            said.putAll(together(PLACE.contains(property) ? PLACE : List.of(property), evening.fields(), side, false));
        }
        String start = said.remove("start");
        if (start != null) {
            said.put("day", start.substring(0, CHARACTERS_OF_A_DAY));
            said.put("time", start.length() > CHARACTERS_OF_A_DAY ? start.substring(CHARACTERS_OF_A_DAY + 1) : "");
        }
        return new SheetWords(Map.of(), List.of(new SheetWords.Date(own, said)), null, null);
    }

    private static Map<String, String> together(
            List<String> properties, List<ShowParts.Field> fields, ShowParts.Side side, boolean none) {
        Map<String, String> said = new HashMap<>();
        if (none) {
            properties.forEach(property -> said.put(property, ""));
        }
        fields.stream()
                .filter(field -> properties.contains(field.property()))
                .forEach(
                        field -> field.of(side.production()).ifPresent(one -> said.put(field.property(), one.value())));
        return said;
    }

    private static List<SheetWords.Credit> credits(List<Contribution> said) {
        return said.stream()
                .map(one -> new SheetWords.Credit(one.name(), one.role()))
                .toList();
    }
}
