package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.foyer.hub.intake.ExpectedTotals;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {

    static final String HEAD = SalesIntakeTest.HEAD;
    static final String STATE_HEAD = "ticket number;status;sold at;title;performance date;price;ticket type;email\n";

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

    static String line(String ticket, String operation, String sold, String price) {
        return ticket + ";" + operation + ";" + sold
                + ";Le Misanthrope;26/04/2025 20:00;Grande salle;Plein tarif;Guichet;" + price + ";C" + ticket
                + ";Nom;01000\n";
    }

    static String state(String ticket, String status, String price) {
        return ticket + ";" + status + ";2025-05-20 10:00;Lear;2025-06-21 19:30;" + price + ";Full;" + ticket
                + "@example.org\n";
    }

    /** More rows than the engine keeps in one group: see the trap in the loading of movements. */
    @Test
    void aPresentStateOfMoreRowsThanOneGroupOfTheEngineIsTakenWhole() {
        int tickets = 130_000;
        StringBuilder rows = new StringBuilder(STATE_HEAD);
        for (int i = 0; i < tickets; i++) {
            rows.append("T").append(i).append(";paid;2025-05-20 10:00;Lear;2025-06-21 19:30;1.00;Full;\n");
        }
        RunReport report = stand.run(LONDON, stand.receive("state.csv", rows.toString()));
        assertThat(report.taken()).as("%s", report.problems()).isEqualTo(tickets);
        assertThat(stand.query("select count(*), sum(amount) from sale_line"))
                .containsExactly(tickets + "|" + tickets * 100L);
    }

    /** The same for movements. */
    @Test
    void anExportOfMoreRowsThanOneGroupOfTheEngineIsTakenWhole() {
        int tickets = 130_000;
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i < tickets; i++) {
            rows.append(line(Integer.toString(i), "Vente", "21/02/2025 10:15", "1,00"));
        }
        RunReport report = stand.run(PARIS, stand.receive("sales.csv", rows.toString()));
        assertThat(report.taken()).as("%s", report.problems()).isEqualTo(tickets);
        assertThat(stand.query("select count(*), sum(amount) from sale_line"))
                .containsExactly(tickets + "|" + tickets * 100L);
    }

    @Test
    void everyProblemOfARowIsSaidAndTheOthersAreTaken() {
        RunReport report = stand.run(
                PARIS,
                stand.receive(
                        "v.csv",
                        HEAD
                                + line("1", "Vente", "21/02/2025 10:15", "23,50")
                                + line("2", "Vente", "31/02/2025 10:15", "NaN")
                                + line("3", "Vente", "21/02/2025 10:15", "-5,00")
                                + line("4", "Vente", "30/03/2025 02:30", "1e3")
                                + line("5", "Échange", "22/02/2025 10:15", "-0,00")
                                + line("1", "Vente", "21/02/2025 10:15", "23,50")
                                + line("", "Vente", "21/02/2025 10:15", "1.234,5")
                                + line("8", "Vente", "21/02/2025 10:15", "1.234,5")
                                + line("9", "Vente", "21/02/2025 10:15", "−0,00")
                                + line("10", "Annulation", "23/02/2025 10:15", "10,00")));
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
        assertThat(report.read()).isEqualTo(10);
        assertThat(report.quarantined()).isEqualTo(6);
        assertThat(report.byProblem())
                .containsEntry("date-impossible", 1L)
                .containsEntry("amount-unreadable", 2L)
                .containsEntry("amount-negative", 1L)
                .containsEntry("dst-gap", 1L)
                .containsEntry("operation-unknown", 1L)
                .containsEntry("duplicate-in-file", 1L)
                .containsEntry("ticket-missing", 1L);
        assertThat(report.problems()).extracting(Problem::code).contains("cancellation-without-sale");
        assertThat(stand.query("select ticket, amount from sale_line order by line"))
                .containsExactly("1|2350", "8|123450", "9|0", "10|-1000");
    }

    @Test
    void aMendedFileClosesTheRowsThatWaited() {
        RunReport first = stand.run(
                PARIS,
                stand.receive(
                        "v.csv",
                        HEAD
                                + line("1", "Vente", "21/02/2025 10:15", "23,50")
                                + line("=2", "Vente", "31/02/2025 10:15", "20,00")));
        var run = Objects.requireNonNull(first.run());
        assertThat(stand.intake.quarantine(run, 0, 10).items()).hasSize(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stand.intake.writeQuarantine(run, Locale.FRENCH, out);
        String table = out.toString(StandardCharsets.UTF_8);
        assertThat(table).contains("'=2;").contains("foyer_row").contains("1:0:3");
        RunReport second = stand.run(PARIS, stand.receive("mended.csv", table.replaceFirst("31/02", "28/02")));
        assertThat(second.taken()).as("%s", second.problems()).isEqualTo(1);
        assertThat(stand.intake.quarantine(run, 0, 10).items()).isEmpty();
        assertThat(stand.query("select ticket from sale_line order by 1")).containsExactlyInAnyOrder("1", "=2");
        stand.intake.undo(Objects.requireNonNull(second.run()), "tester");
        assertThat(stand.intake.quarantine(run, 0, 10).items()).hasSize(1);
    }

    @Test
    void presentStatesBecomeMovements() {
        RunReport first = stand.run(
                LONDON,
                stand.receive(
                        "t.csv",
                        STATE_HEAD
                                + state("A", "paid", "10.00")
                                + state("B", "reserved", "10.00")
                                + state("C", "cancelled", "12.00")
                                + state("D", "paid", "9.00")));
        assertThat(first.problems()).isEmpty();
        assertThat(first.taken()).isEqualTo(4);
        stand.now = Instant.parse("2025-06-05T09:00:00Z");
        RunReport second = stand.run(
                LONDON,
                stand.receive(
                        "t2.csv",
                        STATE_HEAD
                                + state("A", "cancelled", "10.00")
                                + state("B", "paid", "10.00")
                                + state("C", "cancelled", "12.00")
                                + state("D", "paid", "11.00")));
        assertThat(second.taken()).isEqualTo(3);
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(stand.query("select ticket, operation, day, amount from sale_line order by ticket, sold, operation"))
                .containsExactly(
                        "A|sale|2025-05-20|1000",
                        "A|cancellation|2025-06-05|-1000",
                        "B|reservation|2025-05-20|1000",
                        "B|sale|2025-06-05|1000",
                        "B|release|2025-06-05|-1000",
                        "C|sale|2025-05-20|1200",
                        "C|cancellation|2025-06-01|-1200",
                        "D|sale|2025-05-20|900",
                        "D|sale|2025-06-05|1100",
                        "D|cancellation|2025-06-05|-900");
        RunReport third = stand.run(LONDON, stand.receive("t3.csv", STATE_HEAD + state("A", "cancelled", "10.00")));
        assertThat(third.taken()).isZero();
    }

    /** What was taken back stays known by digests, and a rebuild, which repeats what was taken back, gives the same again. */
    @Test
    void identifiersLastThroughTakingBackReturningAndRebuilding() {
        String identifiers =
                "select 'performance', id from performance union all select 'production', id from production"
                        + " order by all";
        ArchivedFile sales = stand.receive("v.csv", HEAD + line("1", "Vente", "21/02/2025 10:15", "23,50"));
        RunReport first = stand.run(PARIS, sales);
        List<String> given = stand.query(identifiers);
        assertThat(given).hasSize(2);
        stand.intake.undo(Objects.requireNonNull(first.run()), "t");
        assertThat(stand.query(identifiers)).isEmpty();
        assertThat(stand.query("select kind, id from departed order by all")).isEqualTo(given);
        stand.run(PARIS, sales);
        assertThat(stand.query(identifiers)).isEqualTo(given);
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
    }

    @Test
    void aRebuildMakesEveryTableAgain() {
        mixedHistory();
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
    }

    private void mixedHistory() {
        String a = line("1", "Vente", "21/02/2025 10:15", "23,50") + line("2", "Vente", "22/02/2025 10:15", "20,00");
        stand.run(PARIS, stand.receive("a.csv", HEAD + a + line("3", "Vente", "31/02/2025 10:15", "20,00")));
        RunReport b = stand.run(
                PARIS,
                stand.receive(
                        "b.csv",
                        HEAD
                                + a
                                + line("2", "Annulation", "23/02/2025 10:15", "20,00")
                                + line("7", "Vente", "23/02/2025 10:15", "8,00")));
        stand.run(
                LONDON,
                stand.receive("t.csv", STATE_HEAD + state("A", "paid", "10.00") + state("B", "reserved", "10.00")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stand.intake.writeQuarantine(new org.foyer.hub.model.IntakeRunId(1), Locale.ENGLISH, out);
        stand.run(
                PARIS,
                stand.receive("mended.csv", out.toString(StandardCharsets.UTF_8).replaceFirst("31/02", "28/02")));
        stand.intake.undo(Objects.requireNonNull(b.run()), "tester");
        stand.now = stand.now.plusSeconds(86_400);
        stand.run(
                LONDON,
                stand.receive("t2.csv", STATE_HEAD + state("A", "cancelled", "10.00") + state("B", "paid", "10.00")));
    }

    @Test
    void anUndoneRunLeavesNothingThatOnlyItMade() {
        List<String> empty = stand.everything();
        RunReport run = stand.run(PARIS, stand.receive("a.csv", SalesIntakeTest.FILE));
        RunReport undone = stand.intake.undo(Objects.requireNonNull(run.run()), "tester");
        assertThat(undone.state()).isEqualTo(RunState.UNDONE);
        assertThat(stand.everything().stream()
                        .filter(row -> !row.startsWith("main.run_mark")
                                && !row.startsWith("main.departed")
                                && !row.startsWith("main.unsaid"))
                        .toList())
                .isEqualTo(empty);
        assertThat(stand.query("select distinct length(words) from departed")).containsExactly("32"); // digests
        assertThat(stand.run(PARIS, stand.receive("a.csv", SalesIntakeTest.FILE))
                        .taken())
                .isEqualTo(3);
    }

    /** The sale keeps its performance, which the source moved to another evening. */
    @Test
    void aPerformanceThatTheSourceMovesIsMovedWithAWarningAndBackByUndo() {
        String head = "Billet;Operation;Date operation;Code seance;Spectacle;Date representation;Montant\n";
        stand.run(PARIS, stand.receive("a.csv", head + "1;Vente;21/02/2025 10:15;S7;Le Cid;26/04/2025 20:00;23,50\n"));
        RunReport moved = stand.run(
                PARIS, stand.receive("b.csv", head + "2;Vente;22/02/2025 10:15;S7;Le Cid;03/10/2025 19:30;23,50\n"));
        assertThat(moved.problems()).extracting(Problem::code).containsExactly("performance-moved");
        assertThat(stand.query("select starts_local from performance")).containsExactly("2025-10-03 19:30:00.0");
        stand.intake.undo(Objects.requireNonNull(moved.run()), "tester");
        assertThat(stand.query("select starts_local from performance")).containsExactly("2025-04-26 20:00:00.0");
    }

    static final class SimulatedCrash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "begun", "loaded", "marked", "committed"})
    void aCrashAtAnyMomentLeavesTheRunWholeOrAbsent(String moment) {
        FileIntake crashing = stand.intake(at -> {
            if (at.equals(moment)) {
                throw new SimulatedCrash();
            }
        });
        ArchivedFile file = stand.receive("a.csv", SalesIntakeTest.FILE);
        assertThatThrownBy(() -> crashing.run(IntakeStand.order(PARIS, false, file), Progress.NONE))
                .isInstanceOf(SimulatedCrash.class);
        stand.intake.settle();
        boolean kept = List.of("marked", "committed").contains(moment);
        List<RunState> states = stand.intake.runs(PARIS, 0, 10).items().stream()
                .map(RunReport::state)
                .toList();
        assertThat(states)
                .isEqualTo(moment.equals("read") ? List.of() : List.of(kept ? RunState.COMMITTED : RunState.FAILED));
        assertThat(stand.query("select count(*) from sale_line")).containsExactly(kept ? "3" : "0");
        assertThat(stand.intake.settle()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"begun", "loaded", "marked"})
    void aCrashInTheMiddleOfAnUndoIsSettledToo(String moment) {
        RunReport run = stand.run(PARIS, stand.receive("a.csv", SalesIntakeTest.FILE));
        FileIntake crashing = stand.intake(at -> {
            if (at.equals(moment)) {
                throw new SimulatedCrash();
            }
        });
        assertThatThrownBy(() -> crashing.undo(Objects.requireNonNull(run.run()), "tester"))
                .isInstanceOf(SimulatedCrash.class);
        stand.intake.settle();
        boolean undone = moment.equals("marked");
        assertThat(stand.intake
                        .report(Objects.requireNonNull(run.run()))
                        .orElseThrow()
                        .state())
                .isEqualTo(undone ? RunState.UNDONE : RunState.COMMITTED);
        assertThat(stand.query("select count(*) from sale_line")).containsExactly(undone ? "0" : "3");
    }

    /** Or every import in a network would make every other house's pages slow. */
    @Test
    void anImportAndItsUndoLeaveWhatIsRememberedOfOtherHouses() {
        long london = stand.warehouse.revision(IntakeStand.LONDON);
        long paris = stand.warehouse.revision(PARIS);
        RunReport report = stand.run(PARIS, stand.receive("ventes.csv", SalesIntakeTest.FILE));
        long afterImport = stand.warehouse.revision(PARIS);
        stand.intake.undo(java.util.Objects.requireNonNull(report.run()), "tester");
        assertThat(afterImport).isGreaterThan(paris);
        assertThat(stand.warehouse.revision(PARIS)).isGreaterThan(afterImport);
        assertThat(stand.warehouse.revision(IntakeStand.LONDON)).isEqualTo(london);
    }

    @Test
    void aRehearsalSaysEverythingAndKeepsNothing() {
        List<String> before = stand.everything();
        RunReport report = stand.intake.run(
                IntakeStand.order(PARIS, true, stand.receive("a.csv", SalesIntakeTest.FILE)), Progress.NONE);
        assertThat(report.taken()).isEqualTo(3);
        assertThat(report.run()).isNull();
        assertThat(stand.everything()).isEqualTo(before);
        assertThat(stand.intake.runs(PARIS, 0, 10).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HEAD_ONLY, "just words\nwithout a table\n"})
    void aFileWithoutRowsChangesNothingAndSaysWhy(String text) {
        List<String> before = stand.everything();
        RunReport report = stand.run(PARIS, stand.receive("a.csv", text));
        assertThat(report.state()).isEqualTo(RunState.FAILED);
        assertThat(report.problems()).anyMatch(problem -> problem.severity() == Problem.Severity.STOPS_RUN);
        assertThat(stand.everything()).isEqualTo(before);
    }

    static final String HEAD_ONLY = "N° de billet;Opération;Date opération;Spectacle;Date séance;Prix TTC\n";

    @Test
    void theSameKeyTwiceAnswersWithTheFirstReport() {
        ArchivedFile file = stand.receive("a.csv", SalesIntakeTest.FILE);
        RunOrder order = new RunOrder(PARIS, List.of(file), Matching.NONE, false, null, "tester", "key-1");
        RunReport first = stand.intake.run(order, Progress.NONE);
        assertThat(stand.intake.run(order, Progress.NONE)).isEqualTo(first);
        assertThat(stand.intake.runs(PARIS, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void theSourcesOwnTotalsAreCompared() {
        ArchivedFile file = stand.receive("a.csv", SalesIntakeTest.FILE);
        ArchivedFile totals = stand.receive(
                "totals.csv", "Spectacle;Date séance;Billets;Recette\nLe Misanthrope;26/04/2025 20:00;2;23,50\n");
        RunReport report = stand.intake.run(
                new RunOrder(
                        PARIS,
                        List.of(file),
                        Matching.NONE,
                        false,
                        new ExpectedTotals(1L, 2350L, totals, List.of()),
                        "tester",
                        null),
                Progress.NONE);
        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.expectedTickets()).isEqualTo(2);
            assertThat(difference.takenTickets()).isEqualTo(1);
            assertThat(difference.takenAmount()).isEqualTo(2350);
        });
    }

    @Test
    void whatAHouseSaysOfItsWordsIsKeptForTheNextFile() {
        Matching said = new Matching(
                "ticketing-columns",
                java.util.Map.of(),
                List.of(new Matching.Word("tariff", "Tarif maison", "professional")));
        ArchivedFile file = stand.receive("a.csv", SalesIntakeTest.FILE);
        stand.intake.run(new RunOrder(PARIS, List.of(file), said, false, null, "tester", null), Progress.NONE);
        RunReport next = stand.run(PARIS, stand.receive("b.csv", SalesIntakeTest.FILE.replace("0002", "0009")));
        assertThat(next.toClassify()).isEmpty();
        assertThat(stand.query("select kind from label where label = 'Tarif maison'"))
                .containsExactly("professional");
        assertThat(Objects.requireNonNull(next.recipe()).version()).isEqualTo(1);
    }
}
