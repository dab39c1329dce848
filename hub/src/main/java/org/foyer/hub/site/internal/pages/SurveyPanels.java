package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveyBank.Code;
import org.foyer.hub.insight.SurveyBank.Kind;
import org.foyer.hub.insight.SurveyBank.Question;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.insight.SurveySheet.Mean;
import org.foyer.hub.insight.SurveySheet.Result;
import org.foyer.hub.insight.SurveySheet.Share;

/** Tells the results of a survey in words, bars and tables. */
final class SurveyPanels {

    private static final String AREA = "area";

    private final Language language;
    private final SurveyBank bank;
    private final List<Question> asked;
    private final SurveySheet sheet;

    SurveyPanels(Language language, SurveyBank bank, SurveySheet sheet) {
        this.language = language;
        this.bank = bank;
        this.asked = bank.asked(sheet.survey().optional());
        this.sheet = sheet;
    }

    List<SurveyView.Panel> panels() {
        return sheet.questions().stream().map(this::panel).toList();
    }

    private SurveyView.Panel panel(Result result) {
        Optional<Question> question = SurveyBank.find(asked, result.question());
        String title = title(result.question());
        String asks = question.map(one -> one.asks().in(language.code())).orElse("");
        Long answered = result.answered();
        if (answered == null) {
            String few = language.say("survey_too_few", SurveySheet.ANSWERS_MIN);
            return new SurveyView.Panel(result.question(), title, asks, few, null, List.of());
        }
        Long silent = result.silent();
        return new SurveyView.Panel(
                result.question(),
                title,
                asks,
                finding(result, answered, question.map(Question::kind).orElse(Kind.SINGLE)),
                silent == null || silent == 0 ? null : language.count("survey_silent", silent),
                rows(result));
    }

    /** The short title of a question. */
    String title(String question) {
        return question.equals(AREA)
                ? language.say("survey_area")
                : SurveyBank.find(asked, question)
                        .map(one -> one.title().in(language.code()))
                        .orElse(question);
    }

    private String finding(Result result, long answered, Kind kind) {
        Mean mean = result.mean();
        if (mean != null) {
            String most = kind == Kind.SCALE ? "10" : "5";
            return language.count(
                    "survey_mean",
                    answered,
                    decimal(mean.weighted()),
                    most,
                    decimal(mean.low()),
                    decimal(mean.high()),
                    decimal(mean.plain()));
        }
        Optional<Share> most = result.shares().stream()
                .filter(share -> !share.code().equals(SurveySheet.SMALL))
                .max(Comparator.comparingDouble(Share::weighted));
        return most.map(share -> language.count(
                        kind == Kind.MULTIPLE ? "survey_most_of_several" : "survey_most",
                        answered,
                        label(result.question(), share.code()),
                        percent(share.weighted()),
                        percent(share.low()),
                        percent(share.high())))
                .orElseGet(() -> language.count("survey_answers", answered) + ".");
    }

    private String decimal(double value) {
        return language.formats().decimal(value);
    }

    private String percent(double share) {
        return language.formats().wholePercent(share);
    }

    private List<SurveyView.Row> rows(Result result) {
        double longest = result.shares().stream().mapToDouble(Share::high).max().orElse(1);
        List<SurveyView.Row> rows = new ArrayList<>();
        for (Share share : result.shares()) {
            rows.add(new SurveyView.Row(
                    label(result.question(), share.code()),
                    percent(share.weighted()),
                    language.say("survey_interval", percent(share.low()), percent(share.high())),
                    percent(share.plain()),
                    language.formats().number(share.people()),
                    Bars.width(share.weighted(), longest),
                    Bars.width(share.low(), longest),
                    Bars.width(share.high(), longest),
                    share.code().equals(SurveySheet.SMALL)));
        }
        return rows;
    }

