package org.foyer.hub.insight.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.insight.SurveySheet.Result;
import org.foyer.hub.insight.SurveySheet.Share;
import org.foyer.hub.insight.Surveys.Fault;
import org.foyer.hub.insight.Surveys.Made;
import org.foyer.hub.insight.Surveys.Paper;
import org.foyer.hub.insight.Surveys.Taken;
import org.foyer.hub.insight.Surveys.Wish;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.Test;

/** What surveys must do on every register. Now is 2 March 2026, 10:00 UTC; the house is in Angers. */
abstract class SurveysContract extends SurveyPapersContract {

    @Test
    void aSurveyHasANameForAddressesAndAPageThatCannotBeGuessed() {
        Survey made = survey("price", "gender");
        assertThat(made.slug()).isEqualTo("saison-d-hiver");
        assertThat(made.titleEn()).isEqualTo("Saison d’hiver");
        assertThat(made.optional()).containsExactly("price", "gender");
        assertThat(made.address()).hasSize(22);
        assertThat(surveys.byAddress(made.address())).contains(made);
        assertThat(surveys.byAddress("nothing")).isEmpty();
        assertThat(surveys.find(house.id(), "saison-d-hiver")).contains(made);
        assertThat(surveys.of(house.id())).containsExactly(made);
        assertThat(audit.lines(house.id(), 0, 10))
                .extracting(Audit.Line::action)
                .containsExactly("survey-made");
    }

    @Test
    void whatIsWrongWithAWishIsToldAllAtOnce() {
        survey();
        Made refused = surveys.make(
                house, new Wish("Saison", " ", "", List.of("magic"), day("2026-03-02"), day("2026-03-01")), LEA);
        assertThat(refused.survey()).isNull();
        assertThat(refused.faults())
                .extracting(Fault::field, Fault::code)
                .containsExactly(
                        tuple("title", "survey-title"),
                        tuple("slug", "survey-slug"),
                        tuple("optional", "survey-optional"),
                        tuple("closes", "survey-days"));
        assertThat(surveys.make(house, new Wish(null, "Saison d’hiver", null, List.of(), null, null), LEA)
                        .faults())
                .extracting(Fault::code)
                .containsExactly("survey-slug-taken");
    }

    @Test
    void onlyCodesOfQuestionsThatAreAskedAreKept() {
        Survey survey = survey();
        assertThat(answer(
                        survey, "visit", "first", "heard", "press", "heard", "poster", "price", "good", "name", "Ada"))
                .isEqualTo(Taken.KEPT);
        assertThat(answer(survey, "visit", "yesterday")).isEqualTo(Taken.UNREADABLE);
        assertThat(answer(survey, "visit", "first", "visit", "year")).isEqualTo(Taken.UNREADABLE);
        assertThat(answer(survey, "price", "good")).isEqualTo(Taken.UNREADABLE);
        assertThat(answer(survey)).isEqualTo(Taken.UNREADABLE);
        assertThat(rows()).containsExactly("2026-03-02 phone fr visit=first;heard=press+poster");
    }

    @Test
    void ofThePostcodeOnlyTheDistanceAndTheAreaAreKept() {
        Survey survey = survey();
        assertThat(answer(survey, "country", "FR", "postcode", "49 000")).isEqualTo(Taken.KEPT);
        assertThat(answer(survey, "country", "", "postcode", "75011")).isEqualTo(Taken.KEPT);
        assertThat(answer(survey, "country", "GB", "postcode", "SW1A 1AA")).isEqualTo(Taken.KEPT);
        assertThat(answer(survey, "country", "FR", "postcode", "")).isEqualTo(Taken.KEPT);
        assertThat(answer(survey, "country", "no-answer", "postcode", "49000")).isEqualTo(Taken.KEPT);
        assertThat(answer(survey, "country", "FR", "postcode", "4900")).isEqualTo(Taken.POSTCODE);
        assertThat(answer(survey, "country", "", "postcode", "<b>")).isEqualTo(Taken.POSTCODE);
        assertThat(rows())
                .map(row -> row.substring("2026-03-02 phone fr ".length()))
                .containsExactlyInAnyOrder(
                        "residence=km-5;area=49",
                        "residence=km-over-100;area=75",
                        "residence=abroad;area=gb",
                        "residence=same-country;area=fr",
                        "residence=no-answer");
    }

