package org.foyer.hub.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is cleared away, and what stays. */
class UpkeepTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @TempDir
    Path folder;

    private Register register;

    @BeforeEach
    void open() {
        register = EmptyStores.register(folder.resolve("register.db"));
    }

    private void conversation(String pid, String state, int days) {
        long at = NOW.minus(Duration.ofDays(days)).toEpochMilli();
        register.write(handle -> handle.createUpdate("insert into dataspace_conversation (kind, side, pid, participant,"
                        + " callback, state, version, dataset, sent, tries, opened_at, changed_at) values ('TRANSFER',"
                        + " 'PROVIDER', :pid, 'p', 'c', :state, 1, 'd', 0, 0, :at, :at)")
                .bind("pid", pid)
                .bind("state", state)
                .bind("at", at)
                .execute());
    }

    private List<String> left(int overMax) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Received received = new Received(folder.resolve("received"), register, "self", clock);
        new Upkeep(register, received, Duration.ofDays(400), overMax, clock).run();
        return register.read(handle -> handle.createQuery("select pid from dataspace_conversation order by pid")
                .mapTo(String.class)
                .list());
    }

    @Test
    void whatIsOverGoesByAgeAndByNumberAndWhatIsOpenStays() {
        conversation("a", "COMPLETED", 401);
        conversation("b", "STARTED", 4_000);
        conversation("c", "TERMINATED", 399);
        conversation("d", "COMPLETED", 3);
        conversation("e", "COMPLETED", 2);
        assertThat(left(10)).containsExactly("b", "c", "d", "e");
        assertThat(left(2)).containsExactly("b", "d", "e");
    }
}
