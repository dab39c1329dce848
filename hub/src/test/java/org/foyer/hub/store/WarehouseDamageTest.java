package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseDamageTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aWarehouseWithLines() {
        file = folder.resolve("warehouse.duckdb");
        try (Warehouse warehouse = Warehouse.open(file, "512MB")) {
            warehouse.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute(
                            "insert into run_mark select hash(i) % 1000000, 1, null from range(300000) lines (i)");
                }
            });
        }
    }

    private void read() {
        try (Warehouse warehouse = Warehouse.open(file, "512MB")) {
            warehouse.read(connection -> {
                try (Statement statement = connection.createStatement();
                        var rows = statement.executeQuery("select sum(run) from run_mark")) {
                    return rows.next();
                }
            });
        }
    }

    private void overwrite(long from, int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(bytes), from);
        }
    }

    @Test
    void anUndamagedFileIsRead() {
        read();
    }

    @Test
    void aFileOfAnotherEditionIsRebuiltInsteadOfRead() throws SQLException {
        try (Warehouse warehouse = Warehouse.open(file, "512MB")) {
            warehouse.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("update schema_edition set edition = 1");
                }
            });
        }
        assertThatThrownBy(() -> Warehouse.open(file, "512MB")).isInstanceOf(WarehouseBroken.class);
        Warehouse.openInsteadOfBroken(file, "512MB").close();
        read();
    }

    @Test
    void overwrittenHeadersAreSaidToBeBroken() throws IOException {
        overwrite(0, 12 * 1024);
        assertThatThrownBy(this::read).isInstanceOf(WarehouseBroken.class).hasMessageContaining("rebuild");
    }

    @Test
    void overwrittenBlocksAreSaidToBeBroken() throws IOException {
        overwrite(12 * 1024, (int) Files.size(file) - 12 * 1024);
        assertThatThrownBy(this::read).isInstanceOf(WarehouseBroken.class);
    }

    @Test
    void aFileCutShortIsSaidToBeBroken() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 3);
        }
        assertThatThrownBy(this::read).isInstanceOf(WarehouseBroken.class);
    }

    @Test
    void anEmptyFileIsSaidToBeBrokenInsteadOfPassingForAnEmptyWarehouse() throws IOException {
        Files.write(file, new byte[0]);
        assertThatThrownBy(this::read).isInstanceOf(WarehouseBroken.class);
        assertThat(file).isEmptyFile();
    }

    @Test
    void textInItsPlaceIsSaidToBeBroken() throws IOException {
        Files.writeString(file, "this is no warehouse ".repeat(1000));
        assertThatThrownBy(this::read).isInstanceOf(WarehouseBroken.class);
    }
}
