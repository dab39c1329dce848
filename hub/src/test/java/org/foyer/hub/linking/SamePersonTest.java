package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buyers as box offices type them: who is one person, who lives together, and what people say of it. */
class SamePersonTest {

    @TempDir
    static Path folder;

    private static BuyerStand stand;

    @BeforeAll
    static void open() {
        stand = new BuyerStand(folder);
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    private static House house(List<String> crowd, String... lines) {
        House house = stand.house();
        List<String> all = new ArrayList<>(crowd);
        all.addAll(List.of(lines));
        stand.buyers(house, all);
        return house;
    }

    private static House house(String... lines) {
        return house(BuyerStand.crowd(400), lines);
    }

    private static long person(House house, long buyer) {
        return stand.person(house, buyer);
    }

    @Test
    void onePersonTypedTwiceIsOnePersonAndLivesInOneHousehold() {
        House house = house(
                "2|Jean-Pierre|Lefèvre|jp.lefevre@boite.example|0612345678|12 rue de la Paix|69003|Lyon|1961",
                "1|JEAN PIERRE|LEFEVRE|jp.lefevre@boite.example|+33 6 12 34 56 78|12, r. de la Paix|69003|LYON|",
                "3|J.-P.|Lefevre|jp.lefevre@boite.example|||69003||1961");
        LinkedPeople linked = stand.samePerson.link(house);
        assertThat(List.of(person(house, 1), person(house, 2), person(house, 3)))
                .containsOnly(1L);
        assertThat(linked.done()).isTrue();
        assertThat(linked.current()).isTrue();
        assertThat(linked.buyers()).isEqualTo(403);
        assertThat(linked.people()).isEqualTo(401);
        assertThat(linked.households()).isEqualTo(401);
        assertThat(stand.found(house)).containsOnlyKeys(1L, 2L, 3L);
    }

    @Test
    void twinsAndFatherAndSonOfOneNameAreTwoPeopleInOneHousehold() {
        House house = house(
                "1|Emma|Sorel||0478000002|5 quai Perrache|69002|Lyon|1999",
                "2|Louise|Sorel||0478000002|5 quai Perrache|69002|Lyon|1999",
                "3|Jacques|Verdier||0478000001|4 quai Perrache|69002|Lyon|1950",
                "4|Jacques|Verdier||0478000001|4 quai Perrache|69002|Lyon|1979");
        stand.samePerson.link(house);
        assertThat(person(house, 2)).as("twins").isEqualTo(2);
        assertThat(person(house, 4)).as("father and son").isEqualTo(4);
        assertThat(stand.household(house, 2)).isEqualTo(1);
        assertThat(stand.household(house, 4)).isEqualTo(3);
        assertThat(stand.household(house, 3)).as("the neighbours").isEqualTo(3);
    }

    @Test
    void coupleWithTwoNamesIsOneHouseholdWhenTheyShareATelephone() {
        House house = house(
                "1|Alice|Berthon||0478112233|9 rue Victor Hugo|69002|Lyon|1970",
                "2|Marc|Delorme||0478112233|9, rue Victor-Hugo|69002|Lyon|1968",
                "3|Jeanne|Quillot||0478999999|9 rue Victor Hugo|69002|Lyon|1980",
                "4|Nina|Delorme-Berthon|||9 rue Victor Hugo|69002|Lyon|2001");
        LinkedPeople linked = stand.samePerson.link(house);
        assertThat(linked.people()).isEqualTo(404);
        assertThat(List.of(stand.household(house, 1), stand.household(house, 2), stand.household(house, 4)))
                .containsOnly(1L);
        assertThat(stand.household(house, 3)).as("another flat of the house").isEqualTo(3);
    }

    @Test
    void homonymsInTwoTownsStayApart() {
        House house = house(
                "1|Marie|Martinel5|marie.m@boite.example|0611111111|3 rue Haute|13001|Marseille|1950",
                "2|Marie|Martinel5|mm75@poste.example|0622222222|8 rue Basse|75011|Paris|1985");
        stand.samePerson.link(house);
        assertThat(person(house, 2)).isEqualTo(2);
        assertThat(stand.household(house, 2)).isEqualTo(2);
    }

    @Test
    void theBoxOfficesEmailMakesNobodyOnePerson() {
        List<String> crowd = BuyerStand.crowd(600).stream()
                .map(line -> line.replaceAll("m\\d+@boite", "guichet@theatre"))
                .toList();
        House house = house(crowd);
        LinkedPeople linked = stand.samePerson.link(house);
        assertThat(linked.people()).isBetween(595L, 600L);
    }

    @Test
    void aSchoolsTelephoneMakesNoPersonAndNoHousehold() {
        List<String> pupils = new ArrayList<>();
        String[] names = {
            "Abel|Quesnel",
            "Basile|Orsoni",
            "Cyr|Humbert",
            "Diane|Zanetti",
            "Elsa|Wagner",
            "Flore|Trouvé",
            "Guy|Pichon",
            "Hedi|Jaziri",
            "Ida|Kowalski",
            "Jade|Bouvard",
            "Kim|Schaeffer",
            "Louis|Delage"
        };
        for (int i = 0; i < names.length; i++) {
            pupils.add("%d|%s||0478121212|1 place du Lycée|69004|Lyon|2008".formatted(i + 1, names[i]));
        }
        House house = house(pupils.toArray(String[]::new));
        LinkedPeople linked = stand.samePerson.link(house);
        assertThat(linked.people()).isEqualTo(412);
        assertThat(linked.households())
                .as("twelve with one sign are an institution")
                .isEqualTo(412);
    }

    @Test
    void theOrderInWhichBuyersCameChangesNothing() {
        List<String> lines = new ArrayList<>(BuyerStand.crowd(300));
        lines.add("1|Jean|Lefèvre|jl@boite.example|0612345678|12 rue de la Paix|69003|Lyon|1961");
        lines.add("2|Jean|Lefevre|jl@boite.example||||Lyon|1961");
        House house = stand.house();
        stand.buyers(house, lines);
        stand.samePerson.link(house);
        Map<Long, List<Long>> found = stand.found(house);
        Collections.shuffle(lines, new Random(3));
        House again = stand.house();
        stand.buyers(again, lines);
        stand.samePerson.link(again);
        assertThat(stand.found(again)).isEqualTo(found).isNotEmpty();
    }

    @Test
    void linkingIsDoneAnewOnlyWhenSomethingChanged() {
        House house = house("1|Jean|Lefèvre|jl@boite.example||||Lyon|1961");
        assertThat(stand.samePerson.standing(house.id())).isEqualTo(LinkedPeople.NONE);
        stand.samePerson.link(house);
        long revision = stand.warehouse.revision(house.id());
        stand.samePerson.link(house);
        assertThat(stand.warehouse.revision(house.id()))
                .as("nothing was written")
                .isEqualTo(revision);
        stand.buyers(house, List.of("2|Jean|Lefevre|jl@boite.example||||Lyon|1961"));
        assertThat(stand.samePerson.standing(house.id()).current()).isFalse();
        assertThat(stand.samePerson.link(house).people()).isEqualTo(401);
        stand.change(house, "delete from personal.person where house = ? and person = 2");
        assertThat(stand.samePerson.link(house)).isEqualTo(new LinkedPeople(true, true, 401, 401, 401));
        assertThat(stand.found(house)).isEmpty();
    }

    @Test
    void whatPeopleSayCountsAboveWeights() {
        House house = house(
                "1|Jean|Lefèvre|jl@boite.example|0612345678|12 rue de la Paix|69003|Lyon|1961",
                "2|Jean|Lefevre|jl@boite.example|0612345678|12 rue de la Paix|69003|Lyon|1961",
                "3|Emma|Sorel|emma@boite.example||5 quai Perrache|69002|Lyon|1999",
                "4|Nicolas|Tavernier|nt@poste.example||1 rue Neuve|33000|Bordeaux|1944");
        stand.samePerson.link(house);
        assertThat(person(house, 2)).isEqualTo(1);
        assertThat(stand.samePerson.decide(house.id(), "2", "1", Verdict.DIFFERENT, "ines"))
                .isEmpty();
        assertThat(stand.samePerson.decide(house.id(), "3", "4", Verdict.SAME, "ines"))
                .isEmpty();
        assertThat(stand.samePerson.standing(house.id()).current()).isFalse();
        stand.samePerson.link(house);
        assertThat(person(house, 2)).isEqualTo(2);
        assertThat(stand.household(house, 2)).as("they still live together").isEqualTo(1);
        assertThat(person(house, 4)).as("no pass brings these together").isEqualTo(3);
        assertThat(stand.samePerson.decisions(house.id(), 0, 10))
                .extracting(said -> said.one() + said.other() + said.verdict().key() + said.by())
                .containsExactly("12differentines", "34sameines");
        assertThat(stand.samePerson.withdraw(house.id(), "1", "2")).isTrue();
        assertThat(stand.samePerson.withdraw(house.id(), "1", "2")).isFalse();
        stand.samePerson.link(house);
        assertThat(person(house, 2)).isEqualTo(1);
    }

    @Test
    void buyersThatAgreeInEverythingCanBeKeptApart() {
        House house = house(
                "1|Jean|Lefèvre|jl@boite.example|0612345678|12 rue de la Paix|69003|Lyon|1961",
                "2|Jean|Lefèvre|jl@boite.example|0612345678|12 rue de la Paix|69003|Lyon|1961",
                "3|Jean|Lefèvre|jl@boite.example|0612345678|12 rue de la Paix|69003|Lyon|1961");
        stand.samePerson.link(house);
        assertThat(person(house, 3)).isEqualTo(1);
        stand.samePerson.decide(house.id(), "1", "3", Verdict.DIFFERENT, "ines");
        stand.samePerson.decide(house.id(), "2", "3", Verdict.DIFFERENT, "ines");
        stand.samePerson.link(house);
        assertThat(person(house, 2)).isEqualTo(1);
        assertThat(person(house, 3)).isEqualTo(3);
    }

    @Test
    void aDecisionThatContradictsOthersIsNotKept() {
        House house = house(
                "1|A|Lefèvre|||||Lyon|1961",
                "2|B|Lefevre|||||Lyon|1961",
                "3|C|Sorel|||||Lyon|1999",
                "4|D|Sorel|||||Lyon|");
        SamePerson door = stand.samePerson;
        assertThat(door.decide(house.id(), "1", "2", Verdict.SAME, "ines")).isEmpty();
        assertThat(door.decide(house.id(), "2", "3", Verdict.SAME, "ines")).isEmpty();
        assertThat(door.decide(house.id(), "3", "1", Verdict.DIFFERENT, "ines")).contains("match-contradicts");
        assertThat(door.decide(house.id(), "1", "4", Verdict.DIFFERENT, "ines")).isEmpty();
        assertThat(door.decide(house.id(), "3", "4", Verdict.SAME, "ines")).contains("match-contradicts");
        assertThat(door.decide(house.id(), "2", "3", Verdict.DIFFERENT, "ines"))
                .as("saying otherwise of the same pair is no contradiction")
                .isEmpty();
        assertThat(door.decide(house.id(), "3", "4", Verdict.SAME, "ines")).isEmpty();
        assertThat(door.decide(house.id(), "1", "99", Verdict.SAME, "ines")).contains("match-unknown");
        assertThat(door.decide(house.id(), "1", "1", Verdict.SAME, "ines")).contains("match-unknown");
        assertThat(door.decide(house.id(), "1", "x", Verdict.SAME, "ines")).contains("match-unknown");
    }

    @Test
    void doubtfulPairsComeFirstAndSayWhy() {
        House house = house(doubtfulLines().toArray(String[]::new));
        stand.samePerson.link(house);
        MatchList list = stand.samePerson.doubtful(house.id(), 0, 200);
        assertThat(list.doubtful()).isPositive().isEqualTo(list.matches().size());
        assertThat(list.matches())
                .extracting(match -> Math.abs(match.weight()))
                .isSorted()
                .allMatch(weight -> weight <= 5);
        for (Match match : list.matches()) {
            double total = match.prior();
            for (Match.Step step : match.steps()) {
                total += step.bits();
                assertThat(step.total()).isCloseTo(total, within(1e-9));
            }
            assertThat(total).isCloseTo(match.weight(), within(1e-6));
            assertThat(match.group().members()).contains(match.one(), match.other());
        }
        Match first = list.matches().get(0);
        assertThat(first.steps())
                .extracting(Match.Step::of)
                .containsExactly("names", "home", "email", "phone", "birth", "family");
        assertThat(stand.samePerson.doubtful(house.id(), 1, 1).matches())
                .isEqualTo(list.matches().subList(1, Math.min(2, list.matches().size())));
        String one = first.one().person();
        String other = first.other().person();
        stand.samePerson.decide(house.id(), one, other, Verdict.LATER, "ines");
        MatchList after = stand.samePerson.doubtful(house.id(), 0, 200);
        assertThat(after.matches().get(after.matches().size() - 1).verdict()).isEqualTo(Verdict.LATER);
        stand.samePerson.decide(house.id(), one, other, Verdict.SAME, "ines");
        assertThat(stand.samePerson.doubtful(house.id(), 0, 200).matches()).hasSize(list.doubtful() - 1);
        stand.samePerson.link(house);
        assertThat(stand.samePerson.match(house, other, one)).hasValueSatisfying(match -> {
            assertThat(match.joined()).isTrue();
            assertThat(match.group().edges())
                    .filteredOn(edge -> Set.of(edge.one(), edge.other()).equals(Set.of(one, other)))
                    .extracting(Match.Edge::verdict)
                    .containsExactly(Verdict.SAME);
        });
    }

    /** One first name and surname each, with more or less beside. */
    private static List<String> doubtfulLines() {
        List<String> lines = new ArrayList<>();
        String[] names = {"Odile|Varenne", "Yves|Kerbrat", "Lucie|Quesnel", "Remi|Dufayel", "Judith|Zanetti"};
        for (int i = 0; i < names.length; i++) {
            lines.add("%d|%s|||%d rue Haute|6900%d|Lyon|19%d0".formatted(2 * i + 1, names[i], i + 1, i + 1, i + 4));
            lines.add("%d|%s|||%s|6900%d|Lyon|".formatted(2 * i + 2, names[i], i < 2 ? "" : "77 avenue Foch", i + 1));
        }
        return lines;
    }

    @Test
    void aHouseWhoseKeyIsGoneIsNotLinkedAnew() {
        House house = house("1|Jean|Lefèvre|jl@boite.example||||Lyon|1961");
        stand.destroyKey(house);
        assertThat(stand.samePerson.link(house)).isEqualTo(LinkedPeople.NONE);
    }
}
