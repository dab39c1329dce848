package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.catalogue.Reconciliation.Candidate;
import org.foyer.hub.catalogue.Reconciliation.Entity;
import org.foyer.hub.catalogue.Reconciliation.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which thing of the programmes a name in a list means, on a real warehouse and a real index. */
class ReconcilingTest {

    @TempDir
    Path folder;

    private SearchFixture data;
    private Reconciliation reconciliation;

    @BeforeEach
    void fill() {
        data = new SearchFixture(folder);
        data.house(1, "celestins", "Les Célestins", "Europe/Paris");
        data.house(2, "staatsoper", "Staatsoper", "Europe/Berlin");
        var carmen = data.production(1, "Carmen", "Opéra", "Théâtre des Célestins", "Lyon");
        long first = data.date(carmen, "2026-12-12T20:00", null);
        data.work(carmen, first, 1, "Carmen", "Georges Bizet");
        data.person(carmen, first, null, "Martin, Jeanne", "mise en scène");
        var other = data.production(2, "Carmen", "Oper", "Großes Haus", "Köln");
        long second = data.date(other, "2027-01-10T19:30", null);
        data.work(other, second, 1, "Carmen", "Georges Bizet");
        data.person(other, second, null, "Jeanne Martin", "Inszenierung");
        var flute = data.production(2, "Die Zauberflöte", "Oper", "Großes Haus", "Köln");
        data.work(flute, data.date(flute, "2025-02-01", null), 1, "Die Zauberflöte", "Wolfgang Amadeus Mozart");
        var only = data.production(1, "Le Misanthrope", "Théâtre", null, null);
        data.date(only, "2026-11-30T20:00", null);
        data.date(only, "2026-12-01T20:00", null);
        assertThat(data.search.settle(Duration.ofMinutes(1))).isTrue();
        reconciliation = data.search.reconciliation();
    }

    @AfterEach
    void close() {
        data.close();
    }

    private List<Candidate> ask(String name, Set<EntityKind> kinds, Map<String, List<String>> properties) {
        return reconciliation.candidates(new Question(name, kinds, true, 5, properties));
    }

    private List<Candidate> ask(String name, EntityKind kind) {
        return ask(name, Set.of(kind), Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "le misanthrope, SHOW, Le Misanthrope, true",
        "MISANTHROPE, SHOW, Le Misanthrope, false",
        "misantrhope, SHOW, Le Misanthrope, false",
        "zauberflote die, WORK, Die Zauberflöte, true",
        "Zauberfloete, WORK, Die Zauberflöte, false",
        "Mozart, PERSON, Wolfgang Amadeus Mozart, false",
        "W. A. Mozart, PERSON, Wolfgang Amadeus Mozart, false",
        "'Mozart, Wolfgang Amadeus', PERSON, Wolfgang Amadeus Mozart, true",
        "theatre des celestins, PLACE, Théâtre des Célestins, true",
        "célestins, HOUSE, Les Célestins, false",
    })
    void aNameMeans(String name, EntityKind kind, String meant, boolean certain) {
        List<Candidate> found = ask(name, kind);
        assertThat(found).isNotEmpty();
        assertThat(found.get(0).entity().name()).isEqualTo(meant);
        assertThat(found.get(0).entity().kind()).isEqualTo(kind);
        assertThat(found.get(0).match()).isEqualTo(certain);
        assertThat(found.get(0).features()).containsKeys("name", "words", "letters", "type");
    }

