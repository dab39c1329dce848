package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit must do on every register. */
abstract class AuditContract {

    private static final HouseId OPERA = new HouseId(3);

    @TempDir
    Path kept;

    private final MovingClock clock = new MovingClock();
    private Path file;
    private Register register;
    private RegisterAudit audit;

    abstract Register register();

    @BeforeEach
    void open() {
        register = register();
        file = kept.resolve("audit.end");
        audit = new RegisterAudit(register, clock, new AuditEnd(file));
        audit.write(Actor.commandLine(), null, "start", null, "");
        audit.write(Actor.commandLine(), OPERA, "import", null, "run 1");
        audit.write(Actor.commandLine(), OPERA, "compare", "comparison", "occupancy");
    }

    @Test
    void linesComeNewestFirstAndByHouse() {
        assertThat(audit.lines(null, 0, 10)).extracting(Line::sequence).containsExactly(3L, 2L, 1L);
        assertThat(audit.lines(OPERA, 0, 10)).extracting(Line::action).containsExactly("compare", "import");
        assertThat(audit.lines(null, 1, 1)).extracting(Line::detail).containsExactly("run 1");
    }

    @Test
    void whatLeftAHouseIsToldApartFromWhatItDidItself() {
        audit.write(Actor.commandLine(), OPERA, "give", "pooled-comparison", "2025-26");
        audit.write(Actor.commandLine(), new HouseId(4), "give", "pooled-comparison", "2025-26");
        audit.write(Actor.commandLine(), OPERA, "give", "pooled-comparison", "2024-25");
        clock.advance(Duration.ofDays(1));
        audit.write(Actor.commandLine(), OPERA, "contacts-exported", "news", "12");
        assertThat(audit.left(OPERA, 10)).extracting(Line::detail).containsExactly("12", "2024-25", "2025-26");
        assertThat(audit.left(OPERA, 1)).hasSize(1);
        assertThat(audit.leftSince(OPERA, Instant.EPOCH)).isEqualTo(Map.of("give", 2L, "contacts-exported", 1L));
        Instant last = audit.left(OPERA, 1).get(0).at();
        assertThat(audit.leftSince(OPERA, last)).isEqualTo(Map.of("contacts-exported", 1L));
        assertThat(audit.leftSince(OPERA, last.plusMillis(1))).isEmpty();
    }

    /** By the command line or by a member: who takes the file has it. */
    @Test
    void factsExportedAndAProductDownloadedLeftTheHouse() {
        audit.write(Actor.commandLine(), OPERA, "facts-exported", null, "3 files");
        audit.write(Actor.commandLine(), OPERA, "product-downloaded", null, "seasons 1");
        audit.write(Actor.commandLine(), OPERA, "product-published", null, "seasons 1");
        assertThat(audit.left(OPERA, 10))
                .extracting(Line::action)
                .containsExactly("product-downloaded", "facts-exported");
        assertThat(audit.leftSince(OPERA, Instant.EPOCH))
                .isEqualTo(Map.of("facts-exported", 1L, "product-downloaded", 1L));
    }

    @Test
    void theChainHoldsWhileNobodyTouchesIt() {
        assertThat(audit.intact()).isTrue();
    }

    @Test
    void aChangedLineBreaksTheChain() {
        change("update audit set detail = 'run 2' where sequence = 2");
        assertThat(audit.intact()).isFalse();
    }

    @Test
    void aLineTakenFromOneHouseToAnotherBreaksTheChain() {
        change("update audit set house = 4 where sequence = 3");
        assertThat(audit.intact()).isFalse();
    }

    @Test
    void aLineTakenOutBreaksTheChain() {
        change("delete from audit where sequence = 2");
        assertThat(audit.intact()).isFalse();
    }

    @Test
    void twoLinesThatChangePlacesBreakTheChain() {
        change("update audit set sequence = 9 where sequence = 1");
        change("update audit set sequence = 1 where sequence = 2");
        change("update audit set sequence = 2 where sequence = 9");
        assertThat(audit.intact()).isFalse();
    }

    @Test
    void linesCutOffAtTheEndAreMissed() {
        change("delete from audit where sequence = 3");
        assertThat(audit.intact()).isFalse();
    }

    /** The next line joins what is left, so that the table alone looks whole. */
    @Test
    void linesCutOffAtTheEndAreMissedForEver() {
        change("delete from audit where sequence = 3");
        audit.write(Actor.commandLine(), null, "start", null, "");
        assertThat(audit.lines(null, 0, 10)).hasSize(3);
        assertThat(audit.intact()).isFalse();
        audit.write(Actor.commandLine(), null, "start", null, "");
        assertThat(audit.intact()).isFalse();
    }

    @Test
    void anAuditEmptiedIsMissed() {
        assertThat(register.<Integer>write(handle -> handle.execute("delete from audit")))
                .isEqualTo(3);
        assertThat(audit.intact()).isFalse();
    }

    /** A crash came between the commit and the file. */
    @Test
    void aFileBehindTheRegisterIsNoAlarmAndCatchesUp() throws IOException {
        String third = Files.readString(file);
        audit.write(Actor.commandLine(), null, "start", null, "");
        Files.writeString(file, third);
        assertThat(audit.intact()).isTrue();
        audit.write(Actor.commandLine(), null, "start", null, "");
        assertThat(audit.intact()).isTrue();
        assertThat(Files.readString(file))
                .isEqualTo("5 " + audit.lines(null, 0, 1).get(0).hash() + "\n");
    }

    @Test
    void whatWasRolledBackIsNotKept() throws IOException {
        String third = Files.readString(file);
        assertThatThrownBy(() -> register.write(handle -> {
                    audit.append(handle, Actor.commandLine(), null, "start", null, "");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(Files.readString(file)).isEqualTo(third);
        assertThat(audit.intact()).isTrue();
    }

    @Test
    void severalLinesOfOneTransactionAreKeptToTheLast() throws IOException {
        register.write(handle -> {
            audit.append(handle, Actor.commandLine(), null, "start", null, "");
            audit.append(handle, Actor.commandLine(), null, "stop", null, "");
            return true;
        });
        assertThat(Files.readString(file)).startsWith("5 ");
        change("delete from audit where sequence = 5");
        assertThat(audit.intact()).isFalse();
    }

    @Test
    void aRegisterWithoutTheFileIsTakenAsItIs() throws IOException {
        Files.delete(file);
        assertThat(audit.intact()).isTrue();
        audit.write(Actor.commandLine(), null, "start", null, "");
        assertThat(Files.readString(file)).startsWith("4 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "three", "3 0000000000000000000000000000000000000000000000000000000000000000"})
    void aFileThatSaysSomethingElseIsAnAlarmAndStays(String text) throws IOException {
        Files.writeString(file, text);
        assertThat(audit.intact()).isFalse();
        audit.write(Actor.commandLine(), null, "start", null, "");
        assertThat(Files.readString(file)).isEqualTo(text);
        assertThat(audit.intact()).isFalse();
    }

    /** The line is in the register; only its trace outside is missing until the next one. */
    @Test
    void aFileThatCannotBeWrittenLosesNoLine() throws IOException {
        Files.createDirectory(kept.resolve("audit.end.new"));
        audit.write(Actor.commandLine(), null, "start", null, "");
        assertThat(audit.lines(null, 0, 1)).extracting(Line::sequence).containsExactly(4L);
        assertThat(Files.readString(file)).startsWith("3 ");
        assertThat(audit.intact()).isTrue();
    }

    private void change(String sql) {
        assertThat(register.<Integer>write(handle -> handle.execute(sql))).isEqualTo(1);
    }
}
