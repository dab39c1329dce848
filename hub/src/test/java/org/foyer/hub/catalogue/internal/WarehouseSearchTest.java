package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchAnswer.Count;
import org.foyer.hub.catalogue.SearchAnswer.Words;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.Order;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.foyer.hub.catalogue.Unanswered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which questions find which shows, on a real warehouse and a real index. */
class WarehouseSearchTest {

    @TempDir
    Path folder;

    private SearchFixture data;

    @BeforeEach
    void fill() {
        data = new SearchFixture(folder);
        data.house(1, "celestins", "Les Célestins", "Europe/Paris");
        data.house(2, "staatsoper", "Staatsoper", "Europe/Berlin");
        var flute = data.production(2, "Die Zauberflöte", "Oper", "Großes Haus", "Köln");
        long first = data.date(flute, "2026-12-01T19:30", "Premiere");
        data.work(flute, first, 1, "Die Zauberflöte", "Wolfgang Amadeus Mozart");
        data.date(flute, "2026-12-05T19:30", null);
        var carmen = data.production(1, "Carmen", "Opéra", "Théâtre des Célestins", "Lyon");
        data.date(carmen, "2026-11-28T20:00", "Représentation");
        data.date(carmen, "2026-11-29T15:00", "Représentation");
        data.date(carmen, "2026-12-12T20:00", "Représentation");
        var suite = data.production(1, "Carmen Suite", "Danse", "Théâtre des Célestins", "Lyon");
        data.date(suite, "2026-11-28T18:00", null);
        var dream = data.production(
                1, "Songe d'une nuit d'été", "Théâtre", null, null, "Une comédie où paraît Carmen, dit-on");
        data.date(dream, "2026-12-31T00:30", null);
        var horses = data.production(2, "De paarden van Sint-Truiden", "toneel", "Schouwburg", "Sint-Truiden");
        data.date(horses, "2027-01-10", null);
        var concert = data.production(2, "Konzert Händel", "Konzert", "Großes Haus", "Köln");
        long evening = data.date(concert, "2027-02-01T20:00", null);
        data.work(concert, evening, 1, "Messiah", "Georg Friedrich Händel");
        data.person(concert, evening, null, "Agnès Jaoui", "soliste");
        var gone = data.production(1, "Le Cid", "Théâtre", "Théâtre des Célestins", "Lyon");
        data.date(gone, "2026-03-02T20:00", null);
        var gala = data.production(
                1, "Gala d'hiver", "hip-hop", "Théâtre des Célestins", "Lyon", "<script>alert(1)</script>");
        data.date(gala, "2026-12-24T20:00", null);
    }

    @AfterEach
    void close() {
        data.close();
    }

    /** Each is asked of one index, since to fill one takes longer than all the questions. */
    @Test
    void aQuestionFinds() {
        Map<String, String> first = new LinkedHashMap<>();
        first.put("carmen", "Carmen");
        first.put("CARMEN suite", "Carmen Suite");
        first.put("carmne représentation", "Carmen");
        first.put("carm représentation", "Carmen");
        first.put("zauberflote", "Die Zauberflöte");
        first.put("Zauberfloete", "Die Zauberflöte");
        first.put("zauber", "Die Zauberflöte");
        first.put("zauberfl", "Die Zauberflöte");
        first.put("zauberlfoten", "Die Zauberflöte");
        first.put("mozart", "Die Zauberflöte");
        first.put("mozrat", "Die Zauberflöte");
        first.put("ete", "Songe d'une nuit d'été");
        first.put("l'été", "Songe d'une nuit d'été");
        first.put("songes nuits", "Songe d'une nuit d'été");
        first.put("D’ÉTÉ songe", "Songe d'une nuit d'été");
        first.put("handel", "Konzert Händel");
        first.put("haendel", "Konzert Händel");
        first.put("Händel messiah", "Konzert Händel");
        first.put("jaoui", "Konzert Händel");
        first.put("agnes konzerte", "Konzert Händel");
        first.put("paard", "De paarden van Sint-Truiden");
        first.put("sint truiden", "De paarden van Sint-Truiden");
        first.put("hiphop", "Gala d'hiver");
        first.put("alert", "Gala d'hiver");
        first.put("koln messiah", "Konzert Händel");
        Map<String, String> found = new LinkedHashMap<>();
        first.keySet()
                .forEach(question -> found.put(
                        question, data.titles(question).stream().findFirst().orElse("nothing")));
        assertThat(found).isEqualTo(first);
    }

