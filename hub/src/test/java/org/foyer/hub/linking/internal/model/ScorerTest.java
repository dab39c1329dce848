package org.foyer.hub.linking.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.foyer.hub.linking.HardRecords;
import org.foyer.hub.linking.LinkColumn;
import org.foyer.hub.linking.LinkPlan;
import org.foyer.hub.linking.internal.Engine;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.TableBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onlyPairsBelowWhatIsWantedAreGivenUp(boolean reversed) {
        HardRecords made = new HardRecords(21, 150, HardRecords.BUILT_ON);
        List<LinkColumn> columns = new ArrayList<>(HardRecords.COLUMNS);
        if (reversed) {
            Collections.reverse(columns);
        }
        TableBuilder builder = new TableBuilder(new LinkPlan("id", columns, "GB", false));
        for (int i = 0; i < made.records().size(); i++) {
            List<String> cells = new ArrayList<>(List.of(made.records().get(i)));
            if (reversed) {
                Collections.reverse(cells);
            }
            builder.add("%05d".formatted(i), cells.toArray(String[]::new));
        }
        RecordTable table = builder.finish();
        Engine engine = Engine.learning(table);
        Model model = engine.learn();
        Scorer whole = new Scorer(engine.scheme(), model);
        Scorer hasty = new Scorer(engine.scheme(), model);
        SplittableRandom random = new SplittableRandom(22);
        int givenUp = 0;
        for (int i = 0; i < 300_000; i++) {
            int a = random.nextInt(table.rows());
            int b = i % 2 == 0 ? random.nextInt(table.rows()) : Math.min(table.rows() - 1, a + 1 + random.nextInt(6));
            double weight = whole.weigh(a, b);
            double found = hasty.weigh(a, b, -5);
            if (Double.isNaN(found)) {
                assertThat(weight).isLessThan(-5);
                givenUp++;
            } else {
                assertThat(found).isEqualTo(weight);
            }
        }
        assertThat(givenUp).isGreaterThan(20_000);
    }
}
