package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.Order;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.foyer.hub.catalogue.internal.search.IndexUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index follows the warehouse, whatever happens to it. */
class SearchIndexTest {

    private static final String[] WORDS = {
        "Carmen", "Carmens", "Cármén", "Karmen", "Zauberflöte", "été", "opéra", "opera"
    };

    @TempDir
    Path folder;

    /** A change: a house gets a show, loses all, renames one, or a new process begins with the index as it lies. */
    record Step(int kind, int house, int word, int day) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, WORDS.length - 1),
                        Arbitraries.integers().between(1, 28))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    @Property(tries = 12)
    void anIndexThatFollowedAnswersLikeOneMadeAnew(@ForAll("steps") List<Step> steps) throws IOException {
        Path own = Files.createTempDirectory("search-property");
        try (SearchFixture data = new SearchFixture(own)) {
            for (int house = 1; house <= 3; house++) {
                data.house(house, "house-" + house, "House " + house, "Europe/Paris");
            }
            for (Step step : steps) {
                take(data, step);
                if (step.day() % 3 != 0) {
                    data.ask("");
                }
            }
            List<SearchAnswer> followed = answers(data);
            data.search.close();
            data.search = data.search(own.resolve("anew"), SearchFixture.NOW, IndexUse.DEFAULT);
            assertThat(followed).isEqualTo(answers(data));
        } finally {
            delete(own);
        }
    }

    private static void take(SearchFixture data, Step step) {
        String word = WORDS[step.word()];
        switch (step.kind()) {
            case 0 -> data.run(step.house(), "delete from performance where house = ?", step.house());
            case 1 -> data.run(step.house(), "update production set title = ? where house = ?", word, step.house());
            case 2 -> {
                data.search.close();
                data.search = data.search(data.folder.resolve("index"), SearchFixture.NOW);
            }
            default -> {
                var made =
                        data.production(step.house(), word, WORDS[step.day() % WORDS.length], "Salle " + word, "Lyon");
                for (int date = 0; date <= step.kind() - 3; date++) {
                    data.date(made, "2026-%02d-%02dT20:00".formatted(11 + date % 2, step.day()), null);
                }
            }
        }
    }

    private static List<SearchAnswer> answers(SearchFixture data) {
        return Stream.of("", "carmen", "carmne", "oper", "zauberflotte opera", "salle lyon")
                .flatMap(words -> Stream.of(
                        SearchQuestion.of(words),
                        SearchQuestion.of(words).during(When.ALL, null, null).piece(Order.DATE, 0, 50)))
                .map(data::ask)
                .toList();
    }

    private SearchFixture oneShow() {
        SearchFixture data = new SearchFixture(folder);
        data.house(1, "celestins", "Les Célestins", "Europe/Paris");
        data.date(data.production(1, "Carmen", null, null, null), "2026-12-01T20:00", null);
        assertThat(data.titles("carmen")).containsExactly("Carmen");
        return data;
    }

    private void reopen(SearchFixture data) {
        data.search = data.search(folder.resolve("index"), SearchFixture.NOW);
    }

    @Test
    void aDeletedIndexIsMadeAgain() throws IOException {
        try (SearchFixture data = oneShow()) {
            delete(folder.resolve("index"));
            assertThat(data.titles("carmen")).as("while it runs").containsExactly("Carmen");
            data.search.close();
            delete(folder.resolve("index"));
            reopen(data);
            assertThat(data.titles("carmen")).containsExactly("Carmen");
        }
    }

    @Test
    void aHalfWrittenOrDamagedIndexIsMadeAgain() throws IOException {
        try (SearchFixture data = oneShow()) {
            data.search.close();
            List<Path> files;
            try (Stream<Path> all = Files.list(folder.resolve("index"))) {
                files = all.filter(file -> !file.endsWith("write.lock"))
                        .sorted()
                        .toList();
            }
            assertThat(files.size()).isGreaterThan(2);
            for (Path file : files) {
                byte[] whole = Files.readAllBytes(file);
                if (whole.length == 0) {
                    continue;
                }
                for (byte[] broken : List.of(java.util.Arrays.copyOf(whole, whole.length / 2), flipped(whole))) {
                    if (Files.exists(file.getParent())) {
                        Files.write(file, broken);
                    }
                    reopen(data);
                    assertThat(data.titles("carmen"))
                            .as("after %s", file.getFileName())
                            .containsExactly("Carmen");
                    data.search.close();
                }
            }
        }
    }

    private static byte[] flipped(byte[] whole) {
        byte[] other = whole.clone();
        other[whole.length / 2] ^= 0x55;
        return other;
    }

    @Test
    void changesThatWereNotSeenByAProcessAreSeenByTheNext() {
        try (SearchFixture data = oneShow()) {
            data.search.close();
            data.date(data.production(1, "Tosca", null, null, null), "2026-12-02T20:00", null);
            reopen(data);
            assertThat(data.titles("tosca")).containsExactly("Tosca");
        }
    }

    @Test
    void aHouseThatIsRenamedIsFoundByItsNewName() {
        try (SearchFixture data = oneShow()) {
            data.houses.clear();
            data.house(1, "celestins", "Maison Neuve", "Europe/Paris");
            assertThat(data.titles("neuve")).containsExactly("Carmen");
            assertThat(data.ask("célestins").total()).isZero();
            data.houses.clear();
            assertThat(data.ask("").total()).isZero();
        }
    }

    @Test
    void aQuestionDoesNotWaitForAnImport() {
        try (SearchFixture data = oneShow()) {
            data.search.close();
            data.search = new WarehouseSearch(
                    folder.resolve("index"),
                    data.warehouse,
                    () -> List.copyOf(data.houses),
                    () -> true,
                    java.time.Clock.fixed(SearchFixture.NOW, java.time.ZoneOffset.UTC));
            long before = System.nanoTime();
            SearchAnswer answer = data.search.ask(SearchQuestion.of("carmen"), Fixture.BASE);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            assertThat(answer.complete()).isFalse();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
