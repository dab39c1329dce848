package org.foyer.hub.insight.internal.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.SurveyBank.Code;
import org.foyer.hub.insight.SurveyBank.Kind;
import org.foyer.hub.insight.SurveyBank.Question;

/** The file of answers on paper to begin with: a header, and one row that can be read. */
final class PaperTemplate {

    private PaperTemplate() {}

    /** @param day of the row */
    static List<List<String>> of(List<Question> asked, LocalDate day) {
        List<String> header = new ArrayList<>(List.of(PaperReader.DAY));
        List<String> row = new ArrayList<>(List.of(day.toString()));
        for (Question question : asked) {
            if (question.kind() == Kind.RESIDENCE) {
                header.addAll(List.of(PaperReader.COUNTRY, PaperReader.POSTCODE));
                row.addAll(List.of("FR", "75011"));
            } else {
                header.add(question.id());
                List<String> ids = question.codes().stream().map(Code::id).toList();
                row.add(question.kind() == Kind.MULTIPLE ? ids.get(0) + "|" + ids.get(1) : ids.get(0));
            }
        }
        return List.of(header, row);
    }
}
