package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.insight.Surveys.Batch;
import org.foyer.hub.insight.Surveys.Fault;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** Composes the page of one survey. */
final class SurveyTold {

    private final Language language;
    private final House house;
    private final Survey survey;
    private final SurveyBank bank;
    private final LocalDate today;
    private final String world;

    /** @param world address under which the world knows the node */
    SurveyTold(Language language, House house, Survey survey, SurveyBank bank, LocalDate today, String world) {
        this.language = language;
        this.house = house;
        this.survey = survey;
        this.bank = bank;
        this.today = today;
        this.world = world;
    }

    private String base() {
        return "/h/" + house.slug() + "/surveys/" + survey.slug();
    }

    SurveyView view(
            SurveySheet sheet,
            SurveyView.@Nullable Peers peers,
            boolean editor,
            boolean steward,
            SurveyView.@Nullable Paper paper) {
        SurveyPanels panels = new SurveyPanels(language, bank, sheet);
        Survey.State state = survey.state(today);
        boolean enough = sheet.counted() >= SurveySheet.ANSWERS_MIN;
        String address = world + "/s/" + survey.address();
        return new SurveyView(
                survey.title(language.code()),
                base(),
                lead(sheet, state),
                address,
                state != Survey.State.ENDED,
                editor,
                steward,
                steward && survey.tablet() != null ? address + "?tablet=" + survey.tablet() : null,
                enough ? null : language.say("survey_waiting", SurveySheet.ANSWERS_MIN),
                enough ? panels.weighted() : List.of(),
                panels.margins(),
                enough ? panels.panels() : List.of(),
                panels.quarters().orElse(null),
                peers,
                base() + "/results.csv",
                paper);
    }

    private String lead(SurveySheet sheet, Survey.State state) {
        String told = SurveysView.state(language, state) + ", " + SurveysView.days(language, survey) + ". "
                + language.count("survey_answers", sheet.answers());
        long waiting = sheet.answers() - sheet.counted();
        String ways = String.join(
                ", ",
                sheet.ways().stream()
                        .map(way -> language.say("survey_way_" + Labels.underscored(way.code())) + " "
                                + language.formats().number(way.people()))
                        .toList());
        return told
                + (ways.isEmpty() ? "" : " (" + ways + ")")
                + (waiting == 0 ? "." : ", " + language.count("survey_not_counted_yet", waiting) + ".");
    }

    SurveyView.Paper paper(List<Batch> batches, List<Fault> faults, @Nullable String taken) {
        Sentences sentences = Sentences.in(language.locale());
        return new SurveyView.Paper(
                base() + "/paper",
                base() + "/template.csv",
                today.toString(),
                batches.stream()
                        .map(batch -> new SurveyView.Batch(batch.number(), told(batch), batch.undone() == null))
                        .toList(),
                faults.stream()
                        .map(fault -> new SurveyView.Fault(
                                place(fault),
                                sentences.sentence(fault.code(), fault.arguments()),
                                sentences.mend(fault.code(), fault.arguments())))
                        .toList(),
                taken != null && taken.matches("\\d{1,5}")
                        ? language.count("survey_paper_taken", Long.parseLong(taken))
                        : null);
    }

    private String told(Batch batch) {
        String told = language.say(
                "survey_batch",
                Integer.toString(batch.number()),
                language.formats().moment(batch.at(), house.zone()),
                batch.by(),
                language.count("survey_answers", batch.answers()));
        return batch.undone() == null ? told : told + " " + language.say("survey_batch_undone");
    }

    private String place(Fault fault) {
        if (fault.line() == 0) {
            return "";
        }
        return fault.field().isEmpty()
                ? language.say("survey_line", Integer.toString(fault.line()))
                : language.say("survey_line_column", Integer.toString(fault.line()), fault.field());
    }
}
