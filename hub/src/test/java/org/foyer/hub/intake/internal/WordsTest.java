package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.intake.HouseWord;
import org.foyer.hub.intake.HouseWords;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.ValueProof;
import org.foyer.hub.intake.WordsAnswer;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a house says of its own words outside an import, and what comes of it with imports before and after. */
class WordsTest {

    /** "Tarif maison", "Tarif ami" and "Borne" are in no recipe. */
    private static final String FILE = SalesIntakeTest.HEAD
            + sale("1", "Plein tarif", "Guichet")
            + sale("2", "Plein tarif", "Guichet")
            + sale("3", "Plein tarif", "Borne")
            + sale("4", "Tarif maison", "Internet")
            + sale("5", "Tarif maison", "Internet")
            + sale("6", "Tarif maison", "Borne")
            + sale("7", "Tarif ami", "Guichet")
            + sale("7", "Tarif ami", "Guichet").replace("Vente;21", "Annulation;22");

    @TempDir
    Path folder;

    private IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private static String sale(String ticket, String tariff, String channel) {
        return ticket + ";Vente;21/02/2025 10:15;Le Misanthrope;26/04/2025 20:00;Grande salle;" + tariff + ";" + channel
                + ";10,00;C" + ticket + ";Nom;01000\n";
    }

    private static SaidWord tariff(String label, @Nullable String kind) {
        return new SaidWord("tariff", label, kind);
    }

    private static Matching matching(String label, String kind) {
        return new Matching("ticketing-columns", Map.of(), List.of(new Matching.Word("tariff", label, kind)));
    }

    private RunReport load(String name, String text) {
        return stand.run(PARIS, stand.receive(name, text));
    }

    private RunReport load(String name, String text, Matching said) {
        ArchivedFile file = stand.receive(name, text);
        return stand.intake.run(new RunOrder(PARIS, List.of(file), said, false, null, "tester", null), Progress.NONE);
    }

    private void say(SaidWord... words) {
        assertThat(stand.intake.say(PARIS, List.of(words), "claire").problems()).isEmpty();
    }

    private List<String> kindOf(String label) {
        return stand.query("select kind from label where label = '" + label + "'");
    }

    @Test
    void wordsToClassifyComeFirstAndOfThemThoseThatMostTicketsBear() {
        load("a.csv", FILE);
        HouseWords words = stand.intake.words(PARIS, 0, 10);
        assertThat(words.items())
                .containsExactly(
                        new HouseWord("tariff", "Tarif maison", null, 3, 3),
                        new HouseWord("channel", "Borne", null, 2, 2),
                        new HouseWord("tariff", "Tarif ami", null, 2, 0),
                        new HouseWord("tariff", "Plein tarif", "full", 3, 3),
                        new HouseWord("channel", "Guichet", "counter", 4, 2),
                        new HouseWord("channel", "Internet", "web", 2, 2));
        assertThat(words.total()).isEqualTo(6);
        assertThat(words.toClassify()).isEqualTo(3);
        assertThat(words.tickets()).isEqualTo(6);
        assertThat(words.ticketsToClassify()).as("tickets 3 to 6").isEqualTo(4);
        assertThat(stand.intake.words(PARIS, 1, 2).items())
                .extracting(HouseWord::label)
                .containsExactly("Borne", "Tarif ami");
        assertThat(stand.intake.words(LONDON, 0, 10)).isEqualTo(new HouseWords(List.of(), 0, 0, 0, 0, 0));
    }

