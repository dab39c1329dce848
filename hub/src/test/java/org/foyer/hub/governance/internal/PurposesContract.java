package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.governance.Terms.Fault;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deciding about data must do on every register. */
abstract class PurposesContract {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);

    @TempDir
    Path kept;

    private final MovingClock clock = new MovingClock();
    private RegisterAudit audit;
    private RegisterPurposes purposes;
    private HouseId one;
    private HouseId two;

    abstract Register register();

    @BeforeEach
    void twoHouses() {
        Register register = register();
        RegisterHouses houses = new RegisterHouses(register, clock, new SecureRandom());
        audit = new RegisterAudit(register, clock, new AuditEnd(kept.resolve("audit.end")));
        purposes = new RegisterPurposes(register, clock, audit);
        one = houses.add(Sample.house("one")).id();
        two = houses.add(Sample.house("two")).id();
    }

    @Test
    void untilTheHouseDecidesTheDefaultsCount() {
        assertThat(purposes.terms(one)).isEqualTo(new Terms(36, 12, null, null, null, null));
    }

    @Test
    void whatAHouseDecidesIsKeptForItAloneWithALineOfTheAudit() {
        Terms wish = new Terms(24, 6, "Théâtre du Port", " dpo@port.example ", "", "01 02 03 04 05");
        assertThat(purposes.decide(one, wish, LEA)).isEmpty();
        assertThat(purposes.terms(one))
                .isEqualTo(new Terms(24, 6, "Théâtre du Port", "dpo@port.example", null, "01 02 03 04 05"));
        assertThat(purposes.terms(two)).isEqualTo(Terms.DEFAULT);
        List<Line> lines = audit.lines(one, 0, 10);
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.actor()).isEqualTo("lea");
            assertThat(line.action()).isEqualTo("terms-set");
            assertThat(line.detail())
                    .isEqualTo(
                            "contacts 36 to 24 months, quarantine 12 to 6 months, controller, contact, breach contact")
                    .doesNotContain("example");
        });
        assertThat(audit.intact()).isTrue();
    }

    @Test
    void theSameOnceMoreWritesNothing() {
        Terms wish = new Terms(30, 12, null, null, null, null);
        purposes.decide(one, wish, LEA);
        purposes.decide(one, wish, LEA);
        purposes.decide(one, Terms.DEFAULT, LEA);
        assertThat(audit.lines(one, 0, 10))
                .extracting(Line::detail)
                .containsExactly("contacts 30 to 36 months", "contacts 36 to 30 months");
    }

    @Test
    void whatIsUnlawfulOrTooLongIsRefusedAllAtOnceAndChangesNothing() {
        Terms wish = new Terms(37, 0, "x".repeat(201), "a\nb", null, null);
        assertThat(purposes.decide(one, wish, LEA))
                .extracting(Fault::field, Fault::code)
                .containsExactly(
                        tuple("contactsMonths", "retention-unlawful"),
                        tuple("quarantineMonths", "retention-unlawful"),
                        tuple("controller", "terms-text"),
                        tuple("contact", "terms-text"));
        assertThat(purposes.terms(one)).isEqualTo(Terms.DEFAULT);
        assertThat(audit.lines(one, 0, 10)).isEmpty();
    }
}
