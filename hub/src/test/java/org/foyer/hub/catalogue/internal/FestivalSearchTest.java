package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchAnswer.Count;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.Order;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two houses of one festival, which they write differently, and a series of one of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FestivalSearchTest {

    private SearchFixture data;

    @BeforeAll
    void programme(@TempDir Path folder) {
        data = new SearchFixture(folder);
        data.house(1, "halles", "Les Halles", "Europe/Paris");
        data.house(2, "hangar", "Le Hangar", "Europe/Paris");
        SearchFixture.Made storm = data.production(1, "La Tempête", "Théâtre", "Grande salle", "Lyon");
        in(storm, "2026-12-01T20:00", "festival", "Les Nuits d'Été");
        data.date(storm, "2026-12-02T20:00", null);
        SearchFixture.Made quartet = data.production(1, "Quatuor", "Musique", "Grande salle", "Lyon");
        long monday = in(quartet, "2026-12-07T20:00", "festival", "Les Nuits d'Été");
        data.describe(1, "performance", monday, "series", "Lundis de musique");
        in(data.production(2, "Le Bal", "Danse", "Hangar", "Nantes"), "2026-12-03", "festival", "LES NUITS D'ETE");
        data.date(data.production(2, "Le Vol", "Danse", "Hangar", "Nantes"), "2026-12-05", null);
    }

    @AfterAll
    void close() {
        data.close();
    }

    private long in(SearchFixture.Made made, String start, String kind, String name) {
        long date = data.date(made, start, null);
        data.describe(made.house(), "performance", date, kind, name);
        return date;
    }

    private static SearchQuestion of(String words, String festival) {
        return new SearchQuestion(
                words,
                When.COMING,
                null,
                null,
                List.of(),
                "",
                "",
                "",
                "",
                festival,
                SearchConditions.NONE,
                Order.DATE,
                0,
                20);
    }

    @Test
    void aFestivalOfSeveralHousesIsOneHoweverItIsWritten() {
        for (String asked : new String[] {"les nuits d'ete", " Les Nuits d’Été "}) {
            assertThat(data.titles(of("", asked))).containsExactly("La Tempête", "Le Bal", "Quatuor");
        }
        assertThat(data.titles(of("", "Lundis de musique"))).containsExactly("Quatuor");
        assertThat(data.titles(of("", "Nuits"))).as("a name, not words of it").isEmpty();
    }

    @Test
    void itsDatesAloneAreFoundAndWithOtherWordsToo() {
        SearchAnswer found = data.ask(of("tempete", "Les Nuits d'Été"));
        assertThat(found.dates()).isEqualTo(1);
        assertThat(found.hits().get(0).dates())
                .extracting(date -> date.day().toString())
                .containsExactly("2026-12-01");
        assertThat(data.ask(of("nuits ete", "")).dates())
                .as("by words, dates of it alone as well")
                .isEqualTo(3);
    }

    @Test
    void theyAreCountedUnderTheWayOfWritingThatMostShowsHave() {
        assertThat(data.ask(of("", "")).facets().festivals())
                .containsExactly(
                        new Count("Les Nuits d'Été", "Les Nuits d'Été", 3),
                        new Count("Lundis de musique", "Lundis de musique", 1));
        assertThat(data.ask(of("", "Lundis de musique")).facets().festivals())
                .as("of the dates found")
                .containsExactlyInAnyOrder(
                        new Count("Les Nuits d'Été", "Les Nuits d'Été", 1),
                        new Count("Lundis de musique", "Lundis de musique", 1));
    }

    /** As a decision under Doubles leaves it. */
    @Test
    void namesThatTheHouseJoinedAreCountedAsOneAndFoundUnderEach(@TempDir Path folder) {
        try (SearchFixture own = new SearchFixture(folder)) {
            own.house(2, "hangar", "Le Hangar", "Europe/Paris");
            SearchFixture.Made trio = own.production(2, "Trio", "Musique", "Hangar", "Nantes");
            own.describe(2, "performance", own.date(trio, "2026-12-20", null), "festival", "Forge");
            own.describe(2, "performance", own.date(trio, "2026-12-21", null), "festival", "Festival de la Forge");
            assertThat(names(own)).containsExactly("Festival de la Forge", "Forge");
            own.run(
                    2,
                    "insert into goes_by values (2, 'festival', name_number(?), name_number(?))",
                    "Forge",
                    "Festival de la Forge");
            assertThat(names(own)).containsExactly("Festival de la Forge");
            assertThat(own.ask(of("", "festival de la forge")).dates()).isEqualTo(2);
            assertThat(own.ask(of("", "Forge")).dates()).as("as it is written").isEqualTo(1);
            own.run(2, "delete from goes_by where house = ?", 2);
            assertThat(names(own)).containsExactly("Festival de la Forge", "Forge");
        }
    }

    private static List<String> names(SearchFixture data) {
        return data.ask(of("", "")).facets().festivals().stream()
                .map(Count::label)
                .sorted()
                .toList();
    }
}
