package org.foyer.hub.insight.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.DisclosureGate;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.SurveyComparison;
import org.foyer.hub.insight.SurveyComparison.Asked;
import org.foyer.hub.insight.SurveyComparison.Option;
import org.foyer.hub.insight.Surveys.Wish;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Now is 2 March 2026: answers from 1 March 2025 to 28 February 2026 count. */
class PeerSurveysTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final List<House> all = new ArrayList<>();
    private final List<Gate.Contribution> brought = new ArrayList<>();
    private Register register;
    private RegisterHouses houses;
    private RegisterSurveys surveys;
    private Gate gate;
    private PeerSurveys peers;

    /** Writes down what is brought to the true gate. */
    private final class Porter implements Gate {
        private final Gate door;

        Porter(Gate door) {
            this.door = door;
        }

        @Override
        public boolean takesPart(HouseId house, String purpose) {
            return door.takesPart(house, purpose);
        }

        @Override
        public void join(HouseId house, String purpose, Actor actor) {
            door.join(house, purpose, actor);
        }

        @Override
        public void leave(HouseId house, String purpose, Actor actor) {
            door.leave(house, purpose, actor);
        }

        @Override
        public List<SafeFigure> compare(
                Actor actor,
                HouseId asker,
                Season season,
                Partition partition,
                List<Question> questions,
                Contributions contributions) {
            return door.compare(actor, asker, season, partition, questions, ids -> {
                List<Contribution> given = contributions.of(ids);
                brought.addAll(given);
                return given;
            });
        }
    }

    @BeforeEach
    void sevenHousesThatTakePart() {
        register = EmptyStores.register(folder.resolve("register.db"));
        houses = new RegisterHouses(register, CLOCK, new SecureRandom());
        RegisterAudit audit = new RegisterAudit(register, CLOCK, new AuditEnd(folder.resolve("audit.end")));
        gate = new Porter(new DisclosureGate(register, CLOCK, new SecureRandom(), houses, audit));
        surveys = new RegisterSurveys(register, CLOCK, new SecureRandom(), audit, Optional::empty);
        peers = new PeerSurveys(gate, register, houses, CLOCK, Optional::empty);
        for (int i = 0; i < 7; i++) {
            house("house-" + i, false);
        }
    }

    private House house(String slug, boolean simulated) {
        House house = houses.add(new House(
                new HouseId(1),
                slug,
                slug,
                Discipline.THEATRE,
                400,
                new PostalAddress(null, "49100", "Angers", null, "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                simulated));
        all.add(house);
        gate.join(house.id(), Gate.COMPARISON, LEA);
        return house;
    }

    private Survey survey(House house, String title) {
        return surveys.make(house, new Wish(null, title, null, List.of(), LocalDate.parse("2024-01-01"), null), LEA)
                .survey();
    }

    /** Papers of one day: some came alone and were content (8), the others with friends and were not (6); all heard by poster, the first by press too. */
    private void papers(House house, Survey survey, String day, int alone, int friends) {
        String rows = (day + ",alone,poster|press,8,good\n").repeat(alone)
                + (day + ",friends,poster,6,fair\n").repeat(friends);
        byte[] csv = ("day,company,heard,overall,show\n" + rows).getBytes(StandardCharsets.UTF_8);
        assertThat(surveys.paper(house, survey, csv, LocalDate.parse("2026-03-01"), LEA)
                        .batch())
                .isNotNull();
    }

    /** House i: 20 · (i + 1) of 200 came alone. */
    private void sixHousesAnswered() {
        for (int i = 0; i < 6; i++) {
            papers(all.get(i), survey(all.get(i), "Toujours"), "2025-06-10", 20 * (i + 1), 200 - 20 * (i + 1));
        }
    }

    private SurveyComparison compare(int house) {
        return peers.compare(LEA, all.get(house));
    }

    private static Asked asked(SurveyComparison comparison, String question) {
        return comparison.questions().stream()
                .filter(one -> one.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private static Option option(SurveyComparison comparison, String question, String code) {
        return asked(comparison, question).options().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private double brought(House house, String indicator) {
        return brought.stream()
                .filter(one -> one.house().equals(house.id()) && one.indicator().equals(indicator))
                .mapToDouble(Gate.Contribution::value)
                .findFirst()
                .orElse(-1);
    }

    @Test
    void quartilesOfSixHousesStandBesideTheOwnShareWithItsInterval() {
        sixHousesAnswered();
        SurveyComparison comparison = compare(5);
        assertThat(comparison.from()).isEqualTo(LocalDate.parse("2025-03-01"));
        assertThat(comparison.to()).isEqualTo(LocalDate.parse("2026-02-28"));
        assertThat(comparison.answers()).isEqualTo(200);
        assertThat(asked(comparison, "company").peers()).isEqualTo(5);
        Option alone = option(comparison, "company", "alone");
        assertThat(alone.own()).isNotNull();
        assertThat(alone.own().value()).isEqualTo(0.6);
        assertThat(alone.own().low()).isCloseTo(0.531, within(0.001)); // Wilson, 120 of 200
        assertThat(alone.own().high()).isCloseTo(0.665, within(0.001));
        // of 10 20 30 40 50 60 %, each moved by ten points at most, and rounded
        assertThat(alone.lowerQuartile()).isCloseTo(0.225, within(0.105));
        assertThat(alone.median()).isCloseTo(0.35, within(0.105));
        assertThat(alone.upperQuartile()).isCloseTo(0.475, within(0.105));
        assertThat(option(compare(0), "company", "alone").median()).isEqualTo(alone.median());
    }

    @Test
    void positionsNeedAnIntervalThatLiesOutside() {
        sixHousesAnswered();
        SurveyComparison lowest = compare(0);
        Option alone = option(lowest, "company", "alone");
        assertThat(alone.position()).isIn("below", "middle");
        assertThat(alone.position()).isEqualTo(alone.own().high() < alone.lowerQuartile() ? "below" : "middle");
        assertThat(option(compare(2), "company", "alone").position()).isEqualTo("middle");
    }

    @Test
    void eachHouseBringsAllSharesOfAQuestionAndItsMeanAndNothingElse() {
        sixHousesAnswered();
        compare(0);
        House second = all.get(1);
        assertThat(brought(second, "survey.company.alone")).isCloseTo(0.2, within(1e-9));
        assertThat(brought(second, "survey.company.friends")).isCloseTo(0.8, within(1e-9));
        assertThat(brought(second, "survey.company.group")).isZero();
        assertThat(brought(second, "survey.heard.poster")).isCloseTo(1, within(1e-9));
        assertThat(brought(second, "survey.heard.press")).isCloseTo(0.2, within(1e-9));
        assertThat(brought(second, "survey.overall.mean")).isCloseTo(0.64, within(1e-9)); // 40 eights and 160 sixes
        assertThat(brought(second, "survey.show.mean"))
                .isCloseTo(0.55, within(1e-9)); // 40 fours and 160 threes: 3.2 on a scale of 1 to 5
        assertThat(brought(second, "survey.age.18-24")).isEqualTo(-1); // nobody said
        assertThat(brought).allMatch(one -> one.mass() == 200);
        assertThat(brought.stream()
                        .filter(one -> one.house().equals(second.id())
                                && one.indicator().startsWith("survey.company")))
                .hasSize(6);
    }

    @Test
    void meansComeBackOnTheirOwnScale() {
        sixHousesAnswered();
        Option overall = option(compare(1), "overall", SurveyComparison.MEAN);
        assertThat(overall.own()).isNotNull();
        assertThat(overall.own().value()).isEqualTo(6.4);
        assertThat(overall.median()).isBetween(6.7 - 0.5 - 0.1, 6.7 + 0.5 + 0.1); // of 6.2 6.4 … 7.2
        assertThat(asked(compare(1), "show").top()).isEqualTo(5);
    }

    @Test
    void aQuestionNobodyAnsweredIsWithheldAndTheOthersShown() {
        sixHousesAnswered();
        Asked age = asked(compare(0), "age");
        assertThat(age.withheld()).isEqualTo("too-few-houses");
        assertThat(age.peers()).isZero();
        assertThat(age.options()).allMatch(option -> option.own() == null && option.median() == null);
    }

    @Test
    void whoHasNoSurveySeesThePeersAndNothingOfItsOwn() {
        sixHousesAnswered();
        Option alone = option(compare(6), "company", "alone");
        assertThat(alone.own()).isNull();
        assertThat(alone.position()).isNull();
        assertThat(asked(compare(6), "company").peers()).isEqualTo(6);
    }

    @Test
    void fiveHousesWithAHundredAnswersAreTooFew() {
        for (int i = 0; i < 5; i++) {
            papers(all.get(i), survey(all.get(i), "Toujours"), "2025-06-10", 50, 50);
        }
        papers(all.get(5), survey(all.get(5), "Toujours"), "2025-06-10", 50, 49);
        SurveyComparison comparison = compare(0);
        assertThat(asked(comparison, "company").withheld()).isEqualTo("too-few-houses");
        assertThat(option(comparison, "company", "alone").own()).isNotNull();
        assertThat(brought(all.get(5), "survey.company.alone")).isEqualTo(-1);
    }

    @Test
    void aHouseThatLeftCountsNoMoreFromTheNextMonth() {
        sixHousesAnswered();
        gate.leave(all.get(5).id(), Gate.COMPARISON, LEA);
        assertThat(asked(compare(0), "company").withheld()).isEqualTo("too-few-houses");
        assertThat(asked(compare(5), "company").withheld()).isEqualTo("not-taking-part");
        assertThat(brought(all.get(5), "survey.company.alone")).isEqualTo(-1);
    }

    @Test
    void aHouseWithFarMoreAnswersThanAllOthersIsNotShownThroughThem() {
        for (int i = 0; i < 6; i++) {
            papers(all.get(i), survey(all.get(i), "Toujours"), "2025-06-10", 50, i == 5 ? 2000 : 50);
        }
        assertThat(asked(compare(0), "company").withheld()).isEqualTo("one-house-dominates");
    }

    @Test
    void onlySurveysOfTheLastTwelveMonthsCountAllOfThemTogether() {
        House house = all.get(0);
        Survey first = survey(house, "Une");
        papers(house, first, "2025-02-28", 0, 50); // a day too early
        papers(house, first, "2025-03-01", 60, 0);
        Survey second = survey(house, "Deux");
        papers(house, second, "2026-02-28", 0, 60);
        papers(house, second, "2026-03-01", 0, 50); // a day too late
        SurveyComparison comparison = compare(0);
        assertThat(comparison.answers()).isEqualTo(120);
        assertThat(option(comparison, "company", "alone").own().value()).isEqualTo(0.5);
        assertThat(brought(house, "survey.company.alone")).isEqualTo(0.5);
    }

    @Test
    void monthsThatLeaveOutOneToFourPeopleAreNotToldSoThatNobodyIsFoundBesideThePageOfTheSurvey() {
        House house = all.get(0);
        Survey survey = survey(house, "Toujours");
        papers(house, survey, "2025-06-10", 60, 60);
        papers(house, survey, "2025-02-10", 4, 0);
        assertThat(compare(0).answers()).isZero();
        papers(house, survey, "2025-02-11", 0, 1);
        assertThat(compare(0).answers()).isEqualTo(120);
    }

    @Test
    void simulatedHousesAreNotMixedWithRealOnes() {
        sixHousesAnswered();
        all.add(house("simulated", true));
        SurveyComparison comparison = compare(7);
        assertThat(comparison.simulated()).isTrue();
        assertThat(asked(comparison, "company").withheld()).isEqualTo("too-few-houses");
        assertThat(asked(compare(0), "company").peers()).isEqualTo(5);
    }

    @Test
    void whatIsPublishedIsNotComputedAgain() {
        String header = "visit,company,heard,motive,overall,show,age,education,country,postcode\n";
        // of two ages, half and half: an age that all have lies at the edge, and by how its share is moved is told or
        // not
        String row = "year,alone,poster,work,8,good,18-24,isced-6,FR,49100\n";
        String other = row.replace("18-24", "25-34");
        for (int i = 0; i < 6; i++) {
            Survey survey = survey(all.get(i), "Toujours");
            byte[] csv = (header + row.repeat(60) + other.repeat(60)).getBytes(StandardCharsets.UTF_8);
            surveys.paper(all.get(i), survey, csv, LocalDate.parse("2026-01-10"), LEA);
        }
        compare(0);
        assertThat(brought).hasSize(6 * 52);
        brought.clear();
        assertThat(asked(compare(1), "age").peers()).isEqualTo(5);
        assertThat(brought).isEmpty();
    }
}
