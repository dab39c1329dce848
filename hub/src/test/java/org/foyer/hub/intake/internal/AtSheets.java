package org.foyer.hub.intake.internal;

import java.nio.file.Path;
import org.foyer.hub.intake.Sheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of a stand of its own for each test. */
abstract class AtSheets {

    @TempDir
    Path folder;

    IntakeStand stand;
    Sheets sheets;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        sheets = stand.intake.sheets();
    }

    @AfterEach
    void close() {
        stand.close();
    }
}
