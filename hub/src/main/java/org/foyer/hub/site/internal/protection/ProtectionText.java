package org.foyer.hub.site.internal.protection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.ProtectionSheet;
import org.foyer.hub.governance.ProtectionSheet.Answer;
import org.foyer.hub.governance.ProtectionSheet.Contactable;
import org.foyer.hub.governance.ProtectionSheet.Criterion;
import org.foyer.hub.governance.ProtectionSheet.Deletion;
import org.foyer.hub.governance.ProtectionSheet.Held;
import org.foyer.hub.governance.ProtectionSheet.Use;
import org.foyer.hub.governance.Purpose;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.site.internal.document.Document;
import org.foyer.hub.site.internal.document.Document.Cell;
import org.foyer.hub.site.internal.document.Document.Row;
import org.foyer.hub.site.internal.document.Document.Section;
import org.foyer.hub.site.internal.document.Document.Table;
import org.foyer.hub.site.internal.pages.Language;
import org.jspecify.annotations.Nullable;

/** Writes a house's data protection in one language. */
public final class ProtectionText {

    private final ProtectionSheet sheet;
    private final ProtectionWords words;

    private ProtectionText(ProtectionSheet sheet, ProtectionWords words) {
        this.sheet = sheet;
        this.words = words;
    }

    /** The whole document. */
    public static Document of(ProtectionSheet sheet, Language language) {
        ProtectionText text = new ProtectionText(sheet, new ProtectionWords(language));
        return new Document(
                language.code(),
                language.say("nav_protection"),
                sheet.house(),
                sheet.simulated()
                        ? language.say("simulated") + language.say("dp_colon") + language.say("simulated_says")
                        : null,
                text.lead(language),
                List.of(
                        text.deletions(),
                        text.purposes(),
                        text.consents(),
                        text.access(),
                        text.points(),
                        new RecordText(sheet, text.words).section(),
                        text.assessment(),
                        text.log()));
    }

    private String lead(Language language) {
        Held held = sheet.held();
        String told = language.count("dp_held", held.buyers(), words.number(held.withEmail()));
        return held.since() == null ? told : told + " " + words.say("held_since", words.day(held.since()));
    }

    private Section deletions() {
        List<Row> rows = sheet.deletions().stream().map(this::deletion).toList();
        return new Section(
                "due",
                words.say("due_title"),
                List.of(words.say("due_how", words.day(sheet.day()))),
                List.of(table(
                        "due_title",
                        List.of("due_rule", "due_kept", "due_held", "due_now", "due_next", "due_then"),
                        rows)));
    }

    private Row deletion(Deletion deletion) {
        return row(
                words.say("rule_" + deletion.rule()),
                words.say(
                        "kept_" + (deletion.rule().equals("contacts") ? "last_order" : "import"),
                        words.months(deletion.months())),
                words.number(deletion.held()),
                words.number(deletion.due()),
                deletion.next() == null ? "–" : words.day(deletion.next()),
                words.number(deletion.then()));
    }

    private Section purposes() {
        List<Row> told = new ArrayList<>();
        List<Row> columns = new ArrayList<>();
        for (Use use : sheet.purposes()) {
            Purpose purpose = use.purpose();
            String title = purpose.title().in(language());
            told.add(row(
                    title,
                    purpose.what().in(language()) + (use.active() ? "" : " " + words.say("not_joined")),
                    words.basis(use),
                    words.kept(use),
                    words.recipients(use)));
            columns.add(new Row(title, List.of(new Cell(columns(purpose), null))));
        }
        return new Section(
                "purposes",
                words.say("purposes_title"),
                List.of(words.say("bases_proposed")),
                List.of(
                        table("purposes_title", List.of("purpose", "what", "basis", "kept", "recipients"), told),
                        table("columns_title", List.of("purpose", "columns"), columns)));
    }

    /** One line for each table: its name, then its columns. */
    private List<String> columns(Purpose purpose) {
        List<String> lines = new ArrayList<>();
        for (Map<String, List<String>> tables : purpose.columns().values()) {
            tables.forEach((table, columns) -> lines.add(table + words.say("colon") + String.join(", ", columns)));
        }
        return lines;
    }