    /** The words of a code. */
    String label(String question, String code) {
        if (code.equals(SurveySheet.SMALL)) {
            return Labels.kind(language, code);
        }
        if (question.equals(AREA)) {
            return find(bank.countries(), code.toUpperCase(java.util.Locale.ROOT))
                    .orElseGet(() -> language.say("survey_department", code));
        }
        return SurveyBank.find(asked, question)
                .flatMap(one -> find(one.codes(), code))
                .orElse(code);
    }

    private Optional<String> find(List<Code> codes, String id) {
        return codes.stream()
                .filter(code -> code.id().equals(id))
                .map(code -> code.title().in(language.code()))
                .findFirst();
    }

    /** What the answers were weighted to. */
    List<SurveyView.Margin> margins() {
        return sheet.weighting().margins().stream()
                .map(margin -> new SurveyView.Margin(
                        title(margin.question()),
                        margin.cells().stream()
                                .map(cell -> new SurveyView.MarginRow(
                                        String.join(
                                                " + ",
                                                cell.codes().stream()
                                                        .map(code -> label(margin.question(), code))
                                                        .toList()),
                                        percent(cell.target()),
                                        percent(cell.before()),
                                        percent(cell.after())))
                                .toList()))
                .toList();
    }

    /** How they were weighted, or why they were not. */
    List<String> weighted() {
        SurveySheet.Weighting weighting = sheet.weighting();
        List<String> told = new ArrayList<>();
        if (weighting.why() != null) {
            told.add(language.say("survey_unweighted_" + Labels.underscored(weighting.why())));
            return told;
        }
        String names = String.join(
                ", ",
                weighting.margins().stream()
                        .map(margin -> title(margin.question()))
                        .toList());
        String season = weighting.season() == null ? "" : language.formats().season(weighting.season());
        told.add(language.say("survey_weighted", season, names));
        told.add(language.say(
                "survey_effective",
                language.formats().number(sheet.counted()),
                language.formats().number(Math.round(weighting.effective())),
                language.formats().decimal(weighting.design())));
        if (weighting.off() >= 0.005) {
            told.add(language.say("survey_off", language.formats().percent(weighting.off())));
        }
        weighting
                .left()
                .forEach(left -> told.add(
                        language.say("survey_left_" + Labels.underscored(left.why()), title(left.question()))));
        return told;
    }

    /** Satisfaction quarter by quarter; empty with fewer than two quarters. */
    Optional<SurveyView.Quarters> quarters() {
        List<SurveySheet.Quarter> told = sheet.quarters().stream()
                .filter(quarter -> quarter.overall() != null)
                .toList();
        if (told.size() < 2) {
            return Optional.empty();
        }
        List<SurveyView.QuarterRow> rows = new ArrayList<>();
        for (SurveySheet.Quarter quarter : told) {
            Mean mean = quarter.overall();
            if (mean != null) {
                rows.add(new SurveyView.QuarterRow(
                        language.formats().quarter(quarter.from()),
                        language.formats().number(quarter.answers()),
                        decimal(mean.weighted()),
                        language.say("survey_interval", decimal(mean.low()), decimal(mean.high()))));
            }
        }
        SurveyView.QuarterRow first = rows.get(0);
        SurveyView.QuarterRow last = rows.get(rows.size() - 1);
        return Optional.of(new SurveyView.Quarters(
                language.say("survey_quarters_finding", first.mean(), first.label(), last.mean(), last.label()), rows));
    }

    /** Every share as a table. */
    List<List<String>> csv() {
        List<List<String>> rows = new ArrayList<>();
        for (Result result : sheet.questions()) {
            for (Share share : result.shares()) {
                rows.add(List.of(
                        result.question(),
                        share.code(),
                        label(result.question(), share.code()),
                        Long.toString(share.people()),
                        decimals(share.plain()),
                        decimals(share.weighted()),
                        decimals(share.low()),
                        decimals(share.high())));
            }
        }
        return rows;
    }

    private static String decimals(double share) {
        return String.format(java.util.Locale.ROOT, "%.4f", share);
    }
}
