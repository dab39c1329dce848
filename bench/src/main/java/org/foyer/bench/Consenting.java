package org.foyer.bench;

import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Buyers of {@link BuyerRows} who agreed to be written to, as a file of consents would leave it. */
final class Consenting {

    private static final int BATCH = 10_000;

    private Consenting() {}

    static void everyThird(Node node, House house, long buyers) {
        node.register().write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into consent_event (house, person, purpose, channel, said, at, actor, way)
                    values (:house, :person, 'programme', 'email', 'given', 1700000000000, 'bench', 'paper')
                    """);
            for (long number = 0; number < buyers; number += 3) {
                batch.bind("house", house.id().value())
                        .bind("person", BuyerRows.key(number))
                        .add();
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
            return true;
        });
    }
}
