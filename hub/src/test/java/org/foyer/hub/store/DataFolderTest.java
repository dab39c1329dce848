package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Archive archive = new Archive(data.archive());
            kept = archive.path(archive.keep("a.csv", new ByteArrayInputStream(new byte[] {1}), 10)
                    .sha256());
            Files.createDirectories(data.work().resolve("run-7/parts"));
            Files.writeString(data.work().resolve("run-7/parts/half"), "x");
            Files.writeString(data.archive().resolve("partial-123.tmp"), "half");
        }
        try (DataFolder data = DataFolder.hold(root)) {
            assertThat(data.archive()).isDirectoryContaining(kept::equals);
            assertThat(data.archive().resolve("partial-123.tmp")).doesNotExist();
            assertThat(data.work()).isEmptyDirectory();
        }
    }
}
