package org.foyer.hub.site.internal.cli;

import java.util.List;
import java.util.Locale;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.Money;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Problem;

/** A run's report as a person reads it in a terminal. */
final class ReportText {

    private static final int PROBLEMS_MAX = 20;

    private ReportText() {}

    static String of(RunReport report, Locale language) {
        Sentences sentences = Sentences.in(language);
        StringBuilder text = new StringBuilder();
        String number = report.run() == null ? "–" : report.run().toString();
        line(text, sentences, "report-run", number, state(report, sentences));
        line(
                text,
                sentences,
                "report-rows",
                whole(report.read(), language),
                whole(report.taken(), language),
                whole(report.unchanged(), language),
                whole(report.quarantined(), language));
        Money amount = new Money(report.amount(), java.util.Currency.getInstance(report.currency()));
        line(
                text,
                sentences,
                "report-totals",
                whole(report.tickets(), language),
                amount.amount().toPlainString() + " " + report.currency());
        report.byProblem()
                .forEach((code, rows) ->
                        text.append("  %,8d  %s%n".formatted(rows, sentences.sentence(code, List.of()))));
        if (!report.toClassify().isEmpty()) {
            line(
                    text,
                    sentences,
                    "report-classify",
                    Integer.toString(report.toClassify().size()));
        }
        if (!report.differences().isEmpty()) {
            line(
                    text,
                    sentences,
                    "report-differences",
                    Integer.toString(report.differences().size()));
        }
        report.problems().stream().limit(PROBLEMS_MAX).forEach(problem -> text.append(problem(problem, sentences)));
        return text.toString();
    }

    static int exitCode(RunReport report) {
        if (report.state() == RunState.FAILED) {
            return ExitCode.REFUSED;
        }
        return report.quarantined() > 0 || !report.differences().isEmpty() ? ExitCode.LOOK : ExitCode.OK;
    }

    private static String state(RunReport report, Sentences sentences) {
        String state = report.dryRun() ? "dry-run" : report.state().name().toLowerCase(Locale.ROOT);
        return sentences.sentence("report-state-" + state, List.of());
    }

    private static String problem(Problem problem, Sentences sentences) {
        String where = problem.place().line() > 0
                ? problem.place().file() + ":" + problem.place().line()
                : problem.place().file();
        String mend = sentences.mend(problem.code(), problem.arguments());
        return "  %s  %s%s%n"
                .formatted(
                        where,
                        sentences.sentence(problem.code(), problem.arguments()),
                        mend.isEmpty() ? "" : " – " + mend);
    }

    private static void line(StringBuilder text, Sentences sentences, String code, String... arguments) {
        text.append(sentences.sentence(code, List.of(arguments))).append(System.lineSeparator());
    }

    private static String whole(long number, Locale language) {
        return java.text.NumberFormat.getIntegerInstance(language).format(number);
    }
}
