package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.intake.PerformanceTotal;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.TotalDifference;
import org.foyer.hub.intake.ValueProof;
import org.foyer.hub.site.internal.pages.ReportView.Difference;
import org.foyer.hub.site.internal.pages.ReportView.PerformanceSum;
import org.foyer.hub.site.internal.pages.ReportView.ProblemGroup;
import org.foyer.hub.site.internal.pages.ReportView.Sample;
import org.foyer.hub.site.internal.pages.ReportView.Total;
import org.foyer.hub.site.internal.pages.ReportView.Word;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Writes the report of a run for people. */
final class Reports {

    private static final Pattern FIELD = Pattern.compile("[a-z_]+");
    private static final int SAMPLES_SHOWN = 5;
    private static final int PERFORMANCES_SHOWN = 500;

    private Reports() {}

    /** @param classify where words are classified, null when they are not the house's yet */
    static ReportView of(Language language, RunReport report, boolean compared, @Nullable String classify) {
        return new ReportView(
                report.state() == RunState.FAILED,
                totals(language, report),
                fileProblems(language, report),
                rowProblems(language, report),
                compared,
                report.differences().stream()
                        .map(found -> difference(language, found, report.currency()))
                        .toList(),
                report.performances().stream()
                        .limit(PERFORMANCES_SHOWN)
                        .map(sum -> sum(language, sum, report.currency()))
                        .toList(),
                report.toClassify().stream().map(word -> word(language, word)).toList(),
                classify,
                report.quarantined() > 0 ? language.count("rows_wait", report.quarantined()) : null);
    }

    private static List<Total> totals(Language language, RunReport report) {
        Formats formats = language.formats();
        return List.of(
                new Total(language.say("rows_read"), formats.number(report.read())),
                new Total(
                        language.say(report.dryRun() ? "rows_to_take" : "rows_taken"), formats.number(report.taken())),
                new Total(language.say("rows_unchanged"), formats.number(report.unchanged())),
                new Total(language.say("rows_waiting"), formats.number(report.quarantined())),
                new Total(language.say("tickets_net"), formats.number(report.tickets())),
                new Total(language.say("revenue_short"), formats.money(report.amount(), report.currency())));
    }

    private static List<ProblemGroup> fileProblems(Language language, RunReport report) {
        return grouped(
                language,
                report.problems().stream()
                        .filter(problem -> problem.severity() != Problem.Severity.QUARANTINES_ROW)
                        .toList(),
                Map.of());
    }

    private static List<ProblemGroup> rowProblems(Language language, RunReport report) {
        Map<String, Long> counts = new LinkedHashMap<>();
        report.byProblem().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return grouped(
                language,
                report.problems().stream()
                        .filter(problem -> problem.severity() == Problem.Severity.QUARANTINES_ROW)
                        .toList(),
                counts);
    }

    /** Problems of a proof or a report by code; those counted come first, in the order of the counts. */
    static List<ProblemGroup> grouped(Language language, List<Problem> problems, Map<String, Long> counts) {
        Map<String, List<Problem>> byCode = new LinkedHashMap<>();
        counts.keySet().forEach(code -> byCode.put(code, new ArrayList<>()));
        problems.forEach(problem -> byCode.computeIfAbsent(problem.code(), code -> new ArrayList<>())
                .add(problem));
        List<ProblemGroup> groups = new ArrayList<>();
        byCode.forEach((code, found) -> groups.add(group(language, code, found, counts.get(code))));
        return groups;
    }

    private static ProblemGroup group(Language language, String code, List<Problem> found, @Nullable Long count) {
        Sentences sentences = Sentences.in(language.locale());
        List<String> arguments = found.isEmpty() ? List.of() : inWords(language, found.get(0));
        boolean stops = found.stream().anyMatch(problem -> problem.severity() == Problem.Severity.STOPS_RUN);
        return new ProblemGroup(
                code,
                whole(sentences.sentence(code, arguments)),
                whole(sentences.mend(code, arguments)),
                count == null ? null : language.count("rows", count),
                stops,
                found.stream()
                        .filter(problem -> problem.place().line() > 0)
                        .limit(SAMPLES_SHOWN)
                        .map(problem -> sample(language, problem))
                        .toList());
    }

    /** Columns that a recipe lacks, by the words that the next step has for them. */
    private static List<String> inWords(Language language, Problem problem) {
        List<String> arguments = problem.arguments();
        return problem.code().equals("columns-missing") && arguments.size() == 2
                ? List.of(
                        Labels.recipe(language, arguments.get(0)),
                        FIELD.matcher(arguments.get(1))
                                .replaceAll(
                                        name -> Matcher.quoteReplacement(ImportSteps.field(language, name.group()))))
                : arguments;
    }

    /** A sentence of many problems has no arguments of its own; in a list of rows it stands alone, so it begins like one. */
    static String whole(String sentence) {
        String told = sentence.replaceAll("\\{\\d+}", "…");
        return told.isEmpty() ? told : Character.toUpperCase(told.charAt(0)) + told.substring(1);
    }

    private static Sample sample(Language language, Problem problem) {
        return new Sample(
                language.formats().number(problem.place().line()),
                problem.place().column() == null ? "" : problem.place().column(),
                problem.place().value() == null ? "" : problem.place().value());
    }

    private static Difference difference(Language language, TotalDifference found, String currency) {
        PerformanceTotal performance = found.performance();
        return new Difference(
                performance == null ? language.say("whole_file") : performance.title() + when(language, performance),
                number(language, found.expectedTickets()),
                number(language, found.takenTickets()),
                money(language, found.expectedAmount(), currency),
                money(language, found.takenAmount(), currency));
    }

    private static String when(Language language, PerformanceTotal performance) {
        return performance.startsAt() == null
                ? ""
                : ", " + language.formats().day(performance.startsAt().toLocalDate()) + " "
                        + language.formats().time(performance.startsAt());
    }

    private static PerformanceSum sum(Language language, PerformanceTotal sum, String currency) {
        String when = when(language, sum);
        return new PerformanceSum(
                sum.title(),
                when.isEmpty() ? "" : when.substring(2),
                language.formats().number(sum.tickets()),
                language.formats().money(sum.amount(), currency));
    }

    private static Word word(Language language, ValueProof word) {
        return new Word(
                language.sayOr(word.field(), "field_" + word.field()),
                word.label(),
                language.formats().number(word.rows()));
    }

    private static String number(Language language, @Nullable Long value) {
        return value == null ? "–" : language.formats().number(value);
    }

    private static String money(Language language, @Nullable Long value, String currency) {
        return value == null ? "–" : language.formats().money(value, currency);
    }
}
