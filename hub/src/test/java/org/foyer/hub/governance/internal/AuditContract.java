package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the audit must do on every register. */
abstract class AuditContract {

    private static final HouseId OPERA = new HouseId(3);

    private Register register;
    private RegisterAudit audit;

    abstract Register register();

    @BeforeEach
    void open() {
        register = register();
        audit = new RegisterAudit(register, new MovingClock());
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

    private void change(String sql) {
        assertThat(register.<Integer>write(handle -> handle.execute(sql))).isEqualTo(1);
    }
}
