package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final HouseId HOUSE = new HouseId(3);

    @TempDir
    Path data;

    private HouseKeys keys;
    private Archive archive;
    private Path folder;

    @BeforeEach
    void open() {
        keys = new HouseKeys(data.resolve("keys"));
        archive = new Archive(data, keys);
        folder = data.resolve("3");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileIsKeptAsItCameUnderItsDigest() {
        ArchivedFile kept = archive.keep(HOUSE, "ventes.csv", bytes("abc"), 3);
        assertThat(kept.sha256().hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-2, B.1
        assertThat(kept.bytes()).isEqualTo(3);
        assertThat(archive.open(HOUSE, kept.sha256())).hasContent("abc");
        assertThat(archive.bytes(HOUSE, kept.sha256())).isEqualTo(3);
        assertThat(archive.holds(HOUSE, kept.sha256())).isTrue();
    }

    @Test
    void theSameBytesUnderTwoNamesAreKeptOnce() {
        ArchivedFile one = archive.keep(HOUSE, "a.csv", bytes("abc"), 10);
        ArchivedFile other = archive.keep(HOUSE, "b.csv", bytes("abc"), 10);
        assertThat(other.sha256()).isEqualTo(one.sha256());
        assertThat(other.name()).isEqualTo("b.csv");
        assertThat(folder).isDirectoryContaining(archive.path(HOUSE, one.sha256())::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aFileTooLargeLeavesNothing() {
        assertThatThrownBy(() -> archive.keep(HOUSE, "a.csv", bytes("abcd"), 3)).isInstanceOf(FileTooLarge.class);
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
        assertThatThrownBy(() -> archive.keep(HOUSE, "a.csv", broken, 1 << 20))
                .isInstanceOf(UncheckedIOException.class);
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
        assertThat(archive.keep(HOUSE, sent, bytes(sent), 100).name()).isEqualTo(kept);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (3 << 20) + 5})
    void filesOfAnyLengthComeBackWhole(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        ArchivedFile kept = archive.keep(HOUSE, "a", new ByteArrayInputStream(content), bytes);
        assertThat(kept.bytes()).isEqualTo(bytes);
        assertThat(archive.bytes(HOUSE, kept.sha256())).isEqualTo(bytes);
        try (InputStream in = archive.open(HOUSE, kept.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void nothingOnTheDiskShowsWhatAFileHolds() throws IOException {
        ArchivedFile kept = archive.keep(HOUSE, "a.csv", bytes("Zwetkovskaya;"), 100);
        assertThat(Files.readString(archive.path(HOUSE, kept.sha256()), StandardCharsets.ISO_8859_1))
                .doesNotContain("Zwetkovskaya");
    }

    @Test
    void aLentCopyIsPlainAndGoesWhenItIsGivenBack() {
        ArchivedFile kept = archive.keep(HOUSE, "a.csv", bytes("abc"), 10);
        LentFile lent = archive.lend(HOUSE, kept.sha256(), data);
        assertThat(lent.path()).hasContent("abc");
        lent.close();
        assertThat(lent.path()).doesNotExist();
    }

    @Test
    void aFileThatWasChangedOrCutIsRefused() throws IOException {
        ArchivedFile kept = archive.keep(HOUSE, "a.csv", bytes("abc".repeat(1000)), 10_000);
        Path file = archive.path(HOUSE, kept.sha256());
        byte[] sealed = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(sealed, sealed.length - 1));
        assertThatThrownBy(() -> archive.lend(HOUSE, kept.sha256(), data)).isInstanceOf(UncheckedIOException.class);
        sealed[sealed.length / 2] ^= 1;
        Files.write(file, sealed);
        assertThatThrownBy(() -> archive.lend(HOUSE, kept.sha256(), data)).isInstanceOf(UncheckedIOException.class);
        try (Stream<Path> left = Files.list(data)) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("lent-"));
        }
    }

    @Test
    void oneHouseDoesNotReadTheFilesOfAnother() {
        HouseId other = new HouseId(4);
        ArchivedFile kept = archive.keep(HOUSE, "a.csv", bytes("abc"), 10);
        archive.keep(other, "b.csv", bytes("other"), 10);
        assertThat(archive.holds(other, kept.sha256())).isFalse();
        assertThat(archive.path(HOUSE, kept.sha256())
                        .toFile()
                        .renameTo(archive.path(other, kept.sha256()).toFile()))
                .isTrue();
        assertThatThrownBy(() -> archive.lend(other, kept.sha256(), data)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void unneededFilesOfAHouseAreDeletedAndNoOthers() {
        ArchivedFile old = archive.keep(HOUSE, "a.csv", bytes("Lear;Ann"), 10);
        ArchivedFile kept = archive.keep(HOUSE, "b.csv", bytes(";Ann"), 10);
        ArchivedFile others = archive.keep(new HouseId(9), "a.csv", bytes("Lear;Ann"), 10);
        assertThat(archive.deleteWhere(HOUSE, file -> file.sha256().equals(old.sha256())))
                .isEqualTo(1);
        assertThat(archive.list(HOUSE)).containsExactly(kept.sha256());
        assertThat(archive.holds(new HouseId(9), others.sha256())).isTrue();
        assertThat(archive.deleteWhere(HOUSE, file -> file.age().toHours() > 1)).isZero();
        assertThat(archive.open(HOUSE, kept.sha256())).hasContent(";Ann");
    }

    @Test
    void plainFilesOfAnOlderEditionAreSealedForTheHousesThatReadThem() throws IOException {
        Sha256 ours = new Sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        Sha256 nobodys = new Sha256("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        Files.writeString(data.resolve(ours.hex()), "abc");
        Files.writeString(data.resolve(nobodys.hex()), "");
        List<HouseId> both = List.of(HOUSE, new HouseId(4));
        assertThat(archive.sealPlain(file -> file.equals(ours) ? both : List.of()))
                .isEqualTo(1);
        both.forEach(house -> assertThat(archive.open(house, ours)).hasContent("abc"));
        assertThat(data.resolve(ours.hex())).doesNotExist();
        assertThat(data.resolve(nobodys.hex())).exists();
    }
}