    /** One row for each purpose, one column for each channel. */
    private Section consents() {
        Map<String, List<Cell>> cells = new LinkedHashMap<>();
        List<String> header = new ArrayList<>(List.of(words.say("head_purpose")));
        for (Contactable contactable : sheet.consents()) {
            String channel = contactable.channel().in(language());
            if (!header.contains(channel)) {
                header.add(channel);
            }
            cells.computeIfAbsent(contactable.purpose().in(language()), purpose -> new ArrayList<>())
                    .add(new Cell(
                            List.of(
                                    words.say(
                                            "consent_agreed",
                                            people(contactable.count().given())),
                                    words.say(
                                            "consent_objected",
                                            people(contactable.count().objected()))),
                            null));
        }
        List<Row> rows = cells.entrySet().stream()
                .map(purpose -> new Row(purpose.getKey(), List.copyOf(purpose.getValue())))
                .toList();
        return new Section(
                "consents",
                words.say("consents_title"),
                List.of(words.say("consents_how", SmallGroups.PEOPLE_MIN)),
                List.of(new Table(words.say("consents_title"), List.copyOf(header), rows)));
    }

    private String people(@Nullable Long count) {
        return count == null ? words.say("consent_few", SmallGroups.PEOPLE_MIN) : words.number(count);
    }

    private Section access() {
        List<Row> rows = new ArrayList<>();
        sheet.members()
                .forEach(members -> rows.add(
                        row(words.role(members.role()), words.number(members.accounts()), words.sees(members.role()))));
        rows.add(row(words.say("operators"), words.number(sheet.operators()), words.say("sees_operator")));
        return new Section(
                "access",
                words.say("access_title"),
                List.of(words.say("access_how")),
                List.of(table("access_title", List.of("role", "accounts", "sees"), rows)));
    }

    private Section points() {
        List<Row> rows = sheet.points().stream()
                .map(point -> new Row(
                        point.number() + ". " + words.say("point_" + point.number()),
                        List.of(
                                words.state(point.state()),
                                new Cell(
                                        point.says().stream()
                                                .map(words::sentence)
                                                .toList(),
                                        null))))
                .toList();
        return new Section(
                "points",
                words.say("points_title"),
                List.of(words.say("points_how")),
                List.of(table("points_title", List.of("point", "state", "told"), rows)));
    }

    private Section assessment() {
        List<Row> rows = sheet.criteria().stream()
                .map(criterion -> new Row(
                        criterion.number() + ". " + words.say("criterion_" + criterion.number()),
                        List.of(words.answer(criterion.answer()), Cell.of(words.sentence(criterion.why())))))
                .toList();
        return new Section(
                "assessment",
                words.say("assessment_title"),
                List.of(
                        words.say(
                                "assessment_" + sheet.assessment().name().toLowerCase(Locale.ROOT),
                                count(Answer.YES),
                                count(Answer.TO_JUDGE)),
                        words.say("assessment_draft")),
                List.of(table("assessment_title", List.of("criterion", "answer", "why"), rows)));
    }

    private String count(Answer answer) {
        return words.number(sheet.criteria().stream()
                .map(Criterion::answer)
                .filter(answer::equals)
                .count());
    }

    private Section log() {
        String digest = sheet.log().digest();
        List<String> told = new ArrayList<>();
        told.add(words.sentence(
                ProtectionSheet.Statement.of("log-lines", sheet.log().lines())));
        if (digest != null) {
            told.add(words.say("log_digest", digest));
        }
        told.add(words.say("log_exported"));
        return new Section("log", words.say("log_title"), told, List.of());
    }

    private String language() {
        return words.say("language");
    }

    private Table table(String caption, List<String> header, List<Row> rows) {
        return new Table(
                words.say(caption),
                header.stream().map(key -> words.say("head_" + key)).toList(),
                rows);
    }

    static Row row(String head, String... cells) {
        return new Row(head, List.of(cells).stream().map(Cell::of).toList());
    }
}
