package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.site.internal.api.SurveyDesk.Wishing;
import org.jspecify.annotations.Nullable;

/**
 * The surveys of a house, and the form for another.
 *
 * @param form null for whoever may not make one
 * @param core titles of the questions that every survey asks
 */
public record SurveysView(
        String base,
        List<Item> surveys,
        String core,
        @Nullable Form form) {

    /** @param tone {@code good}, {@code warn} or empty */
    public record Item(String title, String href, String state, String tone, String days, String answers) {}

    /** What was typed, and what is wrong with it. */
    public record Form(
            String titleFr,
            String titleEn,
            String opens,
            String closes,
            int titleMax,
            List<ConsentForm.Box> optional,
            List<ConsentsView.Fault> faults) {}

    static SurveysView of(
            Language language,
            String base,
            List<Survey> surveys,
            SurveyBank bank,
            LocalDate today,
            ToLongFunction<Survey> answers,
            @Nullable Form form) {
        return new SurveysView(
                base,
                surveys.stream()
                        .map(survey -> item(language, base, survey, today, answers.applyAsLong(survey)))
                        .toList(),
                String.join(
                        ", ",
                        bank.core().stream()
                                .map(question -> question.title().in(language.code()))
                                .toList()),
                form);
    }

    private static Item item(Language language, String base, Survey survey, LocalDate today, long answers) {
        Survey.State state = survey.state(today);
        return new Item(
                survey.title(language.code()),
                base + "/surveys/" + survey.slug(),
                state(language, state),
                state == Survey.State.OPEN ? "good" : state == Survey.State.AHEAD ? "warn" : "",
                days(language, survey),
                language.count("survey_answers", answers));
    }

    static String state(Language language, Survey.State state) {
        return language.say("survey_state_" + state.name().toLowerCase(java.util.Locale.ROOT));
    }

    static String days(Language language, Survey survey) {
        String opens = language.formats().day(survey.opens());
        LocalDate last = survey.ended() == null ? survey.closes() : survey.ended();
        return last == null
                ? language.say("survey_since", opens)
                : language.say("survey_from_to", opens, language.formats().day(last));
    }

    static Form form(Language language, SurveyBank bank, Wishing typed, List<ConsentsView.Fault> faults) {
        List<String> chosen = typed.optional() == null ? List.of() : typed.optional();
        return new Form(
                text(typed.titleFr()),
                text(typed.titleEn()),
                text(typed.opens()),
                text(typed.closes()),
                Surveys.TITLE_CHARACTERS_MAX,
                bank.optional().stream()
                        .map(question -> new ConsentForm.Box(
                                question.id(), question.asks().in(language.code()), chosen.contains(question.id())))
                        .toList(),
                faults);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
