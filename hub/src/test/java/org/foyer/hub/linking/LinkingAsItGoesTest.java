package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a house on real stores imports, undos, erasures and decisions end with what a full run with the same weights gives, whatever happened before. */
class LinkingAsItGoesTest {

    private static final House HOUSE = new House(
            PARIS,
            "grand-theatre",
            "Grand Théâtre",
            Discipline.THEATRE,
            500,
            PostalAddress.UNKNOWN,
            null,
            ZoneId.of("Europe/Paris"),
            Currency.getInstance("EUR"),
            false);

    private static final String HEAD = "Billet;Operation;Date operation;Spectacle;Date representation;Montant;"
            + "N° client;Prenom;Nom;Email;Telephone;Adresse;Code postal;Ville\n";

    private static final List<String> TABLES =
            List.of("same_person", "match_pair", "linked", "link_trace", "link_edge", "link_basis");

    private static final List<String> CROWD = BuyerStand.crowd(600);
    private static final int FIRST = 240;

    @TempDir
    Path folder;

    private IntakeStand stand;
    private SamePerson samePerson;
    private int files;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        samePerson = new SamePerson(stand.warehouse, stand.register, BuyerStand.CLOCK);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private void restart() {
        stand.close();
        open();
    }

    private RunReport load(String rows) {
        RunReport report = stand.run(PARIS, stand.receive("file" + files++ + ".csv", HEAD + rows));
        assertThat(report.byProblem()).isEmpty();
        return report;
    }

    private String sale(String customer, String... contacts) {
        return "T" + files + customer + ";Vente;21/02/2025 10:15;Le Cid;26/04/2025 20:00;23,50;" + customer + ";"
                + String.join(";", contacts) + "\n";
    }