    @Test
    void aSurveyTakesAnswersFromItsFirstDayUntilItEnds() {
        Survey ahead = surveys.make(
                        house, new Wish("soon", "Soon", null, List.of(), day("2026-03-03"), day("2026-03-03")), LEA)
                .survey();
        assertThat(answer(ahead, "visit", "first")).isEqualTo(Taken.CLOSED);
        tomorrow();
        assertThat(answer(ahead, "visit", "first")).isEqualTo(Taken.KEPT);
        tomorrow();
        assertThat(answer(ahead, "visit", "first")).isEqualTo(Taken.CLOSED);
        Survey endless = survey();
        assertThat(answer(endless, "visit", "first")).isEqualTo(Taken.KEPT);
        surveys.end(house, endless, LEA);
        assertThat(answer(endless, "visit", "first")).isEqualTo(Taken.CLOSED);
        assertThat(surveys.answers(endless)).isOne();
    }

    @Test
    void aNewKeyOfTheTabletMakesTheOldOneWorthNothing() {
        Survey survey = survey();
        assertThat(survey.tablet()).isNull();
        Survey first = surveys.tablet(house, survey, LEA);
        Survey second = surveys.tablet(house, survey, LEA);
        assertThat(second.tablet()).hasSize(22).isNotEqualTo(first.tablet()).isNotEqualTo(second.address());
    }

    @Test
    void answersOfTodayAndTheLastFewAreNotToldYet() {
        Survey survey = survey();
        for (int i = 0; i < 20; i++) {
            answer(survey, "visit", "first");
        }
        assertThat(surveys.results(house, survey).counted()).isZero();
        tomorrow();
        assertThat(surveys.results(house, survey).counted()).isEqualTo(20);
        for (int i = 0; i < 4; i++) {
            answer(survey, "visit", "year");
        }
        tomorrow();
        SurveySheet sheet = surveys.results(house, survey);
        assertThat(sheet.answers()).isEqualTo(24);
        assertThat(sheet.counted()).isEqualTo(20);
        answer(survey, "visit", "year");
        tomorrow();
        assertThat(surveys.results(house, survey).counted()).isEqualTo(25);
    }

    @Test
    void groupsOfFewerThanFiveAreNotTold() {
        Survey survey = survey();
        String paper = "visit,heard,overall\n"
                + "first,press,9\n".repeat(12)
                + "year,press|poster,8\n".repeat(9)
                + "longer,poster,2\n".repeat(3)
                + ",,\n"
                + "no-answer,search,10\n".repeat(2);
        Paper taken = surveys.paper(house, survey, paper.getBytes(StandardCharsets.UTF_8), day("2026-02-10"), LEA);
        assertThat(taken.faults()).isEmpty();
        SurveySheet sheet = surveys.results(house, survey);
        Result visit = result(sheet, "visit");
        assertThat(visit.answered()).isEqualTo(24);
        assertThat(visit.silent()).isEqualTo(2);
        // three who came longer ago would come out by subtraction: those of the last year go with them
        assertThat(visit.shares())
                .extracting(Share::code, Share::people)
                .containsExactly(tuple("first", 12L), tuple("three-years", 0L), tuple("small-groups", 12L));
        assertThat(visit.shares().get(0).plain()).isEqualTo(0.5);
        // one may have heard in several ways: two who searched are too few, twelve who saw a poster are not
        assertThat(result(sheet, "heard").shares())
                .filteredOn(share -> share.people() > 0)
                .extracting(Share::code, Share::people)
                .containsExactly(tuple("press", 21L), tuple("poster", 12L));
        assertThat(result(sheet, "heard").shares()).extracting(Share::code).doesNotContain("search");
        // (12·9 + 9·8 + 3·2 + 2·10) / 26 = 206 / 26 = 7.92
        assertThat(result(sheet, "overall").mean().plain()).isEqualTo(7.9);
        assertThat(sheet.weighting().why()).isEqualTo("too-few-answers");
        assertThat(sheet.quarters()).isEmpty();
    }

