package org.foyer.hub.exchange.internal.pooled;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.PooledGate.Under;
import org.foyer.hub.governance.PooledGate.Universe;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, of whom.
 *
 * @param question a name never used before, which begins with that of the asker
 * @param members nodes, the asker's own among them
 * @param season its first year
 * @param month as of whose first day figures are known, for instance {@code 2026-11}: the same for all nodes
 * @param agreement identifier of the version by which it is asked, with which the question's name ends; null among houses that are in
 *     no network over several nodes
 * @param taker short name of the house that asks by it; null likewise
 * @param figures each counted in {@link Bins} of its own, one after the other
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Invitation(
        String question,
        String asker,
        List<String> members,
        int season,
        String month,
        boolean simulated,
        String currency,
        @Nullable String agreement,
        @Nullable String taker,
        List<Asked> figures) {

    static final int FIGURES_MAX = 40;

    /** One more house in one bin than this is not believed. */
    private static final long COUNT_MAX = 100_000;

    /** A figure and the version of its definition: a node that counts by another one does not answer. */
    record Asked(String indicator, int version, String unit) {
        Question question() {
            return new Question(indicator, version, unit);
        }
    }

    Invitation {
        members = List.copyOf(members);
        figures = List.copyOf(figures);
        if (figures.isEmpty() || figures.size() > FIGURES_MAX) {
            throw new PooledRefused("question-malformed", figures.size() + " figures");
        }
        // every key and signature is bound to the name of the question, and so to its agreement
        boolean named = agreement == null ? taker == null : taker != null && question.endsWith(" " + agreement);
        if (!named) {
            throw new PooledRefused("question-malformed", "agreement");
        }
    }

    /** @param self how this node is called by the others */
    Universe universe(String self) {
        Under under =
                agreement == null || taker == null ? null : new Under(agreement, asker, taker, asker.equals(self));
        return new Universe(simulated, currency, under);
    }

    List<Question> questions() {
        return figures.stream().map(Asked::question).toList();
    }

    private int cells() {
        return figures.stream().mapToInt(asked -> Bins.of(asked.unit()).count()).sum();
    }

    Round round() {
        return new Round(question, members, cells(), Bodies.write(this));
    }

    /** The houses of a node, each counted once for each figure that it has. */
    long[] counted(List<Contribution> contributions) {
        long[] cells = new long[cells()];
        int begin = 0;
        for (Asked asked : figures) {
            Bins bins = Bins.of(asked.unit());
            for (Contribution one : contributions) {
                if (one.indicator().equals(asked.indicator())) {
                    cells[begin + bins.binOf(one.value())]++;
                }
            }
            begin += bins.count();
        }
        return cells;
    }

    /** The figures that were counted, by indicator. */
    Map<String, List<Double>> read(long[] sum) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        int begin = 0;
        for (Asked asked : figures) {
            Bins bins = Bins.of(asked.unit());
            List<Double> of = new ArrayList<>();
            for (int bin = 0; bin < bins.count(); bin++) {
                long houses = sum[begin + bin];
                if (houses < 0 || houses > COUNT_MAX - of.size()) {
                    throw new PooledRefused("sum-not-believed", asked.indicator());
                }
                for (long house = 0; house < houses; house++) {
                    of.add(bins.middle(bin));
                }
            }
            values.put(asked.indicator(), of);
            begin += bins.count();
        }
        return values;
    }
}