    @ParameterizedTest
    @CsvSource({
        "isni: 0000 0001 2146 438X, PERSON, Georges Bizet",
        "https://isni.org/isni/000000012146438X, PERSON, Georges Bizet",
        "Q185968, WORK, Carmen",
        "siret: 732 829 320 00074, PLACE, Théâtre des Célestins",
        "siren: 732829320, HOUSE, Les Célestins",
    })
    void anIdentifierOfAnotherRegisterMeans(String id, EntityKind kind, String meant) {
        data.run(1, """
                insert into found_outside
                select 1, kind, thing, property, value, false, 'a-source', 1, null from (values
                  ('name', name_number('Bizet, Georges'), 'isni', '000000012146438X'), ('house', 0, 'siren', '732829320'),
                  ('work', (select min(id) from work where house = 1), 'wikidata', 'Q185968'),
                  ('venue', (select min(id) from venue where house = 1), 'siret', '73282932000074')) t(kind, thing, property, value)
                """);
        assertThat(data.search.settle(Duration.ofMinutes(1))).isTrue();
        List<Candidate> found = ask(id, kind);
        assertThat(found).isNotEmpty();
        assertThat(found.get(0).entity().name()).isEqualTo(meant);
        assertThat(found.get(0).match()).isTrue();
    }

    @Test
    void namesakesAreNotCertainUntilSomethingTellsThemApart() {
        List<Candidate> both = ask("Carmen", EntityKind.SHOW);
        assertThat(both).hasSize(2).allSatisfy(candidate -> {
            assertThat(candidate.score()).isEqualTo(100);
            assertThat(candidate.match()).isFalse();
        });
        for (Map.Entry<String, List<String>> told : Map.of(
                        "town", List.of("koln"),
                        "house", List.of("house-staatsoper"),
                        "venue", List.of("Grosses Haus"))
                .entrySet()) {
            List<Candidate> found = ask("Carmen", Set.of(EntityKind.SHOW), Map.of(told.getKey(), told.getValue()));
            assertThat(found.get(0).entity().properties().get("town"))
                    .as(told.getKey())
                    .containsExactly("Köln");
            assertThat(found.get(0).match()).as(told.getKey()).isTrue();
            assertThat(found.get(0).features()).containsEntry(told.getKey(), 1.0);
            assertThat(found.get(1).score()).isLessThan(found.get(0).score());
        }
    }

    @Test
    void spellingsOfOnePersonAreOneEntityAndEachFindsIt() {
        data.run(1, """
                insert into credited_name select distinct name, name_number(name) from contribution;
                insert into contribution (house, performance, position, name, role, instrument, run)
                  select 1, max(id), null, 'Janka Kowalská', 'Regie', null, 1 from performance where house = 1;
                insert into credited_name values ('Janka Kowalská', name_number('Janka Kowalská'));
                insert into one_name values (name_number('Janka Kowalská'), name_number('Jeanne Martin'))
                """);
        assertThat(data.search.settle(Duration.ofMinutes(1))).isTrue();
        for (String asked :
                List.of("Janka Kowalska", "Jeanne Martin", "person-jeanne-martin", "person-janka-kowalska")) {
            List<Candidate> found = ask(asked, EntityKind.PERSON);
            assertThat(found).as(asked).isNotEmpty();
            Entity entity = found.get(0).entity();
            assertThat(entity.id()).as(asked).isEqualTo("person-jeanne-martin");
            assertThat(entity.properties().get("spelling"))
                    .as(asked)
                    .containsExactlyInAnyOrder("Jeanne Martin", "Martin, Jeanne", "Janka Kowalská");
            assertThat(entity.properties().get("role")).contains("Regie", "mise en scène", "Inszenierung");
            assertThat(found)
                    .as(asked)
                    .noneMatch(other ->
                            other != found.get(0) && other.entity().id().equals(entity.id()));
        }
        assertThat(ask("Janka Kowalska", EntityKind.PERSON).get(0).match()).isTrue();
        assertThat(reconciliation.entity("person-janka-kowalska").orElseThrow().id())
                .isEqualTo("person-jeanne-martin");
        assertThat(data.titles("Kowalska Carmen"))
                .as("found by a spelling that its own programme does not have")
                .containsExactly("Carmen");
    }