    /** 150 answers from within 5 km and 50 from 30 to 100 km; of the buyers half live in each. */
    @Test
    void answersAreWeightedToTheKnownBuyers() {
        audience = Optional.of(new Audience() {
            @Override
            public AudienceSheet season(HouseId id, Season season, LocalDate asOf, AudienceBasis basis) {
                return knownBuyers(id, season, asOf, basis);
            }

            @Override
            public ExpectedPurchases expected(HouseId id, LocalDate asOf) {
                throw new UnsupportedOperationException("no survey is weighted to what is expected");
            }
        });
        Survey survey = survey();
        String paper = "overall,postcode\n" + "10,49100\n".repeat(150) + "6,44000\n".repeat(50);
        assertThat(surveys.paper(house, survey, paper.getBytes(StandardCharsets.UTF_8), day("2026-02-10"), LEA)
                        .faults())
                .isEmpty();
        SurveySheet sheet = surveys.results(house, survey);
        assertThat(sheet.weighting().why()).isNull();
        assertThat(sheet.weighting().season()).isEqualTo(new Season(2025));
        assertThat(sheet.weighting().margins()).hasSize(1);
        assertThat(sheet.weighting().margins().get(0).cells())
                .extracting(SurveySheet.Cell::target, SurveySheet.Cell::before)
                .containsExactly(tuple(0.5, 0.75), tuple(0.5, 0.25));
        assertThat(sheet.weighting().left())
                .extracting(SurveySheet.Left::question, SurveySheet.Left::why)
                .containsExactly(tuple("visit", "buyers-unknown"), tuple("age", "sealed"));
        // weights 2/3 and 2: Σw² = 150·4/9 + 50·4 = 266.67; 200² / 266.67 = 150
        assertThat(sheet.weighting().effective()).isCloseTo(150, within(1e-6));
        assertThat(sheet.weighting().design()).isCloseTo(4.0 / 3, within(1e-6));
        Result overall = result(sheet, "overall");
        assertThat(overall.mean().plain()).isEqualTo(9);
        assertThat(overall.mean().weighted()).isEqualTo(8);
        // variance 4 over 150 − 1: 1.976 · √(4/149) = 0.32
        assertThat(overall.mean().low()).isEqualTo(7.7);
        assertThat(overall.mean().high()).isEqualTo(8.3);
        Share ten = overall.shares().stream()
                .filter(share -> share.code().equals("10"))
                .findFirst()
                .orElseThrow();
        assertThat(ten.plain()).isEqualTo(0.75);
        assertThat(ten.weighted()).isCloseTo(0.5, within(1e-9));
        // Wilson of 0.5 on 150: half of (1 ± …): 0.4209 to 0.5791
        assertThat(ten.low()).isCloseTo(0.4209, within(1e-4));
        assertThat(ten.high()).isCloseTo(0.5791, within(1e-4));
        assertThat(sheet.quarters()).hasSize(1);
    }

    private AudienceSheet knownBuyers(HouseId id, Season season, LocalDate asOf, AudienceBasis basis) {
        List<Figure.Part> bands = List.of(
                new Figure.Part("km-5", 500, 0.49),
                new Figure.Part("km-10", 0, 0),
                new Figure.Part("km-30", 0, 0),
                new Figure.Part("km-100", 500, 0.49),
                new Figure.Part("km-over-100", 0, 0),
                new Figure.Part("small-groups", 20, 0.02));
        Figure first = new Figure("first-timers", 1, "ratio", null, List.of(), 0, 0.0, "buyers-unknown", List.of());
        return new AudienceSheet(
                id,
                season,
                asOf,
                basis,
                false,
                null,
                1020,
                null,
                List.of(first),
                new AudienceSheet.Crossover(0, List.of(), List.of(), 0),
                new AudienceSheet.Catchment(
                        asOf, 1020, 0, 20, List.of(), bands, null, null, AudienceSheet.Regions.NONE));
    }
}
