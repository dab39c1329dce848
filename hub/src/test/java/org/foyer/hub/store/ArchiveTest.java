package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void open() {
        archive = new Archive(folder);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileIsKeptAsItCameUnderItsDigest() {
        ArchivedFile kept = archive.keep("ventes.csv", bytes("abc"), 3);
        assertThat(kept.sha256().hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-2, B.1
        assertThat(kept.bytes()).isEqualTo(3);
        assertThat(archive.path(kept.sha256())).hasContent("abc");
        assertThat(archive.holds(kept.sha256())).isTrue();
    }

    @Test
    void theSameBytesUnderTwoNamesAreKeptOnce() {
        ArchivedFile one = archive.keep("a.csv", bytes("abc"), 10);
        ArchivedFile other = archive.keep("b.csv", bytes("abc"), 10);
        assertThat(other.sha256()).isEqualTo(one.sha256());
        assertThat(other.name()).isEqualTo("b.csv");
        assertThat(folder).isDirectoryContaining(archive.path(one.sha256())::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aFileTooLargeLeavesNothing() {
        assertThatThrownBy(() -> archive.keep("a.csv", bytes("abcd"), 3)).isInstanceOf(FileTooLarge.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        InputStream broken = new InputStream() {
            private boolean begun;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                if (begun) {
                    throw new IOException("connection reset");
                }
                begun = true;
                return 1000;
            }
        };
        assertThatThrownBy(() -> archive.keep("a.csv", broken, 1 << 20)).isInstanceOf(UncheckedIOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "ventes.csv, ventes.csv",
        "../../etc/passwd, passwd",
        "C:\\Users\\Léa\\ventes.csv, ventes.csv",
        "/, file",
        "'', file",
        "a/.., file",
        "'été \u0000 20.csv', 'été  20.csv'"
    })
    void onlyTheNameItselfIsKept(String sent, String kept) {
        assertThat(archive.keep(sent, bytes(sent), 100).name()).isEqualTo(kept);
        assertThat(folder.toFile().list()).hasSize(1);
    }
}
