package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;

/** Whatever stands in a file, every row of it is accounted for, and the cube stays the sum of the lines. */
class DirtyFilesTest {

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void everyRowIsAccountedFor(@ForAll("files") List<String> rows) throws IOException {
        try (IntakeStand stand = new IntakeStand(Files.createTempDirectory("dirty"))) {
            String good = LifecycleTest.line("G", "Vente", "21/02/2025 10:15", "23,50");
            RunReport report =
                    stand.run(PARIS, stand.receive("d.csv", LifecycleTest.HEAD + good + String.join("", rows)));
            assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
            assertThat(report.read()).isEqualTo(rows.size() + 1L);
            assertThat(report.read()).isEqualTo(report.taken() + report.unchanged() + report.quarantined());
            assertThat(stand.query("select count(distinct line) from personal.quarantine"))
                    .containsExactly(Long.toString(report.quarantined()));
            assertThat(stand.query("select coalesce(sum(tickets), 0), coalesce(sum(amount), 0) from daily_cube"))
                    .isEqualTo(
                            stand.query("select coalesce(sum(quantity), 0), coalesce(sum(amount), 0) from sale_line"));
        }
    }

    @Provide
    Arbitrary<List<String>> files() {
        Arbitrary<String> row = Combinators.combine(
                        Arbitraries.of("1", "2", "3", "4", "", "é", "0005"),
                        Arbitraries.of("Vente", "Annulation", "remboursement", "?", ""),
                        Arbitraries.of(
                                "21/02/2025 10:15",
                                "31/02/2025 10:15",
                                "30/03/2025 02:30",
                                "x",
                                "",
                                "01/01/0024 10:00"),
                        Arbitraries.of("23,50", "-3,00", "NaN", "1.234,5", "12.50", "−0,00", "", "1e3", "99999999999"))
                .as(LifecycleTest::line);
        return row.list().ofMinSize(0).ofMaxSize(40);
    }
}
