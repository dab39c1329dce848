package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.foyer.hub.insight.Attention;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttentionTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);
    private static final long NOON = 1_740_826_800_000L; // 2025-03-01T11:00Z, noon in Paris
    private static final long DAY = 86_400_000L;

    @TempDir
    static Path folder;

    private static BoxOffice office;

    @BeforeAll
    static void open() {
        office = new BoxOffice(folder);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static List<String> told(BoxOffice.House house) {
        return house.counted().figures().attention(house.id, TODAY).stream()
                .map(AttentionTest::told)
                .toList();
    }

    private static String told(Attention attention) {
        String about = attention.performance() == null ? "" : " #" + attention.performance();
        return attention.code() + about + " " + attention.arguments();
    }

    /** Runs of other states than committed do not make data fresh. */
    private static void imported(BoxOffice.House house, long ended) {
        office.register.write(handle -> {
            handle.execute("""
                    insert into house (id, slug, name, discipline, seats, zone, currency, simulated, person_salt, created_at)
                    values (?, ?, 'House', 'THEATRE', 300, 'Europe/Paris', 'EUR', 0, 's', 0)""", house.id.value(), "house-" + house.id);
            handle.execute(
                    "insert into recipe (id, house, name, version, content, created_at) values (?, ?, 'r', 1, '', 0)",
                    house.id.value(),
                    house.id.value());
            for (String state : List.of("committed", "failed")) {
                handle.execute(
                        """
                        insert into intake_run (house, kind, recipe, files, actor, state, begun_at, ended_at)
                        values (?, 'sales', ?, '[]', 'a', ?, 0, ?)""", house.id.value(), house.id.value(), state, state.equals("committed") ? ended : NOON);
            }
            return true;
        });
    }

    @Test
    void aNewHouseIsAskedForItsFirstFile() {
        assertThat(told(office.house())).containsExactly("attention-nothing-imported []");
    }

    @Test
    void anImportIsOldAfterMoreThanEightDays() {
        BoxOffice.House fresh = office.house();
        imported(fresh, NOON - 8 * DAY);
        BoxOffice.House old = office.house();
        imported(old, NOON - 9 * DAY);
        assertThat(told(fresh)).isEmpty();
        assertThat(told(old)).containsExactly("attention-import-old [9]");
    }

    @Test
    void everythingIsToldInOrderOfUrgency() {
        BoxOffice.House house = office.house()
                .productions("1 | Phèdre | theatre\n2 | Gala | music")
                .performances("""
                        1 | 1 | 2025-03-10T20:00 | scheduled | 10 | - | -
                        2 | 1 | 2025-03-15T20:00 | scheduled | 10 | - | -
                        3 | 1 | 2025-03-16T20:00 | scheduled | 10 | - | -
                        4 | 1 | 2025-03-12T20:00 | cancelled | 10 | - | -
                        5 | 2 | 2025-02-20T20:00 | scheduled | 1  | - | -
                        6 | 2 | 2025-02-21T20:00 | scheduled | -  | - | -
                        7 | 2 | 2025-02-22T20:00 | scheduled | 5  | - | -
                        """)
                .labels(
                        "tariff | 1 | Curieux | -\ntariff | 2 | Plein | full\nchannel | 1 | Kiosque | -\nzone | 1 | A | -")
                .lines("""
                        1 | 2025-02-01 | -          | sale         | 1000  | - | 1 | - | 1 | - | - | t1
                        2 | 2025-02-01 | -          | sale         | 1000  | - | 1 | - | 1 | - | - | t2
                        2 | 2025-02-01 | -          | sale         | 1000  | - | 1 | - | 1 | - | - | t3
                        2 | 2025-02-01 | -          | sale         | 1000  | - | 1 | - | 1 | - | - | t4
                        2 | 2025-02-01 | -          | sale         | 1000  | - | 1 | - | 1 | - | - | t5
                        5 | 2025-02-01 | -          | sale         | 1000  | - | 1 | - | 1 | - | - | t6
                        5 | 2025-02-01 | -          | sale         | 1000  | - | 1 | - | 1 | - | - | t7
                        6 | 2025-02-01 | -          | sale         | 1000  | - | 1 | - | 1 | - | - | t8
                        7 | 2025-02-01 | 2025-01-01 | cancellation | -1000 | - | 1 | - | 1 | - | - | t9
                        """)
                .entries("5 | t6 | 2025-02-20T19:00:00")
                .change("""
                        insert into personal.quarantine (house, run, file, line, code, sealed)
                        select ?, 1, 1, line, code, ''::blob from (values (1, 'a'), (1, 'b'), (2, 'a')) v (line, code)""");
        imported(house, NOON);
        // performance 2 is at exactly 40 %, 3 is fifteen days off, 4 is cancelled; line 1 waits with two problems
        assertThat(told(house))
                .containsExactly(
                        "attention-low-occupancy #1 [Phèdre, 2025-03-10, 10, 9]",
                        "attention-quarantine [2]",
                        "attention-unusual-occupancy #5 [Gala, 2025-02-20, 200]",
                        "attention-negative-tickets #7 [Gala, 2025-02-22, -1]",
                        "attention-capacity-missing [1]",
                        "attention-words-to-classify [1, 1]",
                        "attention-scans-missing [1]");
    }

    /** Four plays of February with 100 seats had sold 40 tickets thirty days before; 32 is a fifth less. */
    @Test
    void aPerformanceIsBehindWhenClearlyUnderTheQuartileOfItsKind() {
        StringBuilder lines = new StringBuilder();
        StringBuilder performances = new StringBuilder();
        for (int play = 1; play <= 4; play++) {
            performances.append("%d | 1 | 2025-02-1%dT20:00 | scheduled | 100 | - | -%n".formatted(play, play));
            sell(lines, play, "2024-12-31", 40);
        }
        for (int play = 5; play <= 6; play++) {
            performances.append("%d | 1 | 2025-03-31T20:00 | scheduled | 100 | - | -%n".formatted(play));
            sell(lines, play, "2025-02-10", play == 5 ? 31 : 32);
        }
        BoxOffice.House house = office.house()
                .productions("1 | Phèdre | theatre")
                .performances(performances.toString())
                .lines(lines.toString());
        imported(house, NOON);
        assertThat(told(house)).containsExactly("attention-behind-curve #5 [Phèdre, 2025-03-31, 31, 40]");
    }

    private static void sell(StringBuilder lines, int performance, String day, int tickets) {
        for (int ticket = 0; ticket < tickets; ticket++) {
            lines.append(
                    "%d | %s | - | sale | 1000 | - | - | - | - | - | - | t%d%n".formatted(performance, day, ticket));
        }
    }

    @Test
    void manyEmptyHallsDoNotHideEverythingElse() {
        StringBuilder performances = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (int night = 1; night <= 30; night++) {
            performances.append("%d | 1 | 2025-03-05T20:00 | scheduled | 10 | - | -%n".formatted(night));
            lines.append("%d | 2025-02-01 | - | sale | 1000 | - | - | - | - | - | - | t1%n".formatted(night));
        }
        BoxOffice.House house = office.house()
                .productions("1 | Phèdre | theatre")
                .performances(performances.toString())
                .lines(lines.toString());
        imported(house, NOON);
        assertThat(told(house)).hasSize(6).allMatch(one -> one.startsWith("attention-low-occupancy"));
    }

    @Test
    void bothLanguagesHaveASentenceAndAMendForEachCode() throws IOException {
        Properties french = sentences("fr");
        Properties english = sentences("en");
        assertThat(new TreeSet<>(french.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        for (String code : List.of(
                "nothing-imported",
                "import-old",
                "low-occupancy",
                "behind-curve",
                "quarantine",
                "unusual-occupancy",
                "negative-tickets",
                "capacity-missing",
                "words-to-classify",
                "scans-missing")) {
            assertThat(french).containsKeys("attention-" + code, "attention-" + code + ".mend");
        }
    }

    private static Properties sentences(String language) throws IOException {
        Properties sentences = new Properties();
        String name = "/attention/attention_" + language + ".properties";
        try (Reader in = new InputStreamReader(AttentionTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            sentences.load(in);
        }
        return sentences;
    }
}
