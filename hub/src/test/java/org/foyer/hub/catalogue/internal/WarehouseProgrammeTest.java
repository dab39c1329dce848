package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseProgrammeTest {

    private static final HouseId HOUSE = new HouseId(1);
    private static final HouseId NOBODY = new HouseId(3);

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Programme programme;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
        programme = new WarehouseProgramme(warehouse);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void entriesComeInOrderOfDayPageByPage() {
        assertThat(ids(programme.entries(HOUSE, Fixture.FIRST, Fixture.LAST, 0, 3)))
                .containsExactly(1000006L, 1000001L, 1000003L);
        assertThat(ids(programme.entries(HOUSE, Fixture.FIRST, Fixture.LAST, 3, 3)))
                .containsExactly(1000005L, 1000007L, 1000002L);
        assertThat(ids(programme.entries(HOUSE, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 3), 0, 10)))
                .containsExactly(1000003L, 1000005L);
    }

    @Test
    void countAndSpanCoverBothEnds() {
        assertThat(programme.count(HOUSE, Fixture.FIRST, Fixture.LAST)).isEqualTo(8);
        assertThat(programme.count(HOUSE, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 3)))
                .isEqualTo(2);
        assertThat(programme.span(HOUSE))
                .contains(new Programme.Span(LocalDate.of(1842, 12, 7), LocalDate.of(2199, 6, 30)));
    }

    @Test
    void aHouseWithoutProgrammeHasNoSpanAndNoEntries() {
        assertThat(programme.span(NOBODY)).isEmpty();
        assertThat(programme.entries(NOBODY, Fixture.FIRST, Fixture.LAST, 0, 10))
                .isEmpty();
        assertThat(programme.count(NOBODY, Fixture.FIRST, Fixture.LAST)).isZero();
    }

    @Test
    void anEntryTellsWorksAndCredits() {
        ProgrammeEntry entry = programme.entry(HOUSE, 1000006).orElseThrow();
        assertThat(entry.contributions())
                .containsExactly(new Contribution("New York Philharmonic", "orchestra", null, null));
        assertThat(entry.items())
                .extracting(ProgrammeEntry.Item::title)
                .containsExactly("SYMPHONY NO. 5 IN C MINOR, OP.67", null, "OBERON");
        assertThat(entry.items()).extracting(ProgrammeEntry.Item::interval).containsExactly(false, true, false);
        assertThat(entry.items().get(2).contributions())
                .contains(new Contribution("Otto, Antoinette", "Soloist", "Soprano", 1000002L));
    }

    @Test
    void anotherHousesEntryIsNotFound() {
        assertThat(programme.entry(new HouseId(2), 1000006)).isEmpty();
    }

    private static List<Long> ids(List<ProgrammeEntry> entries) {
        return entries.stream().map(entry -> entry.performance().id()).toList();
    }
}
