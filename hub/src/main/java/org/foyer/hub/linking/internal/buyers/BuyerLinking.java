package org.foyer.hub.linking.internal.buyers;

import java.util.Arrays;
import org.foyer.hub.linking.Verdict;
import org.foyer.hub.linking.internal.Engine;
import org.foyer.hub.linking.internal.Found;
import org.foyer.hub.linking.internal.model.Scorer;
import org.foyer.hub.linking.internal.table.RecordTable;

/** Links the buyers of one house by the engine that links files, with what people decided above its weights. */
final class BuyerLinking {

    private BuyerLinking() {}

    /** @param buyers of whom each one has a row of their own if something is settled of them */
    static Outcome link(BuyerTable buyers, Decisions decisions) {
        RecordTable table = buyers.records();
        long[] keys = buyers.keys();
        boolean comparable = table.records() > 1 && table.fields().stream().anyMatch(field -> field.known() > 0);
        if (!comparable) {
            return Outcome.apart(keys);
        }
        Engine engine = Engine.learning(table);
        Found found = engine.link(decisions.rows(Verdict.SAME, buyers), decisions.rows(Verdict.DIFFERENT, buyers));
        long[] people = least(keys, found.person());
        Scorer scorer = new Scorer(engine.scheme(), found.model());
        PairChoice choice = new PairChoice(buyers, people, decisions, engine.scheme(), scorer);
        return new Outcome(
                keys,
                people,
                least(keys, Households.of(table, found.person())),
                scorer.prior(),
                choice.of(found.edges()));
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