    @Test
    void aPersonOfSeveralHousesIsOneEntry() {
        List<Candidate> found = ask("Jeanne Martin", EntityKind.PERSON);
        assertThat(found).hasSize(1);
        Entity person = found.get(0).entity();
        assertThat(person.id()).isEqualTo("person-jeanne-martin");
        assertThat(person.properties())
                .containsEntry("role", List.of("mise en scène", "Inszenierung"))
                .containsEntry("performances", List.of("2"))
                .containsEntry("first", List.of("2026-12-12"))
                .containsEntry("last", List.of("2027-01-10"))
                .containsEntry("house", List.of("house-celestins Les Célestins", "house-staatsoper Staatsoper"));
        assertThat(reconciliation.entity("person-jeanne-martin")).contains(person);
    }

    @Test
    void anIdentifierMeansItself() {
        Entity show = ask("Le Misanthrope", EntityKind.SHOW).get(0).entity();
        assertThat(show.id()).matches("show-\\d+-2026-0");
        assertThat(show.properties())
                .containsEntry("performances", List.of("2"))
                .containsEntry("season", List.of("2026-27"));
        Candidate same = ask(show.id(), Set.of(), Map.of()).get(0);
        assertThat(same.entity()).isEqualTo(show);
        assertThat(same.match()).isTrue();
        assertThat(reconciliation.suggest(show.id(), null, 0)).first().isEqualTo(show);
        assertThat(reconciliation.entity("show-1-2026-0")).isEmpty();
        assertThat(reconciliation.entity("")).isEmpty();
    }

    @Test
    void propertiesAloneFindToo() {
        assertThat(ask("", Set.of(EntityKind.SHOW), Map.of("town", List.of("Köln"), "season", List.of("2024-25"))))
                .first()
                .extracting(candidate -> candidate.entity().name())
                .isEqualTo("Die Zauberflöte");
        assertThat(ask("", Set.of(), Map.of("nothing", List.of("nobody")))).isEmpty();
    }

    @Test
    void otherKindsComeLaterUnlessTheyAreLeftOut() {
        Question loose = new Question("Carmen", Set.of(EntityKind.WORK), false, 10, Map.of());
        List<Candidate> found = reconciliation.candidates(loose);
        assertThat(found.subList(0, 2))
                .extracting(candidate -> candidate.entity().kind())
                .containsOnly(EntityKind.WORK);
        assertThat(found).extracting(candidate -> candidate.entity().kind()).contains(EntityKind.SHOW);
        assertThat(found.get(2).score()).isEqualTo(80);
        assertThat(ask("Carmen", EntityKind.WORK)).hasSize(2);
    }

    @Test
    void beginningsAreSuggested() {
        assertThat(reconciliation.suggest("zaub", null, 0))
                .extracting(Entity::name)
                .containsOnly("Die Zauberflöte");
        assertThat(reconciliation.suggest("carmen", EntityKind.WORK, 0)).hasSize(2);
        assertThat(reconciliation.suggest("carmen", EntityKind.WORK, 1)).hasSize(1);
        assertThat(reconciliation.suggest("georges biz", EntityKind.PERSON, 0))
                .extracting(Entity::name)
                .containsExactly("Georges Bizet");
        assertThat(reconciliation.suggest("  ", null, 0)).isEmpty();
    }

    @Test
    void whatLeavesTheProgrammeLeavesTheAnswers() {
        data.run(1, "delete from performance where house = ?", 1);
        assertThat(data.search.settle(Duration.ofMinutes(1))).isTrue();
        assertThat(ask("Le Misanthrope", EntityKind.SHOW)).isEmpty();
        assertThat(ask("Carmen", EntityKind.SHOW)).hasSize(1);
        assertThat(reconciliation.entity("person-jeanne-martin").orElseThrow().properties())
                .containsEntry("performances", List.of("1"));
    }

    @Test
    void nothingOfBuyersIsFound() {
        data.run(1, "insert into label values (1, 'tariff', 1, 'Xenophonta', null, 1)");
        data.run(
                1,
                "insert into personal.person (house, person, sealed, with_birth_year, contact_key, run, line) values (1, 1,"
                        + " encode('Xenophonta Quibberley'), false, 1, 1, 1)");
        assertThat(data.search.settle(Duration.ofMinutes(1))).isTrue();
        assertThat(ask("Xenophonta Quibberley", Set.of(), Map.of())).isEmpty();
    }
}
