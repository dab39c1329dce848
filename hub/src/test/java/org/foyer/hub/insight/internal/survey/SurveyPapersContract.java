package org.foyer.hub.insight.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.insight.SurveySheet.Result;
import org.foyer.hub.insight.Surveys.Fault;
import org.foyer.hub.insight.Surveys.Paper;
import org.foyer.hub.insight.Surveys.Taken;
import org.foyer.hub.insight.Surveys.Way;
import org.foyer.hub.insight.Surveys.Wish;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from questionnaires on paper. */
abstract class SurveyPapersContract {

    static final Actor LEA = new Actor("lea", false, Map.of(), false);

    @TempDir
    Path kept;

    final MovingClock clock = new MovingClock();
    Register register;
    Audit audit;
    RegisterSurveys surveys;
    House house;
    Optional<Audience> audience = Optional.empty();

    abstract Register register();

    @BeforeEach
    void aHouse() {
        register = register();
        audit = new RegisterAudit(register, clock, new AuditEnd(kept.resolve("audit.end")));
        surveys = new RegisterSurveys(register, clock, new SecureRandom(), audit, () -> audience);
        house = new RegisterHouses(register, clock, new SecureRandom())
                .add(new House(
                        new HouseId(1),
                        "one",
                        "One",
                        Discipline.THEATRE,
                        400,
                        new PostalAddress(null, "49100", "Angers", null, "FR"),
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        false));
    }

    Survey survey(String... optional) {
        return surveys.make(
                        house, new Wish(null, "Saison d’hiver", null, List.of(optional), day("2026-01-01"), null), LEA)
                .survey();
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    Taken answer(Survey survey, String... said) {
        Map<String, List<String>> codes = new java.util.HashMap<>();
        for (int i = 0; i < said.length; i += 2) {
            codes.computeIfAbsent(said[i], question -> new ArrayList<>()).add(said[i + 1]);
        }
        return surveys.answer(house, survey, codes, Way.PHONE, "fr");
    }

    void tomorrow() {
        clock.advance(Duration.ofDays(1));
    }

    static Result result(SurveySheet sheet, String question) {
        return sheet.questions().stream()
                .filter(result -> result.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    List<String> rows() {
        return register.read(handle -> handle.createQuery(
                        "select day || ' ' || way || ' ' || language || ' ' || codes from survey_answer")
                .mapTo(String.class)
                .list());
    }

    @Test
    void everyFaultyCellOfAPaperIsToldAndNothingIsTaken() {
        Survey survey = survey();
        String paper = """
                jour;Dernière venue;Satisfaction de la venue;shoe;pays;code postal
                05/02/2026;Jamais – c’est ma première venue;9;42;France;49100
                2026-02-06;jamais;11;;Narnia;
                31/02/2026;first;8;;FR;4910
                2026-03-03;first;8;;;
                ;;;;;
                2026-02-07;;;;;
                """;
        Paper refused = surveys.paper(house, survey, paper.getBytes(Charset.forName("UTF-8")), day("2026-02-10"), LEA);
        assertThat(refused.batch()).isNull();
        assertThat(refused.faults())
                .extracting(Fault::line, Fault::field, Fault::code)
                .containsExactly(
                        tuple(1, "shoe", "survey-column-unknown"),
                        tuple(3, "visit", "survey-cell-unknown"),
                        tuple(3, "overall", "survey-cell-unknown"),
                        tuple(3, "country", "survey-cell-unknown"),
                        tuple(4, "postcode", "survey-postcode"),
                        tuple(4, "day", "survey-day"),
                        tuple(5, "day", "survey-day-out"),
                        tuple(7, "", "survey-row-empty"));
        assertThat(surveys.answers(survey)).isZero();
        assertThat(surveys.batches(survey)).isEmpty();
    }

    @Test
    void aPaperIsTakenOnceAndCanBeUndone() {
        Survey survey = survey();
        byte[] paper = "Âge;Motif de la venue;date\n25 à 34 ans;\"Les artistes|learn\";1/2/2026\n"
                .getBytes(Charset.forName("windows-1252"));
        Paper first = surveys.paper(house, survey, paper, day("2026-02-10"), LEA);
        assertThat(first.faults()).isEmpty();
        assertThat(first.batch().answers()).isOne();
        assertThat(rows()).containsExactly("2026-02-01 paper fr motive=artists+learn;age=25-34");
        assertThat(surveys.paper(house, survey, paper, day("2026-02-10"), LEA).faults())
                .extracting(Fault::code)
                .containsExactly("survey-paper-again");
        assertThat(surveys.undo(house, survey, 1, LEA)).isTrue();
        assertThat(surveys.undo(house, survey, 1, LEA)).isFalse();
        assertThat(rows()).isEmpty();
        assertThat(surveys.paper(house, survey, paper, day("2026-02-10"), LEA)
                        .batch()
                        .number())
                .isEqualTo(2);
        assertThat(surveys.batches(survey))
                .extracting(batch -> batch.undone() == null)
                .containsExactly(true, false);
    }

    @Test
    void theTemplateCanBeReadBack() {
        Survey survey = survey("price");
        StringBuilder csv = new StringBuilder();
        surveys.template(survey)
                .forEach(row -> csv.append(String.join(";", row)).append("\r\n"));
        Paper taken =
                surveys.paper(house, survey, csv.toString().getBytes(StandardCharsets.UTF_8), day("2026-02-10"), LEA);
        assertThat(taken.faults()).isEmpty();
        assertThat(taken.batch().answers()).isOne();
    }

    @Test
    void nothingOfAFileWithoutRowsOrWithTooManyIsTaken() {
        Survey survey = survey();
        for (String paper : List.of("", "visit\n", "\0\0\0", "visit\n" + "first\n".repeat(5_001))) {
            Paper refused =
                    surveys.paper(house, survey, paper.getBytes(StandardCharsets.UTF_8), day("2026-02-10"), LEA);
            assertThat(refused.batch()).isNull();
            assertThat(refused.faults()).hasSize(1);
        }
    }
}
