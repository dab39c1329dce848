package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulatedNetwork;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.simulation.SimulationProgress;
import org.foyer.hub.simulation.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All houses of the demonstration, smaller: each of their files goes in, and what comes out is what was simulated. */
class SimulatedFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    @Test
    void everyFileOfTheDemonstrationIsLoadedAndEachRowAccountedFor() throws IOException {
        SimulatedNetwork network = Simulator.simulate(
                new SimulationPlan(12, 60_000, 1789, TODAY, 4, folder.resolve("files")), SimulationProgress.NONE);
        try (IntakeStand stand = new IntakeStand(folder.resolve("data"))) {
            stand.now = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
            for (int i = 0; i < network.houses().size(); i++) {
                load(
                        stand,
                        network.houses().get(i),
                        house(stand, i + 11, network.houses().get(i)));
            }
        }
    }

    private static HouseId house(IntakeStand stand, int id, SimulatedHouse house) {
        stand.addHouse(id, house.slug(), house.zone(), house.currency());
        return new HouseId(id);
    }

    private void load(IntakeStand stand, SimulatedHouse house, HouseId id) throws IOException {
        long dirty = 0;
        for (SimulatedFile file : house.files()) {
            if (!file.kind().isImported()) {
                continue;
            }
            Path path = folder.resolve("files").resolve(file.path());
            try (InputStream in = Files.newInputStream(path)) {
                RunReport report = stand.run(
                        id, stand.intake.receive(id, path.getFileName().toString(), in));
                List<String> codes =
                        report.problems().stream().map(p -> p.code()).toList();
                assertThat(codes).as(file.path()).doesNotContain("warehouse-refused", "engine-failed");
                assertThat(report.read()).as(file.path()).isGreaterThanOrEqualTo(file.lines());
                assertThat(report.taken() + report.unchanged() + report.quarantined())
                        .as("%s %s", file.path(), codes)
                        .isEqualTo(report.read());
                dirty += report.quarantined();
            }
        }
        assertThat(stand.query("select sum(quantity), sum(amount) from sale_line where house = " + id.value()
                        + " and operation in ('sale', 'cancellation')"))
                .as("%s, %d rows in quarantine", house.slug(), dirty)
                .containsExactly(house.tickets() + "|" + house.amount());
        assertThat(stand.query("select 'twice' from personal.buyer where house = " + id.value()
                        + " group by buyer_ref having count(*) > 1"))
                .isEmpty();
    }
}
