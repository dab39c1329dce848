package org.foyer.hub.intake.internal.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.ExternalIdCell;

/** An earlier value in the words of a sheet. */
final class SaidAgain {

    private static final String START = "start";
    private static final String IDENTIFIER = "id:";
    private static final int CHARACTERS_OF_A_DAY = 10;

    /** Of a date, what a sheet says and a history has under the same name. */
    private static final Set<String> OF_DATE = Set.of(
            "venue",
            "hall",
            "attendance",
            "state",
            "capacity",
            "availability",
            "accessibility",
            "audience",
            SheetWords.CAST_CHANGES,
            "set_aside");

    /** Of a venue; by its town it is known again in files, so that one is not typed over. */
    private static final Set<String> OF_VENUE = Set.of("street", "postcode", "country");

    /** Of these an empty value says nothing, so that it cannot be said that there is none. */
    private static final Set<String> NEVER_EMPTY = Set.of("title", START, "venue", "hall", "state", "capacity");

    private SaidAgain() {}

    static boolean canSay(HistoryLine line) {
        if (line.value().isEmpty() && NEVER_EMPTY.contains(line.property())) {
            return false;
        }
        if (line.part() != RecordChange.Part.PERFORMANCE && line.property().startsWith(IDENTIFIER)) {
            return true;
        }
        if (line.part() == RecordChange.Part.VENUE) {
            return OF_VENUE.contains(line.property()) && !line.value().isEmpty();
        }
        if (line.part() == RecordChange.Part.PRODUCTION) {
            return SheetWords.OF_SHOW.contains(line.property())
                    && (line.language().isEmpty() || SheetWords.LANGUAGES.contains(line.language()));
        }
        return line.part() == RecordChange.Part.PERFORMANCE
                && line.language().isEmpty()
                && (line.property().equals(START)
                        || OF_DATE.contains(line.property())
                        || SheetWords.OF_EACH_DATE.contains(line.property()));
    }

    /** @param sheet as it is now */
    static SheetWords words(HistoryLine line, ShowSheet sheet) {
        if (line.part() == RecordChange.Part.PRODUCTION) {
            return line.property().startsWith(IDENTIFIER)
                    ? ofShow("production_ids", identifiers(line, sheet.shown().get("production_ids")))
                    : ofShow(line.property() + (line.language().isEmpty() ? "" : "@" + line.language()), line.value());
        }
        Set<String> meant = line.things().stream().map(String::valueOf).collect(Collectors.toSet());
        Set<String> all =
                sheet.shown().dates().stream().map(SheetWords.Date::own).collect(Collectors.toCollection(TreeSet::new));
        return SheetWords.OF_EACH_DATE.contains(line.property()) && meant.containsAll(all)
                ? ofShow(line.property(), line.value())
                : new SheetWords(
                        Map.of(),
                        meant.stream()
                                .sorted()
                                .map(own -> new SheetWords.Date(own, ofDate(line)))
                                .toList(),
                        null,
                        null);
    }

    /** The same of a venue, a work or whoever is credited. @param show on whose sheet it is typed */
    static SheetWords words(HistoryLine line, ShowSheet sheet, TypedWhere show) {
        if (line.part() != RecordChange.Part.VENUE) {
            String field = (line.part() == RecordChange.Part.WORK ? SheetWords.IDS_OF_WORK : SheetWords.IDS_OF_NAME)
                    + show.name();
            return ofShow(field, identifiers(line, sheet.shown().get(field)));
        }
        boolean identifier = line.property().startsWith(IDENTIFIER);
        Map<String, String> now = new HashMap<>();
        sheet.shown().dates().forEach(date -> now.put(date.own(), date.get("venue_ids")));
        return new SheetWords(
                Map.of(),
                show.dates().stream()
                        .map(String::valueOf)
                        .map(own -> new SheetWords.Date(
                                own,
                                identifier
                                        ? Map.of("venue_ids", identifiers(line, now.getOrDefault(own, "")))
                                        : Map.of(line.property(), line.value())))
                        .toList(),
                null,
                null);
    }

    private static SheetWords ofShow(String property, String value) {
        return new SheetWords(Map.of(property, value), List.of(), null, null);
    }

    private static Map<String, String> ofDate(HistoryLine line) {
        String value = line.value();
        if (!line.property().equals(START)) {
            return Map.of(line.property(), value);
        }
        Map<String, String> start = new HashMap<>();
        start.put("day", value.substring(0, CHARACTERS_OF_A_DAY));
        start.put("time", value.length() > CHARACTERS_OF_A_DAY ? value.substring(CHARACTERS_OF_A_DAY + 1) : "");
        return start;
    }

    /** All identifiers of the field, with that of one register in its place. */
    private static String identifiers(HistoryLine line, String shown) {
        String register = line.property().substring(IDENTIFIER.length());
        List<String> all = new ArrayList<>();
        for (ExternalIdCell.Said said : ExternalIdCell.read(null, shown)) {
            ExternalId id = said.id();
            if (id != null && !id.kind().word().equals(register)) {
                all.add(ExternalIdCell.told(id));
            }
        }
        all.add(register + ": " + (line.value().isEmpty() ? ExternalIdCell.NONE : line.value()));
        return String.join(ExternalIdCell.BETWEEN, all);
    }
}
