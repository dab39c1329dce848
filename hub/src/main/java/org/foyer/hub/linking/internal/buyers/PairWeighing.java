package org.foyer.hub.linking.internal.buyers;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.foyer.hub.linking.internal.model.Scheme;
import org.foyer.hub.linking.internal.model.Scorer;
import org.foyer.hub.linking.internal.table.RecordTable;

/** Weighs two records of buyers with what each factor says. An object serves one thread. */
final class PairWeighing {

    private final RecordTable table;
    private final long[] keys;
    private final Scheme scheme;
    private final Scorer scorer;
    private final int[] factors;

    PairWeighing(BuyerTable buyers, Scheme scheme, Scorer scorer) {
        this.table = buyers.records();
        this.keys = buyers.keys();
        this.scheme = scheme;
        this.scorer = scorer;
        this.factors = BuyerPlan.FACTORS.stream()
                .mapToInt(factor -> factor(String.join("+", factor.columns())))
                .toArray();
    }

    private int factor(String name) {
        return IntStream.range(0, scheme.factors())
                .filter(factor -> scheme.name(factor).equals(name))
                .findFirst()
                .orElseThrow();
    }

    WeighedPair of(int a, int b) {
        double weight = scorer.weigh(table.row(a), table.row(b));
        double[] bits = Arrays.stream(factors)
                .mapToDouble(factor -> scorer.parts()[factor])
                .toArray();
        StringBuilder levels = new StringBuilder();
        Map<String, Integer> byColumn = new TreeMap<>();
        for (int field = 0; field < scheme.fields().size(); field++) {
            byColumn.put(scheme.fields().get(field).name(), scorer.levels()[field]);
        }
        BuyerPlan.COLUMNS.forEach(column -> levels.append(byColumn.get(column.name())));
        Pair pair = Pair.of(keys[a], keys[b]);
        return new WeighedPair(
                pair.one(), pair.other(), weight, bits, -scorer.doubt(scorer.parts()), levels.toString());
    }
}
