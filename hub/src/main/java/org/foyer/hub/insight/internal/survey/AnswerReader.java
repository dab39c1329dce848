package org.foyer.hub.insight.internal.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveyBank.Kind;
import org.foyer.hub.insight.SurveyBank.Question;
import org.foyer.hub.insight.Surveys.Taken;
import org.foyer.hub.model.House;

/** Reads what a form sent: only codes of questions that are asked come through. */
final class AnswerReader {

    private AnswerReader() {}

    /**
     * What was read.
     *
     * @param taken {@link Taken#KEPT} when it can be kept
     */
    record Read(Map<String, List<String>> codes, Taken taken) {}

    static Read read(House house, List<Question> asked, Map<String, List<String>> said) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        for (Question question : asked) {
            if (question.kind() == Kind.RESIDENCE) {
                Optional<Map<String, List<String>>> home =
                        Home.codes(house, first(said, "country"), first(said, "postcode"));
                if (home.isEmpty()) {
                    return new Read(Map.of(), Taken.POSTCODE);
                }
                codes.putAll(home.get());
                continue;
            }
            List<String> ids = said.getOrDefault(question.id(), List.of()).stream()
                    .filter(id -> !id.isBlank())
                    .distinct()
                    .toList();
            if (!fits(question, ids)) {
                return new Read(Map.of(), Taken.UNREADABLE);
            }
            if (!ids.isEmpty()) {
                codes.put(question.id(), chosen(ids));
            }
        }
        return new Read(codes, codes.isEmpty() ? Taken.UNREADABLE : Taken.KEPT);
    }

    /** Whether these are codes of the question, and one where one is asked for. */
    static boolean fits(Question question, List<String> ids) {
        return ids.stream().allMatch(question::knows) && (question.kind() == Kind.MULTIPLE || ids.size() <= 1);
    }

    /** Who prefers not to say and says something all the same has said it. */
    static List<String> chosen(List<String> ids) {
        List<String> told =
                ids.stream().filter(id -> !id.equals(SurveyBank.NO_ANSWER)).toList();
        return told.isEmpty() ? List.of(SurveyBank.NO_ANSWER) : told;
    }

    private static String first(Map<String, List<String>> said, String field) {
        return said.getOrDefault(field, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }
}
