package org.foyer.hub.linking.internal.buyers;

import java.util.Arrays;
import org.foyer.hub.linking.Verdict;
import org.foyer.hub.linking.internal.Engine;
import org.foyer.hub.linking.internal.Found;
import org.foyer.hub.linking.internal.model.Model;
import org.foyer.hub.linking.internal.model.Scorer;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.ValueDigests;
import org.jspecify.annotations.Nullable;

/**
 * Links the buyers of one house by the engine that links files, with what people decided above its weights. Weights that were learned
 * before stay as long as they suit the buyers, and pairs that were weighed by them are not weighed again.
 */
final class BuyerLinking {

    private BuyerLinking() {}

    /**
     * What is known before.
     *
     * @param country of telephone numbers without a prefix
     * @param secret of the house
     * @param weights null when there are none, or others are wished
     * @param traces what was weighed by these weights
     * @param forgotten whether frequencies of values that nobody has are to be dropped
     */
    record Before(String country, byte[] secret, @Nullable Weights weights, Traces traces, boolean forgotten) {}

    /**
     * What came of it.
     *
     * @param weights to be kept, null when nothing could be compared
     * @param change of the traces
     * @param weighed rows that were weighed against others
     */
    record Linked(Outcome outcome, @Nullable Weights weights, Traces.Change change, int weighed) {}

    /** @param buyers of whom each one has a row of their own if something is settled of them */
    static Linked link(BuyerTable buyers, Decisions decisions, Before before) {
        RecordTable table = buyers.records();
        boolean comparable = table.records() > 1 && table.fields().stream().anyMatch(field -> field.filled() > 0);
        if (!comparable) {
            return new Linked(Outcome.apart(buyers.keys()), null, Traces.Change.NONE, 0);
        }
        ValueDigests digests = ValueDigests.of(table, before.secret);
        Weights known = before.weights;
        if (known == null || known.areOld(before.country, table)) {
            Engine engine = Engine.learning(table);
            Model model = engine.learn();
            Weights learned =
                    Weights.of(before.country, table, model, engine.blocks().rule(), digests);
            return link(buyers, decisions, engine, learned, Weighing.of(buyers, engine, model, digests, Traces.NONE));
        }
        RecordTable counted = table.counted(known.frequencies(), digests);
        BuyerTable same = buyers.as(counted);
        Engine engine = Engine.knowing(counted, known.rule());
        Weighing weighing = Weighing.of(same, engine, known.model(), digests, before.traces);
        return link(same, decisions, engine, before.forgotten ? known.present(table, digests) : known, weighing);
    }

    private static Linked link(
            BuyerTable buyers, Decisions decisions, Engine engine, Weights weights, Weighing weighing) {
        RecordTable table = buyers.records();
        long[] keys = buyers.keys();
        Found found = engine.link(
                weights.model(),
                weighing.all(),
                decisions.rows(Verdict.SAME, buyers),
                decisions.rows(Verdict.DIFFERENT, buyers));
        long[] people = least(keys, found.person());
        Scorer scorer = new Scorer(engine.scheme(), found.model());
        PairChoice choice = new PairChoice(buyers, people, decisions, engine.scheme(), scorer);
        Outcome outcome = new Outcome(
                keys,
                people,
                least(keys, Households.of(table, found.person())),
                scorer.prior(),
                choice.of(found.edges()));
        return new Linked(outcome, weights, weighing.change(), weighing.weighed());
    }

    /** @param group for each record the first record of its group @return for each the least key of its group */
    private static long[] least(long[] keys, int[] group) {
        long[] least = new long[keys.length];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int record = 0; record < keys.length; record++) {
            least[group[record]] = Math.min(least[group[record]], keys[record]);
        }
        long[] named = new long[keys.length];
        Arrays.setAll(named, record -> least[group[record]]);
        return named;
    }
}
