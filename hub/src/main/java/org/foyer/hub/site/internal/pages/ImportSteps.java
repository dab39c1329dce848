package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foyer.hub.intake.ColumnProof;
import org.foyer.hub.intake.ExpectedTotals;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Proof;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.ValueProof;
import org.foyer.hub.intake.WordField;
import org.foyer.hub.model.Operation;
import org.foyer.hub.site.internal.pages.ImportView.Fact;
import org.foyer.hub.site.internal.pages.ImportView.FileLimit;
import org.foyer.hub.site.internal.pages.ImportView.Option;
import org.foyer.hub.site.internal.pages.ImportView.Step;
import org.jspecify.annotations.Nullable;

/** Writes each step of an import for people, and reads what they answer. */
final class ImportSteps {

    /** The steps in order; their names are messages {@code step_…}. */
    static final List<String> ALL = List.of("upload", "proof", "columns", "values", "totals", "check", "commit");

    private static final Set<String> MONEY =
            Set.of("amount", "list_amount", "fee", "vat", "potential", "price_from", "price_to");
    private static final int VALUES_SHOWN = 400;

    private ImportSteps() {}

    static List<Step> steps(Language language, String current) {
        int at = ALL.indexOf(current);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            String state = i < at ? "done" : i == at ? "current" : "later";
            steps.add(new Step(language.say("step_" + ALL.get(i)), state));
        }
        return steps;
    }

    static ImportView view(Language language, String base, String step, ImportDraft draft, FileLimit limit) {
        Proof proof = draft.proof();
        String address = base + "/import/" + draft.id();
        ImportDraft.Job job = draft.job();
        RunReport report = job == null ? null : job.report();
        ExpectedTotals expected = draft.expected();
        return new ImportView(
                base,
                address,
                steps(language, step),
                draft.file().name(),
                facts(language, proof),
                proof.ready(),
                Reports.grouped(language, proof.problems(), Map.of()),
                proof.missing().stream().map(field -> field(language, field)).toList(),
                columns(language, proof),
                values(language, proof),
                expected == null || expected.tickets() == null ? null : Long.toString(expected.tickets()),
                expected == null || expected.amount() == null ? null : plainAmount(expected.amount()),
                job == null ? null : job(language, job, address),
                report == null ? null : Reports.of(language, report, expected != null, null),
                limit);
    }

    private static String plainAmount(long minor) {
        return java.math.BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static ImportView.Job job(Language language, ImportDraft.Job job, String address) {
        int percent = job.percent();
        String says = language.sayOr(job.step(), "progress_" + job.step());
        String failure = job.failure();
        return new ImportView.Job(
                percent < 0 ? says : says + " " + language.formats().wholePercent(percent / 100.0),
                percent < 0 ? null : Integer.toString(percent),
                job.running() ? null : address + (job.dryRun() ? "/check" : "/commit"),
                failure == null ? null : language.say("progress_failed", failure));
    }

    private static List<Fact> facts(Language language, Proof proof) {
        List<Fact> facts = new ArrayList<>();
        fact(language, facts, "format", language.sayOr(proof.format(), "format_" + Labels.underscored(proof.format())));
        fact(language, facts, "size", language.formats().bytes(proof.file().bytes()));
        fact(language, facts, "encoding", proof.encoding());
        fact(language, facts, "separator", proof.separator() == null ? null : separator(language, proof.separator()));
        fact(language, facts, "header_line", proof.headerLine() > 0 ? Integer.toString(proof.headerLine()) : null);
        fact(language, facts, "decimal", proof.decimal() == null ? null : decimal(language, proof.decimal()));
        fact(language, facts, "date_order", proof.dateOrder() == null ? null : dateOrder(language, proof.dateOrder()));
        fact(
                language,
                facts,
                "recipe",
                proof.recipe() == null
                        ? language.say("recipe_none")
                        : Labels.recipe(language, proof.recipe().name()));
        fact(
                language,
                facts,
                "holds",
                proof.holds() == null
                        ? null
                        : language.say("holds_" + proof.holds().name().toLowerCase(Locale.ROOT)));
        return facts;
    }

    private static void fact(Language language, List<Fact> facts, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(language.say("fact_" + key), value));
        }
    }

    private static String separator(Language language, String separator) {
        return switch (separator) {
            case "\t" -> language.say("separator_tab");
            case ";" -> language.say("separator_semicolon");
            case "," -> language.say("separator_comma");
            case "|" -> language.say("separator_bar");
            default -> separator;
        };
    }

    private static String decimal(Language language, String decimal) {
        return switch (decimal) {
            case "," -> language.say("separator_comma");
            case "." -> language.say("separator_point");
            default -> language.sayOr(decimal, "decimal_" + Labels.underscored(decimal));
        };
    }

    private static String dateOrder(Language language, String order) {
        return language.sayOr(order, "date_order_" + Labels.underscored(order.toLowerCase(Locale.ROOT)));
    }

    private static List<ImportView.Column> columns(Language language, Proof proof) {
        List<ImportView.Column> columns = new ArrayList<>();
        for (int i = 0; i < proof.columns().size(); i++) {
            ColumnProof column = proof.columns().get(i);
            String field = column.field();
            List<Option> options = new ArrayList<>();
            options.add(new Option("", language.say("kept_aside"), field == null));
            proof.fields()
                    .forEach(known -> options.add(new Option(known, field(language, known), known.equals(field))));
            columns.add(new ImportView.Column(
                    "column-" + i,
                    column.column(),
                    field == null ? null : field(language, field),
                    column.sure(),
                    column.examples().stream()
                            .map(example ->
                                    new ImportView.Pair(example.before(), after(language, field, example.after())))
                            .toList(),
                    options));
        }
        return columns;
    }

    private static @Nullable String after(Language language, @Nullable String field, @Nullable String value) {
        if (value != null && "operation".equals(field)) {
            return language.sayOr(value, "operation_" + value);
        }
        return value != null && field != null && MONEY.contains(field) && value.matches("-?\\d+\\.\\d+")
                ? language.formats().point(value)
                : after(language, value);
    }

    /** ISO days and moments are told as people write them, so that a wrong order of day and month shows. */
    static @Nullable String after(Language language, @Nullable String iso) {
        if (iso == null) {
            return null;
        }
        if (iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return language.formats().longDay(java.time.LocalDate.parse(iso));
        }
        if (iso.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?")) {
            java.time.LocalDateTime moment = java.time.LocalDateTime.parse(iso.replace(' ', 'T'));
            return language.formats().longDay(moment.toLocalDate()) + ", "
                    + language.formats().time(moment);
        }
        return iso;
    }

    static String field(Language language, String key) {
        return language.sayOr(key, "field_" + key);
    }

    private static List<ImportView.Value> values(Language language, Proof proof) {
        List<ImportView.Value> values = new ArrayList<>();
        for (int i = 0; i < Math.min(VALUES_SHOWN, proof.values().size()); i++) {
            ValueProof value = proof.values().get(i);
            List<String> kinds = kinds(value.field());
            if (kinds.isEmpty()) {
                continue;
            }
            List<Option> options = new ArrayList<>();
            options.add(new Option("", language.say("kind_later"), value.kind() == null));
            kinds.forEach(kind -> options.add(new Option(
                    kind,
                    language.sayOr(Labels.kind(language, kind), "operation_" + kind),
                    kind.equals(value.kind()))));
            values.add(new ImportView.Value(
                    "value-" + i,
                    field(language, value.field()),
                    value.label(),
                    language.count("rows", value.rows()),
                    value.kind() != null,
                    options));
        }
        return values;
    }

    private static List<String> kinds(String field) {
        return field.equals("operation")
                ? Arrays.stream(Operation.values()).map(Operation::stored).toList()
                : WordField.byKey(field).map(WordField::kinds).orElse(List.of());
    }

    /** What the person said of the columns: only what differs from the proof, added to what was said before. */
    static Matching columnsSaid(ImportDraft draft, Map<String, String> form) {
        Matching before = draft.matching();
        Map<String, String> said = new LinkedHashMap<>(before.columns());
        List<ColumnProof> columns = draft.proof().columns();
        for (int i = 0; i < columns.size(); i++) {
            String answer = form.get("column-" + i);
            String known = columns.get(i).field() == null ? "" : columns.get(i).field();
            if (answer != null && !answer.equals(known)) {
                said.put(columns.get(i).column(), answer);
            }
        }
        return new Matching(before.recipe(), said, before.values());
    }

    /** What the person said of the words, added to what was said before. */
    static Matching valuesSaid(ImportDraft draft, Map<String, String> form) {
        Matching before = draft.matching();
        Map<String, Matching.Word> said = new LinkedHashMap<>();
        before.values().forEach(word -> said.put(word.field() + "\n" + word.label(), word));
        List<ValueProof> values = draft.proof().values();
        for (int i = 0; i < values.size(); i++) {
            ValueProof value = values.get(i);
            String answer = form.get("value-" + i);
            if (answer != null && !answer.isEmpty() && !answer.equals(value.kind())) {
                said.put(value.field() + "\n" + value.label(), new Matching.Word(value.field(), value.label(), answer));
            }
        }
        return new Matching(before.recipe(), before.columns(), List.copyOf(said.values()));
    }

    /** The step after this one that has something to ask. */
    static String after(String step, ImportDraft draft) {
        boolean words = draft.proof().values().stream()
                .anyMatch(value -> !kinds(value.field()).isEmpty());
        return Stream.of("columns", "values", "totals")
                .skip(List.of("columns", "values", "totals").indexOf(step) + 1L)
                .filter(next -> words || !next.equals("values"))
                .findFirst()
                .orElse("totals");
    }
}