    @Test
    void titlesComeBeforeDescriptionsAndTheWholeTitleFirst() {
        assertThat(data.titles("carmen")).containsExactly("Carmen", "Carmen Suite", "Songe d'une nuit d'été");
        assertThat(data.titles(SearchQuestion.of("carmen").piece(Order.DATE, 0, 20)))
                .containsExactly("Carmen Suite", "Carmen", "Songe d'une nuit d'été");
        assertThat(data.titles(SearchQuestion.of("carmen").piece(Order.FITNESS, 1, 1)))
                .containsExactly("Carmen Suite");
    }

    @Test
    void twentyDatesOfAShowAreOneHit() {
        SearchAnswer answer = data.ask("célestins");
        assertThat(answer.total()).isEqualTo(4);
        SearchAnswer carmen = data.ask("carmen représentation");
        assertThat(carmen.total()).isEqualTo(1);
        SearchAnswer.Hit hit = carmen.hits().get(0);
        assertThat(hit.dateCount()).isEqualTo(3);
        assertThat(hit.dates())
                .extracting(date -> String.valueOf(date.startsLocal()))
                .containsExactly("2026-11-28T20:00", "2026-11-29T15:00", "2026-12-12T20:00");
        assertThat(hit.last()).isEqualTo(LocalDate.of(2026, 12, 12));
        assertThat(hit.iri()).matches("https://node\\.example/id/run/\\d+-2026-\\d+");
        assertThat(carmen.weekendDates()).isEqualTo(2);
    }

