package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;

import org.foyer.hub.linking.internal.Engine;
import org.foyer.hub.linking.internal.table.TableBuilder;
import org.junit.jupiter.api.Test;

/** Records without a strong key: what is found without truth, on the errors the method was built on and on others. */
class HardRecordsTest {

    @Test
    void personsAreFoundAmongErrorsTheMethodWasBuiltOn() {
        Agreement agreement = linked(new HardRecords(11, 600, HardRecords.BUILT_ON));
        assertThat(agreement.pairF1()).as(agreement.toString()).isGreaterThan(0.95);
        assertThat(agreement.cubedF1()).as(agreement.toString()).isGreaterThan(0.95);
    }

    @Test
    void personsAreFoundAmongOtherErrors() {
        Agreement agreement = linked(new HardRecords(12, 600, HardRecords.CHECKED_ON));
        assertThat(agreement.pairF1()).as(agreement.toString()).isGreaterThan(0.88);
        assertThat(agreement.cubedF1()).as(agreement.toString()).isGreaterThan(0.88);
    }

    private static Agreement linked(HardRecords made) {
        TableBuilder builder = new TableBuilder(new LinkPlan("id", HardRecords.COLUMNS, "GB", false));
        for (int i = 0; i < made.records().size(); i++) {
            builder.add("%07d".formatted(i), made.records().get(i));
        }
        return Agreement.of(Engine.learning(builder.finish()).link().person(), made.persons());
    }
}
