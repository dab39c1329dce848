package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseKeysTest {

    private static final HouseId HOUSE = new HouseId(3);

    @TempDir
    Path data;

    private HouseKeys keys;
    private Archive archive;

    @BeforeEach
    void open() {
        keys = new HouseKeys(data.resolve("keys"));
        archive = new Archive(data.resolve("archive"), keys);
    }

    private static InputStream file() {
        return new ByteArrayInputStream(new byte[] {1, 2, 3});
    }

    @Test
    void theKeyIsMadeWithTheFirstFileAndReadableByItsOwnerAlone() throws Exception {
        assertThat(keys.has(HOUSE)).isFalse();
        archive.keep(HOUSE, "a", file(), 3);
        assertThat(keys.has(HOUSE)).isTrue();
        Path key = data.resolve("keys/house-3.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        byte[] before = Files.readAllBytes(key);
        keys.make(HOUSE);
        assertThat(key).hasBinaryContent(before);
    }

    @Test
    void whatWasSealedIsOpenedByTheSameKeyReadAgainAndByNoOther() throws Exception {
        keys.make(HOUSE);
        keys.make(new HouseId(4));
        String sealed = keys.of(HOUSE).seal("Léa");
        assertThat(keys.of(HOUSE).seal("Léa")).isNotEqualTo(sealed);
        HouseKeys again = new HouseKeys(data.resolve("keys"));
        assertThat(again.of(HOUSE).open(sealed)).isEqualTo("Léa");
        assertThat(again.of(HOUSE).secret("a")).isEqualTo(keys.of(HOUSE).secret("a"));
        assertThat(again.of(HOUSE).secret("b")).isNotEqualTo(keys.of(HOUSE).secret("a"));
        assertThatThrownBy(() -> again.of(new HouseId(4)).open(sealed))
                .isInstanceOf(java.security.GeneralSecurityException.class);
    }

    @Test
    void aDestroyedKeyIsGoneForGood() {
        ArchivedFile kept = archive.keep(HOUSE, "a", file(), 3);
        keys.destroy(HOUSE);
        keys.destroy(HOUSE);
        assertThat(data.resolve("keys/house-3.json")).doesNotExist();
        assertThatThrownBy(() -> archive.open(HOUSE, kept.sha256())).isInstanceOf(HouseKeyMissing.class);
        archive.deleteWhere(HOUSE, file -> true);
        assertThatThrownBy(() -> archive.keep(HOUSE, "b", file(), 3)).isInstanceOf(HouseKeyMissing.class);
        assertThat(keys.wasDestroyed(HOUSE)).isTrue();
    }

    /** Or a back-up put back without its keys would go on with new ones, and nobody would look for the old. */
    @Test
    void aLostKeyIsNotReplacedWhileItsHouseHasFiles() throws Exception {
        archive.keep(HOUSE, "a", file(), 3);
        Path key = data.resolve("keys/house-3.json");
        Path safe = Files.move(key, data.resolve("safe"));
        HouseKeys without = new HouseKeys(data.resolve("keys"));
        Archive same = new Archive(data.resolve("archive"), without);
        assertThatThrownBy(() -> same.keep(HOUSE, "b", file(), 3))
                .isInstanceOfSatisfying(
                        HouseKeyMissing.class,
                        missing -> assertThat(missing.house()).isEqualTo(HOUSE));
        assertThat(key).doesNotExist();
        Files.move(safe, key);
        assertThat(same.keep(HOUSE, "b", file(), 3).bytes()).isEqualTo(3);
    }
}