    @Test
    void aWordSaidCountsAtOnceForThisHouseAlone() {
        load("a.csv", FILE);
        stand.run(LONDON, stand.receive("b.csv", FILE));
        long london = stand.warehouse.revision(LONDON);
        long paris = stand.warehouse.revision(PARIS);
        WordsAnswer answer = stand.intake.say(
                PARIS, List.of(tariff("Tarif maison", "professional"), tariff("Plein tarif", "full")), "claire");
        assertThat(answer).isEqualTo(new WordsAnswer(1, List.of()));
        assertThat(stand.query("select house, kind from label where label = 'Tarif maison' order by house"))
                .containsExactly("1|professional", "2|null");
        assertThat(stand.warehouse.revision(PARIS)).isGreaterThan(paris);
        assertThat(stand.warehouse.revision(LONDON)).isEqualTo(london);
        assertThat(stand.intake.words(PARIS, 0, 10).toClassify()).isEqualTo(2);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNothingIsChanged() {
        load("a.csv", FILE);
        List<String> before = stand.everything();
        WordsAnswer answer = stand.intake.say(
                PARIS,
                List.of(
                        tariff("Tarif maison", "professional"),
                        tariff("Tarif maison", "full"),
                        tariff("Tarif ami", "cheap"),
                        tariff("Tarif inconnu", "full"),
                        new SaidWord("zone", "Orchestre", "full"),
                        new SaidWord("channel", "Borne", "full")),
                "claire");
        assertThat(answer.problems())
                .extracting(problem -> problem.place().line() + " " + problem.code())
                .containsExactly(
                        "2 word-said-twice",
                        "3 kind-unknown",
                        "4 word-unknown",
                        "5 word-field-unknown",
                        "6 kind-unknown");
        assertThat(stand.intake
                        .say(PARIS, Collections.nCopies(1_001, tariff("Tarif ami", "full")), "claire")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("words-too-many");
        assertThat(stand.everything()).isEqualTo(before);
        assertThat(stand.intake.say(PARIS, List.of(), "claire")).isEqualTo(new WordsAnswer(0, List.of()));
    }

    @Test
    void aWordSaidStaysWithLaterImportsWithUndoAndWithARebuild() {
        RunReport first = load("a.csv", FILE, matching("Tarif maison", "group"));
        say(tariff("Tarif maison", "professional"), tariff("Plein tarif", null), tariff("Tarif ami", "invitation"));
        RunReport second = load("b.csv", FILE.replace("\n4;", "\n14;"));
        assertThat(second.toClassify()).extracting(ValueProof::label).doesNotContain("Tarif maison");
        assertThat(kindOf("Tarif maison")).containsExactly("professional");
        assertThat(kindOf("Plein tarif")).as("said to be classified later").containsExactly("null");
        stand.intake.undo(Objects.requireNonNull(first.run()), "tester");
        assertThat(kindOf("Tarif maison")).containsExactly("professional");
        stand.intake.undo(Objects.requireNonNull(second.run()), "tester");
        assertThat(kindOf("Tarif maison")).isEmpty();
        load("c.csv", FILE);
        say(new SaidWord("channel", "Borne", "web"));
        assertThat(kindOf("Tarif maison")).containsExactly("professional");
        assertThat(kindOf("Tarif ami")).containsExactly("invitation");
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
        assertThat(stand.intake.settle()).isEmpty();
        assertThat(stand.everything()).isEqualTo(before);
    }

    @Test
    void theLastWordCountsWhetherSaidWithAnImportOrOutside() {
        load("a.csv", FILE);
        say(tariff("Tarif maison", "professional"));
        load("b.csv", FILE, matching("Tarif maison", "group"));
        assertThat(kindOf("Tarif maison")).containsExactly("group");
        say(tariff("Tarif maison", "youth"));
        load("c.csv", FILE.replace("\n5;", "\n15;"));
        assertThat(kindOf("Tarif maison")).containsExactly("youth");
        stand.intake.rebuild(Progress.NONE);
        assertThat(kindOf("Tarif maison")).containsExactly("youth");
    }

    @Test
    void aRehearsalAndAFailedRunSayNothing() {
        load("a.csv", FILE);
        say(tariff("Tarif maison", "professional"));
        ArchivedFile file = stand.receive("b.csv", FILE);
        RunReport rehearsed = stand.intake.run(
                new RunOrder(PARIS, List.of(file), matching("Tarif ami", "group"), true, null, "tester", null),
                Progress.NONE);
        assertThat(rehearsed.toClassify()).extracting(ValueProof::label).doesNotContain("Tarif ami");
        load("c.csv", LifecycleTest.HEAD_ONLY, matching("Tarif maison", "group"));
        stand.intake.settle();
        assertThat(kindOf("Tarif maison")).containsExactly("professional");
        assertThat(kindOf("Tarif ami")).containsExactly("null");
    }

    @Test
    void theNextFileIsProvenWithWhatWasSaid() {
        load("a.csv", FILE, matching("Tarif maison", "group"));
        say(tariff("Tarif maison", "professional"), tariff("Plein tarif", null));
        ArchivedFile file = stand.receive("b.csv", FILE);
        assertThat(stand.intake.prove(PARIS, file, Matching.NONE).values())
                .contains(
                        new ValueProof("tariff", "Tarif maison", "professional", 3),
                        new ValueProof("tariff", "Plein tarif", null, 3));
        assertThat(stand.intake
                        .prove(PARIS, file, matching("Tarif maison", "youth"))
                        .values())
                .contains(new ValueProof("tariff", "Tarif maison", "youth", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words-kept", "words-taken"})
    void aCrashBetweenTheStoresIsSettled(String moment) {
        load("a.csv", FILE);
        FileIntake crashing = crashingAt(moment);
        assertThatThrownBy(() -> crashing.say(PARIS, List.of(tariff("Tarif maison", "professional")), "claire"))
                .isInstanceOf(LifecycleTest.SimulatedCrash.class);
        stand.intake.settle();
        assertThat(kindOf("Tarif maison")).containsExactly("professional");
    }

    @ParameterizedTest
    @ValueSource(strings = {"loaded", "marked", "committed"})
    void aCrashInAnImportLeavesItsWordsOrNone(String moment) {
        load("a.csv", FILE);
        say(tariff("Tarif maison", "professional"));
        FileIntake crashing = crashingAt(moment);
        ArchivedFile file = stand.receive("b.csv", FILE);
        RunOrder order =
                new RunOrder(PARIS, List.of(file), matching("Tarif maison", "group"), false, null, "tester", null);
        assertThatThrownBy(() -> crashing.run(order, Progress.NONE)).isInstanceOf(LifecycleTest.SimulatedCrash.class);
        stand.intake.settle();
        List<String> settled = kindOf("Tarif maison");
        assertThat(settled).containsExactly(moment.equals("loaded") ? "professional" : "group");
        stand.intake.rebuild(Progress.NONE);
        assertThat(kindOf("Tarif maison")).isEqualTo(settled);
    }

    /** A large import may go on for a while; whoever speaks meanwhile speaks last. */
    @Test
    void aWordSaidWhileAnImportIsAtWorkCountsAboveTheImports() {
        load("a.csv", FILE);
        ArchivedFile file = stand.receive("b.csv", FILE);
        FileIntake interrupted = stand.intake(at -> {
            if (at.equals("begun") || at.equals("marked")) {
                stand.now = stand.now.plusSeconds(10);
                say(tariff("Tarif maison", at.equals("begun") ? "youth" : "school"));
            }
        });
        interrupted.run(
                new RunOrder(PARIS, List.of(file), matching("Tarif maison", "group"), false, null, "tester", null),
                Progress.NONE);
        assertThat(kindOf("Tarif maison")).containsExactly("school");
        stand.intake.rebuild(Progress.NONE);
        assertThat(kindOf("Tarif maison")).containsExactly("school");
    }

    private FileIntake crashingAt(String moment) {
        return stand.intake(at -> {
            if (at.equals(moment)) {
                throw new LifecycleTest.SimulatedCrash();
            }
        });
    }
}
