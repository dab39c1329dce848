package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.ExternalIdKind;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.SheetSeen;
import org.jspecify.annotations.Nullable;

/** Lays a history out, import by import. */
final class HistoryViews {

    private static final int CHARACTERS_SHOWN = 400;
    private static final String IDENTIFIER = "id:";

    private final Language language;
    private final House house;
    private final boolean editor;

    /** @param editor whether who reads may put back */
    HistoryViews(Language language, House house, boolean editor) {
        this.language = language;
        this.house = house;
        this.editor = editor;
    }

    HistoryView view(
            RecordHistory history, int offset, int limit, @Nullable String done, List<SheetView.Problem> problems) {
        String base = "/h/" + house.slug();
        String here = base + "/history/" + history.kind().word() + "/" + history.thing();
        Long show = history.show();
        return new HistoryView(
                base,
                here,
                show == null
                        ? new HistoryView.Link(base + "/programme", language.say("nav_programme"))
                        : new HistoryView.Link(base + "/history/show/" + show, language.say("history_whole")),
                language.say("history_of_" + history.kind().word(), history.name()),
                language.count("history_told", history.total()),
                SheetSeen.text(history.sheet()),
                done,
                problems,
                editor,
                show != null ? show : history.kind() == History.Kind.SHOW ? history.thing() : 0,
                runs(history),
                language.say(
                        onSheet(history.kind())
                                ? "history_back_says"
                                : "history_typed_" + history.kind().word()),
                history.related().stream()
                        .map(one -> new HistoryView.Link(
                                base + "/history/" + one.kind().word() + "/" + one.thing(), one.name()))
                        .toList(),
                Pager.of(language, offset, history.changes().size(), history.total(), limit, here + "?offset="));
    }

    /** Changes of one import stand next to each other. */
    private List<HistoryView.Run> runs(RecordHistory history) {
        List<HistoryView.Run> runs = new ArrayList<>();
        List<HistoryView.Change> changes = new ArrayList<>();
        List<RecordChange> all = history.changes();
        for (int i = 0; i < all.size(); i++) {
            changes.add(change(history.kind(), all.get(i)));
            RecordChange.Run run = all.get(i).run();
            if (i + 1 == all.size() || all.get(i + 1).run().number() != run.number()) {
                runs.add(run(run, List.copyOf(changes)));
                changes.clear();
            }
        }
        return runs;
    }

    private HistoryView.Run run(RecordChange.Run run, List<HistoryView.Change> changes) {
        String source = Labels.recipe(language, run.source());
        String by = run.actor() == null ? source : language.say("history_by", source, language.who(run.actor()));
        return new HistoryView.Run(
                run.number(),
                run.at() == null
                        ? language.say("run_title", Integer.toString(run.number()))
                        : language.formats().moment(run.at(), house.zone()),
                run.files().isEmpty() ? by : language.say("history_files", by, String.join(", ", run.files())),
                run.undoneAt() == null
                        ? null
                        : language.say(
                                "history_undone",
                                language.formats().moment(run.undoneAt(), house.zone()),
                                language.who(String.valueOf(run.undoneBy()))),
                editor ? "/h/" + house.slug() + "/runs/" + run.number() : null,
                changes);
    }

    private HistoryView.Change change(History.Kind kind, RecordChange one) {
        if (one.what() == RecordChange.What.TAKEN_BACK) {
            List<String> properties = new ArrayList<>();
            for (String property : one.property().split(",")) {
                properties.add(label(property, ""));
            }
            return new HistoryView.Change(
                    String.join(", ", properties),
                    dates(kind, one),
                    "",
                    language.say("history_gone"),
                    null,
                    false,
                    null);
        }
        if (one.what() != RecordChange.What.SAID) {
            String what = language.say("history_" + one.what().name().toLowerCase(Locale.ROOT));
            String value = one.part() == RecordChange.Part.PERFORMANCE ? start(one.value()) : one.value();
            return new HistoryView.Change(what, dates(kind, one), "", value, null, false, null);
        }
        boolean possible = one.back() == RecordChange.Back.POSSIBLE;
        return new HistoryView.Change(
                label(one.property(), one.language()),
                dates(kind, one),
                one.before() == null ? "" : shown(one.property(), one.before()),
                one.value().isEmpty() ? language.say("contradictions_nothing") : shown(one.property(), one.value()),
                note(one),
                one.counts(),
                editor && possible ? one.id() : null);
    }

    private static boolean onSheet(History.Kind kind) {
        return kind == History.Kind.SHOW || kind == History.Kind.PERFORMANCE;
    }

    private @Nullable String note(RecordChange one) {
        if (one.other() != null && !one.other().isEmpty()) {
            return language.say("history_said_of", one.other());
        }
        if (one.back() != RecordChange.Back.NOT_TYPED || !editor || one.counts()) {
            return null;
        }
        return language.say(ofHall(one.property()) ? "history_hall_again" : "history_not_typed");
    }

    private @Nullable String dates(History.Kind kind, RecordChange one) {
        LocalDate first = one.first();
        LocalDate last = one.last();
        if (first == null || last == null || kind == History.Kind.PERFORMANCE) {
            return null;
        }
        Formats formats = language.formats();
        return one.dates() < 2
                ? formats.longDay(first)
                : language.say(
                        "show_dates", formats.number(one.dates()), formats.longDay(first), formats.longDay(last));
    }

    String label(String property, String of) {
        if (property.startsWith(IDENTIFIER)) {
            String register = property.substring(IDENTIFIER.length());
            return language.say(
                    "history_identifier",
                    ExternalIdCell.kindOf(register).map(ExternalIdKind::label).orElse(register));
        }
        int colon = property.indexOf(':');
        if (ofHall(property)) { // in the words of the house
            return language.say("history_in", label(property.substring(0, colon), ""), property.substring(colon + 1));
        }
        String name = language.sayOr(language.sayOr(property, "sheet_" + property), "history_property_" + property);
        return of.isEmpty()
                ? name
                : language.say("history_in", name, Locale.forLanguageTag(of).getDisplayLanguage(language.locale()));
    }

    private static boolean ofHall(String property) {
        return property.startsWith("hall_") && property.indexOf(':') > 0;
    }

    String shown(String property, String value) {
        String told = switch (property) {
            case "state" -> language.sayOr(value, "state_" + value);
            case "attendance" -> language.sayOr(value, "attendance_" + Labels.underscored(value));
            case "availability" -> language.sayOr(value, "availability_" + Labels.underscored(value));
            case "set_aside" -> language.sayOr(value, "aside_" + Labels.underscored(value));
            case "agent" -> language.sayOr(value, "agent_" + value);
            case "start" -> start(value);
            case "price_from", "price_to", "potential" -> money(value);
            default -> value;
        };
        return told.length() > CHARACTERS_SHOWN ? told.substring(0, CHARACTERS_SHOWN) + "…" : told;
    }

    private String start(String value) {
        return value.contains("T")
                ? language.formats().moment(LocalDateTime.parse(value))
                : language.formats().day(LocalDate.parse(value));
    }

    private String money(String minor) {
        return minor.matches("[0-9]{1,18}")
                ? language.formats()
                        .money(Long.parseLong(minor), house.currency().getCurrencyCode())
                : minor;
    }
}
