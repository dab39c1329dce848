package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UnpackedEngineTest {

    @TempDir
    Path folder;

    @Test
    void onlyTheEngineUnpackedIntoTheFolderIsFoundAndOnlyOnce() throws IOException {
        Path real = folder.toRealPath();
        Path engine = real.resolve("libduckdb_java4711.so");
        assertThat(UnpackedEngine.unpacked(
                        Stream.of(
                                mapped(engine.toString()),
                                mapped(engine.toString()),
                                mapped("/usr/lib/libduckdb_java12.so"),
                                mapped(real.resolve("sub/libduckdb_java12.so").toString()),
                                mapped(real.resolve("sqlite-3.53-libsqlitejdbc.so")
                                        .toString()),
                                mapped(real.resolve("libduckdb_java13.so (deleted)")
                                        .toString()),
                                mapped(real.resolve("libduckdb_java.so").toString()),
                                "7f5d0c000000-7f5d0c021000 rw-p 00000000 00:00 0 ",
                                "7ffd3b5e5000-7ffd3b606000 rw-p 00000000 00:00 0                          [stack]"),
                        folder))
                .containsExactly(engine);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anOpenWarehouseLeavesNoFileOfItsEngineBehind() throws IOException {
        try (Warehouse warehouse = Warehouse.open(folder.resolve("warehouse.duckdb"), "256MB");
                Stream<String> mappings = Files.lines(Path.of("/proc/self/maps"))) {
            assertThat(warehouse.revision()).isPositive();
            assertThat(mappings.filter(mapping -> mapping.contains("libduckdb_java")))
                    .isNotEmpty()
                    .allMatch(mapping -> mapping.endsWith(".so (deleted)"));
        }
    }

    private static String mapped(String path) {
        return "7f5d1a000000-7f5d1c000000 r-xp 00000000 fe:00 1310733                    " + path;
    }
}