    /** First name, surname, e-mail, telephone, street, postcode, town. */
    private static String[] contacts(int person) {
        String[] cells = CROWD.get(person).split("\\|");
        return new String[] {cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]};
    }

    private String crowd(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            rows.append(sale("C" + i, contacts(i)));
        }
        return rows.toString();
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (String table : TABLES) {
            stand.query("select columns(*) from " + table).stream()
                    .sorted()
                    .forEach(row -> told.add(table + " " + row));
        }
        return told;
    }

    private void change(String sql) {
        stand.warehouse.write(PARIS, connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private String tag() {
        return String.join(" ", stand.query("select weights from link_basis"));
    }

    /** All pairs weighed again by the weights that are kept. */
    private void linkWhole() {
        change("delete from link_basis");
        change("update linked set of = ''");
        samePerson.link(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyChangeEndsWithWhatAFullRunWithTheSameWeightsGives(long seed) {
        load(crowd(0, FIRST));
        samePerson.link(HOUSE);
        String weights = tag();
        Random random = new Random(seed);
        List<IntakeRunId> runs = new ArrayList<>();
        Map<String, Integer> erased = new HashMap<>();
        for (int change = 0; change < 14; change++) {
            change(random, runs, erased);
            if (random.nextInt(3) == 0) {
                restart();
            }
            samePerson.link(HOUSE);
            List<String> found = told();
            linkWhole();
            assertThat(found).as("after change %d", change).isEqualTo(told());
        }
        assertThat(erased.isEmpty() ? tag() : weights)
                .as("nothing was learned anew")
                .isEqualTo(weights);
        assertThat(stand.query("select count(*) > 0 from same_person")).containsExactly("true");
    }

    private void change(Random random, List<IntakeRunId> runs, Map<String, Integer> erased) {
        int kind = random.nextInt(5);
        if (kind == 0 && !runs.isEmpty()) {
            stand.intake.undo(runs.remove(random.nextInt(runs.size())), "tester");
        } else if (kind == 1) {
            List<String> some =
                    stand.query("select person from personal.buyer order by hash(person + " + files++ + ") limit 2");
            stand.intake.rights().forget(PARIS, some.stream().map(Long::valueOf).toList(), "steward");
            erased.merge("erased", 2, Integer::sum);
        } else if (kind == 2) {
            List<String> two =
                    stand.query("select person from personal.buyer order by hash(person + " + files++ + ") limit 2");
            samePerson.decide(
                    PARIS, two.get(0), two.get(1), random.nextBoolean() ? Verdict.SAME : Verdict.DIFFERENT, "ines");
        } else {
            runs.add(Objects.requireNonNull(load(someBuyers(random)).run()));
        }
    }

    /** New ones, some who came before under another number, and known ones whose contacts change. */
    private String someBuyers(Random random) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            String[] contacts = contacts(random.nextInt(CROWD.size()));
            if (random.nextInt(3) == 0) {
                contacts[2] = "";
                contacts[3] = "";
            }
            String customer = random.nextInt(4) == 0 ? "C" + random.nextInt(FIRST) : "N" + files + "-" + i;
            rows.append(sale(customer, contacts));
        }
        return rows.toString();
    }

    @Test
    void anyTwoBuyersAreWeighedAsAllWereWhetherAnybodyDoubtsThemOrNot() {
        StringBuilder again = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String[] moved = contacts(i);
            moved[i % 2 == 0 ? 2 : 3] = "";
            moved[4] = "";
            again.append(sale("J" + i, moved));
        }
        load(crowd(0, FIRST) + again);
        samePerson.link(HOUSE);
        List<String> edges = stand.query("select one, other, weight from link_edge order by hash(one, other) limit 60");
        assertThat(edges).hasSizeGreaterThan(20);
        for (String edge : edges) {
            String[] cells = edge.split("\\|");
            Match match = samePerson.match(HOUSE, cells[0], cells[1]).orElseThrow();
            assertThat((float) match.weight()).as(edge).isEqualTo(Float.parseFloat(cells[2]));
            assertThat(match.steps().get(match.steps().size() - 1).total())
                    .as("the steps lead to the weight")
                    .isCloseTo(match.weight(), Offset.offset(1e-9));
        }
        MatchList doubtful = samePerson.doubtful(HOUSE.id(), 0, MatchList.PAIRS_MAX);
        assertThat(doubtful.matches())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(samePerson.match(
                                HOUSE, one.one().person(), one.other().person()))
                        .contains(one));
    }

    @Test
    void twoBuyersWhoNeverMetAreWeighedByTheirCustomerNumbers() {
        load(crowd(0, FIRST));
        assertThat(samePerson.matchOf(HOUSE, "C0", "C1")).as("never linked").isEmpty();
        samePerson.link(HOUSE);
        Match match = samePerson.matchOf(HOUSE, "C0", "C239").orElseThrow();
        assertThat(List.of(match.one().buyerRef(), match.other().buyerRef())).containsExactlyInAnyOrder("C0", "C239");
        assertThat(match.joined()).isFalse();
        assertThat(match.weight()).isLessThan(-5.0);
        assertThat(samePerson.matchOf(HOUSE, "C0", "C9999")).isEmpty();
        assertThat(samePerson.matchOf(HOUSE, "C0", "C0")).isEmpty();
        assertThat(samePerson.match(HOUSE, "none", "")).isEmpty();
    }

    @Test
    void pairsThatStandAreNotWeighedAgain() {
        String[] jean = {"Jean", "Lefèvre", "jl@boite.example", "0612345678", "12 rue de la Paix", "75002", "Paris"};
        String[] emma = {"Emma", "Sorel", "emma@boite.example", "0611223344", "5 rue Lepic", "75018", "Paris"};
        load(crowd(0, FIRST)
                + sale("J1", jean)
                + sale("J2", jean[0], jean[1], jean[2], jean[3], "", "", "Paris")
                + sale("E1", emma)
                + sale("E2", emma[0], emma[1], emma[2], emma[3], "", "", "Paris"));
        samePerson.link(HOUSE);
        List<String> alone = stand.query("select one, other from link_edge e where (select count(*) from link_edge o"
                + " where o.one in (e.one, e.other) or o.other in (e.one, e.other)) = 1 and weight > 0");
        assertThat(alone).isNotEmpty();
        String[] pair = alone.get(0).split("\\|");
        String people = "select count(*) from same_person where one_person = " + pair[0] + " and person = " + pair[1];
        assertThat(stand.query(people)).containsExactly("1");
        change("update link_edge set weight = -3 where one = " + pair[0] + " and other = " + pair[1]);
        load(sale("N1", "Odile", "Varenne", "ov@poste.example", "", "", "", "Nantes"));
        samePerson.link(HOUSE);
        assertThat(stand.query(people)).as("by the weight that was kept").containsExactly("0");
        assertThat(samePerson.learnAnew(PARIS)).isTrue();
        assertThat(samePerson.standing(PARIS).current()).isFalse();
        samePerson.link(HOUSE);
        assertThat(stand.query(people)).as("weighed anew").containsExactly("1");
        assertThat(samePerson.standing(PARIS).current()).isTrue();
    }

    /** The register keeps new weights before the warehouse keeps what is found by them. */
    @Test
    void aCrashBetweenWeightsAndWhatIsFoundByThemLeavesNothingOfTheOldOnes() {
        load(crowd(0, FIRST));
        samePerson.link(HOUSE);
        String old = tag();
        for (String table : TABLES) {
            change("create table before_" + table + " as select * from " + table);
        }
        change("update before_link_edge set weight = 50");
        load(crowd(FIRST, FIRST + FIRST / 5));
        samePerson.link(HOUSE);
        assertThat(tag()).as("a fifth more, so learned anew").isNotEqualTo(old);
        List<String> found = told();
        for (String table : TABLES) {
            change("delete from " + table);
            change("insert into " + table + " select * from before_" + table);
        }
        restart();
        assertThat(samePerson.standing(PARIS).current()).isFalse();
        samePerson.link(HOUSE);
        assertThat(told()).isEqualTo(found);
    }

    @Test
    void aRebuildKeepsTheWeights() {
        load(crowd(0, FIRST));
        samePerson.link(HOUSE);
        load(crowd(FIRST, FIRST + 20));
        samePerson.link(HOUSE);
        List<String> found = told();
        stand.intake.rebuild(Progress.NONE);
        samePerson.link(HOUSE);
        assertThat(told()).isEqualTo(found);
    }

    @Test
    void whoIsForgottenLeavesNothingInWhatIsKept() {
        load(crowd(0, FIRST) + sale("J1", contacts(3)) + sale("J2", contacts(3)));
        samePerson.link(HOUSE);
        List<String> gone = stand.query("select person from personal.buyer where buyer_ref in ('J1', 'C3')");
        stand.intake.rights().forget(PARIS, gone.stream().map(Long::valueOf).toList(), "steward");
        String keys = String.join(", ", gone);
        String left = "select (select count(*) from link_trace where person in (" + keys + "))"
                + " + (select count(*) from link_edge where one in (" + keys + ") or other in (" + keys + "))";
        assertThat(stand.query(left)).containsExactly("0");
        samePerson.link(HOUSE);
        assertThat(stand.query(left)).containsExactly("0");
        assertThat(told()).noneMatch(row -> gone.stream().anyMatch(row::contains));
    }
}