    @Test
    void castsThatChangeStayOneHitOfTheDatesThatFit() {
        var made = data.production(1, "Improvisation", "Théâtre", "Petite salle", "Lyon");
        data.person(made, data.date(made, "2026-12-02T20:00", null), null, "Alma Un", "jeu");
        data.person(made, data.date(made, "2026-12-03T20:00", null), null, "Berthe Deux", "jeu");
        data.person(made, data.date(made, "2026-12-04T20:00", null), null, "Alma Un", "jeu");
        assertThat(data.ask("improvisation").total()).isEqualTo(1);
        assertThat(data.ask("improvisation").hits().get(0).dateCount()).isEqualTo(3);
        assertThat(data.ask("improvisation berthe").hits().get(0).dates())
                .extracting(date -> date.day().toString())
                .containsExactly("2026-12-03");
        assertThat(data.ask(SearchQuestion.of("berthe")
                                .during(When.SPAN, LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 2)))
                        .total())
                .as("she does not play that day")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "TODAY, Carmen Suite|Carmen",
        "TONIGHT, Carmen Suite|Carmen",
        "TOMORROW, Carmen",
        "WEEKEND, Carmen Suite|Carmen",
        "WEEK, Carmen Suite|Carmen|Die Zauberflöte",
    })
    void daysAreThoseOfTheHouse(When when, String titles) {
        assertThat(String.join("|", data.titles(SearchQuestion.of("").during(when, null, null))))
                .isEqualTo(titles);
    }

    @Test
    void afterMidnightBelongsToTheEveningBefore() {
        var eve = SearchQuestion.of("songe");
        LocalDate thirtieth = LocalDate.of(2026, 12, 30);
        LocalDate thirtyFirst = LocalDate.of(2026, 12, 31);
        assertThat(data.titles(eve.during(When.SPAN, thirtieth, thirtieth))).hasSize(1);
        assertThat(data.titles(eve.during(When.SPAN, thirtyFirst, thirtyFirst))).isEmpty();
        data.search.close();
        data.search = data.search(folder.resolve("index"), Instant.parse("2026-12-30T20:00:00Z"));
        assertThat(data.titles(SearchQuestion.of("").during(When.TONIGHT, null, null)))
                .containsExactly("Songe d'une nuit d'été");
        assertThat(data.ask("songe").hits().get(0).dates().get(0).startsLocal()).hasToString("2026-12-31T00:30");
    }

    @Test
    void todayIsAnotherDayInAnotherZone() {
        data.house(3, "tokyo", "Tokyo", "Asia/Tokyo");
        data.date(data.production(3, "Kabuki", null, null, null), "2026-11-28T10:00", null);
        data.search.close();
        data.search = data.search(folder.resolve("index"), Instant.parse("2026-11-28T16:00:00Z"));
        assertThat(data.titles(SearchQuestion.of("").during(When.TODAY, null, null)))
                .as("in Tokyo it is the 29th")
                .containsExactly("Carmen Suite", "Carmen");
    }

    @Test
    void whatHasMostWordsIsOfferedAndSaidSo() {
        SearchAnswer answer = data.ask("carmen zanzibar");
        assertThat(answer.words()).isEqualTo(Words.MOST);
        assertThat(answer.total()).isEqualTo(3);
        assertThat(answer.hits().get(0).title()).as("equally fit, but sooner").isEqualTo("Carmen Suite");
        assertThat(data.ask("carmen lyon").words()).isNotEqualTo(Words.MOST);
        assertThat(data.ask("qqqqq").total()).isZero();
        assertThat(data.ask("carmne").words()).isEqualTo(Words.NEAR_SPELLINGS);
    }

    @Test
    void thePastIsOfferedWhenNothingLiesAhead() {
        SearchAnswer answer = data.ask("le cid");
        assertThat(answer.total()).isZero();
        assertThat(answer.earlier()).isEqualTo(1);
        assertThat(data.titles(SearchQuestion.of("cid").during(When.ALL, null, null)))
                .containsExactly("Le Cid");
        assertThat(data.titles(SearchQuestion.of("").during(When.ALL, null, null)))
                .as("what is past comes last")
                .last()
                .isEqualTo("Le Cid");
    }

    @Test
    void facetsCountShowsAndNarrow() {
        SearchAnswer all = data.ask("");
        assertThat(all.total()).isEqualTo(7);
        assertThat(all.houses()).isEqualTo(2);
        assertThat(all.facets().houses())
                .containsExactly(new Count("celestins", "Les Célestins", 4), new Count("staatsoper", "Staatsoper", 3));
        assertThat(all.facets().months())
                .contains(new Count("2026-12", "2026-12", 4), new Count("2026-11", "2026-11", 2));
        assertThat(all.facets().towns()).contains(new Count("Köln", "Köln", 2));
        SearchQuestion narrowed = new SearchQuestion(
                "",
                When.COMING,
                null,
                null,
                List.of("staatsoper"),
                "koln",
                "OPER",
                "",
                "Koln",
                "",
                SearchConditions.NONE,
                Order.DATE,
                0,
                20);
        assertThat(data.titles(narrowed)).containsExactly("Die Zauberflöte");
        assertThat(data.titles(new SearchQuestion(
                        "",
                        When.COMING,
                        null,
                        null,
                        List.of("nobody"),
                        "",
                        "",
                        "",
                        "",
                        "",
                        SearchConditions.NONE,
                        Order.DATE,
                        0,
                        20)))
                .isEmpty();
    }

    @Test
    void questionsHaveLimits() {
        assertThat(catchThrowableOfType(Unanswered.class, () -> data.ask("x".repeat(201)))
                        .code())
                .isEqualTo("search-long");
        SearchAnswer many = data.ask("carmen " + "carmen ".repeat(13));
        assertThat(many.wordsCut()).isTrue();
        assertThat(many.total()).isEqualTo(3);
        assertThat(data.ask("\"title:*\" OR (~1 [a TO z] \\ + - ! <script>").partial())
                .isFalse();
        assertThat(data.ask("\u0000\ud800 🎭 ’ - ").complete()).isTrue();
        assertThat(SearchQuestion.of("").piece(Order.DATE, 9_999, 999))
                .extracting(SearchQuestion::offset, SearchQuestion::limit)
                .containsExactly(1_000, 50);
    }

    @Test
    void nothingOfBuyersOrOfTheQuarantineIsFound() {
        data.run(
                1,
                "insert into personal.person (house, person, sealed, with_birth_year, contact_key, run, line) values (1, 1,"
                        + " encode('Xenophonta Quibberley'), false, 1, 1, 1)");
        data.run(
                1,
                "insert into personal.quarantine values (1, 1, 1, 1, 'x', 'titre', encode('Xenophonta Quibberley'))");
        data.run(1, "insert into label values (1, 'tariff', 1, 'Xenophonta', null, 1)");
        assertThat(data.ask("xenophonta").total()).isZero();
        assertThat(data.ask("quibberley").total()).isZero();
        assertThat(data.ask(SearchQuestion.of("xenophonta").during(When.ALL, null, null))
                        .total())
                .isZero();
    }
}
