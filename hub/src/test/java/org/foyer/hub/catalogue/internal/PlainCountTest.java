package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchAnswer.Count;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.Order;
import org.foyer.hub.catalogue.SearchQuestion.When;

/** What the index counts is what a plain look through all dates counts, with its columns in memory and from its files. */
class PlainCountTest {

    /** Of three letters, so that none is a near spelling or an ending of another. */
    private static final List<String> WORDS = List.of("nid", "roc", "vol", "jeu");

    private static final List<String> GENRES = List.of("Opera", "Danse", "Cirque");
    private static final List<String> TOWNS = List.of("Lyon", "Gand", "Berlin");
    private static final List<String> TYPES = List.of("Premiere", "Scolaire");

    /** The first of the fixture's day, of the next, of that weekend, past, far ahead, and of centuries that few programmes have. */
    private static final List<String> DAYS = List.of(
            "2026-11-28",
            "2026-11-29",
            "2026-12-05",
            "2026-12-06",
            "2026-12-31",
            "2027-08-31",
            "2027-09-01",
            "2026-11-27",
            "2025-03-01",
            "1742-04-13",
            "2319-02-28");

    /** A date of a show; shows with the same number are one. */
    record Played(int show, int day, int type) {}

    private record Row(
            int house, int show, String title, String genre, String town, LocalDate day, String type, int season) {
        String run() {
            return show + "-" + season;
        }
    }

    @Provide
    Arbitrary<List<Played>> programme() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, DAYS.size() - 1),
                        Arbitraries.integers().between(0, TYPES.size()))
                .as(Played::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(45);
    }

    @Property(tries = 15)
    void countsAreThoseOfAPlainCount(@ForAll("programme") List<Played> programme) throws IOException {
        Path folder = Files.createTempDirectory("plain-count");
        try (SearchFixture data = new SearchFixture(folder)) {
            for (int house = 1; house <= 3; house++) {
                data.house(house, "house-" + house, "H" + house, "Europe/Paris");
            }
            List<Row> rows = fill(data, programme);
            List<SearchQuestion> questions = questions();
            List<SearchAnswer> held = questions.stream().map(data::ask).toList();
            data.search.close();
            data.search = new WarehouseSearch(
                    folder.resolve("index"),
                    data.warehouse,
                    () -> List.copyOf(data.houses),
                    () -> false,
                    Clock.fixed(SearchFixture.NOW, ZoneOffset.UTC),
                    0);
            assertThat(questions.stream().map(data::ask).toList())
                    .as("from files")
                    .isEqualTo(held);
            for (int i = 0; i < questions.size(); i++) {
                compare(questions.get(i), held.get(i), rows);
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** One show in three has no genre, one in four no place. */
    private static List<Row> fill(SearchFixture data, List<Played> programme) {
        Map<Integer, SearchFixture.Made> made = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Played played : programme) {
            int show = played.show();
            int house = 1 + show % 3;
            String title = WORDS.get(show % 4) + (show % 2 == 0 ? " " + WORDS.get((show + 1) % 4) : "");
            String genre = show % 3 == 0 ? null : GENRES.get(show % 3);
            String town = show % 4 == 0 ? null : TOWNS.get(show % 3);
            SearchFixture.Made production = made.computeIfAbsent(
                    show, key -> data.production(house, title, genre, town == null ? null : "Salle", town));
            LocalDate day = LocalDate.parse(DAYS.get(played.day()));
            String type = played.type() == TYPES.size() ? null : TYPES.get(played.type());
            data.date(production, day.toString(), type);
            rows.add(new Row(
                    house,
                    show,
                    title,
                    genre,
                    town,
                    day,
                    type,
                    day.getMonthValue() < 9 ? day.getYear() - 1 : day.getYear()));
        }
        return rows;
    }

    private static List<SearchQuestion> questions() {
        List<SearchQuestion> questions = new ArrayList<>();
        for (String word : List.of("", "nid ", "jeu ", "nid roc ")) {
            for (When when : List.of(When.COMING, When.ALL, When.WEEKEND, When.MONTH)) {
                for (String genre : List.of("", "danse")) {
                    questions.add(new SearchQuestion(
                            word, when, null, null, List.of(), "", genre, "", "", Order.DATE, 0, 50));
                }
            }
            questions.add(new SearchQuestion(
                    word, When.COMING, null, null, List.of("house-2"), "", "", "scolaire", "", Order.DATE, 0, 50));
        }
        return questions;
    }

    private static boolean fits(SearchQuestion question, Row row) {
        LocalDate today = LocalDate.of(2026, 11, 28);
        boolean day = switch (question.when()) {
            case COMING -> !row.day().isBefore(today);
            case WEEKEND -> row.day().equals(today) || row.day().equals(today.plusDays(1));
            case MONTH -> !row.day().isBefore(today) && row.day().isBefore(today.plusDays(30));
            default -> true;
        };
        Set<String> title = Set.of(row.title().split(" "));
        return day
                && (question.words().isBlank()
                        || title.containsAll(List.of(question.words().strip().split(" "))))
                && (question.genre().isEmpty() || "Danse".equals(row.genre()))
                && (question.eventType().isEmpty() || "Scolaire".equals(row.type()))
                && (question.houses().isEmpty() || row.house() == 2);
    }

    private static void compare(SearchQuestion question, SearchAnswer answer, List<Row> rows) {
        List<Row> found = rows.stream().filter(row -> fits(question, row)).toList();
        Set<String> runs = found.stream().map(Row::run).collect(Collectors.toSet());
        if (answer.words() == SearchAnswer.Words.MOST) {
            assertThat(runs).as("%s", question).isEmpty();
            return;
        }
        assertThat(answer.total()).as("%s", question).isEqualTo(runs.size());
        assertThat(answer.dates()).as("%s", question).isEqualTo(found.size());
        assertThat(answer.weekendDates())
                .as("%s", question)
                .isEqualTo(found.stream()
                        .filter(row -> row.day().toString().matches("2026-11-2[89]"))
                        .count());
        assertThat(shows(answer.facets().genres())).isEqualTo(plain(found, Row::genre));
        assertThat(shows(answer.facets().towns())).isEqualTo(plain(found, Row::town));
        assertThat(shows(answer.facets().eventTypes())).isEqualTo(plain(found, Row::type));
        assertThat(shows(answer.facets().houses())).isEqualTo(plain(found, row -> "house-" + row.house()));
        assertThat(shows(answer.facets().months()))
                .isEqualTo(plain(found, row -> row.day().toString().substring(0, 7)));
        assertThat(answer.hits().stream().mapToInt(SearchAnswer.Hit::dateCount).sum())
                .isEqualTo(found.size());
    }

    private static Map<String, Integer> shows(List<Count> counts) {
        return counts.stream().collect(Collectors.toMap(Count::value, Count::shows, Integer::sum, TreeMap::new));
    }

    /** Runs that have each value. */
    private static Map<String, Integer> plain(List<Row> rows, Function<Row, String> value) {
        Map<String, Set<String>> runs = new TreeMap<>();
        for (Row row : rows) {
            if (value.apply(row) != null) {
                runs.computeIfAbsent(value.apply(row), made -> new HashSet<>()).add(row.run());
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        runs.forEach((key, of) -> counts.put(key, of.size()));
        return counts;
    }
}
