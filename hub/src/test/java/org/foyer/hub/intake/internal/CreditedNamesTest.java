package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spellings that are one person, by an identifier or because somebody said so, and those that are not. */
class CreditedNamesTest {

    private static final String ISNI = "0000 0001 2146 438X";
    private static final String OTHER_ISNI = "0000 0001 2103 2683";

    private static final String PEOPLE = """
            select string_agg(n.name, ' = ' order by n.name) from credited_name n left join one_name o on o.name = n.number
            group by coalesce(o.known_as, n.number) having count(*) > 1 order by 1
            """;

    @TempDir
    Path folder;

    IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    /** Each credit as {@code name;role;isni;viaf}. */
    private RunReport bill(HouseId house, String title, String... credits) {
        StringBuilder csv = new StringBuilder("Code représentation;Titre;Date;Heure;Lieu;Artiste;Fonction;ISNI;VIAF\n");
        for (String credit : credits) {
            csv.append("%s-%s;%s;05/03/2026;20:00;Grand Théâtre;%s\n".formatted(title, house.value(), title, credit));
        }
        return run(house, title + ".csv", csv.toString());
    }

    private RunReport run(HouseId house, String name, String text) {
        RunReport report = stand.run(house, stand.receive(name, text));
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private long number(String name) {
        return Long.parseLong(stand.query("select name_number('" + name + "')").get(0));
    }

    private long person(String name) {
        return Long.parseLong(stand.query("select coalesce((select known_as from one_name where name = name_number('"
                        + name + "')), name_number('" + name + "'))")
                .get(0));
    }

    private void decide(HouseId house, String keep, String other, boolean same) {
        assertThat(stand.intake
                        .doubles()
                        .decide(house, DoublePair.Kind.PERSON, number(keep), number(other), same, "ada"))
                .map(RunReport::state)
                .contains(RunState.COMMITTED);
    }

    @Test
    void oneIdentifierJoinsSpellingsAlsoOfTwoHouses() {
        bill(PARIS, "Mouette", "Anton Tchekhov;auteur;" + ISNI + ";", "Tchekhov, Anton;auteur;;", "Nina Petrova;jeu;;");
        assertThat(stand.query("select count(*) from one_name")).containsExactly("0");
        bill(LONDON, "Seagull", "Anton Chekhov;author;" + ISNI + ";", "Nina Petrovna;jeu;;");
        assertThat(stand.query(PEOPLE)).containsExactly("Anton Chekhov = Anton Tchekhov = Tchekhov, Anton");
        assertThat(person("Anton Chekhov")).isEqualTo(person("Tchekhov, Anton"));
        List<String> whole = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(whole);
    }

    @Test
    void namesakesAreNotJoinedThroughTheNameThatTheyShare() {
        bill(PARIS, "Un", "Jean Martin;jeu;" + ISNI + ";", "J. P. Martin;jeu;" + ISNI + ";");
        assertThat(stand.query(PEOPLE)).containsExactly("J. P. Martin = Jean Martin");
        bill(LONDON, "Two", "Jean Martin;dance;" + OTHER_ISNI + ";", "John Martin;dance;" + OTHER_ISNI + ";");
        assertThat(stand.query(PEOPLE)).as("two people bear the one name").isEmpty();
    }

    @Test
    void spellingsThatDifferInAnotherRegisterAreLeftToAPerson() {
        bill(PARIS, "Un", "Anne Dupont;jeu;" + ISNI + ";95216565", "Annie Dupond;jeu;" + OTHER_ISNI + ";95216565");
        assertThat(stand.query(PEOPLE)).isEmpty();
        assertThat(stand.intake.doubles().doubtful(PARIS))
                .filteredOn(pair -> pair.kind() == DoublePair.Kind.PERSON)
                .hasSize(1)
                .first()
                .satisfies(pair -> assertThat(pair.reasons())
                        .contains(
                                new DoublePair.Reason("same-identifier", "VIAF 95216565"),
                                new DoublePair.Reason("same-show", "Un"),
                                new DoublePair.Reason("same-role", "jeu")));
    }

    @Test
    void aPersonsDecisionJoinsIsKeptAndIsTakenBack() {
        bill(PARIS, "Un", "Jeanne Martin;mise en scène;;", "Paul Durand;jeu;;");
        bill(PARIS, "Deux", "J. Martin;mise en scène;;");
        List<DoublePair> pairs = stand.intake.doubles().doubtful(PARIS).stream()
                .filter(pair -> pair.kind() == DoublePair.Kind.PERSON)
                .toList();
        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).reasons())
                .containsExactly(
                        new DoublePair.Reason("like-name", "93"), new DoublePair.Reason("same-role", "mise en scène"));
        decide(PARIS, "Jeanne Martin", "J. Martin", true);
        assertThat(stand.query(PEOPLE)).containsExactly("J. Martin = Jeanne Martin");
        assertThat(person("J. Martin"))
                .as("the number of the one that was kept")
                .isEqualTo(number("Jeanne Martin"));
        assertThat(stand.intake.doubles().doubtful(PARIS)).noneMatch(pair -> pair.kind() == DoublePair.Kind.PERSON);
        Doubles.Decided decided = stand.intake.doubles().decided(PARIS, 10).get(0);
        assertThat(decided.name() + "|" + decided.otherName()).isEqualTo("Jeanne Martin|J. Martin");
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.query(PEOPLE)).containsExactly("J. Martin = Jeanne Martin");
        stand.intake.undo(new org.foyer.hub.model.IntakeRunId(decided.run()), "ada");
        assertThat(stand.query(PEOPLE)).isEmpty();
        decide(PARIS, "Jeanne Martin", "J. Martin", false);
        assertThat(stand.intake.doubles().doubtful(PARIS)).noneMatch(pair -> pair.kind() == DoublePair.Kind.PERSON);
        assertThat(stand.intake
                        .doubles()
                        .decide(
                                PARIS,
                                DoublePair.Kind.PERSON,
                                number("Jeanne Martin"),
                                number("J. Martin"),
                                true,
                                "ada"))
                .as("what was told apart is joined by taking that back")
                .isEmpty();
    }

    @Test
    void whoIsToldApartLeavesAllThatBearTheIdentifier() {
        bill(PARIS, "Un", "Anna Lind;jeu;" + ISNI + ";", "A. Lind;jeu;" + ISNI + ";", "Arne Lind;jeu;" + ISNI + ";");
        assertThat(stand.query(PEOPLE)).containsExactly("A. Lind = Anna Lind = Arne Lind");
        decide(PARIS, "Anna Lind", "Arne Lind", false);
        assertThat(stand.query(PEOPLE)).containsExactly("A. Lind = Anna Lind");
    }

    @Test
    void aNumberOutlastsItsName() {
        RunReport only = bill(PARIS, "Un", "Paul Durand;jeu;;");
        String given = Long.toString(number("Paul Durand"));
        stand.intake.undo(only.run(), "ada");
        assertThat(stand.query("select name from credited_name")).isEmpty();
        assertThat(stand.query("select id from departed where kind = 'person'")).containsExactly(given);
        bill(PARIS, "Un", "Durand, Paul;jeu;;");
        assertThat(stand.query("select number from credited_name")).containsExactly(given);
        assertThat(stand.query("select id from departed where kind = 'person'")).isEmpty();
    }

    @Test
    void moreBearersThanAPersonHasSpellingsAreAMistake() {
        String[] credits = new String[40];
        for (int i = 0; i < credits.length; i++) {
            credits[i] = "Nom " + (char) ('a' + i % 26) + i + ";jeu;" + ISNI + ";";
        }
        bill(PARIS, "Un", credits);
        assertThat(stand.query(PEOPLE)).isEmpty();
    }
}
