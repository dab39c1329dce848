package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.foyer.hub.catalogue.SearchAnswer.Silent;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.internal.search.IndexUse;
import org.jspecify.annotations.Nullable;

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

    private static final List<Optional<String>> PRICES =
            List.of(Optional.empty(), Optional.of("0"), Optional.of("1500"), Optional.of("4000"));
    private static final List<Optional<String>> ACCESSIBLE =
            List.of(Optional.empty(), Optional.of("LSF"), Optional.of("hi, vi"), Optional.of("Un ascenseur"));
    private static final List<Optional<String>> LANGUAGES =
            List.of(Optional.empty(), Optional.of("fr"), Optional.of("néerlandais, de"), Optional.of("volapük perdu"));

    /** A festival and a series, either or none. */
    private static final List<List<String>> FESTIVALS =
            List.of(List.of("", ""), List.of("Les Étés", ""), List.of("", "Lundis"), List.of("Les Étés", "Lundis"));

    /** A date of a show, and what it offers; shows with the same number are one. */
    record Played(int show, int day, int type, int price, int accessible, int festival, boolean soldOut) {}

    private record Row(
            int house,
            int show,
            String title,
            String genre,
            String town,
            LocalDate day,
            String type,
            int season,
            Optional<String> price,
            Optional<String> accessible,
            List<String> festivals,
            boolean soldOut) {

        /** Of the show: years from which it is for, none for one in three. */
        Optional<Integer> ageFrom() {
            return show % 3 == 0 ? Optional.empty() : Optional.of(show % 3 * 5);
        }

        Optional<String> languages() {
            return LANGUAGES.get(show % 4);
        }

        String run() {
            return show + "-" + season;
        }
    }

    @Provide
    Arbitrary<List<Played>> programme() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, DAYS.size() - 1),
                        Arbitraries.integers().between(0, TYPES.size()),
                        Arbitraries.integers().between(0, PRICES.size() - 1),
                        Arbitraries.integers().between(0, ACCESSIBLE.size() - 1),
                        Arbitraries.integers().between(0, FESTIVALS.size() - 1),
                        Arbitraries.of(true, false))
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
            List<SearchQuestion> questions = PlainQuestions.all();
            List<SearchAnswer> held = questions.stream().map(data::ask).toList();
            data.search.close();
            data.search = data.search(folder.resolve("index"), SearchFixture.NOW, new IndexUse(0, Integer.MAX_VALUE));
            assertThat(questions.stream().map(data::ask).toList())
                    .as("from files, not in parts")
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
            SearchFixture.Made production = made.computeIfAbsent(show, key -> {
                SearchFixture.Made one = data.production(house, title, genre, town == null ? null : "Salle", town);
                String from = show % 3 == 0 ? null : Integer.toString(show % 3 * 5);
                data.describe(house, "production", one.production(), "age_from", from);
                data.describe(
                        house,
                        "production",
                        one.production(),
                        "languages",
                        LANGUAGES.get(show % 4).orElse(null));
                return one;
            });
            LocalDate day = LocalDate.parse(DAYS.get(played.day()));
            String type = played.type() == TYPES.size() ? null : TYPES.get(played.type());
            long date = data.date(production, day.toString(), type);
            data.describe(
                    house,
                    "performance",
                    date,
                    "price_from",
                    PRICES.get(played.price()).orElse(null));
            data.describe(
                    house,
                    "performance",
                    date,
                    "accessibility",
                    ACCESSIBLE.get(played.accessible()).orElse(null));
            List<String> festivals = FESTIVALS.get(played.festival());
            data.describe(house, "performance", date, "festival", said(festivals.get(0)));
            data.describe(house, "performance", date, "series", said(festivals.get(1)));
            data.describe(house, "performance", date, "availability", played.soldOut() ? "sold-out" : "available");
            rows.add(new Row(
                    house,
                    show,
                    title,
                    genre,
                    town,
                    day,
                    type,
                    day.getMonthValue() < 9 ? day.getYear() - 1 : day.getYear(),
                    PRICES.get(played.price()),
                    ACCESSIBLE.get(played.accessible()),
                    festivals,
                    played.soldOut()));
        }
        return rows;
    }

    private static @Nullable String said(String name) {
        return name.isEmpty() ? null : name;
    }

    /** What a row does not say of what is asked, or null when it says something else. */
    private static Set<String> unsaid(SearchConditions asked, Row row) {
        Set<String> unsaid = new HashSet<>();
        boolean no = asked.seats() && row.soldOut();
        if (asked.age() != null) {
            no |= row.ageFrom().isPresent() && row.ageFrom().get() > asked.age();
            row.ageFrom().ifPresentOrElse(said -> {}, () -> unsaid.add("age"));
        }
        if (asked.price() != null) {
            no |= row.price().isPresent()
                    && new BigDecimal(row.price().get()).movePointLeft(2).compareTo(asked.price()) > 0;
            row.price().ifPresentOrElse(said -> {}, () -> unsaid.add("price"));
        }
        if (!asked.accessibility().isEmpty()) {
            Set<Need> met = switch (row.accessible().orElse("")) {
                case "LSF" -> Set.of(Need.HI);
                case "hi, vi" -> Set.of(Need.HI, Need.VI);
                default -> Set.of();
            };
            no |= row.accessible().isPresent() && !met.containsAll(asked.accessibility());
            row.accessible().ifPresentOrElse(said -> {}, () -> unsaid.add("accessibility"));
        }
        if (!asked.language().isEmpty()) {
            String said = row.languages().orElse("volapük perdu");
            no |= said.equals("fr");
            if (said.equals("volapük perdu")) {
                unsaid.add("language");
            }
        }
        return no ? null : unsaid;
    }

    /** Of shows that no row answers: what rows that might do not say. */
    private static Silent silent(SearchQuestion question, List<Row> rows, Set<String> found) {
        Map<String, Set<String>> unsaid = new HashMap<>();
        for (Row row : rows) {
            Set<String> of = unsaid(question.conditions(), row);
            if (fitsPlainly(question, row) && of != null && !found.contains(row.run())) {
                unsaid.computeIfAbsent(row.run(), made -> new HashSet<>()).addAll(of);
            }
        }
        Function<String, Integer> count = what ->
                (int) unsaid.values().stream().filter(of -> of.contains(what)).count();
        return new Silent(
                unsaid.size(),
                count.apply("age"),
                count.apply("price"),
                count.apply("accessibility"),
                0,
                count.apply("language"),
                0,
                0);
    }

    private static boolean fits(SearchQuestion question, Row row) {
        Set<String> unsaid = unsaid(question.conditions(), row);
        return fitsPlainly(question, row)
                && unsaid != null
                && (unsaid.isEmpty() || question.conditions().silentToo());
    }

    private static boolean fitsPlainly(SearchQuestion question, Row row) {
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
                && (question.festival().isEmpty()
                        || row.festivals().contains(question.festival().equals("LUNDIS") ? "Lundis" : "Les Étés"))
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
        assertThat(answer.silent()).as("%s", question).isEqualTo(silent(question, rows, runs));
        assertThat(answer.dates()).as("%s", question).isEqualTo(found.size());
        assertThat(answer.weekendDates())
                .as("%s", question)
                .isEqualTo(found.stream()
                        .filter(row -> row.day().toString().matches("2026-11-2[89]"))
                        .count());
        assertThat(shows(answer.facets().genres())).isEqualTo(plain(found, Row::genre));
        assertThat(shows(answer.facets().towns())).isEqualTo(plain(found, Row::town));
        assertThat(shows(answer.facets().eventTypes())).isEqualTo(plain(found, Row::type));
        assertThat(shows(answer.facets().festivals())).isEqualTo(festivals(found));
        assertThat(shows(answer.facets().houses())).isEqualTo(plain(found, row -> "house-" + row.house()));
        assertThat(shows(answer.facets().months()))
                .isEqualTo(plain(found, row -> row.day().toString().substring(0, 7)));
        assertThat(answer.hits().stream().mapToInt(SearchAnswer.Hit::dateCount).sum())
                .isEqualTo(found.size());
    }

    private static Map<String, Integer> shows(List<Count> counts) {
        return counts.stream().collect(Collectors.toMap(Count::value, Count::shows, Integer::sum, TreeMap::new));
    }

    private static Map<String, Integer> festivals(List<Row> rows) {
        Map<String, Integer> counts = plain(rows, row -> said(row.festivals().get(0)));
        counts.putAll(plain(rows, row -> said(row.festivals().get(1))));
        return counts;
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
