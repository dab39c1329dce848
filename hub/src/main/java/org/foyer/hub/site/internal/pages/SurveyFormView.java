package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveyBank.Code;
import org.foyer.hub.insight.SurveyBank.Kind;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * The public page of a survey, with what was chosen when it was refused.
 *
 * @param tablet key of the tablet; empty on a phone
 * @param languages with their addresses
 * @param problem what is wrong, null when nothing is
 */
public record SurveyFormView(
        String title,
        String house,
        boolean simulated,
        String action,
        String ticket,
        String tablet,
        List<Frame.Link> languages,
        List<Question> questions,
        @Nullable Problem problem) {

    /** What is wrong with what was sent. */
    public record Problem(String sentence, String mend) {}

    /**
     * A question.
     *
     * @param type of its boxes: {@code radio} or {@code checkbox}
     * @param scale whether its choices stand beside each other
     * @param home whether it asks for a country and a postcode
     * @param postcode as it was typed
     */
    public record Question(
            String id,
            int number,
            String asks,
            String type,
            boolean scale,
            boolean several,
            List<Choice> choices,
            boolean home,
            String postcode) {}

    /** What can be chosen. */
    public record Choice(String id, String text, boolean chosen) {}

    /** The page after an answer, or instead of a survey. @param next address of the next answer, null when there is none */
    public record Said(
            String title,
            String house,
            boolean simulated,
            boolean tablet,
            List<String> sentences,
            @Nullable String next,
            int seconds) {}

    static SurveyFormView of(
            Language language,
            House house,
            Survey survey,
            SurveyBank bank,
            String ticket,
            String tablet,
            Map<String, List<String>> said,
            @Nullable Problem problem) {
        String action = "/s/" + survey.address();
        List<Question> questions = new ArrayList<>();
        for (SurveyBank.Question question : bank.asked(survey.optional())) {
            questions.add(question(language, bank, question, questions.size() + 1, said));
        }
        String kept = tablet.isEmpty() ? "" : "&tablet=" + tablet;
        return new SurveyFormView(
                survey.title(language.code()),
                house.name(),
                house.simulated(),
                action,
                ticket,
                tablet,
                Language.ALL.stream()
                        .map(one -> new Frame.Link(
                                one.say("language_name"), action + "?language=" + one.code() + kept, one == language))
                        .toList(),
                questions,
                problem);
    }

    private static Question question(
            Language language,
            SurveyBank bank,
            SurveyBank.Question question,
            int number,
            Map<String, List<String>> said) {
        boolean residence = question.kind() == Kind.RESIDENCE;
        String field = residence ? "country" : question.id();
        // nothing is chosen beforehand: what a reader leaves alone must not count as said
        List<String> chosen = said.getOrDefault(field, List.of());
        List<Choice> choices = new ArrayList<>();
        for (Code code : residence ? bank.countries() : question.codes()) {
            choices.add(new Choice(code.id(), code.title().in(language.code()), chosen.contains(code.id())));
        }
        choices.add(new Choice(
                SurveyBank.NO_ANSWER, language.say("survey_no_answer"), chosen.contains(SurveyBank.NO_ANSWER)));
        boolean several = question.kind() == Kind.MULTIPLE;
        return new Question(
                question.id(),
                number,
                question.asks().in(language.code()),
                several ? "checkbox" : "radio",
                question.kind() == Kind.SCALE,
                several,
                choices,
                residence,
                said.getOrDefault("postcode", List.of()).stream().findFirst().orElse(""));
    }
}
