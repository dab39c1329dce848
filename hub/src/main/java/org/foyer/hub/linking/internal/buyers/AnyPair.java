package org.foyer.hub.linking.internal.buyers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.linking.internal.Engine;
import org.foyer.hub.linking.internal.buyers.LinkedStore.KeptPair;
import org.foyer.hub.linking.internal.model.Scorer;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.ValueDigests;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * Weighs two buyers whom nobody doubts, as a linking of all buyers by the weights that the house learned weighs them. Most pairs are never
 * compared, for they have nothing in common by which they would meet, and of most that are nothing but the weight is kept.
 */
final class AnyPair {

    private AnyPair() {}

    /**
     * The pair, as their contacts are now.
     *
     * @return empty when they are not two buyers, or nothing was learned by this edition
     */
    static Optional<KeptPair> of(
            Connection connection, House house, Pair pair, Decisions decisions, WeightRegister.Kept kept)
            throws SQLException {
        @Nullable Weights weights = Weights.read(HouseSeal.open(connection, house.id(), kept.sealed()));
        BuyerTable two = BuyerReading.table(connection, house, List.of(pair.one(), pair.other()), decisions);
        if (weights == null || two.records().records() != 2) {
            return Optional.empty();
        }
        ValueDigests digests = ValueDigests.of(two.records(), HouseSeal.secret(connection, house.id()));
        RecordTable counted = two.records().counted(weights.frequencies(), digests);
        Engine engine = Engine.knowing(counted, weights.rule());
        PairWeighing weighing =
                new PairWeighing(two.as(counted), engine.scheme(), new Scorer(engine.scheme(), weights.model()));
        return Optional.of(new KeptPair(
                weighing.of(0, 1),
                LinkedStore.person(connection, house.id(), pair.one()),
                LinkedStore.person(connection, house.id(), pair.other())));
    }
}
