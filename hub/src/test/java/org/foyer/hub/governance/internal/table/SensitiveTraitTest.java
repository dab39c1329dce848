package org.foyer.hub.governance.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Given;
import org.foyer.hub.governance.ObservatoryGate.Wanted;
import org.foyer.hub.governance.internal.table.SafeTables.Safe;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of no genre do exact tables tell that nobody has a reduced or a youth ticket, or everybody: from outside, with a program of its own. */
class SensitiveTraitTest {

    private static final Axis GENRE = new Axis("genre", List.of("theatre", "dance", "circus"));
    private static final int HOUSES = 8;
    private static final int LEAST = 3;

    private static Wanted table(String trait) {
        return new Wanted("t", 1, "tickets", GENRE, new Axis("tariff", List.of("full", trait, "group")));
    }

    private static Optional<Safe> told(String trait, long[][] each) {
        Map<HouseId, Map<String, Given>> given = new TreeMap<>(java.util.Comparator.comparing(HouseId::value));
        for (int house = 1; house <= HOUSES; house++) {
            given.put(new HouseId(house), Map.of("t", new Given(each, each)));
        }
        return SafeTables.of(List.of(table(trait)), given, new TableRules(0, 0)).map(all -> all.get("t"));
    }

    /** The least or greatest number that all shown numbers leave possible. */
    private static double bound(Safe safe, int row, int column, boolean greatest) {
        List<int[]> open = new ArrayList<>();
        int size = safe.cells().size();
        for (int at = 0; at < size; at++) {
            for (int across = 0; across < size; across++) {
                if (safe.cells().get(at).get(across) == null) {
                    open.add(new int[] {at, across});
                }
            }
        }
        LinearProgram program = new LinearProgram(open.size());
        for (int line = 0; line < size; line++) {
            for (boolean across : new boolean[] {true, false}) {
                double[] sum = program.row();
                double known = 0;
                for (int at = 0; at < size; at++) {
                    int[] cell = across ? new int[] {line, at} : new int[] {at, line};
                    int sign = at == size - 1 ? -1 : 1;
                    Long shown = safe.cells().get(cell[0]).get(cell[1]);
                    if (shown == null) {
                        sum[place(open, cell)] = sign;
                    } else {
                        known -= sign * shown;
                    }
                }
                program.equal(sum, known);
            }
        }
        double[] objective = program.row();
        objective[place(open, new int[] {row, column})] = 1;
        return program.bound(objective, greatest).orElseThrow().value();
    }

    private static int place(List<int[]> open, int[] cell) {
        for (int place = 0; place < open.size(); place++) {
            if (open.get(place)[0] == cell[0] && open.get(place)[1] == cell[1]) {
                return place;
            }
        }
        throw new IllegalArgumentException("shown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reduced", "youth"})
    void nobodyIsNotTold(String trait) {
        Safe safe = told(trait, new long[][] {{40, 0, 20}, {50, 30, 25}, {35, 45, 15}})
                .orElseThrow();
        assertThat(safe.cells().get(0).get(1)).isNull();
        assertThat(bound(safe, 0, 1, true)).isGreaterThanOrEqualTo(LEAST - 1e-6);
        assertThat(safe.cells().get(3).get(3)).as("the whole is shown").isEqualTo(HOUSES * 260L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reduced", "youth"})
    void everybodyIsNotTold(String trait) {
        Optional<Safe> safe = told(trait, new long[][] {{0, 60, 0}, {50, 30, 25}, {35, 45, 15}});
        safe.ifPresent(table -> {
            assertThat(table.cells().get(0).get(1)).isNull();
            assertThat(bound(table, 0, 1, false)).isLessThanOrEqualTo(HOUSES * 60 - LEAST + 1e-6);
        });
    }

    @Test
    void whatIsNotSensitiveIsToldAsNothing() {
        Safe safe = told("subscription", new long[][] {{40, 0, 20}, {50, 30, 25}, {35, 45, 15}})
                .orElseThrow();
        assertThat(safe.cells().get(0)).containsExactly(HOUSES * 40L, 0L, HOUSES * 20L, HOUSES * 60L);
    }

    @Test
    void someAreTold() {
        Safe safe = told("reduced", new long[][] {{40, 10, 20}, {50, 30, 25}, {35, 45, 15}})
                .orElseThrow();
        assertThat(safe.cells().get(0)).containsExactly(HOUSES * 40L, HOUSES * 10L, HOUSES * 20L, HOUSES * 70L);
    }
}
