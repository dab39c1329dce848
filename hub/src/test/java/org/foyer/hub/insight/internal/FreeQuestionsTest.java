package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.FreeQuestionRefused;
import org.foyer.hub.insight.internal.study.GatedQuestions;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted for a free question before the gate, and which questions there are. */
class FreeQuestionsTest {

    private static final LocalDate AS_OF = LocalDate.parse("2025-06-30");

    @TempDir
    Path folder;

    private BoxOffice office;
    private final List<House> houses = new ArrayList<>();
    private final List<BoxOffice.House> rows = new ArrayList<>();

    /** A gate without walls: it tells the exact sums of all houses, added up. */
    private final class OpenGate implements StudyGate {
        private Asked last;

        @Override
        public Told told(Actor actor, HouseId asker, Asked asked, Sums sums) {
            last = asked;
            long[] all = new long[asked.cells()];
            sums.of(houses, AS_OF).values().forEach(cells -> Arrays.setAll(all, cell -> all[cell] + cells[cell]));
            List<Cell> cells =
                    Arrays.stream(all).mapToObj(sum -> new Cell(sum, 0, null)).toList();
            return new Told(null, "", AS_OF, houses.size(), asked.epsilon(), Epsilon.NONE, AS_OF, cells);
        }

        @Override
        public Optional<Told> known(Actor actor, HouseId asker, Asked asked) {
            return Optional.empty();
        }

        @Override
        public Told budget(HouseId asker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Told observed(Actor actor, Observer observer, Asked asked, Sums sums) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Told> knownToObserver(Actor actor, Observer observer, Asked asked) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Told budgetOf(Observer observer) {
            throw new UnsupportedOperationException();
        }
    }

    private final OpenGate gate = new OpenGate();
    private GatedQuestions questions;

