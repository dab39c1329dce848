package org.foyer.hub.catalogue.internal;

import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.store.Warehouse;

/** Shows of a warehouse, for tests of other rooms. */
public final class TestShows {

    private TestShows() {}

    public static Shows of(Warehouse warehouse) {
        return new WarehouseShows(warehouse, ChangeTimes.NONE);
    }
}
