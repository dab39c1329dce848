package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path root;

    /** Tries to hold a folder. */
    static final class Second {
        public static void main(String[] arguments) {
            try (DataFolder held = DataFolder.hold(Path.of(arguments[0]))) {
                System.out.println("holds " + held.root());
            } catch (DataFolderHeld held) {
                System.out.println("held by another");
            }
        }
    }

    @Test
    void aSecondProcessIsToldThatTheFolderIsHeldAndGetsItAfterwards() throws Exception {
        try (DataFolder held = DataFolder.hold(root)) {
            assertThat(ChildJvm.run("", Second.class, root.toString()).said()).startsWith("held by another");
            assertThat(held.archive()).isDirectory();
        }
        assertThat(ChildJvm.run("", Second.class, root.toString()).said()).startsWith("holds ");
    }

    @Test
    void aSecondHolderInTheSameProcessIsToldToo() {
        try (DataFolder held = DataFolder.hold(root)) {
            assertThatThrownBy(() -> DataFolder.hold(held.root())).isInstanceOf(DataFolderHeld.class);
        }
    }

    @Test
    void whatACrashLeftHalfDoneIsClearedAwayAndNothingElse() throws Exception {
        Path kept;
        try (DataFolder data = DataFolder.hold(root)) {
            Archive archive = new Archive(data.archive(), new HouseKeys(data.keys()));
            HouseId house = new HouseId(1);
            kept = archive.path(
                    house,
                    archive.keep(house, "a.csv", new ByteArrayInputStream(new byte[] {1}), 10)
                            .sha256());
            Files.createDirectories(data.work().resolve("run-7/parts"));
            Files.writeString(data.work().resolve("run-7/parts/half"), "x");
            Files.writeString(data.archive().resolve("1/partial-123.tmp"), "half");
            Files.writeString(data.keys().resolve("partial-4.tmp"), "half");
            Files.createDirectories(data.root().resolve("warehouse.duckdb.tmp"));
            Files.writeString(data.root().resolve("warehouse.duckdb.tmp/block"), "names");
        }
        try (DataFolder data = DataFolder.hold(root)) {
            assertThat(kept).exists();
            assertThat(data.archive().resolve("1/partial-123.tmp")).doesNotExist();
            assertThat(data.keys().resolve("house-1.json")).exists();
            assertThat(data.keys().resolve("partial-4.tmp")).doesNotExist();
            assertThat(data.root().resolve("warehouse.duckdb.tmp")).isEmptyDirectory();
            assertThat(data.work()).isEmptyDirectory();
        }
    }
}