    @BeforeEach
    void twoHouses() {
        office = new BoxOffice(folder);
        questions = new GatedQuestions(office.warehouse, gate);
        for (int i = 0; i < 2; i++) {
            BoxOffice.House house = office.house()
                    .productions("1 | Hamlet | Théâtre\n2 | Trio | Musique de chambre\n3 | Rien | zzz")
                    .performances("""
                            24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -
                            25 | 2 | 2025-01-11T20:00 | scheduled | 100 | - | -
                            26 | 3 | 2025-03-09T20:00 | scheduled | 100 | - | -
                            27 | 1 | 2025-03-10T20:00 | cancelled | 100 | - | -
                            28 | 1 | 2023-03-10T20:00 | scheduled | 100 | - | -
                            """)
                    .labels("tariff | 1 | Plein | full\ntariff | 2 | Jeune | youth\nchannel | 5 | Site | web");
            rows.add(house);
            houses.add(new House(
                    house.id,
                    "house-" + i,
                    "House",
                    Discipline.THEATRE,
                    300,
                    new PostalAddress(null, "49100", "Angers", null, "FR"),
                    null,
                    ZoneId.of("Europe/Paris"),
                    Currency.getInstance("EUR"),
                    false));
        }
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static void line(
            BoxOffice.House house, int performance, int person, int tickets, int amount, String labels) {
        for (int i = 0; i < tickets; i++) {
            house.lines("%d | 2024-12-01 | - | sale | %d | - | %s | %s | o | t%d-%d-%d"
                    .formatted(performance, amount, labels, person == 0 ? "-" : person, person, performance, i));
        }
    }

    private FreeQuestion read(String measure, List<String> by, Map<String, String> where) {
        try {
            return questions.read(new Wish(measure, by, where, "2024-25", "1/2"));
        } catch (FreeQuestionRefused e) {
            throw new AssertionError(e.faults().toString(), e);
        }
    }

    /** Cells that are not nought. */
    private Map<String, Long> asked(String measure, List<String> by, Map<String, String> where) {
        FreeAnswer answer = questions.ask(Actor.commandLine(), houses.get(0).id(), read(measure, by, where));
        Map<String, Long> cells = new TreeMap<>();
        answer.lines().stream()
                .filter(line -> line.about() != 0)
                .forEach(line -> cells.put(String.join(" ", line.codes()), line.about()));
        return cells;
    }

    private void fill() {
        rows.forEach(house -> {
            line(house, 24, 100, 2, 3000, "1 | - | 5");
            line(house, 25, 100, 1, 2000, "2 | - | -");
            line(house, 24, 101, 1, 3000, "1 | - | 5");
            line(house, 26, 102, 9, 3000, "1 | - | -");
            line(house, 27, 103, 1, 3000, "1 | - | -");
            line(house, 28, 104, 1, 3000, "1 | - | -");
            line(house, 24, 0, 5, 3000, "1 | - | -");
        });
    }

    @Test
    void peopleAreCountedOnceInEachCellOfTheSharedLists() {
        fill();
        assertThat(asked("buyers", List.of(), Map.of())).containsExactly(Map.entry("", 6L));
        assertThat(asked("buyers", List.of("genre"), Map.of()))
                .isEqualTo(Map.of("theatre", 4L, "music", 2L, "unknown", 2L));
        assertThat(asked("buyers", List.of("tariff", "weekday"), Map.of()))
                .isEqualTo(Map.of("5 full", 4L, "6 youth", 2L, "7 full", 2L));
        assertThat(asked("buyers", List.of("month"), Map.of("channel", "web"))).isEqualTo(Map.of("1", 4L));
    }

    @Test
    void whatAPersonGivesIsBounded() {
        fill();
        assertThat(asked("tickets", List.of("genre"), Map.of()))
                .as("nine tickets count as six")
                .isEqualTo(Map.of("theatre", 6L, "music", 2L, "unknown", 12L));
        assertThat(asked("revenue", List.of(), Map.of("genre", "unknown"))).isEqualTo(Map.of("", 300L));
        assertThat(asked("revenue", List.of(), Map.of("genre", "theatre"))).isEqualTo(Map.of("", 180L));
        assertThat(asked("visits", List.of(), Map.of())).isEqualTo(Map.of("", 8L));
        assertThat(gate.last.sensitivity()).isEqualTo(4);
    }

    @Test
    void aPersonCountsInThreeCellsOfAHouseAtMostAndInOneOfTheirOwn() {
        BoxOffice.House house = rows.get(0);
        for (int month = 1; month <= 5; month++) {
            house.performances("%d | 1 | 2025-0%d-15T20:00 | scheduled | 100 | - | -".formatted(100 + month, month));
            line(house, 100 + month, 7, 1, 1000, "1 | - | 5");
        }
        assertThat(asked("buyers", List.of("month"), Map.of()).values()).containsExactly(1L, 1L, 1L);
        assertThat(gate.last.sensitivity()).isEqualTo(3);
        assertThat(asked("visits", List.of("distance"), Map.of())).isEqualTo(Map.of("unknown", 4L));
        assertThat(gate.last.sensitivity()).as("everybody has one home").isEqualTo(4);
    }

    /** The test of the promise before the noise: one person more changes all sums together by the sensitivity at most. */
    @Test
    void onePersonMoreChangesTheSumsByTheSensitivityAtMost() {
        fill();
        List<String> by = List.of("genre", "month");
        Map<String, Long> before = asked("tickets", by, Map.of());
        for (int i = 0; i < 5; i++) {
            line(rows.get(0), 24 + i % 3, 900, 7, 9000, (1 + i % 2) + " | - | 5");
        }
        Map<String, Long> after = asked("tickets", by, Map.of());
        long changed = after.keySet().stream()
                .mapToLong(cell -> Math.abs(after.get(cell) - before.getOrDefault(cell, 0L)))
                .sum();
        assertThat(changed).isBetween(1L, gate.last.sensitivity());
        assertThat(gate.last.sensitivity()).isEqualTo(18);
    }

    @Test
    void homesAreBandsOfDistanceAndPeopleThatAreOneCountOnce() {
        fill();
        BoxOffice.House house = rows.get(0);
        String person =
                "insert into personal.person (house, person, sealed, area, area_country, with_birth_year, contact_key,"
                        + " run, line) values (?, %d, ''::blob, '%s', '%s', false, 0, 1, 1)";
        house.change(person.formatted(100, "49100", "FRANCE"));
        house.change(person.formatted(101, "75011", ""));
        house.change(person.formatted(102, "1000", "BE"));
        assertThat(asked("buyers", List.of("distance"), Map.of()))
                .isEqualTo(Map.of("km-5", 1L, "km-over-100", 1L, "unknown", 4L));
        house.change("update personal.person set commune = '49007' where house = ? and person = 100");
        house.change(person.formatted(104, "49100", "FRANCE"));
        line(house, 24, 104, 1, 3000, "1 | - | 5");
        assertThat(asked("buyers", List.of("distance"), Map.of()))
                .as("a postcode of two communes is one postcode")
                .isEqualTo(Map.of("km-5", 2L, "km-over-100", 1L, "unknown", 4L));
        house.change("delete from sale_line where house = ? and person = 104");
        house.change(
                "insert into same_person values (?, 100, 100, 100), (%1$d, 101, 100, 100)".formatted(house.id.value()));
        assertThat(asked("buyers", List.of("distance"), Map.of())).isEqualTo(Map.of("km-5", 1L, "unknown", 4L));
        house.change("insert into figures_objection values (?, 101)");
        assertThat(asked("buyers", List.of("distance"), Map.of())).isEqualTo(Map.of("unknown", 4L));
    }

    @Test
    void questionsThatMeanTheSameAreTheSame() {
        FreeQuestion question =
                read("tickets", List.of("weekday", "genre"), Map.of("tariff", "full", "channel", "web"));
        assertThat(question.canonical())
                .isEqualTo("tickets v1 2024-25 by genre,weekday where channel=web,tariff=full at 1/2")
                .isEqualTo(read(
                                "tickets",
                                List.of("genre", "weekday", "genre"),
                                Map.of("channel", "web", "tariff", "full"))
                        .canonical());
        for (int cell = 0; cell < question.cells(); cell++) {
            assertThat(question.cell(question.codes(cell))).isEqualTo(cell);
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        FreeQuestionRefused refused = catchThrowableOfType(
                () -> questions.read(new Wish(
                        "sql",
                        List.of("genre", "month", "tariff", "1;drop"),
                        Map.of("genre", "theatre", "channel", "' or 1=1", "age", "7"),
                        "soon",
                        "9")),
                FreeQuestionRefused.class);
        assertThat(refused.faults())
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "measure question-measure",
                        "by question-dimension",
                        "by question-dimensions",
                        "where question-twice",
                        "where question-code",
                        "where question-dimension",
                        "where question-conditions",
                        "season question-season",
                        "price question-price");
    }

    @Test
    void theBankSaysEverythingInBothLanguagesAndNoQuestionIsTooLarge() {
        assertThat(questions.bank().measures()).hasSize(4).allSatisfy(measure -> {
            assertThat(measure.name().fr()).isNotBlank();
            assertThat(measure.name().en()).isNotBlank();
            assertThat(measure.formula().fr()).isNotBlank();
            assertThat(measure.formula().en()).isNotBlank();
            assertThat(measure.trap().fr()).isNotBlank();
            assertThat(measure.trap().en()).isNotBlank();
            assertThat(measure.most()).isPositive();
            assertThat(measure.version()).isPositive();
        });
        assertThat(questions.bank().dimensions()).hasSize(6).allSatisfy(dimension -> {
            assertThat(dimension.name().fr()).isNotBlank();
            assertThat(dimension.name().en()).isNotBlank();
            assertThat(dimension.codes()).doesNotHaveDuplicates().hasSizeGreaterThan(5);
        });
    }
}
